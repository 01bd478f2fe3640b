"""Stores the followed sources in the archive's file.

Every step is one short statement, so that other processes that write to the archive need not wait.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from warticker.archive.database import Database
from warticker.archive.following.followed import SET_BACK, Attempt, Followed, Known, Subscription
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


class Subscriptions(Followed):
    """The tables of subscriptions and their pages."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __iter__(self) -> Iterator[Subscription]:
        return map(_subscription, self._database.rows(f"{_SELECT} ORDER BY name"))

    def __len__(self) -> int:
        return int(self._database.rows("SELECT count(*) FROM subscription")[0][0])

    def find(self, named: str) -> Subscription:
        for subscription in self:
            if named == subscription.address or named.casefold() == subscription.name.casefold():
                return subscription
        raise NothingMatchedError(f"there is no source {named}; `warticker sources` lists them")

    def add(self, address: str, *, name: str, host: str, every: timedelta, deep: bool = False) -> Subscription:
        self._named(name, _ADD, (address, name, host, every.total_seconds(), deep))
        return _subscription(*self._database.rows(f"{_SELECT} WHERE address = ?", (address,)))

    def rename(self, address: str, name: str) -> None:
        self._named(name, "UPDATE subscription SET name = ? WHERE address = ?", (name, address))

    def remove(self, address: str) -> None:
        with self._database.writing() as connection:
            connection.execute("DELETE FROM subscription WHERE address = ?", (address,))
            connection.execute(_FORGET, (address,))

    def pause(self, address: str, paused: bool) -> None:
        self._database.execute("UPDATE subscription SET paused = ? WHERE address = ?", (paused, address))

    def release(self, subscription: Subscription) -> None:
        self._database.execute("UPDATE subscription SET claimed_until = 0 WHERE address = ?", (subscription.address,))

    def claim(self, subscription: Subscription, now: datetime, until: datetime) -> bool:
        past_any_clock = now + SET_BACK
        times = now.timestamp(), until.timestamp(), subscription.address, past_any_clock.timestamp()
        return self._database.execute(_CLAIM, times).rowcount == 1

    def succeeded(self, subscription: Subscription, attempt: Attempt, entries: int, error: str = "") -> None:
        values = attempt.at.timestamp(), entries, error, *attempt.times, subscription.address
        self._database.execute(_SUCCEEDED, values)

    def failed(self, subscription: Subscription, attempt: Attempt, error: str) -> None:
        self._database.execute(_NOT_READ, (1, error, *attempt.times, subscription.address))

    def waits(self, subscription: Subscription, attempt: Attempt, reason: str) -> None:
        self._database.execute(_NOT_READ, (0, reason, *attempt.times, subscription.address))

    def leave_alone(self, host: str, until: datetime) -> None:
        self._database.execute(
            "UPDATE subscription SET not_before = max(not_before, ?) WHERE host = ?", (until.timestamp(), host)
        )

    def pages(self, address: str) -> Mapping[str, Known]:
        rows = self._database.rows(_PAGES, (address,))
        return {page: Known._make((*validators, bool(live))) for page, *validators, live in rows}

    def know(self, address: str, page: str, known: Known) -> None:
        self._database.execute("REPLACE INTO subscription_page VALUES (?, ?, ?, ?, ?, ?, ?)", (address, page, *known))

    def forget(self, address: str, pages: Iterable[str]) -> None:
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
