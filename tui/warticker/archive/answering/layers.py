"""A state of an archive: two segments seen as one, what lies in the base and what has come or changed since."""

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

_KEPT = 64
"""Terms whose positions are kept."""


class Spot(NamedTuple):
    """A place among all entries, and what stands there."""

    base: int
    """How many positions of the base come before it."""
    fresh: int
    """How many positions of what is fresh come before it."""
    is_fresh: bool
    """Whether the entry there is fresh."""


@dataclass(eq=False)
class Layer:
    """A segment, and which of its entries count."""

    segment: Segment
    live: BitMap
    """The positions of those that have not changed since."""
    numbers: Callable[[str], BitMap]
    """The entries that have a mark, by its name: another bitmap after every change."""
    _marked: dict[str, tuple[BitMap, BitMap]] = field(default_factory=dict)
    """By mark, the entries that had it when that was last asked, and their positions."""
    _found: dict[Term, BitMap] = field(default_factory=dict)

    def marked(self, name: str) -> BitMap:
        """The positions of the entries that have a mark now."""
        now = self.numbers(name)
        before, positions = self._marked.get(name, (BitMap(), BitMap()))
        if now is not before:
            # Of those alone that have changed, as looking up a million takes longer than a key may.
            positions = positions ^ self.segment.positions_of(now ^ before)
            self._marked[name] = now, positions
        return positions

    def found(self, term: Term, numbers: Callable[[Term], BitMap]) -> BitMap:
        """The positions of the entries that have a word or phrase, kept for the next query that has it."""
        if (found := self._found.get(term)) is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self._found[term] = self.segment.positions_of(numbers(term))
        return found


class Chosen:
    """Positions of both layers as one sequence in time order; those without a day are at its end in either order."""

    def __init__(self, state: State, base: BitMap, fresh: BitMap, order: Order) -> None:
        """Join positions of both layers of a state."""
        self.base = base
        self.fresh = fresh
        self._state = state
        self._newest_first = order is Order.NEWEST
        self._dated = sum(
            chosen.range_cardinality(0, layer.segment.undated)
            for layer, chosen in zip(state.layers, (base, fresh), strict=True)
        )
        """How many of them have a day."""

    def __len__(self) -> int:
        return len(self.base) + len(self.fresh)

    def __contains__(self, spot: Spot) -> bool:
        return spot.fresh in self.fresh if spot.is_fresh else spot.base in self.base

    def before(self, spot: Spot) -> int:
        """How many come before a place."""
        newer = self.base.range_cardinality(0, spot.base) + self.fresh.range_cardinality(0, spot.fresh)
        if self._newest_first:
            return newer
        older = self._dated - newer - (spot in self)
        return older if self._state.is_dated(spot) else older + len(self)

    def spot(self, index: int) -> Spot:
        """Where the entry at an index is."""
        index = self.turned(index)
        at = self._fresh_before(index)
        if at < len(self._fresh) and self._index(at) == index:
            return self._state.of_fresh(self._fresh[at])
        return self._state.of_base(self.base[index - at])

    def between(self, start: int, stop: int) -> list[tuple[int, bool]]:
        """The positions at indices start to stop, each with whether it is fresh."""
        if self._newest_first:
            return self._newest(start, stop)
        found = []
        for first, last in ((0, self._dated), (self._dated, len(self))):
            if (begin := max(start, first)) < (end := min(stop, last)):
                found += self._newest(first + last - end, first + last - begin)[::-1]
        return found

    def turned(self, index: int) -> int:
        """An index counted newest first as counted in this order, and back."""
        return index if self._newest_first else (self._dated - 1 - index) % len(self)

    def _newest(self, start: int, stop: int) -> list[tuple[int, bool]]:
        """The positions at indices start to stop, as counted newest first."""
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
        """The index of a fresh entry newest first, given how many fresh ones come before it."""
        return at + self.base.range_cardinality(0, self._state.rank(self._fresh[at]))

    def _fresh_before(self, index: int) -> int:
        """How many fresh entries come before an index, as counted newest first."""
        return bisect_left(range(len(self._fresh)), index, key=self._index)


class State:
    """The entries of an archive as positions in two layers; only the marks change."""

    def __init__(self, base: Segment, fresh: Segment, numbers: Callable[[str], BitMap]) -> None:
        """See a base and what has come or changed since as one; `numbers` gives the entries that have a mark."""
        gone = base.positions_of(BitMap(fresh.numbers.whole()))
        self.base = Layer(base, base.everything - gone, numbers)
        self.fresh = Layer(fresh, fresh.everything, numbers)

    @property
    def layers(self) -> tuple[Layer, Layer]:
        """Both layers."""
        return self.base, self.fresh

    def is_dated(self, spot: Spot) -> bool:
        """Whether the entry at a place has a day."""
        at, layer = (spot.fresh, self.fresh) if spot.is_fresh else (spot.base, self.base)
        return at < layer.segment.undated

    def rank(self, position: int) -> int:
        """How many positions of the base come before one of what is fresh: worked out when it is asked for."""
        fresh = self.fresh.segment
        return self.base.segment.rank(fresh.time_keys[position], fresh.numbers[position])

    def of_fresh(self, position: int) -> Spot:
        """Where the entry at a position of what is fresh is."""
        return Spot(self.rank(position), position, is_fresh=True)

    def of_base(self, position: int) -> Spot:
        """Where the entry at a position of the base is."""
        return Spot(position, bisect_right(range(self.fresh.segment.size), position, key=self.rank), is_fresh=False)

    def spot(self, number: int) -> Spot | None:
        """Where an entry is; None where it is not in this state."""
        if (position := self.fresh.segment.position(number)) is not None:
            return self.of_fresh(position)
        position = self.base.segment.position(number)
        return None if position is None else self.of_base(position)
