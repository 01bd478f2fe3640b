"""A page's metadata: its title, outlet, address, date, and its JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time
from typing import TYPE_CHECKING, NamedTuple

from warticker.folding import fold
from warticker.intake.addresses import resolved, site, web_address
from warticker.intake.iso_times import moment
from warticker.intake.lines.announcing import SERIES
from warticker.intake.lines.dates import printed_days
from warticker.intake.markup.fragments import line
from warticker.intake.markup.tree import Tree
from warticker.intake.posts import folded_letters
from warticker.intake.structured import json_ld
from warticker.intake.structured.json_ld import Thing
from warticker.intake.structured.live_blog import title_of
from warticker.model import Moment

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "publish-date", "pubdate", "sailthru.date", "last-modified",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_DATED = "[itemprop~='datePublished'], [property~='datePublished']"
_BESIDE = frozenset({"aside", "nav"})
"""Elements for what is beside a page's text."""
_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_SITES = ("og:site_name", "application-name", "dc.publisher", "apple-mobile-web-app-title")
_SITE_END = re.compile(r"\s[|·•–—-]\s[^|·•–—]{2,40}$")
_BETWEEN = re.compile(r"\s[|·•–—-]\s")
_LONGEST_NAME = 40
"""The most letters of an outlet's name at the end of a title."""


class Head(NamedTuple):
    """What a page says of itself for machines: in JSON-LD, in its meta elements, in its title element."""

    things: tuple[Thing, ...]
    article: Thing
    """The main JSON-LD thing of the page; empty if there is none."""
    metas: dict[str, str]
    name: str
    """Its title element."""
    address: str | None
    """The address that it was fetched from, or its canonical address."""
    base: str | None
    """The base address of its references."""

    @property
    def source(self) -> str | None:
        """The outlet, or the host of its address."""
        names = (json_ld.publisher(self.article, self.things), *map(self.metas.get, _SITES))
        named = (name for name in names if name and not name.startswith("http"))
        return next(named, None) or site(self.address or self.base)

    @property
    def is_article(self) -> bool:
        """Whether it declares to be a single report."""
        kinds = json_ld.types(self.article)
        return self.metas.get("og:type") == "article" or any(kind.endswith("article") for kind in kinds)

    @property
    def published(self) -> Moment:
        """Its date of publication; without the time if that is midnight, which stands for a day."""
        found = json_ld.published(self.article)
        found = found if found != Moment() else self._first(_PUBLISHED)
        return Moment(found.day) if found.clock == time() else found

    @property
    def modified(self) -> Moment:
        """Its date of change."""
        found = moment(self.article.get("dateModified"))
        return found if found != Moment() else self._first(_MODIFIED)

    def _first(self, keys: Sequence[str]) -> Moment:
        return next((found for key in keys if (found := moment(self.metas.get(key))) != Moment()), Moment())


def head_of(parser: LexborHTMLParser, fetched_from: str | None) -> Head:
    """The metadata of a parsed page."""
    metas: dict[str, str] = {}
    for node in parser.css("meta"):
        attributes = node.attributes
        key = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").strip().lower()
        if key and (content := attributes.get("content")):
            metas.setdefault(key, line(content).text)
    # Microdata and RDFa; a page with several such times has a list of reports.
    nodes = parser.css(_DATED)
    dated = {max((node.attributes.get(name) or "" for name in ("content", "datetime")), key=len) for node in nodes}
    if len(dated) == 1 and (told := dated.pop()) and _is_of_the_page(nodes[0]):
        metas.setdefault("datepublished", told)
    scripts = [
        node.text() for node in parser.css("script[type]") if "ld+json" in (node.attributes.get("type") or "").lower()
    ]
    things = json_ld.things(scripts)
    found = parser.css_first("link[rel~='canonical']")
    canonical = web_address(found.attributes.get("href")) if found is not None else None
    article = _article(things)
    address = web_address(fetched_from) or canonical or web_address(metas.get("og:url"))
    address = address or json_ld.address(article, None)
    element = parser.css_first("base[href]")
    base = resolved(element.attributes.get("href"), address) if element is not None else None
    title = parser.css_first("title")
    return Head(
        things=things,
        article=article,
        metas=metas,
        name=line(title.text()).text if title is not None else "",
        address=address,
        base=base or address,
    )


def _is_of_the_page(node: LexborNode) -> bool:
    """Whether what an element says is said of the page: not beside its text, nor of a thing without its headline."""
    above = node.parent
    while above is not None:
        if above.tag in _BESIDE:
            return False
        if "itemscope" in above.attributes or "typeof" in above.attributes:
            return above.css_first("h1, [itemprop~='headline'], [property~='headline']") is not None
        above = above.parent
    return True


def title(head: Head, tree: Tree) -> str:
    """The page's printed title, without a leading kicker; else the one in its metadata."""
    declared = title_of(head.article) or next((text for key in _TITLES if (text := head.metas.get(key))), "")
    printed = [
        block.text
        for block, kind in zip(tree.blocks, tree.furniture, strict=True)
        if block.tag == "h1" and kind in {None, "header"}
    ]
    for text in printed:
        if declared and fold(text).endswith(fold(declared)):
            return text[len(text) - len(declared) :] if text.endswith(declared) else declared
        if len(declared) > len(text) and declared[-1] == text[-1] and folded_letters(text) == folded_letters(declared):
            # Styles separate the kicker, `Ulm Damm hält`, punctuation does in metadata.
            return declared
    if printed:
        return max(printed, key=lambda text: _shared(text, declared))
    if declared:
        return _SITE_END.sub("", declared) if head.source and declared.endswith(head.source) else declared
    return _SITE_END.sub("", head.name)


def signature(head: Head, title: str) -> str | None:
    """The name at the end of the title element, after the page's own title; None if there is none."""
    first, *others = _BETWEEN.split(head.name.rpartition(title)[2])
    name = "" if first or not others else others[-1]
    # `Ulm am Abend – Hochwasser im Ticker`, `Das Wetter - 14. November 2025`
    names_page = SERIES.search(name) or printed_days(name)
    return name if name and len(name) <= _LONGEST_NAME and not names_page else None


def _article(things: Sequence[Thing]) -> Thing:
    """The main thing of a page: its live blog, else the longest report."""
    live = [thing for thing in things if json_ld.is_live(thing)]
    if live:
        return max(live, key=lambda thing: len(json_ld.several(thing.get("liveBlogUpdate"))))
    articles = [thing for thing in things if json_ld.is_article(thing) and thing.get("headline")]
    return max(articles, key=_richness, default={})


def _richness(thing: Thing) -> tuple[int, bool]:
    return len(json_ld.text_of(thing.get("articleBody"))), "publisher" in thing


def _shared(text: str, other: str) -> int:
    return len(set(fold(text).split()) & set(fold(other).split()))
