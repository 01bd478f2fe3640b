"""Turns a page of HTML into a document, in the way that explains most of it.

1. The live blog in its structured data (JSON-LD), completed from what it shows.
2. Its own structure: repeated elements with times.
3. An article's paragraphs and subheads.
4. Its lines through the layouts of text, as if copied from a browser.
5. The data of its scripts, if that has far more text than it shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from warticker.errors import NoEntriesError
from warticker.intake import texts
from warticker.intake.addresses import page_name
from warticker.intake.clean import Line
from warticker.intake.explanation import Explained, Explanation
from warticker.intake.lines.announcing import LIVE, SERIES
from warticker.intake.lines.prose import ends_sentence
from warticker.intake.markup.fragments import bulleted
from warticker.intake.markup.frames import unfolded
from warticker.intake.markup.sanitizing import guarded
from warticker.intake.markup.tree import RUNNING, TimeMark, Tree
from warticker.intake.pages import article, head, merging, repeated, saved
from warticker.intake.pages.assembling import assembled
from warticker.intake.pages.days import calendar, of_article
from warticker.intake.pages.head import Head
from warticker.intake.pages.repeated import Repetition
from warticker.intake.posts import NEVER, Post, entries, folded_letters
from warticker.intake.provenance import Provenance
from warticker.intake.structured import dated_records, live_blog, states
from warticker.intake.structured.json_ld import text_of
from warticker.model import Document, DocumentKind, Entry, Moment

_ARTICLE = "article"
"""The reading of a page with an article."""
_FEWEST_STAMPED = 3
"""From how many stamped entries on a page is a ticker that looks like an article as well."""
_SURE_SHARE = 0.6
"""The score, and the share of a page's letters in stamped entries, from which it is a ticker and not an article."""
_LONGEST_LEAD = 1500
"""The most letters of text beside a ticker's entries, or their largest share."""
_LEAD_SHARE = 0.15
_FAR_MORE = 2
"""Script data wins when it holds at least this many times the text that the page shows."""
_COVERED_SHARE = 0.5
"""The least share of a page's running text in its entries, for its structure to explain it."""


class _Page(NamedTuple):
    """A page while it is read."""

    tree: Tree
    metadata: Head
    title: str
    name: str
    provenance: Provenance

    @property
    def source(self) -> str | None:
        """The outlet; by the title element if nothing else tells it, and the page shows the title that precedes it."""
        shown = any(block.text == self.title for block in self.tree.blocks)
        return self.metadata.source or (head.signature(self.metadata, self.title) if shown else None)

    @property
    def is_called_live(self) -> bool:
        """Whether it calls itself live."""
        # The name above a page may be that of a blog all of whose pages are articles.
        own = page_name(self.metadata.address)
        in_address = SERIES.search(own) and not own.startswith("aktuelles")
        return bool(LIVE.search(self.title) or SERIES.search(self.title) or in_address)

    def read_by(
        self,
        layout: str,
        why: str,
        roles: Sequence[str],
        posts: Sequence[Post],
        kind: DocumentKind = DocumentKind.TICKER,
        printed: Moment = NEVER,
    ) -> Explained:
        """The document of a page with some posts, and why.

        `roles` are those of its lines, `printed` is its printed time.
        """
        lines = tuple(
            ("title" if block.text == self.title and role.startswith("dropped") else role, block.text)
            for role, block in zip(roles, self.tree.blocks, strict=True)
        )
        dropped = tuple(text for role, text in lines if role.startswith("dropped"))
        source, metadata = self.source, self.metadata
        published = metadata.published if metadata.published.day is not None else printed
        document = Document(self.title, kind, entries(posts, source), source, metadata.address, published, dropped)
        return Explained(document, Explanation(layout, 1.0, why, lines))


def read(html: str, *, name: str, provenance: Provenance) -> Explained:
    """The document of a page; raises SourceError if it is hostile or has nothing to show."""
    # Imported here: only pages need them.
    from selectolax.lexbor import LexborHTMLParser

    from warticker.intake.markup.tree_building import grow

    provenance = saved.provenance_of(html, provenance)
    parser = LexborHTMLParser(guarded(unfolded(html), name=name))
    metadata = head.head_of(parser, provenance.address)
    root = parser.body or parser.root
    if root is None:
        raise NoEntriesError(name, "the HTML has no text")
    tree = grow(root, metadata.base, name=name)
    page = _Page(tree, metadata, head.title(metadata, tree), name, provenance)
    found = _ticker(page) or _article(page)
    best = _better(page, found, _written(page, found))
    best = _stated(page, states.values(parser, html), best) or best
    if best is None:
        raise NoEntriesError(name, _why_empty(html, tree, metadata))
    return best


def _roles(tree: Tree) -> list[str]:
    """The roles of lines before any is taken."""
    return [f"dropped: {kind}" if kind else "dropped" for kind in tree.furniture]


def _ticker(page: _Page) -> Explained | None:
    """The page as a ticker, from structured data and from its structure."""
    tree, metadata = page.tree, page.metadata
    blog = live_blog.find(metadata.things, metadata.address)
    live = blog is not None or page.is_called_live
    repetition = repeated.find(tree)
    if repetition is None and blog is not None:
        _date_headlines(tree, blog.posts)
        repetition = repeated.find(tree)
    if repetition is None and live:
        repetition = repeated.lone(tree)
    roles = _roles(tree)
    shown: Sequence[Post] = ()
    if repetition is not None:
        dates = calendar(tree, repetition.units, metadata, page.title, page.provenance)
        shown = assembled(tree, repetition.units, roles, metadata.address, dates)
        shown = [post for post in shown if post.headline.text or post.paragraphs]
    if blog is not None and blog.posts:
        found = merging.merged(blog.posts, shown)
        if not any(post.letters for post in found.posts):
            return None
        _take(tree, roles, found.posts)
        why = f"{blog.listed} entries in the page's structured data, {blog.with_text} of them with text"
        why += f"; {len(shown)} entries seen on the page, {found.both} of them the same" if shown else ""
        return page.read_by("live blog in structured data (JSON-LD)", why, roles, found.posts)
    running = tree.letters(0, len(tree.blocks))
    if repetition is None or len(shown) < min(2, len(repetition.units)) or not any(post.letters for post in shown):
        return None
    if repetition.letters < (_COVERED_SHARE / 2 if live else _COVERED_SHARE) * running:
        return None
    # An article among the first lines of others is not a ticker.
    if not live and max(post.letters for post in shown) > _SURE_SHARE * sum(post.letters for post in shown):
        return None
    if not live and (metadata.is_article or not repetition.timed) and _is_beside_a_text(tree, repetition):
        for unit in repetition.units:
            tree.furniture[unit.first : unit.end] = ["posts"] * (unit.end - unit.first)
        return None
    return page.read_by("entries that repeat on the page", repetition.why, roles, shown)


def _date_headlines(tree: Tree, posts: Sequence[Post]) -> None:
    """Give reports, whose headlines a page shows, the times of its structured data: some pages have them only there."""
    moments = {folded_letters(post.headline.text): post.moment.at for post in posts if post.headline.text}
    for block in tree.blocks:
        if (at := moments.get(folded_letters(block.text))) is not None:
            tree.marks.append(TimeMark(block.node, value=at.isoformat()))


def _is_beside_a_text(tree: Tree, repetition: Repetition) -> bool:
    """Whether the repeated elements are beside more text than a ticker's lead: readers' posts, other reports."""
    inside = {at for unit in repetition.units for at in range(unit.first, unit.end)}
    others = (block for at, block in enumerate(tree.blocks) if at not in inside and tree.furniture[at] is None)
    text = sum(len(block.text) for block in others if _is_running(block.text) and block.linked < len(block.text) / 2)
    return text > max(_LONGEST_LEAD, _LEAD_SHARE * repetition.letters * repetition.timed)


def _article(page: _Page) -> Explained | None:
    tree, metadata = page.tree, page.metadata
    roles = _roles(tree)
    body = text_of(metadata.article.get("articleBody"))
    found = article.find(tree, roles, page.title, body)
    post = live_blog.article_post(metadata.article, metadata.base) if body else Post()
    if post.letters and (found is None or found.letters < post.letters / 2):
        why = "the page does not show its text, but has it in structured data"
        return page.read_by("article in structured data (JSON-LD)", why, roles, [post], DocumentKind.ARTICLE)
    if found is None:
        return None
    printed = of_article(tree, roles)
    if page.is_called_live and len(found.posts) > 2:
        return page.read_by(_ARTICLE, found.why, roles, found.posts, printed=printed)
    posts = [each._replace(moment=metadata.published) for each in found.posts]
    return page.read_by(_ARTICLE, found.why, roles, posts, DocumentKind.ARTICLE, printed)


def _written(page: _Page, other: Explained | None) -> Explained | None:
    """The page's lines through the layouts of text."""
    if other is not None and other.explanation.layout != _ARTICLE:
        return None
    tree, metadata = page.tree, page.metadata
    blocks = [block for block, kind in zip(tree.blocks, tree.furniture, strict=True) if kind is None]
    passages = [bulleted(block) for block in blocks]
    lines = [Line(each.text, block.gap) for each, block in zip(passages, blocks, strict=True)]
    known = texts.Known(page.title, page.source, metadata.address, metadata.published, passages)
    provenance = page.provenance._replace(address=metadata.address)
    try:
        found = texts.read(lines, name=page.name, provenance=provenance, known=known)
    except NoEntriesError:
        return None
    if not any(_is_running(line) for entry in found.document.entries for line in entry.paragraphs):
        return None
    furniture = [(block.text, kind) for block, kind in zip(tree.blocks, tree.furniture, strict=True) if kind]
    roles = tuple((f"dropped: {kind}", text) for text, kind in furniture)
    document = replace(found.document, dropped=(*found.document.dropped, *(text for text, _ in furniture)))
    return Explained(document, found.explanation._replace(lines=(*found.explanation.lines, *roles)))


def _is_running(text: str) -> bool:
    return len(text) >= RUNNING or ends_sentence(text)


def _better(page: _Page, found: Explained | None, written: Explained | None) -> Explained | None:
    """An article by its structure, unless the layouts of text find a ticker."""
    if found is None or written is None:
        return found or written
    entries_of = written.document.entries
    moments = ((entry, entry.moment) for entry in entries_of)
    stamped = [len(entry.text) for entry, when in moments if when.clock is not None or (when.day and not when.inferred)]
    # The comments below an article have stamps too, and the programme beside it.
    whole = max(sum(len(entry.text) for entry in each.document.entries) for each in (found, written))
    sure = written.document.kind is DocumentKind.TICKER and written.explanation.score > _SURE_SHARE
    sure = sure and len(stamped) >= _FEWEST_STAMPED and sum(stamped) >= _SURE_SHARE * whole
    return written if sure and (page.is_called_live or _are_of_a_ticker(entries_of)) else found


def _are_of_a_ticker(found: Sequence[Entry]) -> bool:
    """Whether none of some entries is most of their text, and all are in chronological order."""
    lengths, moments = [len(entry.text) for entry in found], [entry.moment.at for entry in found]
    known = [moment for moment in moments if moment is not None]
    in_order = known == moments and sorted(known) in (known, known[::-1])
    return in_order and max(lengths) <= _SURE_SHARE * sum(lengths)


def _stated(page: _Page, values: Iterable[Any], other: Explained | None) -> Explained | None:
    """The page as a ticker by the data of its scripts; None if it shows as much."""
    found = dated_records.find(values, page.metadata.address)
    if found is None or found.elsewhere:
        return None
    shown = [line for entry in other.document.entries for line in entry.paragraphs] if other is not None else []
    few = len(found.posts) < _FEWEST_STAMPED and not page.is_called_live
    if few or found.letters < _FAR_MORE * sum(map(len, shown)):
        return None
    roles = _roles(page.tree)
    _take(page.tree, roles, found.posts)
    why = f"{len(found.posts)} reports in {found.place}; the page shows them once its scripts have run"
    return page.read_by("entries in the data of the page's scripts (JSON)", why, roles, found.posts)


def _take(tree: Tree, roles: list[str], posts: Sequence[Post]) -> None:
    """Mark the lines of posts that were not taken from the page, each as often as it occurs in them."""
    kept = Counter(each.text for post in posts for each in (post.headline, *post.paragraphs))
    taken = [at for at, role in enumerate(roles) if role in {"paragraph", "headline"}]
    left = [at for at, role in enumerate(roles) if role.startswith("dropped")]
    for at in (*taken, *left):
        forms = (tree.blocks[at].text, bulleted(tree.blocks[at]).text)
        inside = next((form for form in forms if kept[form]), None)
        if inside is not None:
            kept[inside] -= 1
            roles[at] = "paragraph"
        elif not roles[at].startswith("dropped"):
            roles[at] = "dropped"


def _why_empty(html: str, tree: Tree, metadata: Head) -> str:
    """The kind of a page without entries, in a few words."""
    if metadata.things or "<script" in html.lower():
        return "the HTML has no entries: perhaps the page loads them by script"
    return "the HTML has no text" if not tree.blocks else "the HTML has no entries"
