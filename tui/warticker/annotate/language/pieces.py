"""A text cut at its spaces, once for all annotators that look at its words.

Most of what is written has been written before. So each piece is looked up once, for a number; what an annotator makes
of a piece alone is worked out when the first text has it, and stands in a list under that number. Measured: most of
what a look-up costs is that a large dictionary lies in slow memory, and five of them took a quarter of all annotation;
one automaton over all names and terms (ahocorasick-rs) takes 0.3 s to build, and each of its hits must then be told
from chance letters.
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
"""The piece that stands where a line ends."""
REMEMBERED = 50_000
"""How many pieces are remembered; a year of tickers has about as many."""
LETTERS = 1_000_000
"""How many characters all of them may have together."""


class Lexicon(dict[str, int]):
    """The pieces met so far with their numbers, and what annotators make of each."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        """The pieces by their numbers."""
        self.sizes: list[int] = []
        """Characters of each with the space behind it; a line's end has none, as it is counted with the word before."""
        self.letters = 0
        """Characters of all."""
        self._looks: dict[Callable[[str], Any], list[Any]] = {}
        self._lock = Lock()
        """Numbers and looks are added by one thread at a time."""

    def __missing__(self, piece: str) -> int:
        """Give a new piece its number."""
        with self._lock:
            if piece not in self:
                self.words.append(piece)
                self.sizes.append(0 if piece == LINE_END else len(piece) + 1)
                self.letters += len(piece)
                self[piece] = len(self.words) - 1
            return self[piece]

    def looks(self, look: Callable[[str], Look]) -> list[Look]:
        """What `look` makes of each piece, by their numbers; the list grows with the pieces and is only to be read."""
        found = self._looks.get(look)
        if found is None or len(found) < len(self.words):
            with self._lock:
                found = self._looks.setdefault(look, [])
                for word in self.words[len(found) :]:
                    found.append(look(word))
        return found


class Pieces(NamedTuple):
    """What stands between the spaces of a text, in order, with the marks that words carry."""

    lexicon: Lexicon
    numbers: list[int]
    """Each piece's, in the lexicon; `LINE_END` ends every line."""
    starts: list[int]
    """Where each begins, and the text's end; a line's end begins with the line behind it."""

    def looks(self, look: Callable[[str], Look]) -> Sequence[Look]:
        """What `look` makes of each of the pieces."""
        # Two at least, as a line's end is one; to take them one by one would take twice as long.
        looks: Sequence[Look] = itemgetter(*self.numbers)(self.lexicon.looks(look))
        return looks

    def found(self, look: Callable[[str], Look | None]) -> Iterator[tuple[int, Look]]:
        """What `look` finds in the pieces, behind their places: of most annotators' pieces few are worth a step."""
        looks = self.looks(look)
        return zip(compress(count(), looks), filter(None, looks), strict=True)


_lexicon = [Lexicon()]


@lru_cache(maxsize=4)
def cut(text: str) -> Pieces:
    """Cut a text at its spaces and ends of lines."""
    lexicon = _lexicon[0]
    if len(lexicon) > REMEMBERED or lexicon.letters > LETTERS:
        lexicon = _lexicon[0] = Lexicon()
    spaced = text.replace(LINE_END, f" {LINE_END} ")
    numbers = list(map(lexicon.__getitem__, f"{spaced} {LINE_END}".split(" ")))
    return Pieces(lexicon, numbers, list(accumulate(map(lexicon.sizes.__getitem__, numbers), initial=0)))
