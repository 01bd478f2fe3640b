"""Marks entries, with undo."""

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

LOOKS = 4
"""How often it is checked in this time that the user still looks at it."""

SHOWN = 40
"""Code points of a headline that name an entry in messages."""


Result = TypeVar("Result")


class MarksChanged(Protocol):
    """Shows changed marks."""

    def __call__(self, changed: EntryKey | None, *, noted: bool) -> None:
        """Show the changed marks or note of an entry; None for many entries."""


class Marker:
    """Read, saved, noted: each change is one step, and `undo` takes the last one back."""

    def __init__(
        self,
        marks: Marking,
        pump: MessagePump,
        *,
        seen: Callable[[], bool],
        changed: MarksChanged,
        refused: Callable[[str], None],
    ) -> None:
        """Use a screen's timers; `seen` tells whether the user looks at the entry under the cursor.

        `changed` is called for each change, `refused` with the error if one fails.
        """
        self._marks = marks
        self._pump = pump
        self._seen = seen
        self._tell_changed = changed
        self._tell_refused = refused
        self._reading: Timer | None = None
        self._looked = 0
        """How often in succession the user was found to look at the entry."""
        self._refused = False
        """Whether the last change failed."""

    def watch(self, row: Row | None) -> None:
        """Mark the entry under the cursor as read when it has been seen there for a while."""
        self._stop()
        if row and row.unread:
            self._looked = 0
            self._reading = self._pump.set_interval(READ_AFTER / LOOKS, lambda: self._look(row))

    def toggle_unread(self, row: Row) -> None:
        """Mark an entry as read or unread."""
        self._stop()
        called = _named("Unread again" if row.unread else "Read again", row)
        self._change(lambda: self._marks.put([row.key], read=row.unread, called=called), row)

    def toggle_saved(self, row: Row) -> None:
        """Save or unsave an entry."""
        called = _named("Saved again" if row.saved else "No longer saved", row)
        self._change(lambda: self._marks.put([row.key], saved=not row.saved, called=called), row)

    def read_above(self, selection: Selection, position: int) -> int:
        """Mark everything down to a position of a selection as read; returns how many entries."""
        self._stop()
        called = "What was unread above is unread again"
        return self._change(lambda: self._marks.put_rows(selection, 0, position + 1, read=True, called=called)) or 0

    def note(self, row: Row, text: str) -> None:
        """Write a note on an entry; an empty one removes it."""
        called = _named("Note as before", row)
        self._change(lambda: self._marks.note(row.key, text, called=called), row, noted=True)

    def undo(self) -> str:
        """Undo the last step; returns what holds again, or nothing if there was none."""
        self._stop()
        undone = self._change(self._marks.undo, noted=True)
        return undone.called if undone else ""

    def _look(self, row: Row) -> None:
        """Mark an entry as read that is seen for long enough; if something covers it, its time begins anew."""
        self._looked = self._looked + 1 if self._seen() else 0
        if self._looked == LOOKS:
            self._stop()
            called = _named("Unread again", row)
            # It would fail with every entry that is read: that is told once.
            self._change(
                lambda: self._marks.put([row.key], read=True, own=False, called=called), row, quiet=self._refused
            )

    def _change(
        self, change: Callable[[], Result], row: Row | None = None, *, noted: bool = False, quiet: bool = False
    ) -> Result | None:
        """Make a change and show it; returns its result, or None after telling, unless `quiet`, that it failed."""
        try:
            changed = change()
        except ArchiveError as error:
            if not quiet:
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


def _named(again: str, row: Row) -> str:
    headline = row.headline if len(row.headline) <= SHOWN else f"{row.headline[:SHOWN]}…"
    return f"{again}: {headline}"
