"""Rebuilds what is derived from an archive's entries, and of damaged entries what can still be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path

from warticker.archive import salvaging, schema
from warticker.archive.checking import PORTION, ROWS, Row, damaged_marks, is_whole, portions
from warticker.archive.database import Database
from warticker.archive.entries.packing import packed
from warticker.archive.entries.ready import made_ready
from warticker.archive.entries.records import unpacked_entry
from warticker.archive.entries.rows import next_revision, overwrite
from warticker.archive.lexicon import postings, word_merging
from warticker.archive.segments import base
from warticker.archive.words import folded
from warticker.counting import counted
from warticker.errors import DataError
from warticker.model import Annotations, Document, DocumentKind, Entry, EntryKey, Moment, Story
from warticker.records import moment_from, story_record

_MERGED = 50_000
_LOST = "(the text is damaged)"
"""The text of an entry whose record cannot be read."""

_COUNT_REVISIONS = """
INSERT INTO counters VALUES ('revision', (SELECT coalesce(max(revision), 0) FROM entries))
ON CONFLICT DO UPDATE SET value = max(value, excluded.value)
"""
_COUNT_GENERATIONS = """
INSERT INTO counters VALUES ('generation', (SELECT coalesce(max(generation), 0) FROM parts))
ON CONFLICT DO UPDATE SET value = max(value, excluded.value)
"""


class _Copy:
    """A copy of an archive's file, made before the first damaged row of it is overwritten or deleted."""

    def __init__(self, database: Database | None) -> None:
        """Of the file of a database; of none if None or in memory."""
        self._database = database
        self.path: Path | None = None
        """Where it is; None if there was no need of it."""

    def make(self) -> None:
        """Make it, unless it is there; raises ArchiveError."""
        if self.path is None and self._database is not None and (path := self._database.path) is not None:
            endings = chain([""], map("-{}".format, count(2)))
            names = (path.with_name(f"{path.name}.before-repair{ending}") for ending in endings)
            free = next(name for name in names if not name.exists())
            self._database.back_up(free)
            self.path = free


def repair(database: Database) -> Iterator[str]:
    """Rebuild what is derived from the entries, in a new file if this one is damaged; yields what was done."""
    copy = _Copy(database)
    if database.path is not None and salvaging.is_damaged(database):
        # The old file is kept.
        copy = _Copy(None)
        yield salvaging.salvage(database, database.path)
    with database.writing() as connection:
        # Recreate the tables, as any part of them may be damaged.
        for name in schema.tables(schema.WORDS):
            connection.execute(f"DROP TABLE IF EXISTS {name}")
        for statement in schema.statements(schema.DERIVED):
            connection.execute(statement)
        connection.execute(_COUNT_GENERATIONS)
        connection.execute(_COUNT_REVISIONS)
        _repair_others(connection, copy)
        revision = next_revision(connection)
        done, damaged = 0, 0
        for rows in portions(map(Row._make, connection.execute(ROWS))):
            entries = {row.number: _repaired(connection, row, revision, copy) for row in rows}
            damaged += sum(_LOST in entry.paragraphs for entry in entries.values())
            texts = {number: folded(entry.text) for number, entry in entries.items()}
            connection.executemany("INSERT INTO fulltext (rowid, words) VALUES (?, ?)", texts.items())
            postings.note(connection, texts, {})
            done += len(texts)
            if done % _MERGED < PORTION:
                word_merging.merge(connection)
        word_merging.merge(connection)
    yield f"rebuilt the word and phrase indexes of {counted(done, 'entry', 'entries')}"
    if copy.path is not None:
        yield f"what was damaged is replaced; the file as it was is now {copy.path}"
    if damaged:
        yield f"the text of {counted(damaged, 'entry', 'entries')} is lost; add the sources again, or restore a backup"
    base.rebuild(database)
    yield f"rebuilt the index of times and values of {counted(done, 'entry', 'entries')}"


def _repaired(connection: sqlite3.Connection, row: Row, revision: int, copy: _Copy) -> Entry:
    """The entry of a row; what is damaged in the row is made anew from the rest of it."""
    try:
        entry, annotations = unpacked_entry(row.record)
        if row.is_readable:
            return entry
    except DataError:
        moment = moment_from(row.time.decode()) if row.is_readable and row.time else Moment()
        entry = Entry(EntryKey(row.key), moment, row.title.decode(errors="replace"), (_LOST,))
        annotations = Annotations()
        # No page had the entry in this form, so its text is a new version as soon as it is read again.
        connection.execute("UPDATE appearances SET digest = 0 WHERE number = ?", (row.number,))
    copy.make()
    ready = made_ready(entry, annotations)
    if row.is_readable:
        ready = ready._replace(traits=row.traits.decode())
    overwrite(connection, row.number, revision, entry, ready, row.read_at, row.rules)
    return entry


def _repair_others(connection: sqlite3.Connection, copy: _Copy) -> None:
    """Keep only the addresses of documents with damaged records; drop damaged marks and former versions of entries."""
    heads = connection.execute("SELECT id, identity, record FROM documents")
    unread = [(number, identity) for number, identity, record in heads if not is_whole(record)]
    marks = damaged_marks(connection)
    versions = connection.execute("SELECT number, ordinal, record FROM versions")
    lost = [(number, ordinal) for number, ordinal, record in versions if not is_whole(record)]
    if unread or marks or lost:
        copy.make()
    for number, identity in unread:
        document = Document("", DocumentKind.TICKER, (), address=identity if "://" in identity else None)
        record = packed(story_record(Story(document)))
        connection.execute("UPDATE documents SET record = ? WHERE id = ?", (record, number))
    connection.executemany("DELETE FROM marks WHERE name = ? AND chunk = ?", marks)
    connection.executemany("DELETE FROM versions WHERE number = ? AND ordinal = ?", lost)
