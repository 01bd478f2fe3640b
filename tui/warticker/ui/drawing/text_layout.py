"""A rendered text broken into lines: which stretch of its text stands where, and how it looks there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from rich.cells import cell_len
from textual.content import Content, Span
from textual.strip import Strip

from warticker.rendering.composer import SEPARATOR, Rendered
from warticker.ui.drawing.wrapping import wrap


@dataclass(slots=True)
class TextLayout:
    """A rendered text laid out in lines that fit into a number of cells, and drawn as far as it was asked for."""

    rendered: Rendered
    width: int
    lines: list[tuple[int, int]] = field(default_factory=list)
    """Each line's stretch of the text."""
    indents: list[int] = field(default_factory=list)
    """How many cells to the right each line begins."""
    strips: dict[int, Strip] = field(default_factory=dict)
    """The lines that have been drawn."""
    _dress: list[list[Span]] | None = None
    """How parts of each line look, counted from its start; None until that is said."""

    def __post_init__(self) -> None:
        hanging, start = dict(self.rendered.hanging), 0
        for paragraph in self.rendered.text.plain.rstrip("\n").split("\n"):
            indent = min(hanging.get(start, 0), self.width // 2)
            found = wrap(paragraph, self.width, hanging=indent)
            self.lines += [(start + first, self._trimmed(start + last)) for first, last in found]
            self.indents += [0, *[indent] * (len(found) - 1)]
            start += len(paragraph) + 1

    def _trimmed(self, end: int) -> int:
        """Where a line ends that would end at a position: before a separator, which has nothing to part there."""
        before = end - len(SEPARATOR.rstrip(" "))
        return before if before in self.rendered.separators else end

    @property
    def dressed(self) -> bool:
        """Whether it has been said how the text looks."""
        return self._dress is not None

    def dress(self, spans: Iterable[Span]) -> None:
        """Say how stretches of the text look. Sorted into lines at once: a long text has thousands of both."""
        self._dress = [[] for _ in self.lines]
        for span in spans:
            for index in range(self.line_of(span.start), self.line_of(span.end) + 1):
                start, end = self.lines[index]
                first, last = max(span.start, start), min(span.end, end)
                if first < last:
                    self._dress[index].append(Span(first - start, last - start, span.style))

    def redraw(self) -> None:
        """Draw every line anew when it is next asked for; how it looks has to be said before."""
        self._dress = None
        self.strips.clear()

    def line(self, index: int) -> Content:
        """A line as far as it is text."""
        start, end = self.lines[index]
        return Content(self.rendered.text.plain[start:end], self._dress[index] if self._dress else [])

    def line_of(self, offset: int) -> int:
        """The line that a position of the text is on."""
        return max(0, bisect_right(self.lines, (offset, len(self.rendered.text) + 1)) - 1)

    def at_cell(self, index: int, cell: int) -> int | None:
        """The position of the text that is seen in a cell of a line; None where none is."""
        if index < len(self.lines) and (left := cell - self.indents[index]) >= 0:
            for position in range(*self.lines[index]):
                left -= cell_len(self.rendered.text.plain[position])
                if left < 0:
                    return position
        return None

    def at_column(self, index: int, column: int) -> int:
        """The position of the text nearest to a column of a line, the indent counted as one column a cell."""
        if index >= len(self.lines):
            return len(self.rendered.text)
        start, end = self.lines[index]
        return min(start + max(column - self.indents[index], 0), end)
