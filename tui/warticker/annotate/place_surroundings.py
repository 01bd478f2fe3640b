"""The words around a name, within its clause: what the rules for places look at."""

from __future__ import annotations

import re
from typing import NamedTuple

from warticker.annotate.pieces import LINE_END, Remembered, cut

REACH = 64
"""How many code points after a name count."""

REACH_BACK = 40
"""How many code points before it count: prepositions and nouns stand near."""

_FOLLOWING = re.compile(r"[ -]([^\W_]+(?:['’-][^\W_]+)*)")

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,.!?:;\n„“”\"»«()–…]")
_DASH = "-"
_BREAKS = frozenset([*'.!?:;\n„“”"»«()–…', _DASH])
"""What ends a clause, for our purposes."""


class _Tokens(NamedTuple):
    """The words and commas of a piece of text."""

    last: list[str]
    """Those after the last break, or all."""
    first: list[str]
    """Those before the first break, or all."""
    breaks: bool
    """Whether a clause ends in it."""


def _tokens(piece: str) -> _Tokens:
    tokens = [_DASH] if piece == _DASH else _TOKEN.findall(piece)
    ends = [number for number, token in enumerate(tokens) if token in _BREAKS]
    return _Tokens(tokens[ends[-1] + 1 :], tokens[: ends[0]], True) if ends else _Tokens(tokens, tokens, False)


_LOOKS: Remembered[_Tokens] = Remembered(_tokens)

_HAPPENS = re.compile(
    r"\b(?:Tote|Toten|Toter|Verletzte|Verletzter|Opfer|Explosion|Explosionen|Detonationen|Brand|Feuer|Luftalarm|Stromausfall"
    r"|Einschlag|Einschläge|Protest|Proteste|demonstrieren|Demonstranten|Ankunft|Festnahmen|Trümmer)\b"
)
"""What happens in a place and is not said by a government."""


_DATELINE = re.compile(r"(?:/[A-ZÄÖÜ][\w.]{1,20}(?: [A-ZÄÖÜ][\w.]{1,20})?){0,3}(?: [(–-](?=\w| )|, \d{1,2}[.:]\d)")
"""What a report's place goes on with: more of them, an agency, a dash, a clock time."""


class Surroundings:
    """What stands around a name in its clause."""

    __slots__ = ("_end", "_following", "_piece", "_right", "_text", "after", "before", "left", "word")

    def __init__(self, text: str, start: int, end: int, piece: int) -> None:
        self._text = text
        self._end = end
        self._piece = piece
        self._right: list[str] | None = None
        self._following: str | None = None
        self.left = _left(text, start, piece)
        """Words and commas before the name, the nearest last."""
        self.before = text[start - 1] if start else ""
        """The character before it; empty at the start."""
        self.after = text[end : end + 1]
        """The character after it; empty at the end."""
        self.word = self.left[-1].lower() if self.left else ""
        """The word before it, in small letters; empty where the clause begins."""

    @property
    def right(self) -> list[str]:
        """Words and commas after the name, the nearest first."""
        if self._right is None:
            self._right = _right(self._text, self._end, self._piece)
        return self._right

    @property
    def following(self) -> str:
        """The next word, as written, where it follows after a single space or hyphen; else empty."""
        if self._following is None:
            match = _FOLLOWING.match(self._text, self._end, self._end + REACH)
            self._following = match[1] if match else ""
        return self._following

    @property
    def opens_a_report(self) -> bool:
        """Whether it is a dateline: "Kiew (dpa) - ", "KIEW/MOSKAU (AP)", "Kiew, 12:30 Uhr"."""
        return not self.left and _DATELINE.match(self._text, self._end) is not None

    @property
    def is_numbered(self) -> bool:
        """Whether a number is joined to it, as to the airfield Engels-2."""
        return self.after == "-" and self._text[self._end + 1 : self._end + 2].isdigit()

    @property
    def is_where(self) -> bool:
        """Whether it says, before a colon, where something happened: "Kiew: Zwei Tote bei Angriff"."""
        return self.after == ":" and _HAPPENS.search(self._text, self._end, self._end + REACH) is not None

    @property
    def gloss(self) -> str:
        """What stands in parentheses right after: `Texas` in "Odessa (Texas)"; empty without."""
        if not self._text.startswith(" (", self._end):
            return ""
        return self._text[self._end + 2 : self._end + REACH].partition(")")[0]

    def previous(self, steps: int) -> str:
        """Give a word before the name, in small letters; empty where the clause has begun."""
        return self.left[-steps].lower() if len(self.left) >= steps else ""

    def next(self, steps: int = 1) -> str:
        """Give a word after the name, as written; empty where the clause has ended."""
        return self.right[steps - 1] if len(self.right) >= steps else ""


def _left(text: str, start: int, piece: int) -> list[str]:
    """Give the words and commas before a place of the text that lies in a piece, from the last break on."""
    words, starts = cut(text)
    first = starts[piece]
    own = _tokens(text[max(first, start - REACH_BACK) : start]) if first < start else _NONE
    left = own.last
    if own.breaks:
        return left
    reach = start - REACH_BACK
    while piece and starts[piece] > reach:
        piece -= 1
        look = _LOOKS[words[piece]]
        left = look.last + left
        if look.breaks:
            break
    return left


def _right(text: str, end: int, piece: int) -> list[str]:
    """Give the words and commas after a place of the text that lies in a piece or behind, up to the next break."""
    words, starts = cut(text)
    while piece + 1 < len(starts) and starts[piece + 1] <= end and words[piece] != LINE_END:
        piece += 1
    rest = starts[piece] + len(words[piece])
    own = _tokens(text[end : min(rest, end + REACH)]) if end < rest else _NONE
    right = own.first
    if own.breaks:
        return right
    reach = end + REACH
    while piece + 1 < len(words) and rest < reach:
        piece += 1
        look = _LOOKS[words[piece]]
        right = right + look.first
        if look.breaks:
            break
        rest = starts[piece] + len(words[piece])
    return right


_NONE = _Tokens([], [], False)
