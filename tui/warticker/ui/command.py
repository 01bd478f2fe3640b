"""What a command is: a function of the main screen, decorated with its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


class Pane(StrEnum):
    """A part of the main screen, which has keys of its own."""

    FILTER = "filter"
    TIMELINE = "timeline"
    READER = "reader"


class Group(StrEnum):
    """The heading under which the help lists a command."""

    MOVE = "Move"
    FILTER = "Filter and search"
    READ = "Read"
    MARK = "Mark"
    DISPLAY = "Display"
    PROGRAM = "Program"
    FILTER_PANE = "Keys in the filter"
    READER_PANE = "Keys in the reader"


def _nothing(_screen: MainScreen) -> None:
    """Nothing."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that the user can do; decorates the function that does it."""

    keys: str
    """Its keys in Textual's names, separated by commas."""
    group: Group
    _: KW_ONLY
    pane: Pane | None = None
    """Where its keys work; None for anywhere."""
    hint: str = ""
    """Its label in the footer; empty to leave it out."""
    hints: Mapping[Pane, str] = field(default_factory=dict)
    """Its label in the footer for panes where it does something else."""
    beside: str = ""
    """The id of the opposite command, whose key is shown with this one's."""
    last: bool = False
    """Whether it is always shown, at the end of the footer."""
    run: Callable[[MainScreen], None] = _nothing

    def __call__(self, function: Callable[[MainScreen], None]) -> Command:
        """The command that runs a function."""
        return replace(self, run=function)

    @property
    def id(self) -> str:
        """Its name in config.yaml, such as `next-day`: that of its function."""
        return self.run.__name__.replace("_", "-")

    @property
    def title(self) -> str:
        """What it does, as shown in help and palette: the first line of its function's docstring."""
        return (self.run.__doc__ or "").partition("\n")[0].rstrip(".")
