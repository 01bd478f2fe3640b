"""The values that an entry is filtered by, and its title in lists; computed once, when it is added."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from warticker.archive.query.conditions import Field
from warticker.model import Annotations, Entry, PlaceKind, PlaceMention, PlaceRole

UNVERIFIED = "unverified"
"""The value of `is:` for entries that say that something could not be verified."""

CHANGED = "changed"
"""The value of `is:` for entries that have earlier versions."""

WITHDRAWN = "withdrawn"
"""The value of `is:` for entries that are gone from their page."""

READ, SAVED, NOTED, NEW = "read", "saved", "noted", "new"
"""The names of the marks; `is:unread` matches entries without the first, `is:` the others by these names."""

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
"""The names of the fields' indexes in the file."""

PLACES = "n"
"""The index of all places that an entry names, of any kind."""

TOPIC, CITY = LETTERS[Field.TOPIC], LETTERS[Field.CITY]
_GOVERNMENTS, _REGION, _SOURCE = LETTERS[Field.GOVERNMENT], LETTERS[Field.REGION], LETTERS[Field.SOURCE]
_PERSON, _SPEAKER, _CLAIM, _IS = (LETTERS[field] for field in (Field.PERSON, Field.SPEAKER, Field.CLAIM, Field.IS))
_FILED = (CITY, _GOVERNMENTS, _REGION)

_PLACED = (*_FILED, PLACES)

HOURS = "h"
"""The index of the hours of the day, `0` to `23`."""

INDEXES = (*LETTERS.values(), PLACES, HOURS)
"""The names of all indexes."""

NAMES = frozenset({_PERSON, _SPEAKER, _SOURCE})
"""Indexes whose values are names of several words, where a part matches the whole name: `person:Klitschko`."""

OPEN = frozenset({_PERSON, _SPEAKER})
"""Indexes with an open set of values, up to a hundred thousand, of which only the most frequent are counted."""

LONGEST_TITLE = 300
"""The most code points of an entry's title in a list."""

_GOVERNMENT = PlaceRole.GOVERNMENT
_PLACE_LETTERS = {PlaceKind.CITY: CITY, PlaceKind.REGION: _REGION}
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.!?…]+[“”\"»«]?(?=\s|$)")
"""The end of a sentence; not `14.`, `Dr.` or `z. B.`, which have fewer letters before the full stop."""

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def values(source: str | None, annotations: Annotations) -> Iterator[tuple[str, str]]:
    """The values of an entry, with the letters of their indexes; a value may be repeated."""
    if source is not None:
        yield _SOURCE, source
    for match in annotations.topics:
        yield TOPIC, match.topic
    for mention in annotations.places:
        if (letter := _letter(mention)) is not None:
            yield letter, mention.name
    for person in annotations.people:
        yield _PERSON, person.name
    for quotation in annotations.quotations:
        if quotation.speaker is not None:
            yield _SPEAKER, quotation.speaker
    for claim in annotations.claims:
        yield _CLAIM, claim.side.value
    if annotations.unverified:
        yield _IS, UNVERIFIED


def packed(source: str | None, annotations: Annotations) -> str:
    """An entry's values by the letters of their indexes, as JSON.

    `PLACES` omits the places that another index has too, and `unpacked` adds them; but where there are both cities and
    regions, it has these too, in the order of the text.
    """
    by_letter: dict[str, dict[str, None]] = {}
    for letter, value in values(source, annotations):
        by_letter.setdefault(letter, {})[value] = None
    filed = {name for letter in _FILED for name in by_letter.get(letter, ())}
    mixed = by_letter.keys() >= {CITY, _REGION}
    for mention in annotations.places:
        if mention.name not in filed or (mixed and _letter(mention) in (CITY, _REGION)):
            by_letter.setdefault(PLACES, {})[mention.name] = None
    return _json({letter: list(each) for letter, each in by_letter.items()})


def states_of(found: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """The values of `is:` among an entry's values, without its marks, which are stored separately."""
    return found.get(_IS, ())


def places_of(found: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The cities and regions among an entry's values, each once, in the order of its text."""
    named = dict.fromkeys((*found.get(CITY, ()), *found.get(_REGION, ())))
    # Earlier versions did not keep the order of both.
    return tuple(dict.fromkeys((*(name for name in found.get(PLACES, ()) if name in named), *named)))


def restated(packed_values: str, *, having: Collection[str] = (), without: Collection[str] = ()) -> str:
    """An entry's packed values with some states added and others removed."""
    found = json.loads(packed_values)
    before = list(states_of(found))
    states = [state for state in dict.fromkeys([*before, *having]) if state not in without]
    return packed_values if states == before else _json(found | {_IS: states})


def unpacked(packed_values: Iterable[str]) -> Iterator[dict[str, list[str]]]:
    """The values of entries by the letters of their indexes."""
    values: dict[str, list[str]]
    # Decode all at once: calling the decoder takes longer than decoding one entry.
    for values in json.loads(f"[{','.join(packed_values)}]"):
        if places := [name for letter in _PLACED if letter in values for name in values[letter]]:
            values[PLACES] = list(dict.fromkeys(places))
        yield values


def _letter(mention: PlaceMention) -> str | None:
    """The index that a mention of a place belongs to, besides that of all places."""
    return _GOVERNMENTS if mention.role is _GOVERNMENT else _PLACE_LETTERS.get(mention.kind)


def title(entry: Entry) -> str:
    """An entry's title in a list: its headline, else its first sentence; truncated, never empty."""
    if entry.headline:
        return _cut(entry.headline)
    first = next((paragraph for paragraph in entry.paragraphs if paragraph.strip()), "(no text)")[: 2 * LONGEST_TITLE]
    end = _SENTENCE_END.search(first)
    return _cut(first[: end.end()] if end else first)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_TITLE else text[: LONGEST_TITLE - 1].rstrip() + "…"
