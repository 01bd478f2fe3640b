"""The screen that lists the saved views, and keeps what is asked now as another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from warticker import resources
from warticker.archive.query import Query
from warticker.errors import SettingsError
from warticker.settings import View
from warticker.ui.drawing.facets import SavedView
from warticker.ui.drawing.hints import ROOMY, hints
from warticker.ui.keys import key_label, taken
from warticker.ui.saved_views import SavedViews
from warticker.ui.screens.dialog import Dialog
from warticker.ui.screens.naming import NamingScreen

COUNT_EVERY = 0.05
"""Seconds between the counts of one view and the next."""

KEY_WIDTH = 8
"""Cells for a view's key."""

EMPTY = "No views yet: a view is a query with a name and a key of its own. Filter or search first, then save it here."


class ViewsScreen(Dialog[str | None]):
    """Every view with its query and what is unread of it; gives the name of the one to ask, None for none."""

    CSS_PATH = str(resources.style("dialogs.tcss"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,S", "dismiss", "Close", show=False),
        Binding("j", "move('down')", show=False),
        Binding("k", "move('up')", show=False),
        Binding("a", "keep", show=False),
        Binding("x,delete", "drop", show=False),
    ]

    box = query_one("#views", Vertical)
    listed = query_one(OptionList)
    foot = query_one("#views-foot", Static)

    def __init__(self, views: SavedViews, asked: Query, keys: Mapping[str, str]) -> None:
        super().__init__()
        self.views = views
        self.asked = asked
        """What can be kept as a view."""
        self.keys = keys
        """The user's own keys, by command."""
        self._condemned: str | None = None
        """The view that another press of the key deletes."""

    def compose(self) -> ComposeResult:
        """The views, and what can be done with them."""
        with Vertical(id="views"):
            yield Static("Saved views", id="views-title", markup=False)
            yield Static(EMPTY, id="views-empty", markup=False)
            yield OptionList(id="views-list", markup=False, compact=True)
            yield Static(id="views-foot", markup=False)

    def on_mount(self) -> None:
        """Show what is counted by now, and count the rest."""
        self.fill()
        self.set_interval(COUNT_EVERY, self._count)

    def action_move(self, where: str) -> None:
        """Go to the next or previous view."""
        self.listed.action_cursor_down() if where == "down" else self.listed.action_cursor_up()

    def action_keep(self) -> None:
        """Ask for a name and a key for what is asked now."""
        if self.asked:
            keys = taken(self.keys, self.views.all)
            self.box.display = False
            self.app.push_screen(NamingScreen(str(self.asked), self.views.all, keys), self._keep)
        else:
            self._say("Nothing is filtered or searched: there is no query to save", wrong=True)

    def action_drop(self) -> None:
        """Delete the view under the cursor at the second press."""
        name = self._under_cursor
        if name is None:
            return
        if self._condemned != name:
            self._condemned = name
            self._say(f"x again deletes {name}", wrong=True)
            return
        self._write(partial(self.views.drop, name))

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    @on(OptionList.OptionHighlighted)
    def _spare(self) -> None:
        self._condemned = None
        self._say()

    @property
    def _under_cursor(self) -> str | None:
        index = self.listed.highlighted
        return None if index is None else self.listed.get_option_at_index(index).id

    def _keep(self, view: View | None) -> None:
        self.box.display = True
        self.listed.focus()
        if view is not None:
            self._write(partial(self.views.keep, view))

    def _write(self, change: Callable[[], None]) -> None:
        try:
            change()
        except SettingsError as error:
            self._say(str(error), wrong=True)
        else:
            self._condemned = None
            self.fill()

    def _count(self) -> None:
        if self.views.count_one():
            self.fill()

    def fill(self) -> None:
        """List the views anew; the cursor stays where it is."""
        shown = self.views.shown()
        before = self.listed.highlighted or 0
        self.listed.set_options([Option(prompt(view, self.room), view.name) for view in shown])
        self.listed.highlighted = min(before, len(shown) - 1) if shown else None
        self.set_class(not shown, "-empty")
        self._say()

    def _say(self, text: str = "", *, wrong: bool = False) -> None:
        """Tell what the keys do, or what is wrong."""
        self.foot.set_class(wrong, "-wrong")
        if text:
            self.foot.update(Content(text))
            return
        keys = [("enter", "open"), ("x", "delete")] if self.views.all else []
        roomy = self.app.size.width >= ROOMY
        kept = [("a", "save this query" if roomy else "save")] if self.asked else []
        self.foot.update(hints((*keys, *kept, ("esc", "close" if roomy else "back")), self.app.size.width))


def prompt(view: SavedView, width: int) -> Content:
    """A view in two lines of a width: key, name and what is unread; its query."""
    count = "" if view.unread is None else f"{view.unread:,} unread"
    room = max(4, width - KEY_WIDTH - len(count) - 2)
    key = f"{key_label(view.key)[: KEY_WIDTH - 1]:{KEY_WIDTH}}"
    name = Content.styled(view.name, "bold").truncate(room, ellipsis=True, pad=True)
    asked = Content.styled(view.wrong, "$text-error") if view.wrong else Content.styled(view.query, "$quiet")
    query = asked.truncate(max(4, width - KEY_WIDTH - 1), ellipsis=True)
    first = Content.assemble((key, "bold $text-accent"), name, " ", (count, "$quiet"))
    return Content("\n").join([first, Content.assemble(" " * KEY_WIDTH, query)])
