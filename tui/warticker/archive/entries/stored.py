"""Reads entries, and their rows in lists, by number and key."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from operator import itemgetter

from pyroaring import BitMap

from warticker.archive.database import Database
from warticker.archive.entries.packing import unpacked
from warticker.archive.entries.records import unpacked_entry
from warticker.archive.entries.traits import (
    CHANGED,
    LETTERS,
    NEW,
    NOTED,
    READ,
    SAVED,
    UNVERIFIED,
    WITHDRAWN,
    places_of,
    states_of,
)
from warticker.archive.protocol import EPOCH, FullEntry, Version
from warticker.archive.query.conditions import Field
from warticker.archive.selection import Row
from warticker.model import Annotations, Entry, EntryKey, Moment, Side, Story, TopicId
from warticker.records import moment_from, story_from

_NUMBERS = """
WITH asked (key, number) AS (
    SELECT value, coalesce(
        (SELECT number FROM entries WHERE entries.key = value), (SELECT number FROM aliases WHERE aliases.key = value)
    ) FROM json_each(?)
)
SELECT key, number FROM asked WHERE number IS NOT NULL
"""
_ROWS = """
SELECT number, key, time, inferred, title, traits FROM entries WHERE number IN (SELECT value FROM json_each(?))
"""
_ENTRY = """
SELECT key, entries.record, read_at, traits, documents.id, documents.record, coalesce(notes.text, ''),
    coalesce(withdrawals.at, 0)
FROM entries JOIN documents ON documents.id = document LEFT JOIN notes USING (number)
LEFT JOIN withdrawals USING (number) WHERE number = ?
"""
_SIBLINGS = """
SELECT key FROM appearances JOIN entries USING (number) JOIN documents ON documents.id = appearances.document
WHERE appearances.document = ? AND (appearances.reading = documents.reading OR number = ?) ORDER BY ordinal, number
"""
_VERSIONS = "SELECT read_at, record FROM versions WHERE number = ? ORDER BY ordinal"
_RECORDS = "SELECT key, document, record FROM entries WHERE key IN (SELECT value FROM json_each(?))"
_HEADS = "SELECT id, record FROM documents WHERE id IN (SELECT value FROM json_each(?))"
_KEYS = """
SELECT key FROM entries WHERE key >= ?1 AND substr(key, 1, ?2) = ?1
UNION SELECT entries.key FROM aliases JOIN entries USING (number)
WHERE aliases.key >= ?1 AND substr(aliases.key, 1, ?2) = ?1
ORDER BY key LIMIT 10
"""


def numbers_of(connection: sqlite3.Connection, keys: Iterable[str]) -> dict[str, int]:
    """The numbers of entries by their keys or aliases; unknown ones are left out."""
    return dict(connection.execute(_NUMBERS, (json.dumps(list(keys)),)).fetchall())


class Stored:
    """Reads entries by number and key."""

    def __init__(self, database: Database, marked: Callable[[str], BitMap]) -> None:
        """Read from a file; `marked` gives the numbers of the entries that have a mark, by its name."""
        self._database = database
        self._marked = marked

    def number(self, key: str) -> int | None:
        """The number of the entry with a key or alias; None if there is none."""
        with self._database.reading() as connection:
            return numbers_of(connection, (key,)).get(key)

    def keys(self, prefix: str) -> tuple[EntryKey, ...]:
        """The keys that begin with a prefix, or have an alias that does, in alphabetical order, at most ten."""
        return tuple(EntryKey(key) for (key,) in self._database.rows(_KEYS, (prefix, len(prefix))))

    def rows(self, numbers: Sequence[int]) -> Sequence[Row]:
        """The list rows of some entries, in the order given."""
        with self._database.reading() as connection:
            read = {row[0]: row for row in connection.execute(_ROWS, (listed(numbers),))}
            return [self._row(*read[number]) for number in numbers]

    def entry(self, key: EntryKey) -> FullEntry | None:
        """One entry; None if there is none with this key."""
        if (number := self.number(key)) is None:
            return None
        with self._database.reading() as connection:
            row = connection.execute(_ENTRY, (number,)).fetchone()
            key, record, read_at, traits, document, head, note, withdrawn_at = row
            siblings = connection.execute(_SIBLINGS, (document, number)).fetchall()
            versions = connection.execute(_VERSIONS, (number,)).fetchall()
            return FullEntry(
                *_read(key, record),
                story_from(unpacked(head)).document,
                tuple(EntryKey(key) for (key,) in siblings),
                number not in self._marked(READ),
                number in self._marked(SAVED),
                tuple(Version(EPOCH + timedelta(seconds=at), unpacked_entry(before)[0]) for at, before in versions),
                EPOCH + timedelta(seconds=read_at),
                WITHDRAWN in states_of(json.loads(traits)),
                EPOCH + timedelta(seconds=withdrawn_at),
                note,
            )

    def text(self, key: EntryKey) -> str:
        """The text of an entry; empty if there is none with this key."""
        records = self._database.rows("SELECT record FROM entries WHERE number = ?", (self.number(key),))
        return unpacked_entry(records[0][0])[0].text if records else ""

    def stories(self, keys: Sequence[EntryKey]) -> Iterator[Story]:
        """Entries in the order of the keys given; consecutive ones of the same document form one story."""
        with self._database.reading() as connection:
            found = connection.execute(_RECORDS, (json.dumps(keys),)).fetchall()
            documents = {document for _, document, _ in found}
            heads = connection.execute(_HEADS, (listed(documents),)).fetchall()
        read = {key: (document, key, record) for key, document, record in found}
        of = {document: story_from(unpacked(head)).document for document, head in heads}
        for document, run in groupby((read[key] for key in keys), key=itemgetter(0)):
            entries = [_read(key, record) for _, key, record in run]
            with self._database.translating_errors():
                whole = replace(of[document], entries=tuple(entry for entry, _ in entries))
            yield Story(whole, tuple(understood for _, understood in entries), whole=False)

    def _row(self, number: int, key: str, time: str | None, inferred: int, title: str, packed: str) -> Row:
        moment = Moment() if time is None else moment_from(time)
        values = json.loads(packed)
        states, has = states_of(values), self._marked
        return Row(
            EntryKey(key),
            replace(moment, inferred=True) if inferred else moment,
            title,
            places_of(values),
            tuple(map(TopicId, values.get(LETTERS[Field.TOPIC], ()))),
            next(iter(values.get(LETTERS[Field.SOURCE], ())), None),
            number not in has(READ),
            number in has(SAVED),
            UNVERIFIED in states,
            tuple(map(Side, values.get(LETTERS[Field.CLAIM], ()))),
            number in has(NEW),
            CHANGED in states,
            WITHDRAWN in states,
            number in has(NOTED),
        )


def _read(key: str, record: bytes) -> tuple[Entry, Annotations]:
    """The entry of a row with its annotations; it keeps its key when its text changes, which its record does not."""
    entry, annotations = unpacked_entry(record)
    return entry if entry.key == key else replace(entry, key=EntryKey(key)), annotations


def listed(numbers: Iterable[int]) -> str:
    """Numbers as a JSON array, for SQLite's `json_each`."""
    return f"[{','.join(map(str, numbers))}]"
