"""Times of day in the order that a page tells them, midnight allowed for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from itertools import pairwise

from warticker.expressions import compiled

_ZERO = compiled(r"\W*0?0:00(?!\d| ?(?:Uhr|h\b))")
DAY = 24 * 60
"""A day's minutes."""


def minutes(clock: time) -> int:
    """The minutes from midnight to a time."""
    return clock.hour * 60 + clock.minute


def falls(clocks: Sequence[time | None]) -> bool:
    """Whether the newest comes first, as on most pages: unless time then runs twice as far as the other way."""
    known = [minutes(clock) for clock in clocks if clock is not None]
    down, up = (sum(sign * (b - a) % DAY for a, b in pairwise(known)) for sign in (-1, 1))
    return down <= 2 * up


def consistency(clocks: Sequence[time | None]) -> float:
    """The share of neighbours that run one way; 1 for fewer than two times."""
    known = [minutes(clock) for clock in clocks if clock is not None]
    steps = [(b - a) % DAY for a, b in pairwise(known)]
    if not steps:
        return 1.0
    rising = sum(step < DAY / 2 for step in steps)
    falling = sum(step == 0 or step >= DAY / 2 for step in steps)
    return max(rising, falling) / len(steps)


def is_between(clock: time, above: time, below: time | None, *, falling: bool) -> bool:
    """Whether a time can stand below another one and above a third where time falls down the page, or rises.

    Without a third it is of the next twelve hours.
    """
    sign = -1 if falling else 1
    here, there = (sign * (minutes(end) - minutes(above)) % DAY for end in (clock, below or clock))
    return here <= there if below else here < DAY / 2


def counts_from_zero(first: str, clocks: Sequence[time | None]) -> bool:
    """Whether times are the places of a recording, `00:00`, `00:15`, `01:40`: rising from zero, and no time of day.

    The first of them stands on the line `first`.
    """
    known = [minutes(clock) for clock in clocks if clock is not None]
    return len(known) > 2 and not known[0] and known == sorted(known) and _ZERO.match(first) is not None
