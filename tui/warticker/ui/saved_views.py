"""The user's saved views: listed in the filter, counted when idle, opened by name or key, kept in settings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from warticker.archive.query import EVERYTHING, Query
from warticker.archive.selection import Selection
from warticker.errors import QueryError
from warticker.settings import View
from warticker.ui.commands import taken
from warticker.ui.drawing.filter_lines import SavedView
from warticker.ui.idle import IdleQueue
from warticker.ui.keys import key_label, normal_keys

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen

COUNT_AFTER = 0.2
"""Seconds without another key after which the next view is counted."""


class SavedViews:
    """The views of the main screen, and what each of them selects."""

    def __init__(self, screen: MainScreen) -> None:
        self.all = screen.settings.views
        """In the user's order."""
        self._screen = screen
        self._found: dict[str, Selection | QueryError] = {}
        """What each view's query selected when it was last counted, or why it is invalid."""
        self._counted: set[str] = set()
        """The queries that are counted for the present state of the archive."""
        self._when_idle = IdleQueue(screen, COUNT_AFTER)

    # Asked.

    def open(self, name: str) -> None:
        """Select by a view, or report why its query is invalid."""
        view = next(view for view in self.all if view.name == name)
        try:
            self._screen.apply(self._query(view))
        except QueryError as error:
            self._screen.notify(f"{view.name}: {error}", severity="error", markup=False)

    def toggle(self, name: str) -> None:
        """Select by a view, or clear the filter if the view is applied."""
        if any(view.chosen for view in self.shown() if view.name == name):
            self._screen.apply(EVERYTHING)
        else:
            self.open(name)

    def open_by_key(self, key: str) -> bool:
        """Select by the view that has this key; False if none has."""
        for view in self.all:
            if key in normal_keys(view.key):
                self.open(view.name)
                return True
        return False

    # Counted.

    def shown(self) -> list[SavedView]:
        """The views, with counts where known."""
        return [self._shown(view) for view in self.all]

    def show(self) -> None:
        """Show the views in the filter, with counts where known."""
        self._screen.filters.show_views(self.shown())

    def count(self) -> None:
        """Show the views, and count the others one at a time, whenever no key has come for a while."""
        self.show()
        if self._uncounted:
            self._when_idle.replace(*(partial(self._count_one, view) for view in self._uncounted))

    def _count_one(self, view: View) -> None:
        """Count a view, and show it."""
        self._counted.add(view.query)
        try:
            self._found[view.query] = self._screen.library.select(self._query(view))
        except QueryError as error:
            self._found[view.query] = error
        self.show()

    def count_anew(self) -> None:
        """Count all again: the archive holds other entries, and perhaps names that were unknown so far."""
        self._counted.clear()
        self.count()

    # Kept.

    def keep(self, view: View) -> None:
        """Write a view to the user's settings; raises SettingsError if that fails."""
        # Imported here: most starts write nothing.
        from warticker.settings import views

        self.all = views.keep(view)
        self.count()

    def drop(self, name: str) -> None:
        """Remove a view from the user's settings; raises SettingsError if that fails."""
        # Imported here: most starts write nothing.
        from warticker.settings import views

        self.all = views.drop(name)
        self.count()

    @property
    def taken_keys(self) -> Mapping[str, str]:
        """The keys already in use, with what each does."""
        return taken(self._screen.settings.keys, self.all)

    def _query(self, view: View) -> Query:
        """A view's query; raises QueryError if it is invalid."""
        return self._screen.library.parse(view.query)

    @property
    def _uncounted(self) -> list[View]:
        return [view for view in self.all if view.query not in self._counted]

    def _shown(self, view: View) -> SavedView:
        found, asked = self._found.get(view.query), self._screen.selection.query
        key = key_label(view.key)
        if found is None:
            return SavedView(view.name, view.query, key)
        if isinstance(found, QueryError):
            return SavedView(view.name, view.query, key, wrong=str(found))
        return SavedView(view.name, view.query, key, found.unread, bool(asked) and found.query == asked)
