"""The entries of a page by its own structure: elements of one sort that come again, each with a moment of its own.

No outlet is known here, nor any class. What repeats is found from the moments that a page tells: an element with
several children of one sort that hold moments and text is a list of entries, be it within a list of days. Where the
moments stand beside the texts and not around them, each entry goes on to the next moment.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from warticker.intake.isotimes import moment
from warticker.intake.pages.stretches import stretches
from warticker.intake.pages.tree import TimeMark, Tree
from warticker.intake.pages.units import LINKED, NEARLY, Measure, Sort, Unit, alike, first_of
from warticker.intake.stamps import Stamp, stamp

_SIGNED = re.compile(
    r"(?P<name>(?:(?:[Vv]on|[Bb]y|Autor(?:in)?:?) [A-ZÄÖÜ]\S{1,30}|[A-ZÄÖÜ]\S{1,30} [A-ZÄÖÜ]\S{1,30})"
    r"(?: [A-ZÄÖÜ]\S{1,30}){0,3}?)[ ,|·•–-]{1,3}(?:am |um )?(?=\d)"
)
"""Who wrote an entry, where the line goes on to say when."""
_TEXTUAL = 15
"""How many letters beside its moment an element has at least that is an entry."""
_FEW = 0.4
"""Up to which share of its entries a page can lack the moments of some."""
_FEWEST = 3
"""From how many entries on it can be told what they have in common."""
_SEVERAL = 2
"""From how many elements on that an element holds it is a list of them."""
_ITEMS = frozenset({"article", "li", "tr"})
"""Elements that are alike where they stand side by side."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """Entries of one sort, in the page's order."""

    units: tuple[Unit, ...]
    letters: int
    timed: bool
    """Whether at least half of them tell a time and not the day alone."""
    why: str


def find(tree: Tree) -> Repetition | None:
    """The entries that explain most of a page; None where nothing with moments repeats."""
    found = _best(tree, tree.marks)
    if found is not None and found.timed:
        return found
    printed = [
        TimeMark(block.node, at, 0, len(block.text))
        for at, block in enumerate(tree.blocks)
        if tree.furniture[at] is None and (its := signed_stamp(block.text)) and its.clock and not its.dates_the_page
    ]
    finer = _best(tree, printed, flat=False) if len(printed) > 1 else None
    # What is dated by days alone may hold entries that print their times.
    return finer if found is None or (finer is not None and finer.letters >= NEARLY * found.letters) else found


def signature(line: str) -> str:
    """Who wrote an entry, as the line says that goes on to say when; empty where it does not."""
    signed = _SIGNED.match(line) if stamp(line) is None else None
    return "" if signed is None or stamp(line[signed.end() :]) is None else signed["name"]


def signed_stamp(line: str) -> Stamp | None:
    """The stamp that a line is, behind the name of who wrote the entry if need be; None where it is none."""
    if (found := stamp(line)) is not None or (signed := _SIGNED.match(line)) is None:
        return found
    return stamp(line[signed.end() :])


def _best(tree: Tree, marks: Sequence[TimeMark], *, flat: bool = True) -> Repetition | None:
    told: dict[int, list[TimeMark]] = defaultdict(list)
    for mark in marks:
        told[mark.node].append(mark)
    kids: dict[int, list[int]] = defaultdict(list)
    holding = sorted({number for node in told for number in tree.ancestors(node)})
    for number in holding:
        if tree.nodes[number].parent >= 0:
            kids[tree.nodes[number].parent].append(number)
    measure = Measure.of(tree, told)
    candidates = [
        *(_units(tree, group, told) for group in _lists(tree, holding, kids, measure)),
        *(units for number in holding if flat for units in stretches(tree, number, kids[number], told, measure)),
    ]
    found = [each for units in candidates if (each := _judged(tree, units)) is not None]
    most = max((each.letters for each in found), default=0)
    good = [each for each in found if each.letters >= NEARLY * most]
    return max(good, key=lambda each: (len(each.units), each.letters), default=None)


def _lists(tree: Tree, holding: Sequence[int], kids: Mapping[int, list[int]], measure: Measure) -> Iterable[list[int]]:
    """Groups of elements of one sort with moments and text, children of one element or of elements alike.

    Those between them that lack a moment alone are of them.
    """
    groups: dict[Sort, set[int]] = defaultdict(set)
    textual = [number for number in holding if _beside_moments(tree, number, measure) >= _TEXTUAL]
    for number in holding:
        mine = [kid for kid in kids.get(number, ()) if _beside_moments(tree, kid, measure) >= _TEXTUAL]
        for sort, group in alike(tree, mine, measure).items():
            if len(group) > 1:
                groups[sort] |= {*group, *_without_moment(tree, number, sort, group, measure)}
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
        yield _outermost(tree, group if sort[1] else _finest(tree, group))


def _without_moment(tree: Tree, parent: int, sort: Sort, group: Sequence[int], measure: Measure) -> Sequence[int]:
    """The few elements among those of a group that differ from them by having no moment."""
    if not sort[1] and sort[0] not in _ITEMS:
        return ()
    chosen = set(group)
    found = [
        number
        for number in tree.children(parent)
        if number not in chosen
        and tree.nodes[number].tag == sort[0]
        and (not sort[1] or sort[1] in tree.nodes[number].names)
        and _beside_moments(tree, number, measure) >= _TEXTUAL
        and not measure.is_linked(tree.nodes[number])
    ]
    return found if len(found) <= _FEW * len(group) else ()


def _finest(tree: Tree, group: Sequence[int]) -> list[int]:
    """The elements of a group that hold no more than one other of it: without a name in common, more are a list."""
    return [
        number for at, number in enumerate(group) if bisect_left(group, tree.nodes[number].last, at) - at - 1 < _SEVERAL
    ]


def _outermost(tree: Tree, group: Sequence[int]) -> list[int]:
    """The elements of a group that stand in no other of it."""
    found: list[int] = []
    for number in group:
        if not found or number >= tree.nodes[found[-1]].last:
            found.append(number)
    return found


def _beside_moments(tree: Tree, number: int, measure: Measure) -> int:
    """How many letters an element has that are not its moment's."""
    node = tree.nodes[number]
    letters = measure.letters[node.end] - measure.letters[node.first]
    return letters - (measure.moments[node.last] - measure.moments[number])


def _units(tree: Tree, group: Sequence[int], told: Mapping[int, list[TimeMark]]) -> list[Unit]:
    """A group's elements as entries, without the one that holds the page's title."""
    titled = [number for number in group if _holds_title(tree, number)]
    if titled and len(titled) < len(group):
        group = [number for number in group if number not in titled]
    found = []
    for number in group:
        node = tree.nodes[number]
        marks = [mark for at in range(number, node.last) for mark in told.get(at, ())]
        found.append(Unit(node.first, node.end, first_of(marks) if marks else TimeMark(number), number))
    return found


def _holds_title(tree: Tree, number: int) -> bool:
    node = tree.nodes[number]
    return any(tree.blocks[at].tag == "h1" for at in range(node.first, node.end))


def _has_clock(tree: Tree, mark: TimeMark) -> bool:
    if moment(mark.value).clock is not None:
        return True
    its = signed_stamp(tree.blocks[mark.block].text) if mark.block >= 0 else None
    return its is not None and (its.clock is not None or its.ago is not None)


def _judged(tree: Tree, units: Sequence[Unit]) -> Repetition | None:
    if len(units) < 2:
        return None
    total = linked = 0
    for unit in units:
        for at in range(unit.first, unit.end):
            if tree.furniture[at] is None:
                total += len(tree.blocks[at].text)
                linked += tree.blocks[at].linked
    if not total or linked > LINKED * total:
        return None
    exact = sum(bool(unit.mark.value) for unit in units)
    timed = sum(_has_clock(tree, unit.mark) for unit in units)
    how = "elements of one sort" if units[0].container >= 0 else "stretches between moments"
    return Repetition(
        tuple(units),
        total - linked,
        timed >= len(units) / 2,
        f"{len(units)} {how}, {exact} of them with a moment for machines",
    )
