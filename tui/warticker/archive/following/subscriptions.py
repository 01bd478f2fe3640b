"""Stores the followed sources in the archive's file.

Every step is one short statement, so that other processes that write to the archive need not wait.
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
UPDATE subscription SET last_success = ?, entries = entries + ?, failures = 0, error = ?, next_try = ?,
    not_before = max(not_before, ?), claimed_until = 0
WHERE address = ?
"""
_NOT_READ = """
UPDATE subscription SET failures = failures + ?, error = ?, next_try = ?, not_before = max(not_before, ?),
    claimed_until = 0
WHERE address = ?
"""
_PAGES = "SELECT address, answered, etag, last_modified, digest, live FROM subscription_page WHERE subscription = ?"
_FORGET = "DELETE FROM subscription_page WHERE subscription = ?"


class Subscriptions:
    """The tables of subscriptions and their pages; see `Followed` for what each method does."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __iter__(self) -> Iterator[Subscription]:
        return map(_subscription, self._database.rows(f"{_SELECT} ORDER BY name"))

    def __len__(self) -> int:
        return int(self._database.rows("SELECT count(*) FROM subscription")[0][0])

    def find(self, named: str) -> Subscription:
        """The subscription with a name or an address; raises NothingMatchedError if there is none."""
        for subscription in self:
            if named == subscription.address or named.casefold() == subscription.name.casefold():
                return subscription
        raise NothingMatchedError(f"there is no source {named}; `warticker sources` lists them")

    def add(self, address: str, *, name: str, host: str, every: timedelta, deep: bool = False) -> Subscription:
        """Follow a source; if it is followed already, update its name, interval and depth."""
        self._named(name, _ADD, (address, name, host, every.total_seconds(), deep))
        return _subscription(*self._database.rows(f"{_SELECT} WHERE address = ?", (address,)))

    def rename(self, address: str, name: str) -> None:
        """Rename a source; raises UsageError if another one has the name."""
        self._named(name, "UPDATE subscription SET name = ? WHERE address = ?", (name, address))

    def remove(self, address: str) -> None:
        """Stop following a source; its entries stay."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM subscription WHERE address = ?", (address,))
            connection.execute(_FORGET, (address,))

    def pause(self, address: str, paused: bool) -> None:
        """Pause or resume a source."""
        self._database.execute("UPDATE subscription SET paused = ? WHERE address = ?", (paused, address))

    def release(self, subscription: Subscription) -> None:
        """Give up the claim to a source that was not read after all."""
        self._database.execute("UPDATE subscription SET claimed_until = 0 WHERE address = ?", (subscription.address,))

    def claim(self, subscription: Subscription, now: datetime, until: datetime) -> bool:
        """Claim a source for reading; returns whether that succeeded."""
        past_any_clock = now + SET_BACK
        times = now.timestamp(), until.timestamp(), subscription.address, past_any_clock.timestamp()
        return self._database.execute(_CLAIM, times).rowcount == 1

    def succeeded(self, subscription: Subscription, attempt: Attempt, entries: int, error: str = "") -> None:
        """Record that a source was read, how many new entries it had, and why a part of it could not be read."""
        values = attempt.at.timestamp(), entries, error, *attempt.times, subscription.address
        self._database.execute(_SUCCEEDED, values)

    def failed(self, subscription: Subscription, attempt: Attempt, error: str) -> None:
        """Record that a source could not be read, and why."""
        self._database.execute(_NOT_READ, (1, error, *attempt.times, subscription.address))

    def waits(self, subscription: Subscription, attempt: Attempt, reason: str) -> None:
        """Record that a source's server says when to come again, and why; that is no failure."""
        self._database.execute(_NOT_READ, (0, reason, *attempt.times, subscription.address))

    def leave_alone(self, host: str, until: datetime) -> None:
        """Do not contact a server before a time."""
        self._database.execute(
            "UPDATE subscription SET not_before = max(not_before, ?) WHERE host = ?", (until.timestamp(), host)
        )

    def pages(self, address: str) -> Mapping[str, Known]:
        """What is known of a source's pages, by their addresses or paths."""
        rows = self._database.rows(_PAGES, (address,))
        return {page: Known._make((*validators, bool(live))) for page, *validators, live in rows}

    def know(self, address: str, page: str, known: Known) -> None:
        """Store what is known of a source's page."""
        self._database.execute("REPLACE INTO subscription_page VALUES (?, ?, ?, ?, ?, ?, ?)", (address, page, *known))

    def forget(self, address: str, pages: Iterable[str]) -> None:
        """Delete what is known of some pages of a source."""
        with self._database.writing() as connection:
            connection.executemany(f"{_FORGET} AND address = ?", ((address, page) for page in pages))

    def _named(self, name: str, statement: str, values: Sequence[object]) -> None:
        with self._database.writing() as connection:
            try:
                connection.execute(statement, values)
            except sqlite3.IntegrityError as error:
                raise UsageError(f"another source is already called {name}") from error


def _subscription(row: tuple[Any, ...]) -> Subscription:
    address, name, host, every, deep, paused, entries, failures, error, *times = row
    tried, succeeded, due, not_before, claimed = (
        None if time is None else datetime.fromtimestamp(time, UTC) for time in times
    )
    return Subscription(
        address, name, host, timedelta(seconds=every), bool(deep), bool(paused), entries, failures, error,
        tried, succeeded, due or EPOCH, not_before or EPOCH, claimed or EPOCH,
    )  # fmt: skip
