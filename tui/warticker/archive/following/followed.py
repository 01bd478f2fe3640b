"""What is followed: an address or a path, how often it is read, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from warticker.archive.protocol import EPOCH

SET_BACK = timedelta(minutes=1)
"""By how much a source was asked in the future before its times count as those of a clock that was set back since."""


@dataclass(frozen=True, slots=True)
class Subscription:
    """A source that is followed."""

    address: str
    """Where it is: http or https, or a path."""
    name: str
    """What the user calls it; no two have the same."""
    host: str
    """The server that is asked; empty for a path."""
    every: timedelta
    """How long after one reading the next is due."""
    deep: bool = False
    """Whether the pages that it leads to are read too."""
    paused: bool = False
    entries: int = 0
    """How many entries have come from it."""
    failures: int = 0
    """How often in a row it could not be read."""
    error: str = ""
    """Why not, the last time; empty after a success."""
    last_try: datetime | None = None
    """When it was last asked, in UTC like all times here."""
    last_success: datetime | None = None
    next_try: datetime = EPOCH
    """When its interval is over."""
    not_before: datetime = EPOCH
    """Before when it must not be asked, due or not: its server wants to be left alone."""
    claimed_until: datetime = EPOCH
    """Until when somebody else may be reading it; long ago once that is done."""

    @property
    def due(self) -> datetime:
        """When it is to be asked next."""
        return max(self.next_try, self.not_before)

    def by(self, now: datetime) -> Subscription:
        """What counts of it by a clock: nothing that was planned by one that has been set back since."""
        if self.last_try is None or self.last_try <= now + SET_BACK:
            return self
        return replace(self, next_try=EPOCH, not_before=EPOCH, claimed_until=EPOCH)


@dataclass(frozen=True, slots=True)
class Attempt:
    """When a source was asked, and when it is to be again."""

    at: datetime
    next_try: datetime
    not_before: datetime

    @property
    def times(self) -> tuple[float, float]:
        """When it is due, and before when it must not be asked."""
        return self.next_try.timestamp(), self.not_before.timestamp()
