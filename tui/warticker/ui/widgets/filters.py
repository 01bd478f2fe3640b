"""The filter: what can be chosen, with how many entries each choice would leave."""

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
from warticker.ui.drawing.filter_lines import (
    COMMANDS,
    FilterState,
    Line,
    SavedView,
    Section,
    draw_line,
    filter_lines,
)
from warticker.ui.drawing.strips import strip_of
from warticker.ui.idle import IdleQueue
from warticker.ui.widgets.line_view import LineView

REST_AFTER = 0.3
"""Seconds until sections out of sight are counted too; the scrollbar keeps its length until then."""

Listed = Callable[[Field, str], bool]
"""Whether a value of a field is listed."""

Counts = Callable[[Field], Mapping[str, int]]
"""How many entries each value of a field would leave."""


class FilterPane(LineView):
    """Topics, cities and more as a list to choose from; draws only the visible lines."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Pane.FILTER)

    near: reactive[tuple[Field, str] | None] = reactive(None, repaint=False)
    """The value under the cursor, with its field; None if the focus is elsewhere."""

    @dataclass
    class ViewToggled(Message):
        """A saved view is to be opened or left."""

        name: str

    @dataclass
    class ValueToggled(Message):
        """A value of a field is to be added to the filter, or removed."""

        field: Field
        value: str

    def __init__(self, topics: Mapping[str, str], keys: Mapping[str, str], respelled: Callable[[str], Listed]) -> None:
        """`keys` are the user's own, by command; `respelled` is `Library.respelled`."""
        super().__init__(id="filters")
        self._respelled = respelled
        self.topics = topics
        """Labels of topics."""
        self.narrowed = ""
        """Only values that contain this are listed."""
        self._narrowed_from: Line | None = None
        """The line under the cursor before: where nothing is listed, there is none to come back to."""
        self._keys = {section: first_key(name, keys) for section, name in COMMANDS.items()}
        self._back_key = first_key("back", keys)
        self._counts: Counts = lambda _field: {}
        self._query = Query()
        self._views: Sequence[SavedView] = ()
        self._strips: LRUCache[tuple[Line, bool], Strip] = LRUCache(256)
        """Drawn lines, by whether they are under the cursor."""
        self._opened: set[Section] = set()
        self._choices = Choices()
        self._cursor = 0
        """The index of the line under the cursor."""
        self._when_idle = IdleQueue(self, REST_AFTER)

    def show(self, counts: Counts, query: Query, views: Sequence[SavedView]) -> None:
        """Show other counts; the cursor stays on its value."""
        self._counts, self._query, self._views = counts, query, views
        self._list(whole=False)

    def prepare(self, counts: Counts, query: Query) -> None:
        """Draw the lines that other counts and another query would show, ahead of time."""
        self.measure()
        for line in self._choices_by(counts, query).first(self._reach):
            self._strip(line, current=line.filters_by is not None and line.filters_by == self.near)

    def show_views(self, views: Sequence[SavedView]) -> None:
        """Show the views, if they have changed."""
        if views != self._views:
            self._views = views
            self._list()

    def recount(self) -> None:
        """List again, as states change with every mark; nothing scrolls."""
        before = self._seen
        same = self._renew()
        self._cursor = self._cursor if same is None else same
        if any(line.section is Section.STATES for line in (*before, *self._seen)):
            self.refresh()

    def narrow(self, text: str) -> None:
        """List only values that contain a text, or begin so in another spelling; an empty one lists all.

        If the value under the cursor does not, the cursor moves to the first that does, in its section if possible.
        """
        before = self._line or self._narrowed_from
        if not self.narrowed:
            self._narrowed_from = before
        self.narrowed = text
        self._renew()
        if before and before.section:
            same = self._choices.index_of(before)
            self._cursor = (self._choices.start_of(before.section) or 0) if same is None else same
        self._list()

    def enter(self, section: Section) -> None:
        """Expand a section and put the cursor on its first value."""
        self._opened.add(section)
        self._list()
        self._go_to_section(self._choices.start_of(section))

    def move(self, step: int) -> None:
        """Move the cursor to the next value that can be chosen, or with -1 to the previous one."""
        self._complete()
        self._go(self._choices.beyond(self._cursor, step))

    def move_to_section(self, step: int) -> None:
        """Move the cursor to the next section's first value, or with -1 to that of this one or the previous."""
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
        """Toggle the value under the cursor; on `more`, expand its section."""
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
        return self._strip(line, current=index == self._cursor and line.choosable and self.has_focus)

    def forget_drawn(self) -> None:
        """Drop the drawn lines."""
        self._strips.clear()

    def fit(self) -> None:
        """Keep the cursor visible; and its section, to which a key may have led while there was no room yet."""
        self._complete()
        if self._choices.starts_section(self._cursor):
            self._go_to_section(self._cursor)
        else:
            self._go(self._cursor)

    def on_click(self, event: events.Click) -> None:
        """Choose the line under the mouse."""
        if where := event.get_content_offset(self):
            index = self.scroll_offset.y + where.y
            if (line := self._choices.line(index)) and line.choosable:
                self._go(index)
                self.toggle()

    def on_mouse_scroll_down(self) -> None:
        """Complete the lines before scrolling."""
        self._complete()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Update `near`."""
        self._update_near()

    def on_focus(self) -> None:
        """Scroll to the cursor."""
        self._go(self._cursor)

    def on_blur(self) -> None:
        """Collapse expanded sections, and scroll to the top."""
        if not self.narrowed:
            self._opened.clear()
            self._list()
            self.scroll_to(y=0, animate=False, immediate=True)

    @property
    def _reach(self) -> int:
        """How many lines there are down to the last visible one, or to the cursor."""
        return max(self.scroll_offset.y + self.height, self._cursor + 1)

    @property
    def _seen(self) -> Sequence[Line]:
        """The visible lines."""
        return self._choices.first(self._reach)[self.scroll_offset.y :]

    @property
    def _line(self) -> Line | None:
        """The choosable line under the cursor; None if there is none."""
        line = self._choices.line(self._cursor)
        return line if line and line.choosable else None

    def _list(self, *, whole: bool = True) -> None:
        """List what there is now, the cursor on its line: all of it, or the visible part, and the rest when idle."""
        before, reach, line = self._line, self._reach, self._cursor - self.scroll_offset.y
        same = self._renew()
        # If the list ends above the last visible line, it scrolls back at once.
        if whole or len(self._choices.first(reach)) < reach or (before and (same is None or same >= reach)):
            self._complete()
        cursor = (self._choices.nearest(self._cursor) or 0) if same is None else same
        if self.has_focus:
            self.scroll_to(y=cursor - line, animate=False, immediate=True)
        self._go(cursor)

    def _renew(self) -> int | None:
        """Restart the lazy lines; returns where the value under the cursor is among them."""
        before = self._line
        self._choices = self._choices_by(self._counts, self._query)
        self._when_idle.replace(self._complete)
        return self._choices.index_of(before) if before else None

    def _choices_by(self, counts: Counts, query: Query) -> Choices:
        state = FilterState(
            topics=self.topics,
            opened=frozenset(self._opened),
            narrowed=self.narrowed,
            respelled=self._respelled(self.narrowed),
            views=self._views,
            keys=self._keys,
            back_key=self._back_key,
        )
        return Choices(filter_lines(counts, query, state))

    def _strip(self, line: Line, *, current: bool) -> Strip:
        """A drawn line."""
        strip = self._strips.get((line, current))
        if strip is None or strip.cell_length != self.room:
            base = self.visual_style + self.looks["current"] if current else self.visual_style
            strip = self._strips[line, current] = strip_of(
                draw_line(line, self.room, self.looks, current=current), self.room, base
            )
        return strip

    def _complete(self) -> None:
        """Complete the lines, which gives the scrollbar its true length."""
        self.set_lines(len(self._choices.whole()))

    def _update_near(self) -> None:
        line = self._line if self.has_focus else None
        self.near = line.filters_by if line else None

    def _go_to_section(self, index: int | None) -> None:
        """Put the cursor on a section's first value, and scroll to the section; do nothing for None."""
        self._go(index)
        if index is not None and self._choices.section_end(index) > self.scroll_offset.y + self.height > 0:
            self.scroll_to(y=max(0, index - 1), animate=False, immediate=True)

    def _go(self, index: int | None) -> None:
        """Put the cursor on a line, and scroll to it, with its heading if it is the first; do nothing for None."""
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
