"""The app: themes, keys, and the screen that it opens."""

from __future__ import annotations

import signal
from asyncio import get_running_loop
from contextlib import suppress
from dataclasses import replace
from functools import partial
from time import monotonic
from traceback import walk_tb

from textual import events
from textual.app import App
from textual.command import CommandList, CommandPalette, Provider
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.theme import ThemeProvider
from textual.widgets._toast import Toast
from textual.worker import Worker, WorkerError, WorkerFailed

from warticker import garbage, resources
from warticker.archive.query import EVERYTHING, Query
from warticker.errors import ArchiveError, WartickerError
from warticker.library import Library
from warticker.settings import Settings, naming_the_file
from warticker.ui.commands.program import OPEN_AGAIN
from warticker.ui.idle import IdleQueue
from warticker.ui.screens.main import MainScreen
from warticker.ui.session import NAME, Session
from warticker.ui.themes import shades, themes

IDLE_AFTER = 1.0
"""Seconds without a key after which garbage is looked for."""

OPENED_WITHIN = 0.03
"""Seconds in which another screen takes its place; Textual would paint it at each of some four steps on the way."""

LEAVING = (signal.SIGTERM, signal.SIGHUP) if hasattr(signal, "SIGHUP") else ()
"""What asks the app to end: a `kill`, and a terminal that is closed; not told on Windows."""


# Textual begins a selection in a note that a click has just taken away, and fails; nobody selects in one.
Toast.ALLOW_SELECT = False


def _palette() -> type[Provider]:
    # Imported here as only who opens the palette needs it.
    from warticker.ui.palette import Commands

    return Commands


class WartickerApp(App[str]):
    """A reader for live tickers."""

    TITLE = "warticker"
    CSS_PATH = str(resources.style("main.tcss"))
    COMMANDS = {_palette}

    def __init__(self, library: Library, query: Query, settings: Settings, *, following: bool = False) -> None:
        super().__init__()
        for theme in themes():
            self.register_theme(theme)
        self.settings = settings
        self.failure: WartickerError | None = None
        """What has ended the app."""
        # What is there by now has not arrived.
        library.archive.refresh()
        # What cannot be written (a folder of somebody else) can be read all the same.
        with suppress(ArchiveError):
            library.archive.visit()
        self._left = Session.from_json(library.archive.remembered(NAME), settings)
        if self._left.query and not query and not len(library.select(self._left.query)):
            # What was saved or unread then may not be so today: nobody wants to begin the day with an empty list.
            self._left = replace(self._left, query=EVERYTHING)
        self.library = library
        self.main = MainScreen(library, replace(self._left, query=query) if query else self._left, settings)
        """The screen that everything happens on."""
        self.following = following
        """Whether the sources that the archive follows are read while the app is open."""
        self._warned_until = 0.0
        """When the last warning has been shown long enough."""
        self._warning = ""
        """What it said."""
        self._beside: list[Worker[None]] = []
        """What runs beside the screen until the app ends."""
        self._when_idle = IdleQueue(self, IDLE_AFTER)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a note, which takes the place of those before it while no warning is among them, or of the same one."""
        if severity != "information":
            if message == self._warning:
                self.clear_notifications()
            self._warning = message
            self._warned_until = monotonic() + (timeout or self.NOTIFICATION_TIMEOUT)
        elif monotonic() > self._warned_until:
            self.clear_notifications()
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def _handle_exception(self, error: Exception) -> None:
        """End with a line to the user, and no traceback, where we know what went wrong."""
        # Private to Textual, which has no other place that every exception comes by.
        if isinstance(error, WartickerError):
            self.failure = self.failure or error
            self.exit(return_code=error.exit_status)
        elif self._is_of_palette(error):
            self._close_palette()
        else:
            super()._handle_exception(error)

    async def on_event(self, event: events.Event) -> None:
        """Look for garbage once no key has come for a while."""
        if isinstance(event, events.Key):
            self._when_idle.replace(garbage.collect_much)
        await super().on_event(event)

    @staticmethod
    def _is_of_palette(error: Exception) -> bool:
        """Whether Textual's palette fails, as where what it looks up comes when it has been closed already."""
        failed = error.error if isinstance(error, WorkerFailed) else error
        who = (frame.f_locals.get("self") for frame, _ in walk_tb(failed.__traceback__))
        return any(isinstance(each, CommandPalette | CommandList) for each in who)

    def _close_palette(self) -> None:
        if isinstance(self.screen, CommandPalette):
            self.pop_screen()

    def get_default_screen(self) -> MainScreen:
        """The main screen is the only one that stays."""
        return self.main

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names, for themes that do not know them."""
        return shades(self.current_theme)

    def action_command_palette(self) -> None:
        """Open the palette."""
        self._open_palette()

    def search_themes(self) -> None:
        """Open the palette of themes."""
        self._open_palette([ThemeProvider], "Search for themes…")

    def _open_palette(
        self, providers: list[type[Provider]] | None = None, placeholder: str = "Search for commands…"
    ) -> None:
        # Imported here as only who opens the palette needs it.
        from warticker.ui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(providers, placeholder=placeholder))

    def on_mount(self) -> None:
        """Take on the user's theme and keys."""
        # One that was left may have been another version's.
        self.theme = self._left.theme if self._left.theme in self.available_themes else "warticker-dark"
        self.set_keymap(dict(self.settings.keys))
        self.screen_change_signal.subscribe(self, self._paint_once, immediate=True)

    def _paint_once(self, opened: Screen[object]) -> None:
        """Paint a screen that has come to the top when all of it is there."""
        self.delay_update(OPENED_WITHIN)

    async def on_unmount(self) -> None:
        """Remember where the user was, and let nothing be read any more."""
        with suppress(ArchiveError):
            self.library.archive.remember(NAME, self.main.session.to_json(self.settings))
        for worker in self._beside:
            worker.cancel()
        for worker in self._beside:
            with suppress(WorkerError):
                await worker.wait()

    def on_ready(self) -> None:
        """Collect garbage from now on, and none among what the start has made; leave in order when told to."""
        for told in LEAVING:
            get_running_loop().add_signal_handler(told, self.exit)
        garbage.collect_when_shown()
        if self.library.path is None:
            return
        # Imported here as nothing runs beside the screen before the first paint.
        from warticker.ui.following import Follower
        from warticker.ui.reannotating import reannotate

        note = partial(self.notify, markup=False)
        finding = reannotate(self.library, self.library.path, note, self._tell)
        self._beside.append(self.run_worker(finding, "reannotating"))
        if self.following:
            self.main.follower = Follower(self.library, self.library.path, self._tell)
            self._beside.append(self.run_worker(self.main.follower.run(), "following"))

    def _tell(self, wrong: str) -> None:
        self.notify(wrong, severity="warning", markup=False)


def run(library: Library, query: Query, settings: Settings, *, following: bool = False) -> int | None:
    """Open the app on a library until the user leaves; its exit status.

    None where what the user follows from the bundled edition on is to be kept in an archive, and that to be opened.
    `following` is whether the sources that the archive follows are read meanwhile. Raises SettingsError for what the
    settings cannot name, and what the app fails by.
    """
    app = WartickerApp(library, query, settings, following=following)
    if settings != Settings():
        # Imported here as most have no settings of their own.
        from warticker.ui.checks import check

        with naming_the_file():
            check(settings, app.available_themes)
    ended = app.run()
    if app.failure is not None:
        raise app.failure
    return None if ended == OPEN_AGAIN else app.return_code or 0
