"""An archive's file is looked through, and what can be derived is rebuilt."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice

from warticker.archive import base, postings, schema, search, traits, word_merging
from warticker.archive.database import Database
from warticker.archive.entry_records import unpacked_entry
from warticker.archive.identity import digest
from warticker.archive.words import folded
from warticker.errors import ArchiveError, DataError

_TRIED, _WORDS = 50, 6
"""How many entries are looked for, by how many of their first words."""

_PORTION = 2_000
_TABLE = re.compile(r"^CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)", re.MULTILINE)
_MERGED = 50_000
_ORPHANS = 'SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2'


def check(database: Database) -> Iterator[str]:
    """What is wrong, a line for each; nothing where all is well."""
    if not _phrases_are_whole(database.connection):
        yield "the index of phrases is damaged; it can be rebuilt"
    with database.reading() as connection:
        for (line,) in connection.execute("PRAGMA integrity_check(20)"):
            if line != "ok":
                yield f"the file is damaged: {line}"
        if missing := _missing(connection):
            yield f"the file lacks the tables {', '.join(missing)}: a copy brings them back"
            return
        for table, parent, count in connection.execute(_ORPHANS):
            yield f"{count:,} rows of {table} are of {parent} that are not there"
        (count, most) = connection.execute("SELECT count(*), coalesce(max(number) + 1, 0) FROM entries").fetchone()
        if count != most:
            yield f"{most - count:,} entries are missing"
        yield from _damaged(connection)
        yield from _words(connection)
        yield from _base(database, connection)


def _phrases_are_whole(connection: sqlite3.Connection) -> bool:
    """Whether FTS5 finds its index as it should be, which `PRAGMA integrity_check` asks it only from SQLite 3.44 on."""
    try:
        connection.execute("INSERT INTO fulltext (fulltext) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        # It counts as writing: what cannot be written, or is just being, is not asked. Other damage is told below.
        return getattr(error, "sqlite_errorname", "") not in {"SQLITE_CORRUPT", "SQLITE_CORRUPT_VTAB"}
    return True


def _missing(connection: sqlite3.Connection) -> list[str]:
    """The tables that an archive has and the file has not."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return [name for name in _TABLE.findall(schema.TABLES) if name not in there]


def _damaged(connection: sqlite3.Connection) -> Iterator[str]:
    """Entries whose records cannot be read or say something else than their digests."""
    for number, key, expected, record in connection.execute("SELECT number, key, digest, record FROM entries"):
        try:
            entry, _ = unpacked_entry(record)
        except DataError as error:
            yield f"entry {key}: {error}"
            continue
        if digest(entry) != expected:
            yield f"entry {key}: its text is not the one that was kept (number {number})"


def _words(connection: sqlite3.Connection) -> Iterator[str]:
    """Whether the first words of some entries, evenly spread, are found."""
    (every,) = connection.execute("SELECT max(1, max(number) / ?) FROM entries", (_TRIED,)).fetchone()
    texts: dict[int, list[str]] = {}
    for number, record in connection.execute("SELECT number, record FROM entries WHERE number % ? = 0", (every or 1,)):
        # A record that cannot be read is told of elsewhere.
        with suppress(DataError):
            texts[number] = folded(unpacked_entry(record)[0].text).split(" ")[:_WORDS]
    phrases = {number: " + ".join(f'"{word}"' for word in text) for number, text in texts.items() if text != [""]}
    fresh = postings.fresh(connection)
    there = {word: search.whole(connection, word, fresh) for text in texts.values() for word in text if word}
    missing = sum(
        number not in search.side_by_side(connection, phrase)
        or any(number not in there[word] for word in texts[number])
        for number, phrase in phrases.items()
    )
    if missing:
        yield f"the index of words lacks {missing:,} of the {len(texts):,} entries that were tried; it can be rebuilt"


def _base(database: Database, connection: sqlite3.Connection) -> Iterator[str]:
    """Whether the base holds the entries that there are."""
    since = base.counter(connection, "base") or 0
    (expected,) = connection.execute("SELECT count(*) FROM entries WHERE revision <= ?", (since,)).fetchone()
    try:
        segment = base.Bases(database).read()
        there = segment.numbers.whole()
        for name in traits.INDEXES:
            _ = segment.indexes[name].totals
    except ArchiveError:
        yield "the base is not whole; it can be rebuilt"
        return
    if len(set(there)) != len(there) or len(there) < expected:
        yield f"the base holds {len(there):,} entries of {expected:,}; it can be rebuilt"


def repair(database: Database) -> Iterator[str]:
    """Rebuild the index of words and the base from the entries, and say what was done."""
    with database.writing() as connection:
        connection.execute("INSERT INTO fulltext (fulltext) VALUES ('delete-all')")
        postings.clear(connection)
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
