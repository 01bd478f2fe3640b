"""The line on top: what is asked, how much it leaves, when it happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from warticker.archive.selection import Selection
from warticker.ui.commands import first_key
from warticker.ui.drawing.spark import sparkline
from warticker.ui.looks import looks


class Masthead(Widget):
    """The query, its counts and the entries per hour of the day, on one line."""

    selection: reactive[Selection | None] = reactive(None)
    """What is listed."""

    total: reactive[int] = reactive(0)
    """How many entries there are without a filter."""

    new: reactive[int] = reactive(0)
    """How many entries are new since the last visit."""

    arrived: reactive[int] = reactive(0)
    """How many entries have come since the selection was made."""

    paused: reactive[bool] = reactive(False)
    """Whether sources that are followed are not read until further notice."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        """`keys` are the user's own, by command."""
        super().__init__(id="masthead")
        self.auto_links = False
        self._keys = keys

    def render(self) -> Content:
        """The line; what has no room is left out, the query last."""
        if self.selection is None:
            return Content()
        style = looks("masthead")
        width, asked = self.size.width, str(self.selection.query)
        name = Content.assemble((" warticker  ", style["name"]) if width >= 60 else " ")
        counts = Content.assemble((self._counts(short=width < 60), style["count"]), *self._news(style))
        room = width - name.cell_length - counts.cell_length - 3
        query = Content.styled(asked, style["query"]).truncate(max(room, 8), ellipsis=True)
        line = Content.assemble(name, query, "  " if asked else "", counts)
        chart = Content.assemble(
            ("00h ", style["hour"]), (sparkline(self.selection.hours), style["chart"]), (" 24h ", style["hour"])
        )
        gap = width - line.cell_length - chart.cell_length
        return Content.assemble(line, " " * gap, chart) if gap >= 2 else line.truncate(width, ellipsis=True)

    def _counts(self, *, short: bool) -> str:
        if self.selection is None:
            return ""
        found, unread = len(self.selection), self.selection.unread
        if short:
            shown = f"{found:,}/{self.total:,}" if self.selection.query else f"{found:,}"
            return f"{shown} ●{unread:,}" + (f" ↑{self.new:,}" if self.new else "")
        shown = f"{found:,} of {self.total:,} entries" if self.selection.query else f"{found:,} entries"
        return f"{shown} · {unread:,} unread" + (f" · {self.new:,} new" if self.new else "")

    def _news(self, style: Mapping[str, Style]) -> Iterator[Content]:
        """That nothing is followed for a while; how many entries have come, and the key that shows them."""
        told = [("paused", "pause", self.paused), (f"+{self.arrived:,} new", "arrivals", self.arrived > 0)]
        for text, command, true in told:
            if true:
                yield Content.styled(" · ", style["count"])
                yield Content.styled(f"{text} {first_key(command, self._keys)}", style["arrived"]).stylize(
                    Style.from_meta({"@click": f"screen.command('{command}')"})
                )
