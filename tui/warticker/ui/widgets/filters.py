"""The filter: what can be chosen, with what each choice would leave."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.timer import Timer

from warticker.archive.query import Field, Query
from warticker.ui.commands import Pane, bindings, first_key
from warticker.ui.drawing.facets import COMMANDS, Line, SavedView, Section, draw_line, facet_lines
from warticker.ui.drawing.strips import strip_of
from warticker.ui.looks import looks
from warticker.ui.widgets.lineview import LineView

REST_AFTER = 0.3
"""Seconds after which what is out of sight is counted too; until then the scrollbar is as long as before."""


class FilterPane(LineView):
    """Topics, cities and more as a list to choose from; draws only the lines that are on the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Pane.FILTER)]

    near: reactive[tuple[Field, str] | None] = reactive(None, repaint=False)
    """The value that a key toggles next, with its field; None where the focus is elsewhere."""

    @dataclass
    class ViewChosen(Message):
        """A saved view is to be asked, or what it asks no longer."""

        name: str
        chosen: bool
        """Whether it was asked before."""

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
        self._counts: Callable[[Field], Mapping[str, int]] = lambda _field: {}
        self._query = Query()
        self._views: Sequence[SavedView] = ()
        self._looks: dict[str, Style] = {}
        self._strips: LRUCache[tuple[Line, bool], Strip] = LRUCache(256)
        """Lines as they are drawn, under the cursor or not."""
        self._opened: set[Section] = set()
        self._lines: list[Line] = []
        self._coming: Iterator[Line] = iter(())
        """The lines behind them, for which nothing has been counted yet."""
        self._completing: Timer | None = None
        self._cursor = 0

    def show(self, counts: Callable[[Field], Mapping[str, int]], query: Query, views: Sequence[SavedView]) -> None:
        """List other counts, which `counts` gives for a field; the cursor stays on its value."""
        self._counts, self._query, self._views = counts, query, views
        self._rebuild(whole=False)

    def prepare(self, counts: Callable[[Field], Mapping[str, int]], query: Query) -> None:
        """Draw what would be in sight by other counts and another query, before they are shown."""
        self.measure()
        for line in islice(self._lines_by(counts, query), self._reach):
            near = line.section and line.section is not Section.VIEWS and (line.section.field, line.value) == self.near
            self._strip(line, current=bool(near))

    def show_views(self, views: Sequence[SavedView]) -> None:
        """List the views anew, if they have changed."""
        if views != self._views:
            self._views = views
            self._rebuild()

    def narrow(self, text: str) -> None:
        """List only values that hold a text; an empty one lists all."""
        self.narrowed = text
        self._rebuild()

    def enter(self, section: Section) -> None:
        """Open a section and put the cursor on its first value."""
        self._opened.add(section)
        self._rebuild()
        found = [index for index, line in enumerate(self._lines) if line.section is section and line.choosable]
        if found:
            self._put_first(found[0])

    def move(self, step: int) -> None:
        """Move the cursor to the next value that can be chosen."""
        self._complete()
        index = self._cursor + step
        while 0 <= index < len(self._lines) and not self._lines[index].choosable:
            index += step
        if 0 <= index < len(self._lines):
            self._put(index)

    def move_to_section(self, step: int) -> None:
        """Move the cursor to the first value of the next section, or with -1 to that of this one or the previous."""
        self._complete()
        firsts = [
            index
            for index, line in enumerate(self._lines)
            if line.choosable and (index == 0 or not self._lines[index - 1].choosable)
        ]
        ahead = [index for index in firsts[::step] if (index - self._cursor) * step > 0]
        if ahead:
            self._put_first(ahead[0])

    def move_by_pages(self, step: int) -> None:
        """Move the cursor a page down, or with -1 up, or to the end."""
        self._complete()
        index = self._cursor + step * max(self.height - 1, 1)
        if not 0 <= index < len(self._lines):
            self.move_to_end(step)
            return
        while 0 < index < len(self._lines) - 1 and not self._lines[index].choosable:
            index += step
        if self._lines[index].choosable:
            self._put(index)

    def move_to_end(self, step: int) -> None:
        """Move the cursor to the last value, or with -1 to the first."""
        self._complete()
        self._put(len(self._lines) if step > 0 else -1)
        self.move(-step)

    def toggle(self) -> None:
        """Choose the value under the cursor, or no longer; on `more`, open its section."""
        line = self._line
        if line is None or line.section is None:
            return
        if line.value is None:
            self._opened.add(line.section)
            self._rebuild()
        elif line.section is Section.VIEWS:
            self.post_message(self.ViewChosen(line.value, line.chosen))
        else:
            self.post_message(self.ValueToggled(line.section.field, line.value))

    def render_line(self, y: int) -> Strip:
        """A line of the filter."""
        index = self.scroll_offset.y + y
        self._take(index + 1)
        if index >= len(self._lines):
            return Strip.blank(self.room, self.visual_style.rich_style)
        return self._strip(self._lines[index], current=index == self._cursor and self.has_focus)

    def notify_style_update(self) -> None:
        """Draw anew in the new colours."""
        super().notify_style_update()
        self._looks = {}
        self._strips.clear()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        self._complete()
        self._put(self._cursor)

    def on_click(self, event: events.Click) -> None:
        """Choose what the mouse is on."""
        where = event.get_content_offset(self)
        index = self.scroll_offset.y + where.y if where else len(self._lines)
        if index < len(self._lines) and self._lines[index].choosable:
            self._put(index)
            self.toggle()

    def on_mouse_scroll_down(self) -> None:
        """Have all lines before they are scrolled."""
        self._complete()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Tell what a key toggles next, or that none does."""
        super().watch_has_focus(has_focus)
        self._look()

    def on_focus(self) -> None:
        """Put the cursor where something can be chosen."""
        if self._line is None or not self._line.choosable:
            self.move_to_end(-1)

    def on_blur(self) -> None:
        """Fold the sections that were opened."""
        if not self.narrowed:
            self._opened.clear()
            self._rebuild()

    @property
    def _reach(self) -> int:
        """How many lines there are down to the last on the screen, or to the cursor."""
        return max(self.scroll_offset.y + self.height, self._cursor + 1)

    @property
    def _line(self) -> Line | None:
        return self._lines[self._cursor] if 0 <= self._cursor < len(self._lines) else None

    def _rebuild(self, *, whole: bool = True) -> None:
        """List what there is by now; the whole of it, or what is in sight, and the rest when no key waits for it."""
        before = self._line if self._line and self._line.choosable else None
        self._lines = []
        self._coming = self._lines_by(self._counts, self._query)
        self._take(self._reach)
        if self._completing is not None:
            self._completing.stop()
        self._completing = self.set_timer(REST_AFTER, self._complete)
        if whole or (before and self._index_of(before) is None):
            self._complete()
        same = self._index_of(before) if before else None
        if same is not None:
            self._put(same)
        elif self._lines:
            self._put(min(self._cursor, len(self._lines) - 1))
            if not self._lines[self._cursor].choosable:
                self.move(1)
        self.refresh()

    def _lines_by(self, counts: Callable[[Field], Mapping[str, int]], query: Query) -> Iterator[Line]:
        return facet_lines(counts, query, self.topics, self._opened, self.narrowed, self._views, self._keys)

    def _strip(self, line: Line, *, current: bool) -> Strip:
        """A line as it is drawn."""
        strip = self._strips.get((line, current))
        if strip is None or strip.cell_length != self.room:
            self._looks = self._looks or looks("filters")
            base = self.visual_style + self._looks["current"] if current else self.visual_style
            strip = self._strips[line, current] = strip_of(draw_line(line, self.room, self._looks), self.room, base)
        return strip

    def _index_of(self, wanted: Line) -> int | None:
        """Where the value of a line stands now."""
        same = (line.choosable and (line.section, line.value) == (wanted.section, wanted.value) for line in self._lines)
        return next((index for index, found in enumerate(same) if found), None)

    def _take(self, lines: int) -> None:
        """Have at least so many lines, if there are."""
        self._lines += islice(self._coming, max(0, lines - len(self._lines)))

    def _complete(self) -> None:
        """Have all lines."""
        if self._completing is not None:
            self._completing.stop()
            self._completing = None
        self._lines += self._coming
        self.set_lines(len(self._lines))

    def _look(self) -> None:
        line = self._line if self.has_focus else None
        if line is None or line.value is None or line.section in (None, Section.VIEWS):
            self.near = None
        else:
            self.near = line.section.field, line.value

    def _put_first(self, index: int) -> None:
        """Put the cursor on the first value of a section, and the section in sight."""
        self._put(index)
        below = (later for later in range(index, len(self._lines)) if not self._lines[later].choosable)
        if self.height and next(below, len(self._lines)) > self.scroll_offset.y + self.height:
            self.scroll_to(y=max(0, index - 1), animate=False, immediate=True)

    def _put(self, index: int) -> None:
        self._cursor = index
        self.refresh()
        self._look()
        height = self.height
        if height and 0 <= index < len(self._lines):
            first = index - 1 if index and not self._lines[index - 1].choosable else index
            if first < self.scroll_offset.y:
                self.scroll_to(y=max(0, first), animate=False, immediate=True)
            elif index >= self.scroll_offset.y + height:
                self.scroll_to(y=index - height + 1, animate=False, immediate=True)
