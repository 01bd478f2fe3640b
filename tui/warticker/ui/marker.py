"""Marks entries as the user says, and remembers what was marked to say what is undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

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


class Remarked(Protocol):
    """What shows marks that have changed."""

    def __call__(self, changed: EntryKey | None, *, noted: bool) -> None:
        """Show an entry with other marks than before, or with another note; None for many of them."""


class Marker:
    """Read, saved, noted: each change is one step, and `undo` takes the last one back."""

    def __init__(self, marks: Marking, pump: MessagePump, remarked: Remarked, refused: Callable[[str], None]) -> None:
        """Put marks on the timers of a screen; `remarked` is told of each change, `refused` why one cannot be kept."""
        self._marks = marks
        self._pump = pump
        self._remarked = remarked
        self._tell_refused = refused
        self._reading: Timer | None = None
        self._steps: list[str] = []
        """What each step of the user did, in the order of the library's."""
        self._readings: list[str] = []
        """What was read by itself: the library takes that back when there is no step of the user's left."""
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
        step = _named("no longer saved" if row.saved else "saved", row)
        self._change(step, partial(self._marks.put, [row.key], saved=not row.saved), row)

    def read_above(self, selection: Selection, position: int) -> int:
        """Mark everything down to a position of a selection as read; how many entries that are."""
        self._stop()
        mark = partial(self._marks.put_rows, selection, 0, position + 1, read=True)
        return self._change("all above marked as read", mark, None)

    def note(self, row: Row, text: str) -> None:
        """Write a note on an entry; an empty one takes it away."""
        step = _named("note written" if text else "note taken away", row)
        self._change(step, partial(self._marks.note, row.key, text), row, noted=True)

    def undo(self) -> str:
        """Take the last step back; what it did, nothing if there was none."""
        self._stop()
        steps = self._steps or self._readings
        if not steps:
            return ""
        undone = self._shown(self._marks.undo, None, noted=True, own=True)
        if undone is None:
            return ""
        step = steps.pop()
        return step if undone else ""

    def _read(self, row: Row, *, read: bool, own: bool = True) -> None:
        step = _named("marked as read" if read else "marked as unread", row)
        mark = partial(self._marks.put, [row.key], read=read, own=own)
        self._change(step, mark, row, own=own)

    def _change(
        self, step: str, change: Callable[[], int], row: Row | None, *, noted: bool = False, own: bool = True
    ) -> int:
        """Make a change, and remember it as a step unless another process had made it; how many entries changed."""
        changed = self._shown(change, row, noted=noted, own=own) or 0
        if changed:
            (self._steps if own else self._readings).append(step)
        return changed

    def _shown(self, change: Callable[[], int], row: Row | None, *, noted: bool, own: bool) -> int | None:
        """Make a change and show it; how many entries changed, None and a word to the user where it cannot be kept."""
        try:
            changed = change()
        except ArchiveError as error:
            # What happens by itself fails with every entry that is read: told once.
            if own or not self._refused:
                self._tell_refused(str(error))
            self._refused = True
            return None
        self._refused = False
        self._remarked(row.key if row else None, noted=noted)
        return changed

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.stop()
            self._reading = None


def _named(step: str, row: Row) -> str:
    headline = row.headline if len(row.headline) <= SHOWN else f"{row.headline[:SHOWN]}…"
    return f"{step}: {headline}"
