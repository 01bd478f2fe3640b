from collections import defaultdict

from textual.style import Style

from warticker.archive.query import Query
from warticker.archive.selection import Facets
from warticker.ui.views.facets import Line, Section, draw_line, facet_lines

STYLES: dict[str, Style] = defaultdict(Style)
TOPICS = {"luftangriffe": "Luftangriffe"}
MANY = Facets(topics={"luftangriffe": 9}, cities={f"Stadt {index}": 40 - index for index in range(30)})


def labels(facets: Facets = MANY, query: str = "", opened: tuple[Section, ...] = (), narrowed: str = "") -> list[str]:
    return [line.label for line in facet_lines(facets, Query.parse(query), TOPICS, opened, narrowed)]


def test_a_section_has_a_heading_and_its_values_under_their_labels() -> None:
    assert labels()[:4] == ["Topics", "Luftangriffe", "", "Cities"]


def test_a_section_without_values_is_left_out() -> None:
    assert labels(Facets(sources={"ntv": 2})) == ["Sources", "ntv"]


def test_a_long_section_ends_in_how_many_more_there_are() -> None:
    assert labels()[-2:] == ["Stadt 9", "20 more"]


def test_an_opened_section_shows_all() -> None:
    assert labels(opened=(Section.CITIES,))[-1] == "Stadt 29"


def test_what_is_chosen_is_in_sight_however_little_it_leaves() -> None:
    assert labels(query='city:"Stadt 25"')[-2:] == ["Stadt 25", "19 more"]


def test_narrowing_leaves_values_that_hold_the_text_in_any_case() -> None:
    assert labels(narrowed="stadt 2")[1:4] == ["Stadt 2", "Stadt 20", "Stadt 21"]


def test_a_value_is_drawn_with_its_count_and_bar() -> None:
    line = Line(Section.CITIES, "Kiew", "Kiew", 5, 10, chosen=True)
    assert draw_line(line, 24, STYLES).plain.rstrip() == "● Kiew          5 ██▌"


def test_a_long_name_ends_in_an_ellipsis_and_fits() -> None:
    line = Line(Section.PEOPLE, "x", "Bundesverteidigungsministerin", 1234, 1234)
    drawn = draw_line(line, 24, STYLES)
    assert drawn.cell_length <= 24
    assert "…" in drawn.plain
