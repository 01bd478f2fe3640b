"""How often sources are asked: intervals as people write them, and when the next time is."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from warticker.errors import UsageError

SHORTEST = timedelta(seconds=30)
"""Between two requests for the same page there is at least this much."""
USUAL = timedelta(minutes=5)
"""How often a source is asked where nobody says otherwise."""
LONGEST = timedelta(days=30)
LONGEST_BACKOFF = timedelta(hours=6)
"""However long a source has been failing, it is asked again after this much, or after its interval."""

_WRITTEN = re.compile(r"(?:(\d{1,4})d)?(?:(\d{1,4})h)?(?:(\d{1,4})m)?(?:(\d{1,4})s)?", re.IGNORECASE)


def interval(text: str) -> timedelta:
    """The interval that `90s`, `2m`, `1h30m` or `1d` writes; raises UsageError for others and for what is too short."""
    found = _WRITTEN.fullmatch(text.strip())
    if not found or not found[0]:
        raise UsageError(f"{text} is no interval: it takes one such as 90s, 2m, 1h30m or 1d")
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    every = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    if not SHORTEST <= every <= LONGEST:
        raise UsageError(f"{text} is no interval to follow at: it takes {written(SHORTEST)} to {written(LONGEST)}")
    return every


def written(every: timedelta) -> str:
    """An interval as `interval` reads it."""
    minutes, seconds = divmod(int(every.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    units = ((days, "d"), (hours, "h"), (minutes, "m"), (seconds, "s"))
    return "".join(f"{count}{unit}" for count, unit in units if count) or "0s"


def next_after_failure(at: datetime, every: timedelta, failures: int, chance: float) -> datetime:
    """When a source that failed so many times in a row is asked again; `chance` is a random number from 0 to 1.

    Exponential backoff with full jitter, so that those who wait for the same server do not come back together
    (Brooker, "Exponential Backoff And Jitter", 2015); never sooner than its interval, as the healthy come no sooner.
    """
    most: timedelta = min(LONGEST_BACKOFF, every * 2 ** min(failures, 20))
    return at + max(every, most * chance)
