"""Commands that mark entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.ui.commands import Group, command

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


@command("u", Group.MARK)
def unread(screen: MainScreen) -> None:
    """Mark the entry as unread, or as read."""
    screen.toggle_unread()


@command("s", Group.MARK, hint="save")
def save(screen: MainScreen) -> None:
    """Save the entry, or no longer."""
    screen.toggle_saved()
