"""How many of some entries have each value of a field, counted the way that is the shorter one for so many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from pyroaring import BitMap

from warticker.archive.entries.traits import OPEN
from warticker.archive.segments.forward_index import ForwardIndex
from warticker.archive.segments.value_index import LISTED, ValueIndex


def counts(index: ValueIndex, among: BitMap) -> Mapping[str, int]:
    """The counts of the values that any of some entries has; of an open field, those of the most frequent ones."""
    if len(among) == index.size:
        return index.top
    index.read_ahead()
    if index.letter not in OPEN:
        size = among.intersection_cardinality
        counted = ((value, size(index.bitmap(number))) for number, value in enumerate(index.values))
        return {value: count for value, count in counted if count}
    # How many values are looked through before no further one can be among the most frequent, by Zipf's law.
    values = min(len(index.totals), LISTED * index.size // max(1, len(among)))
    # An entry's own values take as long to count as a value's entries.
    if index.forward is not None and len(among) <= values:
        by_id = _by_entry(index, index.forward, among)
    else:
        by_id = _by_value(index, among)
    frequent = sorted(by_id, key=by_id.__getitem__, reverse=True)[: 2 * LISTED]
    return {index.values[number]: by_id[number] for number in frequent}


def _by_value(index: ValueIndex, among: BitMap) -> dict[int, int]:
    """The counts of the values that can be among the most frequent, looked through from the most frequent."""
    size, totals = among.intersection_cardinality, index.totals
    counted: dict[int, int] = {}
    least = 0
    for seen, number in enumerate(index.ranking):
        if totals[number] <= least:
            break
        if count := size(index.bitmap(number)):
            counted[number] = count
        if seen % LISTED == LISTED - 1 and len(counted) >= LISTED:
            least = sorted(counted.values(), reverse=True)[LISTED - 1]
    return counted


def _by_entry(index: ValueIndex, forward: ForwardIndex, among: BitMap) -> dict[int, int]:
    """The counts of all values that some entries have."""
    counted = Counter(forward.ids(among))
    size = among.intersection_cardinality
    wider = {wide for number in counted for wide in index.wide.get(number, ())}
    return dict(counted) | {wide: size(index.bitmap(wide)) for wide in wider}
