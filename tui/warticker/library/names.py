"""Names in a query, in any spelling: cities, regions, governments, topics, people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from warticker import resources
from warticker.archive.query import Query
from warticker.archive.query.conditions import Field, OneOf
from warticker.archive.selection import Order
from warticker.errors import QueryError
from warticker.folding import fold, nearest
from warticker.model import PlaceKind

if TYPE_CHECKING:
    from warticker.annotate.places.gazetteer import Place
    from warticker.archive.protocol import Archive, PlaceNames

KINDS = {
    Field.CITY: frozenset({PlaceKind.CITY}),
    Field.REGION: frozenset({PlaceKind.REGION}),
    Field.GOVERNMENT: frozenset(PlaceKind),
}
"""What sort of place each field names."""

PEOPLE = frozenset({Field.PERSON, Field.SPEAKER})
"""The fields that name people."""

NAMED = (*PEOPLE, Field.SOURCE)
"""The fields of which nobody knows all names that there can be: one that is not there is no mistake."""

SUGGESTED = 1_000
"""How many places of a kind may be suggested for a name that there is not, the best known."""


def known(
    field: Field, value: str, archive: Archive, place_names: PlaceNames, own: Callable[[], Iterable[Path]]
) -> str:
    """A field's value as it is known by: a place by its usual German name, a topic by its id, all else as written.

    A name that nobody in the archive has becomes that of a well-known person, if it is one of the spellings of theirs.

    `place_names` gives the names of places in the archive that a word spells, `own` the user's own files of topics.
    Raises QueryError with the nearest name where a topic or place does not exist.
    """
    if field is Field.TOPIC:
        return _topic(value, archive, own)
    if field in PEOPLE:
        return _person(field, value, archive)
    return _place(field, value, archive, place_names) if field in KINDS else value


def topics(own: Iterable[Path] = ()) -> dict[str, str]:
    """The German label of every topic by its id, with those of the user's own files; raises DataError."""
    return {topic: german for topic, german, _ in _labelled(own)}


def _labelled(own: Iterable[Path]) -> list[tuple[str, str, str]]:
    """Give each topic's id and its labels."""
    (shipped,) = resources.yaml_data(resources.data("topics.yaml"))
    if not own:
        return [(topic, fields["de"], fields["en"]) for topic, fields in shipped.items()]
    # Imported here as our own file needs no checking, and the app starts with it.
    from warticker.annotate.topics.vocabulary import all_topics

    return [(topic.id, topic.label_de, topic.label_en) for topic in all_topics(own)]


def _topic(value: str, archive: Archive, own: Callable[[], Iterable[Path]]) -> str:
    if value in archive.values(Field.TOPIC):
        return value
    by_name = {fold(name): names[0] for names in _labelled(own()) for name in names}
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
    # Imported here as it loads the gazetteer, which a place that the archive knows does not need.
    from warticker.annotate.places import gazetteer

    places = gazetteer.find(value)
    found = [place.name for place in places if place.kind in KINDS[field]]
    if not found:
        if other := _of_other_kind(places):
            raise QueryError(f"there is no {field} {value}", suggestion=other)
        # Who mistypes a name begins it right, and to look through all hundred thousand would take seconds.
        begun = (name for kind in KINDS[field] for name in gazetteer.index().usual(kind, folded[:1])[:SUGGESTED])
        raise _unknown(field, value, kept, begun)
    return found[0]


def _person(field: Field, value: str, archive: Archive) -> str:
    asked = Query((OneOf(field, (value,)),))
    if len(archive.select(asked, Order.NEWEST, today=date.min, place_names=lambda word: ())):
        return value
    # Imported here as it loads all well-known people, which a name that the archive has does not need.
    from warticker.annotate.language.known import known, known_otherwise, skeleton

    person = known_otherwise(value) or known().last.get(value) or known().skeletons.get(skeleton(value))
    return person.name if person else value


def meant(query: Query, counts: Callable[[Field], Iterable[str]]) -> str | None:
    """What may be meant by a name in a query that finds nothing; `counts` gives the names that there are of a field."""
    for field in NAMED:
        # Of a long name people write a part.
        names = dict.fromkeys(part for name in counts(field) for part in (*name.split(), name))
        for value in query.values(field):
            if (near := nearest(value, names)) and fold(near) != fold(value):
                return str(OneOf(field, (near,)))
    return None


def _of_other_kind(places: Iterable[Place]) -> str | None:
    """Give the field and the name of the first of some places that a city or region is found by: region:Krim."""
    fields = (Field.CITY, Field.REGION)
    return next((f"{field}:{place.name}" for place in places for field in fields if place.kind in KINDS[field]), None)


def _unknown(field: Field, value: str, *groups: Iterable[str], listed: Iterable[str] = ()) -> QueryError:
    """The error for a name that does not exist, with the one that is written most like it, or begins with it.

    It is looked for in one group of names after the other. Where there is none, those are told that can be `listed`.
    """
    for names in map(tuple, groups):
        begun = (name for name in names if fold(name).startswith(fold(value)))
        if near := nearest(value, names) or next(begun, None):
            return QueryError(f"there is no {field} {value}", suggestion=near)
    others = ", ".join(listed)
    return QueryError(f"there is no {field} {value}{others and f'; there are {others}'}")
