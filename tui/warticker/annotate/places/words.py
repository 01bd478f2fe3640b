"""The lists of data/place_words.yaml: words beside a place's name that decide its role."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from warticker.annotate.language.inflection import folded, forms
from warticker.annotate.language.known import load

NONE: frozenset[str] = frozenset()
"""The lists of nearly all words: none."""


class Words(NamedTuple):
    """The words of all lists, folded, each with the names of its lists."""

    alone: Mapping[str, frozenset[str]]
    """Matched as whole words."""
    ends: Mapping[str, frozenset[str]]
    """Also matched at the end of a word."""
    lengths: Mapping[str, Collection[int]]
    """The lengths of those with given last letters: few words have any of these."""
    tail: int
    """How many last letters that is: the length of the shortest end."""


@lru_cache(maxsize=16384)
def lists_with(word: str) -> frozenset[str]:
    """The names of the lists that a word is on, ignoring case: all at once, as most words are on none."""
    words, low = lists(), folded(word)
    found = words.alone.get(low, NONE)
    for length in words.lengths.get(low[-words.tail :], ()):
        found |= words.ends.get(low[-length:], NONE)
    return found


def on_list(word: str, name: str) -> bool:
    """Whether a word is on a named list."""
    return name in lists_with(word)


def any_on_list(words: Iterable[str], name: str) -> bool:
    """Whether any of some words is on a named list."""
    return any(name in lists_with(word) for word in words)


def is_region(word: str) -> bool:
    """Whether a word means a region: Region, Gebiet, Oblast, Teilrepublik."""
    found = lists_with(word)
    return "regions" in found and "town_areas" not in found


def is_settlement(word: str) -> bool:
    """Whether a word means a settlement: Hafenstadt, Dorf, Großraum."""
    return "settlements" in lists_with(word)


@cache
def lists() -> Words:
    """The words of all lists; raises DataError if the file is damaged."""
    alone: dict[str, frozenset[str]] = {}
    ends: dict[str, frozenset[str]] = {}
    for name, words in load("place_words.yaml").items():
        this = frozenset([name])
        for word in words:
            for end in _ends(word):
                ends[end] = ends[end] | this if end in ends else this
            if word.islower() and word[0] != "-":
                low = folded(word)
                alone[low] = alone[low] | this if low in alone else this
    tail = min(map(len, ends))
    lengths: dict[str, set[int]] = {}
    for end in ends:
        lengths.setdefault(end[-tail:], set()).add(len(end))
    return Words(alone, ends, lengths, tail)


def _ends(word: str) -> Iterator[str]:
    """The endings of a listed word: a noun's forms, or what may follow a hyphen."""
    if word[0] == "-":
        yield folded(word[1:])
    elif not word.islower():
        yield from (form.stem + ending for form in forms(word) for ending in form.endings)
