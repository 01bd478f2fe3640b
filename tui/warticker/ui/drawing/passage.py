"""A search match with its context, on one line."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

from warticker.archive.lexicon.hits import Passage
from warticker.model import Span


def passage_line(passage: Passage, room: int, styles: Mapping[str, Style]) -> Content:
    """The first match of a passage with its context, in `room` cells.

    Takes the styles `meta` for the line, and `headline` and `hit` for the match.
    """
    start = _start(passage.line, passage.hits[0], room)
    # A cell holds a letter and its accents: no line of a list holds more than that.
    text = passage.line[start : start + 4 * room]
    line, found = Content.styled(text, styles["meta"]), styles["headline"] + styles["hit"]
    for hit in passage.hits:
        if hit.start < start + len(text):
            line = line.stylize(found, max(hit.start - start, 0), hit.end - start)
    return Content.assemble(("…" if start else "", styles["meta"]), line).truncate(room, ellipsis=True)


def _start(line: str, hit: Span, room: int) -> int:
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
