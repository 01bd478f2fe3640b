"""The screen that lists the sources that are followed, and says how each of them goes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from warticker import resources
from warticker.archive.following.followed import Subscription
from warticker.errors import ArchiveError
from warticker.library import Library
from warticker.ui.drawing.hints import ROOMY, hints
from warticker.ui.drawing.sources import source_lines
from warticker.ui.screens.dialog import Dialog

if TYPE_CHECKING:
    from warticker.ui.following import Follower

LOOK_EVERY = 1.0
"""Seconds between looks at how the sources go."""


class SourcesScreen(Dialog[None]):
    """Every source that is followed, when it was read and will be, and what went wrong."""

    CSS_PATH = str(resources.style("dialogs.tcss"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,F", "dismiss", "Close", show=False),
        Binding("j", "move('down')", show=False),
        Binding("k", "move('up')", show=False),
        Binding("space", "move('select')", show=False),
        Binding("R", "read", show=False),
    ]

    listed = query_one(OptionList)
    foot = query_one("#sources-foot", Static)

    def __init__(self, library: Library, follower: Follower | None) -> None:
        super().__init__()
        self.library = library
        self.follower = follower
        """What reads them; None where nothing is asked while the app is open."""
        self._sources: list[Subscription] = []

    def compose(self) -> ComposeResult:
        """The sources, and what can be done with them."""
        with Vertical(id="sources"):
            yield Static(self._title, id="sources-title", markup=False)
            yield OptionList(id="sources-list", markup=False, compact=True)
            yield Static(id="sources-foot", markup=False)

    def on_mount(self) -> None:
        """Look now, and again and again."""
        self.fill()
        self.set_interval(LOOK_EVERY, self.fill)

    def action_move(self, where: str) -> None:
        """Go to the next or previous source, or choose the one under the cursor."""
        actions = {"down": self.listed.action_cursor_down, "up": self.listed.action_cursor_up}
        actions.get(where, self.listed.action_select)()

    def action_read(self) -> None:
        """Have all sources read now."""
        if self.follower is not None:
            self.follower.now()

    @on(OptionList.OptionSelected)
    def _pause(self, event: OptionList.OptionSelected) -> None:
        """Leave a source alone, or no longer."""
        source = self._sources[event.option_index]
        try:
            self.library.archive.subscriptions.pause(source.address, not source.paused)
        except ArchiveError as error:
            self.notify(str(error), severity="error", markup=False)
        self.fill()

    @property
    def _title(self) -> str:
        if self.follower is None:
            return "Followed, but not while the app is open"
        return "Followed: paused" if self.follower.paused else "Followed"

    def fill(self) -> None:
        """List the sources as they are now; the cursor stays where it is."""
        self._sources = list(self.library.archive.subscriptions)
        now, before = datetime.now(UTC), self.listed.highlighted or 0
        self.listed.set_options([Option(source_lines(source, now, self.room)) for source in self._sources])
        self.listed.highlighted = min(before, len(self._sources) - 1) if self._sources else None
        short = self.app.size.width < ROOMY
        keys = [("space", "pause" if short else "pause, or go on"), ("R", "read" if short else "read all now")]
        self.foot.update(hints((*keys, ("esc", "close")), self.app.size.width))
