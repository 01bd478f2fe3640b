from collections.abc import Iterator

from warticker.archive.query import Field
from warticker.ui.drawing.choices import Choices
from warticker.ui.drawing.filter_lines import Line, Section

LINES = [
    Line(Section.TOPICS, label="Topics"),
    Line(Section.TOPICS, "front", "Front", 3),
    Line(Section.TOPICS, "nato", "Nato", 2),
    Line(),
    Line(Section.CITIES, label="Cities"),
    Line(Section.CITIES, "Kiew", "Kiew", 1),
    Line(Section.CITIES, label="7 more", more=7),
]
CHOICES = Choices(LINES)


def test_a_cursor_walks_over_headings() -> None:
    assert [CHOICES.beyond(index, 1) for index in (-1, 1, 2, 6)] == [1, 2, 5, None]
    assert [CHOICES.beyond(index, -1) for index in (7, 5, 1)] == [6, 2, None]


def test_sections_are_walked_by_their_first_values() -> None:
    assert [CHOICES.section_beyond(index, 1) for index in (0, 1, 2, 5)] == [1, 5, 5, None]
    assert [CHOICES.section_beyond(index, -1) for index in (6, 5, 2, 1)] == [5, 1, 1, None]


def test_a_section_reaches_from_its_first_value_to_its_last() -> None:
    assert CHOICES.start_of(Section.CITIES) == 5
    assert CHOICES.start_of(Section.PEOPLE) is None
    assert (CHOICES.section_end(1), CHOICES.section_end(6)) == (3, 7)


def test_a_value_is_found_again_by_what_it_is_and_not_by_its_count() -> None:
    assert CHOICES.index_of(Line(Section.TOPICS, "nato", count=9)) == 2
    assert CHOICES.index_of(Line(Section.CITIES, "nato")) is None


def test_where_a_value_has_gone_the_next_is_nearest_or_else_the_last() -> None:
    assert [CHOICES.nearest(index) for index in (0, 3, 6, 40)] == [1, 5, 6, 6]
    assert Choices().nearest(3) is None


def test_no_more_is_made_than_is_looked_at() -> None:
    seen = []

    def lines() -> Iterator[Line]:
        for index, line in enumerate(LINES):
            seen.append(index)
            yield line

    choices = Choices(lines())
    assert len(choices.first(2)) == 2
    assert choices.index_of(LINES[2]) == 2
    assert seen == [0, 1, 2]
    assert list(choices.whole()) == LINES


def test_only_values_of_fields_filter() -> None:
    assert LINES[1].filters_by == (Field.TOPIC, "front")
    assert [line.filters_by for line in (LINES[0], LINES[3], LINES[6], Line(Section.VIEWS, "Kiew"))] == [None] * 4
