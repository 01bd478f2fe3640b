"""An article by its page's own structure: the element with its paragraphs, and the subheads between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from warticker.folding import fold
from warticker.intake.lines.prose import ends_sentence, is_headline
from warticker.intake.markup.fragments import bulleted, kind_by_words
from warticker.intake.markup.tags import HEADINGS
from warticker.intake.markup.tree import Block, Tree
from warticker.intake.pages.days import publication
from warticker.intake.passages import Passage
from warticker.intake.posts import Post, folded_letters, unset
from warticker.model import EmphasisKind

_SHORTEST_TEXT = 50
"""From how many letters on a line counts as running text."""
_TEXTUAL = frozenset({"p", "li", "blockquote", "td", "dd", "div", "section", "article", "body"})
_TEXT_SHARE = 0.75
"""The least share of a page's running text in an article's element, compared with the element around it."""
_LONGEST_BODY = 100_000
"""How many letters of a text lines are searched in, of the structured one or of the article's own."""
_BODY_SHARE = 0.5
"""The least share of a page's article in structured data that is all of it, and not its beginning."""
_LONGEST_SUBHEAD = 120
_LONGEST_TEASER = 400
"""The most letters of a teaser for another article, or its largest share of this one's."""
_TEASER_SHARE = 0.2
_SHORTEST_TITLE = 20
"""The fewest letters of a title that no other heading ends with."""
_LONGEST_CAPTION = 250
_MOST_WRAPPERS = 2
"""In how many elements an article's text may be, as parts of it."""
_LINK_SHARE = 0.9
"""A line with more than this share of linked letters is a link."""
_TEXTS = frozenset({"p", "li", "blockquote", "td", "dd"})
"""Elements of running text."""
_PICTURED = frozenset({"picture", "caption", "credit", "player", "consent", "button", "advertisement"})
"""Text with a picture, or in its place until a reader consents to loading it."""
_LONGEST_LEAD = 3
"""The most lines of a lead."""
_MOST_QUOTATIONS = 100
"""How many quotations are searched for in the text."""
_SHORTEST_PULLED = 20
"""The fewest letters of a quotation that is told from words of the text."""


class Article(NamedTuple):
    """The sections of an article."""

    posts: tuple[Post, ...]
    letters: int
    why: str


def find(tree: Tree, roles: list[str], title: str, body: str) -> Article | None:
    """The article of a page, as a post for each of its sections; None if nothing is running text.

    `body` is its text in the page's structured data; empty if there is none.
    """
    container = _densest(tree)
    if container is None:
        return None
    structured = _by_body(tree, body) if body else None
    if structured is not None and _letters(tree, structured) >= _BODY_SHARE * _letters(tree, container):
        container = structured
    node = tree.nodes[container]
    inside = [at for at in range(node.first, node.end) if tree.furniture[at] is None]
    lines = sorted({*_lead(tree, title, node.first), *_beside(tree, container), *inside})
    kinds = _left_out(tree, container, lines)
    posts: list[Post] = []
    headline: Passage = Passage(title)
    paragraphs: list[Passage] = []
    printed = next((at for at in lines if _is_title(tree.blocks[at], title)), -1)
    for at, kind in _with_lone_headings(tree, {at: _kind(tree, at, kinds.get(at), title) for at in lines}).items():
        block = tree.blocks[at]
        if not (posts or paragraphs) and at < printed and kind in {"headline", "paragraph"} and is_headline(block.text):
            kind = "dropped: kicker"
        roles[at] = kind
        if kind == "headline":
            if paragraphs or headline.text != title:
                posts.append(Post(headline, tuple(paragraphs)))
            headline, paragraphs = unset(block.passage), []
        elif kind == "paragraph":
            paragraphs.append(bulleted(block, container))
    if paragraphs:
        posts.append(Post(headline, tuple(paragraphs)))
    letters = sum(post.letters for post in posts)
    how = "that is also in its structured data" if container == structured else "with most running text"
    why = f"the part of the page {how}, divided by {len(posts) - 1 or 'no'} headings"
    return Article(tuple(posts), letters, why) if posts else None


def _left_out(tree: Tree, container: int, lines: Sequence[int]) -> dict[int, str]:
    """Which of an article's lines are not its text, and what they are; no sort of them is most of it."""
    kinds = {at: kind for at in lines if (kind := kind_by_words(tree.blocks[at].text))}
    sorts = {
        "link": _announcing(tree, container),
        "caption": _below_pictures(tree, container),
        "pull quote": _pulled(tree, lines),
    }
    for kind, found in sorts.items():
        if sum(tree.letters(at, at + 1) for at in found) <= _letters(tree, container) / 2:
            kinds |= dict.fromkeys(found, kind)
    return kinds


def _with_lone_headings(tree: Tree, kinds: dict[int, str]) -> dict[int, str]:
    """The roles of lines, by number, with headings that have no text below them distinguished."""
    found = dict(kinds)
    text = next((at for at, kind in kinds.items() if kind == "paragraph"), 0)
    below = -1
    for at in reversed(kinds):
        if kinds[at] == "headline" and (below < 0 or found[below] == "headline"):
            found[at] = _lone_heading(tree, at, below, found, text)
        if found[at] in {"headline", "paragraph"}:
            below = at
    return found


def _lone_heading(tree: Tree, at: int, below: int, kinds: Mapping[int, str], text: int) -> str:
    """The role of a heading above another one, or above no other line: a line in bold is text.

    A section's or a gallery's is directly above the next, apart from pictures; others head what was left out.
    """
    if tree.within(at, HEADINGS) < 0:
        return "paragraph"
    if at < text or _is_above_in_heading(tree, at):
        return "dropped: kicker"
    between = (kinds.get(line) or tree.furniture[line] or "" for line in range(at + 1, below))
    heads = below >= 0 and all(kind.removeprefix("dropped: ") in _PICTURED for kind in between)
    return "headline" if heads else "dropped: heading"


def _lead(tree: Tree, title: str, first: int) -> list[int]:
    """The few lines of text between a page's title and its article, separated from the rest."""
    above = next((at for at in range(first - 1, -1, -1) if _is_title(tree.blocks[at], title)), first)
    dated = {mark.block for mark in tree.marks}
    lines = [at for at in range(above + 1, first) if at not in dated and _is_running(tree, at)]
    return lines if len(lines) <= _LONGEST_LEAD else []


def _beside(tree: Tree, container: int) -> Iterable[int]:
    """The lines of a divided article: in elements with the same name as this one, and paragraphs above it."""
    for number in islice(tree.ancestors(container), _MOST_WRAPPERS):
        node = tree.nodes[number]
        for each in tree.children(node.parent) if node.parent >= 0 else ():
            part = tree.nodes[each]
            same = bool(node.names) and (part.tag, part.names) == (node.tag, node.names)
            if each != number and (same or (part.tag == "p" and each < number)):
                texts = range(part.first, part.end)
                if any(_is_running(tree, at) for at in texts):
                    yield from (at for at in texts if tree.furniture[at] is None)


def _is_running(tree: Tree, at: int) -> bool:
    """Whether a line is running text without links elsewhere."""
    block = tree.blocks[at]
    own = tree.furniture[at] is None and 2 * block.linked < len(block.text)
    return own and len(block.text) >= _SHORTEST_TEXT and ends_sentence(block.text)


def _announcing(tree: Tree, container: int) -> Collection[int]:
    """The lines of teasers in an article: a linked heading and a few words below it."""
    whole = tree.nodes[container]
    most = min(_LONGEST_TEASER, _TEASER_SHARE * _letters(tree, container))
    found: set[int] = set()
    for at in range(whole.first, whole.end):
        if tree.blocks[at].tag in HEADINGS and _leads_away(tree.blocks[at]):
            around = tree.ancestors(tree.nodes[tree.blocks[at].node].parent)
            boxes = takewhile(lambda number: number > container and _letters(tree, number) <= most, around)
            found.update(*(range(tree.nodes[number].first, tree.nodes[number].end) for number in boxes))
    return found


def _below_pictures(tree: Tree, container: int) -> Collection[int]:
    """The few words below a picture in an element of their own, whatever its name."""
    found: set[int] = set()
    for number, above in tree.pictures:
        for around in takewhile(lambda each: each > container, tree.ancestors(number)):
            node = tree.nodes[around]
            if node.first < above or tree.letters(above, node.end) > _LONGEST_CAPTION:
                break
            if words := range(above, node.end):
                if node.tag not in _TEXTS and HEADINGS.isdisjoint(tree.blocks[at].tag for at in words):
                    found.update(words)
                break
    return found


def _pulled(tree: Tree, lines: Iterable[int]) -> Collection[int]:
    """The lines of quotations that are set apart, and also stand in the text."""
    quoted: dict[int, list[int]] = defaultdict(list)
    for at in lines:
        quoted[tree.within(at, {"blockquote"})].append(at)
    running = (tree.blocks[at].text for at in quoted.pop(-1, ()) if _is_running(tree, at))
    text = folded_letters("".join(running))[:_LONGEST_BODY]
    found: set[int] = set()
    for quotation in islice(quoted.values(), _MOST_QUOTATIONS):
        letters = folded_letters(max((tree.blocks[at].text for at in quotation), key=len))
        if len(letters) >= _SHORTEST_PULLED and letters in text:
            found.update(quotation)
    return found


def _leads_away(block: Block) -> bool:
    """Whether a line is a link to another page, and not to a place on this one."""
    links = (mark.span for mark in block.passage.emphasis if mark.address)
    return any(link.end - link.start >= _LINK_SHARE * len(block.text) for link in links)


def _is_above_in_heading(tree: Tree, at: int) -> bool:
    """Whether another line follows in the same heading, as the title does after its kicker."""
    heading = tree.within(at, HEADINGS)
    return heading >= 0 and at + 1 < tree.nodes[heading].end


def _is_title(block: Block, title: str) -> bool:
    """Whether a line is the page's title, perhaps after a kicker."""
    if block.tag == "h1" or not title:
        return block.tag == "h1"
    wanted, text = fold(title), fold(block.text)
    return text == wanted or (block.tag in HEADINGS and len(wanted) >= _SHORTEST_TITLE and text.endswith(wanted))


def _letters(tree: Tree, number: int) -> int:
    return tree.letters(tree.nodes[number].first, tree.nodes[number].end)


def _kind(tree: Tree, at: int, furnished: str | None, title: str) -> str:
    block = tree.blocks[at]
    if _is_title(block, title):
        return "title"
    if publication(block.text) is not None:
        return "date"
    if furnished:
        return f"dropped: {furnished}"
    if tree.within(at, HEADINGS) >= 0 or _is_subhead(tree, at):
        return "headline"
    if block.linked > _LINK_SHARE * len(block.text) and not (block.tag in _TEXTS and ends_sentence(block.text)):
        return "dropped: link"
    return "paragraph"


def _is_subhead(tree: Tree, at: int) -> bool:
    """Whether a paragraph in bold is written like a headline, and is not an interview's question."""
    text = tree.blocks[at].text
    if tree.blocks[at].tag == "li" or len(text) > _LONGEST_SUBHEAD or text.endswith("?") or not is_headline(text):
        return False
    return any(
        mark.kind is EmphasisKind.STRONG and mark.span.end - mark.span.start >= len(text) - 1
        for mark in tree.blocks[at].passage.emphasis
    )


def _by_body(tree: Tree, body: str) -> int | None:
    """The smallest element with all lines of the text in the page's structured data."""
    letters = folded_letters(body[:_LONGEST_BODY])
    lines = [
        at
        for at, block in enumerate(tree.blocks)
        if tree.furniture[at] is None and len(block.text) >= _SHORTEST_TEXT and folded_letters(block.text) in letters
    ]
    if not lines or sum(len(tree.blocks[at].text) for at in lines) < _BODY_SHARE * len(letters):
        return None
    around = list(tree.ancestors(tree.blocks[lines[0]].node))
    for number in around:
        node = tree.nodes[number]
        if node.first <= lines[0] and lines[-1] < node.end:
            return number
    return None


def _densest(tree: Tree) -> int | None:
    """The smallest element that still has most of the running text of its parent."""
    running = {
        at: max(0, len(block.text) - 2 * block.linked)
        for at, block in enumerate(tree.blocks)
        if tree.furniture[at] is None
        and len(block.text) >= _SHORTEST_TEXT
        and block.tag in _TEXTUAL
        and kind_by_words(block.text) is None
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
        if held[best] < _TEXT_SHARE * held[number] or tree.nodes[best].tag == "p":
            break
        number = best
    return number
