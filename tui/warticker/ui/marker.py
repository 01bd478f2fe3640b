"""Marks entries as the user says, and remembers what was marked to say what is undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from textual.message_pump import MessagePump
from textual.timer import Timer

from warticker.archive.protocol import Marking
from warticker.archive.selection import Row, Selection
from warticker.errors import ArchiveError
from warticker.model import EntryKey

READ_AFTER = 1.0
"""Seconds under the cursor after which an entry counts as read."""

SHOWN = 40
"""Code points of a headline that tell which entry a step was about."""


Changed = TypeVar("Changed")


class MarksChanged(Protocol):
    """What shows marks that have changed."""

    def __call__(self, changed: EntryKey | None, *, noted: bool) -> None:
        """Show an entry with other marks than before, or with another note; None for many of them."""


class Marker:
    """Read, saved, noted: each change is one step, and `undo` takes the last one back."""

    def __init__(
        self, marks: Marking, pump: MessagePump, changed: MarksChanged, refused: Callable[[str], None]
    ) -> None:
        """Put marks on the timers of a screen; `changed` is told of each change, `refused` why one cannot be kept."""
        self._marks = marks
        self._pump = pump
        self._tell_changed = changed
        self._tell_refused = refused
        self._reading: Timer | None = None
        self._refused = False
        """Whether the last change could not be kept."""

    def watch(self, row: Row | None) -> None:
        """Count the entry under the cursor as read if it stays there."""
        self._stop()
        if row and row.unread:
            self._reading = self._pump.set_timer(READ_AFTER, lambda: self._read(row, read=True, own=False))

    def toggle_unread(self, row: Row) -> None:
        """Mark an entry as unread, or as read."""
        self._stop()
        self._read(row, read=row.unread)

    def toggle_saved(self, row: Row) -> None:
        """Save an entry, or no longer."""
        called = _named("unsaved" if row.saved else "saved", row)
        self._change(lambda: self._marks.put([row.key], saved=not row.saved, called=called), row)

    def read_above(self, selection: Selection, position: int) -> int:
        """Mark everything down to a position of a selection as read; how many entries that are."""
        self._stop()
        called = "all above marked as read"
        return self._change(lambda: self._marks.put_rows(selection, 0, position + 1, read=True, called=called)) or 0

    def note(self, row: Row, text: str) -> None:
        """Write a note on an entry; an empty one takes it away."""
        called = _named("note written" if text else "note removed", row)
        self._change(lambda: self._marks.note(row.key, text, called=called), row, noted=True)

    def undo(self) -> str:
        """Take the last step back; what it did, nothing if there was none."""
        self._stop()
        undone = self._change(self._marks.undo, noted=True)
        return undone.called if undone else ""

    def _read(self, row: Row, *, read: bool, own: bool = True) -> None:
        called = _named("marked as read" if read else "marked as unread", row)
        self._change(lambda: self._marks.put([row.key], read=read, own=own, called=called), row, own=own)

    def _change(
        self, change: Callable[[], Changed], row: Row | None = None, *, noted: bool = False, own: bool = True
    ) -> Changed | None:
        """Make a change and show it; what it gives, None and a word to the user where it cannot be kept."""
        try:
            changed = change()
        except ArchiveError as error:
            # What happens by itself fails with every entry that is read: told once.
            if own or not self._refused:
                self._tell_refused(str(error))
            self._refused = True
            return None
        self._refused = False
        self._tell_changed(row.key if row else None, noted=noted)
        return changed

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.stop()
            self._reading = None


def _named(step: str, row: Row) -> str:
    headline = row.headline if len(row.headline) <= SHOWN else f"{row.headline[:SHOWN]}…"
    return f"{step}: {headline}"
