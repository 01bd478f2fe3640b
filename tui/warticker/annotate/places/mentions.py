"""The places that a text names: settlements, regions and countries, with the role of each name."""

from __future__ import annotations

from functools import cache

from warticker.annotate.language.pieces import Pieces, cut
from warticker.annotate.places import gazetteer
from warticker.annotate.places.candidates import candidates
from warticker.annotate.places.gazetteer import CAPITAL, CITY, COUNTRY, REGION, Place
from warticker.annotate.places.homonyms import (
    CALLED_ALIKE,
    FOUGHT_OVER,
    IN_ONE_BREATH,
    as_region,
    best,
    heading,
    on_the_ground,
    undoubted,
    wanted_kind,
)
from warticker.annotate.places.no_places import means_a_place
from warticker.annotate.places.roles import GOVERNMENT, LOCATION, role
from warticker.annotate.places.surroundings import Candidate
from warticker.annotate.places.unlisted import unlisted
from warticker.annotate.places.words import is_region, is_settlement
from warticker.expressions import compiled
from warticker.model import PlaceKind, PlaceMention, PlaceRole, Span

_LINK = compiled(r"(?:,? (?:und|sowie|oder|noch|als auch|und auch)|,|/|-) ?(?:in |im |auf |bei |nach |der |die |den )?")


_Named = tuple[Candidate, Place, bool]
"""A name, its place, and whether it continues a list; its role is not known yet."""


def places(text: str, pieces: Pieces | None = None) -> tuple[PlaceMention, ...]:
    """All mentions of places in a text, in order; `text[start:end]` is the name as written, with its ending.

    `pieces` are the text's, if known.
    """
    pieces = pieces or cut(text)
    named = _with_regions(_named(text, pieces))
    roles: list[PlaceRole] = []
    for number, (candidate, place, listed) in enumerate(named):
        own = role(candidate, place, roles[-1] if listed else None)
        if place.kind is CITY and place.reading is not CAPITAL:
            _keep_to_places(named, roles, number)
        roles.append(own)
    found = [
        PlaceMention(Span(candidate.start, candidate.end), place.id, place.name, place.kind, own)
        for (candidate, place, _), own in zip(named, roles, strict=True)
    ]
    further = list(unlisted(text, pieces, found))
    return tuple(sorted(found + further, key=lambda mention: mention.span) if further else found)


def _keep_to_places(named: list[_Named], roles: list[PlaceRole], number: int) -> None:
    """Take names listed with a settlement for places too: "betroffen sind Kiew und Charkiw"."""
    while named[number][2] and roles[number - 1] is GOVERNMENT:
        number -= 1
        roles[number] = LOCATION


def _named(text: str, pieces: Pieces) -> list[_Named]:
    """Which candidates mean a place, and which: first those without namesakes, then the others near them."""
    found = list(candidates(text, pieces))
    named: list[_Named] = []
    plural: PlaceKind | None = None
    known = cache(lambda: _undoubted(found))
    for candidate in found:
        listed = bool(named) and _goes_on(text, named[-1][0].end, candidate.start)
        numbers = candidate.name.numbers
        if len(numbers) == 1:
            place = gazetteer.row(numbers[0])
        else:
            kind = wanted_kind(candidate) or (plural if listed else None)
            place = best(candidate, REGION if named and _lies_in(text, named[-1], candidate) else kind, known)
        if _heads_a_list(candidate):
            plural = REGION
        elif not listed:
            plural = None
        if means_a_place(candidate, place, listed=listed):
            named.append((candidate, place, listed))
    return named


def _with_regions(named: list[_Named]) -> list[_Named]:
    """Take oblasts' bare names for the oblasts if the text has said so, or names Donezk and Luhansk together.

    Not if it names the city itself as well: "die Stadt Kursk".
    """
    if CALLED_ALIKE.isdisjoint([place.name for _, place, _ in named]):
        return named
    said = {place.name for _, place, _ in named if place.kind is REGION} & FOUGHT_OVER
    said |= {place.name for candidate, place, _ in named if place.kind is CITY and on_the_ground(candidate, place)}
    said -= {place.name for candidate, place, _ in named if is_settlement(candidate.word)}
    lists: list[list[int]] = []
    for number, (_, _, listed) in enumerate(named):
        if listed:
            lists[-1].append(number)
        else:
            lists.append([number])
    for members in lists:
        those = [named[number] for number in members if named[number][1].kind is not COUNTRY]
        names = {place.name for one, place, _ in those if as_region(one) and place.reading is not CAPITAL}
        together = names >= IN_ONE_BREATH and len(names) == len(those) and not is_settlement(those[0][0].word)
        meant = said | names if together else said
        for number in members:
            candidate, place, listed = named[number]
            if place.kind is CITY and place.name in meant and not _is_of_a_town(candidate):
                named[number] = candidate, as_region(candidate) or place, listed
    return named


def _is_of_a_town(candidate: Candidate) -> bool:
    """Whether a direction or a building is a town's: westlich von Donezk, am Flughafen von Donezk."""
    head = candidate.previous(2) if candidate.word == "von" else candidate.word
    return is_settlement(head) or head.endswith("lich")


def _undoubted(found: list[Candidate]) -> list[Place]:
    """The places of the names without namesakes, and the regions."""
    return list({place.id: place for place in map(undoubted, found) if place}.values())[:_ENOUGH]


_ENOUGH = 50
"""How many places are enough to locate a text."""


def _heads_a_list(candidate: Candidate) -> bool:
    """Whether a plural begins a list: "in den Regionen Sumy und Charkiw"."""
    word = heading(candidate)
    return word.endswith(("en", "gebiete", "oblaste")) and is_region(word)


def _lies_in(text: str, before: _Named, candidate: Candidate) -> bool:
    """Whether a name is the region of the settlement before it: "Pokrowsk in Donezk"."""
    settlement, place, _ = before
    region = as_region(candidate) if text[settlement.end : candidate.start] == " in " else None
    return region is not None and region.name == place.region


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether there is only a comma or `und` between two names."""
    return _LINK.fullmatch(text, end, start) is not None
