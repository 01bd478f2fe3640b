"""Converts nouns to records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from warticker.model import Annotations, Document, Entry, EntryState, Moment, Span, Story

LARGEST_WHOLE = 10**15
"""Whole numbers below this are written without a decimal point."""


def story_record(story: Story, states: Sequence[EntryState] = ()) -> dict[str, Any]:
    """The record of a document, its entries, their annotations and, if given, their states."""
    document = story.document
    nothing = (None,) * len(document.entries)
    entries = zip(document.entries, story.annotations or nothing, states or nothing, strict=True)
    return {
        **document_record(document),
        "entries": [entry_record(*entry, source=document.source) for entry in entries],
    }


def document_record(document: Document) -> dict[str, Any]:
    """The record of a document without its entries."""
    return {
        "title": document.title,
        "source": document.source,
        "address": document.address,
        "published": moment_text(document.published),
        "kind": document.kind.value,
        "dropped": list(document.dropped),
    }


def entry_record(
    entry: Entry, annotations: Annotations | None, state: EntryState | None = None, *, source: str | None = None
) -> dict[str, Any]:
    """The record of an entry of a document from a source."""
    moment = entry.moment
    record: dict[str, Any] = {
        "key": entry.key,
        "time": None if moment.clock is None else moment_text(moment),
        "date": None if moment.day is None else moment.day.isoformat(),
        "precision": moment.precision.value,
        "inferred": moment.inferred,
        "headline": entry.headline,
        "paragraphs": list(entry.paragraphs),
    }
    if entry.source != source:
        record["source"] = entry.source
    if entry.address is not None:
        record["address"] = entry.address
    if entry.emphasis:
        record["emphasis"] = [
            {"kind": set_apart.kind.value, **_place(set_apart.span, entry.text)}
            | ({} if set_apart.address is None else {"address": set_apart.address})
            for set_apart in entry.emphasis
        ]
    if annotations is not None:
        record.update(_annotations_record(annotations, entry.text))
    if state is not None:
        record.update(asdict(state))
    return record


def moment_text(moment: Moment) -> str | None:
    """A moment in ISO form, as exactly as it is known: a time, a day, a time of day, or nothing."""
    if moment.day is None:
        return None if moment.clock is None else moment.clock.isoformat()
    return moment.day.isoformat() if moment.clock is None or moment.at is None else moment.at.isoformat()


def _annotations_record(annotations: Annotations, text: str) -> dict[str, Any]:
    return {
        "places": [
            {
                "id": mention.place,
                "name": mention.name,
                "kind": mention.kind.value,
                "role": mention.role.value,
                **_place(mention.span, text),
            }
            for mention in annotations.places
        ],
        "topics": [match.topic for match in annotations.topics],
        "evidence": {
            match.topic: [[span.start, span.end] for span in match.evidence]
            for match in annotations.topics
            if match.evidence
        },
        "quotes": [
            {**_place(quotation.span, text), "speaker": quotation.speaker} for quotation in annotations.quotations
        ],
        "people": [
            {"name": mention.name, **_place(mention.span, text)}
            | ({} if mention.office is None else {"office": mention.office})
            for mention in annotations.people
        ],
        "claims": [
            {**_place(claim.span, text), "source": claim.source, "side": claim.side.value}
            for claim in annotations.claims
        ],
        "figures": [
            {
                **_place(figure.span, text),
                "value": _number(figure.value),
                "noun": figure.noun,
                "bound": figure.bound and figure.bound.value,
            }
            for figure in annotations.figures
        ],
        "unverified": annotations.unverified,
    }


def _number(value: float) -> float:
    """A number as people write it: whole numbers without a decimal point, unless very large."""
    return int(value) if abs(value) < LARGEST_WHOLE and value == int(value) else value


def _place(span: Span, text: str) -> dict[str, Any]:
    """Where a span is, and what it says."""
    return {"text": span.of(text), "start": span.start, "end": span.end}
