"""The sources that an archive follows, in its file.

Every step is one short statement of its own, so that whoever else writes to the archive waits for none of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from warticker.archive.database import Database
from warticker.archive.following.followed import SET_BACK, Attempt, Known, Subscription
from warticker.archive.protocol import EPOCH
from warticker.errors import NothingMatchedError, UsageError

_SELECT = """
SELECT address, name, host, every, deep, paused, entries, failures, error,
    last_try, last_success, next_try, not_before, claimed_until
FROM subscription
"""
_ADD = """
INSERT INTO subscription (address, name, host, every, deep) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (address) DO UPDATE SET name = excluded.name, every = excluded.every, deep = excluded.deep, next_try = 0
"""
_CLAIM = """
UPDATE subscription SET last_try = ?1, claimed_until = ?2, not_before = min(not_before, ?1)
WHERE address = ?3 AND (last_try > ?4 OR not_before <= ?1 AND claimed_until <= ?1) AND NOT EXISTS (
    SELECT 1 FROM subscription AS other WHERE other.host = subscription.host AND other.host <> ''
    AND other.claimed_until > ?1 AND other.last_try <= ?4
)
"""
_SUCCEEDED = """
UPDATE subscription SET last_success = ?, entries = entries + ?, failures = 0, error = '', next_try = ?,
    not_before = max(not_before, ?), claimed_until = 0
WHERE address = ?
"""
_FAILED = """
UPDATE subscription SET failures = failures + 1, error = ?, next_try = ?, not_before = max(not_before, ?),
    claimed_until = 0
WHERE address = ?
"""


class Subscriptions:
    """The subscriptions of an archive, in their table; see `Followed` for what each method does."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.known = Pages(database)
        """What the pages of each were known by."""

    def __iter__(self) -> Iterator[Subscription]:
        return map(_subscription, self._database.rows(f"{_SELECT} ORDER BY name"))

    def __len__(self) -> int:
        return int(self._database.rows("SELECT count(*) FROM subscription")[0][0])

    def find(self, named: str) -> Subscription:
        """The one of a name or an address; raises NothingMatchedError where there is none."""
        for subscription in self:
            if named == subscription.address or named.casefold() == subscription.name.casefold():
                return subscription
        raise NothingMatchedError(f"there is no source {named}; warticker sources lists them")

    def add(self, address: str, *, name: str, host: str, every: timedelta, deep: bool = False) -> Subscription:
        """Follow a source from now on; one that is followed already gets the new name, interval and depth."""
        self._named(name, _ADD, (address, name, host, every.total_seconds(), deep))
        return _subscription(*self._database.rows(f"{_SELECT} WHERE address = ?", (address,)))

    def rename(self, address: str, name: str) -> None:
        """Call a source otherwise; raises UsageError where another has the name."""
        self._named(name, "UPDATE subscription SET name = ? WHERE address = ?", (name, address))

    def remove(self, address: str) -> None:
        """Follow a source no longer; its entries stay."""
        self._database.execute("DELETE FROM subscription WHERE address = ?", (address,))
        self.known.forget(address)

    def pause(self, address: str, paused: bool) -> None:
        """Leave a source alone until further notice, or no longer."""
        self._database.execute("UPDATE subscription SET paused = ? WHERE address = ?", (paused, address))

    def release(self, subscription: Subscription) -> None:
        """Leave a source to others that was not read after all."""
        self._database.execute("UPDATE subscription SET claimed_until = 0 WHERE address = ?", (subscription.address,))

    def claim(self, subscription: Subscription, now: datetime, until: datetime) -> bool:
        """Take it upon oneself to read a source; whether one may."""
        past_any_clock = now + SET_BACK
        times = now.timestamp(), until.timestamp(), subscription.address, past_any_clock.timestamp()
        return self._database.execute(_CLAIM, times).rowcount == 1

    def succeeded(self, subscription: Subscription, attempt: Attempt, entries: int) -> None:
        """A source was read and gave so many entries that were not there before."""
        self._database.execute(_SUCCEEDED, (attempt.at.timestamp(), entries, *attempt.times, subscription.address))

    def failed(self, subscription: Subscription, attempt: Attempt, error: str) -> None:
        """A source could not be read, and why."""
        self._database.execute(_FAILED, (error, *attempt.times, subscription.address))

    def leave_alone(self, host: str, until: datetime) -> None:
        """Ask nothing of a server before a time."""
        self._database.execute(
            "UPDATE subscription SET not_before = max(not_before, ?) WHERE host = ?", (until.timestamp(), host)
        )

    def _named(self, name: str, statement: str, values: Sequence[object]) -> None:
        with self._database.writing() as connection:
            try:
                connection.execute(statement, values)
            except sqlite3.IntegrityError as error:
                raise UsageError(f"another source is called {name}") from error


class Pages:
    """What pages were known by, in their table; see `KnownPages`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, source: str) -> Mapping[str, Known]:
        """What each page of a source was known by."""
        rows = self._database.rows(
            "SELECT address, answered, etag, last_modified, digest, live FROM subscription_page WHERE subscription = ?",
            (source,),
        )
        return {
            page: Known(answered, etag, modified, digest, bool(live))
            for page, answered, etag, modified, digest, live in rows
        }

    def keep(self, source: str, page: str, known: Known) -> None:
        """Keep what a page is known by from now on."""
        self._database.execute(
            "INSERT OR REPLACE INTO subscription_page VALUES (?, ?, ?, ?, ?, ?, ?)",
            (source, page, known.answered, known.etag, known.last_modified, known.digest, known.live),
        )

    def forget(self, source: str, pages: Iterable[str] | None = None) -> None:
        """Keep no longer what some pages of a source, or all of them, were known by."""
        if pages is None:
            self._database.execute("DELETE FROM subscription_page WHERE subscription = ?", (source,))
        for page in pages or ():
            self._database.execute(
                "DELETE FROM subscription_page WHERE subscription = ? AND address = ?", (source, page)
            )


def _subscription(row: tuple[Any, ...]) -> Subscription:
    address, name, host, every, deep, paused, entries, failures, error, *times = row
    tried, succeeded, due, not_before, claimed = (
        None if time is None else datetime.fromtimestamp(time, UTC) for time in times
    )
    return Subscription(
        address, name, host, timedelta(seconds=every), bool(deep), bool(paused), entries, failures, error,
        tried, succeeded, due or EPOCH, not_before or EPOCH, claimed or EPOCH,
    )  # fmt: skip
