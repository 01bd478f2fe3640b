"""Makes what the next key will most likely show, once no key has come for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.cache import LRUCache
from textual.timer import Timer

from warticker.archive.selection import Row
from warticker.model import EntryKey
from warticker.rendering.page import Rendered
from warticker.ui.pages import Showing, page_of
from warticker.ui.widgets.reader import READY

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen

AHEAD_AFTER = 0.04
"""Seconds without a key before the likeliest is made ready, and then each of the others."""


class Ahead:
    """What a move of the cursor shows: reading, breaking and drawing it is a third of what a key costs, or more."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._timer: Timer | None = None
        self._waiting: list[int] = []
        """Positions in the list that are still to be made ready."""
        self._position = 0
        """Where the cursor was last."""
        self._pages: LRUCache[EntryKey, Rendered] = LRUCache(READY)
        self._version = screen.library.version
        """What they were read from."""

    def page(self, row: Row | None, *, anew: bool) -> Rendered:
        """The page of what the screen shows of a row: the one that is ready, unless it is asked for anew."""
        showing, version = self._screen.showing, self._screen.library.version
        if version != self._version:
            self._version = version
            self.forget()
        if row is None or anew or showing is not Showing.ENTRY:
            return self._made(row, showing)
        return self._pages.get(row.key) or self._made(row, showing)

    def follow(self, position: int) -> None:
        """Make ready where keys lead from a position: beside it, a page away, to the ends; the last direction first."""
        step, page = (-1 if position < self._position else 1), self._screen.timeline.page
        self._position = position
        last = len(self._screen.selection) - 1
        leads = (position + step, position - step, position + step * page, position - step * page, last, 0)
        inside = dict.fromkeys(max(0, min(lead, last)) for lead in leads)
        self._waiting = [lead for lead in inside if lead != position]
        if self._timer is None:
            self._timer = self._screen.set_interval(AHEAD_AFTER, self._prepare)
        self._timer.reset()

    def forget(self) -> None:
        """What was made ready is shown otherwise by now."""
        self._pages.clear()
        self._waiting = []

    def _prepare(self) -> None:
        if not self._waiting:
            if self._timer is not None:
                self._timer.pause()
            return
        row = self._screen.timeline.prepare(self._waiting.pop(0))
        page = self._pages.get(row.key)
        if page is None:
            page = self._pages[row.key] = self._made(row, Showing.ENTRY)
        self._screen.reader.prepare(page)

    def _made(self, row: Row | None, showing: Showing) -> Rendered:
        screen = self._screen
        return page_of(row.key if row else None, showing, screen.library, screen.selection, screen.topics)
