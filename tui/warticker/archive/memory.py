"""An archive that lasts as long as the program runs: SQLite in memory, with bitmaps and postings beside it."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path

from pyroaring import BitMap

from warticker.archive import facets, traits
from warticker.archive.conditions import Field, Term
from warticker.archive.facets import FacetIndex
from warticker.archive.protocol import Added, FullEntry, PlaceNames
from warticker.archive.query import Query
from warticker.archive.selected import TimeSelection
from warticker.archive.selection import Order, Row, Selection
from warticker.archive.state import Meaning, State
from warticker.archive.subscriptions import SCHEMA, Subscriptions
from warticker.archive.timeorder import TimeOrder
from warticker.archive.wordindex import WordIndex
from warticker.archive.words import spellings, words
from warticker.model import Annotations, Document, Entry, EntryKey, Moment, Side, Story, TopicId
from warticker.records import entry_from, entry_record, moment_from, moment_text, story_from, story_record

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_Understood = tuple[Entry, Annotations]

_SCHEMA = """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    record TEXT NOT NULL,     -- as JSON, without entries
    keys TEXT NOT NULL        -- its entries' keys as JSON, in the document's own order
);
CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES documents,
    time TEXT,                -- in ISO form, as exactly as it is known
    inferred INTEGER NOT NULL,
    title TEXT NOT NULL,
    cities TEXT NOT NULL,     -- as JSON
    topics TEXT NOT NULL,     -- as JSON
    source TEXT,
    unverified INTEGER NOT NULL,
    sides TEXT NOT NULL,      -- as JSON
    words TEXT NOT NULL,      -- folded, a space before each and behind the last
    record TEXT NOT NULL      -- as JSON
);
"""
_INSERT = "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ROWS = """
SELECT number, key, time, inferred, title, cities, topics, source, unverified, sides FROM entries
WHERE number IN (SELECT value FROM json_each(?))
"""
_ENTRY = """
SELECT entries.record, documents.record, documents.keys FROM entries JOIN documents ON documents.id = document
WHERE number = ?
"""
_HOLDING = "SELECT number FROM entries WHERE number IN (SELECT value FROM json_each(?)) AND instr(words, ?)"
_KEYS = "SELECT key FROM entries WHERE key >= ? AND substr(key, 1, ?) = ? ORDER BY key LIMIT 10"


class MemoryArchive:
    """Keeps entries for one run of the program.

    Entries are numbered as they come; a state of bitmaps over positions in time is made of them when the first
    query after an `add` asks.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.executescript(_SCHEMA)
        self._numbers: dict[EntryKey, int] = {}
        self._times: list[tuple[int, int, float]] = []
        self._values: dict[Field, dict[str, array[int]]] = {}
        self._places: dict[str, array[int]] = {}
        self._hours = tuple(array("I") for _ in range(24))
        self._words = WordIndex()
        self._unread = BitMap()
        self._saved = BitMap()
        self._state: State | None = None
        self._found: dict[Term, BitMap] = {}

    def __len__(self) -> int:
        return len(self._times)

    @cached_property
    def subscriptions(self) -> Subscriptions:
        """What is followed."""
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        connection.executescript(SCHEMA)
        return Subscriptions(connection)

    def lacking(self, document: Document) -> frozenset[int]:
        """The indices of a document's entries that are not kept."""
        return frozenset(index for index, entry in enumerate(document.entries) if entry.key not in self._numbers)

    def add(
        self,
        document: Document,
        annotations: Mapping[int, Annotations],
        *,
        rules: int,
        at: datetime,
        first: int = 0,
        complete: bool = True,
    ) -> Added:
        """Keep a document; an entry whose key is there already is not stored again."""
        new: dict[EntryKey, _Understood] = {}
        for index, entry in enumerate(document.entries):
            if entry.key not in self._numbers:
                new.setdefault(entry.key, (entry, annotations.get(index, Annotations())))
        if new:
            record = _json(story_record(Story(replace(document, entries=()))))
            keys = _json([entry.key for entry in document.entries])
            kept = self._database.execute("INSERT INTO documents (record, keys) VALUES (?, ?)", (record, keys))
            self._database.executemany(_INSERT, self._noted(new.values(), kept.lastrowid))
            self._state = None
        return Added(new=len(new), unchanged=len(document.entries) - len(new))

    def select(self, query: Query, order: Order, *, today: date, place_names: PlaceNames) -> Selection:
        """The entries that meet a query; words also find the places whose names `place_names` gives for them."""
        state = self._current()
        return TimeSelection(
            query,
            order,
            state,
            meaning=Meaning(state, today, partial(self._finding, state, place_names)).of,
            read=self._rows,
            number=self._numbers.get,
        )

    def entry(self, key: EntryKey) -> FullEntry | None:
        """One entry; None where there is none of this key."""
        if (number := self._numbers.get(key)) is None:
            return None
        record, document, siblings = self._database.execute(_ENTRY, (number,)).fetchone()
        entry, annotations = entry_from(json.loads(record))
        return FullEntry(
            entry,
            annotations or Annotations(),
            story_from(json.loads(document)).document,
            tuple(map(EntryKey, json.loads(siblings))),
            number in self._unread,
            number in self._saved,
        )

    def entries(self, keys: Sequence[EntryKey]) -> Sequence[FullEntry]:
        """Entries in the order of their keys."""
        return [full for full in map(self.entry, keys) if full is not None]

    def keys(self, prefix: str) -> tuple[EntryKey, ...]:
        """The keys that begin with a prefix, in the order of letters, ten at most."""
        return tuple(EntryKey(key) for (key,) in self._database.execute(_KEYS, (prefix, len(prefix), prefix)))

    def mark(self, keys: Iterable[EntryKey], *, read: bool | None = None, saved: bool | None = None) -> None:
        """Mark entries as read or not, saved or not; None leaves a mark as it is. Unknown keys are passed over."""
        state = self._current()
        for key in keys:
            if (number := self._numbers.get(key)) is not None:
                position = state.order.positions[number]
                _put(self._unread, number, None if read is None else not read)
                _put(state.unread, position, None if read is None else not read)
                _put(self._saved, number, saved)
                _put(state.saved, position, saved)

    @property
    def places(self) -> Collection[str]:
        """The usual German names of all places that any entry names, whatever their kind."""
        return self._places.keys()

    def values(self, field: Field) -> Collection[str]:
        """The values of a field that any entry has."""
        return self._values.get(field, {}).keys()

    def _noted(self, entries: Iterable[_Understood], document: int | None) -> Iterator[tuple[object, ...]]:
        """The database's row for each new entry, which is noted in all that is kept beside the database."""
        for number, (entry, understood) in enumerate(entries, len(self._times)):
            self._numbers[entry.key] = number
            self._times.append(traits.place_in_time(entry.moment))
            self._unread.add(number)
            values = tuple(dict.fromkeys(traits.values(entry.source, understood)))
            facets.note(self._values, number, values)
            for name in {mention.name for mention in understood.places}:
                self._places.setdefault(name, array("I")).append(number)
            if entry.moment.clock is not None:
                self._hours[entry.moment.clock.hour].append(number)
            folded = words(entry.text)
            self._words.add(number, folded)
            yield (
                number,
                entry.key,
                document,
                moment_text(entry.moment),
                entry.moment.inferred,
                traits.title(entry),
                _json([value for field, value in values if field is Field.CITY]),
                _json([match.topic for match in understood.topics]),
                entry.source,
                understood.unverified,
                _json([value for field, value in values if field is Field.CLAIM]),
                f" {' '.join(folded)} ",
                _json(entry_record(entry, understood)),
            )

    def _current(self) -> State:
        """The state that holds every entry."""
        if self._state is None:
            order = TimeOrder(self._times)
            self._found.clear()
            self._state = State(
                order,
                FacetIndex(self._values, order),
                tuple(map(order.bitmap, self._hours)),
                order.bitmap(self._unread),
                order.bitmap(self._saved),
            )
        return self._state

    def _finding(self, state: State, place_names: PlaceNames, term: Term) -> BitMap:
        """The positions of the entries that a term finds, kept for the next query that has it."""
        if state is not self._state or (found := self._found.get(term)) is None:
            numbers = BitMap.union(BitMap(), *(self._holding(way, term.phrase) for way in spellings(term.text)))
            for name in place_names(term.text):
                numbers |= BitMap(self._places.get(name, ()))
            found = state.order.bitmap(number for number in numbers if number < len(state.order))
            if state is self._state:
                self._found[term] = found
        return found

    def _holding(self, looked_for: tuple[str, ...], phrase: bool) -> BitMap:
        """The numbers of entries that have some words side by side.

        A phrase's words are whole. Otherwise a single one may stand anywhere in a word, and the last of
        several (`U-Bahn`) may go on.
        """
        *firsts, last = looked_for
        if not firsts:
            return self._words.whole(last) if phrase else self._words.inside(last)
        candidates = self._words.whole(last) if phrase else self._words.beginning(last)
        for word in firsts:
            candidates &= self._words.whole(word)
        side_by_side = f" {' '.join(looked_for)}{' ' if phrase else ''}"
        return BitMap(number for (number,) in self._database.execute(_HOLDING, (_list(candidates), side_by_side)))

    def _rows(self, numbers: Sequence[int]) -> Sequence[Row]:
        """What a list shows of some entries, in their order."""
        read = {record[0]: record for record in self._database.execute(_ROWS, (_list(numbers),))}
        return [self._row(*read[number]) for number in numbers]

    def _row(
        self,
        number: int,
        key: str,
        time: str | None,
        inferred: int,
        title: str,
        cities: str,
        topics: str,
        source: str | None,
        unverified: int,
        sides: str,
    ) -> Row:
        moment = Moment() if time is None else moment_from(time)
        return Row(
            EntryKey(key),
            replace(moment, inferred=bool(inferred)),
            title,
            tuple(json.loads(cities)),
            tuple(map(TopicId, json.loads(topics))),
            source,
            number in self._unread,
            number in self._saved,
            bool(unverified),
            tuple(map(Side, json.loads(sides))),
        )


def _list(numbers: Iterable[int]) -> str:
    """Numbers as SQLite's json_each reads them."""
    return f"[{','.join(map(str, numbers))}]"


def _put(bitmap: BitMap, number: int, wanted: bool | None) -> None:
    if wanted is not None:
        (bitmap.add if wanted else bitmap.discard)(number)
