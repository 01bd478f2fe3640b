"""Names in a query, in any spelling: cities, regions, governments, topics, people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from warticker import resources
from warticker.archive.query import Query
from warticker.archive.query.conditions import Field, OneOf
from warticker.archive.selection import Order
from warticker.errors import QueryError
from warticker.folding import fold, nearest
from warticker.library.spellings import SHORTEST
from warticker.model import PlaceKind

if TYPE_CHECKING:
    from warticker.annotate.places.gazetteer import Place
    from warticker.archive.protocol import Archive, PlaceNames

KINDS = {
    Field.CITY: frozenset({PlaceKind.CITY}),
    Field.REGION: frozenset({PlaceKind.REGION}),
    Field.GOVERNMENT: frozenset(PlaceKind),
}
"""The kind of place that each field names."""

PEOPLE = frozenset({Field.PERSON, Field.SPEAKER})
"""The fields that name people."""

NAMED = (*PEOPLE, Field.SOURCE)
"""The fields whose names cannot be listed: an unknown one is no mistake."""

WORDS_ALIKE = 0.8
"""How alike, out of 1, a word and a suggested name must be: most words without results are no names."""

SUGGESTED = 1_000
"""How many places of a kind may be suggested for an unknown name, the best known first."""


def known(
    field: Field, value: str, archive: Archive, place_names: PlaceNames, topic_files: Callable[[], Iterable[Path]]
) -> str:
    """The canonical value of a field: a place's usual German name, a topic's id, anything else as written.

    A name that matches nobody in the archive becomes that of a well-known person, if it is a spelling of it.

    `place_names` gives the archive's places that a word spells, `topic_files` the user's own. Raises QueryError
    with the nearest name for an unknown topic or place.
    """
    if field is Field.TOPIC:
        return _topic(value, archive, topic_files)
    if field in PEOPLE:
        return _person(field, value, archive)
    return _place(field, value, archive, place_names) if field in KINDS else value


def beginning(text: str) -> Callable[[str], bool]:
    """Tells whether a person's name has a word that begins so in another transliteration: `derkatsch` for Derkach."""
    # Imported here: only people in the filter need it.
    from warticker.annotate.language.known import skeleton

    # The last letters may be the first of those that stand for one sound.
    begun = {skeleton(text + rest) for rest in ("", "h", "ch", "sch", "s")}
    ways = [f" {way}" for way in begun if len(way) >= SHORTEST]
    return lambda name: any(way in f" {skeleton(name)}" for way in ways)


def topics(topic_files: Iterable[Path] = ()) -> dict[str, str]:
    """The German label of every topic, by id, including the user's own; raises DataError."""
    return {topic: german for topic, german, _ in _labelled(topic_files)}


def _labelled(topic_files: Iterable[Path]) -> list[tuple[str, str, str]]:
    """Each topic's id and labels."""
    (shipped,) = resources.yaml_data(resources.data("topics.yaml"))
    if not topic_files:
        return [(topic, fields["de"], fields["en"]) for topic, fields in shipped.items()]
    # Imported here: our own file needs no checking, and the app starts with it.
    from warticker.annotate.topics.vocabulary import all_topics

    return [(topic.id, topic.label_de, topic.label_en) for topic in all_topics(topic_files)]


def _topic(value: str, archive: Archive, topic_files: Callable[[], Iterable[Path]]) -> str:
    if value in archive.values(Field.TOPIC):
        return value
    by_name = {fold(name): names[0] for names in _labelled(topic_files()) for name in names}
    if (topic := by_name.get(fold(value))) is None:
        raise _unknown(Field.TOPIC, value, by_name.values(), listed=dict.fromkeys(by_name.values()))
    return topic


def _place(field: Field, value: str, archive: Archive, place_names: PlaceNames) -> str:
    kept = archive.values(field)
    if value in kept:
        return value
    folded = fold(value)
    if same := next((name for name in kept if fold(name) == folded), None):
        return same
    if spelt := next((name for name in place_names(value) if name in kept), None):
        return spelt
    # Imported here: it loads the gazetteer, which a place known to the archive does not need.
    from warticker.annotate.places import gazetteer

    places = gazetteer.find(value)
    found = [place.name for place in places if place.kind in KINDS[field]]
    if not found:
        if other := _of_other_kind(places):
            raise QueryError(f"there is no {field} {value}", suggestion=other)
        # Typos are rare in the first letters, and searching all hundred thousand names would take seconds.
        begun = (name for kind in KINDS[field] for name in gazetteer.index().usual(kind, folded[:1])[:SUGGESTED])
        raise _unknown(field, value, kept, begun)
    return found[0]


def _person(field: Field, value: str, archive: Archive) -> str:
    asked = Query((OneOf(field, (value,)),))
    if len(archive.select(asked, Order.NEWEST, now=datetime.min, place_names=lambda word: ())):
        return value
    # Imported here: it loads all well-known people, which a name known to the archive does not need.
    from warticker.annotate.language.known import known, known_otherwise

    person = known().last.get(value) or known_otherwise(value)
    return person.name if person else value


def meant(query: Query, unknown: Iterable[str], counts: Callable[[Field], Iterable[str]]) -> str | None:
    """A suggestion for a name, or for one of the `unknown` words, in a query without results.

    `counts` gives the existing names of a field.
    """
    # Users often type only a part of a long name.
    parts = {field: dict.fromkeys(part for name in counts(field) for part in (*name.split(), name)) for field in NAMED}
    for field in NAMED:
        for value in query.values(field):
            if (near := nearest(value, parts[field])) and fold(near) != fold(value):
                return str(OneOf(field, (near,)))
    for word in unknown:
        for source in counts(Field.SOURCE):
            if fold(source) == fold(word):
                return str(OneOf(Field.SOURCE, (source,)))
        if near := _nearest_person(word, [*parts[Field.PERSON], *parts[Field.SPEAKER], *counts(Field.CITY)]):
            return near
    return None


def _nearest_person(word: str, names: Collection[str]) -> str | None:
    """The name, of those given, that a word is a typo or another transliteration of."""
    if near := nearest(word, names, WORDS_ALIKE):
        return near
    # Imported here: it loads all well-known people.
    from warticker.annotate.language.known import known_otherwise

    person = known_otherwise(word)
    return next((name for name in names if person and person.name.endswith(f" {name}")), None)


def _of_other_kind(places: Iterable[Place]) -> str | None:
    """The field and name of the first place that another field would find: region:Krim."""
    fields = (Field.CITY, Field.REGION)
    return next((f"{field}:{place.name}" for place in places for field in fields if place.kind in KINDS[field]), None)


def _unknown(field: Field, value: str, *groups: Iterable[str], listed: Iterable[str] = ()) -> QueryError:
    """The error for an unknown name, with the one that is spelt most like it, or begins with it.

    The groups of names are searched one after the other. If none is close, the names that can be `listed` are.
    """
    for names in map(tuple, groups):
        begun = (name for name in names if fold(name).startswith(fold(value)))
        if near := nearest(value, names) or next(begun, None):
            return QueryError(f"there is no {field} {value}", suggestion=near)
    others = ", ".join(listed)
    return QueryError(f"there is no {field} {value}{others and f'; choose from {others}'}")
