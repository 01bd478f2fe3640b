"""The inverted index of a field in a segment: by value, a bitmap of the positions that have it, and their count."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from pyroaring import BitMap

from warticker.archive.entries.traits import NAMES, OPEN
from warticker.archive.segments.parts import CHUNK, Load, Numbers, chunks, numbers
from warticker.archive.segments.values import Values
from warticker.archive.words import words

LISTED = 300
"""Of an open field, only this many values are counted: the most frequent."""

_CACHED = 6_000
"""How many of an open field's bitmaps are cached, the most frequent; each takes four times its size in the file."""

_ENTRIES_PER_VALUE = 8
"""Counting by entry is faster up to this many entries per value: their values are counted in the time of one bitmap."""


class ForwardIndex:
    """The ids of each entry's own values, by the entry's number, in chunks that are loaded when needed."""

    def __init__(self, load: Load, letter: str, entries: Numbers) -> None:
        """Load the parts of a field; `entries` are the numbers at each position of a dense segment."""
        self._load = load
        self._letter = letter
        self._entries = entries

    def chunk(self, at: int) -> tuple[array[int], array[int]]:
        """A chunk's start offsets, one for each entry, and the ids; empty beyond the last chunk."""
        if at * CHUNK >= len(self._entries):
            return array("I", [0]), array("I")
        starts, ids = (self._load(f"{self._letter}/{part}", at) for part in ("starts", "ids"))
        return numbers("I", starts), numbers("I", ids)

    def ids(self, positions: BitMap) -> Iterator[int]:
        """The ids of the values of some entries, one entry after another."""
        wanted = BitMap(self._entries.at(positions))
        for chunk, some in chunks(wanted):
            starts, ids = self.chunk(chunk)
            begins, ends = (map(starts.__getitem__, some.shift(by - chunk * CHUNK).to_array()) for by in (0, 1))
            yield from chain.from_iterable(map(ids.__getitem__, map(slice, begins, ends)))


class ValueIndex:
    """Bitmaps by value; values have ids in the order in which they were first added.

    The bitmap of a name includes the entries of every name that contains all its words, as a query for it matches them.
    """

    def __init__(self, load: Load, letter: str, size: int, entries: Numbers | None) -> None:
        """Load an index's parts; `entries` are the numbers at each position of a dense segment, else None."""
        self.letter = letter
        self.size = size
        """The number of entries in the segment."""
        self.forward = ForwardIndex(load, letter, entries) if entries is not None and letter in OPEN else None
        """The values of each entry; None for fields and segments without a forward index."""
        self._load = load
        self._data: memoryview | None = None
        self._bitmaps: dict[int, BitMap] = {}
        self._found: dict[str, BitMap] = {}

    @cached_property
    def values(self) -> Values:
        """The values by id."""
        return Values(json.loads(self._load(f"{self.letter}/values", 0)))

    @cached_property
    def totals(self) -> array[int]:
        """The number of entries with each value, by id."""
        return numbers("I", self._load(f"{self.letter}/totals", 0))

    @cached_property
    def ranking(self) -> array[int]:
        """The ids, most frequent value first."""
        return array("I", sorted(range(len(self.totals)), key=self.totals.__getitem__, reverse=True))

    @cached_property
    def top(self) -> dict[str, int]:
        """The most frequent values with their counts; all values unless the field is open."""
        return dict(json.loads(self._load(f"{self.letter}/top", 0)))

    @cached_property
    def wide(self) -> dict[int, list[int]]:
        """By name id, the names that the name contains: `Klitschko` for `Vitali Klitschko`."""
        return {int(number): wide for number, wide in json.loads(self._load(f"{self.letter}/wide", 0)).items()}

    def bitmap(self, value_id: int) -> BitMap:
        """The positions of the entries that have a value."""
        if (found := self._bitmaps.get(value_id)) is None:
            found = self.read(value_id)
            if self.totals[value_id] >= self._least_cached:
                self._bitmaps[value_id] = found
        return found

    def read(self, value_id: int) -> BitMap:
        """As `bitmap`, but not cached."""
        start, stop = self._offsets[value_id], self._offsets[value_id + 1]
        if self._data is None:
            return BitMap.deserialize(self._load(f"{self.letter}/bitmaps", 0, start, stop))
        return BitMap.deserialize(bytes(self._data[start:stop]))

    def read_ahead(self) -> None:
        """Load all bitmaps at once, if many are about to be needed."""
        if self._data is None:
            self._data = memoryview(self._load(f"{self.letter}/bitmaps", 0))

    def of(self, value: str) -> BitMap:
        """The positions of the entries that have a value, in any spelling; a part of a name matches too."""
        if (known := self.values.id_of(value)) is not None:
            return self.bitmap(known)
        if (found := self._found.get(value)) is None:
            if len(self._found) >= _CACHED:
                self._found.clear()
            found = self._found[value] = BitMap.union(BitMap(), *map(self.bitmap, self._matching(value)))
        return found

    def counts(self, among: BitMap) -> Mapping[str, int]:
        """How many of some entries have each value, without zeros; of an open field, only the most frequent values.

        Counts by entry or by value, whichever is faster for that many entries.
        """
        if len(among) == self.size:
            return self.top
        if self.letter not in OPEN:
            return {self.values[each]: count for each, count in self._sizes(range(len(self.values)), among) if count}
        # By Zipf's law, about this many values must be counted before no other can be among the most frequent.
        values = min(len(self.totals), LISTED * self.size // max(1, len(among)))
        if self.forward is not None and len(among) <= _ENTRIES_PER_VALUE * values:
            by_id = self._by_entry(self.forward, among)
        else:
            by_id = self._by_value(among)
        frequent = sorted(by_id, key=by_id.__getitem__, reverse=True)[: 2 * LISTED]
        return {self.values[number]: by_id[number] for number in frequent}

    def _by_value(self, among: BitMap) -> dict[int, int]:
        """The counts of all values that can be among the most frequent, taken in order of their total counts."""
        counted: dict[int, int] = {}
        least = 0
        for seen, (number, count) in enumerate(self._sizes(self.ranking, among)):
            if self.totals[number] <= least:
                break
            if count:
                counted[number] = count
            if seen % LISTED == LISTED - 1 and len(counted) >= LISTED:
                least = sorted(counted.values(), reverse=True)[LISTED - 1]
        return counted

    def _by_entry(self, forward: ForwardIndex, among: BitMap) -> dict[int, int]:
        """The counts of all values that some entries have, by the forward index."""
        counted = Counter(forward.ids(among))
        wider = {wide for number in counted for wide in self.wide.get(number, ())}
        return dict(counted) | dict(self._sizes(wider, among))

    def _sizes(self, value_ids: Iterable[int], among: BitMap) -> Iterator[tuple[int, int]]:
        """How many of some entries have each of some values."""
        size = among.intersection_cardinality
        try:
            for value_id in value_ids:
                if value_id not in self._bitmaps:
                    # More of them will be missing from the cache.
                    self.read_ahead()
                yield value_id, size(self.bitmap(value_id))
        finally:
            # Free some megabytes, which are quickly loaded again.
            self._data = None

    def _matching(self, value: str) -> set[int]:
        """The ids of the values that a text matches, although none is spelt exactly so."""
        looked_for = words(value)
        if not looked_for:
            return set()
        having_all = self.values.having(looked_for)
        if self.letter in NAMES:
            return having_all
        return {number for number in having_all if words(self.values[number]) == looked_for}

    @cached_property
    def _least_cached(self) -> int:
        """The least number of entries of a value whose bitmap is cached."""
        some = self.letter in OPEN and len(self.totals) > _CACHED
        return self.totals[self.ranking[_CACHED]] + 1 if some else 0

    @cached_property
    def _offsets(self) -> array[int]:
        return numbers("I", self._load(f"{self.letter}/offsets", 0))
