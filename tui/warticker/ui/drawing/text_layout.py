"""A rendered text broken into lines: which part of the text each line shows, and its styles."""

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
    """A rendered text broken into lines of a width; lines are drawn on demand."""

    rendered: Rendered
    width: int
    lines: list[tuple[int, int]] = field(default_factory=list)
    """Each line's range of the text."""
    indents: list[int] = field(default_factory=list)
    """How many cells each line is indented."""
    strips: dict[int, Strip] = field(default_factory=dict)
    """The lines drawn so far."""
    _dress: list[list[Span]] | None = None
    """The styles of each line, counted from its start; None until they are set."""

    def __post_init__(self) -> None:
        hanging, start = dict(self.rendered.hanging), 0
        for paragraph in self.rendered.text.plain.rstrip("\n").split("\n"):
            indent = min(hanging.get(start, 0), self.width // 2)
            found = wrap(paragraph, self.width, hanging=indent)
            self.lines += [(start + first, self._trimmed(start + last)) for first, last in found]
            self.indents += [0, *[indent] * (len(found) - 1)]
            start += len(paragraph) + 1

    def _trimmed(self, end: int) -> int:
        """Where a line ends that would end at a position: before a separator, which is dropped at a line's end."""
        before = end - len(SEPARATOR.rstrip(" "))
        return before if before in self.rendered.separators else end

    @property
    def dressed(self) -> bool:
        """Whether the styles are set."""
        return self._dress is not None

    def dress(self, spans: Iterable[Span]) -> None:
        """Set the styles of the text. They are sorted into lines at once: a long text has thousands of both."""
        self._dress = [[] for _ in self.lines]
        for span in spans:
            for index in range(self.line_of(span.start), self.line_of(span.end) + 1):
                start, end = self.lines[index]
                first, last = max(span.start, start), min(span.end, end)
                if first < last:
                    self._dress[index].append(Span(first - start, last - start, span.style))

    def redraw(self) -> None:
        """Drop the drawn lines; the styles must be set again first."""
        self._dress = None
        self.strips.clear()

    def line(self, index: int) -> Content:
        """A line, up to the end of its text."""
        start, end = self.lines[index]
        return Content(self.rendered.text.plain[start:end], self._dress[index] if self._dress else [])

    def line_of(self, offset: int) -> int:
        """The line that a position of the text is on."""
        return max(0, bisect_right(self.lines, (offset, len(self.rendered.text) + 1)) - 1)

    def at_cell(self, index: int, cell: int) -> int | None:
        """The position of the text in a cell of a line; None if there is none."""
        if index < len(self.lines) and (left := cell - self.indents[index]) >= 0:
            for position in range(*self.lines[index]):
                left -= cell_len(self.rendered.text.plain[position])
                if left < 0:
                    return position
        return None

    def at_column(self, index: int, column: int) -> int:
        """The position of the text nearest to a column of a line; the indent counts a column per cell."""
        if index >= len(self.lines):
            return len(self.rendered.text)
        start, end = self.lines[index]
        return min(start + max(column - self.indents[index], 0), end)
