"""An entry's lines become its headline and paragraphs; what else they are is told."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from warticker.intake import days
from warticker.intake.dates import DayMark
from warticker.intake.furniture import furniture
from warticker.intake.isotimes import moment
from warticker.intake.layouts import Draft
from warticker.intake.pages.fragments import bulleted, leads_elsewhere
from warticker.intake.pages.repeated import signature, signed_stamp
from warticker.intake.pages.tags import HEADINGS
from warticker.intake.pages.tree import Block, TimeMark, Tree
from warticker.intake.pages.units import Unit
from warticker.intake.passages import NOTHING, Passage
from warticker.intake.posts import Post, tidied
from warticker.intake.prose import PERSON, ends_sentence, is_headline
from warticker.intake.stamps import Place, Stamp, stamp
from warticker.model import EmphasisKind, Moment

_AROUND_TIME = re.compile(r"^[\s|:–—•·,-]*(?:Uhr\b)?[\s|:–—•·,-]*")
_LEADING = re.compile(r"^[|:–—•·]\s+")
_NO_WORDS = re.compile(
    r"(?:[\W\d_]|\b(?:Uhr|um|am|vom|seit|Stand|Update|zuletzt|aktualisiert|geändert|erstellt|veröffentlicht|publiziert|"
    r"vor|Min|Std)\b)*+",
    re.IGNORECASE,
)
_WITHIN = 3
"""Among how many of an entry's first lines its day can stand."""
_KICKER = 60
"""How long what stands above a headline is at most, and what labels entries."""
_MANY = 3
"""In how many entries the same line is no report's own, if that is half of them."""


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
    bare = _without_moments(tree, units)
    labels = _labels(tree, units, bare)
    headings = _day_headings(tree, units, roles)
    posts = [_post(tree, unit, roles, labels, bare, base) for unit in units]
    moments = _moments(tree, units, headings, calendar)
    return tuple(replace(post, moment=when) for post, when in zip(posts, moments, strict=True))


def _post(
    tree: Tree,
    unit: Unit,
    roles: Roles,
    labels: frozenset[str],
    bare: Mapping[int, Passage],
    base: str | None,
) -> Post:
    lines = [at for at in range(unit.first, unit.end) if tree.furniture[at] is None]
    head = _headline(tree, lines, bare, labels)
    headline = NOTHING
    paragraphs: list[tuple[int, Passage]] = []
    for at in lines:
        passage = bare.get(at) or bulleted(tree.blocks[at], max(unit.container, 0))
        role = _role(tree.blocks[at], passage, at in bare, at, head, labels)
        roles.taken[at] = role
        if role == "headline":
            headline = passage.part(start.end() if (start := _LEADING.match(passage.text)) else 0, len(passage.text))
        elif role == "paragraph":
            paragraphs.append((at, passage))
    if head is None:
        headline = Passage(_told_headline(tree, unit))
    post = tidied(Post(headline, tuple(passage for _, passage in paragraphs), address=_address(tree, unit, base)))
    if len(post.paragraphs) < len(paragraphs):
        kept = {passage.text for passage in post.paragraphs}
        roles.taken[paragraphs[0][0]] = "paragraph" if paragraphs[0][1].text in kept else "dropped: doubled"
    return post


def _told_headline(tree: Tree, unit: Unit) -> str:
    """What machines are told to be an entry's headline; empty where they are told none."""
    inside = range(unit.container, tree.nodes[unit.container].last) if unit.container >= 0 else ()
    return next((text for at in inside if (text := tree.nodes[at].headline)), "")


def _role(block: Block, passage: Passage, timed: bool, at: int, head: int | None, labels: frozenset[str]) -> str:
    """What a line of an entry is."""
    if at == head:
        return "headline"
    if timed and _NO_WORDS.fullmatch(passage.text):
        return "stamp"
    if _is_stamp(block.text):
        return "dropped: byline" if stamp(block.text) is None else "stamp"
    if passage.text in labels:
        return "dropped: label"
    if kind := furniture(passage.text) or furniture(block.text):
        return f"dropped: {kind}"
    if leads_elsewhere(block):
        return "dropped: link"
    if head is not None and at < head and len(passage.text) <= _KICKER and is_headline(passage.text):
        return "dropped: kicker"
    return "paragraph"


def _headline(tree: Tree, lines: Sequence[int], bare: Mapping[int, Passage], labels: frozenset[str]) -> int | None:
    """The line that is an entry's headline: said to be, a heading, or set apart above its text."""
    said = []
    for at in lines:
        passage = bare.get(at) or tree.blocks[at].passage
        if not _NO_WORDS.fullmatch(passage.text) and passage.text not in labels and not _is_stamp(passage.text):
            said.append((at, passage))
    for at, _ in said:
        if tree.nodes[tree.blocks[at].node].role == "headline":
            return at
    for at, _ in said:
        if tree.blocks[at].tag in HEADINGS:
            return at
    said = [(at, passage) for at, passage in said if not furniture(passage.text)]
    below = len(said) > 1 and ends_sentence(said[0][1].text)
    for number, (at, passage) in enumerate(said[: 1 if below else 2]):
        most = len(passage.text) - 2
        bold = any(
            mark.kind is EmphasisKind.STRONG and mark.span.end - mark.span.start >= most for mark in passage.emphasis
        )
        more = number + 1 < len(said)
        if is_headline(passage.text) and not PERSON.fullmatch(passage.text) and (bold or (more and not number)):
            return at
    return None


def _is_stamp(text: str) -> bool:
    its = signed_stamp(text)
    return its is not None and not its.rest


def _without_moments(tree: Tree, units: Sequence[Unit]) -> dict[int, Passage]:
    """The lines that print moments at their beginning or end, without them."""
    found: dict[int, Passage] = {}
    marks = [*tree.marks, *(_beside(tree, unit) for unit in units)]
    told = {mark for mark in marks if mark.block >= 0 and mark.end >= 0}
    for mark in sorted(told, key=lambda mark: (mark.block, -mark.start)):
        passage = found.get(mark.block, tree.blocks[mark.block].passage)
        without = _without(passage, mark)
        if without is not passage:
            found[mark.block] = without
    return found


def _beside(tree: Tree, unit: Unit) -> TimeMark:
    """The moment of an entry with the line that prints it, be it told to machines elsewhere."""
    if unit.mark.block >= 0:
        return unit.mark
    for at in range(unit.first, min(unit.end, unit.first + _WITHIN)):
        if (its := stamp(tree.blocks[at].text)) is not None and its.clock is not None and not its.is_day_heading:
            return TimeMark(unit.mark.node, at, 0, len(tree.blocks[at].text))
    return unit.mark


def _without(passage: Passage, mark: TimeMark) -> Passage:
    """A line without a moment at its beginning or end."""
    end = len(passage.text)
    if not mark.value and mark.start == 0 and mark.end >= end:
        its = stamp(passage.text)
        if its is None:
            return passage.part(0, len(signature(passage.text)))
        rest = its.rest.rstrip(" +|")
        start = passage.text.rfind(rest) if rest else -1
        return passage.part(start, start + len(rest)) if start >= 0 else passage.part(0, 0)
    before, after = passage.part(0, mark.start), passage.part(mark.end, end)
    if _NO_WORDS.fullmatch(after.text):
        return before.part(0, len(before.text.rstrip(" |–—•·,-(")))
    if _NO_WORDS.fullmatch(before.text):
        trimmed = _AROUND_TIME.match(after.text)
        return after.part(trimmed.end() if trimmed else 0, len(after.text))
    return passage


def _labels(tree: Tree, units: Sequence[Unit], bare: Mapping[int, Passage]) -> frozenset[str]:
    """The lines that entries bear and do not report: a name that comes twice, what many of them have word by word."""
    counts: Counter[str] = Counter()
    authors: set[str] = set()
    for unit in units:
        inside = {at: (bare.get(at) or tree.blocks[at].passage).text for at in range(unit.first, unit.end)}
        counts.update(set(inside.values()))
        authors |= {text for at, text in inside.items() if tree.nodes[tree.blocks[at].node].role == "author"}
    many = max(_MANY, len(units) / 2)
    return frozenset(
        text
        for text, count in counts.items()
        if text in authors
        or (count > 1 and PERSON.fullmatch(text))
        or (count >= many and len(text) <= _KICKER and not ends_sentence(text))
    )


def _address(tree: Tree, unit: Unit, base: str | None) -> str | None:
    """Where an entry can be opened: what it says itself, else the anchor of its element."""
    container = unit.container if unit.container >= 0 else tree.blocks[unit.first].node
    if tree.nodes[container].first < unit.first or tree.nodes[container].end > unit.end:
        return None
    last = tree.nodes[container].last
    told = next((found for at in range(container, last) if (found := tree.nodes[at].address)), None)
    if told or base is None:
        return told
    anchor = next(
        (tree.nodes[at].anchor for at in range(container, min(last, container + 4)) if tree.nodes[at].anchor), ""
    )
    return f"{base.partition('#')[0]}#{anchor}" if re.fullmatch(r"[\w.:-]{1,200}", anchor) else None


def _day_headings(tree: Tree, units: Sequence[Unit], roles: Roles) -> list[DayMark | None]:
    """For each entry the day that a line in it, or in an element around it, names for all below."""
    inside = {at for unit in units for at in range(unit.first, unit.end)}
    around = {number for unit in units for number in tree.ancestors(tree.blocks[unit.first].node)}
    exact = {mark.block: when.day for mark in tree.marks if (when := moment(mark.value)).day and when.clock is None}
    named: list[tuple[int, DayMark]] = []
    for at, block in enumerate(tree.blocks):
        its = stamp(block.text) if tree.furniture[at] is None else None
        heads = its is not None and its.is_day_heading and (at in inside or _stands_in(tree, at) in around)
        if its is not None and its.day and heads:
            day = exact.get(at)
            named.append((at, its.day if day is None else _marked(day)))
            roles.taken[at] = "date"
    positions = [at for at, _ in named]
    found: list[DayMark | None] = []
    for unit in units:
        above = bisect(positions, min(unit.end - 1, unit.first + _WITHIN))
        found.append(named[above - 1][1] if above else None)
    return found


def _marked(day: date) -> DayMark:
    return DayMark(day.year, day.month, day.day, day.weekday())


def _stands_in(tree: Tree, at: int) -> int:
    """The element that a line stands in with others."""
    number = tree.blocks[at].node
    while number >= 0 and tree.nodes[number].end - tree.nodes[number].first == 1:
        number = tree.nodes[number].parent
    return number


def _moments(
    tree: Tree, units: Sequence[Unit], headings: Sequence[DayMark | None], calendar: days.Calendar
) -> list[Moment]:
    told = [_exact(tree, unit) for unit in units]
    drafts = []
    for unit, heading, exact in zip(units, headings, told, strict=True):
        its = _printed(tree, unit) if exact.day is None else None
        if exact.day is not None:
            its = Stamp(Place.ALONE, day=_marked(exact.day), clock=exact.clock)
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
    its = stamp(shown) or stamp(f"{shown}:") or stamp(f"{shown} Uhr") or signed_stamp(text)
    return its or stamp(mark.value)
