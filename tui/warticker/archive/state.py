"""All that queries are answered from, at one state of an archive: bitmaps over positions in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import reduce

from pyroaring import BitMap

from warticker.archive import days
from warticker.archive.conditions import AllOf, AnyOf, Condition, Field, Not, OneOf, Term
from warticker.archive.facets import FacetIndex
from warticker.archive.timeorder import TimeOrder
from warticker.archive.traits import UNVERIFIED


@dataclass(frozen=True, slots=True)
class State:
    """The entries of an archive as positions, newest first; only the marks change."""

    order: TimeOrder
    facets: FacetIndex
    hours: tuple[BitMap, ...]
    """The positions of the entries of each of the 24 hours of the day."""
    unread: BitMap
    saved: BitMap

    @property
    def everything(self) -> BitMap:
        """The positions of all entries."""
        return BitMap(range(len(self.order)))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What conditions mean for one state, on one day."""

    state: State
    today: date
    """What `7d` and `yesterday` count from."""
    found: Callable[[Term], BitMap]
    """The positions of the entries that words find."""

    def of(self, condition: Condition) -> BitMap:
        """The positions of the entries that meet a condition, as a bitmap of its own."""
        match condition:
            case Term():
                return self.found(condition)
            case OneOf(field, values):
                return BitMap.union(BitMap(), *(self._having(field, value) for value in values))
            case Not(inner):
                return self.state.everything - self.of(inner)
            case AnyOf(conditions):
                return BitMap.union(*map(self.of, conditions))
            case AllOf(conditions):
                return reduce(BitMap.intersection, map(self.of, conditions))

    def _having(self, field: Field, value: str) -> BitMap:
        order = self.state.order
        match field:
            case Field.SINCE:
                return BitMap(order.since(days.resolved(value, self.today)))
            case Field.UNTIL:
                return BitMap(order.until(days.resolved(value, self.today)))
            case Field.ON:
                day = days.resolved(value, self.today)
                return BitMap(order.since(day)) & BitMap(order.until(day))
            case Field.IS if value != UNVERIFIED:
                return self.state.unread if value == "unread" else self.state.saved
            case _:
                return self.state.facets.of(field, value)
