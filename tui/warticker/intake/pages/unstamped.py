"""Lines without the times printed at their beginning or end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warticker.intake.lines.stamps import stamp
from warticker.intake.markup.tree import TimeMark, Tree
from warticker.intake.pages.units import Unit
from warticker.intake.passages import Passage

NO_WORDS = re.compile(
    r"(?:[\W\d_]|\b(?:Uhr|um|am|vom|seit|Stand|Update|zuletzt|aktualisiert|geändert|erstellt|veröffentlicht|publiziert|"
    r"vor|Min|Std|(?:last )?(?:published|posted|updated|modified|edited|views|at|on))\b|(?<=\d)(?:K|M|Tsd|Mio)\b)*+",
    re.IGNORECASE,
)
"""A line with only a time, and the number of views."""
_LONGEST_MOMENT = 40
"""The most letters of an element with only a time, in any notation."""
_AROUND_TIME = re.compile(r"^[\s|:–—•·,-]*(?:Uhr\b)?[\s|:–—•·,-]*")


def bare_lines(tree: Tree, units: Sequence[Unit]) -> dict[int, Passage]:
    """The lines with times at their beginning or end, without these."""
    found: dict[int, Passage] = {}
    marks = [*tree.marks, *(unit.mark for unit in units)]
    printed = {mark for mark in marks if mark.block >= 0 and mark.end >= 0}
    for mark in sorted(printed, key=lambda mark: (mark.block, -mark.start)):
        passage = found.get(mark.block, tree.blocks[mark.block].passage)
        without = _without(passage, mark)
        if without is not passage:
            found[mark.block] = without
    return found


def _without(passage: Passage, mark: TimeMark) -> Passage:
    """A line without a time at its beginning or end."""
    said = _said(passage.text[mark.start : mark.end])
    before, after = passage.part(0, mark.start), passage.part(mark.end - len(said), len(passage.text))
    if NO_WORDS.fullmatch(after.text):
        return before.part(0, len(before.text.rstrip(" |–—•·,-(")))
    if NO_WORDS.fullmatch(before.text):
        trimmed = _AROUND_TIME.match(after.text)
        return after.part(trimmed.end() if trimmed else 0, len(after.text.rstrip(" +|")))
    return passage


def _said(shown: str) -> str:
    """The text after the time within an element: some are unclosed, and contain the headline too."""
    its = stamp(shown)
    said = its.rest if its is not None else shown if len(shown) > _LONGEST_MOMENT else ""
    return shown[at:] if said and (at := shown.rfind(said)) >= 0 else ""
