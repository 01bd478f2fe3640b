"""Where in texts a query finds something: its words, and the usual names of the places that they spell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from warticker.archive.lexicon.hits import Passage, passage, term_hits
from warticker.archive.query import Query
from warticker.archive.query.conditions import Term
from warticker.model import Span

if TYPE_CHECKING:
    from warticker.archive.protocol import PlaceNames


def hits(text: str, query: Query, place_names: PlaceNames) -> tuple[Span, ...]:
    """The stretches of a text that a query finds, in order, without overlaps."""
    return term_hits(text, [way for ways in _looked_for(query, place_names) for way in ways])


def passage_besides(shown: str, query: Query, place_names: PlaceNames, text: Callable[[], str]) -> Passage | None:
    """The first line of a text that has what a query finds and what is shown of it has not; None where none has."""
    lacking = [way for ways in _looked_for(query, place_names) if not term_hits(shown, ways) for way in ways]
    return passage(text(), lacking) if lacking else None


def _looked_for(query: Query, place_names: PlaceNames) -> Sequence[Sequence[Term]]:
    """Each word and phrase of a query, with the usual names of the places that it spells."""
    return [(term, *map(Term, place_names(term.text))) for term in query.terms()]
