"""JSON Feed (jsonfeed.org): one entry an item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from warticker.intake.addresses import resolved, web_address
from warticker.intake.explanation import Explained
from warticker.intake.feeds.syndication import Feed
from warticker.intake.iso_times import moment
from warticker.intake.markup.fragments import line, passages
from warticker.intake.posts import Post, days_only, tidied
from warticker.intake.provenance import Provenance
from warticker.model import Moment

_KEYS = frozenset({"content_html", "content_text", "date_published"})


def is_json_feed(value: object) -> bool:
    """Whether a value is a JSON Feed: it declares that, or lists items in its form."""
    if not isinstance(value, dict) or not isinstance(items := value.get("items"), list):
        return False
    named = "jsonfeed.org" in str(value.get("version", ""))
    return named or any(isinstance(item, dict) and _KEYS & item.keys() for item in items)


def read(value: Mapping[str, Any], *, name: str, provenance: Provenance) -> Explained:
    """The document of a JSON Feed; raises NoEntriesError if it has no entries."""
    return parsed(value, provenance).explained(name, "JSON Feed")


def parsed(value: Mapping[str, Any], provenance: Provenance) -> Feed:
    """The contents of a JSON Feed, including repeated items."""
    home = web_address(value.get("home_page_url"))
    base = provenance.address or web_address(value.get("feed_url")) or home
    posts = [post for item in value["items"] if isinstance(item, dict) and (post := _post(item, home or base))]
    return Feed(line(value.get("title")).text, base, days_only(posts), items=len(value["items"]))


def _post(item: Mapping[str, Any], base: str | None) -> Post | None:
    html, text, summary = (item.get(key) for key in ("content_html", "content_text", "summary"))
    body = next((each for each in (html, text, summary) if isinstance(each, str) and each.strip()), "")
    published = moment(item.get("date_published"))
    post = Post(
        line(item.get("title"), base),
        passages(body, base),
        published if published != Moment() else moment(item.get("date_modified")),
        resolved(item.get("url"), base) or resolved(item.get("external_url"), base) or web_address(item.get("id")),
    )
    post = tidied(post)
    return post if post.headline.text or post.paragraphs else None
