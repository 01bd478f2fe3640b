"""What an entry is on a page before it is read: a stretch of lines with a moment; elements that are of one sort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from warticker.intake.pages.tree import Node, TimeMark, Tree

LINKED = 0.6
"""Up to which share of linked letters entries are no links to other reports."""
NEARLY = 0.8
"""From which share of what is best on something else is as good."""


@dataclass(frozen=True, slots=True)
class Unit:
    """An entry's lines."""

    first: int
    end: int
    mark: TimeMark
    container: int = -1
    """The element that holds all of it; -1 where none does."""


Sort = tuple[str, str]
"""An element's tag and one of its classes; no class where those of its sort share none."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Sums from a page's start: of any stretch the difference of two."""

    letters: Sequence[int]
    """Before each line, how many letters those above have that are no furniture."""
    linked: Sequence[int]
    """The same of letters that lead elsewhere."""
    moments: Sequence[int]
    """Before each element, how many letters the moments of those above have."""

    @classmethod
    def of(cls, tree: Tree, told: Mapping[int, list[TimeMark]]) -> Measure:
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
        return self.linked[node.end] - self.linked[node.first] > LINKED * letters


def alike(tree: Tree, numbers: Iterable[int], measure: Measure) -> dict[Sort, list[int]]:
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
        if named < NEARLY * len(group):
            groups[tag, ""] = [number for number in group if not measure.is_linked(tree.nodes[number])]
    return groups


def first_of(marks: Sequence[TimeMark]) -> TimeMark:
    """The moment that dates an entry: the first that machines are told, with the line that prints it."""
    best = next((mark for mark in marks if mark.value), marks[0])
    if best.block >= 0:
        return best
    printed = next((mark for mark in marks if mark.block >= 0), None)
    return best if printed is None else replace(printed, value=best.value)
