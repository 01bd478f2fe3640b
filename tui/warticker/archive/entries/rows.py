"""Entries as rows of their table."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import NamedTuple

from warticker.archive.entries import traits
from warticker.archive.entries.ready import Ready
from warticker.archive.entries.records import unpacked_entry
from warticker.archive.entries.stored import listed, numbers_of
from warticker.archive.entries.time_keys import time_key
from warticker.archive.words import folded
from warticker.model import Entry
from warticker.records import moment_text

_KNOWN = """
SELECT entries.number, entries.digest, traits, record, shown.digest, shown.ordinal
FROM entries LEFT JOIN appearances AS shown ON shown.document = ? AND shown.number = entries.number
WHERE entries.number IN (SELECT value FROM json_each(?))
"""
_OVERWRITE = """
UPDATE entries SET revision = ?, place = ?, time = ?, inferred = ?, title = ?, traits = ?, digest = ?, read_at = ?,
    rules = ?, record = ? WHERE number = ?
"""
_VERSION = """
INSERT INTO versions SELECT number, (SELECT count(*) FROM versions WHERE number = :number), read_at, record
FROM entries WHERE number = :number
"""
_TRAITS = "SELECT number, traits FROM entries WHERE number IN (SELECT value FROM json_each(?))"


class Known(NamedTuple):
    """What is needed of a stored entry to decide whether a document has a new version of it."""

    number: int
    digest: int
    withdrawn: bool
    record: bytes
    shown: int | None
    """The digest of the form that the document last had; None if it never had the entry."""
    ordinal: int | None
    """Its index in the document."""


def known_entries(connection: sqlite3.Connection, keys: Iterable[str], page: int) -> dict[str, Known]:
    """The stored entries with some keys, and the form that a page last had of them; unknown keys are left out."""
    numbers = numbers_of(connection, keys)
    found = {
        number: Known(number, digest, traits.WITHDRAWN in traits.states_of(json.loads(values)), record, shown, ordinal)
        for number, digest, values, record, shown, ordinal in connection.execute(
            _KNOWN, (page, listed(numbers.values()))
        )
    }
    return {key: found[number] for key, number in numbers.items()}


def row(entry: Entry, ready: Ready, at: int, rules: int) -> tuple[object, ...]:
    """The columns of an entry's row, from `place` on."""
    return (
        time_key(entry.moment),
        moment_text(entry.moment),
        entry.moment.inferred,
        traits.title(entry),
        ready.traits,
        ready.digest,
        at,
        rules,
        ready.record,
    )


def rewrite(
    connection: sqlite3.Connection, number: int, revision: int, entry: Entry, ready: Ready, at: int, rules: int
) -> str:
    """Replace an entry's present version, and store the former one; returns the folded text of the former one."""
    key, record = connection.execute("SELECT key, record FROM entries WHERE number = ?", (number,)).fetchone()
    before, _ = unpacked_entry(record)
    text = folded(before.text)
    connection.execute("INSERT INTO fulltext (fulltext, rowid, words) VALUES ('delete', ?, ?)", (number, text))
    connection.execute(_VERSION, {"number": number})
    ready = ready._replace(traits=traits.restated(ready.traits, having=[traits.CHANGED]))
    overwrite(connection, number, revision, entry, ready, at, rules)
    if entry.key != key:
        connection.execute("INSERT OR IGNORE INTO aliases VALUES (?, ?)", (entry.key, number))
    return text


def overwrite(
    connection: sqlite3.Connection, number: int, revision: int, entry: Entry, ready: Ready, at: int, rules: int
) -> None:
    """Replace an entry's row."""
    connection.execute(_OVERWRITE, (revision, *row(entry, ready, at, rules), number))


def set_states(
    connection: sqlite3.Connection,
    numbers: Iterable[int],
    revision: int,
    *,
    having: Collection[str] = (),
    without: Collection[str] = (),
) -> list[int]:
    """Add states to entries, or remove them; returns the numbers of those that this changed."""
    rows = connection.execute(_TRAITS, (listed(numbers),)).fetchall()
    put = ((traits.restated(values, having=having, without=without), values, number) for number, values in rows)
    changed = [(revision, now, number) for now, before, number in put if now != before]
    connection.executemany("UPDATE entries SET revision = ?, traits = ? WHERE number = ?", changed)
    return [number for _, _, number in changed]


def next_number(connection: sqlite3.Connection) -> int:
    """The number that the next entry gets."""
    return int(connection.execute("SELECT coalesce(max(number) + 1, 0) FROM entries").fetchone()[0])


def next_revision(connection: sqlite3.Connection) -> int:
    """Increment and return the revision, which numbers the writes to the archive."""
    connection.execute("UPDATE counters SET value = value + 1 WHERE name = 'revision'")
    return int(connection.execute("SELECT value FROM counters WHERE name = 'revision'").fetchone()[0])
