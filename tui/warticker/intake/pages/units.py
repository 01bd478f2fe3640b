"""What an entry is on a page before it is read: a stretch of lines with a moment; elements that are of one sort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from warticker.intake.markup.survey import Survey
from warticker.intake.markup.tree import TimeMark, Tree

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
