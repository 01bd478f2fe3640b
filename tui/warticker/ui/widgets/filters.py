"""The filter: what can be chosen, with what each choice would leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from warticker.archive.query import Field, Query
from warticker.ui.command import Pane
from warticker.ui.commands import bindings, first_key
from warticker.ui.drawing.choices import Choices
from warticker.ui.drawing.facet_line import draw_line
from warticker.ui.drawing.facets import COMMANDS, Line, SavedView, Section, Setting, facet_lines
from warticker.ui.drawing.strips import strip_of
from warticker.ui.idle import IdleQueue
from warticker.ui.widgets.lineview import LineView

REST_AFTER = 0.3
"""Seconds after which what is out of sight is counted too; until then the scrollbar is as long as before."""

Counts = Callable[[Field], Mapping[str, int]]
"""Gives for a field how many entries each of its values would leave."""


class FilterPane(LineView):
    """Topics, cities and more as a list to choose from; draws only the lines that are on the screen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Pane.FILTER)

    near: reactive[tuple[Field, str] | None] = reactive(None, repaint=False)
    """The value that a key toggles next, with its field; None where the focus is elsewhere."""

    @dataclass
    class ViewToggled(Message):
        """A saved view is to be asked, or what it asks no longer."""

        name: str

    @dataclass
    class ValueToggled(Message):
        """A value of a field is to be filtered by, or no longer."""

        field: Field
        value: str

    def __init__(self, topics: Mapping[str, str], keys: Mapping[str, str]) -> None:
        """`keys` are the user's own, by command."""
        super().__init__(id="filters")
        self.topics = topics
        """Labels of topics."""
        self.narrowed = ""
        """Only values that hold this are listed."""
        self._keys = {section: first_key(name, keys) for section, name in COMMANDS.items()}
        self._counts: Counts = lambda _field: {}
        self._query = Query()
        self._views: Sequence[SavedView] = ()
        self._strips: LRUCache[tuple[Line, bool], Strip] = LRUCache(256)
        """Lines as they are drawn, under the cursor or not."""
        self._opened: set[Section] = set()
        self._choices = Choices()
        self._cursor = 0
        """The index of the line that the keys are on."""
        self._when_idle = IdleQueue(self, REST_AFTER)

    def show(self, counts: Counts, query: Query, views: Sequence[SavedView]) -> None:
        """List other counts; the cursor stays on its value."""
        self._counts, self._query, self._views = counts, query, views
        self._list(whole=False)

    def prepare(self, counts: Counts, query: Query) -> None:
        """Draw what would be in sight by other counts and another query, before they are shown."""
        self.measure()
        for line in self._choices_by(counts, query).first(self._reach):
            self._strip(line, current=line.filters_by is not None and line.filters_by == self.near)

    def show_views(self, views: Sequence[SavedView]) -> None:
        """List the views anew, if they have changed."""
        if views != self._views:
            self._views = views
            self._list()

    def recount(self) -> None:
        """List anew, as states are others with every mark; nothing scrolls."""
        before = self._seen
        same = self._renew()
        self._cursor = self._cursor if same is None else same
        if any(line.section is Section.STATES for line in (*before, *self._seen)):
            self.refresh()

    def narrow(self, text: str) -> None:
        """List only values that hold a text; an empty one lists all.

        Where the value under the cursor does not, the cursor goes to the first that does, of its section if it can.
        """
        before = self._line
        self.narrowed = text
        if self._renew() is None and before and before.section:
            first = self._choices.start_of(before.section)
            self._cursor = first if first is not None else 0
        self._list()

    def enter(self, section: Section) -> None:
        """Open a section and put the cursor on its first value."""
        self._opened.add(section)
        self._list()
        self._go_to_section(self._choices.start_of(section))

    def move(self, step: int) -> None:
        """Move the cursor to the next value that can be chosen, or with -1 to the previous one."""
        self._complete()
        self._go(self._choices.beyond(self._cursor, step))

    def move_to_section(self, step: int) -> None:
        """Move the cursor to the first value of the next section, or with -1 to that of this one or the previous."""
        self._complete()
        self._go_to_section(self._choices.section_beyond(self._cursor, step))

    def move_by_pages(self, step: int) -> None:
        """Move the cursor a page down, or with -1 up, or to the end."""
        self._complete()
        short = self._cursor + step * (max(self.height - 1, 1) - 1)
        found = self._choices.beyond(short, step)
        self._go(found) if found is not None else self.move_to_end(step)

    def move_to_end(self, step: int) -> None:
        """Move the cursor to the last value, or with -1 to the first."""
        self._complete()
        self._go(self._choices.beyond(len(self._choices.whole()) if step > 0 else -1, -step))

    def toggle(self) -> None:
        """Choose the value under the cursor, or no longer; on `more`, open its section."""
        line = self._line
        if line is None or line.section is None:
            return
        if line.value is None:
            self._opened.add(line.section)
            self._list()
        elif line.filters_by is None:
            self.post_message(self.ViewToggled(line.value))
        else:
            self.post_message(self.ValueToggled(*line.filters_by))

    def render_line(self, y: int) -> Strip:
        """A line of the filter."""
        index = self.scroll_offset.y + y
        if (line := self._choices.line(index)) is None:
            return Strip.blank(self.room, self.visual_style.rich_style)
        return self._strip(line, current=index == self._cursor and self.has_focus)

    def forget_drawn(self) -> None:
        """Draw every line anew when it is next asked for."""
        self._strips.clear()

    def fit(self) -> None:
        """Keep the cursor in sight."""
        self._complete()
        self._go(self._cursor)

    def on_click(self, event: events.Click) -> None:
        """Choose what the mouse is on."""
        if where := event.get_content_offset(self):
            index = self.scroll_offset.y + where.y
            if (line := self._choices.line(index)) and line.choosable:
                self._go(index)
                self.toggle()

    def on_mouse_scroll_down(self) -> None:
        """Have all lines before they are scrolled."""
        self._complete()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Tell what a key toggles next, or that none does."""
        self._update_near()

    def on_focus(self) -> None:
        """Put the cursor in sight."""
        self._go(self._cursor)

    def on_blur(self) -> None:
        """Fold the sections that were opened, and show from the top what the choice leaves."""
        if not self.narrowed:
            self._opened.clear()
            self._list()
            self.scroll_to(y=0, animate=False, immediate=True)

    @property
    def _reach(self) -> int:
        """How many lines there are down to the last on the screen, or to the cursor."""
        return max(self.scroll_offset.y + self.height, self._cursor + 1)

    @property
    def _seen(self) -> Sequence[Line]:
        """The lines on the screen."""
        return self._choices.first(self._reach)[self.scroll_offset.y :]

    @property
    def _line(self) -> Line | None:
        """What can be chosen under the cursor; None where nothing is."""
        line = self._choices.line(self._cursor)
        return line if line and line.choosable else None

    def _list(self, *, whole: bool = True) -> None:
        """List what there is by now; the whole of it, or what is in sight, and the rest when no key waits for it."""
        before, reach = self._line, self._reach
        same = self._renew()
        # Where the list ends above the last line on the screen, it scrolls back at once.
        if whole or len(self._choices.first(reach)) < reach or (before and (same is None or same >= reach)):
            self._complete()
        self._go((self._choices.nearest(self._cursor) or 0) if same is None else same)

    def _renew(self) -> int | None:
        """Make lines anew as far as they are looked at; where the value under the cursor stands among them."""
        before = self._line
        self._choices = self._choices_by(self._counts, self._query)
        self._when_idle.replace(self._complete)
        return self._choices.index_of(before) if before else None

    def _choices_by(self, counts: Counts, query: Query) -> Choices:
        setting = Setting(self.topics, frozenset(self._opened), self.narrowed, self._views, self._keys)
        return Choices(facet_lines(counts, query, setting))

    def _strip(self, line: Line, *, current: bool) -> Strip:
        """A line as it is drawn."""
        strip = self._strips.get((line, current))
        if strip is None or strip.cell_length != self.room:
            base = self.visual_style + self.looks["current"] if current else self.visual_style
            strip = self._strips[line, current] = strip_of(
                draw_line(line, self.room, self.looks, current=current), self.room, base
            )
        return strip

    def _complete(self) -> None:
        """Have all lines, and a scrollbar that tells how many they are."""
        self.set_lines(len(self._choices.whole()))

    def _update_near(self) -> None:
        line = self._line if self.has_focus else None
        self.near = line.filters_by if line else None

    def _go_to_section(self, index: int | None) -> None:
        """Put the cursor on the first value of a section, and the section in sight; nowhere else for None."""
        self._go(index)
        if index is not None and self._choices.section_end(index) > self.scroll_offset.y + self.height > 0:
            self.scroll_to(y=max(0, index - 1), animate=False, immediate=True)

    def _go(self, index: int | None) -> None:
        """Put the cursor on a line, and that in sight, below its heading if it is the first; nowhere else for None."""
        if index is None:
            return
        self._cursor = index
        self.refresh()
        self._update_near()
        if self.height:
            top = index - 1 if index and self._choices.starts_section(index) else index
            if top < self.scroll_offset.y:
                self.scroll_to(y=top, animate=False, immediate=True)
            elif index >= self.scroll_offset.y + self.height:
                self.scroll_to(y=index - self.height + 1, animate=False, immediate=True)
