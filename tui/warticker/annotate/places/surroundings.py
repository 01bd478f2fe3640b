"""The words around a name, within its clause: the context that the rules for places use."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache
from typing import NamedTuple

from warticker.annotate.language.function_words import ARTICLES, PREPOSITIONS
from warticker.annotate.language.pieces import Pieces
from warticker.annotate.places.names import CAPITALS, Name
from warticker.expressions import compiled

REACH = 64
"""How many code points after a name are used."""

REACH_BACK = 40
"""How many code points before it are used: prepositions and nouns are near."""

_OPENING = compiled(r"[^\W_]+(?:['’-][^\W_]+)*")

_TOKEN = compiled(r"[^\W_]+(?:['’-][^\W_]+)*|[,.!?:;\n„“”\"»«()–…]")
_DASH = "-"
_BREAKS = frozenset([*'.!?:;\n„“”"»«()–…', _DASH])
"""Signs that end a clause, for this purpose."""


class _Look(NamedTuple):
    """The words and commas of a piece of text."""

    last: list[str]
    """The words after the last break, or all."""
    first: list[str]
    """The words before the first break, or all."""
    breaks: bool
    """Whether a clause ends in it."""
    opening: str
    """Its first word, as written; empty without any."""


def _look(piece: str) -> _Look:
    if piece.isalpha():
        return _Look([piece], [piece], False, piece[: REACH - 1])
    tokens = [_DASH] if piece == _DASH else _TOKEN.findall(piece)
    ends = [number for number, token in enumerate(tokens) if token in _BREAKS]
    last, first = (tokens[ends[-1] + 1 :], tokens[: ends[0]]) if ends else (tokens, tokens)
    opening = _OPENING.match(piece, 0, REACH - 1)
    return _Look(last, first, bool(ends), opening[0] if opening else "")


_beside = lru_cache(maxsize=4096)(_look)
"""What stands beside a name in its own piece."""

_HAPPENS = compiled(
    r"\b(?:Tote|Toten|Toter|Verletzte|Verletzter|Opfer|Explosion|Explosionen|Detonationen|Brand|Feuer|Luftalarm|Stromausfall"
    r"|Einschlag|Einschläge|Protest|Proteste|demonstrieren|Demonstranten|Ankunft|Festnahmen|Trümmer)\b"
)
"""Nouns of events in a place, which governments do not announce."""


_DATELINE = compiled(
    r"(?:/[^\W\d][\w.]{1,20}(?: [A-ZÄÖÜ][\w.]{1,20})?){0,4}(?: [(–-](?=\w| )|, \d{1,2}[.:]\d| \w{2,9} \| )"
)
"""Text after a dateline's place: more places, an agency, a dash, a time."""
_LIES_IN = compiled(r" (?:\(|in |im |auf )([^).,:;\n]+)")
_ANEW = ARTICLES | PREPOSITIONS
"""Words that begin a sentence directly after the dateline's place."""


class Candidate:
    """A name in a text, with its context in its clause; what follows beyond the next word is read on demand."""

    def __init__(self, text: str, pieces: Pieces, piece: int, start: int, end: int, name: Name) -> None:
        self.name = name
        self.start = start
        self.end = end
        self._text = text
        self._piece = piece
        """The piece that the name starts in."""
        self._numbers = pieces.numbers
        self._starts = pieces.starts
        self._looks = pieces.lexicon.looks(_look)
        self.before = text[start - 1] if start else ""
        """The character before it; empty at the start."""
        self.after = text[end : end + 1]
        """The character after it; empty at the end."""
        self.left = self._left()
        """Words and commas before the name, the nearest last."""
        self.word = self.left[-1].lower() if self.left else ""
        """The word before it, in lower case; empty at the start of the clause."""
        self.following = self._following()
        """The next word, as written, if it follows after a single space or hyphen; else empty."""

    def _left(self) -> list[str]:
        piece, reach = self._piece, self.start - REACH_BACK
        left: list[str] = []
        if self._starts[piece] < self.start:
            own = _beside(self._text[max(self._starts[piece], reach) : self.start])
            left = own.last
            if own.breaks:
                return left
        first = bisect_right(self._starts, reach, 0, piece + 1) - 1
        for number in self._numbers[max(0, first) : piece][::-1]:
            look = self._looks[number]
            left = look.last + left
            if look.breaks:
                break
        return left

    @cached_property
    def right(self) -> list[str]:
        """Words and commas after the name, the nearest first."""
        piece, reach = self._last_piece() + 1, self.end + REACH
        rest = self._starts[piece] - 1
        right: list[str] = []
        if self.end < rest:
            own = _beside(self._text[self.end : min(rest, reach)])
            if own.breaks:
                return own.first
            right += own.first
        while self._starts[piece] <= reach:
            look = self._looks[self._numbers[piece]]
            right += look.first
            if look.breaks:
                break
            piece += 1
        return right

    def _following(self) -> str:
        if self.after == " ":
            return self._looks[self._numbers[self._last_piece() + 1]].opening
        if self.after != "-":
            return ""
        match = _OPENING.match(self._text, self.end + 1, self.end + REACH)
        return match[0] if match else ""

    def _last_piece(self) -> int:
        """The index of the piece that the name ends in: names of several words contain spaces."""
        return self._piece + self._text.count(" ", self.start, self.end)

    @property
    def opens_a_report(self) -> bool:
        """Whether it is a dateline: "Kiew (dpa) - ", "KIEW:", "Kiew, 12:30 Uhr"; on top "Kiew. ", "Kiew Die Lage"."""
        if self.word and self.before != "/":
            return False
        if self.before in {"", "\n"} and (
            self._text.startswith((". ", "/"), self.end)
            or (self.following.istitle() and self.following.lower() in _ANEW)
        ):
            return True
        if self.after == ":" and (self.before == "\n" or self.name.form is CAPITALS):
            return True
        return _DATELINE.match(self._text, self.end) is not None

    @property
    def is_numbered(self) -> bool:
        """Whether it is joined to a number, like the airfield Engels-2."""
        return self.after == "-" and self._text[self.end + 1 : self.end + 2].isdigit()

    @property
    def is_where(self) -> bool:
        """Whether it is a location before a colon: "Kiew: Zwei Tote bei Angriff"."""
        return self.after == ":" and _HAPPENS.search(self._text, self.end, self.end + REACH) is not None

    @property
    def is_gloss(self) -> bool:
        """Whether it is alone in parentheses: "Kiew (Ukraine)"."""
        return self.before == "(" and self.after == ")"

    @property
    def gloss(self) -> str:
        """The location given right after it: `Texas` in "Odessa (Texas)" and "Odessa in Texas"; empty without one."""
        match = _LIES_IN.match(self._text, self.end, self.end + REACH)
        return match[1] if match else ""

    def previous(self, steps: int) -> str:
        """A word before the name, in lower case; empty beyond the start of the clause."""
        return self.left[-steps].lower() if len(self.left) >= steps else ""

    def next(self, steps: int = 1) -> str:
        """A word after the name, as written; empty beyond the end of the clause."""
        return self.right[steps - 1] if len(self.right) >= steps else ""
