"""Marks entries as the screen's user says, and remembers what was marked to say what is undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.archive.selection import Row

if TYPE_CHECKING:
    from textual.timer import Timer

    from warticker.model import EntryKey
    from warticker.ui.screens.main import MainScreen

READ_AFTER = 1.0
"""Seconds under the cursor after which an entry counts as read."""


class Marker:
    """Read, saved, noted: each change is one step, and `undo` takes the last one back."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._reading: Timer | None = None
        self._steps: list[str] = []
        """What each step did, in the order of the library's own."""

    def watch(self, row: Row | None) -> None:
        """Count the entry under the cursor as read if it stays there."""
        self._stop()
        if row and row.unread:
            key = row.key
            self._reading = self._screen.set_timer(READ_AFTER, lambda: self.read([key], read=True))

    def toggle_unread(self, row: Row) -> None:
        """Mark an entry as unread, or as read."""
        self._stop()
        self.read([row.key], read=row.unread)

    def read(self, keys: list[EntryKey], *, read: bool) -> None:
        """Mark entries as read or not."""
        self._screen.library.mark(keys, read=read)
        self._done("marked as read" if read else "marked as unread")

    def toggle_saved(self, row: Row) -> None:
        """Save an entry, or no longer."""
        self._screen.library.mark([row.key], saved=not row.saved)
        self._done("no longer saved" if row.saved else "saved")

    def read_above(self, position: int) -> int:
        """Mark everything down to a position of the list as read; how many entries that are."""
        self._stop()
        selection = self._screen.selection
        if selection.next_unread(position + 1, -1) is None:
            return 0
        before = selection.unread
        self._screen.library.mark_rows(selection, 0, position + 1, read=True)
        marked = before - selection.unread
        self._done(f"{marked:,} marked as read")
        return marked

    def note(self, key: EntryKey, text: str) -> None:
        """Write a note on an entry; an empty one takes it away."""
        self._screen.library.note(key, text)
        self._done("note written" if text else "note taken away", noted=True)

    def undo(self) -> str:
        """Take the last step back; what it did, nothing if there was none."""
        self._stop()
        if not self._screen.library.undo() or not self._steps:
            return ""
        undone = self._steps.pop()
        self._screen.remarked(noted=True)
        return undone

    def _done(self, step: str, *, noted: bool = False) -> None:
        self._steps.append(step)
        self._screen.remarked(noted=noted)

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
