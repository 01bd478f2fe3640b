"""The answer to a query, as every archive gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from warticker.archive.query import Field, Query
from warticker.model import EntryKey, Moment, Side, TopicId


class Order(StrEnum):
    """Which end of time comes first; entries without a day come last in either."""

    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Row:
    """What a list shows of an entry."""

    key: EntryKey
    moment: Moment
    headline: str
    """Never empty: where the entry has none, its first sentence."""
    cities: tuple[str, ...]
    """Names of the cities that the entry is about or names as places, each once."""
    topics: tuple[TopicId, ...]
    """The weightiest first."""
    source: str | None
    unread: bool
    saved: bool
    unverified: bool
    sides: tuple[Side, ...] = ()
    """Whose claims it reports, each side once."""
    new: bool = False
    """Whether it was not seen on the visit before."""
    changed: bool = False
    """Whether it has read otherwise before."""
    withdrawn: bool = False
    """Whether it has gone from its page."""
    noted: bool = False
    """Whether the reader has a note on it."""


@dataclass(frozen=True, slots=True)
class DayCount:
    """A run of rows of one day."""

    day: date | None
    """None for the entries whose document tells no day."""
    start: int
    """The position of its first row."""
    count: int


class Selection(Protocol):
    """The entries that a query selects, in time order; reads only what it is asked for."""

    @property
    def query(self) -> Query:
        """What was asked."""

    @property
    def order(self) -> Order:
        """Which end of time comes first."""

    def __len__(self) -> int:
        """How many entries there are."""

    def rows(self, start: int, stop: int) -> Sequence[Row]:
        """The rows at positions start to stop, stop left out; fewer where the selection ends."""

    def index_of(self, key: EntryKey) -> int | None:
        """The position of an entry; None where it is not selected."""

    def nearest(self, key: EntryKey) -> int:
        """The position of an entry, or of the one that stands where it would; 0 where the selection is empty."""

    @property
    def newest(self) -> int:
        """The position of the newest entry of a selection that is not empty."""

    def next_unread(self, index: int, step: int) -> int | None:
        """The next unread position after (step 1) or before (step -1) one; None where there is none."""

    @property
    def days(self) -> Sequence[DayCount]:
        """The runs of days, in the selection's order."""

    @property
    def hours(self) -> Sequence[int]:
        """How many entries fall into each of the 24 hours of the day in Berlin."""

    @property
    def unread(self) -> int:
        """How many entries are unread."""

    def counts(self, field: Field) -> Mapping[str, int]:
        """How many entries each value of a field would leave, given the query's other fields.

        The largest count first, ties by name; values that would leave nothing are missing, but for those that the query
        names. Counted when first asked for, but states each time, as marks change; they stand in the order of
        `grammar.STATES`, and of them all that are asked for hold. Raises KeyError for a field that is not counted.
        """
