"""Entries in time: dense positions, newest first, so that days are ranges and bitmaps stay small."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

from pyroaring import BitMap

from warticker.archive.traits import UNDATED


class TimeOrder:
    """The positions of entries whose numbers were given in the order in which they were added."""

    def __init__(self, places: Sequence[tuple[int, int, float]]) -> None:
        """Order entries by what `traits.place_in_time` gives for each; ties keep the order of their numbers."""
        self.numbers = array("I", sorted(range(len(places)), key=places.__getitem__))
        """The entry at each position."""
        self.positions = array("I", bytes(self.numbers.itemsize * len(places)))
        """The position of each entry."""
        for position, number in enumerate(self.numbers):
            self.positions[number] = position
        self._in_order = all(number == position for position, number in enumerate(self.numbers))
        self.days: list[date | None] = []
        """The days of the runs, newest first, None last."""
        self.starts: list[int] = []
        """The first position of each run, and behind the last run the number of entries."""
        self._ordinals: list[int] = []
        before: tuple[int, int] | None = None
        for position, number in enumerate(self.numbers):
            late, ordinal, _ = places[number]
            if (late, ordinal) != before:
                before = (late, ordinal)
                self.starts.append(position)
                self.days.append(None if late == UNDATED[0] else date.fromordinal(-ordinal))
                if late != UNDATED[0]:
                    self._ordinals.append(ordinal)
        self.starts.append(len(places))

    def __len__(self) -> int:
        return len(self.numbers)

    def bitmap(self, numbers: Iterable[int]) -> BitMap:
        """The positions of some entries."""
        return BitMap(numbers) if self._in_order else BitMap([self.positions[number] for number in numbers])

    def since(self, day: date) -> range:
        """The positions of entries of a day or later."""
        return range(self.starts[bisect_left(self._ordinals, -day.toordinal() + 1)])

    def until(self, day: date) -> range:
        """The positions of entries of a day or earlier; of those without a day none."""
        return range(self.starts[bisect_left(self._ordinals, -day.toordinal())], self.starts[len(self._ordinals)])
