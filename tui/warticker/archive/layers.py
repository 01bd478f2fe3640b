"""Two segments seen as one: what lies in the base, and what has come or changed since."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from pyroaring import BitMap

from warticker.archive.conditions import Term
from warticker.archive.segment import Segment

_KEPT = 64
"""Terms whose positions are kept."""


class Spot(NamedTuple):
    """A place among all entries: how many positions of the base and of what is fresh come before it."""

    base: int
    fresh: int


@dataclass(eq=False)
class Layer:
    """A segment, and which of its entries count."""

    segment: Segment
    live: BitMap
    """The positions of those that have not changed since."""
    numbers: Callable[[str], BitMap]
    """The entries that have a mark, by its name."""
    _marked: dict[str, BitMap] = field(default_factory=dict)
    _found: dict[Term, BitMap] = field(default_factory=dict)

    def marked(self, name: str) -> BitMap:
        """The positions of the entries that have a mark now."""
        if (found := self._marked.get(name)) is None:
            found = self._marked[name] = self.segment.positions_of(self.numbers(name))
        return found

    def found(self, term: Term, numbers: Callable[[Term], BitMap]) -> BitMap:
        """The positions of the entries that have a word or phrase, kept for the next query that has it."""
        if (found := self._found.get(term)) is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self._found[term] = self.segment.positions_of(numbers(term))
        return found

    def flip(self, name: str, numbers: BitMap) -> None:
        """Give entries a mark that had none, and take it from those that had it."""
        if name in self._marked:
            self._marked[name] ^= self.segment.positions_of(numbers)


class BaseRanks:
    """How many of a base's positions come before each fresh one, looked up when it is asked for."""

    def __init__(self, base: Segment, fresh: Segment) -> None:
        self._base = base
        self._fresh = fresh

    def __len__(self) -> int:
        return self._fresh.size

    def __getitem__(self, at: int) -> int:
        return self._base.rank(self._fresh.time_keys[at], self._fresh.numbers[at])


class Chosen:
    """Positions of both layers as one sequence, newest first."""

    def __init__(self, base: BitMap, fresh: BitMap, ranks: BaseRanks) -> None:
        """Join positions; `ranks` tells for each fresh entry how many of the whole base come before it."""
        self.base = base
        self.fresh = fresh
        self._ranks = ranks

    def __len__(self) -> int:
        return len(self.base) + len(self.fresh)

    def __contains__(self, spot: tuple[Spot, bool]) -> bool:
        (base, fresh), is_fresh = spot
        return fresh in self.fresh if is_fresh else base in self.base

    def rank(self, spot: Spot) -> int:
        """How many come before a place."""
        return self.base.range_cardinality(0, spot.base) + self.fresh.range_cardinality(0, spot.fresh)

    def spot(self, index: int) -> tuple[Spot, bool]:
        """Where the entry at an index is, and whether it is fresh."""
        at = self._fresh_before(index)
        if at < len(self._fresh) and self._index(at) == index:
            return Spot(self._ranks[self._fresh[at]], self._fresh[at]), True
        position = self.base[index - at]
        return Spot(position, bisect_right(self._ranks, position)), False

    def between(self, start: int, stop: int) -> list[tuple[int, bool]]:
        """The positions at indices start to stop, each with whether it is fresh."""
        first, last = self._fresh_before(start), self._fresh_before(stop)
        fresh = self._fresh[first:last]
        found, at = [], 0
        for position in self.base[start - first : stop - last]:
            while at < len(fresh) and self._ranks[fresh[at]] <= position:
                found.append((fresh[at], True))
                at += 1
            found.append((position, False))
        return found + [(position, True) for position in fresh[at:]]

    @cached_property
    def _fresh(self) -> array[int]:
        return array("I", self.fresh)

    def _index(self, at: int) -> int:
        """The index of a fresh entry, given how many fresh ones come before it."""
        return at + self.base.range_cardinality(0, self._ranks[self._fresh[at]])

    def _fresh_before(self, index: int) -> int:
        """How many fresh entries come before an index."""
        return bisect_left(range(len(self._fresh)), index, key=self._index)
