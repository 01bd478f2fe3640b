"""What an entry is found and listed by, worked out once when it is added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from math import inf

from warticker.archive.conditions import Field
from warticker.model import BERLIN, Annotations, Entry, Moment, PlaceKind, PlaceMention, PlaceRole

UNVERIFIED = "unverified"
"""The value of `is:` for entries that say that something could not be checked."""

LONGEST_TITLE = 300
"""Code points that a list is given of an entry."""

UNDATED = (1, 0, 0.0)
"""Where an entry without a day stands in time: behind all others, newest first."""

_PLACE_FIELDS = {PlaceKind.CITY: Field.CITY, PlaceKind.REGION: Field.REGION}
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?…]+[“”\"»«]?(?=\s|$)")
"""What ends a sentence: no `14.`, `Dr.` or `z. B.`, which have fewer letters before the full stop."""


def values(source: str | None, annotations: Annotations) -> Iterator[tuple[Field, str]]:
    """The values that an entry from a source has, field by field; one can come more than once."""
    if source is not None:
        yield Field.SOURCE, source
    for match in annotations.topics:
        yield Field.TOPIC, match.topic
    yield from _places(annotations.places)
    for person in annotations.people:
        yield Field.PERSON, person.name
    for quotation in annotations.quotations:
        if quotation.speaker is not None:
            yield Field.SPEAKER, quotation.speaker
    for claim in annotations.claims:
        yield Field.CLAIM, claim.side.value
    if annotations.unverified:
        yield Field.IS, UNVERIFIED


def _places(mentions: Iterable[PlaceMention]) -> Iterator[tuple[Field, str]]:
    for mention in mentions:
        if mention.role is PlaceRole.GOVERNMENT:
            # Countries act in nearly every entry: as a choice they would tell nothing.
            if mention.kind is not PlaceKind.COUNTRY:
                yield Field.GOVERNMENT, mention.name
        elif mention.kind in _PLACE_FIELDS:
            yield _PLACE_FIELDS[mention.kind], mention.name


def title(entry: Entry) -> str:
    """What a list calls an entry: its headline, else its first sentence; cut to its room, never empty."""
    if entry.headline:
        return _cut(entry.headline)
    first = next((paragraph for paragraph in entry.paragraphs if paragraph.strip()), "(no text)")[: 2 * LONGEST_TITLE]
    end = _SENTENCE_END.search(first)
    return _cut(first[: end.end()] if end else first)


def place_in_time(moment: Moment) -> tuple[int, int, float]:
    """What sorts entries newest first: by day, then time; a day alone stands at the day's end, no day behind all."""
    if moment.day is None:
        return UNDATED
    if moment.clock is None:
        return (0, -moment.day.toordinal(), inf)
    return (0, -moment.day.toordinal(), -datetime.combine(moment.day, moment.clock, BERLIN).timestamp())


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_TITLE else text[: LONGEST_TITLE - 1].rstrip() + "…"
