"""How many lines a scrolled view has."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView


def set_lines(view: ScrollView, lines: int) -> None:
    """Give a view another number of lines without laying the screen out anew, which assigning its size would.

    Its scrollbar must always be there (`overflow-y: scroll`), and shows the difference.
    """
    size = Size(view.scrollable_content_region.width, lines)
    if size != view.virtual_size:
        view.set_reactive(ScrollView.virtual_size, size)
        if not view.container_size:
            return  # Not laid out yet: the first layout takes it on.
        view.vertical_scrollbar.window_virtual_size = lines
        view.scroll_to(y=view.scroll_offset.y, animate=False, immediate=True, force=True)
