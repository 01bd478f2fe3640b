"""What a capitalised word is, for recognising names of persons."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import cache, lru_cache

from warticker.annotate.language.known import Person, endings, given_names, known, listed, respelled, speakers

OFFICE_ENDINGS = ("", "in", "innen", "s", "es", "n", "en", "e", "er", "r")
TITLE_ENDINGS = ("", "in", "s", "es", "n", "en")


class Kind(IntEnum):
    """What a word may be."""

    WORD = 0
    """A noun, or any other word that is not part of a name."""
    PLAIN = 1
    """Unknown; possibly a name."""
    OFFICE = 2
    """A role: minister, spokeswoman, Mr."""
    GIVEN = 3
    """A given name."""
    LAST = 4
    """The last name of one well-known person."""


WORD, PLAIN, OFFICE, GIVEN, LAST = Kind
# Module constants, since Python 3.11 takes five times as long for an attribute of an enumeration.


class _Ends:
    """Word endings, in all inflections, that identify a word: alone, in a compound, after a hyphen.

    Sets, since an expression of three hundred alternatives takes twenty times as long per word.
    """

    def __init__(self, nouns: Iterable[str], endings: Iterable[str]) -> None:
        feminine = [noun[:-1] + ending for noun in nouns if noun[-1] == "e" for ending in ("in", "innen")]
        self.forms = frozenset([*(noun + ending for noun in nouns for ending in endings), *feminine])
        self.lengths = sorted({len(form) for form in self.forms})

    def match(self, word: str) -> bool:
        """Whether a word has such an ending."""
        low = word.lower()
        for length in self.lengths:
            if length >= len(low):
                return low in self.forms
            if low[-length:] in self.forms and (low[-length - 1].isalnum() or low[-length - 1] in "-_"):
                return True
        return low in self.forms


@cache
def _office() -> _Ends:
    return _Ends(listed("offices"), OFFICE_ENDINGS)


@cache
def _nouns() -> frozenset[str]:
    nations = [country for those in speakers()["nations"].values() for country in those]
    capitals = [capital for those in speakers()["capitals"].values() for capital in those]
    places = [form for place in (*nations, *capitals) for form in (place, place + "s")]
    return listed("nouns").union(places)


def bare(word: str) -> str:
    """A name without the genitive's s or apostrophe."""
    if word[-1] in "'’´":
        return word[:-1]
    return word[:-1] if word[-1] == "s" and len(word) > 3 else word


@lru_cache(maxsize=65536)
def kind(word: str) -> Kind:
    """What a capitalised word may be, looking at the word alone."""
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
    if _office().match(word):
        return OFFICE
    if len(word) < 2 or word.lower().endswith(endings("noun_endings")) or any(map(str.isdigit, word)):
        return WORD
    if word.isupper() and len(word) < 7:
        return WORD
    return LAST if _spelled_otherwise(word) else PLAIN


@lru_cache(maxsize=16384)
def is_title(word: str) -> bool:
    """Whether an office can precede a bare last name: Minister Horn, Frau Horn."""
    return _title().match(word)


@cache
def _title() -> _Ends:
    return _Ends(listed("titles"), TITLE_ENDINGS)


def may_be_last_name(word: str) -> bool:
    """Whether a word with a noun's ending may still be a last name after a first name: Garland, Kurz."""
    if word in _nouns():
        return word in listed("surnames")
    return len(word) < 13 and word.lower() not in endings("noun_endings") and word[-1].isalpha()


@lru_cache(maxsize=65536)
def matters(word: str) -> bool:
    """Whether a capitalised word can be part of a person's name, or precede it; initials are part of names."""
    return len(word) > 1 and (kind(word) is not WORD or "-" in word or may_be_last_name(word) or word in known().full)


@lru_cache(maxsize=65536)
def last_name(word: str) -> str:
    """The well-known person whose last name a word of LAST is."""
    last = known().last
    person = last.get(word) or last.get(bare(word)) or _spelled_otherwise(word)
    return person.name if person else word


def bearer(surname: str, office: str) -> str:
    """The well-known person with a shared last name, if the office beside it is his; else the name."""
    office = office.lower()
    for person in known().shared.get(surname, ()):
        if any(word.endswith(office) or office.endswith(word) for word in person.role.lower().split() if len(word) > 4):
            return person.name
    return surname


def _spelled_otherwise(word: str) -> Person | None:
    """The person with a Slavic last name in an unlisted spelling."""
    return (respelled(word) or respelled(bare(word))) if len(word) > 5 else None
