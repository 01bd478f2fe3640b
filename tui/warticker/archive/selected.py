"""A selection over bitmaps: how many, where and how often are worked out from positions, rows read when asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, reduce

from pyroaring import BitMap

from warticker.archive.conditions import Condition, Field, OneOf
from warticker.archive.query import Query
from warticker.archive.selection import DayCount, Facets, Order, Row
from warticker.archive.state import State
from warticker.model import EntryKey


class TimeSelection:
    """The entries of one state of an archive that meet a query, in time order."""

    def __init__(
        self,
        query: Query,
        order: Order,
        state: State,
        *,
        meaning: Callable[[Condition], BitMap],
        read: Callable[[Sequence[int]], Sequence[Row]],
        number: Callable[[EntryKey], int | None],
    ) -> None:
        """Select by what each condition means; `read` gives the rows of entry numbers, `number` that of a key."""
        self._query = query
        self._order = order
        self._state = state
        self._met = [(condition, meaning(condition)) for condition in query.conditions]
        self._positions = self._without(None)
        self._read = read
        self._number = number

    @property
    def query(self) -> Query:
        """What was asked."""
        return self._query

    @property
    def order(self) -> Order:
        """Which end of time has position 0."""
        return self._order

    def __len__(self) -> int:
        return len(self._positions)

    def rows(self, start: int, stop: int) -> Sequence[Row]:
        """The rows at positions start to stop, stop left out; fewer where the selection ends."""
        start, stop = max(0, start), min(stop, len(self))
        if start >= stop:
            return []
        newest_first = self._order is Order.NEWEST
        first, last = (start, stop) if newest_first else (len(self) - stop, len(self) - start)
        positions = self._positions[first:last]
        numbers = [self._state.order.numbers[position] for position in positions]
        return self._read(numbers if newest_first else numbers[::-1])

    def index_of(self, key: EntryKey) -> int | None:
        """The position of an entry; None where it is not selected."""
        place = self._place(key)
        return self.nearest(key) if place is not None and place in self._positions else None

    def nearest(self, key: EntryKey) -> int:
        """The position of an entry, or of the one that stands where it would; 0 where the selection is empty."""
        place = self._place(key)
        if place is None or not self._positions:
            return 0
        before = self._positions.rank(place) - (place in self._positions)
        if self._order is Order.OLDEST and place not in self._positions:
            before -= 1
        return self._turned(min(max(before, 0), len(self) - 1))

    def next_unread(self, index: int, step: int) -> int | None:
        """The next unread position after (step 1) or before (step -1) one; None where there is none."""
        unread = self._positions & self._state.unread
        later = step > 0 if self._order is Order.NEWEST else step < 0
        turned = self._turned(index)
        if not 0 <= turned < len(self):
            beyond_end = turned >= len(self)
            if beyond_end == later or not unread:
                return None
            found = unread.max() if beyond_end else unread.min()
        else:
            here = self._positions[turned]
            rank = unread.rank(here)
            other = rank if later else rank - (here in unread) - 1
            if not 0 <= other < len(unread):
                return None
            found = unread[other]
        return self._turned(self._positions.rank(found) - 1)

    @cached_property
    def days(self) -> Sequence[DayCount]:
        """The runs of days, in the selection's order."""
        order = self._state.order
        counts = [
            self._positions.range_cardinality(start, stop)
            for start, stop in zip(order.starts, order.starts[1:], strict=False)
        ]
        runs = (
            zip(order.days, counts, strict=True)
            if self._order is Order.NEWEST
            else zip(reversed(order.days), reversed(counts), strict=True)
        )
        found, start = [], 0
        for day, count in runs:
            if count:
                found.append(DayCount(day, start, count))
                start += count
        return found

    @cached_property
    def hours(self) -> Sequence[int]:
        """How many entries fall into each of the 24 hours of the day in Berlin."""
        return [self._positions.intersection_cardinality(hour) for hour in self._state.hours]

    @property
    def unread(self) -> int:
        """How many entries are unread now."""
        return self._positions.intersection_cardinality(self._state.unread)

    @cached_property
    def facets(self) -> Facets:
        """What each further choice would leave."""
        return Facets(
            topics=self._counts(Field.TOPIC),
            cities=self._counts(Field.CITY),
            governments=self._counts(Field.GOVERNMENT),
            regions=self._counts(Field.REGION),
            sources=self._counts(Field.SOURCE),
            people=self._counts(Field.PERSON),
            speakers=self._counts(Field.SPEAKER),
            claims=self._counts(Field.CLAIM),
        )

    def _counts(self, field: Field) -> dict[str, int]:
        asked = self._query.values(field)
        among = self._without(field) if asked else self._positions
        return self._state.facets.counts(field, among, asked)

    def _without(self, field: Field | None) -> BitMap:
        """The positions that meet all conditions but those on a field."""
        met = [
            positions
            for condition, positions in self._met
            if not (isinstance(condition, OneOf) and condition.field is field)
        ]
        return reduce(BitMap.intersection, met) if met else self._state.everything

    def _place(self, key: EntryKey) -> int | None:
        """An entry's position among all entries of the state."""
        number = self._number(key)
        return None if number is None or number >= len(self._state.order) else self._state.order.positions[number]

    def _turned(self, index: int) -> int:
        """An index counted from the newest as counted from the selection's start, and back."""
        return index if self._order is Order.NEWEST else len(self) - 1 - index
