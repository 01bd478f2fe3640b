"""Where a text could name a place: names of the gazetteer as German writes and inflects them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from enum import Enum, auto
from typing import NamedTuple

from warticker.annotate import gazetteer
from warticker.annotate.gazetteer import Index

WORD = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſЀ-Я]\w*")
"""A word from a capital on; that it begins there is looked at later, for the few that could be names."""


class Form(Enum):
    """What German has done to the name."""

    BARE = auto()
    GENITIVE = auto()
    """Moskaus."""
    ADJECTIVE = auto()
    """Moskauer."""
    CAPITALS = auto()
    """MOSKAU."""


class Candidate(NamedTuple):
    """A name in a text, and the places that it could mean."""

    start: int
    end: int
    name: str
    """The name as the gazetteer spells it."""
    numbers: tuple[int, ...]
    """Rows of the gazetteer."""
    form: Form


def candidates(text: str) -> Iterator[Candidate]:
    """Every name of a place in a text, in order and without overlap; the longest where several begin."""
    known = gazetteer.index()
    names, longer = known.names, known.longer
    past = 0
    for match in WORD.finditer(text):
        word = match[0]
        if word not in names and word not in longer and not _may_be_inflected(word, names):
            continue
        start = match.start()
        if start < past or (start and text[start - 1].isalnum()):
            continue
        found = _longer(text, start, longer[word], known) if word in longer else None
        if found is None:
            found = _single(start, word, known)
        if found is not None:
            past = found.end
            yield found


def _may_be_inflected(word: str, names: Container[str]) -> bool:
    """Say quickly, because most words are no place's name, whether it pays to look closer."""
    last = word[-1]
    if last == "s":
        return word[:-1] in names
    return word[-2:] == "er" if last == "r" else word.isupper()


def _longer(text: str, start: int, names: list[str], known: Index) -> Candidate | None:
    """Find the longest name of several words, or with a hyphen, that the text goes on with."""
    best: Candidate | None = None
    for name in names:
        if not text.startswith(name, start) or (best is not None and len(name) <= len(best.name)):
            continue
        end = start + len(name)
        rest = _RUNNING_ON.match(text, end)
        ending = rest[0] if rest else ""
        if ending in _FORMS:
            best = Candidate(start, end + len(ending), name, known.numbers(name), _FORMS[ending])
    return best


_RUNNING_ON = re.compile(r"\w{1,3}")
_FORMS = {"": Form.BARE, "s": Form.GENITIVE, "er": Form.ADJECTIVE}


def _single(start: int, word: str, known: Index) -> Candidate | None:
    """Find a name of one word, undoing a genitive, an adjective, or capitals throughout."""
    names = known.names
    end = start + len(word)
    if word in names:
        return Candidate(start, end, word, known.numbers(word), Form.BARE)
    if len(word) < _SHORTEST:
        return None
    if word[-1] == "s":
        name = word[:-1]
        if name in names:
            return Candidate(start, end, name, known.numbers(name), Form.GENITIVE)
    elif word.endswith("er"):
        for name in _stems(word):
            if name in names:
                return Candidate(start, end, name, known.numbers(name), Form.ADJECTIVE)
    elif word.isupper():
        name = word.capitalize()
        if name in names:
            return Candidate(start, end, name, known.numbers(name), Form.CAPITALS)
    return None


_SHORTEST = 4
"""The length of the shortest word that an ending is taken from."""


def _stems(word: str) -> Iterator[str]:
    """Give what an adjective in -er can be of: Kiewer, Karlsruher, Bremer, Münchner (Duden, "Ableitungen auf -er")."""
    yield word[:-2]
    yield word[:-1]
    yield word[:-2] + "en"
    if word[-3] == "n":
        yield word[:-3] + "en"
    if word in _IRREGULAR:
        yield _IRREGULAR[word]


_IRREGULAR = {
    "Basler": "Basel", "Genfer": "Genf", "Hannoveraner": "Hannover", "Hallenser": "Halle", "Jenaer": "Jena",
    "Jerewaner": "Eriwan", "Kasseler": "Kassel", "Zürcher": "Zürich", "Mailänder": "Mailand", "Neapolitaner": "Neapel",
    "Athener": "Athen", "Havannaer": "Havanna", "Brüsseler": "Brüssel", "Tschernobyler": "Tschernobyl",
}  # fmt: skip
