from datetime import date, datetime, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from warticker.archive.query import EVERYTHING, Field, Query, times
from warticker.errors import QueryError
from warticker.model import BERLIN, Moment

NOW = datetime(2025, 11, 14, 17, 30, tzinfo=BERLIN)
PIECES = st.sampled_from(
    ["kiew", "Öl", "U-Bahn", "a", "OR", "UND", "Kiew:", "-", "--", "(", ")", '"', "\\", ",", ":", " ", "+++",
     "topic:front", "city:", 'Stadt:"Nowa Kachowka"', "seit:7d", "is:unread", "claim:russland", "16:05", "ß", "\n",
     "on:heute", "-topic:nato,eu", "since:2h", "bis:GesternT6:05", "since:2025-11-14T06:05:09+02:00"]
)  # fmt: skip
WRITTEN = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=14).map("".join), st.lists(PIECES).map(" ".join))


def parsed(text: str) -> Query | QueryError:
    try:
        return Query.parse(text)
    except QueryError as error:
        return error


@given(WRITTEN)
@example("OR:")
@example("NOT: kran")
def test_any_text_is_a_query_that_reads_back_or_one_clear_error(text: str) -> None:
    found = parsed(text)
    if isinstance(found, Query):
        assert Query.parse(str(found)) == found
    else:
        assert 0 <= found.position <= len(text)


@given(WRITTEN, st.sampled_from([Field.TOPIC, Field.CITY, Field.SOURCE]), st.text(min_size=1).map(str.strip))
@example("", Field.SOURCE, "„Blick“")
def test_a_toggled_value_reads_back_and_toggles_off_again(text: str, field: Field, value: str) -> None:
    found = parsed(text)
    query = found if isinstance(found, Query) else EVERYTHING
    if value and value not in query.values(field):
        chosen = query.toggled(field, value)
        assert value in chosen.values(field)
        assert Query.parse(str(chosen)) == chosen
        assert chosen.toggled(field, value) == query


def test_values_behind_commas_are_alternatives_and_a_field_named_twice_must_hold_twice() -> None:
    assert Query.parse('thema:front, " nato "').values(Field.TOPIC) == ("front", "nato")
    both = Query.parse("topic:front kiew topic:nato")
    assert both == Query.parse("topic:front kiew AND topic:nato") != Query.parse("topic:front,nato kiew")
    assert str(both) == "topic:front kiew topic:nato"


def test_a_further_value_is_an_alternative_and_a_further_state_must_hold_as_well() -> None:
    chosen = Query.parse("city:Kiew").toggled(Field.CITY, "Odessa").toggled(Field.IS, "unread")
    assert str(chosen) == "city:Kiew,Odessa is:unread"
    assert str(chosen.toggled(Field.IS, "saved").toggled(Field.CITY, "Kiew")) == "city:Odessa is:unread is:saved"
    assert str(Query.parse("city:Kiew government:Kiew").toggled(Field.CITY, "Kiew")) == "government:Kiew"
    assert str(Query.parse("nato city:Kiew").toggled(Field.CITY, "Odessa")) == "nato city:Kiew,Odessa"


@pytest.mark.parametrize(
    ("german", "english"),
    [("thema:front", "topic:front"), ("stadt:Kiew", "city:Kiew"), ("regierung:Moskau", "government:Moskau"),
     ("gebiet:Sumy", "region:Sumy"), ("quelle:ntv", "source:ntv"), ("seit:heute", "since:today"),
     ("bis:Gestern", "until:yesterday"), ("am:14.11.2025", "on:2025-11-14"), ("am:1.4.", "on:01.04."),
     ("seit:vorgestern", "since:2d"), ('bis:"14.11.2025 6:05"', "until:2025-11-14T06:05"),
     ("seit:gesternT16:00", "since:yesterdayT16:00"), ("am:2025-2", "on:2025-02")],
)  # fmt: skip
def test_german_field_names_mean_the_english_ones(german: str, english: str) -> None:
    assert str(Query.parse(german)) == english


def test_or_binds_closer_than_the_and_between_words() -> None:
    assert Query.parse("topic:front a OR b c") == Query.parse("topic:front (a OR b) c")
    assert Query.parse("a OR (b c)") != Query.parse("(a OR b) c")
    assert Query.parse("a OR a") == Query.parse("a")


@pytest.mark.parametrize(
    ("grouped", "plain"),
    [("(a OR b) OR c", "a OR b OR c"), ("(topic:front a) (b a)", "topic:front a b"), ("-(-a)", "a")],
)
def test_parentheses_that_change_nothing_are_left_out(grouped: str, plain: str) -> None:
    assert str(Query.parse(grouped)) == plain


def test_operators_are_written_in_german_too_and_an_and_is_none() -> None:
    assert Query.parse("a ODER b UND c AND topic:front") == Query.parse("a OR b c topic:front")
    assert [term.text for term in Query.parse('und "AND" Oder ANDERE').terms()] == ["und", "AND", "Oder", "ANDERE"]


def test_what_is_copied_with_its_quotation_marks_is_a_phrase() -> None:
    for text in ("„roter Kran“", "“roter Kran”", "»roter Kran«", '«roter Kran"'):
        assert str(Query.parse(text)) == '"roter Kran"'
    assert str(Query.parse("person:„Anna Berg“ -»roter Kran« Kran“")) == 'person:"Anna Berg" -"roter Kran" Kran“'
    assert str(Query.parse('"der „rote“ Kran"')) == '"der „rote“ Kran"'


def test_a_not_is_a_minus_where_something_follows() -> None:
    assert Query.parse("NOT kran NICHT city:Kiew") == Query.parse("-kran -city:Kiew")
    assert Query.parse("NOT (kran NOT hafen)") == Query.parse("-(kran -hafen)")
    assert str(Query.parse("kran NOT")) == 'kran "NOT"'


def test_a_word_before_a_colon_alone_is_no_field() -> None:
    assert Query.parse("Selenskyj: Vier Tote (Kiew:) -Nacht:") == Query.parse("Selenskyj Vier Tote Kiew -Nacht")
    assert Query.parse("thema: front") == Query.parse("topic:front")


def test_two_minuses_are_none() -> None:
    assert Query.parse("--a") == Query.parse("a")
    assert str(Query.parse("-(a OR b)")) == "-(a OR b)"


def test_marks_alone_ask_for_nothing() -> None:
    assert Query.parse('Kiew – Moskau & - +++ "" „“') == Query.parse("Kiew Moskau")
    assert not Query.parse(" - ")
    assert Query.parse("Kiew OR ()") == Query.parse("Kiew")


def test_a_value_with_spaces_and_marks_stands_in_quotation_marks() -> None:
    query = EVERYTHING.toggled(Field.PERSON, 'Robert "Madyar" Brovdi')
    assert str(query) == 'person:"Robert \\"Madyar\\" Brovdi"'


@pytest.mark.parametrize(
    ("text", "position", "suggestion"),
    [("kiew kity:x", 5, "city:"), ("is:unred", 3, "unread"), ("claim:rusland", 6, "russland"), ("a OR", 4, None),
     ("a UND", 5, None), ("AND a", 0, None), ("topic:", 6, None), ("a)", 1, None), ("b (a", 2, None),
     ("since:bald", 6, None), ("since:31.02.2025", 6, None), ("since:31.2.", 6, None),
     ("since:24:00", 6, None), ("on:16:00", 3, None), ("on:2025-13", 3, None), ("since:2025-11T16:00", 6, None),
     ('"roter kran city:Kiew', 0, None), ('kran city:"Bila Zerkwa', 10, None), ("kran „roter", 5, None)],
)  # fmt: skip
def test_an_error_says_where_and_what_is_nearest(text: str, position: int, suggestion: str | None) -> None:
    with pytest.raises(QueryError) as raised:
        Query.parse(text)
    assert (raised.value.position, raised.value.suggestion) == (position, suggestion)
    # What there is stands only where nothing is near.
    assert suggestion is None or "there are" not in str(raised.value)


@pytest.mark.parametrize(
    "text",
    ["(" * 50_000, "-" * 50_000 + "a", "a OR " * 20_000, '"' + "\\" * 50_000, "a:" * 30_000, "is:" + "x" * 50_000],
)
def test_hostile_length_is_no_trouble(text: str) -> None:
    found = parsed(text)
    assert isinstance(found, Query) or len(str(found)) < 200


def test_an_error_says_whether_a_time_will_do() -> None:
    assert "on: takes a day, such as" in str(parsed("on:bald"))
    assert str(parsed("is:bald")).endswith(", not bald")
    assert "until: takes a day or time, such as" in str(parsed("until:bald"))


def test_terms_leave_out_what_must_not_occur() -> None:
    query = Query.parse('öl -gas "in der nacht" (brand OR topic:energie) öl')
    assert tuple(term.text for term in query.terms()) == ("öl", "in der nacht", "brand")


@pytest.mark.parametrize(
    ("text", "meant"),
    [("today", date(2025, 11, 14)), ("yesterday", date(2025, 11, 13)), ("7d", date(2025, 11, 7)),
     ("2025-11-02", date(2025, 11, 2)), ("999999d", date(1, 1, 1)), ("0d", date(2025, 11, 14)),
     ("14.11.", date(2025, 11, 14)), ("15.11.", date(2024, 11, 15)), ("29.2.", date(2024, 2, 29))],
)  # fmt: skip
def test_relative_days_count_from_today(text: str, meant: date) -> None:
    assert times.resolved(times.day(text), NOW) == Moment(meant)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("16:00", datetime(2025, 11, 14, 16)), ("2h", datetime(2025, 11, 14, 15, 30)), ("90M", datetime(2025, 11, 14, 16)),
     ("18h", datetime(2025, 11, 13, 23, 30)), ("yesterdayT9:05", datetime(2025, 11, 13, 9, 5)),
     ("2025-11-02T09:05", datetime(2025, 11, 2, 9, 5)), ("2.11.2025 09:05", datetime(2025, 11, 2, 9, 5)),
     ("2025-11-02T09:05:30", datetime(2025, 11, 2, 9, 5)), ("2025-11-02T09:05:00Z", datetime(2025, 11, 2, 10, 5))],
)  # fmt: skip
def test_times_are_todays_or_of_a_day_or_so_long_ago(text: str, meant: datetime) -> None:
    assert times.resolved(times.day_or_time(text), NOW) == Moment(meant.date(), meant.time())


def test_hours_ago_are_counted_through_the_change_of_the_clocks() -> None:
    morning = datetime(2025, 10, 26, 3, 10, tzinfo=BERLIN)
    clocks = [times.resolved(text, morning).clock for text in ("1h", "2h", "3h")]
    assert [clock and (clock, clock.fold) for clock in clocks] == [(time(2, 10), 1), (time(2, 10), 0), (time(1, 10), 0)]


@pytest.mark.parametrize(("text", "side"), [("claim:russia", "russland"), ("side:Other", "andere")])
def test_a_side_goes_by_its_english_name_too(text: str, side: str) -> None:
    assert str(Query.parse(text)) == f"claim:{side}"
