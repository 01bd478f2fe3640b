"""Places that a text names: settlements, regions and countries, and what their names do."""

from __future__ import annotations

import re
from typing import NamedTuple

from warticker.annotate import gazetteer
from warticker.annotate.gazetteer import Place, Reading
from warticker.annotate.place_candidates import Candidate, candidates
from warticker.annotate.place_context import means_a_place, regional, settled
from warticker.annotate.place_homonyms import ANNEXED, FOUGHT_OVER, as_region, best, wanted_kind
from warticker.annotate.place_roles import role
from warticker.annotate.place_surroundings import Surroundings
from warticker.annotate.place_unlisted import unlisted
from warticker.model import PlaceKind, PlaceMention, PlaceRole, Span

_LINK = re.compile(
    r"(?:,? (?:und|sowie|oder|noch|als auch|und auch)|,|/|-) ?(?:in |im |auf |bei |nach |der |die |den )?"
)
_LONGEST_LINK = 16


class _Named(NamedTuple):
    """A name of a place, before its role is known."""

    candidate: Candidate
    place: Place
    around: Surroundings
    listed: bool
    """Whether it goes on a list that the name before it belongs to."""


def mentions(text: str) -> tuple[PlaceMention, ...]:
    """All mentions of places in a text, in order; `text[start:end]` is the name as it is written, with its ending."""
    named = _with_regions(_named(text))
    roles: list[PlaceRole] = []
    for number, (candidate, place, around, listed) in enumerate(named):
        own = role(candidate, place, around, roles[-1] if listed else None)
        if own is PlaceRole.LOCATION and place.kind is PlaceKind.CITY and place.reading is not Reading.CAPITAL:
            _keep_to_places(named, roles, number)
        roles.append(own)
    found = [
        PlaceMention(Span(one.candidate.start, one.candidate.end), one.place.id, one.place.name, one.place.kind, own)
        for one, own in zip(named, roles, strict=True)
    ]
    further = list(unlisted(text, [mention.span for mention in found]))
    return tuple(sorted(found + further, key=lambda mention: mention.span) if further else found)


def _keep_to_places(named: list[_Named], roles: list[PlaceRole], number: int) -> None:
    """Take those that a settlement is listed with for places too: "betroffen sind Kiew und Charkiw"."""
    while number and named[number].listed and roles[number - 1] is PlaceRole.GOVERNMENT:
        number -= 1
        roles[number] = PlaceRole.LOCATION


def _named(text: str) -> list[_Named]:
    """Tell which candidates mean a place, and which: first those without namesakes, then the others beside them."""
    found = list(candidates(text))
    named: list[_Named] = []
    sure: list[list[Place]] = []
    plural: PlaceKind | None = None

    def known() -> list[Place]:
        if not sure:
            sure.append(_undoubted(found))
        return sure[0]

    for one in found:
        around = Surroundings(text, one.start, one.end, one.piece)
        listed = bool(named) and _goes_on(text, named[-1].candidate.end, one.start)
        if len(one.numbers) == 1:
            place = gazetteer.row(one.numbers[0])
        else:
            place = best(one, wanted_kind(around) or (plural if listed else None), around, known)
        if _heads_a_list(around):
            plural = PlaceKind.REGION
        elif not listed:
            plural = None
        if means_a_place(one, place, around, listed=listed):
            named.append(_Named(one, place, around, listed))
    return named


def _with_regions(named: list[_Named]) -> list[_Named]:
    """Take oblasts' bare names for the oblasts where the text has said so, or names Donezk and Luhansk together."""
    if not any(one.place.name in FOUGHT_OVER for one in named):
        return named
    said = {one.place.name for one in named if one.place.kind is PlaceKind.REGION} & FOUGHT_OVER
    lists: list[list[int]] = []
    for number, one in enumerate(named):
        if one.listed and lists:
            lists[-1].append(number)
        else:
            lists.append([number])
    for members in lists:
        names = {named[number].place.name for number in members if named[number].place.kind is not PlaceKind.COUNTRY}
        meant = said | ANNEXED if {"Donezk", "Luhansk"} <= names <= ANNEXED | {"Krim"} else said
        for number in members:
            one = named[number]
            if one.place.kind is PlaceKind.CITY and one.place.name in meant and not settled(one.around.word):
                named[number] = one._replace(place=as_region(one.candidate) or one.place)
    return named


def _undoubted(found: list[Candidate]) -> list[Place]:
    """Give the places of the names that have no namesakes, and regions such as the Krim."""
    alone = {one.numbers[0] for one in found if len(one.numbers) == 1}
    sure = alone.union(one.numbers[-1] for one in found if _is_a_region_for_sure(one))
    return [gazetteer.row(number) for number in sorted(sure)][:_ENOUGH]


_ENOUGH = 50
"""How many places tell where a text plays."""


def _is_a_region_for_sure(candidate: Candidate) -> bool:
    place = gazetteer.row(candidate.numbers[-1])
    return place.kind is PlaceKind.REGION and place.reading is Reading.PLAIN


def _heads_a_list(around: Surroundings) -> bool:
    """Say whether a plural opens a list: "in den Regionen Sumy und Charkiw"."""
    return around.word.endswith(("en", "gebiete")) and regional(around.word)


def _goes_on(text: str, end: int, start: int) -> bool:
    """Say whether nothing but a comma or `und` stands between two names."""
    return 0 < start - end <= _LONGEST_LINK and _LINK.fullmatch(text, end, start) is not None
