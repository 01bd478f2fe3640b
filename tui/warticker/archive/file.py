"""The archive: an SQLite database, in a file or in memory, and bitmaps over positions in time that answer queries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from warticker.archive.answering.layers import State
from warticker.archive.answering.marks import Marks
from warticker.archive.answering.meaning import Meaning
from warticker.archive.answering.selected import TimeSelection
from warticker.archive.database import Database
from warticker.archive.entries.stored import Stored
from warticker.archive.entries.traits import LETTERS, PLACES
from warticker.archive.lexicon.search import Search
from warticker.archive.protocol import Added, Archive, FullEntry, PlaceNames
from warticker.archive.query import Query
from warticker.archive.query.conditions import Field
from warticker.archive.segments.base import Bases, counter, fresh
from warticker.archive.selection import Order, Row, Selection
from warticker.archive.tidying import Tidying
from warticker.errors import ArchiveError
from warticker.model import Document, EntryKey, Story

if TYPE_CHECKING:
    from warticker.archive.entries.ready import Understanding
    from warticker.archive.following.subscriptions import Subscriptions


_TOUCHED = "SELECT count(*) FROM (SELECT 1 FROM entries WHERE revision > ? AND number < ? LIMIT ?)"


class FileArchive(Archive):
    """Stores documents in a file, or in memory for one run of the program.

    Queries are answered from a state: the file's base segment and the changes since. After this process has written, or
    `refresh` has found that another did, the next query makes a new state; existing selections keep theirs.

    Methods import what neither lists nor the app's first screen need.
    """

    def __init__(self, path: Path | None = None, content: bytes = b"") -> None:
        """Open the archive in a file, creating it if needed; without a path, one in memory, empty or `serialized`."""
        self._database = Database(path, content)
        self.version = self._database.version()
        self.revision = 0
        self._total = self._reported = self._count()
        """The number of entries, and how many of them `refresh` has reported."""
        self.marks: Marks = Marks(self._database, self._total)
        self._stored = Stored(self._database, self.marks.numbers)
        self._search = Search(self._database)
        self._bases = Bases(self._database)
        self._tidying = Tidying(self._database)
        self._state: State | None = None
        self._visited = False
        """Whether a user is looking at it in the app."""

    def __len__(self) -> int:
        return self._total

    def serialized(self) -> bytes:
        """All of it, for another one in memory."""
        return self._database.serialized()

    def close(self) -> None:
        # A file that cannot be written was only read.
        with suppress(ArchiveError):
            if self._database.path is not None:
                self._tidying.at_end(self._total, visited=self._visited)
        self._database.close()

    # Writing.

    def lacking(self, document: Document, page: str = "") -> frozenset[int]:
        from warticker.archive import keeping

        return keeping.lacking(self._database, document, page)

    def add(
        self,
        document: Document,
        annotations: Mapping[int, Understanding],
        *,
        rules: int,
        at: datetime,
        page: str = "",
        first: int = 0,
        complete: bool = True,
    ) -> Added:
        from warticker.archive import keeping

        with self._database.turn:
            added = keeping.add(
                self._database, document, annotations, rules=rules, at=at, page=page, first=first, complete=complete
            )
            self._total += added.new
            self._state = None
            self._tidying.after(added, self._total)
            self._bases.secure()
        return added

    @property
    def rules(self) -> frozenset[int]:
        from warticker.archive import reannotating

        return reannotating.versions(self._database)

    def outdated(self, rules: int, limit: int) -> Iterator[Document]:
        from warticker.archive import reannotating

        return reannotating.outdated(self._database, rules, limit)

    def reannotate(self, annotations: Mapping[EntryKey, Understanding], rules: int) -> None:
        from warticker.archive import reannotating

        reannotating.reannotate(self._database, annotations, rules)
        self._state = None

    def check(self, on_entries: Callable[[int], object] | None = None) -> Iterator[str]:
        from warticker.archive import checking

        return checking.check(self._database, on_entries)

    def repair(self) -> Iterator[str]:
        from warticker.archive import repairing

        yield from repairing.repair(self._database)
        self._total = self._count()
        self._state = None

    @property
    def subscriptions(self) -> Subscriptions:
        from warticker.archive.following.subscriptions import Subscriptions

        return Subscriptions(self._database)

    # Querying.

    def select(self, query: Query, order: Order, *, now: datetime, place_names: PlaceNames) -> Selection:
        # Cached, so that each word is looked up once for both layers.
        meaning = Meaning(now, place_names, cache(self._search.numbers))
        with self._database.reading():
            state = self._current()
            return TimeSelection(
                query,
                order,
                state,
                meaning=meaning.of,
                read=self._rows,
                number=self._stored.number,
                telling=self._database.translating_errors,
            )

    def read_ahead(self) -> None:
        with self._database.translating_errors():
            self._current().base.segment.positions.read_ahead()
        self._search.read_ahead()

    @property
    def places(self) -> Collection[str]:
        return self._values(PLACES)

    def values(self, field: Field) -> Collection[str]:
        return self._values(LETTERS[field])

    def entry(self, key: EntryKey) -> FullEntry | None:
        self._current()
        return self._stored.entry(key)

    def text(self, key: EntryKey) -> str:
        return self._stored.text(key)

    def stories(self, keys: Sequence[EntryKey]) -> Iterator[Story]:
        return self._stored.stories(keys)

    def keys(self, prefix: str) -> tuple[EntryKey, ...]:
        return self._stored.keys(prefix)

    # Changes by other processes, visits, and the state of front ends.

    def refresh(self) -> int:
        version = self._database.version()
        if version != self.version:
            self.version = version
            self._bases.secure()
            self._total = self._count()
            self._state = None
        new, self._reported = self._total - self._reported, self._total
        return new

    def touched(self, since: int, total: int, limit: int) -> int:
        return int(self._database.rows(_TOUCHED, (since, total, limit))[0][0])

    def visit(self) -> bool:
        self._visited = True
        return self.marks.visit(self._total)

    def remembered(self, name: str) -> str | None:
        rows = self._database.rows("SELECT text FROM remembered WHERE name = ?", (name,))
        return str(rows[0][0]) if rows else None

    def remember(self, name: str, text: str) -> None:
        with self._database.writing() as connection:
            connection.execute("REPLACE INTO remembered VALUES (?, ?)", (name, text))

    def _current(self) -> State:
        """The present state, with all entries and marks; made if it is outdated."""
        # Another thread may reset it meanwhile.
        state = self._state
        if state is None:
            with self._database.reading():
                present, since = self._bases.read(), fresh(self._database)
                self.revision = counter(self._database.connection, "revision") or 0
                self._total = self._count()
                self.marks.read(self._total)
                self._search.forget()
                state = self._state = State(present, since, self.marks.numbers)
        return state

    def _values(self, letter: str) -> Collection[str]:
        indexes = [layer.segment.indexes[letter] for layer in self._current().layers]
        with self._database.translating_errors():
            return dict.fromkeys(value for index in indexes for value in index.values)

    def _rows(self, numbers: Sequence[int]) -> Sequence[Row]:
        """The rows of entries. Reading a million takes long enough for the base to be rewritten, so it is secured."""
        self._bases.secure()
        return self._stored.rows(numbers)

    def _count(self) -> int:
        return int(self._database.rows("SELECT coalesce(max(number) + 1, 0) FROM entries")[0][0])
