"""Times of day in the order of a page, allowing for midnight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from itertools import pairwise

DAY = 24 * 60
"""A day's minutes."""


def minutes(clock: time) -> int:
    """The minutes from midnight to a time."""
    return clock.hour * 60 + clock.minute


def falls(clocks: Sequence[time | None]) -> bool:
    """Whether the newest comes first, as on most pages, unless time runs twice as far the other way."""
    known = [minutes(clock) for clock in clocks if clock is not None]
    down, up = (sum(sign * (b - a) % DAY for a, b in pairwise(known)) for sign in (-1, 1))
    return down <= 2 * up


def consistency(clocks: Sequence[time | None]) -> float:
    """The share of neighbours in one direction; 1 for fewer than two times."""
    known = [minutes(clock) for clock in clocks if clock is not None]
    steps = [(b - a) % DAY for a, b in pairwise(known)]
    if not steps:
        return 1.0
    rising = sum(step < DAY / 2 for step in steps)
    falling = sum(step == 0 or step >= DAY / 2 for step in steps)
    return max(rising, falling) / len(steps)


def is_between(clock: time, above: time, below: time | None, *, falling: bool) -> bool:
    """Whether a time fits below another one and above a third, if time falls down the page, or rises.

    Without a third it must be within the next twelve hours.
    """
    sign = -1 if falling else 1
    here, there = (sign * (minutes(end) - minutes(above)) % DAY for end in (clock, below or clock))
    return here <= there if below else here < DAY / 2
