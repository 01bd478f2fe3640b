"""What is followed: addresses and folders, and when each is to be read next.

Every step is one short statement of its own, so that whoever else writes to the archive waits for none of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from warticker.archive.known_pages import KnownPages
from warticker.errors import NothingMatchedError, UsageError

EPOCH = datetime.fromtimestamp(0, UTC)
"""Long ago."""

SET_BACK = timedelta(minutes=1)
"""By how much a source was asked in the future before its times count as those of a clock that was set back since."""

_COLUMNS = (
    "address, name, host, every, deep, paused, entries, failures, error, last_try, last_success, next_try, not_before,"
    " claimed_until"
)


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


class Subscriptions:
    """The subscriptions of an archive."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        translating_errors: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        """Those that a connection leads to; it must be in autocommit mode and have the tables.

        `translating_errors` is the context that makes SQLite's errors something to tell a user.
        """
        self._connection = connection
        self._translating_errors = translating_errors
        self.known = KnownPages(self._execute)
        """What the pages of each were known by."""

    def __iter__(self) -> Iterator[Subscription]:
        return map(_subscription, self._execute(f"SELECT {_COLUMNS} FROM subscription ORDER BY name").fetchall())  # noqa: S608

    def __len__(self) -> int:
        (count,) = self._execute("SELECT count(*) FROM subscription").fetchone()
        return int(count)

    def find(self, named: str) -> Subscription:
        """The one of a name or an address; raises NothingMatchedError where there is none."""
        for subscription in self:
            if named == subscription.address or named.casefold() == subscription.name.casefold():
                return subscription
        raise NothingMatchedError(f"there is no source {named}; warticker sources lists them")

    def add(self, address: str, *, name: str, host: str, every: timedelta, deep: bool = False) -> Subscription:
        """Follow a source from now on; one that is followed already gets the new name, interval and depth.

        Raises UsageError where another source has the name.
        """
        seconds = every.total_seconds()
        self._named(
            name,
            "INSERT INTO subscription (address, name, host, every, deep) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (address) DO UPDATE SET name = excluded.name, every = excluded.every, deep = excluded.deep,"
            " next_try = 0",
            (address, name, host, seconds, deep),
        )
        return self.find(address)

    def rename(self, address: str, name: str) -> None:
        """Call a source otherwise; raises UsageError where another has the name."""
        self._named(name, "UPDATE subscription SET name = ? WHERE address = ?", (name, address))

    def remove(self, address: str) -> None:
        """Follow a source no longer; its entries stay."""
        self._execute("DELETE FROM subscription WHERE address = ?", (address,))
        self.known.forget_all(address)

    def pause(self, address: str, paused: bool) -> None:
        """Leave a source alone until further notice, or no longer."""
        self._execute("UPDATE subscription SET paused = ? WHERE address = ?", (paused, address))

    def release(self, subscription: Subscription) -> None:
        """Leave a source to others that was not read after all."""
        self._execute("UPDATE subscription SET claimed_until = 0 WHERE address = ?", (subscription.address,))

    def claim(self, subscription: Subscription, now: datetime, until: datetime) -> bool:
        """Take it upon oneself to read a source; whether one may.

        Nobody else may ask its server until what came of it is told, or until a time, should that never happen.
        """
        taken = self._execute(
            "UPDATE subscription SET last_try = ?1, claimed_until = ?2, not_before = min(not_before, ?1)"
            " WHERE address = ?3 AND (last_try > ?4 OR not_before <= ?1 AND claimed_until <= ?1) AND NOT EXISTS ("
            "  SELECT 1 FROM subscription AS other WHERE other.host = subscription.host AND other.host <> ''"
            "  AND other.claimed_until > ?1 AND other.last_try <= ?4)",
            (now.timestamp(), until.timestamp(), subscription.address, (now + SET_BACK).timestamp()),
        )
        return taken.rowcount == 1

    def succeeded(self, subscription: Subscription, attempt: Attempt, entries: int) -> None:
        """A source was read and gave so many entries that were not there before."""
        self._execute(
            "UPDATE subscription SET last_success = ?, entries = entries + ?, failures = 0, error = '', next_try = ?,"
            " not_before = max(not_before, ?), claimed_until = 0 WHERE address = ?",
            (attempt.at.timestamp(), entries, *attempt.times, subscription.address),
        )

    def failed(self, subscription: Subscription, attempt: Attempt, error: str) -> None:
        """A source could not be read, and why."""
        self._execute(
            "UPDATE subscription SET failures = failures + 1, error = ?, next_try = ?,"
            " not_before = max(not_before, ?), claimed_until = 0 WHERE address = ?",
            (error, *attempt.times, subscription.address),
        )

    def leave_alone(self, host: str, until: datetime) -> None:
        """Ask nothing of a server before a time."""
        self._execute(
            "UPDATE subscription SET not_before = max(not_before, ?) WHERE host = ?", (until.timestamp(), host)
        )

    def _named(self, name: str, statement: str, values: tuple[object, ...]) -> None:
        with self._translating_errors():
            try:
                self._connection.execute(statement, values)
            except sqlite3.IntegrityError as error:
                raise UsageError(f"another source is called {name}") from error

    def _execute(self, statement: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        with self._translating_errors():
            return self._connection.execute(statement, values)


def _subscription(row: tuple[Any, ...]) -> Subscription:
    address, name, host, every, deep, paused, entries, failures, error, *times = row
    tried, succeeded, due, not_before, claimed = (
        None if time is None else datetime.fromtimestamp(time, UTC) for time in times
    )
    return Subscription(
        address, name, host, timedelta(seconds=every), bool(deep), bool(paused), entries, failures, error,
        tried, succeeded, due or EPOCH, not_before or EPOCH, claimed or EPOCH,
    )  # fmt: skip
