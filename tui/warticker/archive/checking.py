"""An archive's file is looked through, and what can be derived is rebuilt."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice

from warticker.archive import schema
from warticker.archive.database import Database
from warticker.archive.entries.identity import digest
from warticker.archive.entries.records import unpacked_entry
from warticker.archive.lexicon import postings, word_merging
from warticker.archive.lexicon.word_checks import WordCheck
from warticker.archive.segments import base, base_checks
from warticker.archive.words import folded
from warticker.errors import DataError

_PORTION = 2_000
_MERGED = 50_000
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


def check(database: Database) -> Iterator[str]:
    """What is wrong, a line for each; nothing where all is well."""
    if not _phrases_are_whole(database.connection):
        yield "the index of phrases is damaged; it can be rebuilt"
    with database.reading() as connection:
        for (line,) in connection.execute("PRAGMA integrity_check(20)"):
            if line != "ok":
                yield f"the file is damaged: {line}"
        if lacking := list(_lacking(connection)):
            yield from lacking
            return
        for table, parent, count in connection.execute(_ORPHANS):
            yield f"{count:,} rows of {table} are of {parent} that are not there"
        (count, most) = connection.execute("SELECT count(*), coalesce(max(number) + 1, 0) FROM entries").fetchone()
        if count != most:
            yield f"{most - count:,} entries are missing"
        if (base.counter(connection, "revision") or 0) < connection.execute(_LAST_REVISION).fetchone()[0]:
            yield "the count of what was written is lost; it can be rebuilt"
        words, complete = WordCheck(connection, count), True
        for problem in _damaged(connection, words):
            complete = False
            yield problem
        yield from words.told(complete=complete)
        yield from base_checks.check(database, connection)


def _phrases_are_whole(connection: sqlite3.Connection) -> bool:
    """Whether FTS5 finds its index as it should be, which `PRAGMA integrity_check` asks it only from SQLite 3.44 on."""
    try:
        connection.execute("INSERT INTO fulltext (fulltext) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        # It counts as writing: what cannot be written, or is just being, is not asked. Other damage is told below.
        return getattr(error, "sqlite_errorname", "") not in {"SQLITE_CORRUPT", "SQLITE_CORRUPT_VTAB"}
    return True


def _lacking(connection: sqlite3.Connection) -> Iterator[str]:
    """The tables that an archive has and the file has not."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    missing = [name for name in schema.tables(schema.TABLES) if name not in there]
    if missing:
        derived = set(schema.tables(schema.DERIVED)).issuperset(missing)
        remedy = "they can be rebuilt" if derived else "a copy brings them back"
        yield f"the file lacks the tables {', '.join(missing)}: {remedy}"


def _damaged(connection: sqlite3.Connection, words: WordCheck) -> Iterator[str]:
    """Entries whose records cannot be read or say something else than their digests; `words` hears the others."""
    for number, key, expected, record in connection.execute("SELECT number, key, digest, record FROM entries"):
        try:
            entry, _ = unpacked_entry(record)
        except DataError as error:
            yield f"entry {key}: {error}"
            continue
        if digest(entry) != expected:
            yield f"entry {key}: its text is not the one that was kept (number {number})"
            continue
        words.hear(number, folded(entry.text))


def repair(database: Database) -> Iterator[str]:
    """Rebuild the index of words and the base from the entries, and say what was done."""
    with database.writing() as connection:
        # Made anew, as nobody knows what of them is still there.
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
    yield f"rebuilt the index of words of {done:,} entries"
    if damaged:
        yield f"{damaged:,} entries whose records are damaged are listed, and found by no word: a copy brings them back"
    base.rebuild(database)
    yield f"rebuilt the base of {done:,} entries"


def _texts(rows: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, str]]:
    """The folded texts of the entries whose records can be read."""
    for number, record in rows:
        with suppress(DataError):
            yield number, folded(unpacked_entry(record)[0].text)


def _portions(rows: Iterable[tuple[int, bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    rows = iter(rows)
    while some := list(islice(rows, _PORTION)):
        yield some
