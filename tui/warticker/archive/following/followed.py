"""Followed sources: where they are, how often they are read, with what success; and the interface that stores them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from warticker.archive.protocol import EPOCH

SET_BACK = timedelta(minutes=1)
"""If a source was last read more than this in the future, the clock was set back since, and its times are void."""


class Subscription(NamedTuple):
    """A source that is followed."""

    address: str
    """An http or https address, or a path."""
    name: str
    """The user's name for it, which is unique."""
    host: str
    """The server that it is read from; empty for a path."""
    every: timedelta
    """The interval from one reading to the next."""
    deep: bool = False
    """Whether the pages that it links to are read too."""
    paused: bool = False
    entries: int = 0
    """How many entries have come from it."""
    failures: int = 0
    """The number of consecutive failures."""
    error: str = ""
    """Why the last attempt failed, or a part of it; empty after it succeeded whole."""
    last_try: datetime | None = None
    """When it was last read or tried, in UTC like all times here."""
    last_success: datetime | None = None
    next_try: datetime = EPOCH
    """When its interval has passed."""
    not_before: datetime = EPOCH
    """Its server must not be contacted before this time, even if the source is due."""
    claimed_until: datetime = EPOCH
    """Until when another process may be reading it; EPOCH once it is done."""

    @property
    def due(self) -> datetime:
        """When it is to be read next."""
        return max(self.next_try, self.not_before)

    def by(self, now: datetime) -> Subscription:
        """The subscription as of a clock: planned times are reset if the clock was set back since."""
        if self.last_try is None or self.last_try <= now + SET_BACK:
            return self
        return self._replace(next_try=EPOCH, not_before=EPOCH, claimed_until=EPOCH)


class Attempt(NamedTuple):
    """When a source was read or tried, and when it is to be read again."""

    at: datetime
    next_try: datetime
    not_before: datetime

    @property
    def times(self) -> tuple[float, float]:
        """`next_try` and `not_before`, in seconds since 1970."""
        return self.next_try.timestamp(), self.not_before.timestamp()


class Known(NamedTuple):
    """A page's validators for conditional requests, and its state, from when it was last read."""

    answered: str = ""
    """The address after redirects."""
    etag: str = ""
    last_modified: str = ""
    digest: str = ""
    """A digest of its content."""
    live: bool = False
    """Whether it is still being added to."""


class Followed(Protocol):
    """The subscriptions of an archive; every method raises ArchiveError if the archive cannot be read or written.

    Several processes may follow the same sources, so each method is one short transaction.
    """

    def __iter__(self) -> Iterator[Subscription]:
        """All subscriptions, by name."""

    def __len__(self) -> int:
        """The number of subscriptions."""

    def find(self, named: str) -> Subscription:
        """The subscription with a name or an address; raises NothingMatchedError if there is none."""

    def add(self, address: str, *, name: str, host: str, every: timedelta, deep: bool = False) -> Subscription:
        """Follow a source; if it is followed already, update its name, interval and depth.

        Raises UsageError if another source has the name.
        """

    def rename(self, address: str, name: str) -> None:
        """Rename a source; raises UsageError if another one has the name."""

    def remove(self, address: str) -> None:
        """Stop following a source; its entries stay."""

    def pause(self, address: str, paused: bool) -> None:
        """Pause or resume a source."""

    def claim(self, subscription: Subscription, now: datetime, until: datetime) -> bool:
        """Claim a source for reading; returns whether that succeeded.

        No other process may read from its host until the result is stored, or until a time if it never is.
        """

    def release(self, subscription: Subscription) -> None:
        """Give up the claim to a source that was not read after all."""

    def succeeded(self, subscription: Subscription, attempt: Attempt, entries: int, error: str = "") -> None:
        """Record that a source was read, how many new entries it had, and why a part of it could not be read."""

    def failed(self, subscription: Subscription, attempt: Attempt, error: str) -> None:
        """Record that a source could not be read, and why."""

    def waits(self, subscription: Subscription, attempt: Attempt, reason: str) -> None:
        """Record that a source's server says when to come again, and why; that is no failure."""

    def leave_alone(self, host: str, until: datetime) -> None:
        """Do not contact a server before a time."""

    def pages(self, address: str) -> Mapping[str, Known]:
        """What is known of a source's pages, by their addresses or paths: unchanged ones are not read again."""

    def know(self, address: str, page: str, known: Known) -> None:
        """Store what is known of a source's page."""

    def forget(self, address: str, pages: Iterable[str]) -> None:
        """Delete what is known of some pages of a source."""
