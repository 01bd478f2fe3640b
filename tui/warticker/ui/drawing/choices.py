"""The filter's lines for a cursor: which can be chosen, and where each section begins and ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from warticker.ui.drawing.filter_lines import Line, Section


class Choices:
    """The filter's lines, built lazily: a section is counted when one of its lines is first needed."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self._made: list[Line] = []
        self._coming = iter(lines)

    def first(self, count: int) -> Sequence[Line]:
        """The first lines, as many as there are up to a count."""
        self._made += islice(self._coming, max(0, count - len(self._made)))
        return self._made[:count]

    def whole(self) -> Sequence[Line]:
        """All lines."""
        self._made += self._coming
        return self._made

    def line(self, index: int) -> Line | None:
        """The line at an index; None where there is none."""
        if index >= len(self._made):
            self.first(index + 1)
        return self._made[index] if 0 <= index < len(self._made) else None

    def beyond(self, index: int, step: int) -> int | None:
        """The nearest line after an index that can be chosen, or with -1 before it; None if there is none."""
        while (line := self.line(index := index + step)) is not None:
            if line.choosable:
                return index
        return None

    def nearest(self, index: int) -> int | None:
        """The first line from an index on that can be chosen, else the last of all; None if there is none."""
        found = self.beyond(index - 1, 1)
        return self.beyond(len(self.whole()), -1) if found is None else found

    def index_of(self, wanted: Line) -> int | None:
        """The index of the line with the same value; None if there is none."""
        index = self.beyond(-1, 1)
        while index is not None and not self._made[index].stands_for(wanted):
            index = self.beyond(index, 1)
        return index

    def start_of(self, section: Section) -> int | None:
        """The first value of a section; None where it has none."""
        same = (at for at, line in enumerate(self.whole()) if line.choosable and line.section is section)
        return next(same, None)

    def section_beyond(self, index: int, step: int) -> int | None:
        """The first value of the next section, or with -1 of this section, or the one before if already there."""
        starts = (at for at in range(len(self.whole()))[::step] if self.starts_section(at))
        return next((at for at in starts if (at - index) * step > 0), None)

    def starts_section(self, index: int) -> bool:
        """Whether a line is the first value of its section."""
        line, above = self.line(index), self.line(index - 1)
        return line is not None and line.choosable and not (above and above.choosable)

    def section_end(self, index: int) -> int:
        """The line after the last one of the section that a value is in."""
        while (line := self.line(index)) is not None and line.choosable:
            index += 1
        return index
