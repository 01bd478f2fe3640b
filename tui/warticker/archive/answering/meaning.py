"""Evaluates the conditions of a query: for a layer of a state, the positions of the entries that match one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import reduce
from typing import NamedTuple

from pyroaring import BitMap

from warticker.archive.answering.layers import Layer
from warticker.archive.entries.time_keys import keys_of
from warticker.archive.entries.traits import LETTERS, NEW, NOTED, PLACES, READ, SAVED
from warticker.archive.protocol import PlaceNames
from warticker.archive.query import times
from warticker.archive.query.conditions import AllOf, AnyOf, Condition, Field, Not, OneOf, Term


class Meaning(NamedTuple):
    """Evaluates conditions as of a time."""

    now: datetime
    """The time in Berlin that `2h`, `7d` and `yesterday` are relative to."""
    place_names: PlaceNames
    """Gives the places that a word also matches."""
    numbers: Callable[[Term], BitMap]
    """Gives the numbers of the entries that have a word or phrase."""

    def of(self, condition: Condition, layer: Layer) -> BitMap:
        """The positions of the live entries of a layer that match a condition."""
        return layer.live & self._of(condition, layer)

    def _of(self, condition: Condition, layer: Layer) -> BitMap:
        match condition:
            case Term():
                places = layer.segment.indexes[PLACES]
                named = (places.of(name) for name in self.place_names(condition.text))
                return BitMap.union(layer.found(condition, self.numbers), *named)
            case OneOf(field, values):
                return BitMap.union(BitMap(), *(self._having(field, value, layer) for value in values))
            case Not(inner):
                return layer.live - self._of(inner, layer)
            case AnyOf(conditions):
                return BitMap.union(*(self._of(inner, layer) for inner in conditions))
            case AllOf(conditions):
                return reduce(BitMap.intersection, (self._of(inner, layer) for inner in conditions))

    def _having(self, field: Field, value: str, layer: Layer) -> BitMap:
        segment = layer.segment
        match field:
            case Field.SINCE | Field.UNTIL | Field.ON:
                earliest, latest = map(keys_of, times.ends(value, self.now))
                first = 0 if field is Field.SINCE else segment.before(latest.start)
                return BitMap(range(first, segment.undated if field is Field.UNTIL else segment.before(earliest.stop)))
            case Field.IS:
                return in_state(layer, value)
            case _:
                return segment.indexes[LETTERS[field]].of(value)


def in_state(layer: Layer, state: str) -> BitMap:
    """The positions of the entries of a layer that are currently in a state, one of `grammar.STATES`."""
    if state == "unread":
        return layer.live - layer.marked(READ)
    return layer.marked(state) if state in {SAVED, NOTED, NEW} else layer.segment.indexes[LETTERS[Field.IS]].of(state)
