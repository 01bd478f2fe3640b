"""The lists of data/place_words.yaml: words beside a place's name that tell what the name does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from warticker.annotate.language.inflection import folded, forms
from warticker.annotate.language.known import load


class Words(NamedTuple):
    """A list, folded."""

    alone: frozenset[str]
    """What is found as it stands."""
    ends: frozenset[str]
    """What is found at the end of a word too."""
    lengths: tuple[int, ...]
    """How long those ends are."""


@lru_cache(maxsize=16384)
def told(word: str, name: str) -> bool:
    """Say whether a word, in any letters, is on the list of a name."""
    words, low = listed(name), folded(word)
    return low in words.alone or any(low[-length:] in words.ends for length in words.lengths)


def any_told(words: Iterable[str], name: str) -> bool:
    """Say whether any of some words is on the list of a name."""
    return any(told(word, name) for word in words)


@cache
def listed(name: str) -> Words:
    """Give the list of a name; raises DataError where the file is damaged."""
    words: list[str] = load("place_words.yaml")[name]
    ends = frozenset(end for word in words for end in _ends(word))
    alone = frozenset(folded(word) for word in words if word.islower() and word[0] != "-")
    return Words(alone, ends, tuple(sorted(set(map(len, ends)))))


def _ends(word: str) -> Iterator[str]:
    """Give the ends that a word of a list stands for: a noun's forms, or what follows a hyphen."""
    if word[0] == "-":
        yield folded(word[1:])
    elif not word.islower():
        yield from (form.stem + ending for form in forms(word) for ending in form.endings)
