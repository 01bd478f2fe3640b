"""What is read of single entries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from warticker.archive.conditions import Field
from warticker.archive.database import Database
from warticker.archive.entry_records import unpacked_entry, unpacked_text
from warticker.archive.marks import NEW, NOTED, READ, SAVED, Marks
from warticker.archive.packing import unpacked
from warticker.archive.selection import Row
from warticker.archive.traits import CHANGED, LETTERS, UNVERIFIED, WITHDRAWN
from warticker.model import EntryKey, Moment, Side, Story, TopicId
from warticker.records import moment_from, story_from

if TYPE_CHECKING:
    from warticker.archive.protocol import FullEntry

_ROWS = """
SELECT number, key, time, inferred, title, traits FROM entries WHERE number IN (SELECT value FROM json_each(?))
"""
_NUMBER = """
SELECT number FROM entries WHERE key = :key UNION ALL SELECT number FROM aliases WHERE key = :key LIMIT 1
"""
_ENTRY = """
SELECT entries.record, read_at, traits, documents.id, documents.record
FROM entries JOIN documents ON documents.id = document WHERE number = ?
"""
_SIBLINGS = """
SELECT key FROM appearances JOIN entries USING (number) JOIN documents ON documents.id = appearances.document
WHERE appearances.document = ? AND (appearances.reading = documents.reading OR number = ?) ORDER BY ordinal, number
"""
_TEXT = "SELECT record FROM entries WHERE number = ?"
_VERSIONS = "SELECT read_at, record FROM versions WHERE number = ? ORDER BY ordinal"
_RECORDS = "SELECT key, document, record FROM entries WHERE key IN (SELECT value FROM json_each(?))"
_HEADS = "SELECT id, record FROM documents WHERE id IN (SELECT value FROM json_each(?))"
_KEYS = "SELECT key FROM entries WHERE key >= ? AND substr(key, 1, ?) = ? ORDER BY key LIMIT 10"


class Stored:
    """Reads entries by their numbers and keys."""

    def __init__(self, database: Database, marks: Marks) -> None:
        self._database = database
        self._marks = marks

    def number(self, key: str) -> int | None:
        """The number of the entry that goes by a key; None where there is none."""
        with self._database.translating_errors():
            row = self._database.connection.execute(_NUMBER, {"key": key}).fetchone()
        return None if row is None else int(row[0])

    def keys(self, prefix: str) -> tuple[EntryKey, ...]:
        """The keys that begin with a prefix, in the order of letters, ten at most."""
        with self._database.translating_errors():
            rows = self._database.connection.execute(_KEYS, (prefix, len(prefix), prefix))
            return tuple(EntryKey(key) for (key,) in rows)

    def rows(self, numbers: Sequence[int]) -> Sequence[Row]:
        """What a list shows of some entries, in their order."""
        with self._database.translating_errors():
            rows = self._database.connection.execute(_ROWS, (listed(numbers),)).fetchall()
        read = {row[0]: row for row in rows}
        return [self._row(*read[number]) for number in numbers]

    def entry(self, number: int, note: str) -> FullEntry:
        """One entry."""
        # Imported here as lists need none of it.
        from warticker.archive.protocol import FullEntry, Version

        with self._database.reading() as connection:
            record, read_at, traits, document, head = connection.execute(_ENTRY, (number,)).fetchone()
            siblings = connection.execute(_SIBLINGS, (document, number)).fetchall()
            versions = connection.execute(_VERSIONS, (number,)).fetchall()
        entry, annotations = unpacked_entry(record)
        return FullEntry(
            entry,
            annotations,
            story_from(unpacked(head)).document,
            tuple(EntryKey(key) for (key,) in siblings),
            number not in self._marks.numbers(READ),
            number in self._marks.numbers(SAVED),
            tuple(Version(_moment(at), unpacked_entry(before)[0]) for at, before in versions),
            _moment(read_at),
            WITHDRAWN in json.loads(traits).get(LETTERS[Field.IS], ()),
            note,
        )

    def text(self, number: int) -> str:
        """The text of an entry."""
        with self._database.translating_errors():
            (record,) = self._database.connection.execute(_TEXT, (number,)).fetchone()
        return unpacked_text(record)

    def stories(self, keys: Sequence[EntryKey]) -> Iterator[Story]:
        """Entries in the order of their keys, those that follow each other in one document together."""
        with self._database.reading() as connection:
            found = connection.execute(_RECORDS, (json.dumps(keys),)).fetchall()
            documents = {document for _, document, _ in found}
            heads = connection.execute(_HEADS, (listed(documents),)).fetchall()
        read = {key: (document, record) for key, document, record in found}
        of = {document: story_from(unpacked(head)).document for document, head in heads}
        for document, run in groupby((read[key] for key in keys if key in read), key=itemgetter(0)):
            entries = [unpacked_entry(record) for _, record in run]
            yield Story(
                replace(of[document], entries=tuple(entry for entry, _ in entries)),
                tuple(understood for _, understood in entries),
                whole=False,
            )

    def _row(self, number: int, key: str, time: str | None, inferred: int, title: str, packed: str) -> Row:
        moment = Moment() if time is None else moment_from(time)
        values = json.loads(packed)
        states = values.get(LETTERS[Field.IS], ())
        has = self._marks.numbers
        return Row(
            EntryKey(key),
            replace(moment, inferred=True) if inferred else moment,
            title,
            tuple(values.get(LETTERS[Field.CITY], ())),
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


def listed(numbers: Iterable[int]) -> str:
    """Numbers as SQLite's json_each reads them."""
    return f"[{','.join(map(str, numbers))}]"


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
