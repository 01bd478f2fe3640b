"""A line of the filter as it is drawn."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from warticker.ui.drawing.facets import Line, Section
from warticker.ui.drawing.spark import bar

BAR = 5
"""Cells of the longest bar."""


def draw_line(line: Line, width: int, styles: Mapping[str, Style], *, current: bool) -> Content:
    """A line of `width` cells; takes the styles `heading`, `key`, `mark`, `chosen`, `value`, `count` and `bar`.

    `current` is whether it is under the cursor.
    """
    if line.section is None:
        told = Content.styled(line.label, styles["key"]).truncate(width - 4 - len(line.key), ellipsis=True)
        return Content.assemble("  ", told, "  ", (line.key, styles["heading"]))
    if not line.choosable:
        return Content.assemble("  ", (line.label.upper(), styles["heading"]), "  ", (line.key, styles["key"]))
    rail = ("● " if line.chosen else "▌ " if current else "  ", styles["mark"])
    if line.more:
        return Content.assemble(rail, (f"… {line.label}", styles["key"]))
    if line.section is Section.VIEWS:
        count, end, style = f"{line.count:,}" if line.count else "", f"[{line.key}]" if line.key else "", "key"
    else:
        count, end = f"{line.count:,}", bar(line.count, line.most, BAR)
        style = "mark" if line.chosen else "count" if current else "bar"
    room = width - 5 - len(count) - max(BAR, len(end))
    named = _initialled(line.label) if line.person and cell_len(line.label) > room else line.label
    label = Content.styled(named, styles["chosen" if line.chosen else "value"])
    return Content.assemble(
        rail,
        label.truncate(room, ellipsis=True, pad=True),
        " ",
        (count, styles["count"]),
        " ",
        (end, styles[style]),
    )


def _initialled(name: str) -> str:
    """A person's name with the given name reduced to its initial, as newspapers do where space is short."""
    given, _, rest = name.partition(" ")
    return f"{given[0]}. {rest}" if rest else name
