"""Villages that no gazetteer has: found by a noun for a village beside them, or by an ending that only villages have.

Checked piece by piece, so that only the few words that could matter cost time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from warticker.annotate.language.pieces import Pieces
from warticker.annotate.language.words import PLAIN, kind
from warticker.annotate.places import gazetteer
from warticker.annotate.places.words import lists_with, on_list
from warticker.expressions import compiled
from warticker.folding import fold
from warticker.model import PlaceId, PlaceKind, PlaceMention, PlaceRole, Span

_NAME = compiled(
    r"[A-ZÀ-ÖØ-Þ\u0100-\u017f][a-zß-öø-ÿ\u0100-\u017f']{3,24}(?:-[A-ZÄÖÜ][a-zß-öø-ÿ\u0100-\u017f']{2,24})?(?!\w)"
)
_LOOKS_FOREIGN = compiled(
    r"(?:[bcdfghjklmnprstvwz][aouy]|[chjkmnpstz]i|eno|iwke|sk|je|ske|[iy]j|[eio]we|iw|y[kn]|yne)$|[^A-Za-zÄÖÜäöüß'-]"
)
"""Endings of villages' names, unlike German nouns: full vowels, and letters with a háček."""
_IS_A_VILLAGE = compiled(
    r"[(\"„“»«]?([A-ZÄÖÜ][a-zäöüß']{1,24}"
    r"(?:[io]wka|ewka|[io]vka|evka|schtschyna|[io]wske|pillja|polje|iwzi|[oe]wo|(?:sk|ow|ew|n)oje|yne|horod|zke|[iy]tschi))"
    r"[\"“”»«.,;:!?)]*"
)
"""A piece of text that is a name with an ending that is unique to villages."""

_VILLAGES = frozenset({"villages", "strongholds"})
"""The lists of nouns for a village."""
_BEFORE_A_VILLAGE = frozenset({"in", "bei", "nahe", "um", "nach", "aus", "von", "richtung", "und", "raum", "ort"})


def unlisted(text: str, pieces: Pieces, listed: Collection[PlaceMention]) -> Iterator[PlaceMention]:
    """Mentions of villages that the gazetteer lacks, besides those that it has; their ids are made from the name."""
    said = {span for piece, _ in pieces.found(_may_tell) for span in _said(text, pieces, piece)}
    taken = [mention.span for mention in listed] if said else []
    past = 0
    for span in sorted(said):
        if span.start >= past and not any(span.start < other.end and other.start < span.end for other in taken):
            past = span.end
            name = span.of(text)
            yield PlaceMention(span, PlaceId(f"name:{fold(name)}"), name, PlaceKind.CITY, PlaceRole.LOCATION)


def _said(text: str, pieces: Pieces, piece: int) -> list[Span]:
    """The names that a piece of text introduces."""
    return _said_to_be(text, pieces, piece) or _ends_as(text, pieces, piece)


def _may_tell(piece: str) -> bool:
    """Whether a piece of text is a noun for a village, or a name that only a village can have."""
    if piece.islower():
        return False
    if _is_a_village(piece):
        return True
    match = _IS_A_VILLAGE.fullmatch(piece)
    return match is not None and not gazetteer.index().numbers(match[1])


def _is_a_village(piece: str) -> bool:
    return piece[:1].isupper() and piece != "Ort" and not _VILLAGES.isdisjoint(lists_with(piece))


def _said_to_be(text: str, pieces: Pieces, piece: int) -> list[Span]:
    """The name after a noun for a village, if it is unlikely to be a German noun."""
    start, word = pieces.starts[piece + 1], pieces.lexicon.words[pieces.numbers[piece]]
    match = _NAME.match(text, start) if text[start - 1 : start] == " " and _is_a_village(word) else None
    if match and (_LOOKS_FOREIGN.search(match[0]) or (on_list(word, "strongholds") and kind(match[0]) is PLAIN)):
        return [Span(*match.span())]
    return []


def _ends_as(text: str, pieces: Pieces, piece: int) -> list[Span]:
    """The name in a piece of text, if a word of place precedes it."""
    if not piece or pieces.lexicon.words[pieces.numbers[piece - 1]].lower() not in _BEFORE_A_VILLAGE:
        return []
    start = pieces.starts[piece]
    match = _IS_A_VILLAGE.fullmatch(text, start, pieces.starts[piece + 1] - 1)
    return [Span(*match.span(1))] if match else []
