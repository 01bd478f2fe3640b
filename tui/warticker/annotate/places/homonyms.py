"""Chooses among namesakes: by what is near, what is large and where the war is."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, lru_cache

from warticker.annotate.language.heads import seats
from warticker.annotate.places import gazetteer
from warticker.annotate.places.gazetteer import CAPITAL, CITY, NAMED, REGION, Place
from warticker.annotate.places.surroundings import Candidate
from warticker.annotate.places.words import any_on_list, is_region, is_settlement, on_list
from warticker.expressions import compiled
from warticker.folding import fold
from warticker.model import PlaceKind

BESIDE = frozenset({"bei", "nahe", "unweit", "nördlich", "südlich", "östlich", "westlich"})
"""Words between a place and a larger one near it: Stepowe bei Awdijiwka."""
_WHERE_TROOPS_ARE = 3.5
"""The bonus for being where troops are: the fighting around Dserschinsk is not near Nischni Nowgorod."""
_A_TOWN = 5_000
_VILLAGE = 0.5
"""What a usual name is worth for a village: Konstantinowka is a city's Russian name first, a hamlet's own second.

And for a town after a noun for a village: die Siedlung Krasnyj Lyman is not Lyman."""
FOUGHT_OVER = frozenset({"Donezk", "Luhansk", "Kursk"})
"""Oblasts that war news calls by the bare name once it is clear which is meant."""
_INVADED = frozenset({"Kursk", "Belgorod", "Brjansk"})
"""Oblasts with troops in their borderland: their capitals can be reached only from the air."""
CALLED_ALIKE = FOUGHT_OVER | _INVADED
"""Oblasts that may be meant by the name of their capital."""
IN_ONE_BREATH = frozenset({"Donezk", "Luhansk"})
"""Oblasts that are meant, with all others in the same list, if both are named together."""
_DEMONYM = compiled("(?:nord|ost|süd|west|zentral)?(\\w+sche)[mnrs]?")


def wanted_kind(candidate: Candidate) -> PlaceKind | None:
    """The kind that the words beside a name ask for: a region after "Oblast", before "-Region"; else None.

    A power plant is named after its region: Saporischschja's is in Enerhodar.
    """
    head = candidate.previous(2) if candidate.word == "von" else heading(candidate)
    beside = (head, candidate.following)
    asked = any_on_list(beside, "governors") or any(map(is_region, beside)) or on_list(candidate.word, "plants")
    return REGION if asked else None


def heading(candidate: Candidate) -> str:
    """The word before a name that may define it, in lower case: "Region Sumy", "Regionen wie Sumy"."""
    return candidate.previous(2) if candidate.word == "wie" else candidate.word


def undoubted(candidate: Candidate) -> Place | None:
    """The place of an unambiguous name: it has no namesake, or a noun for a region stands beside it.

    For a region and a town that share a name, the usual one: Dnipropetrowsk is the region, Dnipro the town.
    """
    bare, regions_alone = _options(candidate.name.numbers)
    if len(regions_alone) == 1 and wanted_kind(candidate):
        return regions_alone[0]
    usual = [place for place in bare if place.name == candidate.name.spelled]
    if len(usual) == 1 and bare[-1].kind is REGION:
        return usual[0]
    return bare[0] if len(bare) == 1 and (bare[0].reading is not CAPITAL or not regions_alone) else None


def best(candidate: Candidate, kind: PlaceKind | None, known: Callable[[], Sequence[Place]]) -> Place:
    """The place that a name means.

    `kind` is what the words beside it ask for, `known` the places that the text names unambiguously; an adjective
    beside it ("russischen") gives the country.
    """
    bare, regions_alone = _options(candidate.name.numbers)
    places = regions_alone if kind is REGION and regions_alone else bare
    return places[0] if len(places) == 1 else _likeliest(candidate, places, known())


@lru_cache(maxsize=4096)
def _options(numbers: tuple[int, ...]) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """What a bare name can mean, and what it can mean beside a noun for a region."""
    places = tuple(map(gazetteer.row, numbers))
    bare = tuple(place for place in places if place.reading is not NAMED)
    return bare or places, tuple(place for place in places if place.kind is REGION)


def _likeliest(candidate: Candidate, places: Sequence[Place], known: Sequence[Place]) -> Place:
    """Rank namesakes by size, country, the regions that the text names, and what is near.

    A village by its context is none of the larger places, and lies in a region of which the text names towns.
    """
    country = country_beside(candidate)
    regions = {place.name for place in known if place.kind is REGION and place not in places}
    village = on_list(candidate.word, "villages")
    fought_over = any_on_list(candidate.left[-3:], "on_foot")
    beside = set(map(_region_of, candidate.right[1:4])) if candidate.following in BESIDE else set()
    if village:
        regions.update(place.region for place in known)
    written = fold(candidate.name.spelled)

    def score(place: Place) -> float:
        own = gazetteer.weight(place) + _nearness(place, known)
        if fold(place.name) == written:
            fits = (place.population < _A_TOWN) == village
            own += gazetteer.USUAL if place.kind is not CITY or fits else _VILLAGE
        if place.kind is not CITY and not village:
            own += 6.0
        if place.country == country:
            own += 6.0
        if fought_over and place.region in gazetteer.FRONT:
            own += _WHERE_TROOPS_ARE
        if (place.region and place.region in beside) or _lies_in(place, candidate.gloss):
            own += 8.0
        if place.region and place.region in regions:
            own += 4.0 if village else 2.5
        return own

    return max(places, key=score)


def _region_of(word: str) -> str:
    """The region of the likeliest place that a word names; empty if it names none."""
    named = map(gazetteer.row, gazetteer.index().numbers(word))
    return max(named, key=gazetteer.weight).region if word in gazetteer.index() else ""


def _lies_in(place: Place, gloss: str) -> bool:
    """Whether the text after a name gives the region or country of the place: Brest in Belarus."""
    if not gloss:
        return False
    return any(name and name in gloss for name in (place.region, gazetteer.country_of(place)))


def as_region(candidate: Candidate) -> Place | None:
    """The region with the same name as a settlement, if there is one."""
    rows = map(gazetteer.row, candidate.name.numbers)
    return next((place for place in rows if place.kind is REGION), None)


def on_the_ground(candidate: Candidate, place: Place) -> bool:
    """Whether troops make a bare name the oblast's: "der Vorstoß auf Kursk", "Nordkoreaner in Kursk"."""
    return place.name in _INVADED and any_on_list((*candidate.left[-5:], *candidate.right[:5]), "on_foot")


def _nearness(place: Place, known: Collection[Place]) -> float:
    """Up to 3 for a settlement near another that the text names, 0 from 150 km."""
    charted = (other for other in known if other.kind is CITY and other.latitude) if place.latitude else ()
    nearest = min((_kilometres(place, other) for other in charted), default=math.inf)
    return max(0.0, 3.0 * (1 - nearest / 150))


def _kilometres(one: Place, other: Place) -> float:
    """The distance in a plane, accurate to a percent below 200 km."""
    north = (one.latitude - other.latitude) * 111.2
    east = (one.longitude - other.longitude) * 111.2 * math.cos(math.radians(one.latitude))
    return math.hypot(north, east)


@cache
def _demonyms() -> Mapping[str, str]:
    """Adjectives of countries, with the countries of their capitals."""
    return {adjective: gazetteer.find(capital)[0].country for capital, adjective in seats().items()}


def country_beside(candidate: Candidate) -> str | None:
    """The country of the nearest adjective among the four words before a name: "im russischen Ort Donezk"."""
    for word in reversed(candidate.left[-4:]):
        if word[0].isupper() and not (is_settlement(word) or is_region(word)):
            break  # the adjective belongs to another noun: "Die ukrainische Armee in Donezk"
        adjective = _DEMONYM.fullmatch(word.lower())
        if adjective and adjective[1] in _demonyms():
            return _demonyms()[adjective[1]]
    return None
