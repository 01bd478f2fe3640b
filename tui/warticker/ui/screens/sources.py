"""The screen that lists the sources that are followed, and says how each of them goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from warticker import resources
from warticker.archive.following.followed import Subscription
from warticker.errors import ArchiveError, WartickerError
from warticker.library import Library
from warticker.ui.drawing.hints import ROOMY, hints
from warticker.ui.drawing.sources import source_lines
from warticker.ui.screens.dialog import Dialog

if TYPE_CHECKING:
    from warticker.ui.following import Follower

LOOK_EVERY = 1.0
"""Seconds between looks at how the sources go."""


EMPTY = "Nothing is followed yet: a live page, a feed or a folder is read again and again, and kept."
"""What stands in place of the list where it is empty."""


class SourcesScreen(Dialog[None]):
    """Every source that is followed, when it was read and will be, and what went wrong; more can be followed."""

    CSS_PATH = str(resources.style("dialogs.tcss"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Close", show=False),
        Binding("q,F", "dismiss", "Close", show=False),
        Binding("a", "type", show=False),
        Binding("x,delete", "drop", show=False),
        Binding("j", "move('down')", show=False),
        Binding("k", "move('up')", show=False),
        Binding("space", "move('select')", show=False),
        Binding("R", "read", show=False),
    ]

    listed = query_one(OptionList)
    address = query_one(Input)
    foot = query_one("#sources-foot", Static)

    def __init__(self, library: Library, follower: Follower | None) -> None:
        super().__init__()
        self.library = library
        self.follower = follower
        """What reads them; None where nothing is asked while the app is open."""
        self._sources: list[Subscription] = []
        self._condemned = ""
        """The address that another press of the key follows no longer."""

    def compose(self) -> ComposeResult:
        """The sources, and what can be done with them."""
        with Vertical(id="sources"):
            yield Static(self._title, id="sources-title", markup=False)
            yield Static(EMPTY, id="sources-empty", markup=False)
            yield OptionList(id="sources-list", markup=False, compact=True)
            yield Input(placeholder="https://example.org/ticker, or a folder", id="sources-address", compact=True)
            yield Static(id="sources-foot", markup=False)

    def on_mount(self) -> None:
        """Look now, and again and again."""
        self.fill()
        self.set_interval(LOOK_EVERY, self._list)

    def action_move(self, where: str) -> None:
        """Go to the next or previous source, or choose the one under the cursor."""
        actions = {"down": self.listed.action_cursor_down, "up": self.listed.action_cursor_up}
        actions.get(where, self.listed.action_select)()

    def action_read(self) -> None:
        """Have all sources read now."""
        if self.follower is not None:
            self.follower.now()

    def action_type(self) -> None:
        """Ask for what is to be followed."""
        self.add_class("-typing")
        self.address.focus()
        self._say()
        # Meanwhile, as it brings all that reads sources.
        self.run_worker(partial(import_module, "warticker.library.subscribing"), "reading ahead", thread=True)

    def action_back(self) -> None:
        """Leave off typing, or the list."""
        if self.has_class("-typing"):
            self._leave_off()
        else:
            self.dismiss()

    def action_drop(self) -> None:
        """Follow the source under the cursor no longer, at the second press; what came of it is kept."""
        if (index := self.listed.highlighted) is None:
            return
        source = self._sources[index]
        if self._condemned != source.address:
            self._condemned = source.address
            self._say(f"x again follows {source.name} no longer")
            return
        self._change(partial(self.library.archive.subscriptions.remove, source.address))

    @on(Input.Submitted)
    def _follow(self, event: Input.Submitted) -> None:
        """Follow what was typed; what is wrong with it waits to be mended."""
        event.stop()
        # Imported here as most only look.
        from warticker.library.subscribing import subscribe

        try:
            subscribe(self.library.archive.subscriptions, event.value.strip())
        except WartickerError as error:
            self._say(str(error))
            return
        self.address.clear()
        self._leave_off()
        self.fill()
        if self.follower is not None:
            self.follower.look()

    def _leave_off(self) -> None:
        self.remove_class("-typing")
        self.listed.focus()
        self._say()

    @on(OptionList.OptionHighlighted)
    def _spare(self) -> None:
        self._condemned = ""
        self._say()

    @on(OptionList.OptionSelected)
    def _pause(self, event: OptionList.OptionSelected) -> None:
        """Leave a source alone, or no longer."""
        source = self._sources[event.option_index]
        self._change(partial(self.library.archive.subscriptions.pause, source.address, not source.paused))

    def _change(self, change: Callable[[], None]) -> None:
        """Change what is followed, or tell why that cannot be kept."""
        try:
            change()
        except ArchiveError as error:
            self.notify(str(error), severity="error", markup=False)
        self.fill()

    @property
    def _title(self) -> str:
        if self.library.is_bundled:
            return "To be followed, and kept in your archive"
        if self.follower is None:
            return "Followed, but not while the app is open"
        return "Followed: paused" if self.follower.paused else "Followed"

    def fill(self) -> None:
        """List the sources as they are now, and tell what the keys do."""
        self._list()
        self._condemned = ""
        self._say()

    def _list(self) -> None:
        """List the sources anew; the cursor stays where it is."""
        self._sources = list(self.library.archive.subscriptions)
        now, before = datetime.now(UTC), self.listed.highlighted or 0
        self.listed.set_options([Option(source_lines(source, now, self.room)) for source in self._sources])
        self.listed.highlighted = min(before, len(self._sources) - 1) if self._sources else None
        self.set_class(not self._sources, "-empty")

    def _say(self, wrong: str = "") -> None:
        """Tell what the keys do, or what is wrong."""
        self.foot.set_class(bool(wrong), "-wrong")
        if wrong:
            self.foot.update(Content(wrong))
            return
        short = self.app.size.width < ROOMY
        keys = [("a", "add"), ("esc", "close")]
        if self.has_class("-typing"):
            keys = [("enter", "follow"), ("esc", "back")]
        elif self._sources:
            keys = [("space", "pause" if short else "pause, or go on"), ("R", "read" if short else "read now"), keys[0],
                    ("x", "remove"), keys[1]]  # fmt: skip
        self.foot.update(hints(keys, self.app.size.width))
