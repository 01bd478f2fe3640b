"""Where a text could name a place: names of the gazetteer as German writes and inflects them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from warticker.annotate import gazetteer
from warticker.annotate.gazetteer import Index

WORD = re.compile(r"(?<![^\W_])[A-ZÀ-ÖØ-ÞĀ-ſЀ-Я][^\W\d_]*(?:['’ʼ][^\W\d_]+)*")
"""A word with a capital, apostrophes inside."""


class Form(Enum):
    """What German has done to the name."""

    BARE = auto()
    GENITIVE = auto()
    """Moskaus."""
    ADJECTIVE = auto()
    """Moskauer."""


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
    past = 0
    for match in WORD.finditer(text):
        start = match.start()
        if start < past:
            continue
        word = match[0]
        found = _longer(text, start, known.longer[word], known) if word in known.longer else None
        if found is None:
            found = _single(text, start, word, known)
        if found is not None:
            past = found.end
            yield found


def _longer(text: str, start: int, names: tuple[str, ...], known: Index) -> Candidate | None:
    """Find a name of several words, or with a hyphen."""
    for name in names:
        if not text.startswith(name, start):
            continue
        end = start + len(name)
        rest = _RUNNING_ON.match(text, end)
        ending = rest[0] if rest else ""
        if ending in _FORMS:
            return Candidate(start, end + len(ending), name, known.whole[name], _FORMS[ending])
    return None


_RUNNING_ON = re.compile(r"[^\W\d_]+")
_FORMS = {"": Form.BARE, "s": Form.GENITIVE, "er": Form.ADJECTIVE}


def _single(text: str, start: int, word: str, known: Index) -> Candidate | None:
    """Find a name of one word, undoing a genitive, an adjective, or capitals throughout."""
    end = start + len(word)
    if numbers := known.single.get(word):
        return Candidate(start, end, word, numbers, Form.BARE)
    if len(word) < 4:
        return None
    if word[-1] == "s":
        if (name := word[:-1].rstrip("'’")) and (numbers := known.single.get(name)):
            return Candidate(start, end, name, numbers, Form.GENITIVE)
    elif word.endswith("er"):
        for name in _stems(word):
            if numbers := known.single.get(name):
                return Candidate(start, end, name, numbers, Form.ADJECTIVE)
    elif word.isupper():
        name = word.capitalize()
        if numbers := known.single.get(name):
            return Candidate(start, end, name, numbers, Form.BARE)
    return None


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
