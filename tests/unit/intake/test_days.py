"""Which day an entry is of: from what its page prints, the order of its entries, midnight, and when it was fetched."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from warticker.intake import read
from warticker.intake.provenance import Provenance
from warticker.model import BERLIN, Moment

FRIDAY = date(2025, 11, 14)
THURSDAY = date(2025, 11, 13)
TEXT = "Am Ufer hat sich die Lage nicht verändert. Die Helfer bleiben dort."


def moments(*lines: str, fetched: datetime | None = None) -> list[Moment]:
    """What a page of lines tells; a line `14:05 Uhr` and the like gets a headline and a text."""
    page = "\n\n".join(line if line.endswith("\n") else f"{line}\nHelfer am Ufer\n{TEXT}" for line in lines)
    (story,) = read(page.encode(), name="page", provenance=Provenance(fetched=fetched))
    return [entry.moment for entry in story.document.entries]


def told(*lines: str, fetched: datetime | None = None) -> list[tuple[str, str]]:
    return [
        (str(moment.day and moment.day.isoformat()[5:]), f"{moment.clock:%H:%M}" if moment.clock else "")
        for moment in moments(*lines, fetched=fetched)
    ]


def test_entries_before_midnight_are_of_the_day_before_the_stand() -> None:
    page = ("Stand: 14.11.2025, 10:00 Uhr\n", "09:30 Uhr", "00:05 Uhr", "23:41 Uhr", "21:08 Uhr")
    assert [day for day, _ in told(*page)] == ["11-14", "11-14", "11-13", "11-13"]


def test_a_ticker_that_was_opened_after_midnight_goes_on_through_its_day() -> None:
    page = ("Liveticker\n", "14.11.2025, 00:09 Uhr\n", "16:05 Uhr", "09:30 Uhr", "00:42 Uhr", "23:42 Uhr")
    assert [day for day, _ in told(*page)] == ["11-14", "11-14", "11-14", "11-13"]


def test_time_can_run_down_the_page() -> None:
    page = ("Chronik vom 13. November 2025\n", "14:40 Uhr", "20:10 Uhr", "22:30 Uhr", "23:55 Uhr", "00:20 Uhr")
    assert [day for day, _ in told(*page)] == ["11-13", "11-13", "11-13", "11-13", "11-14"]


@pytest.mark.parametrize(("printed", "last"), [("13.11.2025, 06:10 Uhr", "11-14"), ("13.11.2025, 22:30 Uhr", "11-13")])
def test_a_page_that_time_runs_down_was_opened_before_its_first_entry_or_written_after_it(
    printed: str, last: str
) -> None:
    *_, (day, _) = told("Liveticker\n", f"{printed}\n", "08:05 Uhr", "16:20 Uhr", "21:40 Uhr", "00:25 Uhr")
    assert day == last


def test_a_page_that_was_made_and_changed_on_one_day_is_dated_by_the_change() -> None:
    dates = "Veröffentlicht: 14.11.2025, 00:10 Uhr\nAktualisiert: 14.11.2025, 10:00 Uhr\n"
    assert [day for day, _ in told("Liveticker\n", dates, "09:30 Uhr", "00:05 Uhr", "23:41 Uhr")] == [
        *("11-14", "11-14", "11-13"),
    ]


def test_a_late_entry_is_no_midnight() -> None:
    page = ("Stand: 14.11.2025, 18:00 Uhr\n", "17:30 Uhr", "16:10 Uhr", "16:40 Uhr", "15:00 Uhr", "15:20 Uhr")
    assert {day for day, _ in told(*page)} == {"11-14"}


def test_times_alone_run_through_several_days() -> None:
    page = ("Stand: 14.11.2025, 12:00 Uhr\n", "11:00 Uhr", "23:10 Uhr", "08:00 Uhr", "22:00 Uhr", "07:15 Uhr")
    assert [day for day, _ in told(*page)] == ["11-14", "11-13", "11-13", "11-12", "11-12"]


@pytest.mark.parametrize(
    "clocks", [("00:10 Uhr", "01:20 Uhr", "02:30 Uhr", "23:50 Uhr"), ("23:50 Uhr", "13:00 Uhr", "00:10 Uhr")]
)
def test_a_day_of_few_entries_is_one_day(clocks: tuple[str, ...]) -> None:
    assert {day for day, _ in told("Chronik vom 13. November 2025\n", *clocks)} == {"11-13"}


def test_times_alone_without_a_date_have_no_day() -> None:
    assert told("09:30 Uhr", "00:05 Uhr", "23:41 Uhr") == [("None", "09:30"), ("None", "00:05"), ("None", "23:41")]


def test_a_stand_before_the_newest_entry_is_of_the_day_after_it() -> None:
    page = ("Stand: 14.11.2025, 00:30 Uhr\n", "23:58 Uhr", "22:00 Uhr", "19:15 Uhr")
    assert {day for day, _ in told(*page)} == {"11-13"}


def test_day_headings_date_the_entries_below_them() -> None:
    page = ("Freitag, 14. November 2025\n", "09:30 Uhr", "07:00 Uhr", "Donnerstag, 13. November 2025\n", "23:41 Uhr")
    assert [day for day, _ in told(*page)] == ["11-14", "11-14", "11-13"]
    assert all(not moment.inferred for moment in moments(*page))


def test_days_beside_entries_count_more_than_a_lone_day_above_them() -> None:
    lines = ["Freitag, 14. November 2025", "09:15 Uhr: Morgen.", "15.11.2025 / 00:15 Uhr: Nacht.", "23:15 Uhr: Abend."]
    assert [day for day, _ in told("\n".join(lines) + "\n")] == ["11-15", "11-15", "11-14"]


def test_weekdays_alone_count_from_the_page() -> None:
    page = ("Stand: 14.11.2025, 10:00 Uhr\n", "Freitag\n", "09:30 Uhr", "07:00 Uhr", "Mittwoch\n", "23:41 Uhr")
    assert [day for day, _ in told(*page)] == ["11-14", "11-14", "11-12"]


@pytest.mark.parametrize(("crawled", "year"), [("2022-12", 2022), ("2023-01-07", 2022), ("2023-11", 2023)])
def test_the_month_in_which_a_crawler_found_a_page_tells_the_year_of_its_days(crawled: str, year: int) -> None:
    page = (f" date {crawled} Liveticker\n", "Update vom 30. Dezember, 14.05 Uhr", "Update vom 29. Dezember, 9.30 Uhr")
    assert [moment.day and moment.day.year for moment in moments(*page)] == [year, year]


def test_days_without_a_year_cross_new_year() -> None:
    page = ("Stand: 01.01.2025, 02:00 Uhr\n", "1. Januar\n", "01:25 Uhr", "31. Dezember\n", "23:30 Uhr", "19:02 Uhr")
    assert [moment.day for moment in moments(*page)] == [date(2025, 1, 1), date(2024, 12, 31), date(2024, 12, 31)]


def test_a_day_with_another_days_name_is_the_one_of_its_month() -> None:
    page = ("Stand: 14.11.2025, 10:00 Uhr\n", "Montag, 14. November\n", "09:30 Uhr", "07:00 Uhr")
    assert {day for day, _ in told(*page)} == {"11-14"}


def test_the_name_of_a_day_tells_its_year_among_those_of_the_text() -> None:
    page = ("Freitag, 14. November\n", "09:30 Uhr", "07:00 Uhr", "Seit 2021 und 2025 steigt hier das Wasser an.\n")
    assert {moment.day for moment in moments(*page)} == {FRIDAY}


def test_a_chronicle_that_prints_its_year_once_goes_on_through_it() -> None:
    days = ("14. Februar 2025, 09:15 Uhr", "3. Juli, 10:20 Uhr", "24. Dezember, 11:25 Uhr", "2. Januar, 12:30 Uhr")
    assert [moment.day and moment.day.year for moment in moments(*days)] == [2025, 2025, 2025, 2026]


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    page = ("Stand: 26.10.2025, 08:00 Uhr\n", "03:10 Uhr", "02:10 Uhr", "02:50 Uhr", "01:30 Uhr")
    assert [moment.clock and moment.clock.fold for moment in moments(*page)] == [0, 1, 0, 0]


def test_a_date_in_the_title_dates_a_ticker_of_one_day() -> None:
    page = ("Newsblog vom 14. November 2025\n", "16:20 Uhr", "12:00 Uhr", "06:30 Uhr")
    assert {day for day, _ in told(*page)} == {"11-14"}


def test_dates_beside_entries_count_whatever_the_page_says() -> None:
    page = ("Stand: 20.11.2025, 10:00 Uhr\n", "14.11.2025, 09:30 Uhr", "13.11.2025, 23:41 Uhr", "13.11.2025, 20:00 Uhr")
    assert [day for day, _ in told(*page)] == ["11-14", "11-13", "11-13"]


AT_NOON = datetime(2025, 11, 14, 12, 7, 31, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("line", "day", "clock"),
    [
        ("Vor 5 Minuten", FRIDAY, time(12, 2)),
        ("vor 5 Min.", FRIDAY, time(12, 2)),
        ("Vor einer Stunde", FRIDAY, time(11, 7)),
        ("vor 2 Std.", FRIDAY, time(10, 7)),
        ("Vor 13 Stunden", THURSDAY, time(23, 7)),
        ("gerade eben", FRIDAY, time(12, 7)),
        ("heute 08:15", FRIDAY, time(8, 15)),
        ("gestern, 14:05 Uhr", THURSDAY, time(14, 5)),
        ("Vor 3 Tagen", date(2025, 11, 11), None),
    ],
)
def test_relative_times_count_from_when_the_page_was_fetched(line: str, day: date, clock: time | None) -> None:
    for fetched in (AT_NOON, AT_NOON.astimezone(UTC)):
        *_, moment = moments("gerade eben", line, fetched=fetched)
        assert (moment.day, moment.clock, moment.inferred) == (day, clock, True)


def test_today_is_the_day_in_berlin_on_which_a_page_was_fetched_unless_it_was_changed_days_before() -> None:
    after_midnight = datetime(2025, 11, 13, 23, 30, tzinfo=UTC)
    assert told("heute 00:15", "gestern 23:50", fetched=after_midnight) == [("11-14", "00:15"), ("11-13", "23:50")]
    page = ("Stand: 10.11.2025, 10:00 Uhr\n", "heute 09:15", "heute 08:15")
    assert {day for day, _ in told(*page, fetched=AT_NOON)} == {"11-10"}


def test_without_a_fetch_relative_times_have_no_clock() -> None:
    assert told("Vor 5 Minuten", "Vor 2 Stunden") == [("None", ""), ("None", "")]
    dated = ("Stand: 14.11.2025, 01:10 Uhr\n", "Vor 5 Minuten", "Vor 2 Stunden")
    assert told(*dated) == [("11-14", ""), ("11-13", "")]


def test_relative_times_cross_the_change_of_the_clocks() -> None:
    early = datetime(2025, 10, 26, 2, 30, fold=1, tzinfo=BERLIN)
    first, second = moments("vor 20 Minuten", "vor einer Stunde", fetched=early)
    assert (first.clock, first.clock and first.clock.fold) == (time(2, 10), 1)
    assert (second.clock, second.clock and second.clock.fold) == (time(2, 30), 0)
