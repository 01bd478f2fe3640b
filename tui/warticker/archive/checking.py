"""Checks an archive's file for damage, and rebuilds what is derived from the entries."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Any

from warticker.archive import schema
from warticker.archive.database import Database
from warticker.archive.entries.identity import digest
from warticker.archive.entries.records import unpacked_entry
from warticker.archive.lexicon import postings, word_merging
from warticker.archive.lexicon.word_checks import WordCheck
from warticker.archive.segments import base, base_checks
from warticker.archive.words import counted, folded
from warticker.errors import DataError

_PORTION = 2_000
_MERGED = 50_000

_RECORDS = "SELECT number, key, digest, record FROM entries ORDER BY number"
_ORPHANS = 'SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2'
_LAST_REVISION = "SELECT coalesce(max(revision), 0) FROM entries"
_COUNT_REVISIONS = """
INSERT INTO counters VALUES ('revision', (SELECT coalesce(max(revision), 0) FROM entries))
ON CONFLICT DO UPDATE SET value = max(value, excluded.value)
"""
_COUNT_GENERATIONS = """
INSERT INTO counters VALUES ('generation', (SELECT coalesce(max(generation), 0) FROM parts))
ON CONFLICT DO UPDATE SET value = max(value, excluded.value)
"""


_Rows = list[tuple[int, str, int, bytes]]
"""Rows of entries: number, key, digest, record."""


def check(database: Database, on_entries: Callable[[int], object] | None = None) -> Iterator[str]:
    """The problems, one line each; `on_entries` is called with the number of entries read since the last call."""
    if not _phrases_are_whole(database.connection):
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
        for rows in _portions(connection.execute(_RECORDS)):
            problems = _read(rows, words)
            complete = complete and not problems
            yield from problems
            if on_entries is not None:
                on_entries(len(rows))
        yield from words.problems(complete=complete)


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


def _read(rows: _Rows, words: WordCheck) -> list[str]:
    """Read entries, and have `words` hear them; returns the problems: damaged records, or others than were stored."""
    problems, said, texts = list[str](), list[str](), dict[int, str]()
    for number, key, expected, record in rows:
        try:
            entry, _ = unpacked_entry(record)
        except DataError as error:
            problems.append(f"entry {key}: {error}")
            continue
        if digest(entry) != expected:
            problems.append(f"entry {key}: its content does not match its checksum (number {number})")
            continue
        said.append(entry.text)
        if words.wants(number):
            texts[number] = folded(entry.text)
    words.hear(counted("\n".join(said)), texts)
    return problems


def repair(database: Database) -> Iterator[str]:
    """Rebuild the word index and the base from the entries; yields what was done."""
    with database.writing() as connection:
        # Recreate the tables, as any part of them may be damaged.
        for name in schema.tables(schema.WORDS):
            connection.execute(f"DROP TABLE IF EXISTS {name}")
        for statement in schema.statements(schema.DERIVED):
            connection.execute(statement)
        connection.execute(_COUNT_GENERATIONS)
        connection.execute(_COUNT_REVISIONS)
        done, damaged = 0, 0
        records = connection.execute("SELECT number, record FROM entries ORDER BY number")
        for rows in _portions(records):
            texts = dict(_texts(rows))
            damaged += len(rows) - len(texts)
            connection.executemany("INSERT INTO fulltext (rowid, words) VALUES (?, ?)", texts.items())
            postings.note(connection, texts, {})
            done += len(texts)
            if done % _MERGED < _PORTION:
                word_merging.merge(connection)
        word_merging.merge(connection)
    yield f"rebuilt the word and phrase indexes of {done:,} entries"
    if damaged:
        yield f"{damaged:,} entries with damaged records are listed, but no search finds their words; restore a backup"
    base.rebuild(database)
    yield f"rebuilt the index of times and values of {done:,} entries"


def _texts(rows: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, str]]:
    """The folded texts of the entries whose records can be read."""
    for number, record in rows:
        with suppress(DataError):
            yield number, folded(unpacked_entry(record)[0].text)


def _portions(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rows = iter(rows)
    while some := list(islice(rows, _PORTION)):
        yield some
