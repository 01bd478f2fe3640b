"""Stores documents: decides which of their entries are new, changed or withdrawn, and writes them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from typing import NamedTuple

from warticker.archive.database import Database
from warticker.archive.entries import identity, traits
from warticker.archive.entries.packing import packed
from warticker.archive.entries.ready import Understanding, made_ready
from warticker.archive.entries.records import unpacked_entry
from warticker.archive.entries.rows import Known, known_entries, next_number, next_revision, rewrite, row, set_states
from warticker.archive.entries.stored import listed
from warticker.archive.lexicon import postings
from warticker.archive.protocol import Added
from warticker.model import Annotations, Document, DocumentKind, Entry, Story
from warticker.records import story_record

NO_RULES = -1
"""The rules version of entries without annotations: older than any."""

_PAGE = "SELECT id, reading FROM documents WHERE identity = ?"
_READ_AGAIN = """
INSERT INTO documents (identity, reading, record) VALUES (?, 1, ?)
ON CONFLICT (identity) DO UPDATE SET reading = reading + 1, record = excluded.record
"""
_RECORDS = "SELECT number, record FROM entries WHERE number IN (SELECT value FROM json_each(?))"
_APPEARANCES = """
SELECT number, place FROM appearances JOIN entries USING (number)
WHERE appearances.document = ? AND reading = ? ORDER BY ordinal
"""


class _Form(Enum):
    """What the form that an entry has in a document is to the stored entries."""

    NEW = auto()
    """An entry that is not stored."""
    VERSION = auto()
    """A new version of one that is."""
    SAME = auto()
    """One that is stored in this form, or in one that it does not replace."""


@dataclass(frozen=True, slots=True)
class _Decision:
    """What to do with an entry of a document."""

    index: int
    """Its index in the portion."""
    ordinal: int
    """Its index in the whole document."""
    entry: Entry
    digest: int
    form: _Form
    number: int
    settled: bool = False
    """Whether the document had exactly this before, at the same index."""


class _Page(NamedTuple):
    """The page that a document comes from."""

    identity: str
    id: int = 0
    """Its row id, from 1; 0 if it was never stored."""
    reading: int = 0
    """How often it was read with new content."""


def lacking(database: Database, document: Document, page: str) -> frozenset[int]:
    """The indices of a document's entries that are not stored in exactly this form; `page` as for `add`."""
    with database.reading() as connection:
        there = _stored(connection, document, page)
        known = known_entries(connection, (entry.key for entry in document.entries), there.id)
    return frozenset(
        index
        for index, entry in enumerate(document.entries)
        if (one := known.get(entry.key)) is None or identity.digest(entry) not in {one.digest, one.shown}
    )


def add(
    database: Database,
    document: Document,
    annotations: Mapping[int, Understanding],
    *,
    rules: int,
    at: datetime,
    page: str,
    first: int,
    complete: bool,
) -> Added:
    """Store a document, or a portion of one, in one transaction; see `Archive.add`."""
    with database.writing() as connection:
        whole = first == 0 and complete
        there = _stored(connection, document, page)
        before = dict(connection.execute(_APPEARANCES, (there.id, there.reading))) if whole else {}
        decisions = _decided(connection, document, there, before, first)
        dropped = len(document.dropped)
        if whole and there.id and all(each.settled for each in decisions) and len(before) == len(decisions):
            return Added(unchanged=len(decisions), dropped=dropped)
        if first == 0 or not there.id:
            head = packed(story_record(Story(replace(document, entries=()))))
            connection.execute(_READ_AGAIN, (there.identity, head))
            there = _stored(connection, document, there.identity)
        writing = _Writing(connection, there, rules, at)
        writing.write(decisions, annotations)
        gone = writing.withdraw(before) if complete and document.kind is not DocumentKind.FEED else 0
    count = Counter(each.form for each in decisions)
    return Added(count[_Form.NEW], count[_Form.VERSION], count[_Form.SAME], gone, dropped)


def _stored(connection: sqlite3.Connection, document: Document, page: str) -> _Page:
    """The page that a document comes from, as it is stored."""
    name = page or identity.page(document)
    return _Page(name, *(connection.execute(_PAGE, (name,)).fetchone() or ()))


def _decided(
    connection: sqlite3.Connection, document: Document, page: _Page, before: Mapping[int, int], first: int
) -> list[_Decision]:
    """What to do with each entry; `before` are the entries that the page had at its last reading, if known."""
    known = known_entries(connection, (entry.key for entry in document.entries), page.id)
    numbers = [known[entry.key].number if entry.key in known else None for entry in document.entries]
    gone = _entries(connection, before.keys() - set(numbers)) if None in numbers else {}
    versions = identity.versions(document, numbers, [*before], gone)
    number = next_number(connection)
    decisions, seen = [], dict[str, int]()
    for index, entry in enumerate(document.entries):
        digest, settled = identity.digest(entry), False
        if entry.key in seen:
            form, which = _Form.SAME, seen[entry.key]
        elif (there := known.get(entry.key)) is not None:
            form, which = _compared(entry, digest, there), there.number
            settled = there.shown == digest and there.ordinal == first + index and not there.withdrawn
        elif index in versions:
            which = versions[index]
            # Another archive's key may be that of an earlier text.
            form = _Form.SAME if identity.digest(gone[which]) == digest else _Form.VERSION
        else:
            form, which = _Form.NEW, number
            number += 1
        seen[entry.key] = which
        decisions.append(_Decision(index, first + index, entry, digest, form, which, settled))
    return decisions


def _compared(entry: Entry, digest: int, there: Known) -> _Form:
    """Whether a document's form of a known entry is a new version of it."""
    if digest in {there.digest, there.shown}:
        return _Form.SAME
    if there.shown is not None:
        return _Form.VERSION
    longer = len(entry.text) > len(unpacked_entry(there.record)[0].text)
    return _Form.VERSION if longer else _Form.SAME


def _entries(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Entry]:
    rows = connection.execute(_RECORDS, (listed(numbers),))
    return {number: unpacked_entry(record)[0] for number, record in rows}


class _Writing:
    """Writes one portion of a document, within one transaction."""

    def __init__(self, connection: sqlite3.Connection, page: _Page, rules: int, at: datetime) -> None:
        self._connection = connection
        self._page = page
        self._rules = rules
        self._at = int(at.timestamp())
        self._revision = next_revision(connection)

    def write(self, decisions: Iterable[_Decision], annotations: Mapping[int, Understanding]) -> None:
        """Write entries according to the decisions, and their appearances in the document."""
        texts, replaced = dict[int, str](), dict[int, str]()
        new, appearances, seen_again = [], [], []
        for each in decisions:
            appearances.append((self._page.id, each.number, each.ordinal, self._page.reading, each.digest))
            if each.form is _Form.SAME:
                seen_again.append(each.number)
                continue
            understood = annotations.get(each.index)
            rules = NO_RULES if understood is None else self._rules
            ready = made_ready(each.entry, understood or Annotations())
            texts[each.number] = ready.words
            columns = (each.entry, ready, self._at, rules)
            if each.form is _Form.NEW:
                new.append((each.number, each.entry.key, self._revision, self._page.id, *row(*columns)))
            else:
                replaced[each.number] = rewrite(self._connection, each.number, self._revision, *columns)
        run = self._connection.executemany
        run("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", new)
        run("INSERT INTO fulltext (rowid, words) VALUES (?, ?)", texts.items())
        run("REPLACE INTO appearances VALUES (?, ?, ?, ?, ?)", appearances)
        postings.note(self._connection, texts, replaced)
        set_states(self._connection, seen_again, self._revision, without=[traits.WITHDRAWN])

    def withdraw(self, before: Mapping[int, int]) -> int:
        """Mark the entries that are gone from the page as withdrawn; returns how many."""
        there = dict(self._connection.execute(_APPEARANCES, (self._page.id, self._page.reading)))
        gone = self._connection.execute(_APPEARANCES, (self._page.id, self._page.reading - 1))
        numbers = identity.withdrawn(before or dict(gone) | there, there)
        withdrawn = set_states(self._connection, numbers, self._revision, having=[traits.WITHDRAWN])
        rows = ((number, self._at) for number in withdrawn)
        self._connection.executemany("REPLACE INTO withdrawals VALUES (?, ?)", rows)
        return len(withdrawn)
