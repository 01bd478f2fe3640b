"""Keys: as Textual names them, and as people write them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from textual.binding import Binding
from textual.keys import REPLACED_KEYS, Keys, format_key, key_to_character

from warticker.ui.command import Command

KEY_NAMES = {"enter": "enter", "backspace": "backspace"}
"""Names of keys for which Textual has little-known symbols."""

KEY_WIDTH = 13
"""Cells for a command's keys in front of its title."""

MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})
NAMED_KEYS = frozenset(str(key.value) for key in Keys)

TEXTUAL_KEYS = {"tab": "Next pane", "ctrl+c": "Copy", "ctrl+q": "Quit"}
"""Keys that are Textual's own, and what they do."""


def keys_of(command: Command, own: Mapping[str, str]) -> str:
    """A command's keys: the user's own (by command), or its defaults."""
    return own.get(command.id, command.keys)


def key_label(keys: str) -> str:
    """Keys as people write them: `j,down` is `j ↓`."""
    return " ".join(KEY_NAMES.get(key) or format_key(key) for key in keys.split(","))


def normal_keys(keys: str) -> list[str]:
    """Keys, separated by commas, as Textual reports them: `/` is `slash`."""
    return [binding.key for binding in Binding.make_bindings([Binding(keys, "")])] if keys else []


def is_key(key: str) -> bool:
    """Whether this is a key in Textual's naming, with or without modifiers; characters have their Unicode names."""
    *modifiers, name = key.split("+")
    if not MODIFIERS.issuperset(modifiers):
        return False
    if len(name) == 1 or name in NAMED_KEYS or name in REPLACED_KEYS:
        return True
    # Control characters have aliases there (esc, del), and no name.
    return bool(unicodedata.name(key_to_character(name) or "\0", ""))
