"""Places that a text names: settlements, regions and countries, and what their names do."""

from __future__ import annotations

import re
from typing import NamedTuple

from warticker.annotate import gazetteer
from warticker.annotate.gazetteer import Place, Reading
from warticker.annotate.place_candidates import Candidate, candidates
from warticker.annotate.place_context import means_a_place, regional
from warticker.annotate.place_homonyms import best, wanted_kind
from warticker.annotate.place_roles import role
from warticker.annotate.place_surroundings import Surroundings
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
    named = _named(text)
    roles: list[PlaceRole] = []
    for number, (candidate, place, around, listed) in enumerate(named):
        own = role(candidate, place, around, roles[-1] if listed else None)
        if own is PlaceRole.LOCATION and place.kind is PlaceKind.CITY and place.reading is not Reading.CAPITAL:
            _keep_to_places(named, roles, number)
        roles.append(own)
    return tuple(
        PlaceMention(Span(one.candidate.start, one.candidate.end), one.place.id, one.place.name, one.place.kind, own)
        for one, own in zip(named, roles, strict=True)
    )


def _keep_to_places(named: list[_Named], roles: list[PlaceRole], number: int) -> None:
    """Take those that a settlement is listed with for places too: "betroffen sind Kiew und Charkiw"."""
    while number and named[number].listed and named[number - 1].place.kind is PlaceKind.CITY:
        number -= 1
        roles[number] = PlaceRole.LOCATION


def _named(text: str) -> list[_Named]:
    """Tell which candidates mean a place, and which: first those without namesakes, then the others beside them."""
    found = list(candidates(text))
    known: list[Place] | None = None
    named: list[_Named] = []
    plural: PlaceKind | None = None
    for one in found:
        around = Surroundings(text, one.start, one.end)
        listed = bool(named) and _goes_on(text, named[-1].candidate.end, one.start)
        if len(one.numbers) == 1:
            place = gazetteer.row(one.numbers[0])
        else:
            known = _undoubted(found) if known is None else known
            place = best(one, wanted_kind(around) or (plural if listed else None), around, known)
        if _heads_a_list(around):
            plural = PlaceKind.REGION
        elif not listed:
            plural = None
        if means_a_place(one, place, around, listed=listed):
            named.append(_Named(one, place, around, listed))
    return named


def _undoubted(found: list[Candidate]) -> list[Place]:
    """Give the places of the names that have no namesakes, and regions such as the Krim."""
    rows = [gazetteer.row(one.numbers[-1]) for one in found if len(one.numbers) == 1]
    last = [gazetteer.row(one.numbers[-1]) for one in found if len(one.numbers) > 1]
    return rows + [place for place in last if place.kind is PlaceKind.REGION and place.reading is Reading.PLAIN]


def _heads_a_list(around: Surroundings) -> bool:
    """Say whether a plural opens a list: "in den Regionen Sumy und Charkiw"."""
    return around.word.endswith(("en", "gebiete")) and regional(around.word)


def _goes_on(text: str, end: int, start: int) -> bool:
    """Say whether nothing but a comma or `und` stands between two names."""
    return 0 < start - end <= _LONGEST_LINK and _LINK.fullmatch(text, end, start) is not None
