"""Converts records to nouns; every error names its place."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import date, datetime, time
from typing import TypeVar

from warticker.model import (
    BERLIN,
    Annotations,
    Bound,
    Claim,
    Document,
    DocumentKind,
    Emphasis,
    EmphasisKind,
    Entry,
    EntryKey,
    EntryState,
    Figure,
    Moment,
    PersonMention,
    PlaceId,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    Quotation,
    Side,
    Span,
    Story,
    TopicId,
    TopicMatch,
)
from warticker.records.fields import Fields

_ANNOTATIONS = ("places", "topics", "evidence", "quotes", "people", "claims", "figures", "unverified")
_DOCUMENT = frozenset({"title", "source", "address", "published", "kind", "dropped", "entries"})
_ENTRY = frozenset(
    {"key", "time", "date", "precision", "inferred", "headline", "paragraphs", "source", "address", "emphasis"}
).union(_ANNOTATIONS)

STATE = frozenset(field.name for field in fields_of(EntryState))
"""The keys of an entry's state in an archive; they are ignored on reading, as they hold for that archive alone."""

_Noun = TypeVar("_Noun")


class _EditedError(Exception):
    """A span's text no longer matches the entry's."""


def story_from(record: object) -> Story:
    """The story of a record; raises DataError, naming entry and field, for anything else.

    Annotations are read all or none: they are empty if one entry has none or one of their spans has moved.
    """
    fields = Fields.of(record, "the document")
    fields.only(_DOCUMENT)
    source = fields.text_or_none("source")
    return story_of(
        fields,
        [entry_from(entry, source, f"entry {number}") for number, entry in enumerate(fields.sequence("entries"), 1)],
    )


def story_of(fields: Fields, read: Sequence[tuple[Entry, Annotations | None]]) -> Story:
    """The story of a document's fields and the entries that `entry_from` has read; raises DataError."""
    understood = tuple(annotations for _, annotations in read if annotations is not None)
    return Story(
        Document(
            title=fields.text("title"),
            kind=fields.one_of("kind", DocumentKind, DocumentKind.TICKER),
            entries=tuple(entry for entry, _ in read),
            source=fields.text_or_none("source"),
            address=fields.text_or_none("address"),
            published=fields.parsed("published", moment_from, Moment()),
            dropped=fields.texts("dropped"),
        ),
        understood if len(understood) == len(read) else (),
    )


def entry_from(record: object, source: str | None = None, where: str = "the entry") -> tuple[Entry, Annotations | None]:
    """The entry of a record, and its annotations if they still fit its text; `source` is the document's.

    A record without a key gives an entry with an empty one. Raises DataError.
    """
    fields = Fields.of(record, where)
    key = fields.text("key")
    fields = fields.named(key)
    fields.only(_ENTRY | STATE)
    entry = Entry(
        key=EntryKey(key),
        moment=_moment(fields),
        headline=fields.text("headline"),
        paragraphs=fields.texts("paragraphs"),
        source=fields.text_or_none("source") if "source" in fields else source,
        address=fields.text_or_none("address"),
    )
    text = entry.text
    with suppress(_EditedError):
        entry = replace(entry, emphasis=fields.each("emphasis", lambda leaf: _emphasis(leaf, text)))
    with suppress(_EditedError):
        return entry, _annotations(fields, text) if any(name in fields for name in _ANNOTATIONS) else None
    return entry, None


def moment_from(text: str) -> Moment:
    """The moment that an ISO time, day or time of day gives; raises ValueError for anything else.

    A time without an offset, or with Berlin's, is taken as it is; any other is converted to Berlin's.
    """
    if len(text) <= len("2025-11-14") and "-" in text:
        return Moment(date.fromisoformat(text))
    if "-" not in text[:5]:
        return Moment(None, time.fromisoformat(text).replace(tzinfo=None))
    at = _in_berlin(datetime.fromisoformat(text))
    return Moment(at.date(), at.time())


def _in_berlin(at: datetime) -> datetime:
    """A time in Berlin; raises ValueError outside the years that Python supports."""
    if at.tzinfo is None:
        return at
    for fold in (0, 1):
        here = at.replace(tzinfo=BERLIN, fold=fold)
        if here.utcoffset() == at.utcoffset():
            return here
    try:
        return at.astimezone(BERLIN)
    except OverflowError as error:
        raise ValueError(str(error)) from error


def _moment(fields: Fields) -> Moment:
    """An entry's moment: its time, else its day."""
    moment = fields.parsed("time", moment_from, Moment())
    if moment.day is None:
        moment = Moment(fields.parsed("date", date.fromisoformat, None), moment.clock)
    return Moment(moment.day, moment.clock, fields.flag("inferred"))


def _annotations(fields: Fields, text: str) -> Annotations:
    evidence = fields.spans("evidence")
    if any(not 0 <= span.start <= span.end <= len(text) for spans in evidence.values() for span in spans):
        raise _EditedError
    return Annotations(
        places=fields.each("places", lambda leaf: _place(leaf, text)),
        topics=tuple(TopicMatch(TopicId(topic), evidence.get(topic, ())) for topic in fields.texts("topics")),
        quotations=fields.each("quotes", lambda leaf: Quotation(_span(leaf, text), leaf.text_or_none("speaker"))),
        people=fields.each(
            "people", lambda leaf: PersonMention(_span(leaf, text), leaf.text("name"), leaf.text_or_none("office"))
        ),
        claims=fields.each(
            "claims", lambda leaf: Claim(_span(leaf, text), leaf.text("source"), leaf.one_of("side", Side, Side.OTHER))
        ),
        figures=fields.each("figures", lambda leaf: _figure(leaf, text)),
        unverified=fields.flag("unverified"),
    )


def _place(leaf: Fields, text: str) -> PlaceMention:
    return PlaceMention(
        _span(leaf, text),
        PlaceId(leaf.text("id")),
        leaf.text("name"),
        leaf.one_of("kind", PlaceKind, PlaceKind.CITY),
        leaf.one_of("role", PlaceRole, PlaceRole.LOCATION),
    )


def _figure(leaf: Fields, text: str) -> Figure:
    bound = leaf.one_of("bound", Bound, Bound.ABOUT) if leaf.text_or_none("bound") is not None else None
    return Figure(_span(leaf, text), leaf.number("value"), leaf.text("noun"), bound)


def _emphasis(leaf: Fields, text: str) -> Emphasis:
    kind = leaf.one_of("kind", EmphasisKind, EmphasisKind.EMPHASIS)
    return Emphasis(_span(leaf, text), kind, leaf.text_or_none("address"))


def _span(leaf: Fields, text: str) -> Span:
    """The span of a leaf; raises _EditedError if the text there is another."""
    span = Span(leaf.whole("start"), leaf.whole("end"))
    if not 0 <= span.start <= span.end <= len(text) or span.of(text) != leaf.text("text"):
        raise _EditedError
    return span
