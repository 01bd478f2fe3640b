"""The screen that asks for a view's name and key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from warticker.settings import View
from warticker.ui.drawing.hints import hints
from warticker.ui.keys import is_key, key_label
from warticker.ui.looks import PLAIN, WRONG
from warticker.ui.screens.dialog import Dialog

ASK_KEY = "Press a key to open it from anywhere."


class NamingScreen(Dialog[View | None]):
    """Asks for a name to be typed, then a key to be pressed; returns the view, None if cancelled."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Back", show=False)]
    offered = (("enter", "next"), ("esc", "back"))

    def __init__(self, query: str, views: Iterable[View], taken: Mapping[str, str]) -> None:
        super().__init__("Save as a view")
        self._query = query
        self._kept = [view.name for view in views]
        self._taken = taken
        self._typed = ""
        """The name; empty while it is being typed."""

    def contents(self) -> ComposeResult:
        """The query, the name."""
        yield Static(self._query, classes="asked", markup=False)
        yield Input(placeholder="name", classes="field", compact=True)

    def on_mount(self) -> None:
        """Show the keys of the name."""
        self.say()

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        if name := " ".join(event.value.split()):
            self._typed = name
            self.offered = (("enter", "no key"), ("esc", "back"))
            self.set_focus(None)
            event.input.disabled = True
            self._ask_key(f"{name} already exists and will be replaced. " if name in self._kept else "")

    def on_key(self, event: events.Key) -> None:
        """Take the view's key, once it has a name."""
        if not self._typed or event.key == "escape":
            return
        event.stop()
        if event.key == "enter":
            self._give("")
        elif not is_key(event.key):
            self._ask_key(f"{event.key} cannot be used in config.yaml. ", WRONG)
        elif (meaning := self._taken.get(event.key)) and meaning != self._typed:
            self._ask_key(f"{key_label(event.key)} is taken: {meaning}. ", WRONG)
        else:
            self._give(event.key)

    def _give(self, key: str) -> None:
        self.dismiss(View(self._typed, self._query, key))

    def _ask_key(self, told: str, style: str = "$foreground") -> None:
        """Ask for a key, after a message."""
        keys = hints(self.offered, self.app.size.width)
        self.foot.update(Content.assemble((told, style), (ASK_KEY, PLAIN), "\n\n", keys))
