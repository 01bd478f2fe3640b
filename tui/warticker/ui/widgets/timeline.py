"""The list of entries in time order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from warticker.archive.lexicon.hits import Passage
from warticker.archive.query import Query
from warticker.archive.selection import Row, Selection
from warticker.model import EntryKey, Span
from warticker.ui.command import Pane
from warticker.ui.commands import bindings
from warticker.ui.drawing.geometry import Divider, Geometry
from warticker.ui.drawing.row import Density, RowStyle, day_heading, divider_line, row_lines
from warticker.ui.drawing.strips import strip_of
from warticker.ui.widgets.line_view import LineView

CHUNK = 32
"""How many rows are read at once."""


class Finder(Protocol):
    """Finds more of entries than their rows have: what a query's words find in them, and how they begin."""

    def hits(self, text: str, query: Query) -> Sequence[Span]:
        """The matches in a text."""

    def passage(self, key: EntryKey, query: Query, shown: str) -> Passage | None:
        """The matching line of an entry outside of what is `shown` of it; None if there is none."""

    def opening(self, row: Row) -> str:
        """The first words of an entry after its headline."""


class Timeline(LineView):
    """The selection as a list in time order, day by day; draws only the visible lines."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Pane.TIMELINE)

    cursor: reactive[int] = reactive(0, repaint=False)
    """The position of the entry under the cursor; the screen watches it, so that its entry is shown in the same
    repaint, for which a message would be too late."""

    density: reactive[Density] = reactive(Density.COMFORTABLE, repaint=False, init=False)
    """How much room a row takes."""

    @dataclass
    class EntryOpened(Message):
        """The entry under the cursor is to be read."""

    def __init__(self, selection: Selection, topics: Mapping[str, str], finder: Finder, read_key: str) -> None:
        """`read_key` opens the reader, as people write it."""
        super().__init__(id="timeline", classes="-open")
        self.selection = selection
        """What is listed."""
        self.topics = topics
        """Labels of topics."""
        self._finder = finder
        self._read_key = read_key
        self._chunks: LRUCache[int, Sequence[Row]] = LRUCache(16)
        self._strips: LRUCache[tuple[Row, bool, bool, bool], list[Strip]] = LRUCache(256)
        """The drawn rows, by whether they are under the cursor, new but below the divider, and under the cursor without
        the focus."""
        self.divider: Divider | None = None
        """The divider between new and earlier entries."""
        self._mixed = True
        self._outlets = False
        self._geometry = Geometry(selection.days, self.density.row_height)

    @property
    def page_rows(self) -> int:
        """How many rows a page key moves."""
        return max(1, (self.height - 1) // self.density.row_height - 1)

    @property
    def current(self) -> Row | None:
        """The row under the cursor; None if nothing is listed."""
        return self._row(self.cursor) if len(self.selection) else None

    @property
    def line(self) -> int:
        """The screen line of the cursor; the first below a day's heading if nothing is listed."""
        return self._geometry.line_of(self.cursor) - self.scroll_offset.y if self._geometry.rows else 1

    def show(
        self,
        selection: Selection,
        keep: EntryKey | None,
        divider: Divider | None = None,
        *,
        mixed: bool = True,
        outlets: bool = False,
    ) -> None:
        """List another selection; the entry `keep` stays under the cursor and on its line of the screen.

        `mixed`: there are new entries among older ones, which must be marked; `outlets`: there are several.
        """
        line, asked = self.line, self.selection.query
        if (selection.query.terms(), outlets) != (self.selection.query.terms(), self._outlets):
            self._strips.clear()
        self.selection, self.divider, self._mixed, self._outlets = selection, divider, mixed, outlets
        self._arrange()
        self.set_reactive(Timeline.cursor, selection.nearest(keep) if keep and len(selection) else 0)
        top = self._geometry.line_of(self.cursor)
        # Another query's results are shown from the first, if the cursor is visible from there.
        from_first = selection.query != asked and top + self.density.row_height <= self.height
        self.hold(top if from_first else line)

    def hold(self, line: int) -> None:
        """Scroll so that the cursor is on a line of the screen, or as near to it as possible."""
        if self._geometry.rows:
            self._scroll_lines_to(self._geometry.line_of(self.cursor) - line)
            self._reveal()

    def forget(self, changed: EntryKey | None = None) -> None:
        """Drop the drawn rows, or the one of an entry: they have changed."""
        if changed is not None and (row := self.current) and row.key == changed:
            self._chunks.discard(self.cursor // CHUNK)
            self._refresh_row(self.cursor)
        else:
            self._chunks.clear()
            self.refresh()

    def prepare(self, position: int) -> Row:
        """Draw what would be visible with the cursor on a row, ahead of time; returns the row."""
        self.measure()
        cursor, page = self.cursor, self.page_rows + 1
        seen = (
            (max(cursor, position - page), position) if cursor < position else (position, min(cursor, position + page))
        )
        for row in range(seen[0], seen[1] + 1):
            self._row_strips(row, current=False)
        self._row_strips(position, current=True)
        return self._row(position)

    def prepare_selection(self, selection: Selection, keep: EntryKey | None) -> Row | None:
        """Draw what would be visible of another selection with the same search words, ahead of time.

        Returns the row that will be under the cursor; None if nothing is listed, then or now.
        """
        if not self._geometry.rows or not len(selection):
            return None
        self.measure()
        above = max(0, min(self.line // self.density.row_height, self.page_rows))
        cursor = selection.nearest(keep) if keep else 0
        first = max(0, cursor - above) if cursor > self.page_rows else 0
        rows = selection.rows(first, first + self.page_rows + 2)
        for position, row in enumerate(rows, first):
            self._strips_of(row, current=position == cursor, late=False)
        return rows[cursor - first]

    def move(self, rows: int) -> None:
        """Move the cursor by some rows."""
        self.move_to(self.cursor + rows)

    def move_to(self, position: int) -> None:
        """Put the cursor on a row, or on the nearest that exists."""
        self.cursor = max(0, min(position, len(self.selection) - 1))

    def move_by_days(self, days: int) -> None:
        """Put the cursor on the first row of the day so many days further down, and scroll that day to the top."""
        if self._geometry.rows:
            day = max(0, min(self._geometry.day_of(self.cursor) + days, len(self._geometry.days) - 1))
            self.move_to(self._geometry.days[day].start)
            self._scroll_lines_to(self._geometry.line_of(self.cursor) - 1)

    def render_line(self, y: int) -> Strip:
        """A line of the list; the top line always shows the day."""
        width = self.room
        place = self._geometry.at(self.scroll_offset.y + y)
        if place is None and y == 0:
            told = " Nothing matches" if self.selection.query else " No entries yet"
            if self._read_key and self.size.width == self.app.size.width:
                # With room for one pane, the reader's advice is out of sight.
                told += f"; {self._read_key} tells more"
            return strip_of(Content.styled(told, self.looks["meta"]), width, self.visual_style)
        if place is None:
            return Strip.blank(width, self.visual_style.rich_style)
        if place.row is None or y == 0:
            if place.divider and y and self.divider:
                heading = divider_line(self.divider, width, self.looks)
            else:
                heading = day_heading(self._geometry.days[place.day], width, self.looks)
            return strip_of(heading, width, self.visual_style)
        strips = self._row_strips(place.row, current=place.row == self.cursor)
        if place.offset >= y and place.offset < len(strips) - 1:
            # Its first line is above, or behind the day: so far as there is room, it begins below that all the same.
            return strips[y - 1]
        return strips[place.offset]

    def forget_drawn(self) -> None:
        """Drop the drawn lines."""
        self._strips.clear()

    def on_mount(self) -> None:
        """Set the height."""
        self._arrange()

    def fit(self) -> None:
        """Keep the cursor visible; rows drawn for another width are redrawn when needed."""
        self.set_lines(self._geometry.height)
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a double click opens the entry."""
        where = event.get_content_offset(self)
        place = self._geometry.at(self.scroll_offset.y + where.y) if where and where.y else None
        if place is not None and place.row is not None:
            self.move_to(place.row)
            if event.chain == 2:
                self.post_message(self.EntryOpened())

    def watch_has_focus(self, has_focus: bool) -> None:
        """Draw the cursor as focused or not."""
        self._refresh_row(self.cursor)

    def watch_cursor(self, before: int, after: int) -> None:
        """Redraw the two rows."""
        for row in (before, after):
            self._refresh_row(row)
        self._reveal()

    def watch_density(self) -> None:
        """Apply the density; the entry under the cursor stays visible."""
        self._strips.clear()
        line = self.line
        self._arrange()
        self.hold(line)

    def _refresh_row(self, row: int) -> None:
        if row < self._geometry.rows:
            self.refresh_lines(self._geometry.line_of(row), self._geometry.row_height)

    def _arrange(self) -> None:
        self._geometry = Geometry(self.selection.days, self.density.row_height, self.divider)
        self.set_lines(self._geometry.height)
        self.forget()

    def _reveal(self) -> None:
        """Scroll to the row under the cursor, below the day on the top line."""
        if not self._geometry.rows or not self.height:
            return
        top, height = self._geometry.line_of(self.cursor), min(self.density.row_height, 3)
        first, last = self.scroll_offset.y + 1, self.scroll_offset.y + self.height - 1
        if top < first:
            self._scroll_lines_to(top - 1)
        elif top + height - 1 > last:
            line = top + height - self.height
            # Below the day that is always on top, neither the blank after a row nor another day should stand.
            under = self._geometry.at(line + 1)
            spare = under and (under.offset >= height or (under.row is None and not under.divider))
            self._scroll_lines_to(line + 1 if spare else line)

    def _scroll_lines_to(self, line: int) -> None:
        # Forced, as the list shown before may have needed no scrolling.
        self.scroll_to(y=line, animate=False, immediate=True, force=True)

    def _row(self, position: int) -> Row:
        chunk, offset = divmod(position, CHUNK)
        rows = self._chunks.get(chunk)
        if rows is None:
            rows = self._chunks[chunk] = self.selection.rows(chunk * CHUNK, chunk * CHUNK + CHUNK)
        return rows[offset]

    def _row_strips(self, position: int, *, current: bool) -> list[Strip]:
        row = self._row(position)
        late = row.new and self._mixed and not (self.divider and (position < self.divider.row) is self.divider.above)
        return self._strips_of(row, current=current, late=late)

    def _strips_of(self, row: Row, *, current: bool, late: bool) -> list[Strip]:
        key = row, current, late, current and not self.has_focus
        strips = self._strips.get(key)
        if strips is None or strips[0].cell_length != self.room:
            strips = self._strips[key] = self._draw(row, current=current, late=late)
        return strips

    def _draw(self, row: Row, *, current: bool, late: bool) -> list[Strip]:
        width, styles, query = self.room, self.looks, self.selection.query
        if current and not self.has_focus:
            styles = {**styles, "cursor": styles["away"]}
        style = RowStyle(
            width, self.density, styles, self.topics, self._outlets,
            hits=lambda text: self._finder.hits(text, query),
            passage=lambda row, shown: self._finder.passage(row.key, query, shown),
            opening=self._finder.opening,
        )  # fmt: skip
        lines = row_lines(row, style, current=current, late=late)
        base = self.visual_style + styles["current"] if current else self.visual_style
        plain = self.visual_style.rich_style
        drawn = [strip_of(line, width - 1, base, Segment(" ", plain)) for line in lines]
        if current and self.density is Density.COMFORTABLE:
            drawn[-1] = Strip.blank(width, plain)
        return drawn
