"""Builds a rendered text: styles by name, links, and who claims what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from rich.style import Style
from rich.text import Text

from warticker.model import Side, Span

MEASURE = 76
"""Cells in the longest line of running text."""

SEPARATOR = "\xa0· "
"""Separates the facts on a line; the line can be broken only after it."""

STYLES: Mapping[str, Style] = {
    "headline": Style(bold=True),
    "meta": Style(dim=True),
    "heading": Style(bold=True, dim=True),
    "time": Style(color="blue"),
    "earlier": Style(dim=True),
    "place": Style(underline=True),
    "topic": Style(color="yellow"),
    "person": Style(bold=True),
    "figure": Style(bold=True),
    "quotation": Style(italic=True, color="green"),
    "ukraine": Style(color="blue"),
    "russland": Style(color="red"),
    "westen": Style(color="cyan"),
    "medien": Style(color="magenta"),
    "andere": Style(dim=True),
    "warning": Style(color="yellow"),
    "hit": Style(reverse=True),
    "emphasis": Style(italic=True),
    "strong": Style(bold=True),
    "link": Style(underline=True),
    "quote": Style(italic=True),
    "withdrawn": Style(bold=True, color="red"),
    "note": Style(italic=True, color="yellow"),
    "gone": Style(strike=True, color="red"),
    "added": Style(bold=True, underline=True, color="green"),
}
"""Every style by name, as a terminal without a theme shows it."""


class Link(NamedTuple):
    """A stretch of a rendered text that leads somewhere."""

    start: int
    end: int
    field: str
    """A field of the query (`city`, `topic`, ...) to filter by, `entry`, or `address`."""
    value: str
    """The field's value, the entry's key, or the address."""
    because: tuple[tuple[int, int], ...] = ()
    """The text behind it: a topic's evidence, what a side claims."""


class Rendered(NamedTuple):
    """A text with its links, in order."""

    text: Text
    links: tuple[Link, ...] = ()
    hits: tuple[tuple[int, int], ...] = ()
    """The matches of the search, in order."""
    claims: tuple[tuple[int, int, Side], ...] = ()
    """Stretches that somebody claims, with their sides."""
    hanging: tuple[tuple[int, int], ...] = ()
    """Offsets of lines whose continuation is indented, and by how many cells."""
    separators: frozenset[int] = frozenset()
    """Offsets of `SEPARATOR`s: at the end of a broken line one is left out."""
    entry: int = 0
    """Where the requested entry begins among several; the view starts there."""

    @classmethod
    def nothing(cls) -> Rendered:
        """An empty text."""
        return cls(Text())


class Composer:
    """A rendered text in the making."""

    def __init__(self) -> None:
        self.text = Text()
        self.links: list[Link] = []
        self.hits: list[tuple[int, int]] = []
        self.claims: list[tuple[int, int, Side]] = []
        self._hanging: list[tuple[int, int]] = []
        self._separators: set[int] = set()
        self._stretches: list[tuple[int, int, int]] = []
        """Stretches of the entry's text, in order: start, end, and how far they are shifted here."""
        self._entry = 0

    def line(self, *parts: str | tuple[str, str]) -> None:
        """Add a line of plain and styled parts."""
        self.text.append_text(Text.assemble(*parts)).append("\n")

    def hang(self, cells: int) -> None:
        """Indent the continuation of the next line by so many cells where it is broken."""
        self._hanging.append((len(self.text), cells))

    def separate(self) -> None:
        """Separate what follows from what was added."""
        self._separators.add(len(self.text))
        self.text.append(SEPARATOR, "meta")

    def part(self) -> None:
        """Part what follows from what was added, if anything was, by an empty line."""
        if self.text:
            self.text.append("\n")

    def title(self, text: str, hits: Sequence[Span]) -> None:
        """Add a headline on a line of its own, the search's hits marked; nothing where it is empty."""
        if not text:
            return
        begin = len(self.text)
        self.text.append(text, "headline").append("\n")
        self.mark((begin + span.start, begin + span.end) for span in hits)

    def mark(self, hits: Iterable[tuple[int, int]]) -> None:
        """Mark matches of the search."""
        for start, end in hits:
            self.text.stylize("hit", start, end)
            self.hits.append((start, end))

    def link(self, label: str, style: str, field: str, value: str, because: Sequence[Span] = ()) -> None:
        """Add a link, with the spans of the entry behind it."""
        start = len(self.text)
        self.text.append(label, style)
        self.links.append(Link(start, len(self.text), field, value, tuple((span.start, span.end) for span in because)))

    def begin(self, *, asked: bool = False) -> None:
        """Begin another entry, perhaps the requested one: what follows belongs to its text."""
        self._stretches.clear()
        if asked:
            self._entry = len(self.text)

    def here(self, start: int, end: int) -> None:
        """Declare that this stretch of the entry's text is added next; stretches come in order."""
        self._stretches.append((start, end, len(self.text) - start))

    def placed(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where a span of the entry's text is here, split where stretches end."""
        for index in range(max(bisect_right(self._stretches, start, key=itemgetter(0)) - 1, 0), len(self._stretches)):
            begun, ended, shift = self._stretches[index]
            if begun >= end:
                return
            if start < ended:
                yield max(start, begun) + shift, min(end, ended) + shift

    def finish(self) -> Rendered:
        """The text, its links in order."""
        links = sorted(self.links, key=lambda link: (link.start, link.end))
        placed = tuple(
            link._replace(because=tuple(part for span in link.because for part in self.placed(*span))) for link in links
        )
        return Rendered(
            self.text,
            placed,
            tuple(sorted(self.hits)),
            tuple(self.claims),
            tuple(self._hanging),
            frozenset(self._separators),
            self._entry,
        )
