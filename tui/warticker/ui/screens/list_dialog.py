"""What the dialogs with a list have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.screen import ScreenResultType
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from warticker.errors import WartickerError
from warticker.ui.commands import also
from warticker.ui.screens.dialog import Dialog


class KeyedList(OptionList):
    """A list with the main screen's keys for moving."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("space", "select", show=False),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse to move by a page before the list is laid out, where Textual 8.2.8 fails."""
        return bool(self.scrollable_content_region) or action not in {"page_up", "page_down"}


class ListDialog(Dialog[ScreenResultType]):
    """A list that may change while it is open; `a` adds to it, and `x` pressed twice removes the row at the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        also("quit-program", "dismiss"),
        Binding("a", "add", show=False),
        Binding("x,delete", "drop", show=False),
    ]

    EMPTY: ClassVar[str]
    """The text in place of an empty list."""

    POLL_EVERY: ClassVar[float]
    """Seconds between checks for changes."""

    listed = query_one(KeyedList)

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self._pending_removal: str | None = None
        """The id of the row that a second press removes."""

    def contents(self) -> ComposeResult:
        """The list."""
        yield Static(self.EMPTY, classes="empty", markup=False)
        yield KeyedList(markup=False, compact=True)

    def on_mount(self) -> None:
        """Fill the list, and keep it up to date."""
        self.fill()
        self.set_interval(self.POLL_EVERY, self.poll)

    def options(self) -> Sequence[Option]:
        """The rows, each with an id."""
        raise NotImplementedError

    @property
    def under_cursor(self) -> str | None:
        """The id of the row under the cursor."""
        option = self.listed.highlighted_option
        return option.id if option else None

    def poll(self) -> None:
        """Show what has changed."""
        self.list_anew()

    def list_anew(self) -> None:
        """Show the present rows; the cursor stays where it is."""
        options, before = self.options(), self.listed.highlighted or 0
        # This cursor movement is not the user's.
        with self.prevent(OptionList.OptionHighlighted):
            self.listed.set_options(options)
            self.listed.highlighted = min(before, len(options) - 1) if options else None
        self.set_class(not options, "-empty")

    def fill(self) -> None:
        """Show the present rows and the keys."""
        self.list_anew()
        self._cancel_removal()

    def change(self, change: Callable[[], object]) -> None:
        """Change what is listed, or show why that failed."""
        try:
            change()
        except WartickerError as error:
            self.say(str(error), wrong=True)
        else:
            self.fill()

    def confirmed(self, name: str, warning: str) -> bool:
        """Whether a row is to be removed; the first press only shows the warning."""
        if self._pending_removal == name:
            return True
        self._pending_removal = name
        self.say(warning, wrong=True)
        return False

    @on(OptionList.OptionHighlighted)
    def _cancel_removal(self) -> None:
        self._pending_removal = None
        self.say()
