"""The screen that lists the themes, and tries on the one under the cursor."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from warticker.ui.commands import also
from warticker.ui.looks import QUIET
from warticker.ui.screens.dialog import Dialog
from warticker.ui.screens.list_dialog import KeyedList

OURS = "warticker-"
"""What the names of our own themes begin with."""


class ThemesScreen(Dialog[None]):
    """All themes, our own first; beside the list the app shows in each as the cursor comes to it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Close", show=False),
        also("quit-program", "dismiss"),
        also("theme", "dismiss"),
    ]
    WIDTH = 34
    offered = (("enter", "keep"), ("esc", "cancel"))

    listed = query_one(KeyedList)

    def __init__(self) -> None:
        super().__init__("Themes")
        self._before = self.app.theme
        """The theme to go back to if none is kept, also when the app is quit."""

    def contents(self) -> ComposeResult:
        """The list."""
        names = sorted(self.app.available_themes, key=lambda name: (not name.startswith(OURS), name))
        yield KeyedList(*[Option(self._line(name), name) for name in names], markup=False, compact=True)

    def on_mount(self) -> None:
        """Begin with the theme in use."""
        self.listed.highlighted = self.listed.get_option_index(self._before)
        self.say()

    @on(OptionList.OptionHighlighted)
    def _try_on(self, event: OptionList.OptionHighlighted) -> None:
        # Once this is closed, the cursor's last move may still be reported.
        if self.is_active:
            self.app.theme = str(event.option.id)

    @on(OptionList.OptionSelected)
    def _keep(self) -> None:
        self._before = self.app.theme
        self.dismiss()

    def on_unmount(self) -> None:
        """Go back, unless a theme was kept."""
        self.app.theme = self._before

    def _line(self, name: str) -> Content:
        return Content.assemble(name, (" in use" if name == self._before else "", QUIET))
