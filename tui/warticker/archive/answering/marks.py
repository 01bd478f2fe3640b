"""What the user has read, saved and noted, stored in the file and undone step by step; and what is new."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import NamedTuple

from pyroaring import BitMap

from warticker.archive.answering.selected import TimeSelection
from warticker.archive.database import Database
from warticker.archive.entries.stored import numbers_of
from warticker.archive.entries.traits import NEW, NOTED, READ, SAVED
from warticker.archive.protocol import Marking, Undone
from warticker.archive.segments import base
from warticker.archive.segments.parts import chunks
from warticker.archive.selection import Selection
from warticker.errors import ArchiveError
from warticker.model import EntryKey

_STEPS = 500
"""How many steps can be undone."""

_SEEN = "seen"
"""The counter with the number of entries that were there during the last visit."""


class _Change(NamedTuple):
    """A mark was set on entries, or removed from them."""

    name: str
    numbers: BitMap
    had: bool
    """Whether they had it before."""
    note: str = ""
    """For a change of a note, the former text of the one entry's note."""


class _Step(NamedTuple):
    """Changes that were made, and are undone, together."""

    changes: tuple[_Change, ...]
    called: str

    @property
    def entries(self) -> int:
        """The number of entries that it changed."""
        return len(BitMap.union(*(change.numbers for change in self.changes)))


class Marks(Marking):
    """The marks of an archive, as bitmaps of entry numbers, and the steps of this process."""

    def __init__(self, database: Database, total: int) -> None:
        """Store the marks of a file that has `total` entries now."""
        self._database = database
        self._numbers = dict.fromkeys((READ, SAVED, NOTED, NEW), BitMap())
        self._new_from = total if (seen := self._seen()) is None else seen
        self._steps: list[_Step] = []
        """The user's own steps."""
        self._automatic: list[_Step] = []
        """Automatic steps: apart, so that undo always takes the user's own steps first."""

    def numbers(self, name: str) -> BitMap:
        """The numbers of the entries with a mark, as of the last read or write; a new bitmap after every change."""
        return self._numbers[name]

    def read(self, total: int) -> None:
        """Load the marks from the file, which has `total` entries now."""
        with self._database.reading() as connection:
            for name in (READ, SAVED):
                rows = connection.execute("SELECT numbers FROM marks WHERE name = ?", (name,))
                self._replace(name, BitMap.union(BitMap(), *(BitMap.deserialize(data) for (data,) in rows)))
            self._replace(NOTED, BitMap([number for (number,) in connection.execute("SELECT number FROM notes")]))
        self._replace(NEW, BitMap(range(self._new_from, max(self._new_from, total))))

    def put(
        self,
        keys: Iterable[EntryKey],
        *,
        read: bool | None = None,
        saved: bool | None = None,
        own: bool = True,
        called: str = "",
    ) -> int:
        with self._database.reading() as connection:
            known = numbers_of(connection, keys)
        steps = self._steps if own else self._automatic
        return self._put(BitMap(known.values()), {READ: read, SAVED: saved}, steps, called)

    def put_rows(self, selection: Selection, start: int, stop: int, *, read: bool, called: str = "") -> int:
        if not isinstance(selection, TimeSelection):
            raise TypeError("only selections of this archive have its rows")
        return self._put(selection.numbers(start, stop), {READ: read}, self._steps, called)

    def note(self, key: EntryKey, text: str, *, called: str = "") -> bool:
        with self._database.writing() as connection:
            number = numbers_of(connection, (key,)).get(key)
            if number is None:
                return False
            before = _write_note(connection, number, text)
        numbers = BitMap([number])
        self._apply(NOTED, numbers, bool(text))
        if before != text:
            _remember(self._steps, _Step((_Change(NOTED, numbers, bool(before), before),), called))
        return before != text

    def undo(self) -> Undone | None:
        steps = self._steps or self._automatic
        if not steps:
            return None
        with self._database.writing() as connection:
            for change in steps[-1].changes:
                if change.name == NOTED:
                    _write_note(connection, change.numbers.min(), change.note)
                else:
                    _write_mark(connection, change.name, change.numbers, change.had)
        step = steps.pop()
        for change in step.changes:
            self._apply(change.name, change.numbers, change.had)
        return Undone(step.entries, step.called)

    def visit(self, total: int) -> bool:
        """Begin a visit, or continue it: the `total` entries that are there now will not be new on the next visit.

        Returns whether there was one before.
        """
        first = self._seen() is None
        if first:
            # On the first visit, nothing is new.
            self._new_from = total
            self._replace(NEW, BitMap())
        # A file that cannot be written is only read.
        with suppress(ArchiveError), self._database.writing() as connection:
            connection.execute("REPLACE INTO counters VALUES (?, ?)", (_SEEN, total))
        return not first

    def _seen(self) -> int | None:
        with self._database.reading() as connection:
            return base.counter(connection, _SEEN)

    def _put(self, numbers: BitMap, wanted: Mapping[str, bool | None], steps: list[_Step], called: str) -> int:
        """Give entries some marks, by their names, or take them away; None leaves a mark as it is."""
        asked = [(name, put) for name, put in wanted.items() if put is not None]
        with self._database.writing() as connection:
            changes = [_Change(name, _write_mark(connection, name, numbers, put), not put) for name, put in asked]
        for name, put in asked:
            self._apply(name, numbers, put)
        if not (changed := tuple(change for change in changes if change.numbers)):
            return 0
        step = _Step(changed, called)
        _remember(steps, step)
        return step.entries

    def _apply(self, name: str, numbers: BitMap, wanted: bool) -> None:
        before = self._numbers[name]
        self._numbers[name] = before | numbers if wanted else before - numbers

    def _replace(self, name: str, numbers: BitMap) -> None:
        if numbers != self._numbers[name]:
            self._numbers[name] = numbers


def _remember(steps: list[_Step], step: _Step) -> None:
    steps.append(step)
    del steps[:-_STEPS]


def _write_mark(connection: sqlite3.Connection, name: str, numbers: BitMap, wanted: bool) -> BitMap:
    """Set or clear a mark in its chunks; returns the numbers of the entries that this changed."""
    flipped = BitMap()
    for chunk, some in chunks(numbers):
        row = connection.execute("SELECT numbers FROM marks WHERE name = ? AND chunk = ?", (name, chunk)).fetchone()
        before = BitMap.deserialize(row[0]) if row else BitMap()
        turned = some - before if wanted else some & before
        if turned:
            after = before ^ turned
            after.run_optimize()
            connection.execute("REPLACE INTO marks VALUES (?, ?, ?)", (name, chunk, after.serialize()))
            flipped |= turned
    return flipped


def _write_note(connection: sqlite3.Connection, number: int, text: str) -> str:
    """Write an entry's note, or delete it if empty; returns the former one."""
    row = connection.execute("SELECT text FROM notes WHERE number = ?", (number,)).fetchone()
    if text:
        connection.execute("REPLACE INTO notes VALUES (?, ?)", (number, text))
    else:
        connection.execute("DELETE FROM notes WHERE number = ?", (number,))
    return row[0] if row else ""
