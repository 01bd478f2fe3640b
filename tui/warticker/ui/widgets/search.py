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
    """An input of one line, there while somebody types: it says what is typed and shows what is wrong with it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel", show=False)]

    @dataclass
    class Typed(Message):
        """The text has changed."""

        bar: SearchBar
        purpose: Purpose
        text: str

    @dataclass
    class Closed(Message):
        """Typing has ended; the text stays, or what was there before is to come back."""

        bar: SearchBar
        purpose: Purpose
        kept: bool

    def __init__(self, purpose: Purpose, text: str) -> None:
        super().__init__(id="search")
        self.purpose = purpose
        """What the typed text is for."""
        self._text = text
        self._ended = False

    def compose(self) -> ComposeResult:
        """What it is for, the input with a text to go on from, what is wrong."""
        yield Static(f" {self.purpose} ", id="purpose", markup=False)
        hint = 'words, "a phrase", topic:front, city:Kiew, -not' if self.purpose is Purpose.QUERY else ""
        yield Input(self._text, hint, id="typed", compact=True, select_on_focus=False)
        yield Static(id="complaint", markup=False)

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Input).focus()

    def complain(self, text: str) -> None:
        """Say what is wrong with what is typed; nothing if the text is empty."""
        self.query_one("#complaint", Static).update(text)

    @on(Input.Changed)
    def _type(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._text:
            self._text = event.value
            self.post_message(self.Typed(self, self.purpose, event.value))

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
        if not self._ended:
            self._ended = True
            self.post_message(self.Closed(self, self.purpose, kept))
