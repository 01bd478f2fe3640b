"""Commands that change how entries are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.archive.selection import Order
from warticker.ui.command import Group, Pane, command
from warticker.ui.drawing.row import Density
from warticker.ui.news import newest_of

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
    screen.density = Density.COMFORTABLE if screen.density is Density.COMPACT else Density.COMPACT


@command("R", Group.VIEW)
def arrivals(screen: MainScreen) -> None:
    """Show what has arrived, then go to it; ask sources for more."""
    screen.arrivals.look()
    asked = screen.follower.now() if screen.follower else 0
    arrived, outdated = screen.arrived, screen.arrivals.outdated
    if arrived or outdated:
        screen.views.count_anew()
        screen.ask(screen.selection.query)
    if arrived:
        return
    if newest := newest_of(screen.library, screen.selection):
        screen.go_to(newest)
    elif asked:
        several = f"{asked} sources, each" if asked > 1 else "1 source"
        screen.notify(f"Reading {several} as soon as it may be asked", timeout=2)
    elif not outdated:
        offline = screen.follower is None and len(screen.library.archive.subscriptions)
        screen.notify("Offline: no source is asked" if offline else "Nothing new", timeout=2)


@command("S", Group.VIEW)
def saved_views(screen: MainScreen) -> None:
    """Saved views: open one, save the present query."""
    # Imported here as only who asks for it needs it.
    from warticker.ui.screens.views import ViewsScreen

    def ask(name: str | None) -> None:
        if name is not None:
            screen.views.ask(name)

    screen.app.push_screen(ViewsScreen(screen.views, screen.selection.query), ask)


@command("e", Group.VIEW)
def export(screen: MainScreen) -> None:
    """Export what is selected to a file."""
    # Imported here as only who asks for it needs it.
    from warticker.ui.screens.export import ExportScreen

    if len(screen.selection):
        screen.app.push_screen(ExportScreen(screen.library, screen.selection))
    else:
        screen.notify("There is nothing to export", timeout=2)
