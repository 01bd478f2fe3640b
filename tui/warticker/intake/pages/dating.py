"""The times of a page's entries: from structured data, printed times, and the days above them."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from datetime import date, timedelta

from warticker.intake import days
from warticker.intake.iso_times import moment
from warticker.intake.layouts import Draft
from warticker.intake.lines.dates import DayMark
from warticker.intake.lines.stamps import Place, Stamp, stamp
from warticker.intake.markup.tree import Tree
from warticker.intake.pages.repeated import signed_stamp
from warticker.intake.pages.units import STAMP_REACH, Unit
from warticker.model import Moment


def day_headings(tree: Tree, units: Sequence[Unit], roles: list[str]) -> list[DayMark | None]:
    """For each entry the day in a line of it, or of an element around it, that applies to all below."""
    inside = {at for unit in units for at in range(unit.first, unit.end)}
    around = set(tree.around(tree.blocks[unit.first].node for unit in units))
    exact = {mark.block: when.day for mark in tree.marks if (when := moment(mark.value)).day and when.clock is None}
    named: list[tuple[int, DayMark]] = []
    for at, block in enumerate(tree.blocks):
        its = stamp(block.text) if tree.furniture[at] is None else None
        heads = its is not None and its.is_day_heading and (at in inside or _stands_in(tree, at) in around)
        if its is not None and its.day and heads:
            day = exact.get(at)
            named.append((at, its.day if day is None else _marked(day)))
            roles[at] = "date"
    positions = [at for at, _ in named]
    found: list[DayMark | None] = []
    for unit in units:
        above = bisect(positions, min(unit.end - 1, unit.first + STAMP_REACH))
        found.append(named[above - 1][1] if above else None)
    return found


def _marked(day: date) -> DayMark:
    return DayMark(day.year, day.month, day.day, day.weekday())


def _stands_in(tree: Tree, at: int) -> int:
    """The element that a line shares with others."""
    number = tree.blocks[at].node
    while number >= 0 and tree.nodes[number].end - tree.nodes[number].first == 1:
        number = tree.nodes[number].parent
    return number


def moments(
    tree: Tree, units: Sequence[Unit], headings: Sequence[DayMark | None], calendar: days.Calendar
) -> list[Moment]:
    """The times of entries: from structured data, else the printed one with the day above it."""
    structured = [_exact(tree, unit) for unit in units]
    drafts = []
    for unit, heading, exact in zip(units, headings, structured, strict=True):
        its = (_printed(tree, unit) or stamp(unit.mark.value)) if exact.day is None else None
        if exact.day is not None:
            its = Stamp(Place.ALONE, day=_marked(exact.day), clock=exact.clock)
        drafts.append(Draft(stamp=its, heading=heading))
    worked_out = days.moments(drafts, calendar)
    return [exact if exact.day is not None else found for exact, found in zip(structured, worked_out, strict=True)]


def _exact(tree: Tree, unit: Unit) -> Moment:
    """An entry's time in structured data, corrected if it says UTC and prints the same time as Berlin's.

    Some give only the day there, and print the time.
    """
    found = moment(unit.mark.value)
    printed = _printed(tree, unit)
    if found.at is None or printed is None or printed.clock is None:
        return found
    if found.clock is None:
        return Moment(found.day, printed.clock)
    # A template appends Z to unconverted times; an offset is computed.
    if not unit.mark.value.upper().endswith("Z") or printed.clock == found.clock.replace(fold=0):
        return found
    away = found.at.utcoffset() or timedelta()
    meant = found.at.replace(tzinfo=None) - away
    if meant.time().replace(second=0) == printed.clock:
        return Moment(meant.date(), printed.clock)
    return found


def _printed(tree: Tree, unit: Unit) -> Stamp | None:
    mark = unit.mark
    if mark.block < 0:
        return None
    text = tree.blocks[mark.block].text
    shown = text[mark.start : mark.end if mark.end >= 0 else len(text)]
    its = stamp(shown) or stamp(f"{shown} Uhr")
    whole = signed_stamp(text)
    # The printed time may be beside the printed day.
    return whole if whole is not None and (its is None or its.clock is None) else its
