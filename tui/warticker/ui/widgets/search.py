"""The line for typing a query, or for narrowing the filter's list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static


class Purpose(StrEnum):
    """What the typed text is for; its value stands before it."""

    QUERY = "/"
    NARROW = "filter"


class SearchBar(Horizontal):
    """An input of one line that says at each letter what is typed, and beside it what is wrong with it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel", show=False)]

    @dataclass
    class Typed(Message):
        """The text has changed."""

        purpose: Purpose
        text: str

    @dataclass
    class Closed(Message):
        """Typing has ended; the text stays, or what was there before is to come back."""

        purpose: Purpose
        kept: bool

    def __init__(self) -> None:
        super().__init__(id="search")
        self.purpose = Purpose.QUERY
        """What the typed text is for."""

    def compose(self) -> ComposeResult:
        """What it is for, the input, what is wrong."""
        yield Static(id="purpose", markup=False)
        yield Input(id="typed", compact=True, select_on_focus=False)
        yield Static(id="complaint", markup=False)

    def open(self, purpose: Purpose, text: str) -> None:
        """Show the line with a text to go on from."""
        self.purpose = purpose
        self.display = True
        self.query_one("#purpose", Static).update(f" {purpose} ")
        self.complain("")
        typed = self.query_one(Input)
        with typed.prevent(Input.Changed):
            typed.value = text
        typed.placeholder = 'words, "a phrase", topic:front, city:Kiew, -not' if purpose is Purpose.QUERY else ""
        typed.cursor_position = len(text)
        typed.focus()

    def complain(self, text: str) -> None:
        """Say what is wrong with what is typed; nothing if the text is empty."""
        self.query_one("#complaint", Static).update(text)

    @on(Input.Changed)
    def _type(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(self.Typed(self.purpose, event.value))

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self._close(kept=True)

    def action_cancel(self) -> None:
        """Back to what was there before."""
        self._close(kept=False)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Clicking elsewhere keeps what is typed."""
        self._close(kept=True)

    def _close(self, *, kept: bool) -> None:
        if self.display:
            self.display = False
            self.post_message(self.Closed(self.purpose, kept))
