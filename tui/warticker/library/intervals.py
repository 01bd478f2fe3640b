"""How often sources are read: the notation of intervals, and the backoff after failures."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from warticker.errors import UsageError

SHORTEST = timedelta(seconds=30)
"""The shortest time between two requests for the same page."""
USUAL = timedelta(minutes=5)
"""How often a source is read by default."""
LONGEST = timedelta(days=30)
LONGEST_BACKOFF = timedelta(hours=6)
"""The longest wait for a failing source, unless its own interval is longer."""

_WRITTEN = re.compile(r"(?:(\d{1,4})d)?(?:(\d{1,4})h)?(?:(\d{1,4})m)?(?:(\d{1,4})s)?", re.IGNORECASE)


def interval(text: str) -> timedelta:
    """The interval for `90s`, `2m`, `1h30m` or `1d`; raises UsageError for anything else, too short or too long."""
    found = _WRITTEN.fullmatch(text.strip())
    if not found:
        raise UsageError(f"{text} is not an interval; use one such as 90s, 2m, 1h30m or 1d")
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    every = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    if not SHORTEST <= every <= LONGEST:
        raise UsageError(f"{text} is not between {written(SHORTEST)} and {written(LONGEST)}")
    return every


def written(every: timedelta) -> str:
    """An interval in the form that `interval` reads."""
    minutes, seconds = divmod(int(every.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    units = ((days, "d"), (hours, "h"), (minutes, "m"), (seconds, "s"))
    return "".join(f"{count}{unit}" for count, unit in units if count) or "0s"


def next_after_failure(at: datetime, every: timedelta, failures: int, chance: float) -> datetime:
    """When to read a source again that failed so many times in a row; `chance` is a random number from 0 to 1.

    Exponential backoff with full jitter, so that clients that wait for the same server do not return together (Brooker,
    "Exponential Backoff And Jitter", 2015); never sooner than its interval.
    """
    most: timedelta = min(LONGEST_BACKOFF, every * 2 ** min(failures, 20))
    return at + max(every, most * chance)
