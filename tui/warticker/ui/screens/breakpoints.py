"""How wide and high a screen is, for its styles."""

from __future__ import annotations

from typing import Any

from textual.geometry import Size
from textual.screen import Screen

LOW = 20
"""Lines below which a terminal has none to leave blank."""

WIDTHS = [(0, "-narrow"), (70, "-medium"), (100, "-wide"), (150, "-broad")]
"""From how many columns on a screen has which class; one pane, two or three are as wide as that."""

HEIGHTS = [(0, "-low"), (LOW, "-high")]
"""The same by lines."""


def classes(screen: type[Screen[Any]], size: Size) -> list[str]:
    """The classes that a screen's breakpoints give it at a size.

    By itself Textual gives them to a screen when it has been laid out and painted once.
    """
    extents = (screen.HORIZONTAL_BREAKPOINTS, size.width), (screen.VERTICAL_BREAKPOINTS, size.height)
    reached = ([each for each in breakpoints or () if each[0] <= extent] for breakpoints, extent in extents)
    return [max(each)[1] for each in reached if each]
