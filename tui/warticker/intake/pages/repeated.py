"""The entries of a page by its own structure: elements of one sort that come again, each with a moment of its own.

No outlet is known here, nor any class. What repeats is found from the moments that a page tells: an element with
several children of one sort that hold moments and text is a list of entries, be it within a list of days. Where the
moments stand beside the texts and not around them, each entry goes on to the next moment.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from warticker.folding import fold
from warticker.intake.furniture import furniture
from warticker.intake.pages.tags import HEADINGS
from warticker.intake.pages.tree import Node, TimeMark, Tree
from warticker.intake.prose import ends_sentence
from warticker.intake.stamps import stamp

_TEXTUAL = 15
"""How many letters beside its moment an element has at least that is an entry."""
_LINKED = 0.6
"""Up to which share of linked letters entries are no links to other reports."""
_NEARLY = 0.8
"""From which share of the best one's letters on a finer division is as good: entries, and not the days they are of."""
_AROUND = 0.5
"""From which share of a stretch's letters on elements hold its texts and do not merely stand beside them."""
_MOST = 0.6
"""From which share of a page's entries on what they have is how its entries are."""
_FEW = 0.4
"""Up to which share of its entries a page can lack the moments of some."""
_FEWEST = 3
"""From how many entries on it can be told what they have in common."""
_SEVERAL = 2
"""From how many elements on that an element holds it is a list of them."""
_BEGINNING = frozenset({"dd", *HEADINGS}) - {"h1"}
"""Elements of which an entry has one, and more are more entries."""
_ITEMS = frozenset({"article", "li", "tr"})
"""Elements that are alike where they stand side by side."""
_ABOVE = 3
"""How many lines above a moment its headline is at most."""


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
"""An element's tag and one of its classes; no class where those of its sort share none."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """Sums from a page's start: of any stretch the difference of two."""

    letters: Sequence[int]
    """Before each line, how many letters those above have that are no furniture."""
    linked: Sequence[int]
    """The same of letters that lead elsewhere."""
    moments: Sequence[int]
    """Before each element, how many letters the moments of those above have."""

    @classmethod
    def of(cls, tree: Tree, told: Mapping[int, list[TimeMark]]) -> _Measure:
        """The sums of a page."""
        lengths = (0 if kind else len(each.text) for each, kind in zip(tree.blocks, tree.furniture, strict=True))
        printed = (
            sum(mark.end - mark.start for mark in told.get(at, ()) if mark.block >= 0) for at in range(len(tree.nodes))
        )
        linked = (0 if kind else each.linked for each, kind in zip(tree.blocks, tree.furniture, strict=True))
        return cls((0, *accumulate(lengths)), (0, *accumulate(linked)), (0, *accumulate(printed)))

    def is_linked(self, node: Node) -> bool:
        """Whether an element leads elsewhere with most of its letters."""
        letters = self.letters[node.end] - self.letters[node.first]
        return self.linked[node.end] - self.linked[node.first] > _LINKED * letters


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
    measure = _Measure.of(tree, told)
    candidates = [
        *(_units(tree, group, told) for group in _lists(tree, holding, kids, measure)),
        *(units for number in holding if flat for units in _stretches(tree, number, kids[number], told, measure)),
    ]
    found = [each for units in candidates if (each := _judged(tree, units)) is not None]
    most = max((each.letters for each in found), default=0)
    good = [each for each in found if each.letters >= _NEARLY * most]
    return max(good, key=lambda each: (len(each.units), each.letters), default=None)


def _alike(tree: Tree, numbers: Iterable[int], measure: _Measure) -> dict[Sort, list[int]]:
    """Elements by sort: of one tag, with a class in common; without one where no class holds most of them together."""
    groups: dict[Sort, list[int]] = defaultdict(list)
    tags: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        node = tree.nodes[number]
        tags[node.tag].append(number)
        for name in node.names:
            groups[node.tag, name].append(number)
    for tag, group in tags.items():
        named = max((len(groups[sort]) for sort in groups if sort[0] == tag), default=0)
        if named < _NEARLY * len(group):
            groups[tag, ""] = [number for number in group if not measure.is_linked(tree.nodes[number])]
    return groups


def _lists(tree: Tree, holding: Sequence[int], kids: Mapping[int, list[int]], measure: _Measure) -> Iterable[list[int]]:
    """Groups of elements of one sort with moments and text, children of one element or of elements alike.

    Those between them that lack a moment alone are of them.
    """
    groups: dict[Sort, set[int]] = defaultdict(set)
    textual = [number for number in holding if _beside_moments(tree, number, measure) >= _TEXTUAL]
    for number in holding:
        mine = [kid for kid in kids.get(number, ()) if _beside_moments(tree, kid, measure) >= _TEXTUAL]
        for sort, group in _alike(tree, mine, measure).items():
            if len(group) > 1:
                groups[sort] |= {*group, *_without_moment(tree, number, sort, group, measure)}
    sorts: dict[Sort, list[int]] = defaultdict(list)
    for number in textual:
        for name in ("", *tree.nodes[number].names):
            sorts[tree.nodes[number].tag, name].append(number)
    for sort, chosen in groups.items():
        grandparents = {tree.nodes[tree.nodes[number].parent].parent for number in chosen}
        lone = [
            number
            for number in sorts[sort]
            if number not in chosen and (sort[1] or tree.nodes[tree.nodes[number].parent].parent in grandparents)
        ]
        group = sorted({*chosen, *lone})
        yield _outermost(tree, group if sort[1] else _finest(tree, group))


def _without_moment(tree: Tree, parent: int, sort: Sort, group: Sequence[int], measure: _Measure) -> Sequence[int]:
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
        found.append(Unit(node.first, node.end, _first(marks) if marks else TimeMark(number), number))
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


def _stretches(
    tree: Tree, number: int, kids: Sequence[int], told: Mapping[int, list[TimeMark]], measure: _Measure
) -> Iterable[list[Unit]]:
    """An element's lines cut at the moments that stand directly in it, or in children of one sort."""
    node = tree.nodes[number]
    own = [(mark.block, mark) for mark in told.get(number, ()) if mark.block >= 0]
    marks = {kid: [mark for at in range(kid, tree.nodes[kid].last) for mark in told.get(at, ())] for kid in kids}
    most = len(own) + sum(map(len, marks.values()))
    if len(own) > 1:
        yield _cut(tree, number, own)
    for group in _alike(tree, kids, measure).values():
        inside = sum(tree.letters(tree.nodes[kid].first, tree.nodes[kid].end) for kid in group)
        covered = sum(len(marks[kid]) for kid in group)
        beside = inside <= _AROUND * max(1, tree.letters(node.first, node.end))
        if len(group) > 1 and beside and covered >= _AROUND * most:
            yield _cut(tree, number, [(tree.nodes[kid].first, _first(marks[kid])) for kid in group])


def _cut(tree: Tree, number: int, heads: Sequence[tuple[int, TimeMark]]) -> list[Unit]:
    """The stretches of an element's lines from moment to moment, those that lack theirs alone included."""
    node = tree.nodes[number]
    starts = _raised(tree, node.first, [at for at, _ in heads])
    ends = [*starts[1:], node.end]
    parts = [(child, tree.nodes[child].first) for child in tree.children(number)]
    opening = _opening(tree, parts, starts, ends)
    found: list[Unit] = []
    for start, end, (_, mark) in zip(starts, ends, heads, strict=True):
        again = [at for child, at in parts if start <= at < end and _begins(tree, child) == opening][1:]
        begins, stops = [start, *again], [*again, end]
        marks = [mark, *(TimeMark(number) for _ in again)]
        found += map(Unit, begins, stops, marks)
    return found


def _opening(tree: Tree, parts: Sequence[tuple[int, int]], starts: Sequence[int], ends: Sequence[int]) -> str:
    """The tag of which nearly each of several stretches has one element; empty where there is none."""
    if len(starts) < _FEWEST:
        return ""
    counts: Counter[str] = Counter()
    for start, end in zip(starts, ends, strict=True):
        inside = Counter(_begins(tree, child) for child, at in parts if start <= at < end)
        counts.update(tag for tag, count in inside.items() if count == 1)
    found = [(count, tag) for tag, count in counts.items() if tag and count >= _MOST * len(starts)]
    return max(found, default=(0, ""))[1]


def _begins(tree: Tree, number: int) -> str:
    """The tag of an element that can begin an entry; empty for any other, and for the heading of a box."""
    node = tree.nodes[number]
    if node.tag not in _BEGINNING or node.first == node.end or tree.furniture[node.first]:
        return ""
    return "" if furniture(tree.blocks[node.first].text) else node.tag


def _raised(tree: Tree, first: int, starts: Sequence[int]) -> list[int]:
    """Where entries begin whose headlines stand above their moments: right there, if nearly all of them do."""
    found = [_headed(tree, first, at) for at in starts]
    raised = sum(at != start for at, start in zip(found, starts, strict=True))
    return found if raised >= _MOST * len(starts) else list(starts)


def _headed(tree: Tree, first: int, at: int) -> int:
    """Where the headline right above a moment begins, be it printed twice; the moment itself where there is none."""
    if tree.blocks[at].tag in HEADINGS:
        return at
    head = next((above for above in range(at - 1, max(first, at - _ABOVE) - 1, -1) if _is_heading(tree, above)), at)
    text = tree.blocks[head].text
    if any(fold(each.text) != fold(text) and ends_sentence(each.text) for each in tree.blocks[head + 1 : at]):
        return at
    while head > first and tree.blocks[head - 1].text == text:
        head -= 1
    return head


def _is_heading(tree: Tree, at: int) -> bool:
    return tree.blocks[at].tag in HEADINGS - {"h1"}


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
