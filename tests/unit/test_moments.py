from datetime import UTC, date, datetime, time

from warticker.model import Moment
from warticker.moments import berlin_time, clock, full_moment, long_day


def test_a_moment_is_told_as_exactly_as_it_is_known() -> None:
    assert full_moment(Moment(date(2025, 3, 2), time(7, 5))) == "Sun 2 Mar 2025 07:05"
    assert full_moment(Moment(date(2025, 3, 2))) == "Sun 2 Mar 2025"
    assert full_moment(Moment(clock=time(7, 5))) == "07:05"
    assert full_moment(Moment()) == ""


def test_a_day_as_a_heading() -> None:
    assert long_day(date(2025, 11, 14)) == "Friday, 14 November 2025"
    assert long_day(None) == "Without a date"


def test_no_clock_is_no_text() -> None:
    assert clock(Moment(date(2025, 3, 2))) == ""


def test_what_the_program_did_is_told_by_the_clock_of_entries() -> None:
    evening = datetime(2025, 11, 14, 23, 30, tzinfo=UTC)
    assert berlin_time(evening, evening) == "00:30"
    assert berlin_time(evening, datetime(2025, 11, 14, 20, 0, tzinfo=UTC)) == "2025-11-15 00:30"
