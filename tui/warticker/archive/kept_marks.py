"""What the reader has read, saved and noted is kept in the file, and taken back step by step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from pyroaring import BitMap

from warticker.archive.database import Database
from warticker.archive.marks import NOTED, READ, SAVED, Marks
from warticker.archive.parts import chunks

_KEPT = (READ, SAVED)
_STEPS = 500
"""How many steps can be taken back."""


class _Marked(NamedTuple):
    """Entries were given a mark, or it was taken from them."""

    name: str
    numbers: BitMap
    wanted: bool


class _Noted(NamedTuple):
    """An entry's note was changed."""

    number: int
    before: str


_Step: TypeAlias = "tuple[_Marked | _Noted, ...]"


class KeptMarks:
    """The marks of an archive's file, and the steps that made them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.shown = Marks()
        """The marks as this process knows them."""
        self._steps: list[_Step] = []
        """What the user did."""
        self._by_themselves: list[_Step] = []
        """What happened by itself: it never stands between the user's last step and its undoing."""

    def read(self) -> None:
        """Take in the marks as they are in the file."""
        with self._database.translating_errors():
            connection = self._database.connection
            for name in _KEPT:
                rows = connection.execute("SELECT numbers FROM marks WHERE name = ?", (name,))
                self.shown.replace(name, BitMap.union(BitMap(), *(BitMap.deserialize(data) for (data,) in rows)))
            noted = connection.execute("SELECT number FROM notes")
            self.shown.replace(NOTED, BitMap([number for (number,) in noted]))

    def put(self, numbers: BitMap, wanted: Iterable[tuple[str, bool | None]], *, own: bool = True) -> int:
        """Mark entries, as one step of the user's own or one that happens by itself; how many that changed.

        None leaves a mark as it is. What changes nothing is no step.
        """
        with self._database.writing() as connection:
            asked = [(name, put) for name, put in wanted if put is not None]
            step = [_Marked(name, _written(connection, name, numbers, put), put) for name, put in asked]
        for name, put in asked:
            self.shown.put(name, numbers, put)
        self._took(tuple(part for part in step if part.numbers), self._steps if own else self._by_themselves)
        return len(BitMap.union(BitMap(), *(part.numbers for part in step)))

    def note(self, number: int, text: str) -> bool:
        """Keep a note with an entry in place of the one there; whether that is another."""
        with self._database.writing() as connection:
            before = _write_note(connection, number, text)
        self.shown.put(NOTED, BitMap([number]), bool(text))
        if before != text:
            self._took((_Noted(number, before),), self._steps)
        return before != text

    def note_of(self, number: int) -> str:
        """An entry's note; empty where it has none."""
        with self._database.translating_errors():
            row = self._database.connection.execute("SELECT text FROM notes WHERE number = ?", (number,)).fetchone()
        return row[0] if row else ""

    def undo(self) -> int:
        """Take the last step back, the user's own first; how many entries it concerned."""
        steps = self._steps or self._by_themselves
        if not steps:
            return 0
        concerned = BitMap()
        with self._database.writing() as connection:
            for part in steps[-1]:
                if isinstance(part, _Noted):
                    _write_note(connection, part.number, part.before)
                    concerned.add(part.number)
                else:
                    _written(connection, part.name, part.numbers, not part.wanted)
                    concerned |= part.numbers
        for part in steps.pop():
            if isinstance(part, _Noted):
                self.shown.put(NOTED, BitMap([part.number]), bool(part.before))
            else:
                self.shown.put(part.name, part.numbers, not part.wanted)
        return len(concerned)

    @staticmethod
    def _took(step: _Step, steps: list[_Step]) -> None:
        if step:
            steps.append(step)
            del steps[:-_STEPS]


def _written(connection: sqlite3.Connection, name: str, numbers: BitMap, wanted: bool) -> BitMap:
    """Write a mark's chunks; the numbers that it was not on, or on, before."""
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
    """Write an entry's note; the one before."""
    row = connection.execute("SELECT text FROM notes WHERE number = ?", (number,)).fetchone()
    if text:
        connection.execute("REPLACE INTO notes VALUES (?, ?)", (number, text))
    else:
        connection.execute("DELETE FROM notes WHERE number = ?", (number,))
    return row[0] if row else ""
