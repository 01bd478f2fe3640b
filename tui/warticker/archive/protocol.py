"""The interface of an archive, and the values that it takes and returns.

Front ends know only this, `Selection` and `Followed`, so that an archive that many share, in a database of its own, can
stand beside the file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from operator import add
from typing import TYPE_CHECKING, NamedTuple, Protocol

from warticker.archive.query import Query
from warticker.archive.query.conditions import Field
from warticker.archive.selection import Order, Selection
from warticker.model import Annotations, Document, Entry, EntryKey, EntryState, Story

if TYPE_CHECKING:
    from warticker.archive.entries.ready import Understanding
    from warticker.archive.following.followed import Followed

PlaceNames = Callable[[str], Collection[str]]
"""Maps a word to the usual German names of the archive's places that it may be a spelling of: `kyiv` to `Kiew`."""

EPOCH = datetime.fromtimestamp(0, UTC)
"""Stands in for a time that is not known."""


@dataclass(frozen=True, slots=True)
class Added:
    """Counts of what became of a document's entries, and of its lines of page furniture."""

    new: int = 0
    changed: int = 0
    """Entries of which a new version was stored."""
    unchanged: int = 0
    """Entries that were stored already."""
    withdrawn: int = 0
    """Entries that are gone from the page although older and newer ones are still on it."""
    dropped: int = 0
    """Lines taken for page furniture."""

    def __add__(self, other: Added) -> Added:
        return Added(*map(add, astuple(self), astuple(other)))


class Version(NamedTuple):
    """An earlier version of an entry."""

    read_at: datetime
    """When this version was first read; in UTC."""
    entry: Entry


class FullEntry(NamedTuple):
    """An entry with all that is stored about it."""

    entry: Entry
    annotations: Annotations
    document: Document
    """The document in which it was first read, without its entries."""
    siblings: tuple[EntryKey, ...]
    """The keys of all the document's entries, this one included, in the document's order."""
    unread: bool
    saved: bool
    versions: tuple[Version, ...] = ()
    """The earlier versions, oldest first."""
    read_at: datetime = EPOCH
    """When the present version was first read; in UTC."""
    withdrawn: bool = False
    """Whether it is gone from its page."""
    withdrawn_at: datetime = EPOCH
    """When it was last seen to be gone; in UTC, `EPOCH` if that is not known."""
    note: str = ""
    """The user's note; empty if there is none."""

    @property
    def changed(self) -> bool:
        """Whether it has earlier versions."""
        return bool(self.versions)

    @property
    def state(self) -> EntryState:
        """Its state, as exports write it."""
        return EntryState(self.changed, self.withdrawn, self.saved, self.note)

    @property
    def title(self) -> str:
        """The document's title; empty if it has none."""
        return self.document.title

    @property
    def address(self) -> str | None:
        """The address to open it at: its own, else the document's."""
        return self.entry.address or self.document.address


class Undone(NamedTuple):
    """A step that was undone."""

    entries: int
    """How many entries it changed."""
    called: str
    """The label that the caller gave it."""


class Marking(Protocol):
    """Stores marks and notes, in steps that can be undone; raises ArchiveError if it cannot.

    `called` is a label for a step, which `undo` returns.
    """

    def put(
        self,
        keys: Iterable[EntryKey],
        *,
        read: bool | None = None,
        saved: bool | None = None,
        own: bool = True,
        called: str = "",
    ) -> int:
        """Mark entries as read or not, saved or not, in one step; returns how many changed.

        None leaves a mark as it is, unknown keys are ignored, and if nothing changes there is no step. `own` tells
        what the user did from what happens automatically.
        """

    def put_rows(self, selection: Selection, start: int, stop: int, *, read: bool, called: str = "") -> int:
        """Mark the rows from start up to stop (exclusive) of one of this archive's selections, as `put` does."""

    def note(self, key: EntryKey, text: str, *, called: str = "") -> bool:
        """Replace an entry's note, as one step if the text differs; returns whether it does.

        An empty text removes the note.
        """

    def undo(self) -> Undone | None:
        """Undo the last step of this process; None if there is none left, as only so many are remembered.

        The user's own steps are undone before automatic ones.
        """


class Archive(Protocol):
    """Stores documents and answers queries about their entries; thread-safe. Methods raise ArchiveError."""

    def lacking(self, document: Document, page: str = "") -> frozenset[int]:
        """The indices of a document's entries that are not stored in exactly this form, and so must be annotated."""

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
        """Store a document that was read `at` a time, in one transaction.

        `annotations` are by index, at least for the entries that are `lacking`; `rules` is the version that made them.
        A long document comes in portions: each has the head of the whole document and some of its entries. `first` is
        the index of its first entry in the whole; `page` identifies the whole document (entries.identity); which
        entries were withdrawn is only decided with the last portion, which is `complete`.
        """

    @property
    def subscriptions(self) -> Followed:
        """The sources that are followed."""

    marks: Marking
    """What the user has read, saved and noted."""

    def select(self, query: Query, order: Order, *, now: datetime, place_names: PlaceNames) -> Selection:
        """The entries that match a query; words also match the places whose names `place_names` gives for them.

        `now` is the time in Berlin that relative days and times count from.
        """

    def read_ahead(self) -> None:
        """Preload what the first letters of a search need; to be called in a thread, without blocking other queries."""

    def entry(self, key: EntryKey) -> FullEntry | None:
        """One entry; None if there is none with this key."""

    def text(self, key: EntryKey) -> str:
        """The text of an entry alone; empty if there is none with this key."""

    def stories(self, keys: Sequence[EntryKey]) -> Iterator[Story]:
        """Entries in the order of the keys given; consecutive ones of the same document form one story.

        All are read at once, but only the entries, annotations and document heads.
        """

    def keys(self, prefix: str) -> tuple[EntryKey, ...]:
        """The keys of entries that begin with a prefix, or did for another text, in alphabetical order, at most ten."""

    version: int
    """A number that `refresh` changes when another process has written."""

    revision: int
    """The last write to entries that the latest selection has seen."""

    def touched(self, since: int, total: int, limit: int) -> int:
        """How many of the first `total` entries have changed since a revision, or been withdrawn, up to a limit."""

    def refresh(self) -> int:
        """Pick up what was written since; returns the number of new entries. Existing selections do not change."""

    def visit(self) -> bool:
        """Begin a visit, or continue it: entries are new that were not there during the previous visit.

        A visit has seen all that was there at the last of these calls. Returns whether there was one before.
        """

    def remembered(self, name: str) -> str | None:
        """A piece of a front end's state; None if none is stored under that name."""

    def remember(self, name: str, text: str) -> None:
        """Store a piece of a front end's state."""

    @property
    def rules(self) -> frozenset[int]:
        """The versions of the rules that entries were annotated with."""

    def outdated(self, rules: int, limit: int) -> Iterator[Document]:
        """Documents, each with up to `limit` of its entries that another version of the rules annotated.

        Entries that are reannotated while iterating are not repeated.
        """

    def reannotate(self, annotations: Mapping[EntryKey, Understanding], rules: int) -> None:
        """Replace the annotations of entries by those of a version of the rules."""

    def check(self, on_entries: Callable[[int], object] | None = None) -> Iterator[str]:
        """The problems of the archive, one line each; none if it is sound.

        `on_entries` is called with the number of entries read since the last call.
        """

    def repair(self) -> Iterator[str]:
        """Rebuild everything that is derived from the entries; yields what was done, one line each."""

    def close(self) -> None:
        """Close the archive."""

    @property
    def places(self) -> Collection[str]:
        """The usual German names of all places that any entry names, of any kind."""

    def values(self, field: Field) -> Collection[str]:
        """The values of a field that any entry has."""

    def __len__(self) -> int:
        """The number of entries."""
