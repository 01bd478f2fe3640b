"""Which lines of a tree are page furniture: by the elements that they stand in, unless these hold too much for that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from warticker.intake.lines.stamps import stamp
from warticker.intake.markup.element_kinds import AUTHOR, COMMENTS, LINKS
from warticker.intake.markup.survey import Survey
from warticker.intake.markup.tags import HEADINGS
from warticker.intake.markup.tree import Block, Node, TimeMark, Tree

_TOO_MUCH = 0.35
"""From which share of a page's letters on an element is no furniture, whatever it is called."""
_ALL = 0.9
"""The same of the letters of a report's text alone."""
_MOST_TEXT = 0.5
"""From which share of a page's text on an element that is seen is no furniture: some forms hold whole pages."""
_MOSTLY = 0.5
"""From which share of linked letters on a box leads elsewhere."""
_NEARLY_ALL = 0.7
"""From which share of linked letters on a box that is called nothing leads elsewhere, moments being no links."""
_LEADS = 3
"""How many lines lead there at least; one less where no moment stands with them, as with an entry that is a link."""
_SURE = frozenset({"navigation", "hidden", "form", "button", "without scripts", "consent"})
_UNSEEN = frozenset({"hidden", "consent", "without scripts"})
"""Those that no reader of the page is to see."""
_BRIEF = frozenset({"social", "pager", "player", "caption", "promotion", "advertisement", "poll"})
"""Those that have a few words and no report, unless a report's own element is called so: `share`, `paywall`."""
_BESIDE = frozenset({"aside", "header", "footer", AUTHOR})
_SHOWN = frozenset({"blockquote", "table", "pre", "ul", "ol"})
"""What figures show that is text, as pictures are not (HTML, 4.4.12)."""
_ON_A_LINE = 5
"""How many moments a line prints at most; others are text about times, and each costs a look at its line."""
_RUNNING = 60
"""From how many letters on a line is text."""
_OWN = 500
"""How many letters of text a page has beside what readers wrote, if that is no more than comments on it."""
_SHORT = 60
"""Within how many letters an aside or a header is a time or a name beside an entry."""
_FEW = 15
"""The same of the letters beside the time of what is linked."""


def _text_letters(block: Block) -> int:
    return len(block.text) if len(block.text) >= _RUNNING and block.linked < _MOSTLY * len(block.text) else 0


def settle(tree: Tree, whole: bool = True) -> None:
    """Say of each line in which kind of furniture it stands, and leave out the moments that furniture tells.

    A tree that is not a whole page but a report's text may well have more furniture than words.
    """
    most = _TOO_MUCH if whole else _ALL
    survey = Survey.of(tree, tree.marks)
    leads = (0, *accumulate(block.linked >= _MOSTLY * len(block.text) for block in tree.blocks))
    texts = (0, *accumulate(map(_text_letters, tree.blocks)))
    total = survey.letters[-1] or 1
    entries = _entries(tree, survey, texts, most)
    kinds: list[str | None] = []
    inside = 0
    for number, node in enumerate(tree.nodes):
        kind = kinds[node.parent] if node.parent >= 0 else None
        if kind == "picture" and (node.tag in _SHOWN or node.furniture == "caption"):
            kind = None
        size = survey.letters[node.end] - survey.letters[node.first]
        share = (survey.linked[node.end] - survey.linked[node.first]) / max(1, size)
        told = node.furniture
        if told == LINKS and node.tag in HEADINGS and survey.tells_moment(tree, node.parent):
            # An entry of a list has a heading that is called as those of boxes of links are.
            told = None
        if told is None and share >= _NEARLY_ALL:
            few = _LEADS if survey.tells_moment(tree, number) else _LEADS - 1
            told = LINKS if leads[node.end] - leads[node.first] >= few else None
        if told == COMMENTS and (node.names in entries or node.end <= inside):
            # What an entry consists of is called as it is.
            told, inside = None, max(inside, node.end)
        if kind is None and told is not None and node.tag not in {"html", "body", "main"}:
            kind = told
            holds_title = survey.titles[node.end] > survey.titles[node.first]
            text = texts[node.end] - texts[node.first]
            too_much = kind not in _SURE and (holds_title or (kind != COMMENTS and size > most * total))
            too_much = too_much or (kind == AUTHOR and text > 0) or (kind in _BRIEF and text > _OWN)
            if kind not in _UNSEEN and kind != COMMENTS:
                too_much = too_much or text > _MOST_TEXT * texts[-1]
            own = survey.beside_moments(tree, number)
            near = kind == AUTHOR or (size <= _SHORT if kind in _BESIDE else kind == LINKS and own <= _FEW)
            beside = near and (survey.tells_moment(tree, number) or _prints_time(tree, node))
            if too_much or beside or (kind == LINKS and share < _MOSTLY):
                kind = None
        kinds.append(kind)
    tree.furniture = [kinds[block.node] for block in tree.blocks]
    tree.marks = _kept(tree, kinds)


def _entries(tree: Tree, survey: Survey, running: Sequence[int], most: float) -> frozenset[tuple[str, ...]]:
    """What elements are called that are called comments, and are what the page is there for: a forum's, a ticker's.

    Together they hold much of a page that has little text of its own beside them, and no moments; readers may write
    more than it does.
    """
    letters, texts, ends = Counter[tuple[str, ...]](), Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    own = (mark for mark in tree.marks if not any(tree.nodes[each].furniture for each in tree.ancestors(mark.node)))
    if sum(1 for _ in own) >= _LEADS:
        return frozenset()
    for node in tree.nodes:
        if node.furniture == COMMENTS and node.first >= ends[node.names]:
            ends[node.names] = node.end
            letters[node.names] += survey.letters[node.end] - survey.letters[node.first]
            texts[node.names] += running[node.end] - running[node.first]
    large = (names for names, size in letters.items() if size > most * survey.letters[-1])
    return frozenset(names for names in large if running[-1] - texts[names] < _OWN)


def _kept(tree: Tree, kinds: Sequence[str | None]) -> list[TimeMark]:
    """The moments that are not furniture's, a quotation's or a picture's, nor one of many on a line.

    What a header, footer or aside tells machines may well be when the entry around it was published.
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
