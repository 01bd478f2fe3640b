"""Words -> a person's full name: given names, particles, a nickname in marks, and the last name behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from warticker.annotate.language.known import given_names, known_otherwise, skeleton
from warticker.annotate.language.words import GIVEN, LAST, OFFICE, PLAIN, WORD, bare, kind, last_name
from warticker.annotate.people.last_names import Found, Word
from warticker.expressions import compiled
from warticker.model import Span

NICKNAME = compiled(r" [\"„“”»«'‚‘][\w .-]{2,25}[\"“”„»«'‘’] ")
BETWEEN = compiled(
    r" | (?:[A-Z]\. ?){1,2}"
    r"| ?(?:(?:von|van|de|der|den|del|della|di|da|du|dos|la|le|zu|bin|ibn|al|el|ben|ten|ter|af|vom|Graf|Al) ){1,3}"
)
SHORTENED = compiled(r" [A-ZÄÖÜ]\.(?=,| [a-zäöü(])")
"""A last name abbreviated by the press: Anna B. wurde."""
INITIAL = compiled(r" [A-HJ-UWYZÄÖÜ]\. ")
"""An initial after a given name, rarely after a last one; I, V and X are numbers of popes and patriarchs."""
PATRONYMICS = ("owitsch", "ewitsch", "owytsch", "ewytsch", "owna", "ewna", "iwna", "itschna")
ARABIC = ("al-", "el-", "as-", "asch-", "at-", "ad-", "an-", "ar-")
CAPITAL_PARTICLES = frozenset(["Le", "La", "De", "Del", "Van", "Von", "Al", "El", "Bin", "Da", "Di", "Mc", "O"])
NAMESAKE = compiled(
    r"[ -](?:Award|Preis|Stiftung|Verlag|Konzern|Universität|Institut|Platz|Straße|Airport|Stadion|Werk|[A-Z][a-z]?-\d)"
)
"""Nouns after a person's name that is not a mention: die Taras-Horn-Stiftung, eine Antonow An-24."""
VOWELS = compiled("[aeiouäöüyj]")


def after_given_name(text: str, words: Sequence[Word], index: int) -> Found | None:
    """Join a given name, further ones, and the last name after them; a quoted nickname may come between."""
    last = index
    while last - index < 6:
        following = _next(text, words, last)
        if following is None:
            break
        word_kind = words[following].kind
        if words[following].text in CAPITAL_PARTICLES:
            last = following
            continue
        # A noun after a genitive is not part of a name: Alexejs Begründung; Boris Becker is a name.
        owns = words[last].text[-1] == "s" and words[last].text not in given_names()
        if owns and word_kind in (WORD, OFFICE):
            break
        last = following
        if word_kind is not GIVEN and not _goes_on(text, words, last):
            break
    if last > index:
        return joined(text, words[index], words[last])
    if shortened := SHORTENED.match(text, words[index].end):
        return Found(Span(words[index].start, shortened.end()), words[index].text + shortened[0], True)
    return None


def _goes_on(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether a name continues after its possible last word: Moussa Faki Mahamat, a father's name, al-Thani."""
    following = _next(text, words, index)
    if following is None:
        return False
    left, right = words[index], words[following]
    if left.text.endswith(PATRONYMICS) or right.kind is GIVEN or right.text.startswith(ARABIC):
        return True
    # Two last names behind two first ones, as Spaniards have, are words unknown to German. Behind a single first name
    # the second of such words may be a place: hat Anna Petrenko Donezk besucht.
    unknown = left.kind is PLAIN and right.kind is PLAIN and right.start == left.end + 1
    if not unknown or index < 2 or not words[index - 2].kind is words[index - 1].kind is GIVEN:
        return False
    return left.text[-1] != "s" and "-" not in right.text and not NAMESAKE.match(text, left.end)


def _next(text: str, words: Sequence[Word], index: int) -> int | None:
    """The capitalised word that may continue a name, if there is one."""
    if nickname := NICKNAME.match(text, words[index].end):
        for following in range(index + 1, min(index + 5, len(words))):
            if words[following].start == nickname.end():
                return following
    if index + 1 < len(words) and adjacent(text, words[index], words[index + 1]):
        return index + 1
    return None


def adjacent(text: str, left: Word, right: Word) -> bool:
    """Whether two words are separated only by a space, initials, a quoted nickname or particles."""
    return BETWEEN.fullmatch(text, left.end, right.start) is not None


def joined(text: str, first: Word, last: Word) -> Found:
    """The text from one word to another, without nickname and genitive ending."""
    surname = last.text
    end = last.start + len(without_genitive(text, last))
    name = NICKNAME.sub(" ", text[first.start : end])
    person = known_otherwise(name)
    if person:
        return Found(Span(first.start, end), person.name, True)
    whole = kind(surname) is LAST and same_person(name, last_name(surname))
    return Found(Span(first.start, end), last_name(surname) if whole else name, True)


def same_person(name: str, known_name: str) -> bool:
    """Whether a first and last name are another spelling of a well-known person's."""
    first, other = name.split()[0], known_name.split()[0]
    return first[:3] == other[:3] or _consonants(first) == _consonants(other)


@lru_cache(maxsize=4096)
def _consonants(name: str) -> str:
    """A given name reduced to the consonants of its variants: Wladimir and Wolodymyr, Alexander and Oleksandr."""
    return VOWELS.sub("", skeleton(name[:40]))


def without_genitive(text: str, word: Word) -> str:
    """A name without its genitive ending, if it has one: a noun follows it, or an apostrophe ends it."""
    surname = word.text
    ends = surname[-1] in "'’´" or (
        surname[-2:-1] not in _NO_GENITIVE and re.match(r" [A-ZÄÖÜ]", text[word.end : word.end + 2])
    )
    return bare(surname) if ends else surname


_NO_GENITIVE = frozenset("aeiousßxzn")
"""Letters before an s that belongs to the name: Nikolaus, Jens."""
