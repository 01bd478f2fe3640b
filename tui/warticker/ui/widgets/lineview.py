"""A pane of lines, of which only those on the screen are drawn."""

from __future__ import annotations

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class LineView(ScrollView, can_focus=True):
    """A scrolled view whose number of lines changes often; its scrollbar is always there (`overflow-y: scroll`)."""

    room = 0
    """Cells of a line that is being drawn; worked out once for all of them."""

    @property
    def height(self) -> int:
        """How many lines are on the screen."""
        return self.scrollable_content_region.height

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
        """Draw some of the lines on the screen."""
        self.measure()
        return super().render_lines(crop)
