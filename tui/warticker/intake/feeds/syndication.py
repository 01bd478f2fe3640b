"""RSS, Atom and RDF: one entry an item."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from warticker.errors import NoEntriesError, SourceError
from warticker.intake.addresses import resolved, site, web_address
from warticker.intake.clean import clean
from warticker.intake.explanation import Explained, of_format
from warticker.intake.feeds.mending import from_root, own_entity
from warticker.intake.iso_times import moment
from warticker.intake.leads import by_lead
from warticker.intake.markup.fragments import line, split
from warticker.intake.passages import Passage
from warticker.intake.posts import Post, days_only, distinct, entries, folded_letters, tidied
from warticker.intake.provenance import Provenance
from warticker.model import Document, DocumentKind, Moment

_DAY_ALONE = re.compile(r">\s{0,9}\d{4}-\d\d-\d\d\s{0,9}<")
_LONG_TAG = re.compile(r"<(?![!?])(?:[^<>\"']|\"[^\"]*\"|'[^']*'){20000}")
"""A tag with more attributes than any feed has: the parser's time is quadratic (60,000: 5 s)."""
_END = re.compile(r"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_TAIL = 5000
"""Within how many characters of its end a feed must be closed."""
_SAME_BEGINNING = 50
"""Equal letters from which a description is the truncated beginning of the text."""
_MIDNIGHT = "T00:00:00+00:00"
_LONGEST_NAME = 40
_NAME_END = re.compile(r" [-|–—:•] |: | // ")


class Feed(NamedTuple):
    """The contents of a feed."""

    title: str
    base: str | None
    """The base address of its references."""
    posts: tuple[Post, ...]
    items: int
    """How many items it lists, with those that are none of its posts."""
    published: Moment = Moment()
    dropped: tuple[str, ...] = ()

    def document(self) -> Document:
        """The feed as a document, without entries."""
        source = outlet(self.title) or site(self.base)
        return Document(self.title, DocumentKind.FEED, (), source, self.base, self.published, self.dropped)

    def explained(self, name: str, layout: str, where: str = "") -> Explained:
        """The whole feed, each item once; raises NoEntriesError if it has no entries."""
        if not self.posts:
            raise NoEntriesError(name, "the feed has no entries")
        document = self.document()
        document = replace(document, entries=entries(distinct(self.posts), document.source))
        return of_format(document, layout, self.items, where)


def read(text: str, *, name: str, provenance: Provenance) -> Explained:
    """The document of a feed; raises SourceError if it is damaged or empty."""
    return parsed(text, name, provenance).explained(name, "feed", " in RSS, Atom or RDF")


def parsed(text: str, name: str, provenance: Provenance) -> Feed:
    """The contents of a feed, including repeated items; raises SourceError if it is damaged or cut off."""
    if entity := own_entity(text):
        raise SourceError(name, f"the feed defines entities of its own (&{entity}), which is not allowed")
    if _LONG_TAG.search(text):
        raise SourceError(name, "the feed has an unclosed tag")
    # Imported here: only feeds need it, and it brings lxml.
    import fastfeedparser  # type: ignore[import-untyped]

    try:
        # A feed's odd time zone is not worth a warning.
        with warnings.catch_warnings(action="ignore"):
            feed = fastfeedparser.parse(
                from_root(text), include_tags=False, include_media=False, include_enclosures=False
            )
    except (ValueError, RecursionError, OverflowError, AttributeError, TypeError, KeyError) as error:
        raise SourceError(name, "the feed is damaged") from error
    if not _END.search(text[-_TAIL:]):
        raise SourceError(name, "the feed is cut off")
    channel = feed.get("feed") or {}
    items: Sequence[Mapping[str, Any]] = feed.get("entries") or ()
    base = provenance.address or web_address(channel.get("link"))
    home = resolved((channel.get("title_detail") or {}).get("base"), base) or base
    posts, dropped = _posts(items, home, days=bool(_DAY_ALONE.search(text)))
    published = moment(channel.get("updated") or channel.get("published"))
    title = line(channel.get("title")).text
    return Feed(title, base, posts, items=len(items), published=published, dropped=tuple(filter(None, dropped)))


def outlet(title: str) -> str | None:
    """The outlet in a feed's title: the part before its slogan."""
    short = _NAME_END.split(title, maxsplit=1)[0].strip() if len(title) > _LONGEST_NAME else title
    return short or None


def _moment(item: Mapping[str, Any], *, days: bool) -> Moment:
    """When an item was published; the parser makes a date alone a midnight."""
    value = item.get("published") or item.get("updated")
    return moment(value[:10] if days and isinstance(value, str) and value.endswith(_MIDNIGHT) else value)


def _posts(items: Sequence[Mapping[str, Any]], base: str | None, *, days: bool) -> tuple[tuple[Post, ...], list[str]]:
    dropped: list[str] = []
    found = []
    for item in items:
        body, left = _body(item, base)
        dropped += left
        source = item.get("source")
        post = tidied(
            Post(
                line(item.get("title"), base),
                body,
                _moment(item, days=days),
                resolved(item.get("link"), base) or web_address(item.get("id")),
                (clean(str(source.get("title") or "")) or None) if isinstance(source, dict) else None,
            )
        )
        if post.headline.text or post.paragraphs:
            # Item by item, as a long feed comes in parts.
            found.append(post if post.headline.text else by_lead(post) or post)
    return days_only(found), dropped


def _body(item: Mapping[str, Any], base: str | None) -> tuple[tuple[Passage, ...], list[str]]:
    """An item's content, after its description if that differs; the lines left out."""
    values = [value for value in _contents(item) if value]
    description = item.get("description")
    found: tuple[Passage, ...] = ()
    left: list[str] = []
    for value in values:
        kept, dropped = split(value, base)
        if sum(len(each.text) for each in kept) > sum(len(each.text) for each in found):
            found, left = kept, list(dropped)
    if isinstance(description, str) and description and (description not in values or not found):
        lead, dropped = split(description, base)
        text = _letters(found)
        lead = tuple(each for each in lead if _letters([each])[:_SAME_BEGINNING] not in text)
        found, left = (*lead, *found), [*dropped, *left]
    return found, left


def _contents(item: Mapping[str, Any]) -> Iterator[str]:
    for content in item.get("content") or ():
        if isinstance(content, dict) and isinstance(value := content.get("value"), str):
            yield value


def _letters(found: Sequence[Passage]) -> str:
    return "".join(folded_letters(each.text) for each in found)
