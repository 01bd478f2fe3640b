from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warticker.archive.entryrecords import packed_entry, unpacked_entry
from warticker.archive.packing import packed
from warticker.errors import DataError
from warticker.model import (
    Annotations,
    Bound,
    Claim,
    Emphasis,
    EmphasisKind,
    Entry,
    EntryKey,
    Figure,
    Moment,
    PersonMention,
    PlaceId,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    Quotation,
    Side,
    Span,
    TopicId,
    TopicMatch,
)
from warticker.records import entry_record

TEXTS = st.text(max_size=20)
MAYBE = st.none() | TEXTS
SPANS = st.tuples(st.integers(0, 90), st.integers(0, 90)).map(lambda ends: Span(*sorted(ends)))
MOMENTS = st.builds(
    Moment,
    st.none() | st.dates(),
    st.none() | st.builds(lambda clock, fold: clock.replace(fold=fold), st.times(), st.integers(0, 1)),
    st.booleans(),
)
EMPHASIS = st.builds(Emphasis, SPANS, st.sampled_from(EmphasisKind), MAYBE)
ENTRIES = st.builds(
    Entry, TEXTS.map(EntryKey), MOMENTS, TEXTS, st.lists(TEXTS, max_size=3).map(tuple),
    st.lists(EMPHASIS, max_size=2).map(tuple), MAYBE, MAYBE,
)  # fmt: skip


def several(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=2).map(tuple)


ANNOTATIONS = st.builds(
    Annotations,
    several(st.builds(PlaceMention, SPANS, TEXTS.map(PlaceId), TEXTS, st.sampled_from(PlaceKind),
                      st.sampled_from(PlaceRole))),
    several(st.builds(TopicMatch, TEXTS.map(TopicId), several(SPANS))),
    several(st.builds(Quotation, SPANS, MAYBE)),
    several(st.builds(PersonMention, SPANS, TEXTS)),
    several(st.builds(Claim, SPANS, TEXTS, st.sampled_from(Side))),
    several(st.builds(Figure, SPANS, st.floats(allow_nan=False), TEXTS, st.none() | st.sampled_from(Bound))),
    st.booleans(),
)  # fmt: skip


@given(ENTRIES, ANNOTATIONS)
def test_an_entry_comes_back_as_it_was_kept(entry: Entry, told: Annotations) -> None:
    assert unpacked_entry(packed_entry(entry, told)) == (entry, told)


def test_an_entry_that_was_kept_with_names_is_read() -> None:
    entry = Entry(EntryKey("abc"), Moment(date(2025, 11, 14), time(16, 5)), "Brand im Hafen", ("Er brennt.",))
    told = Annotations(figures=(Figure(Span(15, 17), 2.0, "Er"),), unverified=True)
    assert unpacked_entry(packed(entry_record(entry, told))) == (entry, told)


@pytest.mark.parametrize("record", [[], [[], []], "text", [["k", 1, None, 0, False, "h", [], None, None, []], [[[9]]]]])
def test_what_is_no_entry_is_told(record: object) -> None:
    with pytest.raises(DataError, match="damaged"):
        unpacked_entry(packed(record))
