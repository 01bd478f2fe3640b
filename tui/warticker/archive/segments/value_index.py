"""The positions of the entries that have each value of a field in one segment of an archive, and how many they are."""

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
"""How many values of an open field are counted: the most frequent."""

_KEPT = 6_000
"""Bitmaps of an open field that are kept, the most frequent ones: each takes four times the room it has in the file."""

_FASTER = 8
"""Entries whose own values are counted in little more time than the entries of one value."""


class ForwardIndex:
    """The ids of each entry's own values by the entry's number, in chunks that are read when they are needed."""

    def __init__(self, load: Load, letter: str, entries: Numbers) -> None:
        """Read the parts of a field; `entries` are the numbers at each position, the first so many there are."""
        self._load = load
        self._letter = letter
        self._entries = entries

    def chunk(self, at: int) -> tuple[array[int], array[int]]:
        """Where the ids of each entry of a chunk of numbers begin, and the ids; nothing where no chunk is."""
        if at * CHUNK >= len(self._entries):
            return array("I", [0]), array("I")
        starts, ids = (self._load(f"{self._letter}/{part}", at) for part in ("starts", "ids"))
        return numbers("I", starts), numbers("I", ids)

    def ids(self, positions: BitMap) -> Iterator[int]:
        """The ids of the values of some entries, one entry behind another."""
        wanted = BitMap(self._entries.at(positions))
        for chunk, some in chunks(wanted):
            starts, ids = self.chunk(chunk)
            begins, ends = (map(starts.__getitem__, some.shift(by - chunk * CHUNK).to_array()) for by in (0, 1))
            yield from chain.from_iterable(map(ids.__getitem__, map(slice, begins, ends)))


class ValueIndex:
    """Bitmaps by value; the values have ids in the order in which they came.

    The bitmap of a name holds the entries of every name that has all its words, as a query for it finds them.
    """

    def __init__(self, load: Load, letter: str, size: int, entries: Numbers | None) -> None:
        """Read an index's parts; `entries` are the numbers at each position where they are the first so many."""
        self.letter = letter
        self.size = size
        """How many entries the segment has."""
        self.forward = ForwardIndex(load, letter, entries) if entries is not None and letter in OPEN else None
        """The values of each entry; None where they are not kept."""
        self._load = load
        self._data: memoryview | None = None
        self._bitmaps: dict[int, BitMap] = {}
        self._found: dict[str, BitMap] = {}

    @cached_property
    def values(self) -> Values:
        """The values by their ids."""
        return Values(json.loads(self._load(f"{self.letter}/values", 0)))

    @cached_property
    def totals(self) -> array[int]:
        """How many entries each value has, by its id."""
        return numbers("I", self._load(f"{self.letter}/totals", 0))

    @cached_property
    def ranking(self) -> array[int]:
        """The ids, the most frequent value first."""
        return array("I", sorted(range(len(self.totals)), key=self.totals.__getitem__, reverse=True))

    @cached_property
    def top(self) -> dict[str, int]:
        """The most frequent values with their counts; every value but for open fields."""
        return dict(json.loads(self._load(f"{self.letter}/top", 0)))

    @cached_property
    def wide(self) -> dict[int, list[int]]:
        """For a name's id those of the names that also stand for it: `Klitschko` for `Vitali Klitschko`."""
        return {int(number): wide for number, wide in json.loads(self._load(f"{self.letter}/wide", 0)).items()}

    def bitmap(self, value_id: int) -> BitMap:
        """The positions of the entries that have a value."""
        if (found := self._bitmaps.get(value_id)) is None:
            found = self.read(value_id)
            if self.totals[value_id] >= self._least_kept:
                self._bitmaps[value_id] = found
        return found

    def read(self, value_id: int) -> BitMap:
        """As `bitmap`, but not kept."""
        start, stop = self._offsets[value_id], self._offsets[value_id + 1]
        if self._data is None:
            return BitMap.deserialize(self._load(f"{self.letter}/bitmaps", 0, start, stop))
        return BitMap.deserialize(bytes(self._data[start:stop]))

    def read_ahead(self) -> None:
        """Read all bitmaps at once: many of them will be asked for."""
        if self._data is None:
            self._data = memoryview(self._load(f"{self.letter}/bitmaps", 0))

    def of(self, value: str) -> BitMap:
        """The positions of the entries that have a value, in whatever way it is written."""
        if (known := self.values.id_of(value)) is not None:
            return self.bitmap(known)
        if (found := self._found.get(value)) is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self._found[value] = BitMap.union(BitMap(), *map(self.bitmap, self._spelt(value)))
        return found

    def counts(self, among: BitMap) -> Mapping[str, int]:
        """How many of some entries have each value, if any has; of an open field, for the most frequent values.

        They are counted the way that is the shorter one for so many entries.
        """
        if len(among) == self.size:
            return self.top
        if self.letter not in OPEN:
            return {self.values[each]: count for each, count in self._sizes(range(len(self.values)), among) if count}
        # How many values are looked through before no further one can be among the most frequent, by Zipf's law.
        values = min(len(self.totals), LISTED * self.size // max(1, len(among)))
        if self.forward is not None and len(among) <= _FASTER * values:
            by_id = self._by_entry(self.forward, among)
        else:
            by_id = self._by_value(among)
        frequent = sorted(by_id, key=by_id.__getitem__, reverse=True)[: 2 * LISTED]
        return {self.values[number]: by_id[number] for number in frequent}

    def _by_value(self, among: BitMap) -> dict[int, int]:
        """The counts of the values that can be among the most frequent, looked through from the most frequent."""
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
        """The counts of all values that some entries have."""
        counted = Counter(forward.ids(among))
        wider = {wide for number in counted for wide in self.wide.get(number, ())}
        return dict(counted) | dict(self._sizes(wider, among))

    def _sizes(self, value_ids: Iterable[int], among: BitMap) -> Iterator[tuple[int, int]]:
        """How many of some entries have each of some values."""
        size = among.intersection_cardinality
        try:
            for value_id in value_ids:
                if value_id not in self._bitmaps:
                    # As more of them will be lacking.
                    self.read_ahead()
                yield value_id, size(self.bitmap(value_id))
        finally:
            # Some megabytes, which are there again within a blink.
            self._data = None

    def _spelt(self, value: str) -> set[int]:
        """The ids of the values that a text can stand for, although none is written so."""
        looked_for = words(value)
        if not looked_for:
            return set()
        having_all = self.values.having(looked_for)
        if self.letter in NAMES:
            return having_all
        return {number for number in having_all if words(self.values[number]) == looked_for}

    @cached_property
    def _least_kept(self) -> int:
        """The entries that a value has at least whose bitmap is kept."""
        some = self.letter in OPEN and len(self.totals) > _KEPT
        return self.totals[self.ranking[_KEPT]] + 1 if some else 0

    @cached_property
    def _offsets(self) -> array[int]:
        return numbers("I", self._load(f"{self.letter}/offsets", 0))
