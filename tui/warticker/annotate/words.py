"""What a capitalised word is, as far as names of persons go."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache, lru_cache

from warticker.annotate.known import Person, given_names, known, load, skeleton, speakers

OFFICE_ENDINGS = "(?:in|innen|s|es|n|en|e|er|r)?"


class Kind(IntEnum):
    """What a word may be."""

    WORD = 0
    """A noun, or any other word that is no part of a name."""
    PLAIN = 1
    """Nothing that is known; a name, perhaps."""
    OFFICE = 2
    """It tells what somebody is: minister, spokeswoman, Mr."""
    GIVEN = 3
    """A given name."""
    LAST = 4
    """The last name of one well-known person."""


WORD, PLAIN, OFFICE, GIVEN, LAST = Kind
# Names of their own, since Python 3.11 takes five times as long for an attribute of an enumeration.


@cache
def _office() -> re.Pattern[str]:
    ends = "|".join(sorted(load("german.yaml")["offices"], key=len, reverse=True))
    return re.compile(rf"(?:.*[-\w])?(?:{ends}){OFFICE_ENDINGS}", re.IGNORECASE)


@cache
def _nouns() -> frozenset[str]:
    nations = [country for those in speakers()["nations"].values() for country in those]
    capitals = [capital for those in speakers()["capitals"].values() for capital in those]
    places = [form for place in (*nations, *capitals) for form in (place, place + "s")]
    return frozenset([*load("german.yaml")["nouns"], *places])


@cache
def _noun_endings() -> tuple[str, ...]:
    return tuple(load("german.yaml")["noun_endings"])


@cache
def particles() -> frozenset[str]:
    """Words inside a name that are not capitalised: von, van, bin."""
    return frozenset(load("german.yaml")["particles"])


def bare(word: str) -> str:
    """Take the genitive's s or apostrophe off a name."""
    if word[-1] in "'’´":
        return word[:-1]
    return word[:-1] if word[-1] == "s" and len(word) > 3 else word


@lru_cache(maxsize=65536)
def kind(word: str) -> Kind:
    """Tell what a capitalised word may be; only the word itself is looked at."""
    last = known().last
    if not word:
        return WORD
    if word in last or bare(word) in last:
        return LAST
    if word in given_names() or (word[-1] == "s" and word[:-1] in given_names() and word not in _nouns()):
        return GIVEN
    if "-" in word and word.partition("-")[0] in given_names() and word.rpartition("-")[2] in given_names():
        return GIVEN
    if len(word) > 40 or word in _nouns():
        return WORD
    if _office().fullmatch(word):
        return OFFICE
    if len(word) < 2 or word.lower().endswith(_noun_endings()) or any(map(str.isdigit, word)):
        return WORD
    if word.isupper() and len(word) < 7:
        return WORD
    return LAST if _spelled_otherwise(word) else PLAIN


@lru_cache(maxsize=16384)
def is_title(word: str) -> bool:
    """Tell whether an office is one that stands before a last name alone: Minister Horn, Frau Horn."""
    return bool(_title().fullmatch(word))


@cache
def _title() -> re.Pattern[str]:
    ends = "|".join(load("german.yaml")["titles"])
    return re.compile(rf"(?:.*[-\w])?(?:{ends})(?:in|s|es|n|en)?", re.IGNORECASE)


def may_be_last_name(word: str) -> bool:
    """Tell whether a word that ends like a noun may still be a last name behind a first one: Garland, Freitag."""
    return len(word) < 13 and word not in _nouns() and word.lower() not in _noun_endings() and word[-1].isalpha()


@lru_cache(maxsize=65536)
def matters(word: str) -> bool:
    """Tell whether a capitalised word can be part of what names a person, or stand before it."""
    return kind(word) is not WORD or "-" in word or may_be_last_name(word)


@lru_cache(maxsize=65536)
def last_name(word: str) -> str:
    """Name the well-known person whose last name a word of LAST is."""
    last = known().last
    person = last.get(word) or last.get(bare(word)) or _spelled_otherwise(word)
    return person.name if person else word


def _spelled_otherwise(word: str) -> Person | None:
    """Find the person of a Slavic last name that is spelled in a way that nobody has listed."""
    if len(word) < 6:
        return None
    skeletons = known().skeletons
    return skeletons.get(skeleton(word)) or skeletons.get(skeleton(bare(word)))
