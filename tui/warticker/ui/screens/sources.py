"""The screen that lists the followed sources with their status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from warticker.archive.following.followed import Subscription
from warticker.errors import WartickerError
from warticker.library import Library
from warticker.ui.commands import also, first_key
from warticker.ui.drawing.hints import ROOMY
from warticker.ui.drawing.sources import checking, source_lines
from warticker.ui.screens.list_dialog import ListDialog

if TYPE_CHECKING:
    from warticker.ui.following import Follower


class SourcesScreen(ListDialog[None]):
    """All followed sources, when they were and will be read, and what failed; more can be added."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Close", show=False),
        also("sources", "dismiss"),
        also("arrivals", "read"),
    ]
    EMPTY = "No sources followed yet: a live page, a feed or a folder is read regularly, and its entries kept."
    POLL_EVERY = 1.0

    address = query_one(Input)

    def __init__(self, library: Library, follower: Follower | None, keys: Mapping[str, str]) -> None:
        """`keys` are the user's own, by command."""
        super().__init__(_heading(library, follower))
        self.library = library
        self.follower = follower
        """Reads them; None if nothing is read while the app is open."""
        self._read_key = first_key("arrivals", keys)
        self._sources: Mapping[str, Subscription] = {}
        """The listed sources, by address."""

    def contents(self) -> ComposeResult:
        """The list, and the input for another address."""
        yield from super().contents()
        yield Input(placeholder="https://example.org/ticker, or a folder", classes="field", compact=True)

    def options(self) -> Sequence[Option]:
        """The sources in their present state."""
        self._sources = {each.address: each for each in self.library.archive.subscriptions}
        now = datetime.now(UTC)
        return [Option(source_lines(each, now, self.room), address) for address, each in self._sources.items()]

    @property
    def offered(self) -> Iterable[tuple[str, str]]:
        """What can be done with a source, or with the input."""
        if self.has_class("-typing"):
            return ("enter", "follow"), ("esc", "back")
        roomy = self.app.size.width >= ROOMY
        add, close = ("a", "add"), ("esc", "close" if roomy else "back")
        if not self._sources:
            return add, close
        read = [(self._read_key, "read now" if roomy else "read")] if self.follower else []
        return ("space", "pause or resume" if roomy else "pause"), *read, add, ("x", "remove"), close

    def action_read(self) -> None:
        """Read all sources now."""
        if self.follower is not None:
            waits = self.follower.now()
            told = checking(waits, datetime.now(UTC)) if waits else "All sources are paused"
            self.notify(told, timeout=2)

    def action_add(self) -> None:
        """Open the input for another address."""
        self.add_class("-typing")
        self.address.focus()
        self.say()
        # In the background, as it loads all that reads sources.
        self.run_worker(partial(import_module, "warticker.library.subscribing"), "reading ahead", thread=True)

    def action_back(self) -> None:
        """Leave the input, or the list."""
        if self.has_class("-typing"):
            self._leave_off()
        else:
            self.dismiss()

    def action_drop(self) -> None:
        """Stop following the source under the cursor, at the second press; its entries are kept."""
        address = self.under_cursor
        if address and self.confirmed(address, f"Press x again to stop following {self._sources[address].name}"):
            self.change(partial(self.library.archive.subscriptions.remove, address))

    @on(Input.Submitted)
    def _follow(self, event: Input.Submitted) -> None:
        """Follow what was typed; if it is wrong, it stays to be corrected."""
        event.stop()
        # Imported here: most only look.
        from warticker.library.subscribing import subscribe

        try:
            subscribe(self.library.archive.subscriptions, event.value.strip())
        except WartickerError as error:
            self.say(str(error), wrong=True)
            return
        if self.library.is_bundled:
            # Its archive begins, and is opened and read, when this is closed.
            self.dismiss()
            return
        self.address.clear()
        self._leave_off()
        self.fill()
        if self.follower is not None:
            self.follower.wake()

    def _leave_off(self) -> None:
        self.remove_class("-typing")
        self.listed.focus()
        self.say()

    @on(OptionList.OptionSelected)
    def _pause(self, event: OptionList.OptionSelected) -> None:
        """Pause or resume a source."""
        source = self._sources[str(event.option.id)]
        self.change(partial(self.library.archive.subscriptions.pause, source.address, not source.paused))


def _heading(library: Library, follower: Follower | None) -> str:
    if library.is_bundled:
        return "Follow sources"
    if follower is None:
        return "Followed sources: not read in this session"
    return "Followed sources: paused" if follower.paused else "Followed sources"
