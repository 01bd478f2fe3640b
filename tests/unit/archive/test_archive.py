from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.documents.made import DAY, NOW, entry, keep, place, story, understood

from warticker.archive.answering import selected
from warticker.archive.file import FileArchive
from warticker.archive.query import EVERYTHING, Field, Query
from warticker.archive.segments import base
from warticker.archive.selection import DayCount, Order, Selection
from warticker.model import (
    Annotations,
    Claim,
    EntryKey,
    Moment,
    PersonMention,
    PlaceKind,
    PlaceRole,
    Quotation,
    Side,
    Span,
    Story,
)

YESTERDAY = date(2025, 11, 13)


def archive_of(*stories: Story) -> FileArchive:
    archive = FileArchive()
    for each in stories:
        keep(archive, each)
    return archive


def select(archive: FileArchive, query: str = "", order: Order = Order.NEWEST) -> Selection:
    spellings = {"kyiv": {"Kiew"}}
    return archive.select(Query.parse(query), order, now=NOW, place_names=lambda word: spellings.get(word, ()))


def keys(selection: Selection) -> str:
    return "".join(row.key for row in selection.rows(0, len(selection)))


def found(archive: FileArchive, query: str) -> str:
    return keys(select(archive, query))


@pytest.fixture
def week() -> FileArchive:
    """Four entries: a and b on a day, c the day before, d without a day."""
    attack = understood("luftangriffe", "energie", cities=("Kiew", "Odessa"), unverified=True)
    return archive_of(
        story(
            (entry("a", DAY, "09:25", "Tote in Kiew", "Ein Drohnenangriff traf die U-Bahn."), attack),
            (entry("b", DAY, None, "Ein Tag ohne Zeit"), understood("front", cities=("Kiew",))),
            (entry("c", YESTERDAY, "23:42", "Öl für München"), understood("energie")),
            (entry("d", None, "03:00", "", "Ohne Titel. Zweiter Satz."), understood("front")),
        )
    )


def test_newest_comes_first_a_bare_day_at_its_end_and_no_day_last(week: FileArchive) -> None:
    assert found(week, "") == "abcd"


def test_what_has_no_day_comes_last_in_either_order_and_is_turned_by_itself(week: FileArchive) -> None:
    keep(week, story(entry("e", None), entry("f", None)))
    newest, oldest = select(week), select(week, order=Order.OLDEST)
    assert (keys(newest), newest.newest) == ("abcdef", 0)
    assert (keys(oldest), oldest.newest) == ("cbafed", 2)


def test_entries_without_days_keep_their_documents_order() -> None:
    first = story(entry("a", None, "08:00"), entry("b", None, "23:00"), entry("c", None))
    assert found(archive_of(first, story(entry("d", None, "09:00"))), "") == "abcd"


def test_entries_of_one_minute_keep_their_documents_order() -> None:
    assert found(archive_of(story(*(entry(key, DAY, "16:05") for key in "cab"))), "") == "cab"


def test_the_second_of_two_equal_hours_is_the_later_one() -> None:
    night = date(2025, 10, 26)
    early, late = entry("a", night, "02:50"), entry("b", night, "02:10")
    late = replace(late, moment=Moment(night, late.moment.clock and late.moment.clock.replace(fold=1)))
    assert found(archive_of(story(early, late)), "") == "ba"


def test_an_entry_added_again_is_stored_once(week: FileArchive) -> None:
    added = keep(
        week, story(entry("e", DAY, "10:00", "Neu"), entry("a", DAY, "09:25", "Tote in Kiew"), title="Zweiter")
    )
    assert (added.new, added.unchanged) == (1, 1)
    assert found(week, "") == "eabcd"
    kept = week.entry(EntryKey("e"))
    assert kept is not None
    assert (kept.document.title, kept.siblings) == ("Zweiter", ("e", "a"))


def test_a_full_name_is_not_found_by_one_of_its_words_alone() -> None:
    archive = FileArchive()
    for key, name in {"a": "Anna Carl", "b": "Emil Berg", "c": "Anna Berg"}.items():
        keep(archive, story((entry(key, DAY), understood(people=(PersonMention(Span(0, 1), name),))), title=key))
        base.compact(archive._database)
    asked = ('person:"Anna Berg"', "person:Berg", "person:Anna", 'person:"Emil Carl"')
    assert [found(archive, query) for query in asked] == ["c", "bc", "ac", ""]


def test_of_people_the_most_frequent_are_listed_and_whoever_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selected, "LISTED", 2)
    named = {"a": "AB", "b": "AB", "c": "AC"}
    people = {key: tuple(PersonMention(Span(0, 1), name) for name in names) for key, names in named.items()}
    archive = archive_of(story(*((entry(key, DAY), understood(people=each)) for key, each in people.items())))
    assert select(archive).counts(Field.PERSON) == {"A": 3, "B": 2}
    assert list(select(archive, "person:C,A").counts(Field.PERSON)) == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("angriff", "a"),
        ("ANGRIFF kiew", "a"),
        ("muenchen", "c"),
        ("ol", "c"),
        ("kyiv", "ab"),
        ('"in kiew"', "a"),
        ('"drohnen"', ""),
        ("u-bahn", "a"),
        ("u-ba", "a"),
        ("ubahn", ""),
        ("-tag", "acd"),
        ("kiew OR münchen", "ac"),
        ("(tote kiew) OR satz", "ad"),
        ("topic:energie", "ac"),
        ("topic:energie,front", "abcd"),
        ("topic:energie topic:luftangriffe", "a"),
        ("city:Kiew city:Odessa", "a"),
        ("topic:energie city:Kiew", "a"),
        ("city:KIEW", "ab"),
        ("-city:Kiew", "cd"),
        ("since:today", "ab"),
        ("since:1d", "abc"),
        ("until:yesterday", "c"),
        ("on:2025-11-14", "ab"),
        ("on:today,yesterday", "abc"),
        ("since:2026-01-01", ""),
        ("is:unverified", "a"),
        ("is:unread", "abcd"),
        ("is:saved", ""),
        ("source:NTV", "abcd"),
    ],
)
def test_a_query_finds(week: FileArchive, query: str, expected: str) -> None:
    assert found(week, query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [("on:2024-02", "bc"), ("on:2024-2,2024-03", "abc"), ("since:2024-02", "abc"), ("until:2024-02", "bcd"),
     ("-on:2024-02", "ad"), ("on:9999-12", "")],
)  # fmt: skip
def test_a_month_is_all_of_its_days(query: str, expected: str) -> None:
    days = {"a": date(2024, 3, 1), "b": date(2024, 2, 29), "c": date(2024, 2, 1), "d": date(2024, 1, 31)}
    archive = archive_of(story(*(entry(key, day, "23:59") for key, day in days.items())))
    assert found(archive, query) == expected


def test_a_part_of_a_name_finds_the_whole() -> None:
    people = [PersonMention(Span(0, 0), name) for name in ("Vitali Klitschko", "Wladimir Klitschko")]
    said = Annotations(people=(people[1],), quotations=(Quotation(Span(0, 0), "Boris Pistorius"),))
    archive = archive_of(story((entry("a"), Annotations(people=(people[0],))), (entry("b"), said)))
    assert found(archive, "person:klitschko") == "ab"
    assert found(archive, 'person:"Vitali Klitschko"') == "a"
    assert found(archive, "person:Klitsch") == ""
    assert found(archive, "speaker:Pistorius") == "b"


def test_places_count_by_what_they_are_and_do() -> None:
    government = place("Moskau", role=PlaceRole.GOVERNMENT)
    claims = (Claim(Span(0, 0), "Tass", Side.RUSSIA),)
    country = place("Ungarn", PlaceKind.COUNTRY, role=PlaceRole.GOVERNMENT)
    named = (government, country, place("Polen", PlaceKind.COUNTRY), place("Sumy", PlaceKind.REGION))
    archive = archive_of(story((entry("a"), Annotations(places=named, claims=claims))))
    counts = select(archive).counts
    assert (counts(Field.CITY), counts(Field.REGION)) == ({}, {"Sumy": 1})
    assert counts(Field.GOVERNMENT) == {"Moskau": 1, "Ungarn": 1}
    assert found(archive, "government:Ungarn") == "a"
    assert found(archive, "government:Polen") == ""
    assert counts(Field.CLAIM) == {"russland": 1}
    assert found(archive, "government:Moskau region:Sumy claim:russland") == "a"
    assert found(archive, "city:Moskau") == ""
    assert found(archive, "city:Sumy") == ""


def test_a_count_is_what_a_click_would_leave(week: FileArchive) -> None:
    counts = select(week, "topic:energie").counts
    assert counts(Field.TOPIC) == {"energie": 2, "front": 2, "luftangriffe": 1}
    assert counts(Field.CITY) == {"Kiew": 1, "Odessa": 1}
    assert list(select(week).counts(Field.CITY).items()) == [("Kiew", 2), ("Odessa", 1)]


def test_states_are_counted_as_they_are_now_and_all_that_are_asked_for_hold(week: FileArchive) -> None:
    selection = select(week, "is:unread")
    assert selection.counts(Field.IS) == {"new": 4, "unread": 4, "unverified": 1}
    week.marks.put([EntryKey("a")], read=True, saved=True)
    assert list(selection.counts(Field.IS).items()) == [("new", 4), ("unread", 3), ("saved", 1), ("unverified", 1)]
    assert select(week, "is:unread is:saved").counts(Field.IS) == {"unread": 0, "saved": 0}


def test_a_chosen_value_that_leaves_nothing_is_still_counted(week: FileArchive) -> None:
    counts = select(week, "city:Odessa topic:front").counts(Field.TOPIC)
    assert counts == {"energie": 1, "front": 0, "luftangriffe": 1}


def test_days_are_runs_in_the_selections_order(week: FileArchive) -> None:
    assert list(select(week).days) == [DayCount(DAY, 0, 2), DayCount(YESTERDAY, 2, 1), DayCount(None, 3, 1)]
    oldest = select(week, "-tag", Order.OLDEST)
    assert list(oldest.days) == [DayCount(YESTERDAY, 0, 1), DayCount(DAY, 1, 1), DayCount(None, 2, 1)]


def test_hours_count_what_has_a_time(week: FileArchive) -> None:
    hours = select(week).hours
    assert (len(hours), hours[9], hours[23], hours[3], sum(hours)) == (24, 1, 1, 1, 3)


def test_a_row_shows_what_a_list_needs(week: FileArchive) -> None:
    first, *_, last = select(week).rows(0, 99)
    assert (first.headline, first.places, first.topics, first.source) == (
        "Tote in Kiew",
        ("Kiew", "Odessa"),
        ("luftangriffe", "energie"),
        "ntv",
    )
    assert (first.unread, first.saved, first.unverified) == (True, False, True)
    assert last.headline == "Ohne Titel."


def test_a_row_names_regions_and_cities_in_the_order_of_the_text() -> None:
    places = (
        place("Russland", PlaceKind.COUNTRY),
        place("Moskau", role=PlaceRole.GOVERNMENT),
        place("Petrosawodsk"),
        place("Karelien", PlaceKind.REGION),
        place("Moskau"),
        place("Petrosawodsk"),
    )
    archive = archive_of(story((entry("a", DAY, "09:25", "Absturz"), Annotations(places=places))))
    (row,) = select(archive).rows(0, 1)
    assert row.places == ("Petrosawodsk", "Karelien", "Moskau")
    assert set(archive.places) == {"Russland", *row.places}
    assert select(archive).counts(Field.REGION) == {"Karelien": 1}


@pytest.mark.parametrize(
    ("headline", "paragraph", "shown"),
    [
        ("Titel", "Satz.", "Titel"),
        (
            "",
            "Am 14. November sagte Dr. Beispiel: „Nein.“ Dann ging er.",
            "Am 14. November sagte Dr. Beispiel: „Nein.“",
        ),
        ("", "  ", "(no text)"),
        ("", "ohne Ende", "ohne Ende"),
        ("x" * 1_000_000, "", "x" * 299 + "…"),
        ("", "Wort " * 200_000, ("Wort " * 60)[:299] + "…"),
    ],
    ids=["headline", "sentence", "nothing", "no end", "long headline", "long sentence"],
)
def test_a_list_calls_an_entry_by_its_headline_or_first_sentence(headline: str, paragraph: str, shown: str) -> None:
    archive = archive_of(story(entry("a", DAY, None, headline, paragraph)))
    assert select(archive).rows(0, 1)[0].headline == shown


def test_marks_show_at_once_and_select_anew(week: FileArchive) -> None:
    unread = select(week, "is:unread")
    week.marks.put([EntryKey("a"), EntryKey("nobody")], read=True, saved=True)
    assert (len(unread), unread.unread) == (4, 3)
    assert not unread.rows(0, 1)[0].unread
    assert (found(week, "is:unread"), found(week, "is:saved")) == ("bcd", "a")
    keep(week, story(entry("e", DAY, "20:00")))
    week.marks.put([EntryKey("a")], read=False)
    assert (found(week, "is:unread"), found(week, "is:saved")) == ("eabcd", "a")


def test_rows_are_marked_and_no_others(week: FileArchive) -> None:
    assert week.marks.put_rows(select(week), 0, 2, read=True) == 2
    assert found(week, "is:unread") == "cd"
    assert week.marks.put_rows(select(week), 3, 9, read=True) == 1
    assert found(week, "is:unread") == "c"
    assert week.marks.put_rows(select(week), 0, 9, read=True) == 1
    assert found(week, "is:unread") == ""


def test_a_selection_stays_as_it_was_while_entries_arrive(week: FileArchive) -> None:
    before = select(week)
    keep(week, story(entry("e", DAY, "20:00")))
    assert keys(before) == "abcd"
    assert before.index_of(EntryKey("e")) is None
    assert before.nearest(EntryKey("e")) == 0


def test_where_an_entry_would_stand(week: FileArchive) -> None:
    energy = select(week, "topic:energie")
    assert (energy.index_of(EntryKey("c")), energy.index_of(EntryKey("b"))) == (1, None)
    assert (energy.nearest(EntryKey("b")), energy.nearest(EntryKey("d")), energy.nearest(EntryKey("x"))) == (1, 1, 0)
    oldest = select(week, "topic:energie", Order.OLDEST)
    assert (oldest.nearest(EntryKey("b")), oldest.nearest(EntryKey("d"))) == (1, 1)
    assert select(week, "nichts").nearest(EntryKey("a")) == 0


def test_keys_are_found_by_how_they_begin() -> None:
    archive = archive_of(story(entry("abc"), entry("abd"), entry("b")))
    assert archive.keys("ab") == ("abc", "abd")
    assert archive.keys("%") == ()
    assert archive.entry(EntryKey("ab")) is None


def test_an_empty_archive_answers(week: FileArchive) -> None:
    nothing = select(FileArchive())
    assert (len(nothing), nothing.rows(0, 9), list(nothing.days), nothing.next_unread(0, 1)) == (0, [], [], None)
    assert nothing.counts(Field.TOPIC) == {}
    assert len(week) == 4


class Plain:
    """The archive as one would first write it: a sorted list."""

    def __init__(self, made: list[tuple[int | None, bool, bool]], order: Order) -> None:
        ordered = sorted(enumerate(made), key=lambda pair: -(pair[1][0] or 0))
        ordered = sorted(ordered[:: 1 if order is Order.NEWEST else -1], key=lambda pair: pair[1][0] is None)
        self.everything = [f"k{number}" for number, _ in ordered]
        self.chosen = [(f"k{number}", unread) for number, (_, kept, unread) in ordered if kept]

    def next_unread(self, index: int, step: int) -> int | None:
        places = range(index + 1, len(self.chosen)) if step > 0 else range(index - 1, -1, -1)
        return next((place for place in places if self.chosen[place][1]), None)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.none() | st.integers(0, 1439), st.booleans(), st.booleans()), max_size=12),
    st.sampled_from(Order),
    st.integers(0, 11),
)
def test_positions_are_those_of_a_sorted_list(
    made: list[tuple[int | None, bool, bool]], order: Order, index: int
) -> None:
    archive = archive_of(
        story(
            *(
                (
                    entry(f"k{number}", None)
                    if minute is None
                    else entry(f"k{number}", DAY, f"{minute // 60:02}:{minute % 60:02}"),
                    understood("front" if kept else "nato"),
                )
                for number, (minute, kept, _) in enumerate(made)
            )
        )
    )
    archive.marks.put([EntryKey(f"k{number}") for number, (_, _, unread) in enumerate(made) if not unread], read=True)
    selection, plain = select(archive, "topic:front", order), Plain(made, order)
    shown = [key for key, _ in plain.chosen]
    assert [row.key for row in selection.rows(0, 99)] == shown
    assert [row.key for row in selection.rows(2, 5)] == shown[2:5]
    assert not [*selection.rows(5, 2), *selection.rows(-3, -1), *selection.rows(99, 120)]
    for place_in_all, key in enumerate(plain.everything):
        expected = shown.index(key) if key in shown else None
        assert selection.index_of(EntryKey(key)) == expected
        if expected is None and shown:
            before = sum(other in shown for other in plain.everything[:place_in_all])
            assert selection.nearest(EntryKey(key)) == min(before, len(shown) - 1)
    if index < len(shown):
        assert selection.next_unread(index, 1) == plain.next_unread(index, 1)
        assert selection.next_unread(index, -1) == plain.next_unread(index, -1)


def test_values_are_those_that_entries_have(week: FileArchive) -> None:
    assert set(week.values(Field.CITY)) == {"Kiew", "Odessa"}
    assert not week.values(Field.REGION)
    assert len(select(week, str(EVERYTHING))) == 4
