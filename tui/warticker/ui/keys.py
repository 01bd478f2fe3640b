"""Keys: as Textual names them, as people write them, and what each means already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.binding import Binding

from warticker.settings import View
from warticker.ui.commands import Command, table

KEY_NAMES = {
    "slash": "/", "question_mark": "?", "escape": "esc", "pagedown": "pgdn", "pageup": "pgup",
    "down": "↓", "up": "↑", "left": "←", "right": "→", "left_square_bracket": "[", "right_square_bracket": "]",
}  # fmt: skip
"""How keys are written for people, where Textual's own name is not it."""

KEY_WIDTH = 13
"""Cells for the keys of a command where they stand before what it does."""

TEXTUAL_KEYS = {"tab": "Next pane", "ctrl+c": "Copy", "ctrl+q": "Quit"}
"""Keys that are Textual's own, and what they do."""


def keys_of(command: Command, own: Mapping[str, str]) -> str:
    """The keys of a command: from the user's own by command, or else those that it comes with."""
    return own.get(command.id, command.keys)


def first_key(name: str, own: Mapping[str, str]) -> str:
    """The first key of a command as people write it, where the user has keys of their own by command."""
    return key_label(keys_of(table()[name], own)).partition(" ")[0]


def key_label(keys: str) -> str:
    """Keys as people write them: `j,down` is `j ↓`."""
    return " ".join(KEY_NAMES.get(key, key) for key in keys.split(","))


def normal_keys(keys: str) -> list[str]:
    """Keys behind commas as Textual reports them: `/` is `slash`."""
    return [binding.key for binding in Binding.make_bindings([Binding(keys, "")])] if keys else []


def taken(own: Mapping[str, str], views: Iterable[View]) -> Mapping[str, str]:
    """The keys that mean something already, with what they mean; `own` are the user's by command."""
    commands = {key: entry.title for entry in table().values() for key in normal_keys(keys_of(entry, own))}
    return TEXTUAL_KEYS | commands | {key: view.name for view in views for key in normal_keys(view.key)}
