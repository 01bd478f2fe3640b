"""Values are counted alike, whichever way is the shorter one for so many entries."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap
from tests.unit.documents.made import DAY

from warticker.archive.entries import traits
from warticker.archive.entries.time_keys import time_key
from warticker.archive.query.conditions import Field
from warticker.archive.segments import value_index
from warticker.archive.segments.merging import Fact, held, merged, segment_of
from warticker.archive.segments.segment import Segment
from warticker.model import Moment

PEOPLE = traits.LETTERS[Field.PERSON]
NAMES = ("Anna", "Anna Berg", "Berg", "Carl", "Dora Berg", "Ella", "Fritz", "Gerd Anna Berg")
NAMED = st.lists(st.lists(st.sampled_from(NAMES), max_size=3, unique=True), min_size=1, max_size=30)


def segment(named: Sequence[list[str]], step: int) -> Segment:
    """Entries that name people, numbered by a step, the second half of them merged into the first."""
    facts = [Fact(number * step, time_key(Moment(DAY)), {PEOPLE: names}) for number, names in enumerate(named)]
    half = len(facts) // 2
    return held(merged(segment_of(facts[:half]), BitMap(), facts[half:]))


def plainly(named: Sequence[list[str]], among: BitMap) -> Counter[str]:
    """How many of some entries name somebody who has all the words of a name that any entry names."""
    return Counter(
        name
        for at in among
        for name in {name for names in named for name in names}
        if any(set(name.split()) <= set(own.split()) for own in named[at])
    )


@given(NAMED, st.data())
def test_both_ways_count_what_is_counted_plainly(named: list[list[str]], data: st.DataObject) -> None:
    among = BitMap(data.draw(st.sets(st.integers(0, len(named) - 1))))
    expected = plainly(named, among)
    # Only entries that are the first so many are found by their numbers, and can be counted one by one.
    for step in (1, 2):
        assert segment(named, step).indexes[PEOPLE].counts(among) == expected


@given(NAMED, st.data())
def test_of_many_values_the_most_frequent_are_counted(named: list[list[str]], data: st.DataObject) -> None:
    among = BitMap(data.draw(st.sets(st.integers(0, len(named) - 1), max_size=len(named) - 1)))
    expected = [count for _, count in plainly(named, among).most_common(2)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(value_index, "LISTED", 2)
        for step in (1, 2):
            found = Counter(segment(named, step).indexes[PEOPLE].counts(among))
            assert [count for _, count in found.most_common(2)] == expected
