"""The answer to a query: the entries that match, in time order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

from warticker.archive.query import Field, Query
from warticker.model import EntryKey, Moment, Side, TopicId


class Order(StrEnum):
    """Newest or oldest first; entries without a day come last either way."""

    NEWEST = "newest"
    OLDEST = "oldest"


class Row(NamedTuple):
    """What a list shows of an entry."""

    key: EntryKey
    moment: Moment
    headline: str
    """Never empty: if the entry has none, its first sentence."""
    places: tuple[str, ...]
    """The names of the cities and regions that the entry names as places, each once, in the order of its text."""
    topics: tuple[TopicId, ...]
    """The most important first."""
    source: str | None
    unread: bool
    saved: bool
    unverified: bool
    sides: tuple[Side, ...] = ()
    """The sides whose claims it reports, each once."""
    new: bool = False
    """Whether it was not yet there on the previous visit."""
    changed: bool = False
    """Whether it has earlier versions."""
    withdrawn: bool = False
    """Whether it is gone from its page."""
    noted: bool = False
    """Whether the user has a note on it."""


@dataclass(frozen=True, slots=True)
class DayCount:
    """A run of rows that share a day."""

    day: date | None
    """None for entries whose day is not known."""
    start: int
    """The position of its first row."""
    count: int


class Selection(Protocol):
    """The entries that match a query, in time order; loads only what is asked for."""

    query: Query
    """The query that it answers."""
    order: Order
    """Newest or oldest first."""

    def __len__(self) -> int:
        """The number of entries."""

    def rows(self, start: int, stop: int) -> Sequence[Row]:
        """The rows at positions start up to stop (exclusive); fewer where the selection ends."""

    def index_of(self, key: EntryKey) -> int | None:
        """The position of an entry; None if it is not selected."""

    def nearest(self, key: EntryKey) -> int:
        """The position of an entry, or of the one in its place if it is not selected; 0 if the selection is empty."""

    @property
    def newest(self) -> int:
        """The position of the newest entry of a selection that is not empty."""

    def next_unread(self, index: int, step: int) -> int | None:
        """The next unread position after (step 1) or before (step -1) one; None if there is none."""

    @property
    def days(self) -> Sequence[DayCount]:
        """The runs of days, in the selection's order."""

    @property
    def hours(self) -> Sequence[int]:
        """The number of entries in each of the 24 hours of the day, in Berlin."""

    @property
    def unread(self) -> int:
        """The number of unread entries."""

    def counts(self, field: Field) -> Mapping[str, int]:
        """Facet counts: how many entries each value of a field would leave, given the query's other fields.

        Largest count first, ties by name; values without entries are omitted unless the query names them. States
        (`Field.IS`) are in the order of `grammar.STATES`, combine with AND and are counted anew each time, as marks
        change; other counts are cached. Raises KeyError for a field that is not counted.
        """
