"""A scrollbar of half a cell, which leaves the eye to the text beside it."""

from __future__ import annotations

from typing import Any

from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

THUMB = "▐"


class ThinBar(ScrollBarRender):
    """Textual's vertical scrollbar, its thumb half as wide and in whole lines."""

    @classmethod
    def render_bar(cls, *values: Any, **named: Any) -> Segments:
        """The bar; the values are Textual's, as is a horizontal one."""
        if not named["vertical"]:
            return super().render_bar(*values, **named)
        thumb = Style(color=named["bar_color"], bgcolor=named["back_color"], meta={"@mouse.down": "grab"})
        drawn = super().render_bar(*values, **named).segments
        return Segments(
            [Segment(THUMB, thumb) if part.style and part.style.meta == thumb.meta else part for part in drawn],
            new_lines=True,
        )
