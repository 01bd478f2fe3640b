"""Bitmaps of the entries that have each value of a field, and their counts."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import TypeAlias

from pyroaring import BitMap

from warticker.archive.conditions import Field
from warticker.archive.timeorder import TimeOrder
from warticker.archive.words import words

NAMES = frozenset({Field.PERSON, Field.SPEAKER, Field.SOURCE})
"""Fields whose values are names of several words, of which a part finds the whole: `person:Klitschko`."""

Numbers: TypeAlias = "Mapping[Field, Mapping[str, array[int]]]"
"""The numbers of the entries that have each value of each field, ascending."""


class FacetIndex:
    """The positions of the entries that have each value of a field, at one state of an archive."""

    def __init__(self, numbers: Numbers, order: TimeOrder) -> None:
        self._bitmaps = {
            field: {value: order.bitmap(entries) for value, entries in by_value.items()}
            for field, by_value in numbers.items()
        }
        self._matching = cache(self._find)
        self._by_word = cache(self._values_by_word)

    def of(self, field: Field, value: str) -> BitMap:
        """The positions of the entries that have a value, in whatever way it is written."""
        return self._matching(field, value)

    def counts(self, field: Field, among: BitMap, asked: Collection[str] = ()) -> dict[str, int]:
        """How many of some entries have each value, the most frequent first, ties by name.

        Values that none of them has are left out, but for those that are asked for.
        """
        bitmaps = self._bitmaps.get(field, {})
        size = among.intersection_cardinality
        if field in NAMES:
            counted = {value: size(self.of(field, value)) for value in bitmaps}
        else:
            counted = {value: size(bitmap) for value, bitmap in bitmaps.items()}
        kept = [(value, count) for value, count in counted.items() if count]
        kept += [(value, size(self.of(field, value))) for value in asked if not counted.get(value)]
        return dict(sorted(kept, key=_by_count))

    def _find(self, field: Field, value: str) -> BitMap:
        bitmaps = self._bitmaps.get(field, {})
        if field not in NAMES and value in bitmaps:
            return bitmaps[value]
        looked_for = words(value)
        by_word = self._by_word(field)
        found = set.intersection(*(by_word.get(word, set()) for word in looked_for)) if looked_for else {value}
        if field not in NAMES:
            found = {name for name in found if words(name) == looked_for}
        return BitMap.union(BitMap(), *(bitmaps[name] for name in found if name in bitmaps))

    def _values_by_word(self, field: Field) -> dict[str, set[str]]:
        by_word: dict[str, set[str]] = {}
        for value in self._bitmaps.get(field, {}):
            for word in words(value):
                by_word.setdefault(word, set()).add(value)
        return by_word


def _by_count(item: tuple[str, int]) -> tuple[int, str]:
    value, count = item
    return -count, value


def note(numbers: dict[Field, dict[str, array[int]]], number: int, values: Iterable[tuple[Field, str]]) -> None:
    """Add an entry's values to those of the entries before it."""
    for field, value in values:
        entries = numbers.setdefault(field, {}).setdefault(value, array("I"))
        if not entries or entries[-1] != number:
            entries.append(number)
