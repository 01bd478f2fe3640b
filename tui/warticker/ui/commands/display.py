"""Commands that change how entries are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.archive.selection import Order
from warticker.ui.command import Command, Group, Pane
from warticker.ui.drawing.row import Density

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


@Command("v", Group.DISPLAY)
def order(screen: MainScreen) -> None:
    """Switch between newest and oldest first."""
    other = Order.OLDEST if screen.selection.order is Order.NEWEST else Order.NEWEST
    screen.show(screen.library.select(screen.selection.query, other))
    screen.notify(f"{other.value.capitalize()} first", timeout=2)


@Command("z", Group.DISPLAY)
def zoom(screen: MainScreen) -> None:
    """Maximise the reader, or restore all panes."""
    zoomed = not screen.has_class("-zoomed")
    screen.focus_pane(Pane.READER if zoomed else Pane.TIMELINE)
    screen.set_class(zoomed, "-zoomed")


@Command("f", Group.DISPLAY)
def hide_filter(screen: MainScreen) -> None:
    """Hide the filter or show it, where there is room."""
    if not (screen.has_class("-wide") or screen.has_class("-broad")):
        screen.notify("At this width the filter opens only when it is asked for", timeout=2)
        return
    screen.toggle_class("-unfiltered")
    if screen.pane is Pane.FILTER:
        screen.focus_pane(Pane.TIMELINE)


@Command("d", Group.DISPLAY)
def density(screen: MainScreen) -> None:
    """Switch between compact and comfortable rows."""
    screen.density = Density.COMFORTABLE if screen.density is Density.COMPACT else Density.COMPACT
