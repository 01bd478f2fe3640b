"""Commands that move the cursor, and the focus from pane to pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.ui.command import Command, Group, Pane

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


@Command("j,down", Group.MOVE, pane=Pane.TIMELINE, hint="move", beside="previous-entry")
def next_entry(screen: MainScreen) -> None:
    """Next entry."""
    screen.timeline.move(1)


@Command("k,up", Group.MOVE, pane=Pane.TIMELINE)
def previous_entry(screen: MainScreen) -> None:
    """Previous entry."""
    screen.timeline.move(-1)


@Command("g,home", Group.MOVE, pane=Pane.TIMELINE)
def first_entry(screen: MainScreen) -> None:
    """First entry."""
    screen.timeline.move_to(0)


@Command("G,end", Group.MOVE, pane=Pane.TIMELINE)
def last_entry(screen: MainScreen) -> None:
    """Last entry."""
    screen.timeline.move_to(len(screen.timeline.selection) - 1)


@Command("space,pagedown", Group.MOVE, pane=Pane.TIMELINE)
def page_down(screen: MainScreen) -> None:
    """A page of entries down."""
    screen.timeline.move(screen.timeline.page_rows)


@Command("b,pageup", Group.MOVE, pane=Pane.TIMELINE)
def page_up(screen: MainScreen) -> None:
    """A page of entries up."""
    screen.timeline.move(-screen.timeline.page_rows)


@Command("J", Group.MOVE)
def next_day(screen: MainScreen) -> None:
    """First entry of the next day in the list."""
    screen.timeline.move_by_days(1)


@Command("K", Group.MOVE)
def previous_day(screen: MainScreen) -> None:
    """First entry of the previous day in the list."""
    screen.timeline.move_by_days(-1)


@Command("n", Group.MOVE)
def next_match(screen: MainScreen) -> None:
    """Next match; without a search, next unread entry."""
    _to_match(screen, 1)


@Command("N", Group.MOVE)
def previous_match(screen: MainScreen) -> None:
    """Previous match; without a search, previous unread entry."""
    _to_match(screen, -1)


@Command("tab", Group.MOVE)
def next_pane(screen: MainScreen) -> None:
    """Next pane."""
    screen.focus_neighbour(1)


@Command("shift+tab", Group.MOVE)
def previous_pane(screen: MainScreen) -> None:
    """Previous pane."""
    screen.focus_neighbour(-1)


@Command("1", Group.MOVE)
def filter_pane(screen: MainScreen) -> None:
    """Go to the filter."""
    screen.focus_pane(Pane.FILTER)


@Command("2", Group.MOVE)
def timeline_pane(screen: MainScreen) -> None:
    """Go to the timeline."""
    screen.focus_pane(Pane.TIMELINE)


@Command("3", Group.MOVE)
def reader_pane(screen: MainScreen) -> None:
    """Go to the reader."""
    screen.focus_pane(Pane.READER)


def _to_match(screen: MainScreen, step: int) -> None:
    """Go to the next match, in the reader or the list; without a search, to the next unread entry."""
    selection, timeline, reading = screen.selection, screen.timeline, screen.pane is Pane.READER
    if selection.query.terms():
        before = timeline.cursor
        if reading and screen.reader.move_hit(step):
            return
        timeline.move(step)
        if timeline.cursor == before:
            screen.notify("No more matches", timeout=2)
        elif reading:
            screen.reader.move_hit(step)
    elif len(selection):
        found = selection.next_unread(timeline.cursor, step)
        if found is None:
            screen.notify("No more unread entries", timeout=2)
        else:
            timeline.move_to(found)
