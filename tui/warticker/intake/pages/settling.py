"""Which lines of a tree are page furniture: by the elements that they stand in, unless these hold too much for that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from warticker.intake.pages.furnishing import LINKS
from warticker.intake.pages.tree import Node, TimeMark, Tree
from warticker.intake.stamps import stamp

_TOO_MUCH = 0.35
"""From which share of a page's letters on an element is no furniture, whatever it is called."""
_ALL = 0.9
"""The same of the letters of a report's text alone."""
_MOSTLY = 0.5
"""From which share of linked letters on a box leads elsewhere."""
_NEARLY_ALL = 0.7
"""From which share of linked letters on a box that is called nothing leads elsewhere, moments being no links."""
_LEADS = 3
"""How many lines lead there at least; one less where no moment stands with them, as with an entry that is a link."""
_SURE = frozenset({"navigation", "hidden", "form", "button", "without scripts", "consent"})
_BESIDE = frozenset({"aside", "header", "footer"})
_ON_A_LINE = 5
"""How many moments a line prints at most; others are text about times."""
_SHORT = 60
"""Within how many letters an aside or a header is a time or a name beside an entry."""


def settle(tree: Tree, whole: bool = True) -> None:
    """Say of each line in which kind of furniture it stands, and leave out the moments that furniture tells.

    A tree that is not a whole page but a report's text may well have more furniture than words.
    """
    most = _TOO_MUCH if whole else _ALL
    total = sum(len(block.text) for block in tree.blocks) or 1
    lengths = [0]
    linked = [0]
    leads = [0]
    titles = [0]
    for block in tree.blocks:
        lengths.append(lengths[-1] + len(block.text))
        linked.append(linked[-1] + block.linked)
        leads.append(leads[-1] + (block.linked >= _MOSTLY * len(block.text)))
        titles.append(titles[-1] + (block.tag == "h1"))
    kinds: list[str | None] = []
    told_in = Counter(mark.node for mark in tree.marks)
    times = (0, *accumulate(told_in[number] for number in range(len(tree.nodes))))
    for number, node in enumerate(tree.nodes):
        kind = kinds[node.parent] if node.parent >= 0 else None
        size = lengths[node.end] - lengths[node.first]
        share = (linked[node.end] - linked[node.first]) / max(1, size)
        told = node.furniture
        if told is None and share >= _NEARLY_ALL:
            few = _LEADS if _tells_time(times, number, node) else _LEADS - 1
            told = LINKS if leads[node.end] - leads[node.first] >= few else None
        if kind is None and told is not None and node.tag not in {"html", "body", "main"}:
            kind = told
            holds_title = titles[node.end] > titles[node.first]
            too_much = kind not in _SURE and (size > most * total or holds_title)
            beside = (
                kind in _BESIDE and size <= _SHORT and (_tells_time(times, number, node) or _prints_time(tree, node))
            )
            if too_much or beside or (kind == LINKS and share < _MOSTLY):
                kind = None
        kinds.append(kind)
    tree.furniture = [kinds[block.node] for block in tree.blocks]
    tree.marks = _kept(tree, kinds)


def _kept(tree: Tree, kinds: Sequence[str | None]) -> list[TimeMark]:
    """The moments that are not furniture's, a quotation's or a picture's, nor one of many on a line."""
    quoted: list[bool] = []
    for node in tree.nodes:
        around = quoted[node.parent] if node.parent >= 0 else False
        quoted.append(around or node.tag in {"blockquote", "figure"})
    printed = Counter(mark.block for mark in tree.marks if mark.block >= 0)
    return [
        mark
        for mark in tree.marks
        if kinds[mark.node] is None and not quoted[mark.node] and printed[mark.block] <= _ON_A_LINE
    ]


def _prints_time(tree: Tree, node: Node) -> bool:
    found = (stamp(block.text) for block in tree.blocks[node.first : node.end])
    return any(its is not None and its.clock is not None for its in found)


def _tells_time(times: Sequence[int], number: int, node: Node) -> bool:
    return times[node.last] > times[number]
