"""Whole numbers that sort entries newest first: by day, then time; a day alone at its end, what has none behind all.

They are kept with each entry (the column `place` of its row, the part `places` of a segment), so that days are ranges.
"""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache

from warticker.model import BERLIN, Moment

UNDATED = 0
"""The key of an entry without a day."""

_A_DAY = 100_000_000_000
"""More than the microseconds of the longest day, which has 25 hours."""


def time_key(moment: Moment) -> int:
    """The key of what was published at a moment."""
    if moment.day is None:
        return UNDATED
    within = 0
    if moment.clock is not None:
        # As instants, since a night in October has an hour twice.
        past = datetime.combine(moment.day, moment.clock, BERLIN).timestamp() - _midnight(moment.day)
        within = 1 + round(past * 1_000_000)
    return -(moment.day.toordinal() * _A_DAY + within)


def day_of(key: int) -> int | None:
    """The ordinal of the day that a key is of; None where it is of none."""
    return None if key == UNDATED else -key // _A_DAY


def first_key(day: int) -> int:
    """The least key that a day can have, given by its ordinal."""
    return -(day + 1) * _A_DAY + 1


@lru_cache(maxsize=64)
def _midnight(day: date) -> float:
    return datetime.combine(day, time(), BERLIN).timestamp()
