"""Turns an entry's lines into its headline and paragraphs, and finds the roles of the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from warticker.intake import days
from warticker.intake.leads import headed
from warticker.intake.lines.prose import PERSON, ends_sentence, is_headline
from warticker.intake.lines.stamps import stamp
from warticker.intake.markup.fragments import bulleted, kind_by_words, leads_elsewhere
from warticker.intake.markup.tags import HEADINGS
from warticker.intake.markup.tree import Block, Tree
from warticker.intake.pages.dating import day_headings, moments
from warticker.intake.pages.repeated import signed_stamp
from warticker.intake.pages.units import NEARLY, Unit
from warticker.intake.pages.unstamped import NO_WORDS, bare_lines
from warticker.intake.passages import NOTHING, Passage
from warticker.intake.posts import Post, distinct, tidied
from warticker.model import EmphasisKind

_LEADING = re.compile(r"^[|:–—•·]\s+")
_LONGEST_KICKER = 60
"""The longest text above a headline, and the longest label of entries."""
_FEWEST_LABELLED = 3
"""From how many entries on a common line, if in half of them, does not belong to a report."""


def assembled(
    tree: Tree, units: Sequence[Unit], roles: list[str], base: str | None, calendar: days.Calendar
) -> tuple[Post, ...]:
    """The posts for units."""
    bare = bare_lines(tree, units)
    labels = _labels(tree, units, bare)
    headings = day_headings(tree, units, roles)
    posts = [_post(tree, unit, roles, labels, bare, base) for unit in units]
    when = moments(tree, units, headings, calendar)
    return headed(distinct([post._replace(moment=each) for post, each in zip(posts, when, strict=True)]))


def _post(
    tree: Tree,
    unit: Unit,
    roles: list[str],
    labels: frozenset[str],
    bare: Mapping[int, Passage],
    base: str | None,
) -> Post:
    lines = [at for at in range(unit.first, unit.end) if tree.furniture[at] is None]
    head = _headline(tree, lines, bare, labels)
    headline = NOTHING
    paragraphs: list[tuple[int, Passage]] = []
    for at in lines:
        passage = bare.get(at) or bulleted(tree.blocks[at], max(unit.container, 0))
        role = _role(tree.blocks[at], passage, at in bare, at, head, labels)
        roles[at] = role
        if role == "headline":
            headline = passage.part(start.end() if (start := _LEADING.match(passage.text)) else 0, len(passage.text))
        elif role == "paragraph":
            paragraphs.append((at, passage))
    if head is not None and not paragraphs and (kind := kind_by_words(headline.text)):
        roles[head] = f"dropped: {kind}"
        headline = NOTHING
    post = tidied(Post(headline, tuple(passage for _, passage in paragraphs), address=_address(tree, unit, base)))
    if len(post.paragraphs) < len(paragraphs):
        kept = {passage.text for passage in post.paragraphs}
        roles[paragraphs[0][0]] = "paragraph" if paragraphs[0][1].text in kept else "dropped: doubled"
    return post


def _role(block: Block, passage: Passage, timed: bool, at: int, head: int | None, labels: frozenset[str]) -> str:
    """The role of an entry's line."""
    if at == head:
        return "headline"
    stamped = _is_stamp(block.text)
    if stamped and stamp(block.text) is None:
        return "dropped: byline"
    if NO_WORDS.fullmatch(passage.text):
        return "stamp" if timed else "dropped: rule"
    if stamped:
        return "stamp"
    if passage.text in labels:
        return "dropped: label"
    if kind := kind_by_words(passage.text):
        return f"dropped: {kind}"
    if leads_elsewhere(block):
        return "dropped: link"
    if head is not None and at < head and len(passage.text) <= _LONGEST_KICKER and not ends_sentence(passage.text):
        return "dropped: kicker"
    return "paragraph"


def _headline(tree: Tree, lines: Sequence[int], bare: Mapping[int, Passage], labels: frozenset[str]) -> int | None:
    """The line that is an entry's headline: marked as such, a heading, or emphasised above its text.

    A heading below a text is inside it.
    """
    said = []
    for at in lines:
        passage = bare.get(at) or tree.blocks[at].passage
        if not NO_WORDS.fullmatch(passage.text) and passage.text not in labels and not _is_stamp(passage.text):
            said.append((at, passage))
    for at, _ in said:
        if tree.nodes[tree.blocks[at].node].role == "headline":
            return at
    for at, passage in said:
        if tree.blocks[at].tag in HEADINGS:
            return at
        if ends_sentence(passage.text):
            break
    # Headings in quoted posts are not the entry's.
    said = [each for each in said if not kind_by_words(each[1].text) and tree.within(each[0], {"blockquote"}) < 0]
    below = len(said) > 1 and ends_sentence(said[0][1].text)
    for number, (at, passage) in enumerate(said[: 1 if below else 2]):
        most = len(passage.text) - 2
        bold = any(
            mark.kind is EmphasisKind.STRONG and mark.span.end - mark.span.start >= most for mark in passage.emphasis
        )
        more = number + 1 < len(said)
        if is_headline(passage.text) and not PERSON.fullmatch(passage.text) and (bold or (more and not number)):
            return at
    return None


def _is_stamp(text: str) -> bool:
    its = signed_stamp(text)
    return its is not None and not its.rest


def _labels(tree: Tree, units: Sequence[Unit], bare: Mapping[int, Passage]) -> frozenset[str]:
    """The labels of entries: a name that occurs twice, a line that many of them share literally."""
    counts: Counter[str] = Counter()
    for unit in units:
        counts.update({(bare.get(at) or tree.blocks[at].passage).text for at in range(unit.first, unit.end)})
    many = max(_FEWEST_LABELLED, len(units) / 2)
    nearly_all = max(_FEWEST_LABELLED + 1, NEARLY * len(units))
    return frozenset(
        text
        for text, count in counts.items()
        if (count > 1 and PERSON.fullmatch(text))
        or (count >= many and len(text) <= _LONGEST_KICKER and not ends_sentence(text))
        or count >= nearly_all
    )


def _address(tree: Tree, unit: Unit, base: str | None) -> str | None:
    """An entry's address: its own, else the anchor of its element."""
    container = unit.container if unit.container >= 0 else tree.blocks[unit.first].node
    if tree.nodes[container].first < unit.first or tree.nodes[container].end > unit.end:
        return None
    last = tree.nodes[container].last
    address = next((found for at in range(container, last) if (found := tree.nodes[at].address)), None)
    if address or base is None:
        return address
    anchor = next(
        (tree.nodes[at].anchor for at in range(container, min(last, container + 4)) if tree.nodes[at].anchor), ""
    )
    return f"{base.partition('#')[0]}#{anchor}" if re.fullmatch(r"[\w.:-]{1,200}", anchor) else None
