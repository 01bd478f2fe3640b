"""Commands that change how entries are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.ui.commands import Group, command

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


@command("v", Group.VIEW)
def order(screen: MainScreen) -> None:
    """Newest first, or oldest first."""
    screen.reverse_order()


@command("z", Group.VIEW)
def zoom(screen: MainScreen) -> None:
    """The reader alone, or all panes."""
    screen.toggle_zoom()


@command("d", Group.VIEW)
def density(screen: MainScreen) -> None:
    """One line an entry, or comfortable."""
    screen.toggle_density()
