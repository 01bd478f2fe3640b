"""Places that a text names: settlements, regions and countries, and what their names do."""

from __future__ import annotations

import re
from typing import NamedTuple

from warticker.annotate import gazetteer
from warticker.annotate.gazetteer import Place, Reading
from warticker.annotate.place_candidates import Candidate, candidates
from warticker.annotate.place_context import means_a_place, regional
from warticker.annotate.place_homonyms import best, country_beside, wanted_kind
from warticker.annotate.place_roles import role
from warticker.annotate.place_surroundings import Surroundings, surroundings
from warticker.model import PlaceKind, PlaceMention, Span

_LINK = re.compile(
    r"(?:,? (?:und|sowie|oder|bzw\.|noch|als auch|und auch)|,|/|-) ?(?:in |im |auf |bei |nach |der |die |den )?\Z"
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
    found: list[PlaceMention] = []
    before: PlaceMention | None = None
    for named in _named(text):
        inherited = before.role if named.listed and before is not None else None
        own = role(named.candidate, named.place, named.around, inherited)
        before = PlaceMention(
            Span(named.candidate.start, named.candidate.end), named.place.id, named.place.name, named.place.kind, own
        )
        found.append(before)
    return tuple(found)


def _named(text: str) -> list[_Named]:
    """Tell which candidates mean a place, and which: first those without namesakes, then the others beside them."""
    all_candidates = [(one, surroundings(text, one.start, one.end)) for one in candidates(text)]
    known = [
        gazetteer.row(one.numbers[0]) for one, _ in all_candidates if len(one.numbers) == 1 or _is_region_for_sure(one)
    ]
    named: list[_Named] = []
    plural: PlaceKind | None = None
    for one, around in all_candidates:
        listed = bool(named) and _goes_on(text, named[-1].candidate.end, one.start)
        kind = wanted_kind(one, around)
        if kind is None and listed:
            kind = plural
        plural = kind if _heads_a_list(around) or (listed and plural is not None) else None
        place = best(one, kind, country_beside(around), known)
        if means_a_place(one, place, around, listed=listed):
            named.append(_Named(one, place, around, listed))
    return named


def _is_region_for_sure(candidate: Candidate) -> bool:
    return gazetteer.row(candidate.numbers[-1]).reading is Reading.PLAIN


def _heads_a_list(around: Surroundings) -> bool:
    """Say whether a plural opens a list: "in den Regionen Sumy und Charkiw"."""
    return regional(around.previous()) and around.previous().endswith(("en", "gebiete"))


def _goes_on(text: str, end: int, start: int) -> bool:
    """Say whether nothing but a comma or `und` stands between two names."""
    return 0 < start - end <= _LONGEST_LINK and bool(_LINK.fullmatch(text, end, start))
