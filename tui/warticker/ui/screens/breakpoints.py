"""The size classes of a screen, for its styles."""

from __future__ import annotations

from typing import Any

from textual.geometry import Size
from textual.screen import Screen

LOW = 20
"""Terminals with fewer lines get no blank ones."""

WIDTHS = [(0, "-narrow"), (70, "-medium"), (100, "-wide"), (150, "-broad")]
"""The class for each width, in columns; they are for one pane, two or three."""

HEIGHTS = [(0, "-low"), (LOW, "-high")]
"""The class for each height, in lines."""


def classes(screen: type[Screen[Any]], size: Size) -> list[str]:
    """The classes of a screen's breakpoints for a size.

    Textual itself sets them only after a screen was laid out and painted once.
    """
    extents = (screen.HORIZONTAL_BREAKPOINTS, size.width), (screen.VERTICAL_BREAKPOINTS, size.height)
    reached = ([each for each in breakpoints or () if each[0] <= extent] for breakpoints, extent in extents)
    return [max(each)[1] for each in reached if each]
