from collections import defaultdict
from collections.abc import Iterator, Mapping

from textual.style import Style

from warticker.archive.query import Field, Query
from warticker.ui.drawing.filter_lines import FilterState, Line, Section, draw_line, filter_lines

STYLES: dict[str, Style] = defaultdict(Style)
TOPICS = {"luftangriffe": "Luftangriffe"}
Counts = Mapping[Field, Mapping[str, int]]
MANY: Counts = {Field.TOPIC: {"luftangriffe": 9}, Field.CITY: {f"Stadt {index}": 40 - index for index in range(30)}}


def lines(counts: Counts, query: str, opened: tuple[Section, ...], narrowed: str) -> Iterator[Line]:
    return filter_lines(lambda field: counts.get(field, {}), Query.parse(query), FilterState(TOPICS, opened, narrowed))


def labels(counts: Counts = MANY, query: str = "", opened: tuple[Section, ...] = (), narrowed: str = "") -> list[str]:
    return [line.label for line in lines(counts, query, opened, narrowed)]


def test_a_section_has_a_heading_and_its_values_under_their_labels() -> None:
    assert labels()[:4] == ["Topics", "Luftangriffe", "", "Cities"]


def test_a_section_without_values_is_left_out() -> None:
    assert labels({Field.SOURCE: {"ntv": 2}}) == ["Sources", "ntv"]


def test_a_long_section_ends_in_how_many_more_there_are() -> None:
    assert labels()[-2:] == ["Stadt 9", "20 more"]


def test_one_more_is_shown_itself() -> None:
    assert labels({Field.REGION: dict.fromkeys("ABCDE", 1)}) == ["Regions", *"ABCDE"]
    assert labels({Field.REGION: dict.fromkeys("ABCDEF", 1)}) == ["Regions", *"ABCD", "2 more"]


def test_an_opened_section_shows_all() -> None:
    assert labels(opened=(Section.CITIES,))[-1] == "Stadt 29"


def test_what_is_chosen_is_in_sight_however_little_it_leaves() -> None:
    assert labels(query='city:"Stadt 25"')[-2:] == ["Stadt 25", "19 more"]


def test_narrowing_leaves_values_that_hold_the_text_in_any_case() -> None:
    assert labels(narrowed="stadt 2")[3:6] == ["Stadt 2", "Stadt 20", "Stadt 21"]


def test_narrowing_to_a_heading_leaves_all_below_it() -> None:
    assert labels({Field.CLAIM: {"ukraine": 2, "russland": 1}}, narrowed="clai")[2:] == [
        "Claimed by",
        "Ukraine",
        "Russia",
    ]


def test_narrowing_finds_a_side_by_its_name_in_queries() -> None:
    assert labels({Field.CLAIM: {"ukraine": 2, "russland": 1}}, narrowed="russl")[2:] == ["Claimed by", "Russia"]


def test_what_is_chosen_and_leaves_nothing_can_be_taken_back() -> None:
    assert labels({}, query="topic:luftangriffe") == ["Topics", "Luftangriffe"]


def test_the_part_of_a_name_that_is_asked_for_is_no_value_of_its_own() -> None:
    assert labels({Field.PERSON: {"Anton Beispiel": 2}}, query="person:beispiel") == ["People", "Anton Beispiel"]


def test_a_filter_with_nothing_to_choose_says_so() -> None:
    assert labels({}) == ["nothing to choose"]


def test_a_value_is_drawn_with_its_count_and_bar() -> None:
    line = Line(Section.CITIES, "Kiew", "Kiew", 5, 10, chosen=True)
    assert draw_line(line, 24, STYLES, current=False).plain.rstrip() == "● Kiew          5 ━━╸"


def test_a_long_name_ends_in_an_ellipsis_and_fits() -> None:
    line = Line(Section.PEOPLE, "x", "Bundesverteidigungsministerin", 1234, 1234)
    drawn = draw_line(line, 24, STYLES, current=False)
    assert drawn.cell_length <= 24
    assert "…" in drawn.plain


def test_only_what_is_listed_is_counted() -> None:
    asked: list[Field] = []

    def counts(field: Field) -> Mapping[str, int]:
        asked.append(field)
        return MANY.get(field, {})

    listed = filter_lines(counts, Query(), FilterState(TOPICS))
    assert [next(listed).label for _ in range(4)] == ["Topics", "Luftangriffe", "", "Cities"]
    assert asked == [Field.TOPIC, Field.CITY]


def test_somebodys_given_name_gives_way_where_there_is_no_room() -> None:
    counts = {
        Field.PERSON: {"Ursula von der Leyen": 3},
        Field.SPEAKER: {"Ursula von der Leyen": 2, "Amt für Wetter": 1},
    }
    listed = [
        line for line in filter_lines(lambda field: counts.get(field, {}), Query(), FilterState({})) if line.value
    ]
    drawn = {width: [draw_line(line, width, STYLES, current=False).plain for line in listed] for width in (24, 30, 40)}
    assert drawn[40][0].startswith("  Ursula von der Leyen ")
    assert drawn[30][0].startswith("  U. von der Leyen ")
    assert [line[:14] for line in drawn[24]] == ["  U. von der L", "  U. von der L", "  Amt für Wett"]
