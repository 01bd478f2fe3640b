"""The positions of the entries that have each value of a field in one segment of an archive, and how many they are."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from pyroaring import BitMap

from warticker.archive.entries.traits import NAMES, OPEN
from warticker.archive.segments.parts import CHUNK, Load, Numbers, chunks, numbers
from warticker.archive.words import words

LISTED = 300
"""How many values of an open field are counted: the most frequent."""


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
    def values(self) -> list[str]:
        """The values by their ids."""
        return list(json.loads(self._load(f"{self.letter}/values", 0)))

    @cached_property
    def ids(self) -> dict[str, int]:
        """The ids of the values."""
        return {value: number for number, value in enumerate(self.values)}

    @cached_property
    def totals(self) -> array[int]:
        """How many entries each value has, by its id."""
        return numbers("I", self._load(f"{self.letter}/totals", 0))

    @cached_property
    def ranking(self) -> list[int]:
        """The ids, the most frequent value first."""
        return sorted(range(len(self.totals)), key=self.totals.__getitem__, reverse=True)

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
            found = self._bitmaps[value_id] = self.read(value_id)
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
        if (known := self.ids.get(value)) is not None:
            return self.bitmap(known)
        if (found := self._found.get(value)) is None:
            found = self._found[value] = BitMap.union(BitMap(), *map(self.bitmap, self._spelt(value)))
        return found

    def counts(self, among: BitMap) -> Mapping[str, int]:
        """How many of some entries have each value, if any has; of an open field, for the most frequent values.

        They are counted the way that is the shorter one for so many entries.
        """
        if len(among) == self.size:
            return self.top
        self.read_ahead()
        if self.letter not in OPEN:
            size = among.intersection_cardinality
            counted = ((value, size(self.bitmap(number))) for number, value in enumerate(self.values))
            return {value: count for value, count in counted if count}
        # How many values are looked through before no further one can be among the most frequent, by Zipf's law.
        values = min(len(self.totals), LISTED * self.size // max(1, len(among)))
        # An entry's own values take as long to count as a value's entries.
        if self.forward is not None and len(among) <= values:
            by_id = self._by_entry(self.forward, among)
        else:
            by_id = self._by_value(among)
        frequent = sorted(by_id, key=by_id.__getitem__, reverse=True)[: 2 * LISTED]
        return {self.values[number]: by_id[number] for number in frequent}

    def _by_value(self, among: BitMap) -> dict[int, int]:
        """The counts of the values that can be among the most frequent, looked through from the most frequent."""
        size, totals = among.intersection_cardinality, self.totals
        counted: dict[int, int] = {}
        least = 0
        for seen, number in enumerate(self.ranking):
            if totals[number] <= least:
                break
            if count := size(self.bitmap(number)):
                counted[number] = count
            if seen % LISTED == LISTED - 1 and len(counted) >= LISTED:
                least = sorted(counted.values(), reverse=True)[LISTED - 1]
        return counted

    def _by_entry(self, forward: ForwardIndex, among: BitMap) -> dict[int, int]:
        """The counts of all values that some entries have."""
        counted = Counter(forward.ids(among))
        size = among.intersection_cardinality
        wider = {wide for number in counted for wide in self.wide.get(number, ())}
        return dict(counted) | {wide: size(self.bitmap(wide)) for wide in wider}

    def _spelt(self, value: str) -> set[int]:
        """The ids of the values that a text can stand for, although none is written so."""
        looked_for = words(value)
        if not looked_for:
            return set()
        having_all = set.intersection(*(self._by_word.get(word, set()) for word in looked_for))
        if self.letter in NAMES:
            return having_all
        return {number for number in having_all if words(self.values[number]) == looked_for}

    @cached_property
    def _by_word(self) -> dict[str, set[int]]:
        """The ids of the values that have a word."""
        found: dict[str, set[int]] = {}
        for number, value in enumerate(self.values):
            for word in words(value):
                found.setdefault(word, set()).add(number)
        return found

    @cached_property
    def _offsets(self) -> array[int]:
        return numbers("I", self._load(f"{self.letter}/offsets", 0))
