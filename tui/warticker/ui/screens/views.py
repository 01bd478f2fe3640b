"""The screen that lists the saved views, and saves the current query as another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from warticker.archive.query import Query
from warticker.settings import View
from warticker.ui.commands import also
from warticker.ui.drawing.filter_lines import SavedView
from warticker.ui.drawing.hints import ROOMY
from warticker.ui.looks import KEY, QUIET, WRONG
from warticker.ui.screens.list_dialog import ListDialog
from warticker.ui.screens.naming import NamingScreen

if TYPE_CHECKING:
    from warticker.ui.saved_views import SavedViews

KEY_WIDTH = 8
"""Cells for a view's key."""


class ViewsScreen(ListDialog[str | None]):
    """All views with queries and unread counts; returns the name of the one to open, None for none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Close", show=False),
        also("saved-views", "dismiss"),
    ]
    EMPTY = "No views yet: a view is a query with a name and a key. Filter or search first, then save it here."
    POLL_EVERY = 0.2

    def __init__(self, views: SavedViews, asked: Query) -> None:
        super().__init__("Saved views")
        self.views = views
        self.asked = asked
        """The query that can be saved."""
        self._shown: Sequence[SavedView] = ()

    def options(self) -> Sequence[Option]:
        """The views, with counts where known."""
        self._shown = self.views.shown()
        return [Option(view_lines(view, self.room), view.name) for view in self._shown]

    def poll(self) -> None:
        """Show the views again once another is counted."""
        if self.views.shown() != self._shown:
            self.list_anew()

    @property
    def offered(self) -> Iterable[tuple[str, str]]:
        """What can be done with a view, and with the current query."""
        roomy = self.app.size.width >= ROOMY
        if self.views.all:
            yield from (("enter", "open"), ("x", "delete"))
        if self.asked:
            yield "a", "save this query" if roomy else "save"
        yield "esc", "close" if roomy else "back"

    def action_add(self) -> None:
        """Ask for a name and a key for the current query."""
        if self.asked:
            self.box.display = False
            self.app.push_screen(NamingScreen(str(self.asked), self.views.all, self.views.taken_keys), self._keep)
        else:
            self.say("No query to save: filter or search first", wrong=True)

    def action_drop(self) -> None:
        """Delete the view under the cursor at the second press."""
        name = self.under_cursor
        if name is not None and self.confirmed(name, f"Press x again to delete {name}"):
            self.change(partial(self.views.drop, name))

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def _keep(self, view: View | None) -> None:
        self.box.display = True
        self.listed.focus()
        if view is not None:
            self.change(partial(self.views.keep, view))


def view_lines(view: SavedView, width: int) -> Content:
    """A view in two lines of a width: key, name and unread count; its query."""
    count = "" if view.unread is None else f"{view.unread:,} unread"
    room = max(4, width - KEY_WIDTH - len(count) - 2)
    key = f"{view.key[: KEY_WIDTH - 1]:{KEY_WIDTH}}"
    name = Content.styled(view.name, "bold").truncate(room, ellipsis=True, pad=True)
    asked = Content.styled(view.wrong, WRONG) if view.wrong else Content.styled(view.query, QUIET)
    query = asked.truncate(max(4, width - KEY_WIDTH - 1), ellipsis=True)
    first = Content.assemble((key, KEY), name, " ", (count, QUIET))
    return Content("\n").join([first, Content.assemble(" " * KEY_WIDTH, query)])
