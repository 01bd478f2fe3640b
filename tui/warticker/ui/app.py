"""The app: themes, keys, and the screen that it opens."""

from __future__ import annotations

import signal
from asyncio import get_running_loop
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import monotonic

from textual import events
from textual.app import App
from textual.command import Provider
from textual.filter import LineFilter, NoColor
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.widgets._toast import Toast
from textual.worker import Worker, WorkerError

from warticker import garbage, resources
from warticker.archive.query import Query
from warticker.errors import ArchiveError, WartickerError
from warticker.library import Library
from warticker.settings import Settings, naming_the_file
from warticker.ui.commands import first_key
from warticker.ui.commands.program import OPEN_AGAIN
from warticker.ui.drawing.scrollbar import ThinBar
from warticker.ui.idle import IdleQueue
from warticker.ui.screens.main import MainScreen
from warticker.ui.session import NAME, Session
from warticker.ui.themes import shades, themes

IDLE_AFTER = 1.0
"""Seconds without a key before a garbage collection."""

OPENED_WITHIN = 0.03
"""Seconds within which a new screen is laid out; Textual would paint it at each of some four steps on the way."""

LEAVING = (signal.SIGTERM, signal.SIGHUP) if hasattr(signal, "SIGHUP") else ()
"""Signals that end the app: a `kill`, or a closed terminal; the latter does not exist on Windows."""


IN_A_TERMINAL = frozenset({"www-browser", "links", "elinks", "lynx", "w3m", "browsh"})
"""Browsers that run in the terminal that they are started from."""

WITHOUT_COLOUR = NoColor()

# These two change Textual's classes for the whole process.
ScrollBar.renderer = ThinBar
# Textual starts a selection in a note that a click has just removed, and fails; nobody selects in notes.
Toast.ALLOW_SELECT = False


def _palette() -> type[Provider]:
    # Imported here: only the palette needs it.
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
        """The error that ended the app."""
        # Entries that are there at the start do not count as arrived.
        library.archive.refresh()
        visited = library.archive.visit()
        self._start = Session.opened(library, query, settings)
        self.library = library
        self.main = MainScreen(library, self._start, settings, visited=visited)
        """The main screen."""
        self.following = following
        """Whether followed sources are read while the app is open."""
        self._warned_until = 0.0
        """Until when the last warning stays."""
        self._warning = ""
        """Its text."""
        self._beside: list[Worker[None]] = []
        """Background workers, which run until the app ends."""
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
        """Show a note in place of earlier ones, unless one of these is a different warning."""
        if severity != "information":
            if message == self._warning:
                self.clear_notifications()
            self._warning = message
            self._warned_until = monotonic() + (timeout or self.NOTIFICATION_TIMEOUT)
        elif monotonic() > self._warned_until:
            self.clear_notifications()
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def _handle_exception(self, error: Exception) -> None:
        """End with one line to the user instead of a traceback for errors that are ours."""
        # Private in Textual, which has no public hook for every exception.
        if isinstance(error, WartickerError):
            self.failure = self.failure or error
            self.exit(return_code=error.exit_status)
        else:
            super()._handle_exception(error)

    async def on_event(self, event: events.Event) -> None:
        """Collect garbage once no key has come for a while."""
        if isinstance(event, events.Key):
            self._when_idle.replace(garbage.collect_much)
        await super().on_event(event)

    def get_default_screen(self) -> MainScreen:
        """The main screen, which is always there."""
        return self.main

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters; but of a terminal's own colours its filter for NO_COLOR makes black."""
        return (WITHOUT_COLOUR,) if self.no_color and self.native_ansi_color else super().get_line_filters()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colour names, for themes that lack them."""
        return shades(self.current_theme)

    def action_help_quit(self) -> None:
        """Say which key quits, where `ctrl+c` copies nothing."""
        self.notify(f"{first_key('quit-program', self.settings.keys)} quits", timeout=3, markup=False)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text, and say so."""
        super().copy_to_clipboard(text)
        self.notify("Copied", timeout=2)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open an address in the browser; one that runs in the terminal has it to itself until it ends."""
        # Imported here: most sessions open none.
        import webbrowser

        try:
            browser = webbrowser.get()
        except webbrowser.Error:
            self.notify(f"No browser found for {url}", severity="warning", markup=False)
            return
        if Path(browser.name).name in IN_A_TERMINAL:
            with self.suspend():
                webbrowser.open(url)
        else:
            # In a thread, as some return only when they are closed.
            self.run_worker(partial(webbrowser.open, url), thread=True)

    def action_command_palette(self) -> None:
        """Open the palette; its commands are those of the main screen."""
        if self.screen is self.main:
            # Imported here: only the palette needs it.
            from warticker.ui.palette import Palette

            self.push_screen(Palette(placeholder="Search for commands…"))

    def on_mount(self) -> None:
        """Apply the user's theme and keys."""
        # The last session's theme may be of another version.
        self.theme = self._start.theme if self._start.theme in self.available_themes else "warticker-dark"
        self.set_keymap(dict(self.settings.keys))
        self.screen_change_signal.subscribe(self, self._paint_once, immediate=True)
        # Textual only lays out again what another program, or the shell, has written over.
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh())

    def _paint_once(self, opened: Screen[object]) -> None:
        """Paint a new top screen once, when it is complete."""
        self.delay_update(OPENED_WITHIN)

    async def on_unmount(self) -> None:
        """Save the session, and stop reading."""
        with suppress(ArchiveError):
            self.library.archive.remember(NAME, self.main.session.to_json(self.settings))
        for worker in self._beside:
            worker.cancel()
        for worker in self._beside:
            with suppress(WorkerError):
                await worker.wait()

    def on_ready(self) -> None:
        """Collect garbage from now on, but not what the start created; leave in order on a signal."""
        for told in LEAVING:
            get_running_loop().add_signal_handler(told, self.exit)
        garbage.collect_when_shown()
        if self.library.path is None:
            return
        # Imported here: nothing runs in the background before the first paint.
        from warticker.ui.following import Follower
        from warticker.ui.reannotating import reannotate

        note = partial(self.notify, markup=False)
        finding = reannotate(self.library, self.library.path, note, self._tell, self.main.arrivals.reannotated)
        self._beside.append(self.run_worker(finding, "reannotating"))
        if self.following:
            self.main.follower = Follower(self.library, self.library.path, self._tell)
            self._beside.append(self.run_worker(self.main.follower.run(), "following"))

    def _tell(self, wrong: str) -> None:
        self.notify(wrong, severity="warning", markup=False)


def run(library: Library, query: Query, settings: Settings, *, following: bool = False) -> int | None:
    """Open the app on a library until the user leaves; returns the exit status.

    None if the user has followed a source while on the bundled edition: the caller then opens the new archive.
    `following` is whether followed sources are read in the meantime. Raises SettingsError for unknown names in the
    settings, and the error that ended the app.
    """
    app = WartickerApp(library, query, settings, following=following)
    if settings != Settings():
        # Imported here: most users have no settings.
        from warticker.ui.checks import check

        with naming_the_file():
            check(settings, app.available_themes)
    ended = app.run()
    if app.failure is not None:
        raise app.failure
    return None if ended == OPEN_AGAIN else app.return_code or 0
