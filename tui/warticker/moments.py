"""Dates and times as the program writes them: in English, whatever the locale."""

from __future__ import annotations

from datetime import date, datetime

from warticker.model import BERLIN, Moment

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def long_day(day: date | None) -> str:
    """A day as a heading: `Friday, 14 November 2025`."""
    if day is None:
        return "Without a date"
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """A day within a line: `Fri 14 Nov 2025`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def clock(moment: Moment) -> str:
    """The time of day as `16:05`; empty if it is not known."""
    return "" if moment.clock is None else f"{moment.clock:%H:%M}"


def full_moment(moment: Moment) -> str:
    """All that is known of a moment: `Fri 14 Nov 2025 16:05`; empty if nothing is."""
    day = "" if moment.day is None else short_day(moment.day)
    return f"{day} {clock(moment)}".strip()


def berlin_time(at: datetime, now: datetime) -> str:
    """A time in Berlin, like the times of entries, with the date unless it is today."""
    told = at.astimezone(BERLIN)
    return f"{told:%H:%M}" if told.date() == now.astimezone(BERLIN).date() else f"{told:%Y-%m-%d %H:%M}"
