"""The app: themes, keys, and the screen that it opens."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from textual.app import App
from textual.color import Color
from textual.command import Provider

from warticker import resources
from warticker.archive.query import Query
from warticker.errors import SettingsError
from warticker.library import Library
from warticker.settings import Settings
from warticker.ui.commands import table
from warticker.ui.screens.main import MainScreen
from warticker.ui.themes import themes

SHADES = {"quiet": 0.6, "faint": 0.25, "here": 0.12}
"""How far from the background to the text each of our own colours lies."""


def _palette() -> type[Provider]:
    # Imported here as only who opens the palette needs it.
    from warticker.ui.palette import Commands

    return Commands


class WartickerApp(App[None]):
    """A reader for live tickers."""

    TITLE = "warticker"
    CSS_PATH = str(resources.style("main.tcss"))
    COMMANDS = {_palette}
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, library: Library, query: Query, settings: Settings) -> None:
        super().__init__()
        for theme in themes():
            self.register_theme(theme)
        self.settings = settings
        self.main = MainScreen(library, query, settings)
        """The screen that everything happens on."""

    def get_default_screen(self) -> MainScreen:
        """The main screen is the only one that stays."""
        return self.main

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names for themes that do not know them: shades between text and background."""
        colours = self.current_theme.to_color_system().generate()
        ink, paper = Color.parse(colours["foreground"]), Color.parse(colours["background"])
        return {name: paper.blend(ink, share).hex6 for name, share in SHADES.items()}

    def on_mount(self) -> None:
        """Take on the user's theme and keys."""
        self.theme = self.settings.theme or "warticker-dark"
        self.set_keymap(dict(self.settings.keys))

    def on_ready(self) -> None:
        """Collect garbage from now on, and none among what the start has made."""
        gc.freeze()
        gc.enable()


def run(library: Library, query: Query, settings: Settings) -> None:
    """Open the app on a library until the user leaves; raises SettingsError for a theme or command unheard of."""
    app = WartickerApp(library, query, settings)
    _check("theme", [settings.theme] if settings.theme else [], app.available_themes)
    _check("keys", settings.keys, [command.id for command in table()])
    app.run()


def _check(setting: str, named: Iterable[str], known: Collection[str]) -> None:
    for name in named:
        if name not in known:
            near = get_close_matches(name, known, 1, 0)
            raise SettingsError(f"config.yaml: {setting}: there is no {name} - did you mean {near[0]}?")
