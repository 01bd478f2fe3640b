"""Copies what can be read of a damaged file to a new one, as SQLite cannot repair a file in place."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from warticker.archive import schema
from warticker.archive.database import Database
from warticker.counting import counted
from warticker.errors import ArchiveError

_NUMBERED = {"entries": "number", "documents": "id"}
"""Tables that are read around a damaged place, by their numbers; of the others, what comes before it is read."""

_OF_ENTRIES = ("versions", "aliases", "appearances", "notes", "withdrawals")
"""Tables whose rows belong to entries."""

_MOST_SKIPPED = 100_000
"""After this many numbers without a readable row, a table is taken to have ended."""

_ALL = "SELECT * FROM {}"
_ONE = "SELECT * FROM {} WHERE {} = ?"
_COPY = "INSERT OR IGNORE INTO {} VALUES ({})"
_DROP = "DELETE FROM {} WHERE number NOT IN (SELECT number FROM entries)"
_DOCUMENTS = """
INSERT INTO documents
SELECT DISTINCT document, 'lost ' || document, 0, x'' FROM entries WHERE document NOT IN (SELECT id FROM documents)
"""


def is_damaged(database: Database) -> bool:
    """Whether the file is damaged, and not just what its rows say."""
    try:
        lines = database.connection.execute("PRAGMA integrity_check").fetchall()
    except sqlite3.DatabaseError:
        return True
    # From version 3.44 on, SQLite also tells of the phrase index, which is rebuilt in any file.
    return any(line != "ok" and "FTS5" not in line for (line,) in lines)


def salvage(database: Database, path: Path) -> str:
    """Replace the file at a path by a new one of all rows that can be read, and say so; derived tables are empty.

    Raises ArchiveError if the new one cannot be written, or if a damaged file was set aside earlier.
    """
    new, aside = (path.with_name(f"{path.name}.{ending}") for ending in ("repaired", "damaged"))
    if aside.exists():
        raise ArchiveError(f"{aside}: it is left from an earlier repair; move it away first")
    new.unlink(missing_ok=True)
    target = Database(new)
    try:
        with database.apart() as damaged, target.writing() as connection:
            damaged.text_factory = _text
            connection.execute("DELETE FROM counters")
            for table in schema.tables(schema.TABLES):
                if table not in schema.tables(schema.DERIVED):
                    for row in _rows(damaged, table):
                        connection.execute(_COPY.format(table, ", ".join("?" * len(row))), row)
            connection.execute(_DOCUMENTS)
            for table in _OF_ENTRIES:
                connection.execute(_DROP.format(table))
            (count,) = connection.execute("SELECT count(*) FROM entries").fetchone()
        target.close()
        database.replace(new, aside)
    finally:
        target.close()
        new.unlink(missing_ok=True)
    return f"copied {counted(count, 'entry', 'entries')} to a new file, as the file was damaged; it is now {aside}"


def _rows(damaged: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a table that can be read."""
    if (number := _NUMBERED.get(table)) is None:
        with suppress(sqlite3.DatabaseError):
            yield from damaged.execute(_ALL.format(table))
        return
    # One by one, as Python reads a row ahead, and drops one that comes before a damaged one.
    one = _ONE.format(table, number)
    at = skipped = 0
    while skipped < _MOST_SKIPPED:
        row = None
        with suppress(sqlite3.DatabaseError):
            row = damaged.execute(one, (at,)).fetchone()
        at, skipped = at + 1, 0 if row else skipped + 1
        if row:
            yield row


def _text(data: bytes) -> str:
    """A text, or nothing of one that is damaged."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return ""
