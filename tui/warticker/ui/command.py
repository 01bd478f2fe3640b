"""What a command is, and the decorator that enters one into the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


class Pane(StrEnum):
    """Where a command's key works."""

    ANYWHERE = "anywhere"
    FILTER = "filter"
    TIMELINE = "timeline"
    READER = "reader"


class Group(StrEnum):
    """The heading under which the help lists a command."""

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
    """Something that the user can do."""

    id: str
    """Its name in config.yaml, such as `next-day`."""
    keys: str
    """Its keys in Textual's names, separated by commas."""
    pane: Pane
    group: Group
    title: str
    """What it does, as shown in help and palette."""
    run: Callable[[MainScreen], None]
    hint: str = ""
    """Its label in the footer; empty to leave it out."""
    hints: Mapping[Pane, str] = field(default_factory=dict)
    """Its label in the footer for panes where it does something else."""
    beside: str = ""
    """The id of the opposite command, whose key is shown with this one's."""
    last: bool = False
    """Whether it is always shown, at the end of the footer."""


ENTERED: dict[str, Command] = {}
"""The commands entered so far, by id."""


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
    """Enter a function into the table; its name, with dashes, is the id, and the rest is as in `Command`."""

    def enter(function: Callable[[MainScreen], None]) -> Callable[[MainScreen], None]:
        name = function.__name__.replace("_", "-")
        title = (function.__doc__ or "").strip().splitlines()[0].rstrip(".")
        ENTERED[name] = Command(name, keys, pane, group, title, function, hint, hints or {}, beside, last)
        return function

    return enter
