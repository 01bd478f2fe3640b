"""What a reader can do: one table behind keys, footer, help, palette and rebinding.

A command is a function of the main screen. Its first docstring line is its entry in help and palette; its key,
its group and its short name for the footer stand beside it. To add one, write the function in the module of its
subject and decorate it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


class Pane(StrEnum):
    """Where a command's key works."""

    ANYWHERE = "anywhere"
    FILTER = "filter"
    TIMELINE = "timeline"
    READER = "reader"


class Group(StrEnum):
    """Under which heading the help shows a command."""

    MOVE = "Move"
    FILTER = "Filter and search"
    READ = "Read"
    MARK = "Mark"
    VIEW = "View"
    PROGRAM = "Program"
    FILTER_PANE = "Keys in the filter"
    READER_PANE = "Keys in the reader"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a reader can do."""

    id: str
    """What config.yaml calls it, such as `next-day`."""
    keys: str
    """Its keys in Textual's names, separated by commas."""
    pane: Pane
    group: Group
    title: str
    """What it does, as help and palette say it."""
    run: Callable[[MainScreen], None]
    hint: str = ""
    """What the footer calls it; empty where the footer leaves it out."""
    hints: Mapping[Pane, str] = field(default_factory=dict)
    """What the footer calls it in panes where it does something else."""
    beside: str = ""
    """The command that leads the other way, whose key stands with its own."""
    last: bool = False
    """Whether it stands at the footer's end and is never left out."""


_commands: dict[str, Command] = {}


def command(
    keys: str,
    group: Group,
    *,
    pane: Pane = Pane.ANYWHERE,
    hint: str = "",
    hints: Mapping[Pane, str] | None = None,
    beside: str = "",
    last: bool = False,
) -> Callable[[Callable[[MainScreen], None]], Callable[[MainScreen], None]]:
    """Enter a function into the table, its name with dashes as its id, all else as a `Command` has it."""

    def enter(function: Callable[[MainScreen], None]) -> Callable[[MainScreen], None]:
        name = function.__name__.strip("_").replace("_", "-")
        title = (function.__doc__ or "").strip().splitlines()[0].rstrip(".")
        _commands[name] = Command(name, keys, pane, group, title, function, hint, hints or {}, beside, last)
        return function

    return enter


@cache
def table() -> Mapping[str, Command]:
    """Every command by its id, group by group, in the order in which they are written."""
    from warticker.ui.commands import filtering, marking, moving, program, reading, view  # noqa: F401, the table fills itself

    place = {group: index for index, group in enumerate(Group)}
    return dict(sorted(_commands.items(), key=lambda item: place[item[1].group]))


def bindings(*panes: Pane) -> Iterable[Binding]:
    """Textual's bindings for the commands of some panes."""
    return [
        Binding(entry.keys, f"screen.command('{entry.id}')", entry.title, id=entry.id, show=bool(entry.hint))
        for entry in table().values()
        if entry.pane in panes
    ]
