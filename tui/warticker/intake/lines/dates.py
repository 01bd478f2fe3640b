"""German dates and clock times as pages print them, even incomplete."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import NamedTuple

from warticker.expressions import compiled
from warticker.model import BERLIN

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner january jan jän",
            "februar feber february feb",
            "märz maerz march mär mrz",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "dezember december dez dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "montag mo",
            "dienstag di",
            "mittwoch mi",
            "donnerstag do",
            "freitag fr",
            "samstag sonnabend sa",
            "sonntag so",
        )
    )
    for name in names.split()
}
_RELATIVE = {"heute": 0, "gestern": -1, "vorgestern": -2}

_ANY_LEAP_YEAR = 2024
"""A year that has every day, for dates without a year."""
_CHRONICLE = 3
"""The fewest days of a chronicle."""

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_NAME = "|".join(sorted((name for name in WEEKDAYS if len(name) > 2), key=len, reverse=True))

DATE = rf"""(?:
    (?:(?P<weekday>(?:{_DAY_NAME})|(?:mo|di|mi|do|fr|sa|so)(?=[.,]|\ [0-3]?\d\.))
       [.,]{{0,2}}\ ?(?:den\ |der\ |dem\ |\()?)?
    (?:
        (?P<d1>[0-3]?\d)\.\ ?(?P<m1>[01]?\d)(?:\.|(?=[;,]\ ?[012]?\d:[0-5]\d))
        (?:\ ?(?P<y1>(?:19|20)\d\d|\d\d(?!\d|[:.]\d|\ Uhr)))?(?!\d(?!\d?:[0-5]\d))
      | (?P<d2>[0-3]?\d)\.?\ (?P<m2>{_MONTH})\b(?!-[^\W\d])\.?(?:,?\ (?P<y2>(?:19|20)\d\d)(?!\d))?
      | (?P<y3>(?:19|20)\d\d)-(?P<m3>[01]\d)-(?P<d3>[0-3]\d)
      | (?P<d6>[0-3]?\d)/(?P<m6>0?[1-9]|1[0-2])/(?P<y6>(?:19|20)\d\d)(?=\ um\ )
      | (?P<m4>[01]?\d)/(?P<d4>[0-3]?\d)/(?P<y4>(?:19|20)\d\d|\d\d(?=,?\ [01]?\d:[0-5]\d(?::[0-5]\d)?\ [ap]m\b))
      | (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,\ )?(?P<m5>{_MONTH})\ (?P<d5>[0-3]?\d),?\ (?P<y5>(?:19|20)\d\d)\b
      | (?P<relative>heute|gestern|vorgestern)\b
    )
  | (?P<only>{_DAY_NAME}|(?:mo|di|mi|do|fr|sa|so)(?=[.,]{{0,2}}\ [012]?\d[:.][0-5]\d))\b(?:\.(?=,?\ \d))?
)"""
"""A date, for a regex with VERBOSE and IGNORECASE."""

CLOCK = r"""(?:
    (?:(?<![\d.,:])|(?<=[./](?:19|20)\d\d))(?P<h1>[01]?\d|2[0-4])(?:
        :(?:\ (?=[0-5]\d\ ?Uhr))?(?P<min1>[0-5]\d)(?::[0-5]\d(?:[.,]\d{1,3})?(?!h\b))?(?!\d|[:.]\d|m\b)
        (?P<offset>Z\b|\ ?[+-](?:0\d|1[0-4]):?[03]0\b(?!\ Uhr))?
        (?P<half>\ ?[ap]\.?m\b\.?)?(?P<uhr1>\ ?(?:Uhr(?!(?-i:[a-zäöüß]))|h\b))?
      | (?:\.|,(?=[0-5]\d\ ?Uhr\b))(?P<min2>[0-5]\d)(?!\d|[.:]\d)(?P<uhr2>\.?\ ?(?:Uhr(?!(?-i:[a-zäöüß]))|h\b))?
      | (?:\ ?h\ ?|\ Uhr\ )(?P<min3>[0-5]\d)(?!\d|[.,:%]\d|\ %)
      | (?P<uhr3>\ ?Uhr(?!(?-i:[a-zäöüß])))
    )
    (?:\ ?\(?(?:MEZ|MESZ|CET|CEST|OESZ|Ortszeit|deutscher\ Zeit)\b\)?)?
)"""
"""A time of day; with a dot (`16.05`) only if a mark or separator confirms it. The same flags."""


class DayMark(NamedTuple):
    """The parts of a day that a page prints."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 for Monday."""
    relative: int | None = None
    """0 for `heute`, -1 for `gestern`."""

    def on(self, year: int) -> date | None:
        """The day in a year; None if it does not exist, or the day of the month is missing."""
        if self.month is None or self.day is None:
            return None
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def full(self) -> date | None:
        """The day, if the page prints all of it."""
        return None if self.year is None else self.on(self.year)


def day_of(match: re.Match[str]) -> DayMark | None:
    """The day in a match of a pattern with DATE; None if it has none, or one that is not in the calendar.

    Of several days it is the first, if the pattern names that `since`.
    """
    parts = match.groupdict()
    if name := parts.get("only"):
        return DayMark(weekday=WEEKDAYS[name.lower()])
    if name := parts.get("relative"):
        return DayMark(relative=_RELATIVE[name.lower()])
    for number in "123456":
        if day := parts.get(f"d{number}"):
            month = parts[f"m{number}"]
            year = parts[f"y{number}"]
            weekday = parts.get("weekday")
            mark = DayMark(
                year=None if year is None else int(year) + (2000 if len(year) == 2 else 0),
                month=int(month) if month.isdigit() else _MONTHS[month.lower()],
                day=int(parts.get("since") or day),
                weekday=None if weekday is None else WEEKDAYS[weekday.lower()],
            )
            return mark if mark.on(mark.year or _ANY_LEAP_YEAR) else None
    return None


def clock_of(match: re.Match[str]) -> time | None:
    """The time of day in a match of a pattern with CLOCK; None if it has none."""
    parts = match.groupdict()
    if parts.get("h1") is None:
        return None
    hour = int(parts["h1"])
    minute = int(parts["min1"] or parts["min2"] or parts["min3"] or 0)
    if half := parts.get("half"):
        hour = hour % 12 + (12 if "p" in half.lower() else 0)
    return time(hour % 24, minute)


def in_berlin(day: date, clock: time, match: re.Match[str]) -> tuple[date, time]:
    """A day and time in Berlin, from a match of CLOCK that may include an offset from UTC."""
    offset = (match["offset"] or "").strip()
    if not offset:
        return day, clock
    hours, minutes = (0, 0) if offset == "Z" else (int(offset[1:3]), int(offset[-2:]))
    away = timedelta(hours=hours, minutes=minutes) * (-1 if offset[0] == "-" else 1)
    if away >= timedelta(days=1):
        return day, clock
    there = datetime.combine(day, clock, timezone(away)).astimezone(BERLIN)
    return there.date(), there.time()


@cache
def _printed() -> re.Pattern[str]:
    return compiled(rf"(?<![\w.]){DATE}", re.VERBOSE | re.IGNORECASE)


def printed_days(text: str) -> tuple[DayMark, ...]:
    """The calendar days named in a line, in order."""
    marks = (day_of(match) for match in _printed().finditer(text))
    return tuple(mark for mark in marks if mark is not None and mark.day is not None)


def are_a_chronicle(marks: Sequence[DayMark]) -> bool:
    """Whether several days, none without its month, run one way down a page."""
    days = [day for mark in marks if (day := mark.on(mark.year or _ANY_LEAP_YEAR))]
    return len(days) >= max(_CHRONICLE, len(marks)) and days in (sorted(days), sorted(days, reverse=True))


def without_days(text: str) -> str:
    """A line without the days named in it."""
    return _printed().sub("", text)
