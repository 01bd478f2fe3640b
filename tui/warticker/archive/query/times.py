"""The notations of days and times in a query: `2025-11-14`, `gestern`, `7d`; `16:00`, `2025-11-14T16:00`, `2h`.

`14.11.` is the last such day, `2025-11` a month. Times are in Berlin, like those of entries, and exact to the minute.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from warticker.model import BERLIN, Moment
from warticker.records import moment_from

DAYS = "a day, such as 2025-11-14, 14.11., today, yesterday or 7d, or a month, such as 2025-11"
TIMES = "a day or time, such as 2025-11-14, today, yesterday, 7d, 2025-11-14T16:00, 16:00 or 2h, or a month"
"""What a field takes, for messages."""

_NAMES = {"today": "today", "heute": "today", "yesterday": "yesterday", "gestern": "yesterday", "vorgestern": "2d"}
_DAYS_AGO = re.compile(r"([0-9]{1,6})d", re.IGNORECASE)
_AGO = re.compile(r"([0-9]{1,6})([hm])", re.IGNORECASE)
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_GERMAN = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})?")
_LEAP_YEAR = 2000
_CLOCK = re.compile(r"(?:(\S+)[T ])?([0-9]{1,2}):([0-9]{2})")


def day(text: str) -> str:
    """The canonical notation of a day; raises ValueError if the text is not one."""
    if name := _NAMES.get(text.lower()):
        return name
    if ago := _DAYS_AGO.fullmatch(text):
        return f"{int(ago[1])}d"
    if iso := _ISO.fullmatch(text):
        return date(int(iso[1]), int(iso[2]), int(iso[3])).isoformat()
    if german := _GERMAN.fullmatch(text):
        written = date(int(german[3] or _LEAP_YEAR), int(german[2]), int(german[1]))
        return written.isoformat() if german[3] else f"{written:%d.%m.}"
    raise ValueError(f"{text!r} is not a day")


def day_or_month(text: str) -> str:
    """The canonical notation of a day or a month; raises ValueError."""
    if month := _MONTH.fullmatch(text):
        return date(int(month[1]), int(month[2]), 1).isoformat()[: -len("-01")]
    return day(text)


def day_or_time(text: str) -> str:
    """The canonical notation of a day, a month or a time: so long ago, of today, of another day; raises ValueError."""
    if ago := _AGO.fullmatch(text):
        return f"{int(ago[1])}{ago[2].lower()}"
    if found := _CLOCK.fullmatch(text):
        clock = time(int(found[2]), int(found[3])).isoformat("minutes")
        return f"{day(found[1])}T{clock}" if found[1] else clock
    if _ISO.match(text) and ":" in text:
        # As exports write it, with seconds and an offset from UTC.
        moment = moment_from(text)
        return f"{moment.day}T{moment.clock:%H:%M}"
    return day_or_month(text)


def ends(text: str, now: datetime) -> tuple[Moment, Moment]:
    """The first and the last moment of what a canonical text means at a time in Berlin: one, unless it is a month."""
    if month := _MONTH.fullmatch(text):
        # Imported here as few queries name a month.
        from calendar import monthrange

        first = date(int(month[1]), int(month[2]), 1)
        return Moment(first), Moment(first.replace(day=monthrange(first.year, first.month)[1]))
    moment = resolved(text, now)
    return moment, moment


def resolved(text: str, now: datetime) -> Moment:
    """The day or time that a canonical text means at a time in Berlin; never before the first day that `date` knows."""
    if ago := _AGO.fullmatch(text):
        before = timedelta(hours=int(ago[1])) if ago[2] == "h" else timedelta(minutes=int(ago[1]))
        at = (now.astimezone(UTC) - before).astimezone(BERLIN)
        return Moment(at.date(), at.time().replace(second=0, microsecond=0))
    found = _CLOCK.fullmatch(text)
    clock = time(int(found[2]), int(found[3])) if found else None
    return Moment(_resolved_day((found[1] or "today") if found else text, now.date()), clock)


def _resolved_day(text: str, today: date) -> date:
    if text == "today":
        return today
    if ago := _DAYS_AGO.fullmatch("1d" if text == "yesterday" else text):
        return date.fromordinal(max(1, today.toordinal() - int(ago[1])))
    if _GERMAN.fullmatch(text):
        past = (date.fromordinal(today.toordinal() - back) for back in range(9 * 366))
        return next(each for each in past if f"{each:%d.%m.}" == text)
    return date.fromisoformat(text)
