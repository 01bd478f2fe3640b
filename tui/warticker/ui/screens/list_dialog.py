"""What the screens have in common that list what is kept."""

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
from warticker.ui.screens.dialog import Dialog


class KeyedList(OptionList):
    """A list that is walked as the main screen's are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("space", "select", show=False),
    ]


class ListDialog(Dialog[ScreenResultType]):
    """A list that may change while it is read; `a` adds to it, and `x` twice takes away what is under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "dismiss", "Close", show=False),
        Binding("a", "add", show=False),
        Binding("x,delete", "drop", show=False),
    ]

    EMPTY: ClassVar[str]
    """What stands in place of the list where it is empty."""

    POLL_EVERY: ClassVar[float]
    """Seconds between two checks for what has changed meanwhile."""

    listed = query_one(KeyedList)

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self._pending_removal: str | None = None
        """The id of what another press of the key takes away."""

    def contents(self) -> ComposeResult:
        """The list."""
        yield Static(self.EMPTY, classes="empty", markup=False)
        yield KeyedList(markup=False, compact=True)

    def on_mount(self) -> None:
        """List what there is, and what has changed again and again."""
        self.fill()
        self.set_interval(self.POLL_EVERY, self.poll)

    def options(self) -> Sequence[Option]:
        """What there is, each with an id."""
        raise NotImplementedError

    @property
    def under_cursor(self) -> str | None:
        """The id of what is under the cursor."""
        option = self.listed.highlighted_option
        return option.id if option else None

    def poll(self) -> None:
        """List what has changed meanwhile."""
        self.list_anew()

    def list_anew(self) -> None:
        """List what there is now; the cursor stays where it is."""
        options, before = self.options(), self.listed.highlighted or 0
        # It is not the user who moves the cursor.
        with self.prevent(OptionList.OptionHighlighted):
            self.listed.set_options(options)
            self.listed.highlighted = min(before, len(options) - 1) if options else None
        self.set_class(not options, "-empty")

    def fill(self) -> None:
        """List what there is now, and tell what the keys do."""
        self.list_anew()
        self._cancel_removal()

    def change(self, change: Callable[[], object]) -> None:
        """Change what is kept, or tell why that cannot be done."""
        try:
            change()
        except WartickerError as error:
            self.say(str(error), wrong=True)
        else:
            self.fill()

    def confirmed(self, name: str, warning: str) -> bool:
        """Whether a line is to be taken away; at the first press it is only told what another does."""
        if self._pending_removal == name:
            return True
        self._pending_removal = name
        self.say(warning, wrong=True)
        return False

    @on(OptionList.OptionHighlighted)
    def _cancel_removal(self) -> None:
        self._pending_removal = None
        self.say()
