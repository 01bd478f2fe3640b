"""All that queries are answered from, at one state of an archive: bitmaps over positions in time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import reduce

from pyroaring import BitMap

from warticker.archive import days
from warticker.archive.conditions import AllOf, AnyOf, Condition, Field, Not, OneOf, Term
from warticker.archive.layers import BaseRanks, Chosen, Layer, Spot
from warticker.archive.marks import NEW, NOTED, READ, SAVED, Marks
from warticker.archive.segment import Segment
from warticker.archive.traits import LETTERS


class State:
    """The entries of an archive as positions in two layers; only the marks change."""

    def __init__(self, base: Segment, fresh: Segment, marks: Marks) -> None:
        """See a base and what has come or changed since as one."""
        gone = base.positions_of(BitMap(fresh.numbers.whole()))
        self.base = Layer(base, base.everything - gone, marks.numbers)
        self.fresh = Layer(fresh, fresh.everything, marks.numbers)
        marks.layers.update((self.base, self.fresh))
        self.ranks = BaseRanks(base, fresh)

    @property
    def layers(self) -> tuple[Layer, Layer]:
        """Both layers."""
        return self.base, self.fresh

    def __len__(self) -> int:
        return len(self.base.live) + len(self.fresh.live)

    def chosen(self, positions: tuple[BitMap, BitMap]) -> Chosen:
        """Positions of each layer as one sequence."""
        return Chosen(*positions, self.ranks)

    def spot(self, number: int) -> tuple[Spot, bool] | None:
        """Where an entry is, and whether it is fresh; None where it is not in this state."""
        if (position := self.fresh.segment.position(number)) is not None:
            return Spot(self.ranks[position], position), True
        if (position := self.base.segment.position(number)) is not None:
            return Spot(position, bisect_right(self.ranks, position)), False
        return None


def in_state(layer: Layer, state: str) -> BitMap:
    """The positions of the entries of a layer that are in a state now, one of `grammar.STATES`."""
    if state == "unread":
        return layer.live - layer.marked(READ)
    return layer.marked(state) if state in {SAVED, NOTED, NEW} else layer.segment.indexes[LETTERS[Field.IS]].of(state)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What conditions mean for a layer of a state, on one day."""

    layer: Layer
    today: date
    """What `7d` and `yesterday` count from."""
    found: Callable[[Layer, Term], BitMap]
    """The positions of the entries of a layer that words find."""

    def of(self, condition: Condition) -> BitMap:
        """The positions of the live entries that meet a condition."""
        return self.layer.live & self._of(condition)

    def _of(self, condition: Condition) -> BitMap:
        match condition:
            case Term():
                return self.found(self.layer, condition)
            case OneOf(field, values):
                return BitMap.union(BitMap(), *(self._having(field, value) for value in values))
            case Not(inner):
                return self.layer.live - self._of(inner)
            case AnyOf(conditions):
                return BitMap.union(*map(self._of, conditions))
            case AllOf(conditions):
                return reduce(BitMap.intersection, map(self._of, conditions))

    def _having(self, field: Field, value: str) -> BitMap:
        segment = self.layer.segment
        match field:
            case Field.SINCE:
                return segment.since(days.resolved(value, self.today))
            case Field.UNTIL:
                return segment.until(days.resolved(value, self.today))
            case Field.ON:
                day = days.resolved(value, self.today)
                return segment.since(day) & segment.until(day)
            case Field.IS:
                return in_state(self.layer, value)
            case _:
                return segment.indexes[LETTERS[field]].of(value)
