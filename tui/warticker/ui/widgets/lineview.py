"""A pane of lines, of which only those on the screen are drawn."""

from __future__ import annotations

from collections.abc import Mapping

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.style import Style

from warticker.ui.looks import looks


class LineView(ScrollView, can_focus=True):
    """A scrolled view whose number of lines changes often; its scrollbar is always there (`overflow-y: scroll`)."""

    room = 0
    """Cells of a line that is being drawn; worked out once for all of them."""

    _looks: Mapping[str, Style] = {}

    @property
    def looks(self) -> Mapping[str, Style]:
        """How the parts of a line look in the present theme: those that styles/looks.yaml has under this view's id."""
        self._looks = self._looks or looks(str(self.id))
        return self._looks

    @property
    def height(self) -> int:
        """How many lines are on the screen, or were when this was last shown."""
        return self.container_size.height

    def set_lines(self, lines: int) -> None:
        """Have another number of lines, without the screen's being laid out anew, as a new virtual size would."""
        size = Size(self.scrollable_content_region.width, lines)
        if size != self.virtual_size:
            self.set_reactive(ScrollView.virtual_size, size)
            if not self.container_size:
                return  # Not laid out yet: the first layout takes it on.
            self.vertical_scrollbar.window_virtual_size = lines
            self.scroll_to(y=self.scroll_offset.y, animate=False, immediate=True, force=True)

    def measure(self) -> None:
        """Know how much room a line has, before some are drawn."""
        self.room = self.scrollable_content_region.width

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some of the lines on the screen, as they are kept.

        Textual's own cache of lines makes new ones of what is given to it, and so loses what each keeps of itself:
        how it is filtered, cut and written. Of the box there is only what stands above the lines.
        """
        self.measure()
        above, ground = self.styles.gutter.top, self.background_colors[1]
        blank = Strip.blank(self.region.width, self.visual_style.rich_style)
        strips = [blank if y < above else self.render_line(y - above) for y in crop.line_range]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, ground) for strip in strips]
        return (
            strips
            if crop.column_span == (0, self.region.width)
            else [strip.crop(*crop.column_span) for strip in strips]
        )

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Take on the size that a layout gives; whether it is another.

        Private to Textual, which also compares the virtual size that a layout works out, and that this view sets
        itself; it so would draw the scrollbar anew with every layout.
        """
        if (size, size - self.styles.gutter.totals) == (self.outer_size, self.container_size):
            return False
        resized = super()._size_updated(size, virtual_size, container_size, layout)
        if size:
            self.fit()
        return resized

    def notify_style_update(self) -> None:
        """Draw anew in the new colours."""
        super().notify_style_update()
        self._looks = {}
        self.forget_drawn()

    def forget_drawn(self) -> None:
        """Draw every line anew when it is next asked for."""

    def fit(self) -> None:
        """Fit what is shown into another size before it is painted; Textual's `on_resize` comes when it has been."""

    def watch_has_focus(self, has_focus: bool) -> None:
        """No style of a pane asks who has the focus; to ask all of them anew would draw its scrollbar once more."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scroll; the scrollbar is drawn anew only where its thumb moves, which in a long list few keys make it do."""
        if self._thumb(old_value) == self._thumb(new_value):
            self.vertical_scrollbar.set_reactive(ScrollBar.position, new_value)
        super().watch_scroll_y(old_value, new_value)

    def _thumb(self, position: float) -> int:
        """Eighths of a cell, which a scrollbar tells apart, from its top to its thumb."""
        height, lines = self.height, self.virtual_size.height
        if lines <= height:
            return 0
        return int(position / (lines - height) * (height - max(1, height * height / lines)) * 8)
