"""The top line: the query, how many entries match, and when they were published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from warticker.archive.selection import Selection
from warticker.counting import counted
from warticker.ui.commands import first_key
from warticker.ui.drawing.spark import sparkline
from warticker.ui.looks import looks

BUNDLED, BUNDLED_SHORT = " · bundled edition", " · bundled"
"""Shown while the bundled edition stands in for an archive."""

ROOM_FOR_ALL = 100
"""Columns from which the line also says when sources were read."""

MOST_CHANGED = 1_000
"""From so many changed entries on, their number is not told: all of them change when they are reannotated."""


class Masthead(Widget):
    """The query, its counts and the entries per hour of the day, on one line."""

    arrived: reactive[int] = reactive(0)
    """How many entries have arrived since the selection was made."""

    changed: reactive[int] = reactive(0)
    """How many entries have changed or been withdrawn since then, up to `MOST_CHANGED`."""

    paused: reactive[bool] = reactive(False)
    """Whether following is paused."""

    failing: reactive[int] = reactive(0)
    """How many followed sources failed the last time."""

    checked: reactive[str] = reactive("")
    """When followed sources were last read, or that they are not; empty without any."""

    def __init__(self, selection: Selection, keys: Mapping[str, str], *, bundled: bool) -> None:
        """`keys` are the user's own, by command; `bundled` is whether the entries are those of the bundled edition."""
        super().__init__(id="masthead")
        self.auto_links = False
        self._keys = keys
        self._bundled = bundled
        self._selection = selection
        self._total = self._new = 0

    def show(self, selection: Selection, total: int, new: int) -> None:
        """Show another selection; `total` counts entries without its filter, `new` its own new ones."""
        self._selection, self._total, self._new = selection, total, new
        self.refresh()

    def render(self) -> Content:
        """The line; what has no room is left out, the query last."""
        style = looks("masthead")
        width, asked = self.size.width, str(self._selection.query)
        short = width < 60
        name = Content.assemble((" warticker  ", style["name"]) if not short else " ")
        counts = Content.assemble((self._counts(short=short), style["count"]), *self._notices(style, short=short))
        room = width - name.cell_length - counts.cell_length - 3
        query = Content.styled(asked, style["query"]).truncate(max(room, 8), ellipsis=True)
        line = Content.assemble(name, query, "  " if asked else "", counts)
        chart = Content.assemble(
            ("00h ", style["hour"]), (sparkline(self._selection.hours), style["chart"]), (" 24h ", style["hour"])
        )
        if self._bundled:
            line = Content.assemble(line, (BUNDLED_SHORT if short else BUNDLED, style["count"]))
        gap = width - line.cell_length - chart.cell_length
        if gap < 2 or not any(self._selection.hours):
            return line.truncate(width, ellipsis=True)
        return Content.assemble(line, " " * gap, chart)

    def _counts(self, *, short: bool) -> str:
        found, unread, filtered = len(self._selection), self._selection.unread, bool(self._selection.query)
        if short:
            return f"{found:,}/{self._total:,} ●{unread:,}" if filtered else f"{found:,} · {unread:,} unread"
        entries = counted(self._total if filtered else found, "entry", "entries")
        return f"{f'{found:,} of ' if filtered else ''}{entries} · {unread:,} unread"

    def _notices(self, style: Mapping[str, Style], *, short: bool) -> Iterator[Content]:
        """The counts of new, failing, arrived and changed entries or sources, and pauses, each with its key."""
        new = f"↑{self._new:,}" if short else f"{self._new:,} new"
        failing = f"!{self.failing:,}" if short else f"{self.failing:,} failing"
        changed = f"{self.changed:,} changed" if self.changed < MOST_CHANGED else "changed"
        told = [
            (new, style["count"], "" if self.arrived or self.changed else "arrivals", 0 < self._new < self._total),
            (self.checked, style["count"], "", bool(self.checked) and self.size.width >= ROOM_FOR_ALL),
            ("paused", style["arrived"], "pause", self.paused),
            (failing, style["failing"], "sources", self.failing > 0),
            (f"+{self.arrived:,} arrived", style["arrived"], "" if self.changed else "arrivals", self.arrived > 0),
            (changed, style["arrived"], "arrivals", self.changed > 0),
        ]
        for text, ink, command, true in told:
            if true:
                key = f" {first_key(command, self._keys)}" if command else ""
                part = Content.assemble((text, ink), (key, style["arrived"]))
                part = part.stylize(Style.from_meta({"@click": f"screen.command('{command}')"})) if command else part
                yield Content.assemble((" " if short else " · ", style["count"]), part)
