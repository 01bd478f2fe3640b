"""One entry as lines of a list, and the heading of a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from warticker.archive.lexicon.hits import Passage
from warticker.archive.selection import DayCount, Row
from warticker.model import Side, Span
from warticker.moments import clock, long_day
from warticker.rendering.parts import SIDES
from warticker.ui.drawing.geometry import Divider
from warticker.ui.drawing.wrapping import wrap

RAIL = 9
"""Cells before the headline: cursor, time, unread mark."""

OUTLET_FROM = 40
"""Cells of a headline's line from which the outlet is shown beside places and topics."""

LONGEST_HEADLINE = 600
"""Code points of a headline that a list looks at; two lines hold fewer."""

SIGNS = {
    "+": "New among older entries",
    "◇": "Could not be independently verified",
    "✎": "Has your note",
    "★": "Saved",
    "Δ": "Changed since it was first read",
    "✕": "Withdrawn from its page",
}
"""The signs below a time, and their meaning."""


class Density(StrEnum):
    """How much room a row takes."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"

    @property
    def row_height(self) -> int:
        """Lines per row, including the blank one after it."""
        return 4 if self is Density.COMFORTABLE else 1


class RowStyle(NamedTuple):
    """What all rows of a list have in common."""

    width: int
    density: Density
    parts: Mapping[str, Style]
    """The timeline's styles in looks.yaml, by name."""
    topics: Mapping[str, str]
    """Labels of topics."""
    outlets: bool = False
    """Whether there are several, so that rows name theirs if there is room."""
    hits: Callable[[str], Sequence[Span]] = lambda _text: ()
    """Finds the search's matches in a headline."""
    passage: Callable[[Row, str], Passage | None] = lambda _row, _shown: None
    """Finds the search's matches in the rest of an entry, of which some is already shown."""
    opening: Callable[[Row], str] = lambda _row: ""
    """Gives the first words after a headline that leaves a line for them."""


def row_lines(row: Row, style: RowStyle, *, current: bool, late: bool = False) -> list[Content]:
    """An entry as `style.density.row_height` lines of at most `style.width` cells.

    `late`: new, but below the divider among older entries.
    """
    width, styles = style.width, style.parts
    signs = signs_of(row, late=late)
    headline = _headline(row, style)
    if style.density is Density.COMPACT:
        room = width - RAIL - 1 - (len(signs) + 1 if signs else 0)
        line = headline.truncate(room, ellipsis=True, pad=bool(signs))
        behind = (f" {signs}" if signs else "", styles["sign"])
        return [Content.assemble(*_rail(row, styles, current=current), line, behind).truncate(width - 1)]
    room = width - RAIL - 2
    pieces = [headline[start:end].truncate(room, ellipsis=True) for start, end in wrap(headline.plain, room, 2)]
    beside = len(signs) + len(row.sides) + 3 <= RAIL
    below = [
        _indent(styles, signs, row.sides if beside else (), current=current),
        _indent(styles, "", () if beside else row.sides, current=current),
    ]
    shown = "".join(piece.plain for piece in pieces)
    found = style.passage(row, shown)
    passage = [passage_line(found, room, styles)] if found else []
    if not passage and len(pieces) == 1 and (opening := style.opening(row)):
        passage = [Content.styled(opening, styles["opening"]).truncate(room, ellipsis=True)]
    texts = [*pieces[1:], *passage, _meta(row, style, room), Content()]
    lines = [Content.assemble(*_rail(row, styles, current=current), pieces[0])]
    lines += [Content.assemble(*before, piece) for before, piece in zip(below, texts, strict=False)]
    return lines + [Content()] * (style.density.row_height - len(lines))


def passage_line(passage: Passage, room: int, styles: Mapping[str, Style]) -> Content:
    """The first match of a passage with its context, in `room` cells.

    Takes the styles `meta` for the line, and `headline` and `hit` for the match.
    """
    start = _passage_start(passage.line, passage.hits[0], room)
    # A cell holds a letter and its accents: no line of a list holds more than that.
    text = passage.line[start : start + 4 * room]
    line, found = Content.styled(text, styles["meta"]), styles["headline"] + styles["hit"]
    for hit in passage.hits:
        if hit.start < start + len(text):
            line = line.stylize(found, max(hit.start - start, 0), hit.end - start)
    return Content.assemble(("…" if start else "", styles["meta"]), line).truncate(room, ellipsis=True)


def signs_of(row: Row, *, late: bool = False) -> str:
    """The signs of an entry."""
    told = (late, row.unverified, row.noted, row.saved, row.changed, row.withdrawn)
    return "".join(sign for sign, true in zip(SIGNS, told, strict=True) if true)


def divider_line(divider: Divider, width: int, styles: Mapping[str, Style]) -> Content:
    """The divider between new and earlier entries. Takes the styles `divider` and `divide`."""
    arrow = "↑" if divider.above else "↓"
    told = f"{arrow} {divider.count:,} new {divider.since}"
    if len(told) > width - 4:
        told = f"{arrow} {divider.count:,} new"
    rule = "━" * max(0, width - len(told) - 4)
    return Content.assemble(" ", (told, styles["divider"]), " ", (rule, styles["divide"])).truncate(width - 1)


def day_heading(day: DayCount, width: int, styles: Mapping[str, Style]) -> Content:
    """The heading of a day: its name, a rule, its count. Takes the styles `day` and `rule`."""
    name, count = long_day(day.day), f"{day.count:,}"
    rule = "─" * max(0, width - len(name) - len(count) - 5)
    return Content.assemble(" ", (name, styles["day"]), " ", (rule, styles["rule"]), " ", (count, styles["day"]))


def _headline(row: Row, style: RowStyle) -> Content:
    text, styles = row.headline[:LONGEST_HEADLINE], style.parts
    content = Content.styled(text, styles["new" if row.unread else "headline"])
    if row.withdrawn:
        content = content.stylize(styles["gone"])
    for span in style.hits(text):
        content = content.stylize(styles["hit"], span.start, span.end)
    return content


def _meta(row: Row, style: RowStyle, room: int) -> Content:
    """Places and topics, and at the end of the line the outlet."""
    said = row.source if style.outlets and room >= OUTLET_FROM else None
    outlet = Content(said or "").truncate(room // 3, ellipsis=True)
    left = room - outlet.cell_length - 2 if outlet else room
    told = Content(_places_and_topics(row, style.topics, left)).truncate(left, ellipsis=True, pad=bool(outlet))
    return Content.assemble(told, "  " if outlet else "", outlet).stylize(style.parts["meta"])


def _places_and_topics(row: Row, topics: Mapping[str, str], room: int) -> str:
    """As many as fit, of both alike, else places alone, and how many more there are."""
    named = [topics.get(topic, topic) for topic in row.topics]
    every = len(row.places) + len(named)
    alike = ((kept, max((kept + 1) // 2, kept - len(named))) for kept in range(every, 1, -1))
    for kept, most in chain(alike, ((kept, kept) for kept in range(every, 0, -1))):
        places = min(len(row.places), most)
        parts = ", ".join(row.places[:places]), ", ".join(named[: kept - places])
        told = " · ".join(filter(None, parts)) + (f" +{every - kept}" if kept < every else "")
        if cell_len(told) <= room:
            return told
    return next(iter((*row.places, *named)), "")


def _rail(row: Row, styles: Mapping[str, Style], *, current: bool) -> list[tuple[str, Style]]:
    """The cells before a row's first line."""
    unread = ("●" if row.unread else " ", styles["unread"])
    bar = ("▌" if current else " ", styles["cursor"])
    time = styles["current-time" if current else "time"]
    return [bar, (f"{clock(row.moment):5}", time), (" ", time), unread, (" ", time)]


def _indent(
    styles: Mapping[str, Style], signs: str, sides: Sequence[Side], *, current: bool
) -> list[tuple[str, Style]]:
    """The cells before a row's further lines: its signs, and the initials of the sides that make claims."""
    bar = ("▌" if current else " ", styles["cursor"])
    letters = [(SIDES[side][0], styles[side]) for side in sides]
    return [
        bar,
        (f"{signs:2} ", styles["sign"]),
        *letters,
        (" " * (RAIL - 2 - max(2, len(signs)) - len(sides)), bar[1]),
    ]


def _passage_start(line: str, hit: Span, room: int) -> int:
    """Where to begin so that the match and its context are visible; at a word if there is room."""
    if hit.end < room and cell_len(line[: hit.end]) < room:
        return 0
    around = room - cell_len(line[hit.start : hit.end][:room]) - 2
    # What follows gets half of the room, or less if the line ends before.
    start, lead = hit.start, around - min(around // 2, cell_len(line[hit.end :][:room]))
    while start and (lead := lead - cell_len(line[start - 1])) >= 0:
        start -= 1
    space = line.find(" ", start, hit.start)
    return start if space < 0 else space + 1
