"""The pane that shows a whole entry."""

from __future__ import annotations

from bisect import bisect_left
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
from warticker.ui.widgets.line_view import LineView

SIDE_WIDTH = 2
"""Cells beside a line for the side that claims it."""

MARGIN = 4
"""The least cells left of the text: the rail, a space, the side."""

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
        self._hit: int | None = None
        """The index of the match that they have moved to."""

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
        self._hit = None
        self._lay(rendered)
        if rendered.entry and not keep_place:
            self.scroll_to(y=self._layout.line_of(rendered.entry), animate=False, immediate=True)

    def prepare(self, rendered: Rendered) -> None:
        """Lay a text out and draw its first screen before it is shown, unless that is done already."""
        if self.size and self.text_selection is None and self._laid_out(rendered, self._measure) is None:
            layout = TextLayout(rendered, self._measure)
            width = self.scrollable_content_region.width
            for index in range(min(self.height, len(layout.lines))):
                layout.strips[index] = self._draw(layout, index, width)
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
            ahead = bisect_left([link.start for link in links], self._top)
            self._link = ahead % len(links) if step > 0 else (ahead - 1) % len(links)
        else:
            self._link = (self._link + step) % len(links)
        self._hit = None
        self._layout.redraw()
        self._reveal(links[self._link].start)
        self.refresh()

    def move_hit(self, step: int) -> bool:
        """Move to the next or previous match, starting with the first visible or the last one; False at the end."""
        hits = self.rendered.hits
        if self._hit is None:
            hit = bisect_left(hits, (self._top, 0)) if step > 0 else len(hits) - 1
        else:
            hit = self._hit + step
        if not 0 <= hit < len(hits):
            return False
        self._leave()
        self._hit = hit
        self._layout.redraw()
        self._reveal(hits[hit][0])
        self.refresh()
        return True

    def follow(self) -> None:
        """Go to what the chosen link leads to."""
        if self._link is not None:
            self.post_message(self.LinkFollowed(self.rendered.links[self._link]))

    def render_line(self, y: int) -> Strip:
        """A line of the text."""
        index, width = self.scroll_offset.y + y, self.room
        strip = self._layout.strips.get(index)
        if strip is None or strip.cell_length != width:
            strip = self._layout.strips[index] = self._draw(self._layout, index, width)
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
        """Hide the focus, and leave the current link or match, from which no key goes on now."""
        self._leave_link()
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

    def _draw(self, layout: TextLayout, index: int, width: int) -> Strip:
        """Draw a line of a text; one that is not shown yet has no current link or match."""
        base, rail = self.visual_style, (self._rail, self.looks["rail"])
        if index >= len(layout.lines):
            return strip_of(Content.assemble(rail), width, base)
        if not layout.dressed:
            layout.dress(self._dress(layout.rendered, shown=layout is self._layout))
        line, indent = layout.line(index), layout.indents[index]
        if self.text_selection is not None and (span := self.text_selection.get_span(index)) is not None:
            style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            before = self._edge + indent
            line = line.stylize(style, max(0, span[0] - before), max(0, span[1] - before) if span[1] >= 0 else None)
        aside = " " * (self._edge - 1 - SIDE_WIDTH)
        whole = Content.assemble(rail, aside, self._side(layout.rendered, *layout.lines[index]), " " * indent, line)
        return strip_of(whole, width, base).apply_offsets(0, index)

    @property
    def _rail(self) -> str:
        """What stands at the left edge of the pane: a rail while it has the focus, if another pane could have it."""
        return "│" if self.has_focus and self.size.width < self.screen.size.width else " "

    def _side(self, rendered: Rendered, start: int, end: int) -> tuple[str, Style]:
        """The cells beside a line: the side that claims it, its initial once."""
        for first, last, side in rendered.claims:
            if first < end and start < last:
                letter = SIDES[side][0] if start <= first else " "
                return f"{letter}▏", self.looks[side]
        return " " * SIDE_WIDTH, Style()

    def _dress(self, rendered: Rendered, *, shown: bool) -> Iterator[Span]:
        """The styles of a text in the theme's colours; if it is shown, with the current link or match."""
        link = rendered.links[self._link] if shown and self._link is not None else None
        for span in rendered.text.spans:
            # What is behind a topic is marked like matches, so these are not marked beside it.
            if not (link and link.because and span.style == "hit"):
                yield Span(span.start, span.end, self.looks[str(span.style)])
        if link is not None:
            yield Span(link.start, link.end, self.looks["chosen"])
            for first, last in link.because:
                yield Span(first, last, self.looks["because"])
        if shown and self._hit is not None:
            yield Span(*rendered.hits[self._hit], self.looks["chosen"])

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
        ready = self._laid_out(rendered, self._measure) if self._link is None and self._hit is None else None
        self._layout = ready or TextLayout(rendered, self._measure)
        if self.size:
            self.set_lines(max(len(self._layout.lines), self.height))
            # The space below both texts is blank and stays so.
            self.refresh_lines(0, max(before, len(self._layout.lines)))

    def _laid_out(self, rendered: Rendered, width: int) -> TextLayout | None:
        """The layout of a text for a width, from the prepared ones if possible."""
        return next((layout for layout in self._ready if layout.rendered is rendered and layout.width == width), None)

    @property
    def _top(self) -> int:
        """The position of the text at the top of the pane."""
        return self._layout.lines[min(self.scroll_offset.y, len(self._layout.lines) - 1)][0]

    def _leave_link(self) -> None:
        """Leave the current link or match."""
        if self._link is not None or self._hit is not None:
            self._link = self._hit = None
            self._layout.redraw()

    def _leave(self) -> None:
        """Leave the current link or match, and the selection: the text may be shown again as it was prepared."""
        self._leave_link()
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
