"""Entries without an element of their own: the stretches of an element's lines from time to time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from warticker.folding import fold
from warticker.intake.lines.prose import ends_sentence
from warticker.intake.markup.survey import Survey
from warticker.intake.markup.tags import HEADINGS
from warticker.intake.markup.tree import Node, TimeMark, Tree
from warticker.intake.pages.units import Unit, alike, first_of

_CONTAINED_SHARE = 0.5
"""The least share of a stretch's letters in elements that contain its texts, instead of being beside them."""
_DECIDING_SHARE = 0.6
"""The share of a page's entries that decides for all."""
_HEADLINE_REACH = 3
"""How many lines above a time its headline may be."""


def stretches(tree: Tree, number: int, kids: Sequence[int], survey: Survey) -> Iterable[list[Unit]]:
    """An element's lines, divided at the times that are directly in it, or in children of one sort.

    `kids` are its children with times.
    """
    node = tree.nodes[number]
    own = [(mark.block, mark) for mark in survey.marks_within(number, number + 1) if mark.block >= 0]
    marks = {kid: survey.marks_within(kid, tree.nodes[kid].last) for kid in kids}
    most = len(own) + sum(map(len, marks.values()))
    yield _cut(tree, node, own)
    total = survey.own(node.first, node.end)
    for (tag, _), group in alike(tree, kids, survey).items():
        inside = sum(survey.own(tree.nodes[kid].first, tree.nodes[kid].end) for kid in group)
        covered = sum(len(marks[kid]) for kid in group)
        if (inside > _CONTAINED_SHARE * max(1, total) and tag != "p") or covered < _CONTAINED_SHARE * most:
            continue
        # A time below the last line belongs to nothing.
        above = (kid for kid in group if tree.nodes[kid].first < node.end)
        yield _cut(tree, node, [(tree.nodes[kid].first, first_of(marks[kid])) for kid in above])


def _cut(tree: Tree, node: Node, heads: Sequence[tuple[int, TimeMark]]) -> list[Unit]:
    """The stretches of an element's lines from time to time."""
    starts = _raised(tree, node.first, [at for at, _ in heads])
    return [*map(Unit, starts, [*starts[1:], node.end], [mark for _, mark in heads])]


def _raised(tree: Tree, first: int, starts: Sequence[int]) -> list[int]:
    """Where entries begin whose headlines are above their times: there, if nearly all of them are."""
    found = [_headed(tree, first, at) for at in starts]
    raised = sum(at != start for at, start in zip(found, starts, strict=True))
    return found if raised >= _DECIDING_SHARE * len(starts) else list(starts)


def _headed(tree: Tree, first: int, at: int) -> int:
    """Where the headline directly above a time begins, even if printed twice; the time itself if there is none."""
    if tree.blocks[at].tag in HEADINGS:
        return at
    above = range(at - 1, max(first, at - _HEADLINE_REACH) - 1, -1)
    head = next((line for line in above if _is_heading(tree, line)), at)
    text = tree.blocks[head].text
    if any(fold(each.text) != fold(text) and ends_sentence(each.text) for each in tree.blocks[head + 1 : at]):
        return at
    return head - 1 if first < head < at and tree.blocks[head - 1].text == text else head


def _is_heading(tree: Tree, at: int) -> bool:
    return tree.blocks[at].tag in HEADINGS - {"h1"}
