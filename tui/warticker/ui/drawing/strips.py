"""A styled text as a line of the screen."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style


def strip_of(content: Content, width: int, style: Style, *behind: Segment) -> Strip:
    """A text on a background of `width` cells in a style, and what stands behind it.

    Made as one strip: each carries six caches, and adjusting another's length makes a second one.
    """
    segments = list(content.render_segments(style))
    cells = sum(cell_len(segment.text) for segment in segments)
    if cells > width:
        segments = list(Strip(segments, cells).crop(0, width))
    elif cells < width:
        segments.append(Segment(" " * (width - cells), style.rich_style))
    return Strip([*segments, *behind], width + sum(cell_len(segment.text) for segment in behind))
