"""RSS, Atom and RDF: one entry an item."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from warticker.errors import NoEntriesError, SourceError
from warticker.intake.addresses import resolved, site, web_address
from warticker.intake.clean import clean
from warticker.intake.explanation import Explained, Explanation
from warticker.intake.isotimes import moment
from warticker.intake.pages.fragments import line, split
from warticker.intake.passages import Passage
from warticker.intake.posts import Post, days_only, distinct, entries, tidied
from warticker.intake.provenance import Provenance
from warticker.model import Document, DocumentKind, Moment

_DAY_ALONE = re.compile(r">\s{0,9}\d{4}-\d\d-\d\d\s{0,9}<")
_WITHOUT_ZONE = re.compile(r">\s{0,9}\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s{0,9}<")
_WITH_ZONE = re.compile(r"\d\d:\d\d\s?(?:Z|GMT|UTC|CES?T|MES?Z|[+-]\d\d:?\d\d)\s{0,9}<")
_END = re.compile(r"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_ABOVE_ROOT = re.compile(
    r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*+(?:\[.*?\]\s*+)?>|\s+", re.DOTALL
)
"""What XML lets stand above the root (XML 1.0, 2.8), a document type with all that it declares included."""
_UNKNOWN = re.compile(
    r"<!\[CDATA\[(?:(?!\]\]>)[\s\S])*+\]\]>|[\x00-\x08\x0b\x0c\x0e-\x1f]|"
    r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)((?:[a-zA-Z]{2,31}[0-9]{0,2};)?)"
)
"""Control characters and references that XML does not know (XML 1.0, 2.2 and 4.6), and texts where all is allowed."""
_ROOT = re.compile(r"<[^\W\d]")
_TAIL = 5000
"""Within how many characters of its end a feed ends."""
_MIDNIGHT = "T00:00:00+00:00"
_LONGEST_NAME = 40
_NAME_END = re.compile(r" [-|–—:•] |: | // ")


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed holds."""

    title: str
    base: str | None
    """The address that its references are seen from."""
    published: Moment
    posts: tuple[Post, ...]
    dropped: tuple[str, ...]
    items: int

    def document(self) -> Document:
        """The feed as a document, without entries."""
        source = outlet(self.title) or site(self.base)
        return Document(self.title, DocumentKind.FEED, (), source, self.base, self.published, self.dropped)


def read(text: str, *, name: str, provenance: Provenance) -> Explained:
    """The document that a feed is; raises SourceError where it is damaged or holds nothing."""
    feed = parsed(text, name, provenance)
    if not feed.posts:
        raise NoEntriesError(name, "a feed without entries")
    document = feed.document()
    document = replace(document, entries=entries(distinct(feed.posts), document.source))
    return Explained(document, Explanation("feed", 1.0, f"{feed.items} items of RSS, Atom or RDF"))


def parsed(text: str, name: str, provenance: Provenance) -> Feed:
    """What a feed holds, items that come twice included; raises SourceError where it is damaged or cut off."""
    # Imported here for start-up time: feeds alone need it, and it brings lxml.
    import fastfeedparser  # type: ignore[import-untyped]

    try:
        # A feed's odd time zone is nothing to tell anybody of.
        with warnings.catch_warnings(action="ignore"):
            feed = fastfeedparser.parse(
                _from_root(text), include_tags=False, include_media=False, include_enclosures=False
            )
    except (ValueError, RecursionError, OverflowError, AttributeError, TypeError, KeyError) as error:
        raise SourceError(name, "a damaged feed") from error
    if not _END.search(text[-_TAIL:]):
        raise SourceError(name, "a feed that is cut off")
    told = feed.get("feed") or {}
    items: Sequence[Mapping[str, Any]] = feed.get("entries") or ()
    base = provenance.address or web_address(told.get("link"))
    posts, dropped = _posts(items, base, _Clock(text))
    published = moment(told.get("updated") or told.get("published"))
    return Feed(line(told.get("title")).text, base, published, posts, tuple(filter(None, dropped)), len(items))


def _from_root(text: str) -> str:
    """A feed from its root on: what a document type declares can name any file of this machine, and lxml reads it."""
    end = 0
    while match := _ABOVE_ROOT.match(text, end):
        end = match.end()
    root = _ROOT.search(text, end)
    return _mended(text[root.start() :]) if root else ""


def _mended(xml: str) -> str:
    """A feed without what ends a text for XML: characters that it forbids, HTML's entities, ampersands alone."""
    return _UNKNOWN.sub(_meant, xml) if _UNKNOWN.search(xml) else xml


def _meant(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return match[0] if match[0].startswith("<") else " "
    char = unescape(f"&{name}") if name else ""
    return char if char and char != f"&{name}" else f"&amp;{name}"


def outlet(title: str) -> str | None:
    """The outlet that a feed's title names: what stands before its claim."""
    short = _NAME_END.split(title, maxsplit=1)[0].strip() if len(title) > _LONGEST_NAME else title
    return short or None


class _Clock:
    """How a feed writes its moments, which the parser makes UTC of, whatever they say."""

    def __init__(self, text: str) -> None:
        self._days = bool(_DAY_ALONE.search(text))
        self._local = bool(_WITHOUT_ZONE.search(text)) and not _WITH_ZONE.search(text)

    def read(self, value: object) -> Moment:
        """The moment that the parser's time means."""
        if not isinstance(value, str):
            return Moment()
        if self._days and value.endswith(_MIDNIGHT):
            return moment(value[:10])
        return moment(value[:19] if self._local else value)


def _posts(items: Sequence[Mapping[str, Any]], base: str | None, clock: _Clock) -> tuple[tuple[Post, ...], list[str]]:
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
                clock.read(item.get("published") or item.get("updated")),
                resolved(item.get("link"), base) or web_address(item.get("id")),
                (clean(str(source.get("title") or "")) or None) if isinstance(source, dict) else None,
            )
        )
        if post.headline.text or post.paragraphs:
            found.append(post)
    return days_only(found), dropped


def _body(item: Mapping[str, Any], base: str | None) -> tuple[tuple[Passage, ...], list[str]]:
    """An item's content, below its description where that says something else; the lines left out."""
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
        lead = tuple(each for each in lead if _letters([each])[:60] not in text)
        found, left = (*lead, *found), [*dropped, *left]
    return found, left


def _contents(item: Mapping[str, Any]) -> Iterator[str]:
    for content in item.get("content") or ():
        if isinstance(content, dict) and isinstance(value := content.get("value"), str):
            yield value


def _letters(found: Sequence[Passage]) -> str:
    return "".join("".join(each.text.split()) for each in found)
