"""Precomputed sums over a page's elements, for questions asked of each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, zip_longest
from typing import NamedTuple

from warticker.intake.markup.tree import Node, TimeMark, Tree

LINKED = 0.6
"""Entries with at most this share of linked letters are not links to other reports."""


class Survey(NamedTuple):
    """What a page's elements contain: times, and prefix sums, of which a range is the difference of two."""

    marks: Sequence[TimeMark]
    """The times, in the order of their elements."""
    nodes: Sequence[int]
    """Their elements, in the same order."""
    letters: Sequence[int]
    """Before each line, the number of non-furniture letters above."""
    linked: Sequence[int]
    """The same for letters of links elsewhere."""
    titles: Sequence[int]
    """Before each line, how many lines above are the page's title."""
    moments: Sequence[int]
    """Before each element, the number of letters in the times of those above."""

    @classmethod
    def of(cls, tree: Tree, marks: Iterable[TimeMark]) -> Survey:
        """The survey of a page for some of its times."""
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

    def marks_within(self, first: int, last: int) -> Sequence[TimeMark]:
        """The times in elements from one on and before another."""
        return self.marks[bisect_left(self.nodes, first) : bisect_left(self.nodes, last)]

    def holds_time(self, tree: Tree, number: int) -> bool:
        """Whether an element contains a time."""
        return number >= 0 and bool(self.marks_within(number, tree.nodes[number].last))

    def beside_moments(self, tree: Tree, number: int) -> int:
        """How many letters of an element are not in its times."""
        node = tree.nodes[number]
        letters = self.letters[node.end] - self.letters[node.first]
        return letters - (self.moments[node.last] - self.moments[number])

    def own(self, first: int, end: int) -> int:
        """How many letters of a range of lines are neither furniture nor links elsewhere."""
        return self.letters[end] - self.letters[first] - (self.linked[end] - self.linked[first])

    def is_linked(self, node: Node) -> bool:
        """Whether most of an element's letters are links elsewhere."""
        letters = self.letters[node.end] - self.letters[node.first]
        return self.linked[node.end] - self.linked[node.first] > LINKED * letters
