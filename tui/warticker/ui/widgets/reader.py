"""The pane that shows an entry whole."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, field
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content, Span
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from warticker.rendering.page import MEASURE, Link, Rendered
from warticker.rendering.parts import SIDES
from warticker.ui.commands import Pane, bindings
from warticker.ui.looks import looks
from warticker.ui.views.strips import strip_of
from warticker.ui.widgets.lineview import LineView
from warticker.ui.wrapping import wrap

MARGIN = 3
"""Cells left of the text."""


READY = 8
"""How many pages are kept that were laid out before they are shown."""


@dataclass(slots=True)
class Laid:
    """A page laid out: broken into lines that fit into a number of cells, and drawn as far as it was asked for."""

    page: Rendered
    width: int
    lines: list[tuple[int, int]] = field(default_factory=list)
    """Each line's stretch of the text."""
    styled: Content | None = None
    """The text in the theme's colours; None until a line is drawn."""
    strips: dict[int, Strip] = field(default_factory=dict)
    """The lines that have been drawn."""

    def __post_init__(self) -> None:
        start = 0
        for paragraph in self.page.text.plain.rstrip("\n").split("\n"):
            self.lines += [(start + first, start + last) for first, last in wrap(paragraph, self.width)]
            start += len(paragraph) + 1

    def line_of(self, offset: int) -> int:
        """The line that a position of the text is on."""
        return max(0, bisect_right(self.lines, (offset, len(self.page.text) + 1)) - 1)

    def redraw(self) -> None:
        """Draw every line anew when it is next asked for."""
        self.styled = None
        self.strips.clear()


class Reader(LineView):
    """A rendered text at a readable measure, its links walked by key; its text can be selected."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Pane.READER)]
    ALLOW_SELECT = True

    @dataclass
    class LinkFollowed(Message):
        """A place, a topic or an entry in the text is to be gone to."""

        link: Link

    def __init__(self) -> None:
        super().__init__(id="reader")
        self._laid = Laid(Rendered.nothing(), MEASURE)
        self._ready: deque[Laid] = deque(maxlen=READY)
        """What was laid out before it is shown."""
        self._looks: dict[str, Style] = {}
        self._link: int | None = None
        """The index of the link that the keys have walked to."""

    @property
    def page(self) -> Rendered:
        """What is shown."""
        return self._laid.page

    def show(self, page: Rendered, *, keep_place: bool = False) -> None:
        """Show another text from its top, or what has become of the same one where it is."""
        if not keep_place:
            self._leave()
            self.scroll_to(y=0, animate=False, immediate=True)
        elif page == self.page:
            return
        elif self._link is not None:
            left = self.page.links[self._link]
            same = ((link.field, link.value) == (left.field, left.value) for link in page.links)
            self._link = next((index for index, found in enumerate(same) if found), None)
        self._lay(page)

    def prepare(self, page: Rendered) -> None:
        """Lay a page out and draw what fits onto the screen before it is shown, unless that is done already."""
        if self.size and self.text_selection is None and self._laid_out(page, self._measure) is None:
            laid = Laid(page, self._measure)
            width = self.scrollable_content_region.width
            for index in range(min(self.height, len(laid.lines))):
                laid.strips[index] = self._draw(laid, index, width, None)
            self._ready.append(laid)

    def scroll_lines(self, lines: int) -> bool:
        """Scroll by some lines; False where there is nowhere to scroll to."""
        before = self.scroll_offset.y
        self.scroll_to(y=before + lines, animate=False, immediate=True)
        return self.scroll_offset.y != before

    def move_link(self, step: int) -> None:
        """Walk to the next or previous link, from the first that is on the screen."""
        links = self.page.links
        if not links:
            return
        if self._link is None:
            top = self._laid.lines[min(self.scroll_offset.y, len(self._laid.lines) - 1)][0]
            ahead = bisect_right([link.start for link in links], top - 1)
            self._link = ahead % len(links) if step > 0 else (ahead - 1) % len(links)
        else:
            self._link = (self._link + step) % len(links)
        self._laid.redraw()
        self._reveal(links[self._link].start)
        self.refresh()

    def move_hit(self, step: int) -> bool:
        """Scroll to the next or previous hit out of sight; False where there is none."""
        lines = [self._laid.line_of(hit) for hit in self.page.hits]
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.height - 1
        beyond = [line for line in lines if line > bottom] if step > 0 else [line for line in lines if line < top]
        if beyond:
            self.scroll_to(y=(min(beyond) if step > 0 else max(beyond)) - 2, animate=False, immediate=True)
        return bool(beyond)

    def follow(self) -> None:
        """Go to what the chosen link leads to."""
        if self._link is not None:
            self.post_message(self.LinkFollowed(self.page.links[self._link]))

    def render_line(self, y: int) -> Strip:
        """A line of the text."""
        index, width = self.scroll_offset.y + y, self.room
        strip = self._laid.strips.get(index)
        if strip is None or strip.cell_length != width:
            strip = self._laid.strips[index] = self._draw(self._laid, index, width, self._link)
        return strip

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, as it is broken into lines."""
        lines = [" " * MARGIN + self.page.text.plain[start:end] for start, end in self._laid.lines]
        return selection.extract("\n".join(lines)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw what is selected, which no page that was made ready shows."""
        self._ready.clear()
        self._laid.strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw anew in the new colours."""
        super().notify_style_update()
        self._looks = {}
        self._ready.clear()
        self._laid.redraw()

    def on_resize(self, event: events.Resize) -> None:
        """Break lines anew; what is on top stays there."""
        top = self._laid.lines[self.scroll_offset.y][0] if self.scroll_offset.y < len(self._laid.lines) else 0
        self._ready.clear()
        self._lay(self.page)
        if top:
            self.scroll_to(y=self._laid.line_of(top), animate=False, immediate=True)

    def on_click(self, event: events.Click) -> None:
        """Go to what the link under the mouse leads to."""
        where = event.get_content_offset(self)
        index = self.scroll_offset.y + where.y if where else len(self._laid.lines)
        if where and index < len(self._laid.lines):
            start, end = self._laid.lines[index]
            offset = start + where.x - MARGIN
            for link in self.page.links:
                if link.start <= offset < min(link.end, end):
                    self.post_message(self.LinkFollowed(link))
                    return

    def _draw(self, laid: Laid, index: int, width: int, link: int | None) -> Strip:
        """Draw a line of a page, the link of that index as the one that the keys have walked to."""
        base = self.visual_style
        if index >= len(laid.lines):
            return Strip.blank(width, base.rich_style)
        self._looks = self._looks or looks("reader")
        if laid.styled is None:
            laid.styled = self._style(laid.page, link)
        start, end = laid.lines[index]
        line = laid.styled[start:end]
        if self.text_selection is not None and (span := self.text_selection.get_span(index)) is not None:
            style = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            line = line.stylize(style, max(0, span[0] - MARGIN), span[1] - MARGIN if span[1] >= 0 else None)
        whole = Content.assemble(self._margin(laid.page, start, end), line)
        return strip_of(whole, width, base).apply_offsets(0, index)

    def _margin(self, page: Rendered, start: int, end: int) -> Content:
        """What stands left of a line: the side that claims it, its letter where the claim begins."""
        for first, last, side in page.claims:
            if first < end and start < last:
                return Content.styled(f"{SIDES[side][0] if start <= first else ' '}▏ ", self._looks[side])
        return Content(" " * MARGIN)

    def _style(self, page: Rendered, chosen: int | None) -> Content:
        styles = self._looks
        spans = [Span(span.start, span.end, styles[str(span.style)]) for span in page.text.spans]
        if chosen is not None:
            link = page.links[chosen]
            spans.append(Span(link.start, link.end, styles["chosen"]))
            spans += [Span(first, last, styles["because"]) for first, last in link.because]
        return Content(page.text.plain, spans)

    @property
    def _measure(self) -> int:
        """Cells of a line of text."""
        return max(min(MEASURE, self.scrollable_content_region.width - MARGIN - 1), 10)

    def _lay(self, page: Rendered) -> None:
        """Lay a page out, unless that is done already, and have what it takes the place of drawn anew."""
        before = len(self._laid.lines)
        width = self._measure if self.size else MEASURE  # not laid out yet: the first resize knows better
        self._laid = self._laid_out(page, width) or Laid(page, width)
        if self.size:
            self.set_lines(max(len(self._laid.lines), self.height))
            # What is below both texts is blank and stays so.
            self.refresh_lines(0, max(before, len(self._laid.lines)))

    def _laid_out(self, page: Rendered, width: int) -> Laid | None:
        """What was made ready of a page for lines of a width."""
        return next((laid for laid in self._ready if laid.page is page and laid.width == width), None)

    def _leave(self) -> None:
        """Have no link chosen and nothing selected: the page may be shown again as it was made ready."""
        if self._link is not None:
            self._link = None
            self._laid.redraw()
        if self.text_selection is not None:
            self.screen.clear_selection()

    def _reveal(self, offset: int) -> None:
        line = self._laid.line_of(offset)
        if not self.scroll_offset.y <= line < self.scroll_offset.y + self.height:
            self.scroll_to(y=line - self.height // 3, animate=False, immediate=True)
