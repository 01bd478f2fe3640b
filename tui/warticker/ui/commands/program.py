"""Commands of the program as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.ui.command import Command, Group

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen

OFFLINE = "Offline: sources are not checked"

OPEN_AGAIN = "open again"
"""The app's result when the archive is to be opened next, in place of the bundled edition."""


@Command("question_mark,f1", Group.PROGRAM, hint="help", last=True)
def show_help(screen: MainScreen) -> None:
    """Show all keys."""
    # Imported here: few need it.
    from warticker.ui.screens.help import HelpScreen

    screen.app.push_screen(HelpScreen(screen.commands.values(), screen.settings.keys, screen.views.all))


@Command("ctrl+t", Group.PROGRAM)
def theme(screen: MainScreen) -> None:
    """Choose a theme."""
    # Imported here: few need it.
    from warticker.ui.screens.theme import ThemesScreen

    screen.app.push_screen(ThemesScreen())


@Command("R", Group.PROGRAM)
def arrivals(screen: MainScreen) -> None:
    """Show new entries, then go to the newest; check sources."""
    screen.arrivals.ask()


@Command("P", Group.PROGRAM)
def pause(screen: MainScreen) -> None:
    """Pause or resume following."""
    if screen.follower is None or not screen.follower.sources:
        screen.notify(OFFLINE if screen.arrivals.offline else "No sources are followed here", timeout=2)
        return
    screen.follower.toggle()
    screen.paused = screen.follower.paused
    screen.notify("Following paused" if screen.follower.paused else "Following resumed", timeout=2)


@Command("F", Group.PROGRAM, hint="sources")
def sources(screen: MainScreen) -> None:
    """Followed sources: status, add, remove."""
    # Imported here: few need it.
    from warticker.ui.screens.sources import SourcesScreen

    library = screen.library
    if library.path is None and not library.is_bundled:
        screen.notify("These entries are not kept; use warticker add ADDRESS --follow", timeout=4)
        return

    def closed(_: None) -> None:
        screen.arrivals.show_sources()
        # The edition stands in for an empty archive; one that follows something counts as begun.
        if library.is_bundled and len(library.archive.subscriptions):
            screen.app.exit(OPEN_AGAIN)

    screen.app.push_screen(SourcesScreen(library, screen.follower, screen.settings.keys), closed)


@Command("q", Group.PROGRAM, hint="quit")
def quit_program(screen: MainScreen) -> None:
    """Quit."""
    screen.app.exit()


@Command("ctrl+p", Group.PROGRAM)
def palette(screen: MainScreen) -> None:
    """Open the command palette."""
    screen.app.action_command_palette()
