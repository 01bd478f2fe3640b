"""A followed source as the lines of a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from textual.content import Content

from warticker.archive.following.followed import Subscription
from warticker.counting import counted
from warticker.moments import berlin_time
from warticker.ui.looks import QUIET, WRONG

LEAST = 4
"""The fewest cells that a text is cut to."""


def source_lines(source: Subscription, now: datetime, width: int) -> Content:
    """A source in lines of a width: its name and times, how many entries came from which address, what failed.

    `now` decides what is due, in UTC.
    """
    times = f"{_last(source, now)} · {_next(source.by(now), now)}"
    name = Content.styled(source.name, "bold").truncate(max(LEAST, width - len(times) - 1), ellipsis=True, pad=True)
    below = [Content.styled(f"{counted(source.entries, 'entry', 'entries')} · {source.address}", QUIET)]
    if source.error:
        again = f" ({source.failures:,} times)" if source.failures > 1 else ""
        below.append(Content.styled(f"{source.error}{again}", WRONG))
    cut = (line.truncate(max(LEAST, width), ellipsis=True) for line in below)
    return Content("\n").join([Content.assemble(name, " ", (times, QUIET)), *cut])


def checking(waits: Sequence[float], now: datetime) -> str:
    """That sources are read, each in so many seconds, the first first; at least one is."""
    several = counted(len(waits), "source", "sources")
    # A host asks for patience, or has failed lately.
    last = f", by {berlin_time(now + timedelta(seconds=waits[-1]), now)}" if waits[-1] > 0 else ""
    return f"Checking {several}{last}"


def _last(source: Subscription, now: datetime) -> str:
    if source.last_success:
        return f"read {berlin_time(source.last_success, now)}"
    return f"tried {berlin_time(source.last_try, now)}" if source.last_try else "not read yet"


def _next(source: Subscription, now: datetime) -> str:
    if source.paused:
        return "paused"
    if source.claimed_until > now:
        return "reading"
    return "due" if source.due <= now else f"next {berlin_time(source.due, now)}"
