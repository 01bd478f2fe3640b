"""What an entry is found and listed by, worked out once when it is added."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime, time

from warticker.archive.conditions import Field
from warticker.model import BERLIN, Annotations, Entry, Moment, PlaceKind, PlaceMention, PlaceRole

UNVERIFIED = "unverified"
"""The value of `is:` for entries that say that something could not be checked."""

CHANGED = "changed"
"""The value of `is:` for entries that have read otherwise before."""

WITHDRAWN = "withdrawn"
"""The value of `is:` for entries that have gone from their page."""

LETTERS = {
    Field.TOPIC: "t",
    Field.CITY: "c",
    Field.GOVERNMENT: "g",
    Field.REGION: "r",
    Field.SOURCE: "o",
    Field.PERSON: "p",
    Field.SPEAKER: "s",
    Field.CLAIM: "m",
    Field.IS: "i",
}
"""What a field's index is called in the file."""

PLACES = "n"
"""The index of all places that an entry names, whatever their kind."""

_FILED = (LETTERS[Field.CITY], LETTERS[Field.GOVERNMENT], LETTERS[Field.REGION])

HOURS = "h"
"""The index of the hours of the day, `0` to `23`."""

INDEXES = (*LETTERS.values(), PLACES, HOURS)
"""Every index."""

NAMES = frozenset({LETTERS[Field.PERSON], LETTERS[Field.SPEAKER], LETTERS[Field.SOURCE]})
"""Indexes whose values are names of several words, of which a part finds the whole: `person:Klitschko`."""

OPEN = frozenset({LETTERS[Field.PERSON], LETTERS[Field.SPEAKER]})
"""Indexes that may have a hundred thousand values, of which only the most frequent are counted."""

LONGEST_TITLE = 300
"""Code points that a list is given of an entry."""

UNDATED = 0
"""Where an entry without a day stands in time: behind all others, newest first."""

_A_DAY = 100_000_000_000
"""More than the microseconds of the longest day, which has 25 hours."""

_PLACE_FIELDS = {PlaceKind.CITY: Field.CITY, PlaceKind.REGION: Field.REGION}
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?…]+[“”\"»«]?(?=\s|$)")
"""What ends a sentence: no `14.`, `Dr.` or `z. B.`, which have fewer letters before the full stop."""

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


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


def packed(source: str | None, annotations: Annotations, states: Iterable[str] = ()) -> str:
    """An entry's values by the letters of their indexes, with states that its history gives it, as JSON.

    Places that are filed under a field are left out of those of any kind; `unpacked` adds them.
    """
    by_letter: dict[str, dict[str, None]] = {}
    for field, value in values(source, annotations):
        by_letter.setdefault(LETTERS[field], {})[value] = None
    filed = {name for letter in _FILED for name in by_letter.get(letter, ())}
    for mention in annotations.places:
        if mention.name not in filed:
            by_letter.setdefault(PLACES, {})[mention.name] = None
    for state in states:
        by_letter.setdefault(LETTERS[Field.IS], {})[state] = None
    return _json({letter: list(each) for letter, each in by_letter.items()})


def unpacked(packed_values: str) -> dict[str, list[str]]:
    """An entry's values by the letters of their indexes."""
    values: dict[str, list[str]] = json.loads(packed_values)
    places = dict.fromkeys(name for letter in (*_FILED, PLACES) for name in values.get(letter, ()))
    if places:
        values[PLACES] = list(places)
    return values


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


def place_in_time(moment: Moment) -> int:
    """What sorts entries newest first: by day, then time; a day alone stands at the day's end, no day behind all.

    The day comes back from it by `day_of`.
    """
    if moment.day is None:
        return UNDATED
    within = 0
    if moment.clock is not None:
        midnight = datetime.combine(moment.day, time(), BERLIN)
        # As instants, since a night in October has an hour twice.
        past = datetime.combine(moment.day, moment.clock, BERLIN).timestamp() - midnight.timestamp()
        within = 1 + round(past * 1_000_000)
    return -(moment.day.toordinal() * _A_DAY + within)


def day_of(place: int) -> int | None:
    """The ordinal of the day of an entry that stands there in time; None where it has none."""
    return None if place == UNDATED else -place // _A_DAY


def first_place(day: int) -> int:
    """What comes before the place of each entry of a day, given by its ordinal, and behind all of later days."""
    return -(day + 1) * _A_DAY + 1


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_TITLE else text[: LONGEST_TITLE - 1].rstrip() + "…"
