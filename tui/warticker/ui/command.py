"""One thing that a reader can do, and how it is entered into the table of all."""

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


ENTERED: dict[str, Command] = {}
"""The table as it fills, by id."""


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
        name = function.__name__.replace("_", "-")
        title = (function.__doc__ or "").strip().splitlines()[0].rstrip(".")
        ENTERED[name] = Command(name, keys, pane, group, title, function, hint, hints or {}, beside, last)
        return function

    return enter
