"""A pane of lines, of which only the visible ones are drawn."""

from __future__ import annotations

from collections.abc import Mapping

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.style import Style

from warticker.ui.looks import looks


class LineView(ScrollView, can_focus=True):
    """A scroll view whose number of lines changes often; its scrollbar is always shown (`overflow-y: scroll`)."""

    room = 0
    """Cells of a line; computed once for all lines of a repaint."""

    _looks: Mapping[str, Style] = {}

    @property
    def looks(self) -> Mapping[str, Style]:
        """The styles of parts of a line in the present theme: those under this view's id in styles/looks.yaml."""
        self._looks = self._looks or looks(str(self.id))
        return self._looks

    @property
    def height(self) -> int:
        """How many lines are visible, or were when this was last shown."""
        return self.container_size.height

    def set_lines(self, lines: int) -> None:
        """Change the number of lines without a new layout of the screen, which a new virtual size would cause."""
        size = Size(self.scrollable_content_region.width, lines)
        if size != self.virtual_size:
            self.set_reactive(ScrollView.virtual_size, size)
            if not self.container_size:
                return  # Not laid out yet: the first layout takes it on.
            self.vertical_scrollbar.window_virtual_size = lines
            self.scroll_to(y=self.scroll_offset.y, animate=False, immediate=True, force=True)

    def measure(self) -> None:
        """Compute how much room a line has, before some are drawn."""
        self.room = self.scrollable_content_region.width

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some of the visible lines, as they are cached here.

        Textual's own line cache copies what it is given, and so loses the caches of each strip (filtered, cropped,
        rendered). Of the box there is only what stands above the lines.
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
        """Apply the size that a layout gives; returns whether it has changed.

        Private in Textual, which also compares the virtual size computed by a layout, while this view sets its own; it
        would redraw the scrollbar with every layout.
        """
        if (size, size - self.styles.gutter.totals) == (self.outer_size, self.container_size):
            return False
        resized = super()._size_updated(size, virtual_size, container_size, layout)
        if size:
            self.fit()
        return resized

    def notify_style_update(self) -> None:
        """Redraw in the new colours."""
        super().notify_style_update()
        self._looks = {}
        self.forget_drawn()

    def forget_drawn(self) -> None:
        """Drop the drawn lines."""

    def fit(self) -> None:
        """Adapt to another size before it is painted; Textual's `on_resize` comes afterwards."""

    def watch_has_focus(self, has_focus: bool) -> None:
        """Skip restyling: no style of a pane depends on focus, and it would redraw the scrollbar."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scroll; the scrollbar is redrawn only if its thumb moves, which in a long list is rare."""
        if self._thumb(old_value) == self._thumb(new_value):
            self.vertical_scrollbar.set_reactive(ScrollBar.position, new_value)
        super().watch_scroll_y(old_value, new_value)

    def _thumb(self, position: float) -> int:
        """Eighths of a cell, a scrollbar's resolution, from its top to its thumb."""
        height, lines = self.height, self.virtual_size.height
        if lines <= height:
            return 0
        return int(position / (lines - height) * (height - max(1, height * height / lines)) * 8)
