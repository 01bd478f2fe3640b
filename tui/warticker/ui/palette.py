"""The command palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from warticker.ui.keys import KEY_WIDTH, key_label, keys_of
from warticker.ui.looks import KEY
from warticker.ui.screens.main import MainScreen


class Palette(CommandPalette):
    """Textual's palette, made safe for keys that follow at once."""

    def _action_command_list(self, action: str) -> None:
        """Pass a key on to the list once it is laid out: paging fails before that, with Textual's own keys too."""
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close once: a second click may come before the first has closed it."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class Commands(Provider):
    """The table of commands, searched as you type."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for title, keys, run in self._entries():
            yield DiscoveryHit(_line(keys, Content(title)), run, text=title)

    async def search(self, query: str) -> Hits:
        """Those whose title matches."""
        matcher = self.matcher(query)
        for title, keys, run in self._entries():
            score, places = matcher.fuzzy_search.match(query, title)
            if score > 0:
                # Not with the matcher's own highlighting, which parses titles as markup.
                marked = Content(title)
                for place in places:
                    marked = marked.stylize(matcher.match_style, place, place + 1)
                yield Hit(score, _line(keys, marked), run, text=title)

    def _entries(self) -> Iterator[tuple[str, str, Callable[[], None]]]:
        """Title, keys and callback of each command."""
        screen = self.screen
        if isinstance(screen, MainScreen):
            keys = screen.settings.keys
            for entry in screen.commands.values():
                yield entry.title, key_label(keys_of(entry, keys)), partial(entry.run, screen)
            for view in screen.views.all:
                yield f"View: {view.name}", key_label(view.key), partial(screen.views.open, view.name)


def _line(keys: str, title: Content) -> Content:
    """Keys and title side by side, as in the help; Textual gives keys a line of their own, and reads both as markup."""
    return Content.assemble((f"{keys:{KEY_WIDTH}}", KEY), title)
