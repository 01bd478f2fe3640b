"""Recognises a word as a place's name, as German writes and inflects names."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from warticker.annotate.language.known import load
from warticker.annotate.places import gazetteer
from warticker.expressions import compiled

WORD = compiled(r"[A-ZÀ-ÖØ-ÞĀ-ſЀ-Я][^\W\u02b9\u02bc]*")
"""A word from a capital on; whether a word begins there is checked later, for the few that could be names.

Apostrophes that Unicode counts as letters end it, like others: Charʹkov, Luhansʼk."""


class Form(Enum):
    """How German has changed the name."""

    BARE = auto()
    GENITIVE = auto()
    """Moskaus."""
    ADJECTIVE = auto()
    """Moskauer."""
    CAPITALS = auto()
    """MOSKAU."""


BARE, GENITIVE, ADJECTIVE, CAPITALS = Form


class Name(NamedTuple):
    """A place's name, and the places that it could mean."""

    spelled: str
    """In the gazetteer's spelling."""
    numbers: tuple[int, ...]
    """Rows of the gazetteer."""
    form: Form


class Seen(NamedTuple):
    """What a word in a piece of text could be."""

    start: int
    """In the piece."""
    end: int
    name: Name | None
    """The name that the word alone is."""
    longer: list[str]
    """Names of several words, or with a hyphen, that begin with it."""
    further: frozenset[str]
    """Their next characters."""


def seen(piece: str) -> tuple[Seen, ...]:
    """The words of a piece of text that begin names."""
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
    """The name that a word is, undoing a genitive, an adjective, or all capitals."""
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
"""The length of the shortest word that may have an ending."""


_LONG = 6
"""The length of words up to which -er does not stand for -a: Poltawer, but not aber for Aba."""


def _is_slavic(name: str) -> bool:
    known = gazetteer.index()
    return any(gazetteer.row(number).country in {"UA", "RU", "BY"} for number in known.numbers(name)[:1])


def _stems(word: str) -> Iterator[str]:
    """The stems an adjective in -er may have (Duden, "Ableitungen auf -er"): Kiewer, Karlsruher, Bremer, Poltawer."""
    yield word[:-2]
    yield word[:-1]
    yield word[:-2] + "en"
    if len(word) > _LONG and _is_slavic(word[:-2] + "a"):
        yield word[:-2] + "a"
    if word[-3] == "n":
        yield word[:-3] + "en"
    if irregular := load("german.yaml")["townspeople"].get(word):
        yield irregular
