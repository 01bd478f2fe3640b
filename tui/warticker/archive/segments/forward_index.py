"""The values that each entry has of a field, in one segment of an archive: what an index by value is the inverse of."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import chain

from pyroaring import BitMap

from warticker.archive.segments.parts import CHUNK, Load, Numbers, chunks, numbers


class ForwardIndex:
    """The ids of each entry's own values by the entry's number, in chunks that are read when they are first needed."""

    def __init__(self, load: Load, letter: str, entries: Numbers) -> None:
        """Read the parts of a field; `entries` are the numbers at each position, the first so many there are."""
        self._load = load
        self._letter = letter
        self._entries = entries
        self._chunks: dict[int, tuple[array[int], array[int]]] = {}

    def chunk(self, at: int) -> tuple[array[int], array[int]]:
        """Where the ids of each entry of a chunk of numbers begin, and the ids; nothing where no chunk is."""
        if at * CHUNK >= len(self._entries):
            return array("I", [0]), array("I")
        if at not in self._chunks:
            starts, ids = (self._load(f"{self._letter}/{part}", at) for part in ("starts", "ids"))
            self._chunks[at] = numbers("I", starts), numbers("I", ids)
        return self._chunks[at]

    def ids(self, positions: BitMap) -> Iterator[int]:
        """The ids of the values of some entries, one entry behind another."""
        wanted = BitMap(self._entries.at(positions))
        for chunk, some in chunks(wanted):
            first, (starts, ids) = chunk * CHUNK, self.chunk(chunk)
            yield from chain.from_iterable([ids[starts[at - first] : starts[at - first + 1]] for at in some])
