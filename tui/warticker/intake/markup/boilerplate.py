"""Which lines of a tree are page furniture: by their elements, unless these hold too much for that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from warticker.intake.lines.stamps import stamp
from warticker.intake.markup.element_kinds import AUTHOR, COMMENTS, LINKS
from warticker.intake.markup.survey import Survey
from warticker.intake.markup.tags import HEADINGS
from warticker.intake.markup.tree import RUNNING, Block, Node, TimeMark, Tree

_TOO_MUCH = 0.35
"""An element with more than this share of a page's letters is not furniture, whatever its name."""
_TOO_MUCH_OF_A_TEXT = 0.9
"""The same for the letters of a report's text alone."""
_MOST_TEXT = 0.5
"""A visible element with more than this share of a page's text is not furniture: some forms hold whole pages."""
_LINK_SHARE = 0.5
"""A box with more than this share of linked letters leads elsewhere."""
_UNNAMED_LINK_SHARE = 0.7
"""An unnamed box with more than this share of linked letters leads elsewhere; times do not count as links."""
_FEWEST_LINKS = 3
"""The fewest lines with links there; one less without times, as opposed to an entry that is a link."""
_FEWEST_TIMES = 3
"""From how many times outside furniture on a page has entries of its own."""
_SURE = frozenset({"navigation", "hidden", "form", "button", "without scripts", "consent"})
_UNSEEN = frozenset({"hidden", "consent", "without scripts"})
"""Furniture that readers do not see."""
_BRIEF = frozenset({"social", "pager", "player", "caption", "promotion", "advertisement", "poll"})
"""Furniture of a few words without a report, unless a report's own element has such a name: `share`, `paywall`."""
_BESIDE = frozenset({"aside", "header", "footer", AUTHOR})
_TEXT_IN_FIGURES = frozenset({"blockquote", "table", "pre", "ul", "ol"})
"""Contents of figures that are text, unlike pictures (HTML, 4.4.12)."""
_ON_A_LINE = 5
"""The most times on a line; others are text about times, and each costs a look at its line."""
_OWN_TEXT = 500
"""The fewest letters of text beside readers' comments on a page with a text of its own."""
_LONGEST_LABEL = 60
"""The most letters of an aside or a header that is a time or a name beside an entry."""
_LONGEST_LINK_LABEL = 15
"""The same for the letters beside the time of a link."""


def _text_letters(block: Block) -> int:
    return len(block.text) if len(block.text) >= RUNNING and block.linked < _LINK_SHARE * len(block.text) else 0


def settle(tree: Tree, whole: bool = True) -> None:
    """Set the kind of furniture of each line, and remove the times within furniture.

    A tree of only a report's text, not a whole page, may well have more furniture than words.
    """
    most = _TOO_MUCH if whole else _TOO_MUCH_OF_A_TEXT
    survey = Survey.of(tree, tree.marks)
    leads = (0, *accumulate(block.linked >= _LINK_SHARE * len(block.text) for block in tree.blocks))
    texts = (0, *accumulate(map(_text_letters, tree.blocks)))
    total = survey.letters[-1] or 1
    entries = _entries(tree, survey, texts, most)
    kinds: list[str | None] = []
    inside = 0
    for number, node in enumerate(tree.nodes):
        kind = kinds[node.parent] if node.parent >= 0 else None
        if kind == "picture" and (node.tag in _TEXT_IN_FIGURES or node.furniture == "caption"):
            kind = None
        size = survey.letters[node.end] - survey.letters[node.first]
        share = (survey.linked[node.end] - survey.linked[node.first]) / max(1, size)
        own_kind = node.furniture
        if own_kind == LINKS and node.tag in HEADINGS and survey.holds_time(tree, node.parent):
            # An entry in a list has a heading with the same name as those of link boxes.
            own_kind = None
        if own_kind is None and share >= _UNNAMED_LINK_SHARE:
            few = _FEWEST_LINKS if survey.holds_time(tree, number) else _FEWEST_LINKS - 1
            own_kind = LINKS if leads[node.end] - leads[node.first] >= few else None
        if own_kind == COMMENTS and (node.names in entries or node.end <= inside):
            # The parts of an entry are named like it.
            own_kind, inside = None, max(inside, node.end)
        if kind is None and own_kind is not None and node.tag not in {"html", "body", "main"}:
            kind = own_kind
            holds_title = survey.titles[node.end] > survey.titles[node.first]
            text = texts[node.end] - texts[node.first]
            too_much = kind not in _SURE and (holds_title or (kind != COMMENTS and size > most * total))
            too_much = too_much or (kind == AUTHOR and text > 0) or (kind in _BRIEF and text > _OWN_TEXT)
            if kind not in _UNSEEN and kind != COMMENTS:
                too_much = too_much or text > _MOST_TEXT * texts[-1]
            own = survey.beside_moments(tree, number)
            near = kind == AUTHOR or (
                size <= _LONGEST_LABEL if kind in _BESIDE else kind == LINKS and own <= _LONGEST_LINK_LABEL
            )
            beside = near and (survey.holds_time(tree, number) or _prints_time(tree, node))
            if too_much or beside or (kind == LINKS and share < _LINK_SHARE):
                kind = None
        kinds.append(kind)
    tree.furniture = [kinds[block.node] for block in tree.blocks]
    tree.marks = _kept(tree, kinds)


def _entries(tree: Tree, survey: Survey, running: Sequence[int], most: float) -> frozenset[tuple[str, ...]]:
    """The names of elements called comments that are a page's main content: a forum's, a ticker's.

    Together they hold much of a page that has little other text, and no times; readers may write more than the page.
    """
    letters, texts, ends = Counter[tuple[str, ...]](), Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    own = (mark for mark in tree.marks if not any(tree.nodes[each].furniture for each in tree.ancestors(mark.node)))
    if sum(1 for _ in own) >= _FEWEST_TIMES:
        return frozenset()
    for node in tree.nodes:
        if node.furniture == COMMENTS and node.first >= ends[node.names]:
            ends[node.names] = node.end
            letters[node.names] += survey.letters[node.end] - survey.letters[node.first]
            texts[node.names] += running[node.end] - running[node.first]
    large = (names for names, size in letters.items() if size > most * survey.letters[-1])
    return frozenset(names for names in large if running[-1] - texts[names] < _OWN_TEXT)


def _kept(tree: Tree, kinds: Sequence[str | None]) -> list[TimeMark]:
    """The times outside furniture, quotations and pictures, and of lines without many.

    The attributes of a header, footer or aside may well give the time of the entry around it.
    """
    quoted: list[bool] = []
    for node in tree.nodes:
        around = quoted[node.parent] if node.parent >= 0 else False
        quoted.append(around or node.tag in {"blockquote", "figure"})
    printed = Counter(mark.block for mark in tree.marks if mark.block >= 0)
    return [
        mark
        for mark in tree.marks
        if (kinds[mark.node] is None or (mark.value and kinds[mark.node] in _BESIDE))
        and not quoted[mark.node]
        and printed[mark.block] <= _ON_A_LINE
    ]


def _prints_time(tree: Tree, node: Node) -> bool:
    found = (stamp(block.text) for block in tree.blocks[node.first : node.end])
    return any(its is not None and its.clock is not None for its in found)
