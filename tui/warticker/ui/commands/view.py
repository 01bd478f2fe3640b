"""Commands that change how entries are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.archive.selection import Order
from warticker.ui.commands import Group, Pane, command
from warticker.ui.views.row import Density

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


@command("v", Group.VIEW)
def order(screen: MainScreen) -> None:
    """Newest first, or oldest first."""
    other = Order.OLDEST if screen.selection.order is Order.NEWEST else Order.NEWEST
    screen.show(screen.library.select(screen.selection.query, other))
    screen.notify(f"{other.value.capitalize()} first", timeout=2)


@command("z", Group.VIEW)
def zoom(screen: MainScreen) -> None:
    """The reader alone, or all panes."""
    zoomed = not screen.has_class("-zoomed")
    screen.focus_pane(Pane.READER if zoomed else Pane.TIMELINE)
    screen.set_class(zoomed, "-zoomed")


@command("d", Group.VIEW)
def density(screen: MainScreen) -> None:
    """One line an entry, or comfortable."""
    compact = screen.timeline.density is Density.COMPACT
    screen.timeline.density = Density.COMFORTABLE if compact else Density.COMPACT
