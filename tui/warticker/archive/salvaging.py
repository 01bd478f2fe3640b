"""Copies what can be read of a damaged file to a new one, as SQLite cannot repair a file in place."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from warticker.archive import schema
from warticker.archive.database import Database
from warticker.archive.entries.records import unpacked_entry
from warticker.counting import counted
from warticker.errors import ArchiveError, DataError

_NUMBERED = {"entries": "number", "documents": "id"}
"""Tables that are read around a damaged place, by their numbers; of the others, what comes before it is read."""

_BY_ENTRY = frozenset({"notes", "withdrawals"})
"""Tables with a row for some entries, read around a damaged place by the numbers of entries; notes are nowhere else."""

_OF_ENTRIES = ("versions", "aliases", "appearances", "notes", "withdrawals")
"""Tables whose rows belong to entries."""

_MOST_SKIPPED = 100_000
"""After this many numbers without a readable row, a table is taken to have ended."""

_ALL = "SELECT * FROM {}"
_ONE = "SELECT * FROM {} WHERE {} = ?"
_COPY = "INSERT OR IGNORE INTO {} VALUES ({})"
_DROP = "DELETE FROM {} WHERE number NOT IN (SELECT number FROM entries)"
_COUNT = """
WITH ends AS (SELECT count(*) AS copied, coalesce(max(number) + 1, 0) AS most FROM entries)
SELECT copied, most - copied + (SELECT count(DISTINCT number) FROM appearances WHERE number >= most) FROM ends
"""
"""How many entries were copied, and how many not: the gaps between them, and what documents had after the last one."""

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
    try:
        _make_way(path, aside)
        try:
            database.make_file(new)
            with database.held() as damaged:
                count, lost, cut = _copied(damaged, new)
                database.close()
                if os.name == "nt":
                    # Windows renames no open file.
                    damaged.close()
                try:
                    _swap(path, new, aside)
                finally:
                    database.reopen()
        finally:
            # It is there only if the old file is still in its place.
            new.unlink(missing_ok=True)
    except OSError as error:
        raise ArchiveError(f"{path}: it cannot be replaced by a new file: {error.strerror}") from error
    copied = counted(count, "entry", "entries") + (f" ({lost:,} could not be copied)" if lost else "")
    partly = f"; not all could be read of: {', '.join(cut)}" if cut else ""
    return f"copied {copied} to a new file, as the file was damaged; it is now {aside}{partly}"


def _make_way(path: Path, aside: Path) -> None:
    """Remove what is left of a repair that was killed before it replaced the file; raises ArchiveError for a copy."""
    log = Path(f"{aside}-wal")
    if aside.exists() and aside.samefile(path) and not (log.exists() and log.stat().st_size):
        aside.unlink()
        log.unlink(missing_ok=True)
    for left in (aside, log):
        if left.exists():
            raise ArchiveError(f"{left}: it is left from an earlier repair; move it away first")


def _swap(path: Path, new: Path, aside: Path) -> None:
    """Replace a file by a new one in one step, so that at any moment there is either, and keep the old one aside."""
    moved: list[tuple[Path, Path]] = []
    log, index = (Path(f"{aside}{ending}") for ending in ("-wal", "-shm"))
    try:
        try:
            os.link(path, aside)
        except OSError:
            # Not every disk has links.
            shutil.copy2(path, aside)
        # What belongs to the old file would be taken for the new one's.
        for beside, to in ((Path(f"{path}-wal"), log), (Path(f"{path}-shm"), index)):
            if beside.exists():
                moved.append((beside, beside.replace(to)))
        new.replace(path)
    except BaseException:
        if new.exists():
            for beside, to in moved:
                to.replace(beside)
            aside.unlink(missing_ok=True)
        raise
    index.unlink(missing_ok=True)
    if log.exists() and not log.stat().st_size:
        log.unlink()


def _copied(damaged: sqlite3.Connection, new: Path) -> tuple[int, int, list[str]]:
    """Copy the rows that can be read to a new file.

    Returns how many entries were copied, and how many not, and of which other tables a part could not be read.
    """
    damaged.text_factory = _text
    target, cut = Database(new), list[str]()
    try:
        with target.writing() as connection:
            connection.execute("DELETE FROM counters")
            kept = [table for table in schema.tables(schema.TABLES) if table not in schema.tables(schema.DERIVED)]
            for table in sorted(kept, key=_BY_ENTRY.__contains__):
                numbers = [number for (number,) in connection.execute("SELECT number FROM entries")]
                by_entry = table in _BY_ENTRY
                for row in _of_numbers(damaged, table, numbers, cut) if by_entry else _rows(damaged, table, cut):
                    _copy(connection, table, row)
            (count, lost) = connection.execute(_COUNT).fetchone()
            connection.execute(_DOCUMENTS)
            for table in _OF_ENTRIES:
                connection.execute(_DROP.format(table))
    finally:
        target.close()
    return count, lost, cut


def _copy(connection: sqlite3.Connection, table: str, row: tuple[Any, ...]) -> None:
    """Write a row; an entry whose key is damaged gets that of its record, or one made from its number."""
    statement = _COPY.format(table, ", ".join("?" * len(row)))
    if table != "entries":
        connection.execute(statement, row)
        return
    number, key, *rest = row
    if isinstance(key, str) and key and connection.execute(statement, row).rowcount:
        return
    with suppress(DataError):
        if connection.execute(statement, (number, unpacked_entry(rest[-1])[0].key, *rest)).rowcount:
            return
    connection.execute(statement, (number, f"lost {number}", *rest))


def _rows(damaged: sqlite3.Connection, table: str, cut: list[str]) -> Iterator[tuple[Any, ...]]:
    """The rows of a table that can be read; adds its name to `cut` where those are not all."""
    if (number := _NUMBERED.get(table)) is None:
        try:
            yield from damaged.execute(_ALL.format(table))
        except sqlite3.DatabaseError:
            cut.append(table)
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


def _of_numbers(
    damaged: sqlite3.Connection, table: str, numbers: Iterable[int], cut: list[str]
) -> Iterator[tuple[Any, ...]]:
    """The rows of some entries in a table that can be read, as `_rows`."""
    one, whole = _ONE.format(table, "number"), True
    for number in numbers:
        try:
            row = damaged.execute(one, (number,)).fetchone()
        except sqlite3.DatabaseError:
            whole = False
        else:
            yield from [row] if row else ()
    if not whole:
        cut.append(table)


def _text(data: bytes) -> str:
    """A text, or nothing of one that is damaged."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return ""
