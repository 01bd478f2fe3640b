"""Which elements of a page are furniture by their attributes: ARIA roles, and words in class names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from warticker.intake.markup.tags import HEADINGS, ROLES

COMMENTS = "comments"
"""Readers' comments; furniture only if the page has a text of its own."""
AUTHOR = "author"
"""The author of an entry; furniture unless it contains a text."""
_WORDS = {
    "navigation": (
        "nav navbar navigation breadcrumb breadcrumbs menu submenu skip skiplink skiplinks sitemap topnav subnav"
    ),
    "consent": "cookie cookies consent cmp gdpr privacy datenschutz optin usercentrics onetrust sourcepoint",
    "advertisement": (
        "ad ads adv advert advertisement advertising adslot adbox werbung anzeige anzeigen sponsored outbrain taboola"
    ),
    "promotion": (
        "newsletter subscribe subscription abo paywall promo promobox promotion promoted piano appstore plenigo "
        "donation donations donate spenden"
    ),
    "social": "share sharing shares social socialmedia sharebar shariff",
    COMMENTS: "comment comments commentlist kommentar kommentare disqus leserkommentare coral talk postings replies",
    AUTHOR: "author authors autor autoren byline username userinfo profile postprofile creator",
    "footer": "footer",
    "poll": "poll polls umfrage quiz voting",
    "pager": "pagination pager paging",
    "caption": "caption figcaption bildunterschrift copyright imagecredit imagecaption",
    "player": "player videoplayer audioplayer jwplayer mediaplayer",
    "hidden": (
        "visually-hidden visuallyhidden sr-only screenreader screen-reader-text hidden-text aural offscreen "
        "editsection cloned swiper-slide-duplicate"
    ),
}
"""Names of kinds of furniture, in the class names of any outlet."""
_LINK_BOXES = """
    teaser teasers related recommendation recommendations recommended recirculation readmore meistgelesen mostread
    sidebar latest trending linklist linkbox widget
"""
"""Names of boxes of links to other reports; a report's lead is also called a teaser, but has no links."""
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_LINKING = frozenset(_LINK_BOXES.split())
_SPLIT = re.compile(r"[\s_]+|--+|__+")
_PARTS = re.compile(r"[-_]+|(?<=[a-z])(?=[A-Z])")
_HIDING = re.compile(r"(?:u-|is-|u-display--is-)?hidden|(?:u-)?(?:display|d)-none")
_SHOWING = re.compile(r"(?::|-(?:sm|md|lg|xl|xxl)-)(?:block|flex|grid|inline|table|contents)")
"""Classes that hide an element, and those that show it anyway on some screens."""
_ABOUT = frozenset({"has", "no", "with", "without", "is", "js", "tag", "category", "kategorie", "topic", "thema"})
"""First words of names for what an element has, or what its text is about."""
_STATES = frozenset({"open", "closed", "enabled", "disabled", "allowed", "on", "off", "count"})
"""Last words of names for an element's state, not its kind."""
LINKS = "links"
"""Boxes of links; furniture only if most of their text is linked."""


def kind_of(tag: str, attributes: Mapping[str, str | None], *, folded: bool = False) -> str | None:
    """The kind of furniture that an element's attributes name; None if they name none.

    A `folded` element, with a button to open it, is not hidden.
    """
    if role := ROLES.get((attributes.get("role") or "").strip().lower()):
        return role
    if not folded and (_is_hidden(attributes) or (attributes.get("aria-hidden") == "true" and tag != "time")):
        return "hidden"
    # A heading's id names what it heads.
    named = f"{attributes.get('class') or ''} {'' if tag in HEADINGS else attributes.get('id') or ''}"
    kind = _named(named[:500]) if named != " " else None
    if kind is None and not folded and _is_not_shown((attributes.get("class") or "")[:500]):
        return "not shown"
    return AUTHOR if kind is None and attributes.get("itemprop") == AUTHOR else kind


def names_author(attributes: Mapping[str, str | None]) -> bool:
    """Whether an inline element is named for the author of the entry."""
    return attributes.get("itemprop") == AUTHOR or _named((attributes.get("class") or "")[:500]) == AUTHOR


def is_unseen(attributes: Mapping[str, str | None]) -> bool:
    """Whether an inline element is invisible, such as text for screen readers."""
    return _is_hidden(attributes) or _named((attributes.get("class") or "")[:500]) == "hidden"


@lru_cache(maxsize=10_000)
def _is_not_shown(names: str) -> bool:
    """Whether classes hide an element until something is pressed, in the naming of CSS frameworks."""
    return any(map(_HIDING.fullmatch, names.split())) and not _SHOWING.search(_HIDING.sub("", names))


def _is_hidden(attributes: Mapping[str, str | None]) -> bool:
    style = attributes.get("style") or ""
    return "hidden" in attributes or (
        "display" in style and re.search(r"display\s{0,3}:\s{0,3}none", style) is not None
    )


@lru_cache(maxsize=10_000)
def _named(names: str) -> str | None:
    linking = None
    for name in _SPLIT.split(names):
        if kind := _KINDS.get(name.lower()):
            return kind
        parts = [part.lower() for part in _PARTS.split(name) if part]
        if not parts or parts[0] in _ABOUT or parts[-1] in _STATES:
            continue
        if kind := _KINDS.get(parts[0]) or _KINDS.get(parts[-1]):
            return kind
        if parts[0] in _LINKING or parts[-1] in _LINKING:
            linking = LINKS
    return linking
