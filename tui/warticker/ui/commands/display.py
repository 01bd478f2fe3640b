"""Commands that change how entries are shown."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from warticker.archive.query.conditions import Field
from warticker.archive.selection import Order
from warticker.ui.command import Command, Group, Pane
from warticker.ui.commands.program import OFFLINE, OPEN_AGAIN
from warticker.ui.drawing.row import Density
from warticker.ui.new_entries import newest_of

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


@Command("R", Group.DISPLAY)
def arrivals(screen: MainScreen) -> None:
    """Show new entries, then go to the newest; check sources."""
    screen.arrivals.poll()
    if screen.library.is_bundled and screen.arrived:
        screen.app.exit(OPEN_AGAIN)
        return
    waits = screen.follower.now() if screen.follower else ()
    waiting, outdated, query = screen.arrived or screen.changed, screen.arrivals.outdated, screen.selection.query
    if waiting or outdated or query.values(Field.SINCE) or query.values(Field.UNTIL):
        screen.views.count_anew()
        screen.apply(screen.selection.query)
    if waiting:
        return
    if newest := newest_of(screen.library, screen.selection):
        screen.go_to(newest)
    elif waits:
        # Imported here: only what is followed needs it.
        from warticker.ui.drawing.sources import checking

        screen.notify(checking(waits, datetime.now(UTC)), timeout=2)
    elif not outdated:
        screen.notify(OFFLINE if screen.arrivals.offline else "Nothing new", timeout=2)


@Command("S", Group.DISPLAY)
def saved_views(screen: MainScreen) -> None:
    """Saved views: open one, or save the current query."""
    # Imported here: few need it.
    from warticker.ui.screens.views import ViewsScreen

    def open_view(name: str | None) -> None:
        if name is not None:
            screen.views.open(name)

    screen.app.push_screen(ViewsScreen(screen.views, screen.selection.query), open_view)


@Command("e", Group.DISPLAY)
def export(screen: MainScreen) -> None:
    """Export the selection to a file."""
    # Imported here: few need it.
    from warticker.ui.screens.export import ExportScreen

    if len(screen.selection):
        screen.app.push_screen(ExportScreen(screen.library, screen.selection))
    else:
        screen.notify("Nothing to export", timeout=2)
