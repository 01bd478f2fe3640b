from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.documents.made import any_annotations, entries

from warticker.archive.entries.packing import packed
from warticker.archive.entries.records import packed_entry, unpacked_entry
from warticker.errors import DataError
from warticker.model import Annotations, Entry, EntryKey, Figure, Moment, Span
from warticker.records import entry_record

MOMENTS = st.builds(
    Moment,
    st.none() | st.dates(),
    st.none() | st.builds(lambda clock, fold: clock.replace(fold=fold), st.times(), st.integers(0, 1)),
    st.booleans(),
)
ENTRIES = st.builds(lambda made, at, told: replace(made, moment=at, headline=told), entries(), MOMENTS, st.text())


@given(ENTRIES, st.data())
def test_an_entry_comes_back_as_it_was_kept(entry: Entry, data: st.DataObject) -> None:
    told = data.draw(any_annotations(entry.text))
    assert unpacked_entry(packed_entry(entry, told)) == (entry, told)


def test_an_entry_that_was_kept_with_names_is_read() -> None:
    entry = Entry(EntryKey("abc"), Moment(date(2025, 11, 14), time(16, 5)), "Brand im Hafen", ("Er brennt.",))
    told = Annotations(figures=(Figure(Span(15, 17), 2.0, "Er"),), unverified=True)
    assert unpacked_entry(packed(entry_record(entry, told))) == (entry, told)


@pytest.mark.parametrize("record", [[], [[], []], "text", [["k", 1, None, 0, False, "h", [], None, None, []], [[[9]]]]])
def test_what_is_no_entry_is_told(record: object) -> None:
    with pytest.raises(DataError, match="damaged"):
        unpacked_entry(packed(record))
