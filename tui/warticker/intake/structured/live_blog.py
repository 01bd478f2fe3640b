"""schema.org's `LiveBlogPosting`: its updates as posts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from warticker.errors import NoEntriesError
from warticker.intake.addresses import fragment, site
from warticker.intake.explanation import Explained, of_format
from warticker.intake.markup.fragments import line, passages
from warticker.intake.passages import NOTHING
from warticker.intake.posts import Post, days_only, entries, tidied
from warticker.intake.provenance import Provenance
from warticker.intake.structured import json_ld
from warticker.intake.structured.json_ld import Thing
from warticker.model import Document, DocumentKind

_BODIES = ("articleBody", "text", "description")
_HEADLINES = ("headline", "name", "alternativeHeadline")


class LiveBlog(NamedTuple):
    """A page's live blog in JSON-LD."""

    thing: Thing
    """The live blog itself."""
    posts: tuple[Post, ...] = ()
    listed: int = 0
    """How many updates it lists, including those without text and duplicates."""

    @property
    def with_text(self) -> int:
        """How many of its posts have a text."""
        return sum(post.letters > 0 for post in self.posts)


def find(things: Sequence[Thing], base: str | None) -> LiveBlog | None:
    """The live blog among a page's things, the one with most updates, even if divided; None if there is none."""
    named = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and len(thing) > 1}
    blogs = [_blog(thing, named, base) for thing in things if json_ld.is_live(thing) or "blogPost" in thing]
    best = max(blogs, key=lambda blog: len(blog.posts), default=None)
    if best is None:
        return None
    parts = [blog for blog in blogs if blog.posts and title_of(blog.thing) == title_of(best.thing)]
    posts = _once([post for part in parts for post in part.posts])
    return best._replace(posts=days_only(posts), listed=sum(part.listed for part in parts))


def alone(things: Sequence[Thing], *, name: str, provenance: Provenance) -> Explained:
    """The document of JSON-LD by itself: a live blog or an article; raises NoEntriesError without text."""
    blog = find(things, provenance.address)
    thing = blog.thing if blog is not None else next(filter(json_ld.is_article, things), None)
    if thing is None:
        raise NoEntriesError(name, "the JSON-LD has no live blog or article")
    title = title_of(thing)
    address = provenance.address or json_ld.address(thing, None)
    source = json_ld.publisher(thing, things) or site(address)
    posts = blog.posts if blog is not None else ()
    kind, layout = DocumentKind.TICKER, "live blog (JSON-LD)"
    if not posts:
        post = article_post(thing, address)
        if not post.paragraphs:
            raise NoEntriesError(name, "the JSON-LD has no text")
        posts, kind, layout = (post,), DocumentKind.ARTICLE, "article (JSON-LD)"
    document = Document(title, kind, entries(posts, source), source, address, json_ld.published(thing))
    return of_format(document, layout, len(posts))


def article_post(thing: Thing, base: str | None) -> Post:
    """An article as a single post."""
    body = passages(json_ld.text_of(thing.get("articleBody")) or json_ld.text_of(thing.get("text")), base)
    return Post(line(title_of(thing)), body, json_ld.published(thing))


def title_of(thing: Thing) -> str:
    """The title of a thing."""
    return next((text for key in _HEADLINES if (text := line(json_ld.text_of(thing.get(key))).text)), "")


def _blog(thing: Thing, named: Mapping[str, Thing], base: str | None) -> LiveBlog:
    home = base or json_ld.address(thing, None)
    updates = [*json_ld.several(thing.get("liveBlogUpdate")), *json_ld.several(thing.get("blogPost"))]
    posts = [_post(_meant(update, named), home) for update in updates]
    filled = [post for post in posts if post.headline.text or post.paragraphs]
    return LiveBlog(thing, days_only(_once(filled)), len(updates))


def _meant(update: object, named: Mapping[str, Thing]) -> Thing:
    """The update, even if only referred to here."""
    if not isinstance(update, dict):
        return {}
    reference = update.get("@id")
    return named.get(reference, update) if len(update) == 1 and isinstance(reference, str) else update


def _post(update: Thing, base: str | None) -> Post:
    headline = next(
        (head for key in _HEADLINES if (head := line(json_ld.text_of(update.get(key)), base)).text), NOTHING
    )
    body = next((found for key in _BODIES if (found := passages(json_ld.text_of(update.get(key)), base))), ())
    return tidied(Post(headline, body, json_ld.published(update), json_ld.address(update, base)))


def _once(posts: Sequence[Post]) -> tuple[Post, ...]:
    """The posts without duplicates: the same place on the page, or the same words at the same minute."""
    found: dict[object, Post] = {}
    for post in posts:
        anchor = fragment(post.address)
        text = tuple(each.text for each in post.paragraphs)
        name = (anchor, post.headline.text, post.moment) if anchor else (post.moment, post.headline.text, text)
        other = found.get(name)
        if other is None or other.letters < post.letters:
            found[name] = post if other is None else post._replace(moment=other.moment)
    return tuple(found.values())
