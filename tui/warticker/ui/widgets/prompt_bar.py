"""The line for typing: a query, a text to narrow the filter's list by, a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.getters import query_one
from textual.message import Message
from textual.reactive import Reactive
from textual.suggester import SuggestionReady
from textual.widgets import Input, Static

from warticker.library.completing import start_of_last
from warticker.ui.prompts import Prompt, PromptState


class WideInput(Input):
    """An input as wide as the screen allows, so that another letter causes no new layout."""

    # Textual starts a selection in what a click has just removed, and fails; an input has a selection of its own.
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "Complete", show=False)]

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def suggest(self, text: str) -> None:
        """Show a completion behind the text; an empty one hides it."""
        if text:
            self.post_message(SuggestionReady(self.value, text))

    def action_complete(self) -> None:
        """Accept the completion."""
        self.action_end()
        self.action_cursor_right()


class Purpose(Static):
    """The label of a prompt."""

    ALLOW_SELECT = False  # As the input beside it.


class PromptBar(Horizontal):
    """An input of one line, there while somebody types; its prompt follows each letter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", show=False),
        Binding("down", "another(1)", show=False),
        Binding("up", "another(-1)", show=False),
    ]

    field = query_one(WideInput)

    @dataclass
    class Closed(Message):
        """Typing has ended; the text is to be kept or discarded."""

        bar: PromptBar
        text: str
        kept: bool

    @dataclass
    class StateChanged(Message):
        """What the prompt says of what is typed has changed."""

        state: PromptState

    def __init__(self, prompt: Prompt) -> None:
        super().__init__(id="prompt")
        self.prompt = prompt
        self._text = self._followed = prompt.text
        """What is typed, and how much of it the prompt has followed."""
        self._complaint = ""
        """The error in what is typed."""
        self._completions: tuple[str, ...] = ()
        """What the text can be completed to, from the one that is shown behind it."""
        self._state = PromptState(prompt.keys)
        self._ended = False

    def compose(self) -> ComposeResult:
        """The label, and the input with the text to start with."""
        yield Purpose(f" {self.prompt.label} ", id="purpose", markup=False)
        yield WideInput(self._text, self.prompt.hint, id="typed", compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Take the focus."""
        self.field.focus()

    @on(Input.Changed)
    def _type(self, event: Input.Changed) -> None:
        event.stop()
        self._text = event.value
        # A letter must be visible at once, whatever follows from it.
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        """Let the prompt follow what is typed by now."""
        if self._followed == self._text or self._ended:
            return
        self._followed = self._text
        self._complaint = self.prompt.changed(self._text)
        self._completions = self.prompt.completions(self._text)
        self._show()

    def _show(self) -> None:
        """Show the first completion behind the text, and report the others, or else the error."""
        completions = self._completions
        self.field.suggest(completions[0] if completions else "")
        # A possible completion explains why the text is not valid yet.
        complaint = "" if completions else self._complaint
        state = PromptState(self.prompt.keys, complaint, tuple(map(_last_value, completions)))
        if state != self._state:
            self._state = state
            self.set_class(bool(complaint), "-wrong")
            self.post_message(self.StateChanged(state))

    def action_another(self, step: int) -> None:
        """Show the next or previous completion."""
        self._completions = self._completions[step:] + self._completions[:step]
        self._show()

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self._follow()
        if not self._complaint:
            self._close(kept=True)
        elif self._completions:
            self.field.action_complete()
        # Other errors wait to be corrected.

    def action_cancel(self) -> None:
        """Restore what was there before."""
        self._close(kept=False)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A click elsewhere keeps what is typed, unless it has an error."""
        self._follow()
        self._close(kept=not self._complaint)

    def _close(self, *, kept: bool) -> None:
        if not self._ended:
            self._ended = True
            self.post_message(self.Closed(self, self._text, kept))


def _last_value(query: str) -> str:
    """The last field of a query, or that field's last value."""
    word = query[start_of_last(query, " ") :]
    values = word.partition(":")[2]
    return values[start_of_last(values, ",") :].strip('"') or word
