"""The positions of the entries that have each value of a field, in one segment of an archive."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from pyroaring import BitMap

from warticker.archive.parts import CHUNK, Load, Numbers, numbers
from warticker.archive.traits import NAMES, OPEN
from warticker.archive.words import words

LISTED = 300
"""How many values of an open field are counted: the most frequent."""


class ValueIndex:
    """Bitmaps by value; the values have ids in the order in which they came.

    The bitmap of a name holds the entries of every name that has all its words, as a query for it finds them.
    """

    def __init__(self, load: Load, letter: str, size: int, entries: Numbers | None) -> None:
        """Read an index's parts; `entries` are those at each position where they can be counted one by one."""
        self._chunks = -(-size // CHUNK)
        self._load = load
        self.letter = letter
        self._entries = entries
        self._size = size
        self._bitmaps: dict[int, BitMap] = {}
        self._forward: dict[int, tuple[array[int], array[int]]] = {}
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
    def top(self) -> dict[str, int]:
        """The most frequent values with their counts; every value but for open fields."""
        return dict(json.loads(self._load(f"{self.letter}/top", 0)))

    @cached_property
    def _offsets(self) -> array[int]:
        return numbers("I", self._load(f"{self.letter}/offsets", 0))

    @cached_property
    def _data(self) -> memoryview:
        return memoryview(self._load(f"{self.letter}/bitmaps", 0))

    def bitmap(self, value_id: int) -> BitMap:
        """The positions of the entries that have a value."""
        if (found := self._bitmaps.get(value_id)) is None:
            found = self._bitmaps[value_id] = self.read(value_id)
        return found

    def read(self, value_id: int) -> BitMap:
        """As `bitmap`, but not kept."""
        return BitMap.deserialize(bytes(self._data[self._offsets[value_id] : self._offsets[value_id + 1]]))

    def of(self, value: str) -> BitMap:
        """The positions of the entries that have a value, in whatever way it is written."""
        if (known := self.ids.get(value)) is not None:
            return self.bitmap(known)
        if (found := self._found.get(value)) is None:
            found = self._found[value] = BitMap.union(BitMap(), *map(self.bitmap, self._spelt(value)))
        return found

    def counts(self, among: BitMap) -> dict[str, int]:
        """How many of some entries have each value that any of them has; of an open field, the most frequent ones."""
        if self.letter not in OPEN:
            size = among.intersection_cardinality
            counted = ((value, size(self.bitmap(number))) for number, value in enumerate(self.values))
            return {value: count for value, count in counted if count}
        # How many values are looked through before no further one can be among the most frequent, by Zipf's law.
        values = min(len(self.totals), LISTED * self._size // max(1, len(among)))
        # An entry's own values take as long to count as a value's entries.
        few = self._entries is not None and len(among) <= values
        by_id = self._by_entry(among) if few else self._by_value(among)
        frequent = sorted(by_id, key=by_id.__getitem__, reverse=True)[: 2 * LISTED]
        return {self.values[number]: by_id[number] for number in frequent}

    def _by_value(self, among: BitMap) -> dict[int, int]:
        """The counts of the values that can be among the most frequent, looked through from the most frequent."""
        size, totals = among.intersection_cardinality, self.totals
        counted: dict[int, int] = {}
        least = 0
        for seen, number in enumerate(self._ranking):
            if totals[number] <= least:
                break
            if count := size(self.bitmap(number)):
                counted[number] = count
            if seen % LISTED == LISTED - 1 and len(counted) >= LISTED:
                least = sorted(counted.values(), reverse=True)[LISTED - 1]
        return counted

    def _by_entry(self, among: BitMap) -> dict[int, int]:
        """The counts of all values that some entries have."""
        counted = Counter(self._own_ids(among))
        size = among.intersection_cardinality
        wider = {wide for number in counted for wide in self.wide.get(number, ())}
        return dict(counted) | {wide: size(self.bitmap(wide)) for wide in wider}

    def _own_ids(self, among: BitMap) -> Iterator[int]:
        """The ids of the values of some entries, one entry behind another."""
        numbers = BitMap(self._entries.at(among)) if self._entries else BitMap()
        for chunk in range(self._chunks):
            first = chunk * CHUNK
            some = numbers & BitMap(range(first, first + CHUNK))
            if some:
                starts, ids = self.forward(chunk)
                yield from chain.from_iterable([ids[starts[at - first] : starts[at - first + 1]] for at in some])

    def forward(self, chunk: int) -> tuple[array[int], array[int]]:
        """Where the ids of the values of each entry of a chunk of numbers begin, and the ids."""
        if chunk not in self._forward:
            load, letter = self._load, self.letter
            starts, ids = load(f"{letter}/starts", chunk), load(f"{letter}/ids", chunk)
            self._forward[chunk] = numbers("I", starts), numbers("I", ids)
        return self._forward[chunk]

    def has_forward(self, chunk: int) -> bool:
        """Whether any entry of a chunk of numbers is in it."""
        return self._entries is not None and chunk < self._chunks

    @cached_property
    def _ranking(self) -> list[int]:
        """The ids, the most frequent value first."""
        return sorted(range(len(self.totals)), key=self.totals.__getitem__, reverse=True)

    @cached_property
    def wide(self) -> dict[int, list[int]]:
        """For a name's id those of the names that also stand for it: `Klitschko` for `Vitali Klitschko`."""
        return {int(number): wide for number, wide in json.loads(self._load(f"{self.letter}/wide", 0)).items()}

    def _spelt(self, value: str) -> list[int]:
        """The ids of the values that a text can stand for, although none is written so."""
        looked_for = words(value)
        if not looked_for:
            return []
        if self.letter in NAMES:
            by_word = self._by_word
            return list(set.intersection(*(by_word.get(word, set()) for word in looked_for)))
        return self._by_words.get(looked_for, [])

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], list[int]]:
        found: dict[tuple[str, ...], list[int]] = {}
        for number, value in enumerate(self.values):
            found.setdefault(words(value), []).append(number)
        return found

    @cached_property
    def _by_word(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for number, value in enumerate(self.values):
            for word in words(value):
                found.setdefault(word, set()).add(number)
        return found
