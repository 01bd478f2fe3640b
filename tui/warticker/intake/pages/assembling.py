"""An entry's lines become its headline and paragraphs; what else they are is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from warticker.intake import days
from warticker.intake.dates import DayMark
from warticker.intake.furniture import furniture
from warticker.intake.isotimes import moment
from warticker.intake.layouts import Draft
from warticker.intake.pages.fragments import bulleted
from warticker.intake.pages.repeated import Unit
from warticker.intake.pages.tags import HEADINGS
from warticker.intake.pages.tree import Tree
from warticker.intake.passages import NOTHING, Passage
from warticker.intake.posts import Post, tidied
from warticker.intake.prose import PERSON, is_headline
from warticker.intake.stamps import Place, Stamp, stamp
from warticker.model import EmphasisKind, Moment

_AROUND_TIME = re.compile(r"^[\W_]*(?:Uhr\b)?[\s|:–—•·,-]*|[\s|–—•·,-]*$")
_NO_WORDS = re.compile(r"[\W\d_]*(?:Uhr|um|Stand|Update|Aktualisiert|vor|Min\.?)?[\W\d_]*", re.IGNORECASE)
_KICKER = 60
"""How long what stands above a headline is at most."""


@dataclass(slots=True)
class Roles:
    """What each line of a page was taken for."""

    taken: list[str] = field(default_factory=list)

    def dropped(self, tree: Tree) -> tuple[str, ...]:
        """The lines that were taken for nothing."""
        return tuple(
            block.text for block, role in zip(tree.blocks, self.taken, strict=True) if role.startswith("dropped")
        )

    def told(self, tree: Tree) -> tuple[tuple[str, str], ...]:
        """Each line with what it was taken for."""
        return tuple((role, block.text) for block, role in zip(tree.blocks, self.taken, strict=True))


def roles_of(tree: Tree) -> Roles:
    """Nothing taken yet."""
    return Roles([f"dropped: {kind}" if kind else "dropped" for kind in tree.furniture])


def assembled(
    tree: Tree, units: Sequence[Unit], roles: Roles, base: str | None, calendar: days.Calendar
) -> tuple[Post, ...]:
    """The posts that units are."""
    authors = _authors(tree, units)
    headings = _day_headings(tree, units, roles)
    posts = [_post(tree, unit, roles, authors, base) for unit in units]
    moments = _moments(tree, units, headings, calendar)
    return tuple(replace(tidied(post), moment=when) for post, when in zip(posts, moments, strict=True))


def _post(tree: Tree, unit: Unit, roles: Roles, authors: frozenset[str], base: str | None) -> Post:
    lines = [at for at in range(unit.first, unit.end) if tree.furniture[at] is None]
    head = _headline(tree, unit, lines)
    headline = NOTHING
    paragraphs: list[Passage] = []
    for at in lines:
        block = tree.blocks[at]
        passage = _without_time(block.passage, unit, at)
        kind = furniture(passage.text) if at != head else None
        if (passage is not block.passage and _NO_WORDS.fullmatch(passage.text)) or (
            at != head and (its := stamp(block.text)) is not None and not its.rest
        ):
            roles.taken[at] = "stamp"
        elif passage.text in authors:
            roles.taken[at] = "dropped: byline"
        elif kind:
            roles.taken[at] = f"dropped: {kind}"
        elif at == head:
            roles.taken[at] = "headline"
            headline = passage
        elif head is not None and at < head and len(passage.text) <= _KICKER and is_headline(passage.text):
            roles.taken[at] = "dropped: kicker"
        else:
            roles.taken[at] = "paragraph"
            full = bulleted(block, max(unit.container, 0))
            paragraphs.append(passage if passage is not block.passage else full)
    return Post(headline, tuple(paragraphs), address=_address(tree, unit, base))


def _headline(tree: Tree, unit: Unit, lines: Sequence[int]) -> int | None:
    """The line that is an entry's headline: said to be, a heading, or set apart above its text."""
    for at in lines:
        if tree.nodes[tree.blocks[at].node].role == "headline":
            return at
    for at in lines:
        if tree.blocks[at].tag in HEADINGS and not _NO_WORDS.fullmatch(
            _without_time(tree.blocks[at].passage, unit, at).text
        ):
            return at
    said = [at for at in lines if not _NO_WORDS.fullmatch(_without_time(tree.blocks[at].passage, unit, at).text)]
    said = [at for at in said if not furniture(tree.blocks[at].text)]
    if not said:
        return None
    first = _without_time(tree.blocks[said[0]].passage, unit, said[0])
    bold = any(
        mark.kind is EmphasisKind.STRONG and mark.span.end - mark.span.start >= len(first.text) - 2
        for mark in first.emphasis
    )
    if (bold or len(said) > 1) and is_headline(first.text) and not PERSON.fullmatch(first.text):
        return said[0]
    return None


def _without_time(passage: Passage, unit: Unit, at: int) -> Passage:
    """A line without the moment at its beginning or end."""
    mark = unit.mark
    if mark.block != at or mark.end < 0:
        return passage
    whole = not mark.value and mark.start == 0 and mark.end == len(passage.text)
    if whole and (its := stamp(passage.text)) is not None and its.rest:
        start = passage.text.rfind(its.rest)
        return passage.part(start, len(passage.text)) if start >= 0 else passage
    before, after = passage.part(0, mark.start), passage.part(mark.end, len(passage.text))
    if _NO_WORDS.fullmatch(before.text):
        trimmed = _AROUND_TIME.match(after.text)
        start = trimmed.end() if trimmed else 0
        return after.part(start, len(after.text))
    if _NO_WORDS.fullmatch(after.text):
        return before.part(0, len(before.text.rstrip(" |–—•·,-(")))
    return passage


def _authors(tree: Tree, units: Sequence[Unit]) -> frozenset[str]:
    """The names that are a line in more than one entry, or are said to be an author's."""
    counts: Counter[str] = Counter()
    for unit in units:
        for at in range(unit.first, unit.end):
            text = _without_time(tree.blocks[at].passage, unit, at).text
            role = tree.nodes[tree.blocks[at].node].role
            if PERSON.fullmatch(text) or role == "author":
                counts[text] += 2 if role == "author" else 1
    return frozenset(text for text, count in counts.items() if count > 1)


def _address(tree: Tree, unit: Unit, base: str | None) -> str | None:
    """Where an entry can be opened: what it says itself, else the anchor of its element."""
    container = unit.container if unit.container >= 0 else tree.blocks[unit.first].node
    last = tree.nodes[container].last
    told = next((found for at in range(container, last) if (found := tree.nodes[at].address)), None)
    if told or base is None:
        return told
    anchor = next(
        (tree.nodes[at].anchor for at in range(container, min(last, container + 4)) if tree.nodes[at].anchor), ""
    )
    return f"{base.partition('#')[0]}#{anchor}" if re.fullmatch(r"[\w.:-]{1,200}", anchor) else None


def _day_headings(tree: Tree, units: Sequence[Unit], roles: Roles) -> list[DayMark | None]:
    """For each entry the day that a line above it names for all below."""
    named: list[tuple[int, DayMark]] = []
    for at, block in enumerate(tree.blocks):
        if tree.furniture[at] is None and (its := stamp(block.text)) is not None and its.is_day_heading and its.day:
            named.append((at, its.day))
            roles.taken[at] = "date"
    return [
        next((day for at, day in reversed(named) if at < unit.end and at <= unit.first + 3), None) for unit in units
    ]


def _moments(
    tree: Tree, units: Sequence[Unit], headings: Sequence[DayMark | None], calendar: days.Calendar
) -> list[Moment]:
    told = [_exact(tree, unit) for unit in units]
    drafts = []
    for unit, heading, exact in zip(units, headings, told, strict=True):
        its = _printed(tree, unit) if exact.day is None else None
        if exact.day is not None:
            day = DayMark(exact.day.year, exact.day.month, exact.day.day, exact.day.weekday())
            its = Stamp(Place.ALONE, day=day, clock=exact.clock)
        drafts.append(Draft(stamp=its, heading=heading))
    worked_out = days.moments(drafts, calendar)
    return [exact if exact.day is not None else found for exact, found in zip(told, worked_out, strict=True)]


def _exact(tree: Tree, unit: Unit) -> Moment:
    """What an entry tells machines, mended where it says UTC and prints the same clock as Berlin's."""
    found = moment(unit.mark.value)
    printed = _printed(tree, unit)
    if found.clock is None or found.at is None or printed is None or printed.clock is None:
        return found
    text = unit.mark.value.upper().rstrip()
    if not text.endswith(("Z", "+00:00", "+0000", "UTC", "GMT")) or printed.clock == found.clock.replace(fold=0):
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
    its = stamp(shown) or stamp(f"{shown}:") or stamp(f"{shown} Uhr") or stamp(text)
    return its or stamp(mark.value)
