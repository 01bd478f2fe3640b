"""Checks an archive's file for damage."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from pyroaring import BitMap

from warticker.archive import schema
from warticker.archive.database import Database
from warticker.archive.entries.identity import digest
from warticker.archive.entries.packing import unpacked
from warticker.archive.entries.records import unpacked_entry
from warticker.archive.lexicon.word_checks import WordCheck
from warticker.archive.segments import base, base_checks
from warticker.archive.words import folded, word_count
from warticker.errors import DataError
from warticker.records import moment_from

PORTION = 2_000
"""Entries that are read at a time."""

ROWS = """
SELECT number, key, CAST(time AS BLOB), CAST(title AS BLOB), CAST(traits AS BLOB), digest, read_at, rules, record
FROM entries ORDER BY number
"""
"""The rows of all entries, as `Row` has them."""

_OTHER_RECORDS = {"documents": "SELECT record FROM documents", "earlier versions": "SELECT record FROM versions"}
_ORPHANS = 'SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2'
_LAST_REVISION = "SELECT coalesce(max(revision), 0) FROM entries"


class Row(NamedTuple):
    """An entry's row, any part of which may be damaged."""

    number: int
    key: str
    time: bytes | None
    title: bytes
    traits: bytes
    digest: int
    read_at: int
    rules: int
    record: bytes

    @property
    def is_readable(self) -> bool:
        """Whether lists can show it; the record is another matter."""
        try:
            json.loads(self.traits)
            return bool(self.title.decode()) and (self.time is None or bool(moment_from(self.time.decode())))
        except ValueError:
            return False


def check(database: Database, on_entries: Callable[[int], object] | None = None) -> Iterator[str]:
    """The problems, one line each; `on_entries` is called with the number of entries read since the last call."""
    with database.turn:
        phrases_are_whole = _phrases_are_whole(database.connection)
    if not phrases_are_whole:
        yield "the phrase index is damaged; --repair rebuilds it"
    with database.reading() as connection:
        for (line,) in connection.execute("PRAGMA integrity_check(20)"):
            if line != "ok":
                yield f"the file is damaged: {line}"
        if lacking := list(_missing_tables(connection)):
            yield from lacking
            return
        for table, parent, count in connection.execute(_ORPHANS):
            yield f"{count:,} rows of {table} refer to {parent} that do not exist"
        (count, most) = connection.execute("SELECT count(*), coalesce(max(number) + 1, 0) FROM entries").fetchone()
        if count != most:
            yield f"{most - count:,} entries are missing"
        if (base.counter(connection, "revision") or 0) < connection.execute(_LAST_REVISION).fetchone()[0]:
            yield "the revision counter is lost; --repair rebuilds it"
        yield from base_checks.check(database, connection)
        words, complete = WordCheck(connection, most), True
        words.weigh()
        for rows in portions(map(Row._make, connection.execute(ROWS))):
            problems = _read(rows, words)
            complete = complete and not problems
            yield from problems
            if on_entries is not None:
                on_entries(len(rows))
        yield from words.problems(complete=complete)
        yield from _damage_beside_entries(connection)


def _damage_beside_entries(connection: sqlite3.Connection) -> Iterator[str]:
    """What cannot be read of documents, earlier versions and marks."""
    for name, chunk in damaged_marks(connection):
        yield f"which entries are {name} is lost (part {chunk}); --repair takes them for not {name}"
    for kind, statement in _OTHER_RECORDS.items():
        if lost := sum(not is_whole(record) for (record,) in connection.execute(statement)):
            yield f"the records of {lost:,} {kind} are damaged; --repair leaves out what is lost"


def _phrases_are_whole(connection: sqlite3.Connection) -> bool:
    """Whether FTS5's own check passes, which `PRAGMA integrity_check` includes only from SQLite 3.44 on."""
    try:
        connection.execute("INSERT INTO fulltext (fulltext) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        # The check counts as a write, so it is skipped if the file is read-only or locked. Other damage is found below.
        return getattr(error, "sqlite_errorname", "") not in {"SQLITE_CORRUPT", "SQLITE_CORRUPT_VTAB"}
    return True


def _missing_tables(connection: sqlite3.Connection) -> Iterator[str]:
    """The tables that are missing from the file."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    missing = [name for name in schema.tables(schema.TABLES) if name not in there]
    if missing:
        derived = set(schema.tables(schema.DERIVED)).issuperset(missing)
        remedy = "--repair rebuilds them" if derived else "restore a backup"
        yield f"the file lacks the tables {', '.join(missing)}; {remedy}"


def _read(rows: Iterable[Row], words: WordCheck) -> list[str]:
    """Read entries, and have `words` hear them; returns the problems: damaged records, or others than were stored."""
    problems, said, texts = list[str](), list[str](), dict[int, str]()
    for row in rows:
        if not row.is_readable:
            problems.append(f"entry {row.key}: its row is damaged; --repair rebuilds it")
        try:
            entry, _ = unpacked_entry(row.record)
        except DataError as error:
            problems.append(f"entry {row.key}: {error}")
            continue
        if digest(entry) != row.digest:
            problems.append(f"entry {row.key}: its content does not match its checksum (number {row.number})")
            continue
        said.append(entry.text)
        if words.wants(row.number):
            texts[row.number] = folded(entry.text)
    words.hear(word_count("\n".join(said)), texts)
    return problems


def damaged_marks(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """The names and chunks of the marks that cannot be read."""
    damaged = []
    for name, chunk, numbers in connection.execute("SELECT name, chunk, numbers FROM marks"):
        try:
            BitMap.deserialize(numbers)
        except (ValueError, TypeError):
            damaged.append((name, chunk))
    return damaged


def portions(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Some rows at a time."""
    rows = iter(rows)
    while some := list(islice(rows, PORTION)):
        yield some


def is_whole(record: bytes) -> bool:
    """Whether a record can be unpacked."""
    try:
        unpacked(record)
    except DataError:
        return False
    return True
