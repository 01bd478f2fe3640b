"""The command palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.command import CommandInput, CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import LoadingIndicator

from warticker.ui.command import Group
from warticker.ui.keys import KEY_WIDTH, key_label, keys_of
from warticker.ui.looks import KEY, MATCHED
from warticker.ui.screens.main import MainScreen


class Results(CommandList):
    """The commands found, which may be others by the time that a click comes."""

    async def _on_click(self, event: events.Click) -> None:
        """Ignore a click on a row that is gone, where Textual 8.2.8 fails."""
        if event.style.meta.get("option", 0) >= self.option_count:
            event.prevent_default()


class Palette(CommandPalette):
    """Textual's palette, for keys that are faster than it opens and closes.

    Textual 8.2.8 looks up its widgets while they are not there yet, or no longer, and fails.
    """

    def compose(self) -> ComposeResult:
        """The line to type in, and below it what is found."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield CommandInput(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield Results()
                yield LoadingIndicator()

    def _action_command_list(self, action: str) -> None:
        """Pass a key on to the list once it is laid out; moving by a page fails before that."""
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)

    async def _on_message(self, message: Message) -> None:
        """Listen to its widgets only while it is open."""
        if self.is_active or message.control is None:
            await super()._on_message(message)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close once, and not before it is open."""
        if self.is_active and self.is_mounted:
            return super().dismiss(result)
        if self.is_active:
            self.call_later(self._action_escape)
        return AwaitComplete()


class Commands(Provider):
    """The table of commands, searched as you type."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for title, keys, run in self._entries():
            yield DiscoveryHit(_line(keys, Content(title)), run, text=title)

    async def search(self, query: str) -> Hits:
        """Those whose title has all words of the query, or what begins with them; with none, those with its letters."""
        entries = [*self._entries()]
        matches = [_match(query, title) for title, _, _ in entries]
        if not any(score for score, _ in matches):
            fuzzy = self.matcher(query).fuzzy_search
            matches = [fuzzy.match(query, title) for title, _, _ in entries]
        for (score, places), (title, keys, run) in zip(matches, entries, strict=True):
            if score > 0:
                # Not with the matcher's own highlighting, which parses titles as markup.
                marked = Content(title)
                for place in places:
                    marked = marked.stylize(MATCHED, place, place + 1)
                yield Hit(score, _line(keys, marked), run, text=title)

    def _entries(self) -> Iterator[tuple[str, str, Callable[[], None]]]:
        """Title, keys and callback of each command; what moves, whose keys nobody looks up, comes last."""
        screen = self.screen
        if isinstance(screen, MainScreen):
            keys = screen.settings.keys
            for entry in sorted(screen.commands.values(), key=lambda entry: entry.group is Group.MOVE):
                yield entry.title, key_label(keys_of(entry, keys)), partial(entry.run, screen)
            for view in screen.views.all:
                yield f"View: {view.name}", key_label(view.key), partial(screen.views.open, view.name)


def _match(query: str, title: str) -> tuple[float, Sequence[int]]:
    """How well a title matches, and the letters that do: all words must occur, best where a word begins with them."""
    score, places, read = 0.0, list[int](), title.lower()
    for word in query.lower().split():
        begun = f" {read}".find(f" {word}")
        at = begun if begun >= 0 else read.find(word)
        if at < 0:
            return 0.0, ()
        score += (2 if begun >= 0 else 1) - at / (len(read) + 1)
        places += range(at, at + len(word))
    return score, places


def _line(keys: str, title: Content) -> Content:
    """Keys and title side by side, as in the help; Textual gives keys a line of their own, and reads both as markup."""
    return Content.assemble((f"{keys:{KEY_WIDTH}}", KEY), title)
