"""The base is held against the rows of the entries that it was made of."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pyroaring import BitMap

from warticker.archive import base, traits
from warticker.archive.database import Database
from warticker.archive.forward_index import ForwardIndex
from warticker.archive.index_merging import stands_for
from warticker.archive.merging import facts_of, runs_of_days
from warticker.archive.segment import Segment
from warticker.archive.value_index import LISTED, ValueIndex
from warticker.errors import ArchiveError

_FACTS = "SELECT number, place, time, traits FROM entries WHERE revision <= ? ORDER BY number"
_PORTION = 10_000
_NAMES = {letter: field.value for field, letter in traits.LETTERS.items()} | {
    traits.PLACES: "place",
    traits.HOURS: "hour",
}
"""What messages call the indexes."""

_Own = dict[str, "array[int]"]
"""The positions of the entries that have each value themselves."""


def check(database: Database, connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with the base, a line for each."""
    since = base.counter(connection, "base") or 0
    (expected,) = connection.execute("SELECT count(*) FROM entries WHERE revision <= ?", (since,)).fetchone()
    try:
        segment = base.Bases(database).read()
        there = segment.numbers.whole()
        if len(there) != segment.size or len(set(there)) != len(there) or len(there) < expected:
            yield f"the base holds {len(set(there)):,} entries of {expected:,}; it can be rebuilt"
            return
        if not _is_in_order(segment):
            yield "the base has its entries in another order than their times; it can be rebuilt"
            return
        live, own, displaced = _owned(connection, since, segment)
        if displaced:
            yield f"the base has {displaced:,} entries at other times; it can be rebuilt"
        wrong = [
            _NAMES[letter] for letter in traits.INDEXES if not _is_right(segment.indexes[letter], live, own[letter])
        ]
        if wrong:
            yield f"the base finds other entries by {', '.join(wrong)} than have it; it can be rebuilt"
    except (ArchiveError, ValueError, LookupError, TypeError):
        yield "the base is not whole; it can be rebuilt"


def _is_in_order(segment: Segment) -> bool:
    """Whether entries stand by their times, then numbers, with the days where they begin, and are found there."""
    numbers, time_keys = segment.numbers.whole(), segment.time_keys.whole()
    days, undated = runs_of_days(time_keys)
    placed = list(zip(time_keys, numbers, strict=True))
    return (
        all(one < other for one, other in pairwise(placed))
        and (segment.ordinals, segment.starts) == ([day for day, _ in days], [start for _, start in days])
        and segment.undated == undated
        and all(segment.position(number) == at for at, number in enumerate(numbers))
    )


def _owned(connection: sqlite3.Connection, since: int, segment: Segment) -> tuple[BitMap, Mapping[str, _Own], int]:
    """The positions of the entries that are as they were; those of each value; and how many stand elsewhere in time."""
    own: dict[str, _Own] = {letter: {} for letter in traits.INDEXES}
    live, displaced = BitMap(), 0
    rows = connection.execute(_FACTS, (since,))
    while some := rows.fetchmany(_PORTION):
        for fact in facts_of(some):
            if (position := segment.position(fact.number)) is None or segment.time_keys[position] != fact.time_key:
                displaced += 1
                continue
            live.add(position)
            for letter, values in fact.values.items():
                for value in values:
                    own[letter].setdefault(value, array("I")).append(position)
    return live, own, displaced


def _is_right(index: ValueIndex, live: BitMap, own: _Own) -> bool:
    """Whether an index finds those by each value that have it, of those that are as they were, and counts them."""
    index.read_ahead()
    values = index.values
    if len(set(values)) != len(values) or not own.keys() <= set(values):
        return False
    wide = index.wide if index.letter in traits.NAMES else {}
    must = stands_for(values) if index.letter in traits.NAMES else {}
    if any(not more <= set(wide.get(name, ())) for name, more in must.items()):
        return False
    expected = [BitMap(own.get(value, array("I"))) for value in values]
    for name, more in wide.items():
        for other in more:
            expected[other] |= BitMap(own.get(values[name], array("I")))
    found = [index.read(number) for number in range(len(values))]
    return (
        all(one & live == other for one, other in zip(found, expected, strict=True))
        and list(index.totals) == [len(each) for each in found]
        and index.top == _most(values, index.totals, LISTED if index.letter in traits.OPEN else len(values))
        and (index.forward is None or _is_inverse(index.forward, index.ids, live, own))
    )


def _most(values: Sequence[str], totals: Sequence[int], most: int) -> Mapping[str, int]:
    """The most frequent values with their counts."""
    ranked = sorted((-total, value) for value, total in zip(values, totals, strict=True) if total)
    return {value: -total for total, value in ranked[:most]}


def _is_inverse(forward: ForwardIndex, ids: Mapping[str, int], live: BitMap, own: _Own) -> bool:
    """Whether the values of each entry are those that it is found by itself."""
    counted = Counter(forward.ids(live))
    return counted == {ids[value]: len(positions) for value, positions in own.items()}
