"""JSON documents: JSON Feed, schema.org's live blogs and articles, records with times and texts.

The last are what vendors of live blogs send (Tickaroo's events, Superdesk's posts), whatever their names. Without any,
markup in the JSON is read as the page that it is for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from warticker.errors import SourceError
from warticker.intake.addresses import site
from warticker.intake.explanation import Explained, of_format
from warticker.intake.feeds import json_feed
from warticker.intake.markup.fragments import line
from warticker.intake.pages import reading
from warticker.intake.posts import entries
from warticker.intake.provenance import Provenance
from warticker.intake.structured import dated_records, json_ld, json_text, live_blog, record_posts
from warticker.intake.structured.dated_records import Reports
from warticker.model import Document, DocumentKind


def read(text: str, *, name: str, provenance: Provenance) -> Explained:
    """The document of a JSON text; raises SourceError if it is damaged, or of an unknown form."""
    value = json_text.loads(text, name=name)
    if json_feed.is_json_feed(value):
        return json_feed.read(value, name=name, provenance=provenance)
    things = [thing for thing in json_ld.records(value) if json_ld.types(thing)]
    # A top-level schema.org document says more of its updates than their texts; a page's state only repeats it.
    if things and _is_linked(value):
        return live_blog.alone(things, name=name, provenance=provenance)
    # A live blog may have just begun.
    listed = dated_records.find([value], provenance.address) or dated_records.find(
        [value], provenance.address, fewest=1
    )
    if listed is not None:
        return _live(listed, value, provenance)
    if things:
        return live_blog.alone(things, name=name, provenance=provenance)
    if markup := "".join(_markup(value)):
        return reading.read(markup, name=name, provenance=provenance)
    raise SourceError(name, "the JSON has an unknown structure")


def _markup(value: Any) -> Iterator[str]:
    """The fragments of a page that a server sends in JSON, to be inserted into the page that requested more."""
    for record in json_ld.records(value):
        parts = (part for held in record.values() for part in json_ld.several(held))
        yield from (part for part in parts if isinstance(part, str) and part.lstrip()[:1] == "<")


def _is_linked(value: Any) -> bool:
    """Whether a value is JSON-LD, not a record that contains some."""
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, dict) and bool(json_ld.types(first) or "@graph" in first or "@context" in first)


def _live(listed: Reports, value: Any, provenance: Provenance) -> Explained:
    source = site(provenance.address)
    found = entries(listed.posts, source)
    document = Document(_title(value, listed.path), DocumentKind.TICKER, found, source, provenance.address)
    return of_format(document, "entries in JSON", len(found), f" in {listed.place}")


def _title(value: Any, path: Sequence[str]) -> str:
    """The title of the innermost record around some posts, else of one beside them."""
    around = [value] if isinstance(value, dict) else []
    for key in path:
        inner = around[-1].get(key) if around else None
        if not isinstance(inner, dict):
            break
        around.append(inner)
    beside = [each for record in reversed(around) for each in record.values() if isinstance(each, dict)]
    told = (record_posts.headline(each) or line(each.get("name")).text for each in (*reversed(around), *beside))
    return next(filter(None, told), "")
