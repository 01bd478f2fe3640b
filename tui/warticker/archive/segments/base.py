"""The base: a segment that is kept in the file, so that opening an archive reads next to nothing.

It holds every entry up to a revision and is written whole, as one more generation; what has come or changed since is
made a segment in memory. A generation that another has taken the place of stays for a minute, so that those who still
read it can copy it for themselves: what they show stays as it is for as long as they like.
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
"""Entries outside the base that do not slow an archive down."""

SHARE_FRESH = 16
"""While a long document is added, one part in so many of the archive may be outside the base."""

_PORTION = 50_000
"""Entries that are made part of a base at a time."""

_STAYS = 60
"""Seconds that a generation stays after another has taken its place."""

_WRITTEN = "written"
"""The part that tells when a generation was written, in seconds since 1970."""

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
    """A counter's value; None where it was never set."""
    row = connection.execute(_COUNTER, (name,)).fetchone()
    return None if row is None else int(row[0])


class Bases:
    """The base as it is now, and those from before that selections are still read from."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._shown = WeakSet[_Generation]()
        self._present: tuple[int, Segment] | None = None

    def read(self) -> Segment:
        """The base as it is now."""
        generation = counter(self._database.connection, "generation") or 0
        if self._present is None or self._present[0] != generation:
            parts = _Generation(self._database, generation)
            self._present = generation, Segment(parts) if generation else EMPTY
            self._shown.add(parts)
        return self._present[1]

    def secure(self) -> None:
        """Copy those that others have taken the place of, before they are gone."""
        with self._database.translating_errors():
            generation = counter(self._database.connection, "generation") or 0
        if self._present is not None and self._present[0] != generation:
            self._present = None
            # Without room for a copy there is still a minute.
            with suppress(ArchiveError), self._database.reading() as connection:
                shown = tuple(self._shown)
                connection.execute(_COPIES)
                connection.execute(_FORGET, (json.dumps([parts.number for parts in shown]),))
                for parts in shown:
                    parts.copy(connection)


class _Generation:
    """The parts of one generation: in the file as long as it has them, then where they were copied to."""

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
                raise ArchiveError(
                    f"{self._database.name}: another process has rewritten what is shown; ask for it again"
                )
            with connection.blobopen(table, "data", row[0], readonly=True, name=schema) as part:
                part.seek(start)
                return part.read(-1 if stop is None else stop - start)

    def copy(self, connection: sqlite3.Connection) -> None:
        """Keep the parts on this process's side, since the file will not have them for long."""
        if not self._copied:
            connection.execute(_COPY, (self.number,))
            self._copied = True


def fresh(database: Database) -> Segment:
    """What has come or changed since the base was written."""
    since = counter(database.connection, "base") or 0
    return segment_of(facts_of(database.connection.execute(_FACTS, (since,)).fetchall()))


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
        facts = facts_of(connection.execute(_FACTS, (since,)).fetchall())
        base = Segment(_Generation(database, generation)) if generation else EMPTY
        gone = base.positions_of(BitMap([fact.number for fact in facts]))
        _write(connection, generation + 1, merged(base, gone, facts))


def rebuild(database: Database) -> None:
    """Write a base of all entries, made of nothing but them."""
    with database.writing() as connection:
        base, done = EMPTY, 0
        while len(facts := facts_of(connection.execute(_FACTS_BY_NUMBER, (done, _PORTION)).fetchall())) == _PORTION:
            base, done = held(merged(base, BitMap(), facts)), done + len(facts)
        _write(connection, (counter(connection, "generation") or 0) + 1, merged(base, BitMap(), facts))


def _write(connection: sqlite3.Connection, generation: int, parts: Iterator[Part]) -> None:
    # First, so that the new one takes their room.
    _let_go(connection, generation)
    connection.executemany("INSERT INTO parts VALUES (?, ?, ?, ?)", ((generation, *part) for part in parts))
    connection.execute("INSERT INTO parts VALUES (?, ?, 0, ?)", (generation, _WRITTEN, str(int(time())).encode()))
    connection.execute("REPLACE INTO counters VALUES ('generation', ?)", (generation,))
    connection.execute("REPLACE INTO counters SELECT 'base', value FROM counters WHERE name = 'revision'")


def _let_go(connection: sqlite3.Connection, generation: int) -> None:
    """Delete the generations that were not the last one for a minute."""
    now = int(time())
    rows = connection.execute("SELECT generation, data FROM parts WHERE name = ?", (_WRITTEN,)).fetchall()
    # Either way, as a clock that was a year ahead would have all of them kept for a year.
    kept = [number for number, written in rows if abs(now - int(written)) < _STAYS]
    # Whoever read the one before these could do so until then.
    first = min(kept, default=generation) - 1
    connection.execute("DELETE FROM parts WHERE generation BETWEEN 0 AND ?", (first - 1,))
