"""The pane that shows an entry whole."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content, Span
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from warticker.rendering.page import MEASURE, Link, Rendered
from warticker.rendering.parts import SIDES
from warticker.ui.commands import Pane, bindings
from warticker.ui.looks import looks
from warticker.ui.scrolling import set_lines
from warticker.ui.wrapping import wrap

MARGIN = 3
"""Cells left of the text."""


class Reader(ScrollView, can_focus=True):
    """A rendered text at a readable measure, its links walked by key; its text can be selected."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Pane.READER)]
    ALLOW_SELECT = True

    @dataclass
    class LinkFollowed(Message):
        """A place, a topic or an entry in the text is to be gone to."""

        link: Link

    def __init__(self) -> None:
        super().__init__(id="reader")
        self._page = Rendered.nothing()
        self._styled: Content | None = None
        """The text in the theme's colours; None until a line is asked for."""
        self._looks: dict[str, Style] = {}
        self._strips: dict[int, Strip] = {}
        """The lines that have been drawn."""
        self._lines: list[tuple[int, int]] = []
        """Each line's stretch of the text."""
        self._link: int | None = None
        """The index of the link that the keys have walked to."""

    def show(self, page: Rendered, *, keep_place: bool = False) -> None:
        """Show another text from its top, or the same one drawn anew where it is."""
        self._page = page
        if not keep_place:
            self._link = None
            self.scroll_to(y=0, animate=False, immediate=True)
        self._restyle()
        self._wrap()

    def scroll_lines(self, lines: int) -> bool:
        """Scroll by some lines; False where there is nowhere to scroll to."""
        before = self.scroll_offset.y
        self.scroll_to(y=before + lines, animate=False, immediate=True)
        return self.scroll_offset.y != before

    def move_link(self, step: int) -> None:
        """Walk to the next or previous link, from the first that is on the screen."""
        links = self._page.links
        if not links:
            return
        if self._link is None:
            top = self._lines[min(self.scroll_offset.y, len(self._lines) - 1)][0]
            ahead = bisect_right([link.start for link in links], top - 1)
            self._link = ahead % len(links) if step > 0 else (ahead - 1) % len(links)
        else:
            self._link = (self._link + step) % len(links)
        self._restyle()
        self._reveal(links[self._link].start)
        self.refresh()

    def move_hit(self, step: int) -> bool:
        """Scroll to the next or previous hit out of sight; False where there is none."""
        lines = [self._line_of(hit) for hit in self._page.hits]
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.height - 1
        beyond = [line for line in lines if line > bottom] if step > 0 else [line for line in lines if line < top]
        if beyond:
            self.scroll_to(y=(min(beyond) if step > 0 else max(beyond)) - 2, animate=False, immediate=True)
        return bool(beyond)

    def follow(self) -> None:
        """Go to what the chosen link leads to."""
        if self._link is not None:
            self.post_message(self.LinkFollowed(self._page.links[self._link]))

    @property
    def height(self) -> int:
        """How many lines are on the screen."""
        return self.scrollable_content_region.height

    def render_line(self, y: int) -> Strip:
        """A line of the text."""
        index, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        strip = self._strips.get(index)
        if strip is None or strip.cell_length != width:
            strip = self._strips[index] = self._draw(index, width)
        return strip

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, as it is broken into lines."""
        lines = [" " * MARGIN + self._page.text.plain[start:end] for start, end in self._lines]
        return selection.extract("\n".join(lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is selected."""
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw anew in the new colours."""
        super().notify_style_update()
        self._looks = {}
        self._restyle()

    def on_resize(self, event: events.Resize) -> None:
        """Break lines anew; what is on top stays there."""
        top = self._lines[self.scroll_offset.y][0] if self.scroll_offset.y < len(self._lines) else 0
        self._wrap()
        if top:
            self.scroll_to(y=self._line_of(top), animate=False, immediate=True)

    def on_click(self, event: events.Click) -> None:
        """Go to what the link under the mouse leads to."""
        where = event.get_content_offset(self)
        index = self.scroll_offset.y + where.y if where else len(self._lines)
        if where and index < len(self._lines):
            start, end = self._lines[index]
            offset = start + where.x - MARGIN
            for link in self._page.links:
                if link.start <= offset < min(link.end, end):
                    self.post_message(self.LinkFollowed(link))
                    return

    def _draw(self, index: int, width: int) -> Strip:
        base = self.visual_style
        if index >= len(self._lines):
            return Strip.blank(width, base.rich_style)
        if self._styled is None:
            self._looks = self._looks or looks("reader")
            self._styled = self._style()
        start, end = self._lines[index]
        line = self._styled[start:end]
        if self.text_selection is not None and (span := self.text_selection.get_span(index)) is not None:
            style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            line = line.stylize(style, max(0, span[0] - MARGIN), span[1] - MARGIN if span[1] >= 0 else None)
        segments = list(Content.assemble(self._margin(start, end), line).render_segments(base))
        return Strip(segments).adjust_cell_length(width, base.rich_style).apply_offsets(0, index)

    def _margin(self, start: int, end: int) -> Content:
        """What stands left of a line: the side that claims it, its letter where the claim begins."""
        for first, last, side in self._page.claims:
            if first < end and start < last:
                return Content.styled(f"{SIDES[side][0] if start <= first else ' '}▏ ", self._looks[side])
        return Content(" " * MARGIN)

    def _restyle(self) -> None:
        """Draw every line anew when it is next asked for."""
        self._styled = None
        self._strips.clear()

    def _style(self) -> Content:
        text = self._page.text
        styles = self._looks
        spans = [Span(span.start, span.end, styles[str(span.style)]) for span in text.spans]
        if self._link is not None:
            link = self._page.links[self._link]
            spans.append(Span(link.start, link.end, styles["chosen"]))
            spans += [Span(first, last, styles["because"]) for first, last in link.because]
        return Content(text.plain, spans)

    def _wrap(self) -> None:
        if not self.size:
            return  # not laid out yet: the first resize wraps
        width = min(MEASURE, self.scrollable_content_region.width - MARGIN - 1)
        self._strips.clear()
        before = len(self._lines)
        self._lines, start = [], 0
        for paragraph in self._page.text.plain.rstrip("\n").split("\n"):
            self._lines += [(start + first, start + last) for first, last in wrap(paragraph, max(width, 10))]
            start += len(paragraph) + 1
        set_lines(self, max(len(self._lines), self.height))
        # What is below both texts is blank and stays so.
        self.refresh_lines(0, max(before, len(self._lines)))

    def _line_of(self, offset: int) -> int:
        return max(0, bisect_right(self._lines, (offset, len(self._page.text) + 1)) - 1)

    def _reveal(self, offset: int) -> None:
        line = self._line_of(offset)
        if not self.scroll_offset.y <= line < self.scroll_offset.y + self.height:
            self.scroll_to(y=line - self.height // 3, animate=False, immediate=True)
