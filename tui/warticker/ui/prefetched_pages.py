"""Prefetches the entries that the next key will most likely show, once no key has come for a moment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.cache import LRUCache

from warticker.archive.selection import Row
from warticker.model import EntryKey
from warticker.rendering.page import Rendered
from warticker.ui.idle import IdleQueue
from warticker.ui.pages import Showing, page_of
from warticker.ui.widgets.reader import READY

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


class PrefetchedPages:
    """What a move of the cursor shows: reading, breaking and drawing it is a third of what a key costs, or more."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._when_idle = IdleQueue(screen)
        self._position = 0
        """Where the cursor was last."""
        self._pages: LRUCache[EntryKey, Rendered] = LRUCache(READY)
        """Entries as they are shown for the words that are searched for."""
        self._version = screen.library.archive.version
        """What they were read from."""

    def page(self, row: Row | None) -> Rendered:
        """The page of what the screen shows of a row."""
        showing = self._screen.showing
        if row is not None and showing is Showing.ENTRY:
            return self._entry(row)
        return page_of(self._screen, row.key if row else None, showing)

    def follow(self, position: int) -> None:
        """Make ready where keys lead from a position: beside it, a page away, to the ends; the last direction first."""
        step, page = (-1 if position < self._position else 1), self._screen.timeline.page
        self._position = position
        last = len(self._screen.selection) - 1
        leads = (position + step, position - step, position + step * page, position - step * page, last, 0)
        inside = dict.fromkeys(max(0, min(lead, last)) for lead in leads)
        self._when_idle.replace(*(partial(self._prepare, lead) for lead in inside if lead != position))

    def forget(self) -> None:
        """What was made ready is shown otherwise by now."""
        self._pages.clear()

    def prepare(self, row: Row) -> None:
        """Make the page of a row's entry ready."""
        self._screen.reader.prepare(self._entry(row))

    def _prepare(self, position: int) -> None:
        if position < len(self._screen.selection):
            self.prepare(self._screen.timeline.prepare(position))

    def _entry(self, row: Row) -> Rendered:
        """The page of an entry alone."""
        if self._version != (version := self._screen.library.archive.version):
            self._version = version
            self.forget()
        if (page := self._pages.get(row.key)) is None:
            page = self._pages[row.key] = page_of(self._screen, row.key, Showing.ENTRY)
        return page
