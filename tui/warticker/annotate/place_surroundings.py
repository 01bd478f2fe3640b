"""The words around a name, within its clause: what the rules for places look at."""

from __future__ import annotations

import re

REACH = 64
"""How many code points to each side count."""

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,.!?:;\n„“”\"»«()–…]| - ")
_BREAKS = frozenset([*'.!?:;\n„“”"»«()–…', " - "])
"""What ends a clause, for our purposes."""


class Surroundings:
    """What stands around a name in its clause."""

    __slots__ = ("_end", "_right", "_text", "after", "before", "left", "word")

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._end = end
        self._right: list[str] | None = None
        left = _TOKEN.findall(text, max(0, start - REACH), start)
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
    def joined(self) -> bool:
        """Whether the next word follows after a single space or hyphen."""
        return self.after in {" ", "-"} and bool(self.right) and self._text.startswith(self.right[0], self._end + 1)

    @property
    def opens_a_report(self) -> bool:
        """Whether it is a dateline: "Kiew (dpa) - "."""
        return not self.left and self._text.startswith((" (", " - ", " – "), self._end)

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
