"""The archive: SQLite in a file or in memory, with bitmaps beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pyroaring import BitMap

from warticker.archive.answering import Answering
from warticker.archive.conditions import Field
from warticker.archive.database import Database
from warticker.archive.kept_marks import KeptMarks
from warticker.archive.marks import READ, SAVED
from warticker.archive.query import Query
from warticker.archive.selected import TimeSelection
from warticker.archive.selection import Order, Selection
from warticker.archive.stored import Stored
from warticker.archive.tidying import Tidying
from warticker.archive.traits import LETTERS, PLACES
from warticker.errors import ArchiveError
from warticker.model import Document, EntryKey, Story

if TYPE_CHECKING:
    from warticker.archive.keeping import Keeping
    from warticker.archive.protocol import Added, FullEntry, PlaceNames
    from warticker.archive.ready import Understanding
    from warticker.archive.subscriptions import Subscriptions


class FileArchive:
    """Keeps documents in a file, or for one run of the program in memory; does all of it by its parts."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the archive of a file, which is made where there is none; without a path, one in memory."""
        self._database = Database(path)
        self._marks = KeptMarks(self._database)
        self._stored = Stored(self._database, self._marks.shown)
        self._answering = Answering(self._database, self._marks, self._stored)
        self._tidying = Tidying(self._database)

    def __len__(self) -> int:
        return self._answering.total

    def close(self) -> None:
        """Bring the file up to date if it is time for it, and close it."""
        # A file that cannot be written was only looked at.
        with suppress(ArchiveError):
            if self._database.path is not None:
                self._tidying.at_end(len(self), visited=self._answering.visited)
        self._database.close()

    def lacking(self, document: Document) -> frozenset[int]:
        """The indices of a document's entries that are not kept exactly so: those that must be annotated."""
        return self._keeping.lacking(document)

    def add(
        self,
        document: Document,
        annotations: Mapping[int, Understanding],
        *,
        rules: int,
        at: datetime,
        first: int = 0,
        complete: bool = True,
    ) -> Added:
        """Keep a document read at a time, in one transaction; see `Archive.add`."""
        added = self._keeping.add(document, annotations, rules=rules, at=at, first=first, complete=complete)
        if added.new or added.changed or added.withdrawn or added.unchanged:
            self._answering.written(added.new)
        self._tidying.after(added, len(self))
        self._answering.secure()
        return added

    def select(self, query: Query, order: Order, *, today: date, place_names: PlaceNames) -> Selection:
        """The entries that meet a query; words also find the places whose names `place_names` gives for them."""
        return self._answering.select(query, order, today=today, place_names=place_names)

    def entry(self, key: EntryKey) -> FullEntry | None:
        """One entry; None where there is none of this key."""
        number = self._stored.number(key)
        if number is None:
            return None
        self._answering.current()
        return self._stored.entry(number, self._marks.note_of(number))

    def text(self, key: EntryKey) -> str:
        """What an entry says; empty where there is none of this key."""
        number = self._stored.number(key)
        return "" if number is None else self._stored.text(number)

    def stories(self, keys: Sequence[EntryKey]) -> Iterator[Story]:
        """Entries in the order of their keys, those that follow each other in one document together."""
        return self._stored.stories(keys)

    def keys(self, prefix: str) -> tuple[EntryKey, ...]:
        """The keys that begin with a prefix, in the order of letters, ten at most."""
        return self._stored.keys(prefix)

    def mark(
        self, keys: Iterable[EntryKey], *, read: bool | None = None, saved: bool | None = None, own: bool = True
    ) -> int:
        """Mark entries as read or not, saved or not, in one step; how many that changed; see `Archive.mark`."""
        self._answering.current()
        numbers = (self._stored.number(key) for key in keys)
        known = BitMap([each for each in numbers if each is not None])
        return self._marks.put(known, ((READ, read), (SAVED, saved)), own=own)

    def mark_rows(
        self, selection: Selection, start: int, stop: int, *, read: bool | None = None, saved: bool | None = None
    ) -> int:
        """Mark the rows from start to stop, stop left out, of one of this archive's selections, as `mark` does."""
        if not isinstance(selection, TimeSelection):
            raise TypeError("only selections of this archive have its rows")
        return self._marks.put(selection.numbers(start, stop), ((READ, read), (SAVED, saved)))

    def note(self, key: EntryKey, text: str) -> bool:
        """Keep a note with an entry in place of the one there; whether it is another. An empty text removes it."""
        self._answering.current()
        number = self._stored.number(key)
        return number is not None and self._marks.note(number, text)

    def undo(self) -> int:
        """Take back the last step of marks or notes of this process; how many entries it concerned, 0 for no step."""
        return self._marks.undo()

    @property
    def version(self) -> int:
        """A number that `refresh` changes where somebody else has written."""
        return self._answering.version

    def refresh(self) -> int:
        """Take in what has been written since; how many entries are new. Selections handed out stay as they are."""
        return self._answering.refresh()

    def visit(self) -> None:
        """Begin a visit, or go on with it: what there is by now is not new to the next; see `Archive.visit`."""
        self._answering.visit()

    def remembered(self, name: str) -> str | None:
        """A piece of a front end's state; None where none is kept by that name."""
        with self._database.translating_errors():
            row = self._database.connection.execute("SELECT text FROM remembered WHERE name = ?", (name,)).fetchone()
        return row and str(row[0])

    def remember(self, name: str, text: str) -> None:
        """Keep a piece of a front end's state."""
        with self._database.writing() as connection:
            connection.execute("REPLACE INTO remembered VALUES (?, ?)", (name, text))

    @property
    def rules(self) -> frozenset[int]:
        """The versions of the rules that entries were annotated by."""
        # Imported here as lists and the app's first screen need none of it.
        from warticker.archive import reannotating

        return frozenset(reannotating.versions(self._database))

    def outdated(self, rules: int, limit: int) -> Iterator[Document]:
        """Documents, each with up to `limit` of its entries that other rules have annotated."""
        # Imported here as lists and the app's first screen need none of it.
        from warticker.archive import reannotating

        return reannotating.outdated(self._database, rules, limit)

    def reannotate(self, annotations: Mapping[EntryKey, Understanding], rules: int) -> None:
        """Replace what was understood of entries by what rules of a version understand."""
        # Imported here as lists and the app's first screen need none of it.
        from warticker.archive import reannotating

        reannotating.reannotate(self._database, annotations, rules)
        self._answering.written()

    def check(self) -> Iterator[str]:
        """What is wrong with what is kept, a line for each; nothing where all is well."""
        # Imported here as one command alone needs it.
        from warticker.archive import checking

        return checking.check(self._database)

    def repair(self) -> Iterator[str]:
        """Rebuild all that can be derived, and say what was done."""
        # Imported here as one command alone needs it.
        from warticker.archive import checking

        yield from checking.repair(self._database)
        self._answering.written()

    @property
    def subscriptions(self) -> Subscriptions:
        """What is followed."""
        # Imported here as lists and the app's first screen need none of it.
        from warticker.archive.subscriptions import Subscriptions

        return Subscriptions(self._database.connection, self._database.translating_errors)

    @property
    def places(self) -> Collection[str]:
        """The usual German names of all places that any entry names, whatever their kind."""
        return self._answering.values(PLACES)

    def values(self, field: Field) -> Collection[str]:
        """The values of a field that any entry has."""
        return self._answering.values(LETTERS[field])

    @cached_property
    def _keeping(self) -> Keeping:
        """What takes in documents."""
        # Imported here as lists and the app's first screen need none of it.
        from warticker.archive.keeping import Keeping

        return Keeping(self._database)
