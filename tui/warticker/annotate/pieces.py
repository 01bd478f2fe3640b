"""A text cut at its spaces, once for all annotators that look at its words.

Most of what is written has been written before: what an annotator makes of a piece alone is remembered, so that a
text costs a look-up for each piece. Measured against one automaton over all names and terms (ahocorasick-rs): that is
through a text in half the time, but takes 0.3 s to build, and each of its hits must then be told from chance letters.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from operator import add
from typing import Generic, NamedTuple, TypeVar

Look = TypeVar("Look")

LINE_END = "\n"
"""The piece that stands where a line ends."""
LONGEST = 80
"""Characters of the longest piece that is remembered: no German word is longer, and hostile ones are."""
REMEMBERED = 50_000
"""How many pieces are remembered; a year of tickers has about as many."""


class Pieces(NamedTuple):
    """What stands between the spaces of a text, in order."""

    words: list[str]
    """With the marks that they carry; `LINE_END` where a line ends."""
    starts: list[int]
    """Where each begins."""


@lru_cache(maxsize=4)
def cut(text: str) -> Pieces:
    """Cut a text at its spaces and ends of lines."""
    words: list[str] = []
    starts: list[int] = []
    start = 0
    for line in text.split(LINE_END):
        parts = line.split(" ")
        words += parts
        words.append(LINE_END)
        starts += map(add, accumulate(map(len, parts), initial=start), range(len(parts)))
        start += len(line)
        starts.append(start)
        start += 1
    return Pieces(words, starts)


class Remembered(dict[str, Look], Generic[Look]):
    """What an annotator makes of pieces, worked out when first asked for."""

    def __init__(self, look: Callable[[str], Look]) -> None:
        super().__init__()
        self._look = look

    def __missing__(self, piece: str) -> Look:
        """Work it out, and remember it unless the piece is overlong."""
        found = self._look(piece)
        if len(piece) <= LONGEST:
            if len(self) >= REMEMBERED:
                self.clear()
            self[piece] = found
        return found
