"""An immutable set of entries in time order, with the indexes that answer queries."""

from __future__ import annotations

import json
from bisect import bisect_left
from functools import cached_property

from pyroaring import BitMap

from warticker.archive.entries.time_keys import UNDATED, day_of, first_key
from warticker.archive.entries.traits import INDEXES
from warticker.archive.segments.parts import Load, Numbers
from warticker.archive.segments.positions import Positions
from warticker.archive.segments.value_index import ValueIndex


class Segment:
    """Entries at dense positions, newest first, so that days are ranges and bitmaps stay small."""

    def __init__(self, load: Load) -> None:
        """Load a segment's parts (see `merging`) when they are first needed."""
        head = json.loads(load("head", 0))
        self.size: int = head["size"]
        self.dense: bool = head["dense"]
        """Whether its entries are numbered from 0 without gaps."""
        self.numbers = Numbers(load, "numbers", "I", self.size)
        """The number of the entry at each position."""
        self.time_keys = Numbers(load, "places", "q", self.size)
        """The time key (entries.time_keys) of the entry at each position."""
        self.positions = Positions(load, self.size if self.dense else 0)
        """The position of each entry by its number, if the segment is dense."""
        self.ordinals: list[int] = [ordinal for ordinal, _ in head["days"]]
        """The days that have entries, as negative ordinals, ascending, so newest first."""
        self.starts: list[int] = [start for _, start in head["days"]]
        """The first position of each of these days."""
        self.undated: int = head["undated"]
        """The first position without a day."""
        numbers = self.numbers if self.dense else None
        self.indexes = {letter: ValueIndex(load, letter, self.size, numbers) for letter in INDEXES}

    @cached_property
    def everything(self) -> BitMap:
        """Every position."""
        return BitMap(range(self.size))

    def position(self, number: int) -> int | None:
        """The position of an entry by its number; None if it is not in the segment."""
        if self.dense:
            return self.positions[number] if number < self.size else None
        return self._sparse.get(number)

    def positions_of(self, numbers: BitMap) -> BitMap:
        """The positions of entries by their numbers; those that are not in the segment are ignored."""
        if not self.dense:
            sparse = self._sparse
            return BitMap([sparse[number] for number in numbers & self._all_numbers])
        numbers = numbers & self.everything
        if len(numbers) > self.size // 2:
            return self.everything - self.positions.of(self.everything - numbers)
        return self.positions.of(numbers)

    def rank(self, time_key: int, number: int) -> int:
        """How many entries sort before one with a time key and number."""
        return bisect_left(self.numbers, number, self.before(time_key), self.before(time_key + 1))

    def before(self, time_key: int) -> int:
        """How many entries sort before those with a time key."""
        if time_key > UNDATED:
            return self.size
        if (day := day_of(time_key)) is None:
            return self.undated
        if time_key == first_key(day):
            return self._start(-day)
        # Search within its day, so that only a chunk or two of the keys are loaded.
        return bisect_left(self.time_keys, time_key, self._start(-day), self._start(1 - day))

    def _start(self, ordinal: int) -> int:
        at = bisect_left(self.ordinals, ordinal)
        return self.undated if at == len(self.ordinals) else self.starts[at]

    @cached_property
    def _sparse(self) -> dict[int, int]:
        return {number: position for position, number in enumerate(self.numbers.whole())}

    @cached_property
    def _all_numbers(self) -> BitMap:
        return BitMap(self._sparse)


_EMPTY = {
    "head": b'{"size":0,"dense":true,"days":[],"undated":0}', "values": b"[]", "totals": b"", "offsets": bytes(4),
    "bitmaps": b"", "top": b"[]", "wide": b"{}",
}  # fmt: skip
EMPTY = Segment(lambda name, *_: _EMPTY[name.rpartition("/")[2]])
"""A segment without entries."""
