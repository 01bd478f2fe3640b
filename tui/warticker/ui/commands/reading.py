"""Commands of the reader, and of the entry that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warticker.model import DocumentKind
from warticker.ui.command import Command, Group, Pane
from warticker.ui.showing import Showing

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen


@Command("enter", Group.READ, pane=Pane.TIMELINE, hint="read")
def read(screen: MainScreen) -> None:
    """Read the entry under the cursor."""
    screen.focus_pane(Pane.READER)


@Command("j,down", Group.READER_PANE, pane=Pane.READER, hint="scroll", beside="line-up")
def line_down(screen: MainScreen) -> None:
    """A line down in the reader."""
    screen.reader.scroll_lines(1)


@Command("k,up", Group.READER_PANE, pane=Pane.READER)
def line_up(screen: MainScreen) -> None:
    """A line up in the reader."""
    screen.reader.scroll_lines(-1)


@Command("space,pagedown", Group.READER_PANE, pane=Pane.READER)
def reader_page_down(screen: MainScreen) -> None:
    """A page down in the reader; at its end, the next entry."""
    if not screen.reader.scroll_lines(screen.reader.height - 2):
        screen.timeline.move(1)


@Command("b,pageup", Group.READER_PANE, pane=Pane.READER)
def reader_page_up(screen: MainScreen) -> None:
    """A page up in the reader."""
    screen.reader.scroll_lines(2 - screen.reader.height)


@Command("g,home", Group.READER_PANE, pane=Pane.READER)
def reader_top(screen: MainScreen) -> None:
    """Top of the reader."""
    screen.reader.scroll_lines(-screen.reader.virtual_size.height)


@Command("G,end", Group.READER_PANE, pane=Pane.READER)
def reader_bottom(screen: MainScreen) -> None:
    """Bottom of the reader."""
    screen.reader.scroll_lines(screen.reader.virtual_size.height)


@Command("right,l", Group.READER_PANE, pane=Pane.READER, hint="links")
def next_link(screen: MainScreen) -> None:
    """Next link in the reader: place, topic, person, address."""
    screen.reader.move_link(1)


@Command("left,h", Group.READER_PANE, pane=Pane.READER)
def previous_link(screen: MainScreen) -> None:
    """Previous link in the reader."""
    screen.reader.move_link(-1)


@Command("enter", Group.READER_PANE, pane=Pane.READER, hint="follow")
def follow(screen: MainScreen) -> None:
    """In the reader: filter by the link, or go where it leads."""
    screen.reader.follow()


@Command("a", Group.READ)
def whole_article(screen: MainScreen) -> None:
    """Show the whole article, or just this section."""
    if (row := screen.timeline.current) is None:
        return
    full = screen.library.entry(row.key)
    if full.document.kind is DocumentKind.ARTICLE and len(full.siblings) > 1:
        _show(screen, Showing.ARTICLE)
    else:
        screen.notify("This entry is not part of an article", timeout=3)


@Command("V", Group.READ)
def changed(screen: MainScreen) -> None:
    """Show what changed in the entry, word by word."""
    if (row := screen.timeline.current) is None:
        return
    if screen.library.entry(row.key).changed:
        screen.focus_pane(Pane.READER)
        _show(screen, Showing.CHANGES)
    else:
        screen.notify("This entry has not changed since it was first read", timeout=3)


@Command("o", Group.READ)
def open_address(screen: MainScreen) -> None:
    """Open the entry's address in the browser."""
    if row := screen.timeline.current:
        screen.open_address(screen.library.entry(row.key).address)


@Command("y", Group.READ)
def copy(screen: MainScreen) -> None:
    """Copy the entry as text with its source."""
    if row := screen.timeline.current:
        screen.app.copy_to_clipboard(screen.library.citation(screen.library.entry(row.key)))


def _show(screen: MainScreen, showing: Showing) -> None:
    """Show this in the reader, or the entry again if this is already shown."""
    screen.showing = Showing.ENTRY if screen.showing is showing else showing
