"""Looks up the positions of a dense segment's entries by number, many at a time.

A single lookup takes Python a tenth of a microsecond, too long for half a million of them on each key that is typed.
`bytes.translate` looks up any number of bytes at once: so numbers that share all but their last byte are looked up
together, once for each byte of a position.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left

from pyroaring import BitMap

from warticker.archive.segments.parts import CHUNK, Load, Numbers, chunks, numbers

_BLOCK = 256
"""How many numbers share all but their last byte."""

_MANY = 256
"""With more than this many numbers in a chunk, looking them up together is faster."""

_WIDTH = 4
"""Bytes to a number."""

_LAST, _LAST_BUT_ONE = (0, 1) if sys.byteorder == "little" else (_WIDTH - 1, _WIDTH - 2)


class Positions:
    """The position of each entry by its number, in chunks that are loaded when first needed."""

    def __init__(self, load: Load, size: int) -> None:
        """Look up the first `size` numbers in the part `positions`."""
        self._load = load
        self._size = size
        self._tables: dict[int, list[tuple[int, list[bytes]]]] = {}

    def __getitem__(self, number: int) -> int:
        found = bytearray(_WIDTH)
        for place, tables in self._of_chunk(number // CHUNK):
            found[place] = tables[number % CHUNK // _BLOCK][number % _BLOCK]
        return int.from_bytes(found, sys.byteorder)

    def whole(self) -> array[int]:
        """All positions, as a new array."""
        return Numbers(self._load, "positions", "I", self._size).whole()

    def read_ahead(self) -> None:
        """Load all chunks."""
        for at in range(-(-self._size // CHUNK)):
            self._of_chunk(at)

    def of(self, wanted: BitMap) -> BitMap:
        """The positions of some numbers."""
        found = BitMap()
        for at, some in chunks(wanted):
            if len(some) > _MANY:
                found.update(self._looked_up(at, some.shift(-at * CHUNK).to_array()))
            else:
                found.update([self[number] for number in some])
        return found

    def _looked_up(self, at: int, inside: array[int]) -> array[int]:
        """The positions of some numbers of a chunk, given relative to its start and in order."""
        whole = inside.tobytes()
        last, block = whole[_LAST::_WIDTH], whole[_LAST_BUT_ONE::_WIDTH]
        pieces, end = [], 0
        for number in range(CHUNK // _BLOCK):
            start, end = end, bisect_left(block, number + 1, end, min(end + _BLOCK, len(block)))
            pieces.append(last[start:end])
        found = bytearray(len(whole))
        for place, tables in self._of_chunk(at):
            found[place::_WIDTH] = b"".join(map(bytes.translate, pieces, tables))
        return numbers("I", bytes(found))

    def _of_chunk(self, at: int) -> list[tuple[int, list[bytes]]]:
        """The translation tables of a chunk, one per block, for each byte place that is not zero throughout."""
        if at not in self._tables:
            whole = self._load("positions", at).ljust(_WIDTH * CHUNK, b"\0")
            self._tables[at] = [
                (place, [one[start : start + _BLOCK] for start in range(0, CHUNK, _BLOCK)])
                for place in range(_WIDTH)
                if (one := whole[place::_WIDTH]).strip(b"\0")
            ]
        return self._tables[at]
