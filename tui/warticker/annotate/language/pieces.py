"""A text split at its spaces, once for all annotators that look at its words.

Most of what is written has been written before. So each piece is looked up once, for a number; what an annotator
derives from a piece alone is computed when a text first has it, and kept in a list under that number. Measured: most
of the cost of a lookup is that a large dictionary lies in slow memory, and five of them took a quarter of all
annotation; one automaton over all names and terms (ahocorasick-rs) takes 0.3 s to build, and each of its hits must then
be checked for chance matches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, compress, count
from operator import itemgetter
from threading import Lock
from typing import Any, NamedTuple, TypeVar

Look = TypeVar("Look")

LINE_END = "\n"
"""The piece for the end of a line."""
REMEMBERED = 50_000
"""How many pieces are remembered; a year of tickers has about as many."""
LETTERS = 1_000_000
"""How many characters they may have in total."""


class Lexicon(dict[str, int]):
    """The pieces met so far with their numbers, and what annotators derive from each."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        """The pieces, by number."""
        self.sizes: list[int] = []
        """Characters of each with the following space; 0 for a line's end, which is counted with the word before it."""
        self.letters = 0
        """Characters of all."""
        self._looks: dict[Callable[[str], Any], list[Any]] = {}
        self._lock = Lock()
        """Numbers and results are added by one thread at a time."""

    def __missing__(self, piece: str) -> int:
        """Number a new piece."""
        with self._lock:
            if piece not in self:
                self.words.append(piece)
                self.sizes.append(0 if piece == LINE_END else len(piece) + 1)
                self.letters += len(piece)
                self[piece] = len(self.words) - 1
            return self[piece]

    def looks(self, look: Callable[[str], Look]) -> list[Look]:
        """The results of `look` for each piece, by number; the list grows with the pieces and must not be modified."""
        found = self._looks.get(look)
        if found is None or len(found) < len(self.words):
            with self._lock:
                found = self._looks.setdefault(look, [])
                found.extend(map(look, self.words[len(found) :]))
        return found


class Pieces(NamedTuple):
    """The words between the spaces of a text, in order, with their punctuation."""

    lexicon: Lexicon
    numbers: list[int]
    """The number of each in the lexicon; `LINE_END` ends every line."""
    starts: list[int]
    """Where each begins, and the text's end; a line's end begins with the next line."""
    taken: Callable[[Sequence[Any]], Sequence[Any]]
    """Takes what is theirs from a list for all pieces of the lexicon; one by one would take twice as long."""

    def looks(self, look: Callable[[str], Look]) -> Sequence[Look]:
        """The results of `look` for each of the pieces."""
        return self.taken(self.lexicon.looks(look))

    def found(self, look: Callable[[str], Look | None]) -> Iterator[tuple[int, Look]]:
        """The pieces with a result of `look`, with their indices: for most annotators, few pieces matter."""
        looks = self.looks(look)
        return zip(compress(count(), looks), filter(None, looks), strict=True)


_lexicon = [Lexicon()]


@lru_cache(maxsize=4)
def cut(text: str) -> Pieces:
    """Split a text at spaces and line ends."""
    lexicon = _lexicon[0]
    if len(lexicon) > REMEMBERED or lexicon.letters > LETTERS:
        lexicon = _lexicon[0] = Lexicon()
    spaced = text.replace(LINE_END, f" {LINE_END} ")
    numbers = list(map(lexicon.__getitem__, f"{spaced} {LINE_END}".split(" ")))
    taken = itemgetter(*numbers)  # there are at least two, as a line's end is one
    return Pieces(lexicon, numbers, list(accumulate(taken(lexicon.sizes), initial=0)), taken)
