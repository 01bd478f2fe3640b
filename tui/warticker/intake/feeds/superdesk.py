"""Superdesk Live Blog's posts: what its embedded blogs load, newest first (`_items`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from warticker.intake.addresses import resolved
from warticker.intake.isotimes import moment
from warticker.intake.pages.fragments import line, passages
from warticker.intake.passages import NOTHING, Passage
from warticker.intake.posts import Post, tidied
from warticker.model import Moment

_MOMENTS = ("published_date", "_created", "firstcreated", "content_updated_date", "_updated")
_HIDDEN = frozenset({"draft", "submitted", "comment"})


def is_superdesk(value: object) -> bool:
    """Whether a value is a list of posts as the vendor's servers send it."""
    items = value.get("_items") if isinstance(value, dict) else None
    return isinstance(items, list) and any(
        isinstance(item, dict) and ({"groups", "item_type", "text", "post_status"} & item.keys()) for item in items
    )


def post(value: Mapping[str, Any]) -> Post | None:
    """The report that a post is; None where it is deleted, not published, or holds no text."""
    if value.get("deleted") or value.get("post_status") in _HIDDEN:
        return None
    headline = line(value.get("headline") or value.get("slugline"))
    paragraphs: list[Passage] = []
    for item in _items(value):
        paragraphs += _text(item)
        headline = headline if headline.text else _headline(item)
    when = next((each for key in _MOMENTS if (each := moment(value.get(key))).day), Moment())
    address = resolved(value.get("url") or value.get("permalink"), None)
    found = tidied(Post(headline, tuple(paragraphs), when, address))
    return found if found.headline.text or found.paragraphs else None


def _items(value: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The items of a post, in the groups that it has; the post itself where it has none."""
    groups = value.get("groups")
    if not isinstance(groups, list):
        yield value
        return
    for group in groups:
        if isinstance(group, dict) and group.get("id") != "root":
            for reference in group.get("refs") or ():
                if isinstance(reference, dict) and isinstance(item := reference.get("item"), dict):
                    yield item


def _text(item: Mapping[str, Any]) -> tuple[Passage, ...]:
    told = item.get("meta")
    about = told if isinstance(told, dict) else {}
    match item.get("item_type") or item.get("type"):
        case "quote":
            return (*passages(str(about.get("quote") or "")), *passages(str(about.get("credit") or "")))
        case "image" | "video" | "picture":
            return ()
        case "embed":
            return passages(str(about.get("description") or ""))
        case _:
            text = item.get("text")
            return passages(text) if isinstance(text, str) else ()


def _headline(item: Mapping[str, Any]) -> Passage:
    told = item.get("meta")
    about = told if isinstance(told, dict) else {}
    return line(item.get("headline") or about.get("headline") or about.get("title")) or NOTHING
