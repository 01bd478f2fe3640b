"""Where a text could name a place: names of the gazetteer as German writes and inflects them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from enum import Enum, auto
from functools import cache
from itertools import compress
from typing import NamedTuple

from warticker.annotate import gazetteer
from warticker.annotate.pieces import Remembered, cut

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
    piece: int
    """The piece of the text that it starts in."""


class _Seen(NamedTuple):
    """What a word in a piece of text could be."""

    start: int
    """In the piece."""
    end: int
    longer: list[str]
    """Names of several words that begin with it."""
    name: str
    """The name that it is alone; empty for none."""
    numbers: tuple[int, ...]
    form: Form


def candidates(text: str) -> Iterator[Candidate]:
    """Every name of a place in a text, in order and without overlap; the longest where several begin."""
    words, starts = cut(text)
    past = 0
    looks = list(map(_remembered().__getitem__, words))
    for piece in compress(range(len(looks)), looks):
        offset = starts[piece]
        for start, end, longer, name, numbers, form in looks[piece]:
            if offset + start < past:
                continue
            found = _longer(text, offset + start, longer, piece) if longer else None
            if found is None and name:
                found = Candidate(offset + start, offset + end, name, numbers, form, piece)
            if found is not None:
                past = found.end
                yield found


@cache
def _remembered() -> Remembered[tuple[_Seen, ...]]:
    return Remembered(lambda piece: tuple(_seen(piece)))


def _seen(piece: str) -> Iterator[_Seen]:
    """Find the words of a piece of text that names begin with."""
    known = gazetteer.index()
    names, longer = known.names, known.longer
    for match in WORD.finditer(piece):
        word, start = match[0], match.start()
        if word not in names and word not in longer and not _may_be_inflected(word, names):
            continue
        if start and piece[start - 1].isalnum():
            continue
        name, form = _single(word)
        if name or word in longer:
            yield _Seen(start, match.end(), longer.get(word, []), name, known.numbers(name), form)


def _may_be_inflected(word: str, names: Container[str]) -> bool:
    """Say quickly, because most words are no place's name, whether it pays to look closer."""
    last = word[-1]
    if last == "s":
        return word[:-1] in names
    return word[-2:] == "er" if last == "r" else word.isupper()


def _longer(text: str, start: int, names: list[str], piece: int) -> Candidate | None:
    """Find the longest name of several words, or with a hyphen, that the text goes on with."""
    known = gazetteer.index()
    best: Candidate | None = None
    for name in names:
        if not text.startswith(name, start) or (best is not None and len(name) <= len(best.name)):
            continue
        end = start + len(name)
        rest = _RUNNING_ON.match(text, end)
        ending = rest[0] if rest else ""
        if ending in _FORMS:
            best = Candidate(start, end + len(ending), name, known.numbers(name), _FORMS[ending], piece)
    return best


_RUNNING_ON = re.compile(r"\w{1,3}")
_FORMS = {"": Form.BARE, "s": Form.GENITIVE, "er": Form.ADJECTIVE}


def _single(word: str) -> tuple[str, Form]:
    """Find the name that a word is, undoing a genitive, an adjective, or capitals throughout; none is empty."""
    names = gazetteer.index().names
    if word in names:
        return word, Form.BARE
    if len(word) < _SHORTEST or word in WORDS:
        return "", Form.BARE
    if word[-1] == "s":
        return (word[:-1] if word[:-1] in names else ""), Form.GENITIVE
    if word.endswith("er"):
        return next((name for name in _stems(word) if name in names), ""), Form.ADJECTIVE
    if word.isupper():
        return (word.capitalize() if word.capitalize() in names else ""), Form.CAPITALS
    return "", Form.BARE


_SHORTEST = 4
"""The length of the shortest word that an ending is taken from."""


_LONG = 6
"""The length of words up to which -er is not taken to stand for -a: Poltawer, but not aber for Aba."""


def _is_slavic(name: str) -> bool:
    known = gazetteer.index()
    return name in known.names and gazetteer.row(known.names[name]).country in {"UA", "RU", "BY"}


WORDS = frozenset(
    {
        "Leider", "Mauer", "Hammer", "Mobiler", "Oraler", "Pastos", "Ader", "Bader", "Baiser", "Bergner", "Caner",
        "Eder", "Meissner", "Esser", "Golfer", "Kober", "Löwer", "Maler", "Poser", "Sieger", "Pilsner", "Vier",
        "Galicier", "Scheler",
    }
)  # fmt: skip
"""Words and surnames that look as if a name were inflected: build_places.py tells them."""


def _stems(word: str) -> Iterator[str]:
    """Give what an adjective in -er can be of (Duden, "Ableitungen auf -er"): Kiewer, Karlsruher, Bremer, Poltawer."""
    yield word[:-2]
    yield word[:-1]
    yield word[:-2] + "en"
    if len(word) > _LONG and _is_slavic(word[:-2] + "a"):
        yield word[:-2] + "a"
    if word[-3] == "n":
        yield word[:-3] + "en"
    if word in _IRREGULAR:
        yield _IRREGULAR[word]


_IRREGULAR = {
    "Basler": "Basel", "Genfer": "Genf", "Hannoveraner": "Hannover", "Hallenser": "Halle", "Jenaer": "Jena",
    "Jerewaner": "Eriwan", "Kasseler": "Kassel", "Zürcher": "Zürich", "Mailänder": "Mailand", "Neapolitaner": "Neapel",
    "Athener": "Athen", "Havannaer": "Havanna", "Brüsseler": "Brüssel", "Tschernobyler": "Tschernobyl",
}  # fmt: skip
