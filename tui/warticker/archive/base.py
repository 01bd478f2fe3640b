"""The base: a segment that is kept in the file, so that opening an archive reads next to nothing.

It holds every entry up to a revision and is written whole, as one more generation; what has come or changed since is
made a segment in memory. The generation before stays until the next one is written, for those who still read it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from pyroaring import BitMap

from warticker.archive.database import Database
from warticker.archive.merging import Fact, merged, segment_of
from warticker.archive.segment import Segment
from warticker.errors import ArchiveError

MOST_FRESH = 4_000
"""Entries outside the base that do not slow an archive down."""

SHARE_FRESH = 16
"""While a long document is added, one part in so many of the archive may be outside the base."""

_PORTION = 50_000
"""Entries that are made part of a base at a time."""

_COUNTER = "SELECT value FROM counters WHERE name = ?"
_FACTS = "SELECT number, place, time, traits FROM entries WHERE revision > ?"
_FACTS_BY_NUMBER = "SELECT number, place, time, traits FROM entries WHERE number >= ? ORDER BY number LIMIT ?"


def counter(connection: sqlite3.Connection, name: str) -> int | None:
    """A counter's value; None where it was never set."""
    row = connection.execute(_COUNTER, (name,)).fetchone()
    return None if row is None else int(row[0])


def read(database: Database, known: tuple[int, Segment] | None) -> tuple[int, Segment]:
    """The generation of the base and the base; what is known already where it is the present one."""
    generation = counter(database.connection, "generation") or 0
    if known is not None and known[0] == generation:
        return known
    return generation, _segment(database, generation)


def fresh(database: Database) -> Segment:
    """What has come or changed since the base was written."""
    since = counter(database.connection, "base") or 0
    return segment_of(Fact.of(*row) for row in database.connection.execute(_FACTS, (since,)))


def outgrown(connection: sqlite3.Connection, most: int) -> bool:
    """Whether more than so many entries are outside the base."""
    since = counter(connection, "base") or 0
    row = connection.execute("SELECT 1 FROM entries WHERE revision > ? LIMIT 1 OFFSET ?", (since, most)).fetchone()
    return row is not None


def compact(database: Database) -> None:
    """Write a base of all entries, made of the one there and what has come or changed since."""
    with database.writing() as connection:
        generation = counter(connection, "generation") or 0
        since = counter(connection, "base") or 0
        facts = [Fact.of(*row) for row in connection.execute(_FACTS, (since,))]
        base = _segment(database, generation)
        gone = base.positions_of(BitMap([fact.number for fact in facts]))
        _write(connection, generation + 1, merged(base, gone, facts))


def rebuild(database: Database) -> None:
    """Write a base of all entries, made of nothing but them."""
    with database.writing() as connection:
        generation = counter(connection, "generation") or 0
        base, done = segment_of(()), 0
        while facts := [Fact.of(*row) for row in connection.execute(_FACTS_BY_NUMBER, (done, _PORTION))]:
            generation += 1
            _write(connection, generation, merged(base, BitMap(), facts))
            base, done = _segment(database, generation), done + len(facts)


def _write(connection: sqlite3.Connection, generation: int, parts: Iterator[tuple[str, int, bytes]]) -> None:
    rows = ((generation, *part) for part in parts)
    connection.executemany("INSERT INTO parts VALUES (?, ?, ?, ?)", rows)
    connection.execute("DELETE FROM parts WHERE generation < ?", (generation - 1,))
    connection.execute("REPLACE INTO counters VALUES ('generation', ?)", (generation,))
    connection.execute("REPLACE INTO counters SELECT 'base', value FROM counters WHERE name = 'revision'")


def _segment(database: Database, generation: int) -> Segment:
    if not generation:
        return segment_of(())

    def load(name: str, chunk: int) -> bytes:
        with database.told():
            row = database.connection.execute(
                "SELECT data FROM parts WHERE generation = ? AND name = ? AND chunk = ?", (generation, name, chunk)
            ).fetchone()
        if row is None:
            raise ArchiveError(f"{database.name}: another process has rewritten what is shown; ask for it again")
        return bytes(row[0])

    return Segment(load)
