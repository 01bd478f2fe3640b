"""Where the entries of a dense segment are, looked up by their numbers for many of them at a time.

Python takes a tenth of a microsecond to look up one, too long for half a million within a letter that is typed.
`bytes.translate` looks up as many bytes as there are at a time: so numbers that share all but their last byte are
looked up together, once for each byte that a position has.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from operator import itemgetter

from pyroaring import BitMap

from warticker.archive.segments.parts import CHUNK, Load, Numbers, chunks, numbers

_BLOCK = 256
"""Numbers that share all but their last byte."""

_MANY = CHUNK // 16
"""Numbers of a chunk from which on looking them up together is the faster way."""

_WIDTH = 4
"""Bytes of a number."""

_LAST, _LAST_BUT_ONE = (0, 1) if sys.byteorder == "little" else (_WIDTH - 1, _WIDTH - 2)


class Positions:
    """The position of each entry by its number, in chunks that are read when they are first needed."""

    def __init__(self, load: Load, size: int) -> None:
        """Look up the first `size` numbers in the part `positions`."""
        self._all = Numbers(load, "positions", "I", size)
        self._tables: dict[int, list[tuple[int, list[bytes]]]] = {}

    def __getitem__(self, number: int) -> int:
        return self._all[number]

    def whole(self) -> array[int]:
        """All positions, as an array of the caller's own."""
        return self._all.whole()

    def read_ahead(self) -> None:
        """Read what looking up many of them needs."""
        for at in range(-(-len(self._all) // CHUNK)):
            self._of_chunk(at)

    def of(self, wanted: BitMap) -> BitMap:
        """The positions of some numbers."""
        found = BitMap()
        for at, some in chunks(wanted):
            inside = some.shift(-at * CHUNK).to_array()
            if len(inside) > _MANY:
                found.update(self._looked_up(at, inside))
            elif len(inside) > 1:
                found.update(array("I", itemgetter(*inside)(self._all.chunk(at))))
            else:
                found.add(self._all[some[0]])
        return found

    def _looked_up(self, at: int, inside: array[int]) -> array[int]:
        """The positions of some numbers of a chunk, which are counted from its start and in order."""
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
        """For each place of a byte in a chunk's positions, where any has one, a table for each block."""
        if at not in self._tables:
            whole = self._all.chunk(at).tobytes().ljust(_WIDTH * CHUNK, b"\0")
            self._tables[at] = [
                (place, [one[start : start + _BLOCK] for start in range(0, CHUNK, _BLOCK)])
                for place in range(_WIDTH)
                if (one := whole[place::_WIDTH]).strip(b"\0")
            ]
        return self._tables[at]
