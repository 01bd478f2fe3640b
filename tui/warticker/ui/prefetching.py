"""Prefetches what the next key will most likely show, once no key has come for a moment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.cache import LRUCache

from warticker.archive.query import Query
from warticker.archive.selection import Row, Selection
from warticker.model import EntryKey
from warticker.rendering.composer import Rendered
from warticker.ui.idle import IdleQueue
from warticker.ui.showing import Showing, render_shown
from warticker.ui.widgets.reader import READY

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


class PrefetchedEntries:
    """The entries that a move of the cursor would show: preparing one is a third of what a key costs, or more."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._when_idle = IdleQueue(screen)
        self._position = 0
        """Where the cursor was last."""
        self._rendered: LRUCache[EntryKey, Rendered] = LRUCache(READY)
        """Entries as rendered for the current search."""
        self._version = screen.library.archive.version
        """The archive's version that they were rendered from."""

    def rendered(self, row: Row) -> Rendered:
        """A row's entry, as it is shown."""
        library, query = self._screen.library, self._screen.selection.query
        if self._version != (version := library.archive.version):
            self._version = version
            self.forget()
        if (rendered := self._rendered.get(row.key)) is None:
            rendered = self._rendered[row.key] = render_shown(library, row.key, Showing.ENTRY, query)
        return rendered

    def follow(self, position: int) -> None:
        """Prepare the entries around a position: beside it, a page away, at the ends; the last direction first."""
        step, rows = (-1 if position < self._position else 1), self._screen.timeline.page_rows
        self._position = position
        last = len(self._screen.selection) - 1
        leads = (position + step, position - step, position + step * rows, position - step * rows, last, 0)
        inside = dict.fromkeys(max(0, min(lead, last)) for lead in leads)
        self._when_idle.replace(*(partial(self._prepare, lead) for lead in inside if lead != position))

    def forget(self) -> None:
        """Drop what was prepared: it would be shown differently by now."""
        self._rendered.clear()

    def prepare(self, row: Row) -> None:
        """Prepare a row's entry."""
        self._screen.reader.prepare(self.rendered(row))

    def _prepare(self, position: int) -> None:
        if position < len(self._screen.selection):
            self.prepare(self._screen.timeline.prepare(position))


class Made(NamedTuple):
    """A selection that was made ahead of time."""

    selection: Selection
    as_of: object
    """The state of the archive that it was made from."""


class PrefetchedSelection:
    """The selection that toggling the value under the filter's cursor leads to, and what the screen shows of it."""

    def __init__(self, screen: MainScreen, entries: PrefetchedEntries) -> None:
        self._screen = screen
        self._entries = entries
        self._when_idle = IdleQueue(screen)
        self._made: Made | None = None

    def prepare(self) -> None:
        """Prepare what the next key can select once no key has come for a moment; drop what was prepared."""
        self._made = None
        self._when_idle.replace(self._select)

    def select(self, query: Query) -> Selection:
        """Select by a query: use what is prepared if it is for this query and nothing has been written since."""
        library, order, made = self._screen.library, self._screen.selection.order, self._made
        if made and (made.selection.query, made.selection.order, made.as_of) == (query, order, library.as_of):
            return made.selection
        return library.select(query, order)

    def _select(self) -> None:
        screen = self._screen
        if screen.filters.near is not None:
            query = screen.selection.query.toggled(*screen.filters.near)
            selection = screen.library.select(query, screen.selection.order)
            _ = selection.days, selection.hours
            self._made = Made(selection, screen.library.as_of)
            self._when_idle.replace(partial(self._list, selection), partial(self._draw, selection))

    def _list(self, selection: Selection) -> None:
        self._screen.filters.prepare(selection.counts, selection.query)

    def _draw(self, selection: Selection) -> None:
        if row := self._screen.timeline.prepare_selection(selection, self._screen.current):
            self._entries.prepare(row)
