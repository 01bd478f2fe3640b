"""Tickaroo's events: what its live blogs load (`Tik::Model::Event`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from warticker.intake import jsontext
from warticker.intake.addresses import resolved
from warticker.intake.clean import clean
from warticker.intake.isotimes import moment
from warticker.intake.pages.fragments import line, passages
from warticker.intake.passages import NOTHING, Passage, plain
from warticker.intake.posts import Post, tidied
from warticker.model import Emphasis, EmphasisKind, Moment, Span

_MOMENTS = ("created_at", "published_at", "updated_at")
_ADDRESSES = ("url", "share_url", "permalink")
_EVENT = "Tik::Model::Event"
_SPANS = {"BoldSpan": EmphasisKind.STRONG, "ItalicSpan": EmphasisKind.EMPHASIS, "RefSpan": EmphasisKind.LINK}


def events(values: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The events among the records of a JSON document that are not deleted."""
    for value in values:
        if value.get("_type") == _EVENT and not value.get("is_deleted") and value.get("state") != "deleted":
            yield value


def post(event: Mapping[str, Any]) -> Post | None:
    """The report that an event is; None where it holds no text."""
    info = event.get("event_info")
    about = info if isinstance(info, dict) else {}
    heads = (event.get("headline"), event.get("title"), about.get("headline"))
    headline = next((text for head in heads if (text := line(head)).text), NOTHING)
    paragraphs = tuple(_contents(event.get("contents")))
    if not paragraphs:
        paragraphs = _attributed(about) or passages(str(about.get("title") or ""))
    when = next((each for key in _MOMENTS if (each := moment(event.get(key))).day), Moment())
    address = next((found for key in _ADDRESSES if (found := resolved(event.get(key), None))), None)
    told = tidied(Post(headline, paragraphs, when, address))
    return told if told.headline.text or told.paragraphs else None


def _contents(contents: object) -> Iterator[Passage]:
    """The lines of an event's contents: texts, and what stands on others as title or text."""
    for content in contents if isinstance(contents, list) else ():
        if not isinstance(content, dict):
            continue
        for key in ("title", "text", "html"):
            value = content.get(key)
            if isinstance(value, dict):
                yield from _attributed({"attributes_json": value})
            elif isinstance(value, str):
                yield from passages(value)


def _attributed(about: Mapping[str, Any]) -> tuple[Passage, ...]:
    """A text with its spans (`Tik::ApiModel::Text::AttributedText`), line by line."""
    value = about.get("attributes_json")
    if isinstance(value, str):
        value = jsontext.embedded(value)
    if not isinstance(value, dict) or not isinstance(text := value.get("text"), str):
        return ()
    if clean(text) != text:
        return plain(clean(text))
    marks = [mark for each in value.get("attrs") or () if (mark := _mark(each, len(text)))]
    whole = Passage(text, tuple(marks))
    found, start = [], 0
    for raw in text.split("\n"):
        found.append(whole.part(start, start + len(raw)))
        start += len(raw) + 1
    return tuple(each for each in found if each.text)


def _mark(value: object, length: int) -> Emphasis | None:
    if not isinstance(value, dict):
        return None
    kind = _SPANS.get(str(value.get("_type")).rpartition("::")[2])
    start, end = value.get("start"), value.get("end")
    if kind is None or type(start) is not int or type(end) is not int or not 0 <= start < end <= length:
        return None
    reference = value.get("ref")
    address = resolved(reference.get("url"), None) if isinstance(reference, dict) else None
    if kind is EmphasisKind.LINK and address is None:
        return None
    return Emphasis(Span(start, end), kind, address)
