"""The screen that lists every key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from warticker import resources
from warticker.settings import View
from warticker.ui.commands import Command, key_label, table

KEY_WIDTH = 13
"""Cells for the keys."""

TITLE_END = 72
"""Where a command's name stands, as config.yaml calls it."""

NAMES_FROM = 100
"""Columns of a terminal that has room for names."""


class HelpScreen(ModalScreen[None]):
    """Every command with its key, by group; any of `?`, `esc`, `q`, `enter` closes it."""

    CSS_PATH = str(resources.style("help.tcss"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", "Close", show=False),
        Binding("j", "scroll('down')", show=False),
        Binding("k", "scroll('up')", show=False),
    ]

    def __init__(self, keys: Mapping[str, str], views: Sequence[View]) -> None:
        super().__init__()
        self.keys = keys
        """The user's own keys, by command."""
        self.views = [view for view in views if view.key]
        """The saved views that have a key."""

    def compose(self) -> ComposeResult:
        """One block a group."""
        with VerticalScroll(id="help"):
            yield Static("Keys", id="help-title", markup=False)
            for group, commands in groupby(table(), key=lambda entry: entry.group):
                yield Static(group.value, classes="help-group", markup=False)
                yield Static(Content("\n").join([self._line(entry) for entry in commands]), classes="help-keys")
            if self.views:
                yield Static("Views", classes="help-group", markup=False)
                yield Static(Content("\n").join([self._view(view) for view in self.views]), classes="help-keys")
            yield Static(
                "Every key can be changed in config.yaml, under keys, by the name on the right.", id="help-foot"
            )

    def action_scroll(self, where: str) -> None:
        """Scroll by a line."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=1 if where == "down" else -1, animate=False)

    def _view(self, view: View) -> Content:
        return Content.assemble((f"{key_label(view.key):{KEY_WIDTH}}", "bold $text-accent"), view.name)

    def _line(self, entry: Command) -> Content:
        keys = key_label(self.keys.get(entry.id, entry.keys))
        line = Content.assemble((f"{keys:{KEY_WIDTH}}", "bold $text-accent"), entry.title)
        if self.app.size.width < NAMES_FROM:
            return line
        return Content.assemble(line.pad_right(max(2, TITLE_END - line.cell_length)), (entry.id, "$quiet"))
