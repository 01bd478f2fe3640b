"""An article by its page's own structure: the element that holds its paragraphs, and the subheads between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from warticker.folding import fold
from warticker.intake.captions import captions
from warticker.intake.clean import Line
from warticker.intake.furniture import furniture
from warticker.intake.pages.fragments import bulleted
from warticker.intake.pages.roles import Roles
from warticker.intake.pages.tags import HEADINGS
from warticker.intake.pages.tree import Tree
from warticker.intake.passages import Passage
from warticker.intake.posts import Post, folded_letters, unset
from warticker.intake.prose import is_headline
from warticker.intake.stamps import stamp
from warticker.model import EmphasisKind

_SHORTEST = 50
"""How many letters a line has that counts as running text."""
_TEXTUAL = frozenset({"p", "li", "blockquote", "td", "dd", "div", "section", "article", "body"})
_ENOUGH = 0.75
"""Which share of a page's running text the element of an article holds at least, of the element around it."""
_ALL = 0.5
"""From which share of a page's article on what it tells machines is all of it, and not its beginning."""
_LONGEST_SUBHEAD = 120


@dataclass(frozen=True, slots=True)
class Article:
    """The sections of an article."""

    posts: tuple[Post, ...]
    letters: int
    why: str


def find(tree: Tree, roles: Roles, title: str, body: str) -> Article | None:
    """The article of a page, as a post for each of its sections; None where nothing is running text.

    `body` is its text as the page tells it to machines; empty where it does not.
    """
    container = _densest(tree)
    if container is None:
        return None
    told = _by_body(tree, body) if body else None
    if told is not None and _letters(tree, told) >= _ALL * _letters(tree, container):
        container = told
    node = tree.nodes[container]
    lines = [at for at in range(node.first, node.end) if tree.furniture[at] is None]
    kinds = _furniture(tree, lines)
    posts: list[Post] = []
    headline: Passage = Passage(title)
    paragraphs: list[Passage] = []
    for at in lines:
        block = tree.blocks[at]
        kind = _kind(tree, at, kinds.get(at), title)
        roles.taken[at] = kind
        if kind == "headline":
            if paragraphs:
                posts.append(Post(headline, tuple(paragraphs)))
            headline, paragraphs = unset(block.passage), []
        elif kind == "paragraph":
            paragraphs.append(bulleted(block, container))
    if paragraphs:
        posts.append(Post(headline, tuple(paragraphs)))
    letters = sum(post.letters for post in posts)
    how = "of the text that it tells machines" if container == told else f"with most paragraphs ({node.tag})"
    return Article(tuple(posts), letters, f"the element {how}, {len(posts)} sections") if posts else None


def _letters(tree: Tree, number: int) -> int:
    return tree.letters(tree.nodes[number].first, tree.nodes[number].end)


def _kind(tree: Tree, at: int, furnished: str | None, title: str) -> str:
    block = tree.blocks[at]
    if block.tag == "h1" or (title and fold(block.text) == fold(title)):
        return "title"
    its = stamp(block.text)
    if its is not None and (not its.rest or its.dates_the_page):
        return "date"
    if furnished:
        return f"dropped: {furnished}"
    if block.tag in HEADINGS or _is_subhead(tree, at):
        return "headline"
    if block.linked > 0.9 * len(block.text) and block.tag not in {"p", "blockquote"}:
        return "dropped: link"
    return "paragraph"


def _furniture(tree: Tree, lines: Sequence[int]) -> dict[int, str]:
    """What lines are furniture by their words, and above the credits of pictures."""
    texts = [Line(tree.blocks[at].text, tree.blocks[at].gap) for at in lines]
    kinds = [furniture(line.text) for line in texts]
    found = {at: kind for at, kind in zip(lines, kinds, strict=True) if kind}
    for number in captions(texts, kinds, [None] * len(texts)):
        if tree.blocks[lines[number]].tag not in {"p", *HEADINGS}:
            found[lines[number]] = "caption"
    return found


def _is_subhead(tree: Tree, at: int) -> bool:
    """Whether a paragraph is set in bold and written like a headline, and no question of an interview."""
    text = tree.blocks[at].text
    if tree.blocks[at].tag == "li" or len(text) > _LONGEST_SUBHEAD or text.endswith("?") or not is_headline(text):
        return False
    return any(
        mark.kind is EmphasisKind.STRONG and mark.span.end - mark.span.start >= len(text) - 1
        for mark in tree.blocks[at].passage.emphasis
    )


def _by_body(tree: Tree, body: str) -> int | None:
    """The smallest element that holds all lines that come again in the text that a page tells machines."""
    letters = folded_letters(body)
    lines = [
        at
        for at, block in enumerate(tree.blocks)
        if tree.furniture[at] is None and len(block.text) >= _SHORTEST and folded_letters(block.text) in letters
    ]
    if not lines or sum(len(tree.blocks[at].text) for at in lines) < 0.5 * len(letters):
        return None
    around = list(tree.ancestors(tree.blocks[lines[0]].node))
    for number in around:
        node = tree.nodes[number]
        if node.first <= lines[0] and lines[-1] < node.end:
            return number
    return None


def _densest(tree: Tree) -> int | None:
    """The smallest element that still holds most of the running text of what is around it."""
    running = {
        at: max(0, len(block.text) - 2 * block.linked)
        for at, block in enumerate(tree.blocks)
        if tree.furniture[at] is None
        and len(block.text) >= _SHORTEST
        and block.tag in _TEXTUAL
        and furniture(block.text) is None
    }
    if not running:
        return None
    held: dict[int, int] = defaultdict(int)
    kids: dict[int, set[int]] = defaultdict(set)
    for at, letters in running.items():
        for number in tree.ancestors(tree.blocks[at].node):
            held[number] += letters
            kids[tree.nodes[number].parent].add(number)
    number = max(kids[-1], key=lambda each: held[each])
    while kids[number]:
        best = max(kids[number], key=lambda each: held[each])
        if held[best] < _ENOUGH * held[number] or tree.nodes[best].tag == "p":
            break
        number = best
    return number
