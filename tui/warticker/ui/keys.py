"""Keys: as Textual names them, and as people write them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from textual.binding import Binding
from textual.keys import REPLACED_KEYS, Keys, format_key, key_to_character

from warticker.ui.command import Command

KEY_NAMES = {"enter": "enter", "backspace": "backspace"}
"""How keys are written for people, where Textual writes signs that few know."""

KEY_WIDTH = 13
"""Cells for the keys of a command where they stand before what it does."""

MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
NAMED_KEYS = frozenset(str(key.value) for key in Keys)

TEXTUAL_KEYS = {"tab": "Next pane", "ctrl+c": "Copy", "ctrl+q": "Quit"}
"""Keys that are Textual's own, and what they do."""


def keys_of(command: Command, own: Mapping[str, str]) -> str:
    """The keys of a command: from the user's own by command, or else those that it comes with."""
    return own.get(command.id, command.keys)


def key_label(keys: str) -> str:
    """Keys as people write them: `j,down` is `j ↓`."""
    return " ".join(KEY_NAMES.get(key) or format_key(key) for key in keys.split(","))


def normal_keys(keys: str) -> list[str]:
    """Keys behind commas as Textual reports them: `/` is `slash`."""
    return [binding.key for binding in Binding.make_bindings([Binding(keys, "")])] if keys else []


def is_key(key: str) -> bool:
    """Whether Textual calls a key so, with modifiers or without; what types a character has its name in Unicode."""
    *modifiers, name = key.split("+")
    if not MODIFIERS.issuperset(modifiers):
        return False
    if len(name) == 1 or name in NAMED_KEYS or name in REPLACED_KEYS:
        return True
    # What controls has aliases there (esc, del), and no name.
    return bool(unicodedata.name(key_to_character(name) or "\0", ""))
