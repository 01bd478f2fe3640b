"""Machine-readable times: ISO 8601, RFC 2822, seconds since 1970, lists of numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, tzinfo
from email.utils import parsedate_to_datetime
from functools import lru_cache

from warticker.intake.lines.stamps import stamp
from warticker.model import BERLIN, Moment

_YEARS = range(1990, 2101)
_DATE = re.compile(r"\d{4}-\d\d-\d\d$")
_ISO = re.compile(
    r"(\d{4}-?\d\d-?\d\d)[T ]\s?(\d\d:?\d\d)(?::?\d\d(?:[.,]\d{1,9})?)?\s?(Z|UTC|[+-]\d\d(?::?\d\d)?)?"
    r"(?:\[[\w/]+\])?$",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"((?:19|20)\d{6})(\d{4})\d\d$")
_NUMBER = re.compile(r"(?:/Date\()?(\d{9,13}(?:\.\d+)?)(?:(?:[+-]\d{4})?\)/)?$")
"""Seconds or milliseconds, possibly in .NET's notation."""
_HALF_A_DAY = re.compile(r"\b(\d{1,2})(:\d\d(?::\d\d)?)\s?([ap])\.?m\b\.?", re.IGNORECASE)
_APART = re.compile(r"\s[·•|]\s")
"""A separator between a day and a time."""
_MILLISECONDS = 10**11
"""From here on a number is in milliseconds."""
_LONGEST = 80
_DAY_PARTS, _CLOCK_PARTS, _MOST_PARTS = 3, 5, 7
"""The number of parts of a date, of a date with a time, and the most there are."""


def moment(value: object) -> Moment:
    """The moment in Berlin of a value; nothing if it is not a time.

    A time without an offset is Berlin's; a date without a time is a day.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_seconds(value)
    if isinstance(value, list):
        return _of_parts(value)
    if not isinstance(value, str) or len(value) > _LONGEST:
        return Moment()
    text = value.strip()
    if _DATE.match(text):
        return _of_date(text)
    if match := _ISO.match(text):
        return _of_iso(*match.groups())
    if match := _COMPACT.match(text):
        return _of_iso(*match.groups(), None)
    if match := _NUMBER.match(text):
        return _of_seconds(float(match[1]))
    text = _HALF_A_DAY.sub(_of_whole_days, _APART.sub(" ", text))
    try:
        return in_berlin(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return _of_print(text)


def in_berlin(at: datetime) -> Moment:
    """The minute in Berlin; a time without an offset is Berlin's."""
    if at.year not in _YEARS:
        return Moment()
    here = at.astimezone(BERLIN) if at.tzinfo is not None else at
    return Moment(here.date(), here.time().replace(second=0, microsecond=0))


@lru_cache(maxsize=4096)
def _of_iso(day: str, clock: str, offset: str | None) -> Moment:
    digits = day.replace("-", "")
    try:
        on = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        hour, minute = int(clock[:2]), int(clock[-2:])
        if hour == 24:
            return in_berlin(datetime.combine(on, time(), _zone(offset)).replace(hour=23, minute=59))
        return in_berlin(datetime.combine(on, time(hour, minute), _zone(offset)))
    except (ValueError, OverflowError):
        return Moment()


def _zone(offset: str | None) -> tzinfo | None:
    if not offset:
        return None
    if offset[0] in "+-":
        text = offset if len(offset) > 3 else f"{offset}:00"
        return datetime.fromisoformat(f"2000-01-01T00:00:00{text[:3]}:{text[-2:]}").tzinfo
    return UTC


def _of_whole_days(match: re.Match[str]) -> str:
    """A time in 24-hour notation: `4:05 pm` as `16:05`."""
    return f"{int(match[1]) % 12 + 12 * (match[3] in 'pP')}{match[2]}"


def _of_date(text: str) -> Moment:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return Moment()
    return Moment(day) if day.year in _YEARS else Moment()


def _of_seconds(number: float) -> Moment:
    try:
        # JSON holds integers of any length.
        return in_berlin(datetime.fromtimestamp(float(number) / (1000 if number >= _MILLISECONDS else 1), UTC))
    except (ValueError, OverflowError, OSError):
        return Moment()


def _of_parts(parts: Sequence[object]) -> Moment:
    """A moment as Java's libraries write it, as a list: `[2025, 11, 14, 16, 5]`, possibly with smaller units."""
    numbers = [each for each in parts[:_MOST_PARTS] if isinstance(each, int)]
    if not _DAY_PARTS <= len(numbers) == len(parts):
        return Moment()
    year, month, day, hour, minute, *_ = (*numbers, 0, 0)
    try:
        found = in_berlin(datetime(year, month, day, hour, minute))
    except (ValueError, OverflowError):
        return Moment()
    return found if len(numbers) >= _CLOCK_PARTS else Moment(found.day)


def _of_print(text: str) -> Moment:
    """A printed date, such as `14.11.2025, 16:05 Uhr`."""
    found = stamp(text)
    if found is None or found.rest or found.day is None or found.day.full is None:
        return Moment()
    return Moment(found.day.full, found.clock)
