"""The one door to what is kept, whatever keeps it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import UTC, date, datetime
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
"""The usual German names of the archive's places that a word can be a spelling of: `kyiv` gives `Kiew`."""

EPOCH = datetime.fromtimestamp(0, UTC)
"""Long ago: when that was of which nobody knows when it was."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document's entries, and of its lines of page furniture."""

    new: int = 0
    changed: int = 0
    """Those of which a new version was kept."""
    unchanged: int = 0
    """Those that were there already."""
    withdrawn: int = 0
    """Those that have gone from the page although older and newer ones are still on it."""
    dropped: int = 0
    """Lines taken for page furniture."""

    def __add__(self, other: Added) -> Added:
        return Added(*map(add, astuple(self), astuple(other)))


@dataclass(frozen=True, slots=True)
class Version:
    """How an entry read before it was changed."""

    read_at: datetime
    """When it was first read so; in UTC."""
    entry: Entry


@dataclass(frozen=True, slots=True)
class FullEntry:
    """An entry with all that is kept of it."""

    entry: Entry
    annotations: Annotations
    document: Document
    """Where it was first read, without its entries."""
    siblings: tuple[EntryKey, ...]
    """The keys of the document's entries, this one's too, in the document's own order."""
    unread: bool
    saved: bool
    versions: tuple[Version, ...] = ()
    """The earlier ones, oldest first."""
    read_at: datetime = EPOCH
    """When the present version was first read; in UTC."""
    withdrawn: bool = False
    """Whether it has gone from its page."""
    note: str = ""
    """What the reader has noted; empty where nothing is."""

    @property
    def changed(self) -> bool:
        """Whether it has read otherwise before."""
        return bool(self.versions)

    @property
    def state(self) -> EntryState:
        """What has become of it."""
        return EntryState(self.changed, self.withdrawn, self.saved, self.note)

    @property
    def title(self) -> str:
        """The document's title; empty where it has none."""
        return self.document.title

    @property
    def address(self) -> str | None:
        """Where it can be opened: its own address, else the document's."""
        return self.entry.address or self.document.address


class Undone(NamedTuple):
    """A step that was taken back."""

    entries: int
    """How many it concerned."""
    called: str
    """What whoever made it calls it."""


class Marking(Protocol):
    """Keeps marks and notes, in steps that can be taken back; raises ArchiveError where it cannot.

    A step goes by what it is `called`, which only `undo` tells.
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
        """Mark entries as read or not, saved or not, in one step; how many that changed.

        None leaves a mark as it is, unknown keys are passed over, and what changes nothing is no step. It is the
        user's own doing, or happens by itself.
        """

    def put_rows(self, selection: Selection, start: int, stop: int, *, read: bool, called: str = "") -> int:
        """Mark the rows from start to stop, stop left out, of one of this archive's selections, as `put` does."""

    def note(self, key: EntryKey, text: str, *, called: str = "") -> bool:
        """Keep a note with an entry in place of the one there, as a step if it is another; whether it is.

        An empty text removes it.
        """

    def undo(self) -> Undone | None:
        """Take back the last step of this process; None where there is none, as the oldest of many are forgotten.

        The user's own are taken back before those that happened by themselves.
        """


class Archive(Protocol):
    """Keeps documents and answers queries about their entries, several threads too; raises ArchiveError."""

    def lacking(self, document: Document, page: str = "") -> frozenset[int]:
        """The indices of a document's entries that are not kept exactly so: those that must be annotated."""

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
        """Keep a document read at a time, in one transaction.

        `annotations` are by index, made by the rules of a version, for the entries that are `lacking` at least.
        A long document comes in portions: each has the head of the whole and some of its entries, of which `first`
        is the index of the first one in the whole; `page` is what the whole is known again by (entries.identity); only
        with the last, `complete`, is it decided what was withdrawn.
        """

    @property
    def subscriptions(self) -> Followed:
        """What is followed."""

    @property
    def marks(self) -> Marking:
        """What the reader has read, saved and noted."""

    def select(self, query: Query, order: Order, *, today: date, place_names: PlaceNames) -> Selection:
        """The entries that meet a query; words also find the places whose names `place_names` gives for them."""

    def read_ahead(self) -> None:
        """Read what the first letters of a search need, in a thread beside whatever else is asked meanwhile."""

    def entry(self, key: EntryKey) -> FullEntry | None:
        """One entry; None where there is none of this key."""

    def text(self, key: EntryKey) -> str:
        """What an entry says, without all else that is known of it; empty where there is none."""

    def stories(self, keys: Sequence[EntryKey]) -> Iterator[Story]:
        """Entries in the order of their keys, those that follow each other in one document together.

        They are read at once, and no more of them than what they and their document say; unknown keys are passed over.
        """

    def keys(self, prefix: str) -> tuple[EntryKey, ...]:
        """The keys that begin with a prefix, in the order of letters, ten at most."""

    @property
    def version(self) -> int:
        """A number that `refresh` changes where somebody else has written."""

    def refresh(self) -> int:
        """Take in what has been written since; how many entries are new. Selections handed out stay as they are."""

    def visit(self) -> None:
        """Begin a visit, to which what was not seen on the visit before is new; or go on with it.

        Seen is all that there was when it began, or was last gone on with.
        """

    def remembered(self, name: str) -> str | None:
        """A piece of a front end's state; None where none is kept by that name."""

    def remember(self, name: str, text: str) -> None:
        """Keep a piece of a front end's state."""

    @property
    def rules(self) -> frozenset[int]:
        """The versions of the rules that entries were annotated by."""

    def outdated(self, rules: int, limit: int) -> Iterator[Document]:
        """Documents, each with up to `limit` of its entries that other rules have annotated.

        What is reannotated meanwhile does not come again.
        """

    def reannotate(self, annotations: Mapping[EntryKey, Understanding], rules: int) -> None:
        """Replace what was understood of entries by what rules of a version understand."""

    def check(self, on_entries: Callable[[int], object] | None = None) -> Iterator[str]:
        """What is wrong with what is kept, a line for each; nothing where all is well.

        `on_entries` is called with how many more entries were read. Raises WartickerError where a process that reads
        them dies.
        """

    def repair(self) -> Iterator[str]:
        """Rebuild all that can be derived, and say what was done."""

    def close(self) -> None:
        """Give back what the archive holds open."""

    @property
    def places(self) -> Collection[str]:
        """The usual German names of all places that any entry names, whatever their kind."""

    def values(self, field: Field) -> Collection[str]:
        """The values of a field that any entry has."""

    def __len__(self) -> int:
        """How many entries are kept."""
