"""A ticker's stamps, each with the lines of its entry above or below it."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from warticker.intake.lines.announcing import LEAD, OVERVIEW
from warticker.intake.lines.dates import DayMark
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import is_headline, is_paragraph, sentence_breaks
from warticker.intake.lines.stamps import Stamp


class Segment(NamedTuple):
    """A stamp with the lines up to the next one, or from the previous one if stamps are below their entries."""

    at: int
    stamp: Stamp
    body: tuple[int, ...]
    """The lines that are neither furniture, date nor heading."""
    heading: DayMark | None
    """The day in a heading above (or below)."""


def trails(page: Page, anchors: Mapping[int, Stamp]) -> bool:
    """Whether stamps are below their entries.

    Then there is text above the first stamp and none below the last, and no stamp ends in a colon.
    """
    if any(stamp.rest or stamp.separator == ":" for stamp in anchors.values()):
        return False
    positions = list(anchors)
    texts = [at for at in range(len(page.lines)) if not page.furniture[at]]
    prose = {at for at in texts if is_paragraph(page.texts[at])}
    listed = any(OVERVIEW.fullmatch(text) for text in page.texts[: positions[0]])
    above = [page.texts[at] for at in prose if at < positions[0]]
    reports = [text for text in above if not LEAD.search(text) and (sentence_breaks(text) or not listed)]
    # The text lines are in order, so the last one before a stamp is found by halving.
    ends = [max(a, texts[before - 1]) if (before := bisect_left(texts, b)) else a for a, b in pairwise(positions)]
    below = any(at in prose for at in range(positions[-1] + 1, len(page.lines)))
    return bool(reports) and not below and sum(at in prose for at in ends) >= len(ends) / 2


def first_of_report(page: Page, first: int, *, heads: bool) -> int:
    """The line where the report above the first stamp begins: its headline, if reports of the page have some."""
    start = first
    for at in range(first - 1, -1, -1):
        if page.furniture[at]:
            continue
        text = page.texts[at]
        if page.stamps[at] is not None or LEAD.search(text):
            break
        if is_headline(text):
            return at if heads else start
        start = at
    return start


def segments(page: Page, anchors: Mapping[int, Stamp], *, trailing: bool = False, start: int = 0) -> list[Segment]:
    """Each stamp with its lines and the day heading above it.

    On some pages the day is below its entries: none is above the first, and one is below the last. With trailing
    stamps, the first entry begins at line `start`.
    """
    headings = _headings(page, anchors)
    named, positions = list(headings), sorted(anchors)
    below = bool(headings) and min(headings) > positions[0] and max(headings) > positions[-1]
    bounds = (
        [(before, at) for before, at in pairwise([start - 1, *positions])]
        if trailing
        else [(at, after) for at, after in pairwise([*positions, len(page.lines)])]
    )
    beside = {at: headings[at + 1] for at in positions if at + 1 in headings and not anchors[at].rest}
    if 2 * len(beside) >= len(positions):
        anchors = {at: its._replace(day=beside[at]) if at in beside else its for at, its in anchors.items()}
        named = []
    dates = {line for line, its in enumerate(page.stamps) if line in headings or (its and its.is_date)}
    found = []
    for at, (before, after) in zip(positions, bounds, strict=True):
        body = []
        for line in range(before + 1, after):
            if page.furniture[line] == "closing" and after == len(page.lines):
                break
            if page.furniture[line] is None and line not in dates:
                body.append(line)
        day = _day_of(at, headings, named, below=below)
        found.append(Segment(at, anchors[at], tuple(body), day))
    return found


def _day_of(at: int, headings: Mapping[int, DayMark], positions: Sequence[int], *, below: bool) -> DayMark | None:
    place = bisect(positions, at)
    if below:
        return headings[positions[place]] if place < len(positions) else None
    return headings[positions[place - 1]] if place else None


def _headings(page: Page, anchors: Mapping[int, Stamp]) -> dict[int, DayMark]:
    """The days alone on a line, or with a headline, that are headings of entries, by line.

    If the page prints its own day and time, a day above these is the day of reading.
    """
    days = [(at, its, its.day) for at, its in enumerate(page.stamps) if its and its.clock is None and its.day]
    found = {at: day for at, its, day in days if its.is_day_heading or (at not in anchors and is_headline(its.rest))}
    own = [at for at, its in enumerate(page.stamps[: min(anchors)]) if its and its.clock and its.day and its.day.full]
    return {at: mark for at, mark in found.items() if at > own[-1]} if own else found
