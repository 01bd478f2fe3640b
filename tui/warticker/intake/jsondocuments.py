"""JSON documents: JSON Feed, schema.org's live blogs and articles by themselves, Tickaroo's and Superdesk's posts.

What is of none of these forms is read where it lists records that tell moments and texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from warticker.errors import NoEntriesError, SourceError
from warticker.intake import jsontext
from warticker.intake.addresses import site
from warticker.intake.explanation import Explained, Explanation
from warticker.intake.feeds import jsonfeed, superdesk, tickaroo
from warticker.intake.pages import datedrecords, ldjson, liveblog, recordposts
from warticker.intake.pages.fragments import line
from warticker.intake.posts import Post, days_only, distinct, entries
from warticker.intake.provenance import Provenance
from warticker.model import Document, DocumentKind


def read(text: str, *, name: str, provenance: Provenance) -> Explained:
    """The document that a JSON text is; raises SourceError where it is damaged, or of a form that is not known."""
    value = jsontext.loads(text, name=name)
    if jsonfeed.is_json_feed(value):
        return jsonfeed.read(value, name=name, provenance=provenance)
    if superdesk.is_superdesk(value):
        found = [post for item in value["_items"] if isinstance(item, dict) and (post := superdesk.post(item))]
        return _live(found, value, "Superdesk's", name, provenance)
    events = [*tickaroo.events(ldjson.records(value))]
    if events:
        found = [post for event in events if (post := tickaroo.post(event))]
        return _live(found, value, "Tickaroo's", name, provenance)
    things = [thing for thing in ldjson.records(value) if ldjson.types(thing)]
    if things:
        return liveblog.alone(things, name=name, provenance=provenance)
    if (listed := datedrecords.find([value], provenance.address)) is not None:
        return _live(listed.posts, value, "an outlet's own", name, provenance, listed.path)
    raise SourceError(name, "JSON of a form that is not known")


def _live(
    found: Sequence[Post], value: Any, whose: str, name: str, provenance: Provenance, path: Sequence[str] = ()
) -> Explained:
    if not found:
        raise NoEntriesError(name, f"{whose} JSON without posts")
    title = _title(value, path)
    source = site(provenance.address)
    document = Document(
        title, DocumentKind.TICKER, entries(days_only(distinct(found)), source), source, provenance.address
    )
    return Explained(document, Explanation(f"{whose} JSON", 1.0, f"{len(found)} posts"))


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
