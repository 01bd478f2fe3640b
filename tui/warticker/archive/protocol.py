"""The one door to what is kept, whatever keeps it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from warticker.archive.conditions import Field
from warticker.archive.query import Query
from warticker.archive.selection import Order, Selection
from warticker.model import Annotations, Document, Entry, EntryKey, Story

PlaceNames = Callable[[str], Collection[str]]
"""The usual German names of the archive's places that a word can be a spelling of: `kyiv` gives `Kiew`."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a story's entries."""

    new: int = 0
    unchanged: int = 0
    """Those that were there already."""

    def __add__(self, other: Added) -> Added:
        return Added(self.new + other.new, self.unchanged + other.unchanged)


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

    @property
    def title(self) -> str:
        """The document's title; empty where it has none."""
        return self.document.title

    @property
    def address(self) -> str | None:
        """Where it can be opened: its own address, else the document's."""
        return self.entry.address or self.document.address


class Archive(Protocol):
    """Keeps stories and answers queries about their entries."""

    def add(self, story: Story) -> Added:
        """Keep an annotated story; an entry whose key is there already is not stored again."""

    def select(self, query: Query, order: Order, *, today: date, place_names: PlaceNames) -> Selection:
        """The entries that meet a query; words also find the places whose names `place_names` gives for them."""

    def entry(self, key: EntryKey) -> FullEntry | None:
        """One entry; None where there is none of this key."""

    def keys(self, prefix: str) -> tuple[EntryKey, ...]:
        """The keys that begin with a prefix, in the order of letters, ten at most."""

    def mark(self, keys: Iterable[EntryKey], *, read: bool | None = None, saved: bool | None = None) -> None:
        """Mark entries as read or not, saved or not; None leaves a mark as it is. Unknown keys are passed over."""

    @property
    def places(self) -> Collection[str]:
        """The usual German names of all places that any entry names, whatever their kind."""

    def values(self, field: Field) -> Collection[str]:
        """The values of a field that any entry has."""

    def __len__(self) -> int:
        """How many entries are kept."""
