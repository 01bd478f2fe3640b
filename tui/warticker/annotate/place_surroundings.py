"""The words around a name, within its clause: what the rules for places look at."""

from __future__ import annotations

import re

REACH = 64
"""How many code points after a name count."""

REACH_BACK = 40
"""How many code points before it count: prepositions and nouns stand near."""

_FOLLOWING = re.compile(r"[ -]([^\W_]+(?:['’-][^\W_]+)*)")

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,.!?:;\n„“”\"»«()–…]| - ")
_BREAKS = frozenset([*'.!?:;\n„“”"»«()–…', " - "])
"""What ends a clause, for our purposes."""


_HAPPENS = re.compile(
    r"\b(?:Tote|Toten|Toter|Verletzte|Verletzter|Opfer|Explosion|Explosionen|Detonationen|Brand|Feuer|Luftalarm|Stromausfall"
    r"|Einschlag|Einschläge|Protest|Proteste|demonstrieren|Demonstranten|Ankunft|Festnahmen|Trümmer)\b"
)
"""What happens in a place and is not said by a government."""


class Surroundings:
    """What stands around a name in its clause."""

    __slots__ = ("_end", "_following", "_right", "_text", "after", "before", "left", "word")

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._end = end
        self._right: list[str] | None = None
        self._following: str | None = None
        left = _TOKEN.findall(text, max(0, start - REACH_BACK), start)
        for position in range(len(left) - 1, -1, -1):
            if left[position] in _BREAKS:
                del left[: position + 1]
                break
        self.left: list[str] = left
        """Words and commas before the name, the nearest last."""
        self.before = text[start - 1 : start] if start else ""
        """The character before it; empty at the start."""
        self.after = text[end : end + 1]
        """The character after it; empty at the end."""
        self.word = left[-1].lower() if left else ""
        """The word before it, in small letters; empty where the clause begins."""

    @property
    def right(self) -> list[str]:
        """Words and commas after the name, the nearest first."""
        if self._right is None:
            right = _TOKEN.findall(self._text, self._end, self._end + REACH)
            self._right = right[: next((at for at, token in enumerate(right) if token in _BREAKS), None)]
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
        """Whether it is a dateline: "Kiew (dpa) - "."""
        return not self.left and self._text.startswith((" (", " - ", " – "), self._end)

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
