"""What is shown of an archive at a time: a state of it, from which selections are answered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from pyroaring import BitMap

from warticker.archive import base
from warticker.archive.conditions import Condition, Term
from warticker.archive.database import Database
from warticker.archive.kept_marks import KeptMarks
from warticker.archive.layers import Layer
from warticker.archive.marks import NEW
from warticker.archive.query import Query
from warticker.archive.search import Search
from warticker.archive.selected import TimeSelection
from warticker.archive.selection import Order, Row
from warticker.archive.state import Meaning, State
from warticker.archive.stored import Stored
from warticker.archive.traits import PLACES
from warticker.errors import ArchiveError

if TYPE_CHECKING:
    from warticker.archive.protocol import PlaceNames

_SEEN = "seen"
"""The counter of how many entries had been seen when the last visit ended."""


class Answering:
    """Answers from the base of the file and what has come since, both as bitmaps over positions in time.

    A new state is made when this process has written, or `refresh` has found what others have. Selections stay as
    they are.
    """

    def __init__(self, database: Database, marks: KeptMarks, stored: Stored) -> None:
        self._database = database
        self._marks = marks
        self._stored = stored
        self._search = Search(database)
        self._bases = base.Bases(database)
        self._state: State | None = None
        self.version = database.version()
        """A number that `refresh` changes where somebody else has written."""
        self.total = self._count()
        """How many entries there are."""
        self._counted = self.total
        self._new_from = self.total if (seen := self._seen()) is None else seen
        self.visited = False
        """Whether somebody has it before their eyes."""

    def select(self, query: Query, order: Order, *, today: date, place_names: PlaceNames) -> TimeSelection:
        """The entries that meet a query; see `Archive.select`."""
        state = self.current()
        found = partial(self._finding, place_names)

        def meaning(layer: Layer, condition: Condition) -> BitMap:
            return Meaning(layer, today, found).of(condition)

        return TimeSelection(query, order, state, meaning=meaning, read=self._rows, number=self._stored.number)

    def values(self, letter: str) -> Collection[str]:
        """The values in an index, by its letter, that any entry has."""
        indexes = [layer.segment.indexes[letter] for layer in self.current().layers]
        return dict.fromkeys(value for index in indexes for value in index.values)

    def written(self, new: int = 0) -> None:
        """Answer from another state from now on: this process has written, and added so many entries."""
        self.total += new
        self._state = None

    def secure(self) -> None:
        """Keep what is shown of a base that another has taken the place of."""
        self._bases.secure()

    def refresh(self) -> int:
        """Take in what has been written since; how many entries are new."""
        version = self._database.version()
        if version != self.version:
            self.version = version
            self._bases.secure()
            self.total = self._count()
            self._state = None
        new, self._counted = self.total - self._counted, self.total
        return new

    def visit(self) -> None:
        """Begin a visit, or go on with it: what there is by now is not new to the next; see `Archive.visit`."""
        if self._seen() is None:
            # Nothing is new to who comes for the first time.
            self._new_from, self._state = self.total, None
        self.visited = True
        # A file that cannot be written is only looked at.
        with suppress(ArchiveError), self._database.writing() as connection:
            connection.execute("REPLACE INTO counters VALUES (?, ?)", (_SEEN, self.total))

    def current(self) -> State:
        """The state that holds every entry, with its marks."""
        if self._state is None:
            with self._database.reading():
                present, fresh = self._bases.read(), base.fresh(self._database)
                self.total = self._count()
                self._marks.read()
            self._search.forget()
            self._marks.shown.replace(NEW, BitMap(range(self._new_from, max(self._new_from, self.total))))
            self._state = State(present, fresh, self._marks.shown)
        return self._state

    def _rows(self, numbers: Sequence[int]) -> Sequence[Row]:
        """The rows of entries; whoever reads a million is still there when the base is written anew."""
        self._bases.secure()
        return self._stored.rows(numbers)

    def _finding(self, place_names: PlaceNames, layer: Layer, term: Term) -> BitMap:
        """The positions of a layer's entries that a term finds."""
        found = layer.found(term, self._search.numbers)
        places = layer.segment.indexes[PLACES]
        return BitMap.union(found, *(places.of(name) for name in place_names(term.text)))

    def _count(self) -> int:
        with self._database.translating_errors():
            return int(
                self._database.connection.execute("SELECT coalesce(max(number) + 1, 0) FROM entries").fetchone()[0]
            )

    def _seen(self) -> int | None:
        with self._database.translating_errors():
            return base.counter(self._database.connection, _SEEN)
