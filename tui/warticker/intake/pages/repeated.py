"""The entries of a page by its own structure: elements of one sort that come again, each with a moment of its own.

No outlet is known here, nor any class. What repeats is found from the moments that a page tells: an element with
several children of one sort that hold moments and text is a list of entries, be it within a list of days. Where the
moments stand beside the texts and not around them, each entry goes on to the next moment.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from warticker.intake.pages.tags import HEADINGS
from warticker.intake.pages.tree import TimeMark, Tree
from warticker.intake.stamps import stamp

_TEXTUAL = 15
"""How many letters beside its moment an element has at least that is an entry."""
_LINKED = 0.6
"""Up to which share of linked letters entries are no links to other reports."""
_NEARLY = 0.8
"""From which share of the best one's letters on a finer division is as good: entries, and not the days they are of."""
_AROUND = 0.5
"""From which share of a stretch's letters on elements hold its texts and do not merely stand beside them."""


@dataclass(frozen=True, slots=True)
class Unit:
    """An entry's lines."""

    first: int
    end: int
    mark: TimeMark
    container: int = -1
    """The element that holds all of it; -1 where none does."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """Entries of one sort, in the page's order."""

    units: tuple[Unit, ...]
    letters: int
    why: str


Sort = tuple[str, str]
"""An element's tag and the first of its classes."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """Sums from a page's start: of any stretch the difference of two."""

    letters: Sequence[int]
    """Before each line, how many letters those above have that are no furniture."""
    moments: Sequence[int]
    """Before each element, how many letters the moments of those above have."""

    @classmethod
    def of(cls, tree: Tree, told: Mapping[int, list[TimeMark]]) -> _Measure:
        """The sums of a page."""
        lengths = (0 if kind else len(each.text) for each, kind in zip(tree.blocks, tree.furniture, strict=True))
        printed = (
            sum(mark.end - mark.start for mark in told.get(at, ()) if mark.block >= 0) for at in range(len(tree.nodes))
        )
        return cls((0, *accumulate(lengths)), (0, *accumulate(printed)))


def find(tree: Tree) -> Repetition | None:
    """The entries that explain most of a page; None where nothing with moments repeats."""
    found = _best(tree, tree.marks)
    if found is not None:
        return found
    printed = [
        TimeMark(block.node, at, 0, len(block.text))
        for at, block in enumerate(tree.blocks)
        if tree.furniture[at] is None and (its := stamp(block.text)) and its.clock and not its.dates_the_page
    ]
    return _best(tree, printed, flat=False) if len(printed) > 1 else None


def _best(tree: Tree, marks: Sequence[TimeMark], *, flat: bool = True) -> Repetition | None:
    told: dict[int, list[TimeMark]] = defaultdict(list)
    for mark in marks:
        told[mark.node].append(mark)
    kids: dict[int, list[int]] = defaultdict(list)
    holding = sorted({number for node in told for number in tree.ancestors(node)})
    for number in holding:
        if tree.nodes[number].parent >= 0:
            kids[tree.nodes[number].parent].append(number)
    candidates = [
        *(_units(tree, group, told) for group in _lists(tree, holding, kids, _Measure.of(tree, told))),
        *(_stretches(tree, number, kids[number], told) for number in holding if flat),
    ]
    found = [each for units in candidates if (each := _judged(tree, units)) is not None]
    most = max((each.letters for each in found), default=0)
    good = [each for each in found if each.letters >= _NEARLY * most]
    return max(good, key=lambda each: (len(each.units), each.letters), default=None)


def _sort(tree: Tree, number: int) -> Sort:
    node = tree.nodes[number]
    return node.tag, node.name


def _lists(tree: Tree, holding: Sequence[int], kids: Mapping[int, list[int]], measure: _Measure) -> Iterable[list[int]]:
    """Groups of elements of one sort that hold moments and text, children of one element or of elements alike."""
    groups: dict[Sort, list[int]] = defaultdict(list)
    for number in holding:
        alike: dict[Sort, list[int]] = defaultdict(list)
        for kid in kids.get(number, ()):
            if _beside_moments(tree, kid, measure) >= _TEXTUAL:
                alike[_sort(tree, kid)].append(kid)
        for sort, group in alike.items():
            if len(group) > 1:
                groups[sort] += group
    for sort, group in groups.items():
        chosen = set(group)
        parents = {tree.nodes[number].parent for number in group}
        grandparents = {tree.nodes[parent].parent for parent in parents}
        lone = [
            number
            for number in holding
            if _sort(tree, number) == sort
            and number not in chosen
            and (sort[1] or tree.nodes[tree.nodes[number].parent].parent in grandparents)
            and _beside_moments(tree, number, measure) >= _TEXTUAL
        ]
        yield _outermost(tree, sorted({*group, *lone}))


def _outermost(tree: Tree, group: Sequence[int]) -> list[int]:
    """The elements of a group that stand in no other of it."""
    found: list[int] = []
    for number in group:
        if not found or number >= tree.nodes[found[-1]].last:
            found.append(number)
    return found


def _beside_moments(tree: Tree, number: int, measure: _Measure) -> int:
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
        found.append(Unit(node.first, node.end, _first(marks), number))
    return found


def _first(marks: Sequence[TimeMark]) -> TimeMark:
    """The moment that dates an entry: the first that machines are told, with the line that prints it."""
    best = next((mark for mark in marks if mark.value), marks[0])
    if best.block >= 0:
        return best
    printed = next((mark for mark in marks if mark.block >= 0), None)
    return best if printed is None else replace(printed, value=best.value)


def _holds_title(tree: Tree, number: int) -> bool:
    node = tree.nodes[number]
    return any(tree.blocks[at].tag == "h1" for at in range(node.first, node.end))


def _stretches(tree: Tree, number: int, kids: Sequence[int], told: Mapping[int, list[TimeMark]]) -> list[Unit]:
    """An element's lines cut at the moments that stand directly in it, or in children that hold little else."""
    node = tree.nodes[number]
    own = [mark for mark in told.get(number, ()) if mark.block >= 0]
    heads: list[tuple[int, TimeMark]] = [(mark.block, mark) for mark in own]
    for kid in kids:
        marks = [mark for at in range(kid, tree.nodes[kid].last) for mark in told.get(at, ())]
        heads.append((tree.nodes[kid].first, _first(marks)))
    heads.sort(key=lambda head: head[0])
    if len(heads) < 2:
        return []
    inside = sum(tree.letters(tree.nodes[kid].first, tree.nodes[kid].end) for kid in kids)
    if inside > _AROUND * max(1, tree.letters(node.first, node.end)):
        return []
    starts = _raised(tree, node.first, [at for at, _ in heads])
    ends = [*starts[1:], node.end]
    return [Unit(start, end, mark) for start, end, (_, mark) in zip(starts, ends, heads, strict=True)]


def _raised(tree: Tree, first: int, starts: Sequence[int]) -> list[int]:
    """Where entries begin whose headlines stand above their moments: right there, if all of them do."""
    above = [
        at > first and tree.blocks[at - 1].tag in HEADINGS - {"h1"} and tree.blocks[at].tag not in HEADINGS
        for at in starts
    ]
    return [at - 1 for at in starts] if all(above) else list(starts)


def _judged(tree: Tree, units: Sequence[Unit]) -> Repetition | None:
    if len(units) < 2:
        return None
    total = linked = 0
    for unit in units:
        for at in range(unit.first, unit.end):
            if tree.furniture[at] is None:
                total += len(tree.blocks[at].text)
                linked += tree.blocks[at].linked
    if not total or linked > _LINKED * total:
        return None
    exact = sum(bool(unit.mark.value) for unit in units)
    how = "elements of one sort" if units[0].container >= 0 else "stretches between moments"
    return Repetition(tuple(units), total - linked, f"{len(units)} {how}, {exact} of them with a moment for machines")
