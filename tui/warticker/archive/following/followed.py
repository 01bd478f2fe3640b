"""What is followed: an address or a path, how often it is read, and what came of it; and how an archive keeps that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

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


@dataclass(frozen=True, slots=True)
class Known:
    """What a page was known by when it was last read."""

    answered: str = ""
    """The address that answered, after redirects."""
    etag: str = ""
    last_modified: str = ""
    digest: str = ""
    """What tells whether its content is another."""
    live: bool = False
    """Whether it still grows."""


class KnownPages(Protocol):
    """What pages were known by, so that none is read that is still the same; they go by their addresses or paths."""

    def of(self, source: str) -> Mapping[str, Known]:
        """What each page of a source was known by."""

    def keep(self, source: str, page: str, known: Known) -> None:
        """Keep what a page is known by from now on."""

    def forget(self, source: str, pages: Iterable[str] | None = None) -> None:
        """Keep no longer what some pages of a source, or all of them, were known by."""


class Followed(Protocol):
    """The subscriptions of an archive; every method raises ArchiveError where that cannot be read or written.

    Several processes follow the same sources: each method is one step, for which nobody waits.
    """

    @property
    def known(self) -> KnownPages:
        """What the pages of each were known by."""

    def __iter__(self) -> Iterator[Subscription]:
        """All of them, by their names."""

    def __len__(self) -> int:
        """How many there are."""

    def find(self, named: str) -> Subscription:
        """The one of a name or an address; raises NothingMatchedError where there is none."""

    def add(self, address: str, *, name: str, host: str, every: timedelta, deep: bool = False) -> Subscription:
        """Follow a source from now on; one that is followed already gets the new name, interval and depth.

        Raises UsageError where another source has the name.
        """

    def rename(self, address: str, name: str) -> None:
        """Call a source otherwise; raises UsageError where another has the name."""

    def remove(self, address: str) -> None:
        """Follow a source no longer; its entries stay."""

    def pause(self, address: str, paused: bool) -> None:
        """Leave a source alone until further notice, or no longer."""

    def claim(self, subscription: Subscription, now: datetime, until: datetime) -> bool:
        """Take it upon oneself to read a source; whether one may.

        Nobody else may ask its server until what came of it is told, or until a time, should that never happen.
        """

    def release(self, subscription: Subscription) -> None:
        """Leave a source to others that was not read after all."""

    def succeeded(self, subscription: Subscription, attempt: Attempt, entries: int) -> None:
        """A source was read and gave so many entries that were not there before."""

    def failed(self, subscription: Subscription, attempt: Attempt, error: str) -> None:
        """A source could not be read, and why."""

    def leave_alone(self, host: str, until: datetime) -> None:
        """Ask nothing of a server before a time."""
