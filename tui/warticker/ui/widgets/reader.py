"""The pane that shows a whole entry."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content, Span
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from warticker.rendering.composer import MEASURE, Link, Rendered
from warticker.rendering.parts import SIDES
from warticker.ui.command import Pane
from warticker.ui.commands import bindings
from warticker.ui.drawing.strips import strip_of
from warticker.ui.drawing.text_layout import TextLayout
from warticker.ui.widgets.lineview import LineView

MARGIN = 4
"""Cells left of the text: the focus rail, and the side that claims a line."""

READY = 8
"""How many texts laid out ahead are kept."""


class Reader(LineView):
    """A rendered text at a readable measure, with links that keys move to; its text can be selected."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Pane.READER)
    ALLOW_SELECT = True

    @dataclass
    class LinkFollowed(Message):
        """A place, topic or entry in the text was chosen."""

        link: Link

    def __init__(self) -> None:
        super().__init__(id="reader")
        self._layout = TextLayout(Rendered.nothing(), MEASURE)
        self._ready: deque[TextLayout] = deque(maxlen=READY)
        """Texts laid out before they are shown."""
        self._link: int | None = None
        """The index of the link that the keys have moved to."""

    @property
    def rendered(self) -> Rendered:
        """The shown text."""
        return self._layout.rendered

    def show(self, rendered: Rendered, *, keep_place: bool = False) -> None:
        """Show another text from its start, or a changed version of the same where it was scrolled to."""
        if not keep_place:
            self._leave()
            self.scroll_to(y=0, animate=False, immediate=True)
        elif rendered == self.rendered:
            return
        elif self._link is not None:
            left = self.rendered.links[self._link]
            same = ((link.field, link.value) == (left.field, left.value) for link in rendered.links)
            self._link = next((index for index, found in enumerate(same) if found), None)
        self._lay(rendered)
        if rendered.entry and not keep_place:
            self.scroll_to(y=self._layout.line_of(rendered.entry), animate=False, immediate=True)

    def prepare(self, rendered: Rendered) -> None:
        """Lay a text out and draw its first screen before it is shown, unless that is done already."""
        if self.size and self.text_selection is None and self._laid_out(rendered, self._measure) is None:
            layout = TextLayout(rendered, self._measure)
            width = self.scrollable_content_region.width
            for index in range(min(self.height, len(layout.lines))):
                layout.strips[index] = self._draw(layout, index, width, None)
            self._ready.append(layout)

    def scroll_lines(self, lines: int) -> bool:
        """Scroll by some lines; False if that is not possible."""
        before = self.scroll_offset.y
        self.scroll_to(y=before + lines, animate=False, immediate=True)
        return self.scroll_offset.y != before

    def move_link(self, step: int) -> None:
        """Move to the next or previous link, starting with the first visible one."""
        links = self.rendered.links
        if not links:
            return
        if self._link is None:
            top = self._layout.lines[min(self.scroll_offset.y, len(self._layout.lines) - 1)][0]
            ahead = bisect_right([link.start for link in links], top - 1)
            self._link = ahead % len(links) if step > 0 else (ahead - 1) % len(links)
        else:
            self._link = (self._link + step) % len(links)
        self._layout.redraw()
        self._reveal(links[self._link].start)
        self.refresh()

    def move_hit(self, step: int) -> bool:
        """Scroll to the next or previous match out of sight; False if there is none."""
        lines = [self._layout.line_of(hit) for hit in self.rendered.hits]
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.height - 1
        beyond = [line for line in lines if line > bottom] if step > 0 else [line for line in lines if line < top]
        if beyond:
            self.scroll_to(y=(min(beyond) if step > 0 else max(beyond)) - 2, animate=False, immediate=True)
        return bool(beyond)

    def follow(self) -> None:
        """Go to what the chosen link leads to."""
        if self._link is not None:
            self.post_message(self.LinkFollowed(self.rendered.links[self._link]))

    def render_line(self, y: int) -> Strip:
        """A line of the text."""
        index, width = self.scroll_offset.y + y, self.room
        strip = self._layout.strips.get(index)
        if strip is None or strip.cell_length != width:
            strip = self._layout.strips[index] = self._draw(self._layout, index, width, self._link)
        return strip

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, without line breaks in paragraphs and without the margin."""
        text, layout, edge = self.rendered.text.plain, self._layout, self._edge
        start = 0 if selection.start is None else layout.at_column(selection.start.y, selection.start.x - edge)
        end = len(text) if selection.end is None else layout.at_column(selection.end.y, selection.end.x - edge)
        return text[start:end].replace("\xa0", " "), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection, which no prepared text shows."""
        self._draw_anew()

    def forget_drawn(self) -> None:
        """Drop the drawn lines."""
        self._ready.clear()
        self._layout.redraw()

    def fit(self) -> None:
        """Wrap lines again; what is at the top stays there."""
        top = self._layout.lines[self.scroll_offset.y][0] if self.scroll_offset.y < len(self._layout.lines) else 0
        self._ready.clear()
        self._lay(self.rendered)
        if top:
            self.scroll_to(y=self._layout.line_of(top), animate=False, immediate=True)

    def on_focus(self) -> None:
        """Show the focus."""
        self._draw_anew()

    def on_blur(self) -> None:
        """Hide the focus, and leave the current link, which no key follows now."""
        if self._link is not None:
            self._link = None
            self._layout.redraw()
        self._draw_anew()

    def on_click(self, event: events.Click) -> None:
        """Go to what the link under the mouse leads to."""
        where = event.get_content_offset(self)
        offset = self._layout.at_cell(self.scroll_offset.y + where.y, where.x - self._edge) if where else None
        if offset is not None:
            for link in self.rendered.links:
                if link.start <= offset < link.end:
                    self.post_message(self.LinkFollowed(link))
                    return

    def _draw(self, layout: TextLayout, index: int, width: int, link: int | None) -> Strip:
        """Draw a line of a text; `link` is the index of the current link."""
        base = self.visual_style
        if index >= len(layout.lines):
            return Strip.blank(width, base.rich_style)
        if not layout.dressed:
            layout.dress(self._dress(layout.rendered, link))
        line, indent = layout.line(index), layout.indents[index]
        if self.text_selection is not None and (span := self.text_selection.get_span(index)) is not None:
            style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            before = self._edge + indent
            line = line.stylize(style, max(0, span[0] - before), max(0, span[1] - before) if span[1] >= 0 else None)
        aside = " " * (self._edge - MARGIN)
        whole = Content.assemble(aside, self._margin(layout.rendered, *layout.lines[index]), " " * indent, line)
        return strip_of(whole, width, base).apply_offsets(0, index)

    def _margin(self, rendered: Rendered, start: int, end: int) -> Content:
        """The cells left of a line: the rail while focused, the side that claims it, its initial once."""
        rail = ("┃" if self.has_focus else " ", self.looks["rail"])
        for first, last, side in rendered.claims:
            if first < end and start < last:
                letter = SIDES[side][0] if start <= first else " "
                return Content.assemble(rail, (f"{letter}▏ ", self.looks[side]))
        return Content.assemble(rail, " " * (MARGIN - 1))

    def _dress(self, rendered: Rendered, chosen: int | None) -> Iterator[Span]:
        """The styles of a text in the theme's colours, with the current link."""
        for span in rendered.text.spans:
            yield Span(span.start, span.end, self.looks[str(span.style)])
        if chosen is not None:
            link = rendered.links[chosen]
            yield Span(link.start, link.end, self.looks["chosen"])
            for first, last in link.because:
                yield Span(first, last, self.looks["because"])

    @property
    def _edge(self) -> int:
        """Cells left of the text: its margin, and half of the space beyond its measure."""
        return MARGIN + max(0, self.scrollable_content_region.width - MARGIN - 1 - self._measure) // 2

    @property
    def _measure(self) -> int:
        """Cells of a line of text; while the reader is hidden, as if it were alone."""
        room = self.scrollable_content_region.width if self.size else self.app.size.width - 1
        return max(min(MEASURE, room - MARGIN - 1), 10)

    def _lay(self, rendered: Rendered) -> None:
        """Lay a text out, unless that is done already, and redraw the lines that it replaces."""
        before = len(self._layout.lines)
        # Prepared texts show no current link.
        ready = self._laid_out(rendered, self._measure) if self._link is None else None
        self._layout = ready or TextLayout(rendered, self._measure)
        if self.size:
            self.set_lines(max(len(self._layout.lines), self.height))
            # The space below both texts is blank and stays so.
            self.refresh_lines(0, max(before, len(self._layout.lines)))

    def _laid_out(self, rendered: Rendered, width: int) -> TextLayout | None:
        """The layout of a text for a width, from the prepared ones if possible."""
        return next((layout for layout in self._ready if layout.rendered is rendered and layout.width == width), None)

    def _leave(self) -> None:
        """Leave the current link and the selection: the text may be shown again as it was prepared."""
        if self._link is not None:
            self._link = None
            self._layout.redraw()
        if self.text_selection is not None:
            self.screen.clear_selection()

    def _draw_anew(self) -> None:
        """Redraw what is shown, and what was prepared."""
        self._ready.clear()
        self._layout.strips.clear()
        self.refresh()

    def _reveal(self, offset: int) -> None:
        line = self._layout.line_of(offset)
        if not self.scroll_offset.y <= line < self.scroll_offset.y + self.height:
            self.scroll_to(y=line - self.height // 3, animate=False, immediate=True)
