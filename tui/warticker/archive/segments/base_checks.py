"""Compares the base with the rows of the entries that it was built from."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import pairwise

from pyroaring import BitMap

from warticker.archive.database import UNREADABLE, Database
from warticker.archive.entries import traits
from warticker.archive.segments import base
from warticker.archive.segments.index_merging import stands_for, top
from warticker.archive.segments.merging import facts_of, positions_by_number, runs_of_days
from warticker.archive.segments.segment import Segment
from warticker.archive.segments.value_index import ForwardIndex, ValueIndex
from warticker.errors import ArchiveError

_FACTS = "SELECT number, place, time, traits FROM entries WHERE revision <= ? ORDER BY number"
_PORTION = 10_000
_NAME = "the index of times and values"
"""The base's name in messages."""
_NAMES = {letter: field.value for field, letter in traits.LETTERS.items()} | {
    traits.PLACES: "place",
    traits.HOURS: "hour",
}
"""The indexes' names in messages."""

_Own = Mapping[str, "array[int]"]
"""By value, the positions of the entries that have it themselves, not just a name that contains it."""


def check(database: Database, connection: sqlite3.Connection) -> Iterator[str]:
    """The problems of the base, one line each."""
    since = base.counter(connection, "base") or 0
    (expected,) = connection.execute("SELECT count(*) FROM entries WHERE revision <= ?", (since,)).fetchone()
    try:
        segment = base.Bases(database).read()
        numbers = segment.numbers.whole()
        if len(numbers) != segment.size or len(set(numbers)) != len(numbers) or len(numbers) < expected:
            yield f"{_NAME} has {len(set(numbers)):,} entries instead of {expected:,}; --repair rebuilds it"
            return
        if not _is_in_order(segment, numbers):
            yield f"{_NAME} is in the wrong order; --repair rebuilds it"
            return
        live, own, displaced = _owned(connection, since, numbers, segment.time_keys.whole())
        if displaced:
            yield f"{_NAME} has {displaced:,} entries at wrong times; --repair rebuilds it"
        wrong = [
            _NAMES[letter] for letter in traits.INDEXES if not _is_right(segment.indexes[letter], live, own[letter])
        ]
        if wrong:
            yield f"{_NAME} finds the wrong entries by {', '.join(wrong)}; --repair rebuilds it"
    except (ArchiveError, *UNREADABLE):
        yield f"{_NAME} is incomplete or damaged; --repair rebuilds it"


def _is_in_order(segment: Segment, numbers: array[int]) -> bool:
    """Whether entries are sorted by time, then number, and the runs of days and positions by number are right."""
    time_keys = segment.time_keys.whole()
    days, undated = runs_of_days(time_keys)
    return (
        all(one < other for one, other in pairwise(zip(time_keys, numbers, strict=True)))
        and (segment.ordinals, segment.starts) == ([day for day, _ in days], [start for _, start in days])
        and segment.undated == undated
        and (not segment.dense or segment.positions.whole() == positions_by_number(numbers))
    )


def _owned(
    connection: sqlite3.Connection, since: int, numbers: array[int], time_keys: array[int]
) -> tuple[BitMap, Mapping[str, _Own], int]:
    """The positions of unchanged entries; by index and value, those that have it; the number of misplaced entries."""
    own: dict[str, defaultdict[str, array[int]]] = {
        letter: defaultdict(partial(array, "I")) for letter in traits.INDEXES
    }
    positions = positions_by_number(numbers)
    live, displaced = array("I"), 0
    rows = connection.execute(_FACTS, (since,))
    while some := rows.fetchmany(_PORTION):
        for number, time_key, values in facts_of(some):
            position = positions[number] if number < len(positions) else 0
            if numbers[position] != number or time_keys[position] != time_key:
                displaced += 1
                continue
            live.append(position)
            for letter, each in values.items():
                of_index = own[letter]
                for value in each:
                    of_index[value].append(position)
    return BitMap(live), own, displaced


def _is_right(index: ValueIndex, live: BitMap, own: _Own) -> bool:
    """Whether an index has the right bitmap for each value, as far as the `live` entries go, and the right counts."""
    index.read_ahead()
    values = list(index.values)
    if len(set(values)) != len(values) or not own.keys() <= set(values):
        return False
    wide = index.wide if index.letter in traits.NAMES else {}
    must = stands_for(values) if index.letter in traits.NAMES else {}
    if any(not more <= set(wide.get(name, ())) for name, more in must.items()):
        return False
    expected = [BitMap(own[value]) if value in own else BitMap() for value in values]
    for name, more in wide.items():
        own_of_name = BitMap(own.get(values[name], ()))
        for other in more:
            expected[other] |= own_of_name
    found = [index.read(number) for number in range(len(values))]
    return (
        all(one & live == other for one, other in zip(found, expected, strict=True))
        and list(index.totals) == [len(each) for each in found]
        and index.top == dict(top(index.letter, values, index.totals))
        and (index.forward is None or _is_inverse(index.forward, values, live, own))
    )


def _is_inverse(forward: ForwardIndex, values: Iterable[str], live: BitMap, own: _Own) -> bool:
    """Whether the forward index has as many entries for each value as have it themselves."""
    ids = {value: number for number, value in enumerate(values)}
    counted = Counter(forward.ids(live))
    return counted == {ids[value]: len(positions) for value, positions in own.items()}
