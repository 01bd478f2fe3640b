from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from warticker.archive.selection import DayCount
from warticker.ui.drawing.geometry import Divider, Geometry, Place


def geometry(counts: list[int], row_height: int, divider: Divider | None = None) -> Geometry:
    starts = [sum(counts[:index]) for index in range(len(counts))]
    days = [
        DayCount(date(2025, 1, 1 + i), start, count)
        for i, (start, count) in enumerate(zip(starts, counts, strict=True))
    ]
    return Geometry(days, row_height, divider)


def test_a_day_has_a_heading_before_its_rows() -> None:
    found = [geometry([2, 1], 1).at(line) for line in range(6)]
    assert found == [Place(0, None, 0), Place(0, 0, 0), Place(0, 1, 0), Place(1, None, 0), Place(1, 2, 0), None]


def test_nothing_has_no_height() -> None:
    assert (Geometry([], 4).height, Geometry([], 4).rows, Geometry([], 4).at(0)) == (0, 0, None)


def test_no_line_is_above_the_first() -> None:
    assert geometry([2], 4).at(-1) is None


def test_the_divider_stands_between_rows_and_before_a_heading() -> None:
    within = [geometry([2, 1], 1, Divider(1, 1, above=True)).at(line) for line in range(7)]
    assert within[:4] == [Place(0, None, 0), Place(0, 0, 0), Place(0, None, 0, divider=True), Place(0, 1, 0)]
    before = [geometry([2, 1], 1, Divider(2, 2, above=True)).at(line) for line in range(7)]
    assert before[2:] == [
        Place(0, 1, 0),
        Place(0, None, 0, divider=True),
        Place(1, None, 0),
        Place(1, 2, 0),
        None,
    ]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=8), st.sampled_from([1, 4]), st.none() | st.integers(0, 40))
def test_every_row_stands_on_the_lines_that_it_is_asked_for(
    counts: list[int], row_height: int, edge: int | None
) -> None:
    divider = None if edge is None else Divider(edge % sum(counts), 1, above=True)
    there = geometry(counts, row_height, divider)
    places = [there.at(line) for line in range(there.height)]
    assert sum(place is not None and place.divider for place in places) == (divider is not None)
    assert sum(place is not None and place.row is None for place in places) == len(counts) + (divider is not None)
    for row in range(sum(counts)):
        found = [there.at(there.line_of(row) + offset) for offset in range(row_height)]
        assert found == [Place(there.day_of(row), row, offset) for offset in range(row_height)]
    assert there.at(there.height) is None
    assert there.at(there.height - 1) is not None
