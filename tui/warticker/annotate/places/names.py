"""A word of a text -> the name of a place that it is, as German writes and inflects names."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from warticker.annotate.language.known import load
from warticker.annotate.places import gazetteer
from warticker.expressions import compiled

WORD = compiled(r"[A-ZÀ-ÖØ-ÞĀ-ſЀ-Я][^\W\u02b9\u02bc]*")
"""A word from a capital on; that it begins there is looked at later, for the few that could be names.

Apostrophes that Unicode takes for letters end it, as others do: Charʹkov, Luhansʼk."""


class Form(Enum):
    """What German has done to the name."""

    BARE = auto()
    GENITIVE = auto()
    """Moskaus."""
    ADJECTIVE = auto()
    """Moskauer."""
    CAPITALS = auto()
    """MOSKAU."""


BARE, GENITIVE, ADJECTIVE, CAPITALS = Form


class Name(NamedTuple):
    """A name of a place, and the places that it could mean."""

    spelled: str
    """As the gazetteer spells it."""
    numbers: tuple[int, ...]
    """Rows of the gazetteer."""
    form: Form


class Seen(NamedTuple):
    """What a word in a piece of text could be."""

    start: int
    """In the piece."""
    end: int
    name: Name | None
    """The name that it is alone."""
    longer: list[str]
    """Names of several words, or with a hyphen, that begin with it."""
    further: frozenset[str]
    """The characters that they go on with."""


def seen(piece: str) -> tuple[Seen, ...]:
    """The words of a piece of text that names begin with."""
    small = piece.islower() and piece.isascii()
    return tuple(_seen(piece)) if not small and WORD.search(piece) else ()


def _seen(piece: str) -> Iterator[Seen]:
    known = gazetteer.index()
    for match in WORD.finditer(piece):
        word, start = match[0], match.start()
        if start and piece[start - 1].isalnum():
            continue
        longer, (name, form) = known.longer(word), _single(word)
        if name or longer:
            alone = Name(name, known.numbers(name), form) if name else None
            further = frozenset(other[len(word) : len(word) + 1] for other in longer)
            yield Seen(start, match.end(), alone, longer, further)


def _single(word: str) -> tuple[str, Form]:
    """Find the name that a word is, undoing a genitive, an adjective, or capitals throughout; none is empty."""
    names = gazetteer.index()
    if word in names:
        return word, BARE
    if len(word) < _SHORTEST or word in load("german.yaml")["no_townspeople"]:
        return "", BARE
    if word[-1] == "s":
        return (word[:-1] if word[:-1] in names else ""), GENITIVE
    if word.endswith("er"):
        return next((name for name in _stems(word) if name in names), ""), ADJECTIVE
    if word.isupper():
        return (word.capitalize() if word.capitalize() in names else ""), CAPITALS
    return "", BARE


_SHORTEST = 4
"""The length of the shortest word that an ending is taken from."""


_LONG = 6
"""The length of words up to which -er is not taken to stand for -a: Poltawer, but not aber for Aba."""


def _is_slavic(name: str) -> bool:
    known = gazetteer.index()
    return any(gazetteer.row(number).country in {"UA", "RU", "BY"} for number in known.numbers(name)[:1])


def _stems(word: str) -> Iterator[str]:
    """What an adjective in -er can be of (Duden, "Ableitungen auf -er"): Kiewer, Karlsruher, Bremer, Poltawer."""
    yield word[:-2]
    yield word[:-1]
    yield word[:-2] + "en"
    if len(word) > _LONG and _is_slavic(word[:-2] + "a"):
        yield word[:-2] + "a"
    if word[-3] == "n":
        yield word[:-3] + "en"
    if irregular := load("german.yaml")["townspeople"].get(word):
        yield irregular
