"""The base: a segment that is stored in the file, so that opening an archive reads next to nothing.

It holds every entry up to a revision and is rewritten as a whole, as a new generation; entries added or changed since
make a segment in memory. A replaced generation is kept for a minute, so that processes that still read it can copy it
for themselves: what they show stays a consistent snapshot for as long as they need it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from time import time
from weakref import WeakSet

from pyroaring import BitMap

from warticker.archive.database import Database
from warticker.archive.segments.merging import facts_of, held, merged, segment_of
from warticker.archive.segments.parts import Part
from warticker.archive.segments.segment import EMPTY, Segment
from warticker.errors import ArchiveError

MOST_FRESH = 4_000
"""This many entries outside the base do not slow an archive down."""

SHARE_FRESH = 16
"""During a bulk addition, one in this many of the archive's entries may be outside the base."""

_PORTION = 50_000
"""Entries that are merged into a base at a time when it is rebuilt."""

_STAYS = 60
"""Seconds that a generation is kept after it was replaced."""

_WRITTEN = "written"
"""The name of the part with the time a generation was written, in seconds since 1970."""

_PART = "SELECT rowid FROM {}.{} WHERE generation = ? AND name = ? AND chunk = ?"
_COPIES = """
CREATE TEMP TABLE IF NOT EXISTS copies (generation, name, chunk, data, PRIMARY KEY (generation, name, chunk))
"""
_COPY = "INSERT INTO temp.copies SELECT generation, name, chunk, data FROM parts WHERE generation = ?"
_FORGET = "DELETE FROM temp.copies WHERE generation NOT IN (SELECT value FROM json_each(?))"
_COUNTER = "SELECT value FROM counters WHERE name = ?"
_FACTS = "SELECT number, place, time, traits FROM entries WHERE revision > ?"
_FACTS_BY_NUMBER = "SELECT number, place, time, traits FROM entries WHERE number >= ? ORDER BY number LIMIT ?"


def counter(connection: sqlite3.Connection, name: str) -> int | None:
    """A counter's value; None if it was never set."""
    row = connection.execute(_COUNTER, (name,)).fetchone()
    return None if row is None else int(row[0])


class Bases:
    """The present base, and former ones that selections still read from."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._generations = WeakSet[_Generation]()
        self._present: tuple[int, Segment] | None = None

    def read(self) -> Segment:
        """The present base."""
        generation = counter(self._database.connection, "generation") or 0
        if self._present is None or self._present[0] != generation:
            parts = _Generation(self._database, generation)
            self._present = generation, Segment(parts) if generation else EMPTY
            self._generations.add(parts)
        return self._present[1]

    def secure(self) -> None:
        """If the base was replaced, copy the generations that are still in use before they are deleted."""
        with self._database.reading() as connection:
            generation = counter(connection, "generation") or 0
        if self._present is not None and self._present[0] != generation:
            self._present = None
            # If there is no room for a copy, the generations can still be read for a minute.
            with suppress(ArchiveError), self._database.reading() as connection:
                shown = tuple(self._generations)
                connection.execute(_COPIES)
                connection.execute(_FORGET, (json.dumps([parts.number for parts in shown]),))
                for parts in shown:
                    parts.copy(connection)


class _Generation:
    """The parts of one generation: in the file, or in a temporary table once they were copied."""

    def __init__(self, database: Database, number: int) -> None:
        self.number = number
        self._database = database
        self._copied = False

    def __call__(self, name: str, chunk: int, start: int = 0, stop: int | None = None, /) -> bytes:
        """The bytes of a part, or some of them."""
        schema, table = ("temp", "copies") if self._copied else ("main", "parts")
        with self._database.reading() as connection:
            row = connection.execute(_PART.format(schema, table), (self.number, name, chunk)).fetchone()
            if row is None:
                raise ArchiveError(f"{self._database.name}: another process has replaced what is shown; try again")
            with connection.blobopen(table, "data", row[0], readonly=True, name=schema) as part:
                part.seek(start)
                return part.read(-1 if stop is None else stop - start)

    def copy(self, connection: sqlite3.Connection) -> None:
        """Copy the parts to this connection's temporary table, since the file will soon delete them."""
        if not self._copied:
            connection.execute(_COPY, (self.number,))
            self._copied = True


def fresh(database: Database) -> Segment:
    """The segment of the entries that were added or changed since the base was written."""
    since = counter(database.connection, "base") or 0
    return segment_of(facts_of(database.connection.execute(_FACTS, (since,)).fetchall()))


def outgrown(connection: sqlite3.Connection, most: int) -> bool:
    """Whether more than `most` entries are outside the base."""
    since = counter(connection, "base") or 0
    row = connection.execute("SELECT 1 FROM entries WHERE revision > ? LIMIT 1 OFFSET ?", (since, most)).fetchone()
    return row is not None


def compact(database: Database) -> None:
    """Write a new base, merging the entries added or changed since into the present one."""
    with database.writing() as connection:
        generation = counter(connection, "generation") or 0
        since = counter(connection, "base") or 0
        facts = facts_of(connection.execute(_FACTS, (since,)).fetchall())
        base = Segment(_Generation(database, generation)) if generation else EMPTY
        gone = base.positions_of(BitMap([fact.number for fact in facts]))
        _write(connection, generation + 1, merged(base, gone, facts))


def rebuild(database: Database) -> None:
    """Write a new base from the rows of all entries."""
    with database.writing() as connection:
        base, done = EMPTY, 0
        while len(facts := facts_of(connection.execute(_FACTS_BY_NUMBER, (done, _PORTION)).fetchall())) == _PORTION:
            base, done = held(merged(base, BitMap(), facts)), done + len(facts)
        _write(connection, (counter(connection, "generation") or 0) + 1, merged(base, BitMap(), facts))


def _write(connection: sqlite3.Connection, generation: int, parts: Iterator[Part]) -> None:
    # Delete first, so that the new generation reuses their pages.
    _delete_replaced(connection, generation)
    connection.executemany("INSERT INTO parts VALUES (?, ?, ?, ?)", ((generation, *part) for part in parts))
    connection.execute("INSERT INTO parts VALUES (?, ?, 0, ?)", (generation, _WRITTEN, str(int(time())).encode()))
    connection.execute("REPLACE INTO counters VALUES ('generation', ?)", (generation,))
    connection.execute("REPLACE INTO counters SELECT 'base', value FROM counters WHERE name = 'revision'")


def _delete_replaced(connection: sqlite3.Connection, generation: int) -> None:
    """Delete the generations that were replaced more than a minute ago."""
    now = int(time())
    rows = connection.execute("SELECT generation, data FROM parts WHERE name = ?", (_WRITTEN,)).fetchall()
    # `abs`, as a clock that was once a year ahead would otherwise keep all of them for a year.
    kept = [number for number, written in rows if abs(now - int(written)) < _STAYS]
    # The generation before these was current until the first of them was written.
    first = min(kept, default=generation) - 1
    connection.execute("DELETE FROM parts WHERE generation BETWEEN 0 AND ?", (first - 1,))
