"""JSON documents: JSON Feed, schema.org's live blogs and articles by themselves, records that tell moments and texts.

The last are what all vendors of live blogs send (Tickaroo's events, Superdesk's posts), whatever they call it. Where
there are none, markup in it is read as the page that it is for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from warticker.errors import SourceError
from warticker.intake.addresses import site
from warticker.intake.explanation import Explained, of_format
from warticker.intake.feeds import jsonfeed
from warticker.intake.markup.fragments import line
from warticker.intake.pages import reading
from warticker.intake.posts import entries
from warticker.intake.provenance import Provenance
from warticker.intake.structured import datedrecords, jsontext, ldjson, liveblog, recordposts
from warticker.intake.structured.datedrecords import Reports
from warticker.model import Document, DocumentKind


def read(text: str, *, name: str, provenance: Provenance) -> Explained:
    """The document that a JSON text is; raises SourceError where it is damaged, or of a form that is not known."""
    value = jsontext.loads(text, name=name)
    if jsonfeed.is_json_feed(value):
        return jsonfeed.read(value, name=name, provenance=provenance)
    things = [thing for thing in ldjson.records(value) if ldjson.types(thing)]
    # What is itself of schema.org says more of its updates than is seen in them; a page's whole state repeats it only.
    if things and _is_linked(value):
        return liveblog.alone(things, name=name, provenance=provenance)
    # A live blog may have begun just now.
    listed = datedrecords.find([value], provenance.address) or datedrecords.find([value], provenance.address, fewest=1)
    if listed is not None:
        return _live(listed, value, provenance)
    if things:
        return liveblog.alone(things, name=name, provenance=provenance)
    if markup := "".join(_markup(value)):
        return reading.read(markup, name=name, provenance=provenance)
    raise SourceError(name, "JSON of a form that is not known")


def _markup(value: Any) -> Iterator[str]:
    """The pieces of a page that a server sends in JSON, to be put into the page that asked for more."""
    for record in ldjson.records(value):
        parts = (part for held in record.values() for part in ldjson.several(held))
        yield from (part for part in parts if isinstance(part, str) and part.lstrip()[:1] == "<")


def _is_linked(value: Any) -> bool:
    """Whether a value is JSON-LD, and no record that holds some."""
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, dict) and bool(ldjson.types(first) or "@graph" in first or "@context" in first)


def _live(listed: Reports, value: Any, provenance: Provenance) -> Explained:
    source = site(provenance.address)
    found = entries(listed.posts, source)
    document = Document(_title(value, listed.path), DocumentKind.TICKER, found, source, provenance.address)
    return of_format(document, "entries in JSON", len(found), f" in {listed.place}")


def _title(value: Any, path: Sequence[str]) -> str:
    """What the innermost record around some posts is called, else one that stands beside them."""
    around = [value] if isinstance(value, dict) else []
    for key in path:
        inner = around[-1].get(key) if around else None
        if not isinstance(inner, dict):
            break
        around.append(inner)
    beside = [each for record in reversed(around) for each in record.values() if isinstance(each, dict)]
    told = (recordposts.headline(each) or line(each.get("name")).text for each in (*reversed(around), *beside))
    return next(filter(None, told), "")
