"""Commands that change what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.archive.query import EVERYTHING
from warticker.ui.command import Command, Group, Pane
from warticker.ui.drawing.filter_lines import Section
from warticker.ui.prompts import NarrowPrompt, QueryPrompt
from warticker.ui.showing import Showing

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


@Command("t", Group.FILTER, hint="topics")
def topics(screen: MainScreen) -> None:
    """Choose topics in the filter."""
    _open(screen, Section.TOPICS)


@Command("c", Group.FILTER, hint="cities")
def cities(screen: MainScreen) -> None:
    """Choose cities in the filter."""
    _open(screen, Section.CITIES)


@Command("p", Group.FILTER)
def people(screen: MainScreen) -> None:
    """Choose people in the filter."""
    _open(screen, Section.PEOPLE)


@Command("w", Group.FILTER)
def sides(screen: MainScreen) -> None:
    """Choose sides in the filter: who claims something."""
    _open(screen, Section.CLAIMS)


@Command("i", Group.FILTER)
def states(screen: MainScreen) -> None:
    """Choose states in the filter: new, unread, saved and more."""
    _open(screen, Section.STATES)


@Command("slash", Group.FILTER, hint="search", hints={Pane.FILTER: "narrow"})
def search(screen: MainScreen) -> None:
    """Search as you type, or narrow the filter list."""
    if screen.prompt:
        return  # Chosen in the palette while a prompt is open: it stays.
    if screen.pane is Pane.FILTER:
        screen.open_prompt(NarrowPrompt(screen))
    else:
        prompt = QueryPrompt(screen)
        # With room for one pane, the results must be visible.
        screen.focus_pane(Pane.TIMELINE)
        screen.open_prompt(prompt)


@Command("escape", Group.FILTER, hint="back", hints={Pane.TIMELINE: "clear"}, last=True)
def back(screen: MainScreen) -> None:
    """Go back; in the timeline, clear the filter."""
    if screen.filters.narrowed:
        screen.filters.narrow("")
    elif screen.pane is Pane.READER and screen.showing is not Showing.ENTRY:
        screen.showing = Showing.ENTRY
    elif len(screen.selection) and (screen.pane is not Pane.TIMELINE or screen.has_class("-zoomed")):
        screen.focus_pane(Pane.TIMELINE)
    else:
        # With an empty list there is nothing to go back to; the reader's advice promises this.
        if screen.selection.query:
            screen.apply(EVERYTHING)
        screen.focus_pane(Pane.TIMELINE)


@Command("j,down", Group.FILTER_PANE, pane=Pane.FILTER, hint="move", beside="filter-up")
def filter_down(screen: MainScreen) -> None:
    """Next value in the filter."""
    screen.filters.move(1)


@Command("k,up", Group.FILTER_PANE, pane=Pane.FILTER)
def filter_up(screen: MainScreen) -> None:
    """Previous value in the filter."""
    screen.filters.move(-1)


@Command("space,enter", Group.FILTER_PANE, pane=Pane.FILTER, hint="pick")
def toggle_value(screen: MainScreen) -> None:
    """In the filter: toggle the value."""
    screen.filters.toggle()


@Command("pagedown", Group.FILTER_PANE, pane=Pane.FILTER)
def filter_page_down(screen: MainScreen) -> None:
    """A page down in the filter."""
    screen.filters.move_by_pages(1)


@Command("pageup", Group.FILTER_PANE, pane=Pane.FILTER)
def filter_page_up(screen: MainScreen) -> None:
    """A page up in the filter."""
    screen.filters.move_by_pages(-1)


@Command("right,l", Group.FILTER_PANE, pane=Pane.FILTER, hint="section")
def next_section(screen: MainScreen) -> None:
    """Next section of the filter, such as cities or people."""
    screen.filters.move_to_section(1)


@Command("left,h", Group.FILTER_PANE, pane=Pane.FILTER)
def previous_section(screen: MainScreen) -> None:
    """Previous section of the filter."""
    screen.filters.move_to_section(-1)


@Command("g,home", Group.FILTER_PANE, pane=Pane.FILTER)
def filter_first(screen: MainScreen) -> None:
    """First value in the filter."""
    screen.filters.move_to_end(-1)


@Command("G,end", Group.FILTER_PANE, pane=Pane.FILTER)
def filter_last(screen: MainScreen) -> None:
    """Last value in the filter."""
    screen.filters.move_to_end(1)


@Command("S", Group.FILTER)
def saved_views(screen: MainScreen) -> None:
    """Saved views: open one, or save the current query."""
    # Imported here: few need it.
    from warticker.ui.screens.views import ViewsScreen

    def open_view(name: str | None) -> None:
        if name is not None:
            screen.views.open(name)

    screen.app.push_screen(ViewsScreen(screen.views, screen.selection.query), open_view)


@Command("e", Group.FILTER)
def export(screen: MainScreen) -> None:
    """Export the selection to a file."""
    # Imported here: few need it.
    from warticker.ui.screens.export import ExportScreen

    if len(screen.selection):
        screen.app.push_screen(ExportScreen(screen.library, screen.selection))
    else:
        screen.notify("Nothing to export", timeout=2)


def _open(screen: MainScreen, section: Section) -> None:
    """Put the focus on a section of the filter."""
    screen.focus_pane(Pane.FILTER)
    screen.filters.enter(section)
