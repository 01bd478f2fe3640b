"""Commands that mark entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.ui.command import Command, Group
from warticker.ui.prompts import NotePrompt

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


@Command("u", Group.MARK)
def unread(screen: MainScreen) -> None:
    """Mark the entry as read or unread."""
    if row := screen.timeline.current:
        screen.marker.toggle_unread(row)


@Command("U", Group.MARK)
def read_above(screen: MainScreen) -> None:
    """Mark the entry and all above it as read."""
    marked = screen.marker.read_above(screen.selection, screen.timeline.cursor)
    screen.notify(f"{marked:,} marked as read" if marked else "Everything above is already read", timeout=2)


@Command("s", Group.MARK, hint="save")
def save(screen: MainScreen) -> None:
    """Save or unsave the entry."""
    if row := screen.timeline.current:
        screen.marker.toggle_saved(row)


@Command("m", Group.MARK, hint="note")
def note(screen: MainScreen) -> None:
    """Write a note on the entry."""
    if row := screen.timeline.current:
        screen.open_prompt(NotePrompt(screen, row, screen.library.entry(row.key).note))


@Command("ctrl+z", Group.MARK)
def undo(screen: MainScreen) -> None:
    """Undo the last change of marks or notes."""
    undone = screen.marker.undo()
    screen.notify(undone or "Nothing to undo", timeout=3, markup=False)
