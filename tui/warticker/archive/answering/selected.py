"""A selection over bitmaps: counts and positions are computed from them, rows are read when needed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import cached_property, reduce, wraps
from heapq import nsmallest
from operator import sub
from typing import Concatenate, ParamSpec, TypeVar

from pyroaring import BitMap

from warticker.archive.answering.layers import Chosen, Layer, Spot, State
from warticker.archive.answering.meaning import in_state
from warticker.archive.entries.traits import HOURS, LETTERS, OPEN, READ
from warticker.archive.query import Query
from warticker.archive.query.conditions import Condition, Field, OneOf
from warticker.archive.query.grammar import STATES
from warticker.archive.segments.value_index import LISTED
from warticker.archive.selection import DayCount, Order, Row, Selection
from warticker.model import EntryKey

_Met = Sequence[tuple[Condition, BitMap]]
_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


def _telling_damage(
    answer: Callable[Concatenate[TimeSelection, _Asked], _Answer],
) -> Callable[Concatenate[TimeSelection, _Asked], _Answer]:
    """Make a method raise ArchiveError if what it reads is damaged."""

    @wraps(answer)
    def translated(selection: TimeSelection, /, *asked: _Asked.args, **options: _Asked.kwargs) -> _Answer:
        with selection.telling():
            return answer(selection, *asked, **options)

    return translated


class TimeSelection(Selection):
    """The entries of one state of an archive that match a query, in time order."""

    def __init__(
        self,
        query: Query,
        order: Order,
        state: State,
        *,
        meaning: Callable[[Condition, Layer], BitMap],
        read: Callable[[Sequence[int]], Sequence[Row]],
        number: Callable[[EntryKey], int | None],
        telling: Callable[[], AbstractContextManager[None]],
    ) -> None:
        """Select the entries that match, by `meaning`, all conditions.

        `read` gives rows by entry number, `number` an entry's number by key; `telling` translates errors.
        """
        self.query = query
        self.order = order
        self._state = state
        self._met: list[_Met] = [
            [(condition, meaning(condition, layer)) for condition in query.conditions] for layer in state.layers
        ]
        self._chosen = Chosen(state, *self._without(None), order)
        self._read = read
        self._number = number
        self.telling = telling
        self._counted: dict[Field, dict[str, int]] = {}

    def __len__(self) -> int:
        return len(self._chosen)

    @_telling_damage
    def rows(self, start: int, stop: int) -> Sequence[Row]:
        return self._read(self._numbers(start, stop))

    @_telling_damage
    def numbers(self, start: int, stop: int) -> BitMap:
        """The numbers of the entries at positions start up to stop (exclusive)."""
        if start <= 0 and stop >= len(self):
            parts = ((self._chosen.base, self._state.base), (self._chosen.fresh, self._state.fresh))
            return BitMap.union(*(BitMap(layer.segment.numbers.at(chosen)) for chosen, layer in parts))
        return BitMap(self._numbers(start, stop))

    def _numbers(self, start: int, stop: int) -> list[int]:
        base, fresh = self._state.base.segment.numbers, self._state.fresh.segment.numbers
        return [(fresh if is_fresh else base)[at] for at, is_fresh in self._chosen.between(max(0, start), max(0, stop))]

    @_telling_damage
    def index_of(self, key: EntryKey) -> int | None:
        spot = self._spot(key)
        return self._chosen.before(spot) if spot is not None and spot in self._chosen else None

    @_telling_damage
    def nearest(self, key: EntryKey) -> int:
        spot = self._spot(key)
        return min(self._chosen.before(spot), len(self) - 1) if spot is not None and self._chosen else 0

    @property
    def newest(self) -> int:
        return self._chosen.turned(0)

    @_telling_damage
    def next_unread(self, index: int, step: int) -> int | None:
        base, fresh = (chosen - layer.marked(READ) for layer, chosen in self._layers)
        unread = Chosen(self._state, base, fresh, self.order)
        if not len(unread):
            return None
        spot = self._chosen.spot(index)
        before = unread.before(spot)
        wanted = before + (spot in unread) if step > 0 else before - 1
        return self._chosen.before(unread.spot(wanted)) if 0 <= wanted < len(unread) else None

    @cached_property
    @_telling_damage
    def days(self) -> Sequence[DayCount]:
        counts, undated = Counter[int](), 0
        for layer, chosen in self._layers:
            segment, positions = layer.segment, chosen.to_array()
            # Bisect, as counting the bits of each day of a large selection takes four times as long.
            stops = [bisect_left(positions, stop) for stop in (*segment.starts[1:], segment.undated)]
            counts.update(dict(zip(segment.ordinals, map(sub, stops, [0, *stops]), strict=False)))
            undated += len(positions) - stops[-1]
        runs = [(date.fromordinal(-day), counts[day]) for day in sorted(counts)]
        found, start = [], 0
        for day, count in [*runs[:: 1 if self.order is Order.NEWEST else -1], (None, undated)]:
            if count:
                found.append(DayCount(day, start, count))
                start += count
        return found

    @cached_property
    @_telling_damage
    def hours(self) -> Sequence[int]:
        counted = [layer.segment.indexes[HOURS].counts(chosen) for layer, chosen in self._layers]
        return [sum(each.get(str(hour), 0) for each in counted) for hour in range(24)]

    @property
    @_telling_damage
    def unread(self) -> int:
        read = sum(chosen.intersection_cardinality(layer.marked(READ)) for layer, chosen in self._layers)
        return len(self) - read

    def counts(self, field: Field) -> Mapping[str, int]:
        if field is Field.IS:
            return self._count_states()
        if field not in self._counted:
            self._counted[field] = self._count(field, LETTERS[field])
        return self._counted[field]

    @_telling_damage
    def _count_states(self) -> dict[str, int]:
        """How many of the entries are currently in each state; within the query's states, as these must all hold."""
        counts = {
            state: sum(chosen.intersection_cardinality(in_state(layer, state)) for layer, chosen in self._layers)
            for state in STATES
        }
        asked = self.query.values(Field.IS)
        return {state: count for state, count in counts.items() if count or state in asked}

    @_telling_damage
    def _count(self, field: Field, letter: str) -> dict[str, int]:
        asked = self.query.values(field)
        among = self._without(field) if asked else (self._chosen.base, self._chosen.fresh)
        layers = list(zip(self._state.layers, among, strict=True))
        (base, base_among), (fresh, fresh_among) = layers
        counts = dict(base.segment.indexes[letter].counts(base_among))
        for value, count in fresh.segment.indexes[letter].counts(fresh_among).items():
            if value not in counts:
                counts[value] = _how_many(letter, base, base_among, value)
            counts[value] += count
        for value in asked:
            counts[value] = sum(_how_many(letter, layer, chosen, value) for layer, chosen in layers)
        return _frequent(counts, letter, asked)

    @property
    def _layers(self) -> tuple[tuple[Layer, BitMap], tuple[Layer, BitMap]]:
        return (self._state.base, self._chosen.base), (self._state.fresh, self._chosen.fresh)

    def _without(self, field: Field | None) -> tuple[BitMap, BitMap]:
        """The positions in each layer that match all conditions except those on a field."""
        base, fresh = (
            reduce(
                BitMap.intersection,
                (positions for condition, positions in met if not _is_of(condition, field)),
                layer.live,
            )
            for layer, met in zip(self._state.layers, self._met, strict=True)
        )
        return base, fresh

    def _spot(self, key: EntryKey) -> Spot | None:
        """The spot of an entry among all entries of the state."""
        number = self._number(key)
        return None if number is None else self._state.spot(number)


def _is_of(condition: Condition, field: Field | None) -> bool:
    return isinstance(condition, OneOf) and condition.field is field


def _how_many(letter: str, layer: Layer, among: BitMap, value: str) -> int:
    """How many of some entries of a layer have a value."""
    return among.intersection_cardinality(layer.segment.indexes[letter].of(value))


def _frequent(counts: dict[str, int], letter: str, asked: Collection[str]) -> dict[str, int]:
    """The counts, largest first, ties by name; of open fields, only the most frequent and those in the query."""
    by_count = [(-count, value) for value, count in counts.items() if count or value in asked]
    if letter in OPEN and len(by_count) > LISTED:
        most = nsmallest(LISTED, by_count)
        by_count = list({*most, *((-counts[value], value) for value in asked)})
    return {value: -count for count, value in sorted(by_count)}
