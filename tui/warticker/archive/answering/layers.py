"""A state of an archive: two segments seen as one, the base and the fresh one with what was added or changed since."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from pyroaring import BitMap

from warticker.archive.query.conditions import Term
from warticker.archive.segments.segment import Segment
from warticker.archive.selection import Order

_CACHED = 64
"""How many terms' positions are cached."""


class Spot(NamedTuple):
    """The place of an entry in time order among those of both layers."""

    base: int
    """How many positions of the base come before it."""
    fresh: int
    """How many positions of the fresh layer come before it."""
    is_fresh: bool
    """Whether the entry itself is in the fresh layer."""


@dataclass(eq=False)
class Layer:
    """A segment, and which of its entries are current."""

    segment: Segment
    live: BitMap
    """The positions of entries that a fresher layer does not replace."""
    numbers: Callable[[str], BitMap]
    """Gives the numbers of the entries with a mark, by its name; a new bitmap after every change."""
    _marked: dict[str, tuple[BitMap, BitMap]] = field(default_factory=dict)
    """By mark, the numbers of the entries that had it at the last call, and their positions."""
    _found: dict[Term, BitMap] = field(default_factory=dict)

    def marked(self, name: str) -> BitMap:
        """The positions of the entries that currently have a mark."""
        now = self.numbers(name)
        before, positions = self._marked.get(name, (BitMap(), BitMap()))
        if now is not before:
            # Look up only the differences: looking up a million takes longer than a key press may.
            positions = positions ^ self.segment.positions_of(now ^ before)
            self._marked[name] = now, positions
        return positions

    def found(self, term: Term, numbers: Callable[[Term], BitMap]) -> BitMap:
        """The positions of the entries that have a word or phrase, cached for the next query with it."""
        if (found := self._found.get(term)) is None:
            if len(self._found) >= _CACHED:
                self._found.clear()
            found = self._found[term] = self.segment.positions_of(numbers(term))
        return found


class Chosen:
    """Positions of both layers merged into one sequence in time order; undated entries are at its end either way."""

    def __init__(self, state: State, base: BitMap, fresh: BitMap, order: Order) -> None:
        """Merge positions of both layers of a state."""
        self.base = base
        self.fresh = fresh
        self._state = state
        self._newest_first = order is Order.NEWEST
        self._dated = sum(
            chosen.range_cardinality(0, layer.segment.undated)
            for layer, chosen in zip(state.layers, (base, fresh), strict=True)
        )
        """The number of entries that have a day."""

    def __len__(self) -> int:
        return len(self.base) + len(self.fresh)

    def __contains__(self, spot: Spot) -> bool:
        return spot.fresh in self.fresh if spot.is_fresh else spot.base in self.base

    def before(self, spot: Spot) -> int:
        """How many of the sequence come before a spot."""
        newer = self.base.range_cardinality(0, spot.base) + self.fresh.range_cardinality(0, spot.fresh)
        if self._newest_first:
            return newer
        older = self._dated - newer - (spot in self)
        return older if self._state.is_dated(spot) else older + len(self)

    def spot(self, index: int) -> Spot:
        """The spot of the entry at an index."""
        index = self.turned(index)
        at = self._fresh_before(index)
        if at < len(self._fresh) and self._index(at) == index:
            return self._state.of_fresh(self._fresh[at])
        return self._state.of_base(self.base[index - at])

    def between(self, start: int, stop: int) -> list[tuple[int, bool]]:
        """The positions at indices start up to stop (exclusive), each with whether it is in the fresh layer."""
        if self._newest_first:
            return self._newest(start, stop)
        found = []
        for first, last in ((0, self._dated), (self._dated, len(self))):
            if (begin := max(start, first)) < (end := min(stop, last)):
                found += self._newest(first + last - end, first + last - begin)[::-1]
        return found

    def turned(self, index: int) -> int:
        """Convert an index between newest first and this order, either way."""
        return index if self._newest_first else (self._dated - 1 - index) % len(self)

    def _newest(self, start: int, stop: int) -> list[tuple[int, bool]]:
        """As `between`, for indices counted newest first."""
        first, last = self._fresh_before(start), self._fresh_before(stop)
        fresh = self._fresh[first:last]
        found, at = [], 0
        for position in self.base[start - first : stop - last]:
            while at < len(fresh) and self._state.rank(fresh[at]) <= position:
                found.append((fresh[at], True))
                at += 1
            found.append((position, False))
        return found + [(position, True) for position in fresh[at:]]

    @cached_property
    def _fresh(self) -> array[int]:
        return array("I", self.fresh)

    def _index(self, at: int) -> int:
        """The index, newest first, of the fresh entry with `at` fresh ones before it."""
        return at + self.base.range_cardinality(0, self._state.rank(self._fresh[at]))

    def _fresh_before(self, index: int) -> int:
        """How many fresh entries come before an index, counted newest first."""
        return bisect_left(range(len(self._fresh)), index, key=self._index)


class State:
    """A snapshot of the entries of an archive, as positions in two layers; only the marks change."""

    def __init__(self, base: Segment, fresh: Segment, numbers: Callable[[str], BitMap]) -> None:
        """Combine a base and the entries added or changed since; `numbers` gives the entries that have a mark."""
        gone = base.positions_of(BitMap(fresh.numbers.whole()))
        self.base = Layer(base, base.everything - gone, numbers)
        self.fresh = Layer(fresh, fresh.everything, numbers)

    @property
    def layers(self) -> tuple[Layer, Layer]:
        """Both layers."""
        return self.base, self.fresh

    def is_dated(self, spot: Spot) -> bool:
        """Whether the entry at a spot has a day."""
        at, layer = (spot.fresh, self.fresh) if spot.is_fresh else (spot.base, self.base)
        return at < layer.segment.undated

    def rank(self, position: int) -> int:
        """How many positions of the base come before one of the fresh layer; computed on each call."""
        fresh = self.fresh.segment
        return self.base.segment.rank(fresh.time_keys[position], fresh.numbers[position])

    def of_fresh(self, position: int) -> Spot:
        """The spot of the entry at a position of the fresh layer."""
        return Spot(self.rank(position), position, is_fresh=True)

    def of_base(self, position: int) -> Spot:
        """The spot of the entry at a position of the base."""
        return Spot(position, bisect_right(range(self.fresh.segment.size), position, key=self.rank), is_fresh=False)

    def spot(self, number: int) -> Spot | None:
        """The spot of an entry by its number; None if it is not in this state."""
        if (position := self.fresh.segment.position(number)) is not None:
            return self.of_fresh(position)
        position = self.base.segment.position(number)
        return None if position is None else self.of_base(position)
