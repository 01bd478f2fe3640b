"""Joins words into lines as a browser lays them out: single spaces, and emphasis as spans."""

from __future__ import annotations

from dataclasses import dataclass, field

from warticker.intake.clean import clean, composed
from warticker.model import Emphasis, EmphasisKind, Span

_OPENING = '„"»«‚‘›‹([+'


@dataclass(slots=True)
class _Open:
    """An open span of emphasis."""

    kind: EmphasisKind | None
    address: str | None
    start: int = -1


@dataclass(slots=True)
class LineWriter:
    """One line while its words arrive."""

    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _space: bool = False
    _border: bool = False
    _ended: bool = False
    _open: list[_Open] = field(default_factory=list)
    _done: list[Emphasis] = field(default_factory=list)
    _linked: int = 0
    _links: int = 0

    @property
    def length(self) -> int:
        """How many characters the line has."""
        return self._length

    def add(self, raw: str) -> None:
        """Add a piece of text; whitespace is collapsed."""
        words = " ".join(clean(raw).split())
        if not words:
            self._space = self._space or bool(raw)
            return
        if self._length and (self._space or raw[0].isspace() or self._is_apart(words)):
            self._parts.append(" ")
            self._length += 1
        for mark in self._open:
            if mark.start < 0:
                mark.start = self._length
        self._parts.append(words)
        self._length += len(words)
        self._linked += len(words) if self._links else 0
        self._space = raw[-1].isspace()
        self._border = self._ended = False

    def _is_apart(self, words: str) -> bool:
        """Whether styles visually separate words from those before them: not within a clock, an address or a word."""
        before = "".join(self._parts[-2:])
        if self._border and (words[0].isalnum() or words[0] in _OPENING):
            return before[-1] != "/" and not (words[0].isdigit() and before[-1] == ":" and before[-2:-1].isdigit())
        return self._ended and words[0].isupper() and before[-1].islower()

    def border(self) -> None:
        """Put a space before what comes next if it begins a word: styles separate adjacent elements."""
        self._border = True

    def end(self) -> None:
        """Put a space before what comes next if it is the start of a word: a kicker's element has ended."""
        self._ended = True

    def open(self, kind: EmphasisKind | None, address: str | None) -> bool:
        """Open a span; `None` for a link that is not to be opened. False inside one of the same kind."""
        if any(mark.kind is kind for mark in self._open):
            return False
        self._open.append(_Open(kind, address))
        self._links += kind is None or kind is EmphasisKind.LINK
        return True

    def close(self) -> None:
        """Close the latest span."""
        mark = self._open.pop()
        self._links -= mark.kind is None or mark.kind is EmphasisKind.LINK
        self._keep(mark)

    def take(self) -> tuple[str, tuple[Emphasis, ...], int]:
        """The line so far, its spans, and how many of its letters are linked; begins a new line."""
        for mark in self._open:
            self._keep(mark)
        text, emphasis, linked = "".join(self._parts), tuple(sorted(self._done, key=_place)), self._linked
        self._parts, self._length, self._space, self._done, self._linked = [], 0, False, [], 0
        self._border = self._ended = False
        for mark in self._open:
            mark.start = -1
        whole = composed(text)
        return whole, emphasis if whole is text else (), linked

    def _keep(self, mark: _Open) -> None:
        if mark.kind is not None and 0 <= mark.start < self._length:
            self._done.append(Emphasis(Span(mark.start, self._length), mark.kind, mark.address))


def _place(mark: Emphasis) -> tuple[int, int, str]:
    return mark.span.start, -mark.span.end, mark.kind
