"""Commands of the program as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.ui.command import Group, command

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen

OPEN_AGAIN = "open again"
"""What the app ends with where another library is to be opened: of the archive that now follows something."""


@command("question_mark,f1", Group.PROGRAM, hint="help", last=True)
def show_help(screen: MainScreen) -> None:
    """Every key."""
    # Imported here as only who asks for help needs it.
    from warticker.ui.screens.help import HelpScreen

    screen.app.push_screen(HelpScreen(screen.commands.values(), screen.settings.keys, screen.views.all))


@command("ctrl+t", Group.PROGRAM)
def theme(screen: MainScreen) -> None:
    """Choose a theme."""
    screen.app.search_themes()


@command("P", Group.PROGRAM)
def pause(screen: MainScreen) -> None:
    """Follow no sources until it is pressed again."""
    if screen.follower is None or not screen.follower.sources:
        screen.notify("Nothing is followed here", timeout=2)
        return
    screen.follower.toggle()
    screen.paused = screen.follower.paused
    screen.notify("Following is paused" if screen.follower.paused else "Following goes on", timeout=2)


@command("F", Group.PROGRAM, hint="sources")
def sources(screen: MainScreen) -> None:
    """What is followed, and how it goes; follow more."""
    # Imported here as only who asks for it needs it.
    from warticker.ui.screens.sources import SourcesScreen

    library = screen.library
    if library.path is None and not library.is_bundled:
        screen.notify("Nothing of this is kept, nor followed; warticker add ADDRESS --follow does", timeout=4)
        return

    def leave_edition(_: None) -> None:
        # It stands in for an archive that is empty, which one that follows something is no longer.
        if library.is_bundled and len(library.archive.subscriptions):
            screen.app.exit(OPEN_AGAIN)

    screen.app.push_screen(SourcesScreen(library, screen.follower), leave_edition)


@command("q", Group.PROGRAM, hint="quit")
def quit_program(screen: MainScreen) -> None:
    """Quit."""
    screen.app.exit()


@command("ctrl+p", Group.PROGRAM)
def palette(screen: MainScreen) -> None:
    """Every command, to search and run."""
    screen.app.action_command_palette()
