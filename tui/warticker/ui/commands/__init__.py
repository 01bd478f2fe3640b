"""The app's commands: one table behind keys, footer, help, palette and rebinding.

A command is a function of the main screen. The first line of its docstring is its title in help and palette; its
decorator holds its key, group and short name for the footer. To add one, write the function in the module of its
subject and decorate it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from textual.binding import Binding, BindingType

from warticker.settings import View
from warticker.ui.command import ENTERED, Command, Group, Pane
from warticker.ui.commands import filtering, marking, moving, program, reading, view  # noqa: F401, they fill the table
from warticker.ui.keys import TEXTUAL_KEYS, key_label, keys_of, normal_keys


@cache
def table() -> Mapping[str, Command]:
    """All commands by id, group by group, in definition order."""
    place = {group: index for index, group in enumerate(Group)}
    return dict(sorted(ENTERED.items(), key=lambda item: place[item[1].group]))


def bindings(pane: Pane) -> list[BindingType]:
    """Textual's bindings for the commands of a pane."""
    return [
        Binding(entry.keys, f"screen.command('{entry.id}')", entry.title, id=entry.id, show=bool(entry.hint))
        for entry in table().values()
        if entry.pane is pane
    ]


def first_key(name: str, own: Mapping[str, str]) -> str:
    """The first key of a command as people write it; `own` are the user's keys, by command."""
    return key_label(keys_of(table()[name], own)).partition(" ")[0]


def taken(own: Mapping[str, str], views: Iterable[View]) -> Mapping[str, str]:
    """The keys already in use, with what each does; `own` are the user's keys, by command."""
    commands = {key: entry.title for entry in table().values() for key in normal_keys(keys_of(entry, own))}
    return TEXTUAL_KEYS | commands | {key: each.name for each in views for key in normal_keys(each.key)}
