"""The saved views on the main screen: listed in the filter, counted while nobody waits, asked by name or key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.errors import QueryError
from warticker.ui.idle import IdleQueue

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen

COUNT_AFTER = 0.2
"""Seconds without another key after which the next saved view is counted."""


class ShownViews:
    """What the screen does with the saved views that it has."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._saved = screen.saved_views
        self._when_idle = IdleQueue(screen, COUNT_AFTER)

    def ask(self, name: str) -> None:
        """Select by a view."""
        view = next(view for view in self._saved.views if view.name == name)
        try:
            self._screen.ask(self._saved.query(view))
        except QueryError as error:
            self._screen.notify(f"{view.name}: {error}", severity="error", markup=False)

    def ask_by_key(self, key: str) -> bool:
        """Select by the view that has a key; False where none has."""
        view = self._saved.of_key(key)
        if view:
            self.ask(view.name)
        return view is not None

    def take_up(self, chosen: str | None) -> None:
        """Go on from the list of views: they may be others by now, and one of them may be asked."""
        self.show()
        self.count()
        if chosen is not None:
            self.ask(chosen)

    def show(self) -> None:
        """Show the views in the filter, as far as they are counted."""
        self._screen.filters.show_views(self._saved.shown(self._screen.selection.query))

    def count(self) -> None:
        """Count what is unread in the views, one at a time and once no key has come for a while."""
        if len(self._saved):
            self._when_idle.replace(*[self._count_one] * len(self._saved))

    def _count_one(self) -> None:
        self._saved.count_one()
        self.show()
