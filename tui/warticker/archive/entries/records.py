"""Serialises entries and their annotations to bytes: values in a fixed order, without their names.

This takes half the time of the exported records (warticker.records), and a seventh less space. Records with names, as
earlier versions stored them, can still be read.
"""

from __future__ import annotations

from datetime import date, time
from typing import Any

from warticker.archive.entries.packing import packed, unpacked
from warticker.errors import DataError
from warticker.model import (
    Annotations,
    Bound,
    Claim,
    Emphasis,
    EmphasisKind,
    Entry,
    Figure,
    Moment,
    PersonMention,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    Quotation,
    Side,
    Span,
    TopicMatch,
)
from warticker.records import entry_from


def packed_entry(entry: Entry, annotations: Annotations) -> bytes:
    """An entry and its annotations as bytes."""
    return packed([_listed_entry(entry), _listed_annotations(annotations)])


def unpacked_entry(data: bytes) -> tuple[Entry, Annotations]:
    """The entry and annotations stored in some bytes; raises DataError if they are damaged."""
    record = unpacked(data)
    if isinstance(record, dict):
        entry, annotations = entry_from(record)
        return entry, annotations or Annotations()
    try:
        (listed_entry, listed_annotations) = record
        return _entry(listed_entry), _annotations(listed_annotations)
    except (TypeError, ValueError, KeyError) as error:
        raise DataError(f"a record in the archive is damaged: {error}") from error


def _listed_entry(entry: Entry) -> list[object]:
    day, clock = entry.moment.day, entry.moment.clock
    return [
        entry.key,
        None if day is None else day.toordinal(),
        None if clock is None else clock.isoformat(),
        0 if clock is None else clock.fold,
        entry.moment.inferred,
        entry.headline,
        entry.paragraphs,
        entry.source,
        entry.address,
        [(*_ends(one.span), one.kind, one.address) for one in entry.emphasis],
    ]


def _entry(listed: list[Any]) -> Entry:
    key, day, clock, fold, inferred, headline, paragraphs, source, address, emphasis = listed
    moment = Moment(
        None if day is None else date.fromordinal(day),
        None if clock is None else time.fromisoformat(clock).replace(fold=fold),
        inferred,
    )
    set_apart = tuple(
        Emphasis(_span(start, end), EmphasisKind(kind), leads_to) for start, end, kind, leads_to in emphasis
    )
    return Entry(key, moment, headline, tuple(paragraphs), set_apart, source, address)


def _listed_annotations(annotations: Annotations) -> list[object]:
    return [
        [(*_ends(one.span), one.place, one.name, one.kind, one.role) for one in annotations.places],
        [(one.topic, list(map(_ends, one.evidence))) for one in annotations.topics],
        [(*_ends(one.span), one.speaker) for one in annotations.quotations],
        [(*_ends(one.span), one.name, *([] if one.office is None else [one.office])) for one in annotations.people],
        [(*_ends(one.span), one.source, one.side) for one in annotations.claims],
        [(*_ends(one.span), one.value, one.noun, one.bound) for one in annotations.figures],
        annotations.unverified,
    ]


def _annotations(listed: list[Any]) -> Annotations:
    places, topics, quotations, people, claims, figures, unverified = listed
    return Annotations(
        tuple(
            PlaceMention(_span(start, end), place, name, PlaceKind(kind), PlaceRole(role))
            for start, end, place, name, kind, role in places
        ),
        tuple(TopicMatch(topic, tuple(_span(*ends) for ends in evidence)) for topic, evidence in topics),
        tuple(Quotation(_span(start, end), speaker) for start, end, speaker in quotations),
        tuple(PersonMention(_span(start, end), *named) for start, end, *named in people),
        tuple(Claim(_span(start, end), source, Side(side)) for start, end, source, side in claims),
        tuple(
            Figure(_span(start, end), value, noun, None if bound is None else Bound(bound))
            for start, end, value, noun, bound in figures
        ),
        unverified,
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _span(start: int, end: int) -> Span:
    if not 0 <= start <= end:
        raise ValueError(f"invalid span from {start} to {end}")
    return Span(start, end)
