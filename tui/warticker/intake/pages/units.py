"""What an entry is on a page before it is read: a stretch of lines with a moment; elements that are of one sort."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from warticker.intake.markup.tree import Node, TimeMark, Tree

LINKED = 0.6
"""Up to which share of linked letters entries are no links to other reports."""
NEARLY = 0.8
"""From which share of what is best on something else is as good."""
WITHIN = 3
"""Among how many of an entry's first lines its day and its time can stand."""


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
class Survey:
    """What stands in a page's elements: moments, and sums from its start, of any stretch the difference of two."""

    marks: Sequence[TimeMark]
    """The moments, in the order of their elements."""
    nodes: Sequence[int]
    """The elements that they stand in, in the same order."""
    letters: Sequence[int]
    """Before each line, how many letters those above have that are no furniture."""
    linked: Sequence[int]
    """The same of letters that lead elsewhere."""
    titles: Sequence[int]
    """Before each line, how many above print the page's title."""
    moments: Sequence[int]
    """Before each element, how many letters the moments of those above have."""

    @classmethod
    def of(cls, tree: Tree, marks: Iterable[TimeMark]) -> Survey:
        """A page surveyed for some of its moments."""
        ordered = sorted(marks, key=lambda mark: mark.node)
        printed = [0] * len(tree.nodes)
        for mark in ordered:
            printed[mark.node] += mark.end - mark.start if mark.block >= 0 else 0
        lengths = (0 if kind else len(each.text) for each, kind in zip(tree.blocks, tree.furniture, strict=True))
        linked = (0 if kind else each.linked for each, kind in zip(tree.blocks, tree.furniture, strict=True))
        titles = (each.tag == "h1" for each in tree.blocks)
        sums = ((0, *accumulate(each)) for each in (lengths, linked, titles, printed))
        return cls(ordered, [mark.node for mark in ordered], *sums)

    def told(self, first: int, last: int) -> Sequence[TimeMark]:
        """The moments that stand in elements from one on and before another."""
        return self.marks[bisect_left(self.nodes, first) : bisect_left(self.nodes, last)]

    def beside_moments(self, tree: Tree, number: int) -> int:
        """How many letters an element has that are not its moments'."""
        node = tree.nodes[number]
        letters = self.letters[node.end] - self.letters[node.first]
        return letters - (self.moments[node.last] - self.moments[number])

    def own(self, first: int, end: int) -> int:
        """How many letters a stretch of lines has that are no furniture and lead nowhere."""
        return self.letters[end] - self.letters[first] - (self.linked[end] - self.linked[first])

    def is_linked(self, node: Node) -> bool:
        """Whether an element leads elsewhere with most of its letters."""
        letters = self.letters[node.end] - self.letters[node.first]
        return self.linked[node.end] - self.linked[node.first] > LINKED * letters


def alike(tree: Tree, numbers: Iterable[int], survey: Survey) -> dict[Sort, list[int]]:
    """Elements by sort: of one tag, with a class in common; without one where no class holds most of them together."""
    groups: dict[Sort, list[int]] = defaultdict(list)
    tags: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        node = tree.nodes[number]
        tags[node.tag].append(number)
        for name in node.names:
            groups[node.tag, name].append(number)
    named: dict[str, int] = defaultdict(int)
    for (tag, _), group in groups.items():
        named[tag] = max(named[tag], len(group))
    for tag, group in tags.items():
        if named[tag] < NEARLY * len(group):
            groups[tag, ""] = [number for number in group if not survey.is_linked(tree.nodes[number])]
    return groups


def first_of(marks: Sequence[TimeMark]) -> TimeMark:
    """The moment that dates an entry: the first that machines are told, with the line that prints it."""
    best = next((mark for mark in marks if mark.value), marks[0])
    if best.block >= 0:
        return best
    printed = next((mark for mark in marks if mark.block >= 0), None)
    return best if printed is None else replace(printed, value=best.value)
