"""An entry on a page before it is read: a range of lines with a time; similar elements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from warticker.intake.markup.survey import Survey
from warticker.intake.markup.tree import TimeMark, Tree

NEARLY = 0.8
"""The share of the best from which something is as good."""
STAMP_REACH = 3
"""Within how many of an entry's first lines its day and its time are."""


class Unit(NamedTuple):
    """The lines of an entry on a page, and the time that dates it."""

    first: int
    end: int
    mark: TimeMark
    container: int = -1
    """The element around all of it; -1 if there is none."""


Sort = tuple[str, str]
"""An element's tag and one of its classes; no class if similar ones share none."""


def alike(tree: Tree, numbers: Iterable[int], survey: Survey) -> dict[Sort, list[int]]:
    """Elements by sort: with the same tag and a common class; without a class if none covers most of them."""
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
    """The time of an entry: the first structured one, with the line that prints it."""
    best = next((mark for mark in marks if mark.value), marks[0])
    printed = next((mark for mark in (best, *marks) if mark.block >= 0), best)
    return printed._replace(value=best.value)
