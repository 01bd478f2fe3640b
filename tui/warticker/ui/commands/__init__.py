"""The app's commands: one table behind keys, footer, help, palette and rebinding.

A command is a function of the main screen. The first line of its docstring is its title in help and palette; its
decorator holds its key, group and short name for the footer. To add one, write the function in the module of its
subject, one of `MODULES`, and decorate it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from textual.binding import Binding, BindingType

from warticker.settings import View
from warticker.ui.command import Command, Group, Pane
from warticker.ui.commands import display, filtering, marking, moving, program, reading
from warticker.ui.keys import TEXTUAL_KEYS, key_label, keys_of, normal_keys

MODULES = (filtering, marking, moving, program, reading, display)
"""Where the commands are."""


@cache
def table() -> Mapping[str, Command]:
    """All commands by id, group by group, in definition order."""
    commands = [each for module in MODULES for each in vars(module).values() if isinstance(each, Command)]
    return {each.id: each for group in Group for each in commands if each.group is group}


def bindings(pane: Pane | None = None) -> list[BindingType]:
    """Textual's bindings for the commands of a pane, or of those that work anywhere."""
    return [
        Binding(entry.keys, f"screen.command('{entry.id}')", entry.title, id=entry.id, show=bool(entry.hint))
        for entry in table().values()
        if entry.pane is pane
    ]


def also(name: str, action: str) -> Binding:
    """The binding by which the keys of a command do something in its dialog, such as close it; also the user's own."""
    return Binding(table()[name].keys, action, show=False, id=name)


def first_key(name: str, own: Mapping[str, str]) -> str:
    """The first key of a command as people write it; `own` are the user's keys, by command."""
    return key_label(keys_of(table()[name], own)).partition(" ")[0]


def taken(own: Mapping[str, str], views: Iterable[View]) -> Mapping[str, str]:
    """The keys already in use, with what each does; `own` are the user's keys, by command."""
    commands = {key: entry.title for entry in table().values() for key in normal_keys(keys_of(entry, own))}
    return TEXTUAL_KEYS | commands | {key: each.name for each in views for key in normal_keys(each.key)}
