"""The entries of a page by its own structure: repeated elements of one sort, each with a time of its own.

No outlet or class is known here. Repetition is found from the times on a page: an element with several children of one
sort that have times and text is a list of entries, perhaps within a list of days. If the times are beside the texts and
not around them, each entry extends to the next time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from warticker.intake.iso_times import moment
from warticker.intake.lines.prose import ends_sentence
from warticker.intake.lines.stamps import Stamp, stamp
from warticker.intake.markup.survey import LINKED, Survey
from warticker.intake.markup.tags import HEADINGS
from warticker.intake.markup.tree import TimeMark, Tree
from warticker.intake.pages.stretches import stretches
from warticker.intake.pages.units import NEARLY, Sort, Unit, alike, first_of

_SIGNED = re.compile(
    r"^(?:(?:[Vv]on|[Bb]y|(?:Autor(?:in)?|Text):?) [A-ZÄÖÜ]\S{1,30}|[A-ZÄÖÜ][^\s:]{1,30} [A-ZÄÖÜ]\S{1,30})"
    r"(?:,?(?: und)? [A-ZÄÖÜ]\S{1,30}){0,4}?[ ,|·•–-]{1,3}(?:am |um )?(?=\d)"
)
"""The author of an entry, on a line that continues with the time."""
_PUBLISHED = re.compile(
    r"^(?:Posted|Published|Written|Veröffentlicht|Geschrieben|Erstellt|Eingestellt|Gepostet)(?: on| am| um|:)? (?=\S)"
)
_BY_WHOM = re.compile(r"[ ,|·•/–-]{1,3}(?:[Vv]on|[Bb]y|Autor(?:in)?:?) \S{1,30}(?: \S{1,30}){0,3}$")
"""Text before and after the time of an entry on its line."""
_LATER = re.compile(
    r"(?:(?<=\d)|(?<=Uhr))[ ,;|·•(–-]{1,3}(?:zuletzt )?"
    r"(?:geändert|aktualisiert|bearbeitet|ergänzt|korrigiert|update)\b.{1,40}$",
    re.IGNORECASE,
)
"""The time of an entry's change, after that of its publication."""
_LONGEST_STAMP_LINE = 120
"""The most letters of such a line."""
_LONGEST_NAME = 40
"""The most letters of a name after the day of an entry."""
_SHORTEST_ENTRY = 15
"""The fewest letters of an entry beside its time."""
_UNTIMED_SHARE = 0.4
"""The largest share of entries without a time."""
_FEWEST_ALIKE = 3
"""From how many entries on their common features are clear."""
_ITEMS = frozenset({"article", "li", "tr"})
"""Elements that are alike if they are side by side, as are custom elements."""


class Repetition(NamedTuple):
    """Entries of one sort, in page order."""

    units: tuple[Unit, ...]
    letters: int
    why: str
    timed: bool
    """Whether most of them have a time, not only a day."""


def find(tree: Tree) -> Repetition | None:
    """The entries that explain most of a page; None if nothing with times is repeated."""
    found = _best(tree, tree.marks)
    if found is not None and found.timed:
        return found
    stamps = {
        at: its
        for at, block in enumerate(tree.blocks)
        if tree.furniture[at] is None and (its := signed_stamp(block.text)) and not its.dates_the_page
    }
    finer = _of_printed(tree, {at: its for at, its in stamps.items() if its.clock or its.ago is not None})
    # Elements dated by days only may contain entries with printed times.
    if found is None or (finer is not None and finer.letters >= NEARLY * found.letters):
        return finer or _of_printed(tree, {at: its for at, its in stamps.items() if _is_day_alone(its)})
    return found


def lone(tree: Tree) -> Repetition | None:
    """The only entry of a ticker: an element with a time, a heading and a text."""
    survey = Survey.of(tree, tree.marks)
    headings = [at for at, block in enumerate(tree.blocks) if block.tag in HEADINGS]
    for number in tree.around(mark.node for mark in tree.marks):
        node = tree.nodes[number]
        letters = survey.own(node.first, node.end)
        headed = bisect_left(headings, node.first) < bisect_left(headings, node.end)
        if headed and letters >= _SHORTEST_ENTRY and survey.titles[node.first] == survey.titles[node.end]:
            unit = Unit(node.first, node.end, first_of(survey.marks_within(number, node.last)), container=number)
            return Repetition((unit,), letters, "a single block with a time, a headline and a text", timed=True)
    return None


def _of_printed(tree: Tree, stamps: Mapping[int, Stamp]) -> Repetition | None:
    """The entries that begin with lines of printed times."""
    marks = [TimeMark(tree.blocks[at].node, at, 0, _printed_end(tree, at, its)) for at, its in stamps.items()]
    return _best(tree, marks, flat=False) if len(marks) > 1 else None


def _is_day_alone(its: Stamp) -> bool:
    """Whether a stamp is a whole day, with at most a name after it."""
    return its.day is not None and its.day.full is not None and len(its.rest) <= _LONGEST_NAME


def _printed_end(tree: Tree, at: int, its: Stamp) -> int:
    """Where a line's time ends; the line's end, unless it is a list item, or continues with sentences."""
    block, item = tree.blocks[at], tree.within(at, _ITEMS)
    behind = item == block.node or (item >= 0 and ends_sentence(its.rest))
    return len(block.text) - (len(its.rest) if behind else 0)


def signed_stamp(line: str) -> Stamp | None:
    """The stamp of a line, possibly after the author's name; None if there is none."""
    line = _LATER.sub("", line) if len(line) <= _LONGEST_STAMP_LINE else line
    found = stamp(line)
    if found is not None or len(line) > _LONGEST_STAMP_LINE:
        return found
    return stamp(_BY_WHOM.sub("", _PUBLISHED.sub("", _SIGNED.sub("", line))))


def _best(tree: Tree, marks: Sequence[TimeMark], *, flat: bool = True) -> Repetition | None:
    survey = Survey.of(tree, marks)
    kids: dict[int, list[int]] = defaultdict(list)
    holding = sorted(tree.around(mark.node for mark in marks))
    for number in holding:
        if tree.nodes[number].parent >= 0:
            kids[tree.nodes[number].parent].append(number)
    cuts = {number: [*stretches(tree, number, kids[number], survey)] for number in holding}
    candidates = [
        *(_units(tree, group, survey) for group in _lists(tree, holding, kids, survey)),
        *(units for each in cuts.values() if flat for units in each),
        *_joined(tree, cuts, survey),
    ]
    found = [each for units in candidates if (each := _judged(tree, units, survey)) is not None]
    most = max((each.letters for each in found), default=0)
    good = [each for each in found if each.letters >= NEARLY * most]
    return max(good, key=lambda each: (len(each.units), each.letters), default=None)


def _joined(tree: Tree, cuts: Mapping[int, Sequence[list[Unit]]], survey: Survey) -> Iterable[list[Unit]]:
    """The stretches of elements side by side with one tag, as of a part for each day, if most of these have several."""
    beside: dict[tuple[int, str], list[list[Unit]]] = defaultdict(list)
    for number, found in cuts.items():
        beside[tree.nodes[number].parent, tree.nodes[number].tag].append(max(found, key=len))
    for parts in beside.values():
        units = [unit for part in parts for unit in part]
        # A report may print when it was published and when it was changed.
        textual = sum(survey.own(unit.first, unit.end) >= _SHORTEST_ENTRY for unit in units)
        if len(parts) > 1 and len(units) >= 2 * len(parts) and textual == len(units):
            yield units


def _lists(tree: Tree, holding: Sequence[int], kids: Mapping[int, list[int]], survey: Survey) -> Iterable[list[int]]:
    """Groups of elements of one sort with times and text, children of one element or of similar ones.

    Those between them that only lack a time are included.
    """
    groups: dict[Sort, set[int]] = defaultdict(set)
    textual = [number for number in holding if survey.beside_moments(tree, number) >= _SHORTEST_ENTRY]
    among = set(textual)
    for number in holding:
        mine = [kid for kid in kids.get(number, ()) if kid in among]
        if len(mine) < 2:
            continue
        others = _without_moments(tree, number, set(mine), survey)
        for sort, group in alike(tree, mine, survey).items():
            few = others.get(sort, ()) if len(group) >= _FEWEST_ALIKE else ()
            # A paragraph without a time continues the report above it.
            if len(group) > 1 and not (sort[0] == "p" and few):
                groups[sort] |= {*group, *(few if len(few) <= _UNTIMED_SHARE * len(group) else ())}
    sorts: dict[Sort, list[int]] = defaultdict(list)
    for number in textual:
        sorts[tree.nodes[number].tag, ""].append(number)
        for name in tree.nodes[number].names:
            sorts["", name].append(number)
    for sort, chosen in groups.items():
        grandparents = {tree.nodes[tree.nodes[number].parent].parent for number in chosen}
        lone = [
            number
            for number in sorts["" if sort[1] else sort[0], sort[1]]
            if number not in chosen and (sort[1] or tree.nodes[tree.nodes[number].parent].parent in grandparents)
        ]
        group = sorted({*chosen, *lone})
        yield _outermost(tree, group)


def _without_moments(tree: Tree, parent: int, known: Set[int], survey: Survey) -> dict[Sort, list[int]]:
    """The children of an element with texts of their own that differ from others only by lacking a time, by sort."""
    found: dict[Sort, list[int]] = defaultdict(list)
    for number in tree.children(parent):
        node = tree.nodes[number]
        if number in known or survey.beside_moments(tree, number) < _SHORTEST_ENTRY or survey.is_linked(node):
            continue
        if node.tag == "tr" and tree.blocks[node.first].node == number:
            # A row whose cells are one line: it heads the others.
            continue
        for name in (*node.names, *([""] if node.tag in _ITEMS or "-" in node.tag else [])):
            found[node.tag, name].append(number)
    return found


def _outermost(tree: Tree, group: Sequence[int]) -> list[int]:
    """The elements of a group that are in no other of it."""
    found: list[int] = []
    for number in group:
        if not found or number >= tree.nodes[found[-1]].last:
            found.append(number)
    return found


def _units(tree: Tree, group: Sequence[int], survey: Survey) -> list[Unit]:
    """A group's elements as entries, without the one with the page's title, and any few above it."""
    titles = survey.titles
    plain = [number for number in group if titles[tree.nodes[number].first] == titles[tree.nodes[number].end]]
    below = [number for number in plain if titles[tree.nodes[number].first]]
    found = []
    for number in below if len(below) > len(plain) / 2 else plain or group:
        node = tree.nodes[number]
        marks = survey.marks_within(number, node.last)
        found.append(Unit(node.first, node.end, first_of(marks) if marks else TimeMark(number), container=number))
    return found


def _tell_times(tree: Tree, units: Sequence[Unit]) -> bool:
    """Whether at least half of some entries have a time, not only a day."""
    return sum(_has_clock(tree, unit.mark) for unit in units) >= len(units) / 2


def _has_clock(tree: Tree, mark: TimeMark) -> bool:
    if moment(mark.value).clock is not None:
        return True
    its = signed_stamp(tree.blocks[mark.block].text) if mark.block >= 0 else None
    return its is not None and (its.clock is not None or its.ago is not None)


def _judged(tree: Tree, units: Sequence[Unit], survey: Survey) -> Repetition | None:
    if len(units) < 2:
        return None
    total = sum(survey.letters[unit.end] - survey.letters[unit.first] for unit in units)
    own = sum(survey.own(unit.first, unit.end) for unit in units)
    if not total or total - own > LINKED * total:
        return None
    exact = sum(bool(unit.mark.value) for unit in units)
    how = "blocks of the same kind" if units[0].container >= 0 else "passages that begin with a time or a day"
    times = f"{exact} of their times are exact in the page's source" if exact else "their times are read as printed"
    why = f"{len(units)} {how}; {times}"
    return Repetition(tuple(units), own, why, _tell_times(tree, units))
