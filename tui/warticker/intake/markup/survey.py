"""What stands in the elements of a page, for questions that are asked of each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest

from warticker.intake.markup.tree import Node, TimeMark, Tree

LINKED = 0.6
"""Up to which share of linked letters entries are no links to other reports."""


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
            printed[mark.node] += max(0, mark.end - mark.start)
        kept = [None if kind else each for each, kind in zip_longest(tree.blocks, tree.furniture)]
        lengths = (len(each.text) if each else 0 for each in kept)
        linked = (each.linked if each else 0 for each in kept)
        titles = (each.tag == "h1" for each in tree.blocks)
        sums = ((0, *accumulate(each)) for each in (lengths, linked, titles, printed))
        return cls(ordered, [mark.node for mark in ordered], *sums)

    def told(self, first: int, last: int) -> Sequence[TimeMark]:
        """The moments that stand in elements from one on and before another."""
        return self.marks[bisect_left(self.nodes, first) : bisect_left(self.nodes, last)]

    def tells_moment(self, tree: Tree, number: int) -> bool:
        """Whether a moment stands in an element."""
        return number >= 0 and bool(self.told(number, tree.nodes[number].last))

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
