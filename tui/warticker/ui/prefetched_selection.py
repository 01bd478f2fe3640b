"""Prefetches what toggling the value under the filter's cursor would show, once no key has come for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.archive.query import Query
from warticker.archive.selection import Selection
from warticker.ui.idle import IdleQueue
from warticker.ui.prefetched_entries import PrefetchedEntries

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


class PrefetchedSelection:
    """The selection that toggling the value under the filter's cursor leads to, and what the screen shows of it."""

    def __init__(self, screen: MainScreen, entries: PrefetchedEntries) -> None:
        self._screen = screen
        self._entries = entries
        self._when_idle = IdleQueue(screen)
        self._made: tuple[Selection, object] | None = None
        """The selection, and what it was made from."""

    def prepare(self) -> None:
        """Prepare what the next key can select once no key has come for a moment; drop what was prepared."""
        self._made = None
        self._when_idle.replace(self._select, self._list, self._draw)

    def select(self, query: Query) -> Selection:
        """Select by a query: use what is prepared if it is for this query and nothing has been written since."""
        order = self._screen.selection.order
        if self._made is not None:
            selection, made_from = self._made
            if (selection.query, selection.order, made_from) == (query, order, self._screen.library.as_of):
                return selection
        return self._screen.library.select(query, order)

    def _select(self) -> None:
        screen = self._screen
        if screen.filters.near is not None:
            query = screen.selection.query.toggled(*screen.filters.near)
            selection = screen.library.select(query, screen.selection.order)
            _ = selection.days, selection.hours
            self._made = selection, screen.library.as_of

    def _list(self) -> None:
        if self._made is not None:
            selection, _ = self._made
            self._screen.filters.prepare(selection.counts, selection.query)

    def _draw(self) -> None:
        if self._made is not None:
            selection, _ = self._made
            if row := self._screen.timeline.prepare_selection(selection, self._screen.current):
                self._entries.prepare(row)
