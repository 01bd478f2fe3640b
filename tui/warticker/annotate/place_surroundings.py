"""The words around a name, within its clause: what the rules for places look at."""

from __future__ import annotations

import re
from typing import NamedTuple

REACH = 90
"""How many code points to each side count."""

_BREAK = re.compile(r"[.!?:;\n„“”\"»«()–…]| - ")
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|,")


class Surroundings(NamedTuple):
    """What stands around a name in its clause."""

    left: tuple[str, ...]
    """Words and commas before it, the nearest last."""
    right: tuple[str, ...]
    """Words and commas after it, the nearest first."""
    before: str
    """The character before it; empty at the start."""
    after: str
    """The character after it; empty at the end."""
    joined: bool
    """Whether the next word follows after a single space."""

    def previous(self, steps: int = 1) -> str:
        """Give a word before the name, in small letters; empty where the clause begins."""
        return self.left[-steps].lower() if len(self.left) >= steps else ""

    def next(self, steps: int = 1) -> str:
        """Give a word after the name, as written; empty where the clause ends."""
        return self.right[steps - 1] if len(self.right) >= steps else ""


def surroundings(text: str, start: int, end: int) -> Surroundings:
    """Give the words of a name's clause, at most `REACH` code points to each side."""
    head = text[max(0, start - REACH) : start]
    for cut in _BREAK.finditer(head):
        last = cut.end()
    if _BREAK.search(head):
        head = head[last:]
    tail = text[end : end + REACH]
    if cut_off := _BREAK.search(tail):
        tail = tail[: cut_off.start()]
    right = tuple(_TOKEN.findall(tail))
    return Surroundings(
        tuple(_TOKEN.findall(head)), right, text[start - 1 : start] if start else "", text[end : end + 1],
        bool(right) and tail.startswith(" " + right[0]),
    )  # fmt: skip
