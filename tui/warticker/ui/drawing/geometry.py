"""Maps lines to rows and days in a list of rows under day headings; all rows have the same height."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from warticker.archive.selection import DayCount


@dataclass(frozen=True, slots=True)
class Divider:
    """The end, or the beginning, of what is new."""

    row: int
    """The row after the divider."""
    count: int
    """How many rows on one side of it are new."""
    above: bool
    """Whether these are above it, as with the newest first."""
    since: str = "since your last visit"
    """Since when they are new."""


class Place(NamedTuple):
    """What stands on a line."""

    day: int
    """The index of its day."""
    row: int | None
    """The position of its row; None on a day's heading and on the divider."""
    offset: int
    """The line within the row or heading."""
    divider: bool = False
    """Whether it is the divider between new and earlier entries."""


class Geometry:
    """The lines of a list; every day has a heading line before its rows, and there may be one divider."""

    def __init__(self, days: Sequence[DayCount], row_height: int, divider: Divider | None = None) -> None:
        self.days = days
        self.row_height = row_height
        self.divider = divider
        self._starts = [day.start for day in days]
        """The first row of each day."""
        self._headings = [start * row_height + index for index, start in enumerate(self._starts)]
        """The line of each day's heading, not counting the divider."""
        self._divider_line: int | None = None
        """The line of the divider: before the heading if its row is the first of a day."""
        if divider is not None:
            day = self.day_of(divider.row)
            first = self._starts[day] == divider.row
            self._divider_line = self._headings[day] if first else divider.row * row_height + day + 1

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.days[-1].start + self.days[-1].count if self.days else 0

    @property
    def height(self) -> int:
        """How many lines there are."""
        return self.rows * self.row_height + len(self.days) + (self.divider is not None)

    def day_of(self, row: int) -> int:
        """The index of a row's day."""
        return bisect_right(self._starts, row) - 1

    def line_of(self, row: int) -> int:
        """The first line of a row."""
        divided = self.divider is not None and row >= self.divider.row
        return row * self.row_height + self.day_of(row) + 1 + divided

    def at(self, line: int) -> Place | None:
        """What stands on a line; None below the last."""
        if not 0 <= line < self.height:
            return None
        if self._divider_line is not None and line >= self._divider_line:
            if line == self._divider_line:
                return Place(bisect_right(self._headings, max(line - 1, 0)) - 1, None, 0, divider=True)
            line -= 1
        day = bisect_right(self._headings, line) - 1
        below = line - self._headings[day] - 1
        if below < 0:
            return Place(day, None, 0)
        return Place(day, self._starts[day] + below // self.row_height, below % self.row_height)
