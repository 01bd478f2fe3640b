"""Entries that no element holds: the stretches of an element's lines from moment to moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from warticker.folding import fold
from warticker.intake.lines.prose import ends_sentence
from warticker.intake.markup.tags import HEADINGS
from warticker.intake.markup.tree import TimeMark, Tree
from warticker.intake.pages.units import Survey, Unit, alike, first_of

_AROUND = 0.5
"""From which share of a stretch's letters on elements hold its texts and do not merely stand beside them."""
_MOST = 0.6
"""From which share of a page's entries on what they have is how its entries are."""
_ABOVE = 3
"""How many lines above a moment its headline is at most."""


def stretches(
    tree: Tree, numbers: Sequence[int], kids: Mapping[int, Sequence[int]], survey: Survey
) -> Iterable[list[Unit]]:
    """The lines of elements alike, cut at the moments that stand directly in them, or in children of one sort."""
    own = {number: _printed(survey.told(number, number + 1)) for number in numbers}
    children = [kid for number in numbers for kid in kids[number]]
    marks = {kid: survey.told(kid, tree.nodes[kid].last) for kid in children}
    most = sum(map(len, own.values())) + sum(map(len, marks.values()))
    yield _all_cut(tree, own)
    total = sum(survey.own(tree.nodes[number].first, tree.nodes[number].end) for number in numbers)
    for (tag, _), group in alike(tree, children, survey).items():
        inside = sum(survey.own(tree.nodes[kid].first, tree.nodes[kid].end) for kid in group)
        covered = sum(len(marks[kid]) for kid in group)
        if (inside > _AROUND * max(1, total) and tag != "p") or covered < _AROUND * most:
            continue
        heads: dict[int, list[tuple[int, TimeMark]]] = {number: [] for number in numbers}
        for kid in group:
            around = tree.nodes[kid].parent
            # A moment below the last line is nobody's.
            if tree.nodes[kid].first < tree.nodes[around].end:
                heads[around].append((tree.nodes[kid].first, first_of(marks[kid])))
        yield _all_cut(tree, heads)


def _printed(marks: Iterable[TimeMark]) -> list[tuple[int, TimeMark]]:
    return [(mark.block, mark) for mark in marks if mark.block >= 0]


def _all_cut(tree: Tree, heads: Mapping[int, Sequence[tuple[int, TimeMark]]]) -> list[Unit]:
    """The stretches of elements, each cut at its moments; none where most of several have but one."""
    several = sum(len(each) > 1 for each in heads.values())
    if several < len(heads) / 2:
        return []
    return [unit for number, each in heads.items() if each for unit in _cut(tree, number, each)]


def _cut(tree: Tree, number: int, heads: Sequence[tuple[int, TimeMark]]) -> list[Unit]:
    """The stretches of an element's lines from moment to moment."""
    node = tree.nodes[number]
    starts = _raised(tree, node.first, [at for at, _ in heads])
    return [*map(Unit, starts, [*starts[1:], node.end], [mark for _, mark in heads])]


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
