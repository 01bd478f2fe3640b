"""Integers that sort entries newest first: by day, then time; without a time at the end of the day, undated at the end.

They are stored with each entry (the column `place` of its row, the part `places` of a segment); a day is a range.
"""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache

from warticker.model import BERLIN, Moment

UNDATED = 0
"""The key of an entry without a day."""

_A_DAY = 100_000_000_000
"""More than the microseconds of the longest day, of 25 hours."""


def time_key(moment: Moment) -> int:
    """The key of an entry published at a moment."""
    if moment.day is None:
        return UNDATED
    within = 0
    if moment.clock is not None:
        # Subtract instants, since one hour occurs twice when summer time ends.
        past = datetime.combine(moment.day, moment.clock, BERLIN).timestamp() - _midnight(moment.day)
        within = 1 + round(past * 1_000_000)
    return -(moment.day.toordinal() * _A_DAY + within)


def keys_of(moment: Moment) -> range:
    """The keys of the entries of a minute or, if the moment is one, of a day."""
    if moment.clock is None and moment.day is not None:
        day = moment.day.toordinal()
        return range(first_key(day), first_key(day - 1))
    key = time_key(moment)
    return range(key - 60_000_000 + 1, key + 1)


def day_of(key: int) -> int | None:
    """The ordinal of a key's day; None if it has none."""
    return None if key == UNDATED else -key // _A_DAY


def first_key(day: int) -> int:
    """The least key of a day, given by its ordinal."""
    return -(day + 1) * _A_DAY + 1


@lru_cache(maxsize=64)
def _midnight(day: date) -> float:
    return datetime.combine(day, time(), BERLIN).timestamp()
