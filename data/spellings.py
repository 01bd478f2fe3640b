"""How German texts may write a settlement's name: as it is usual, spelled from Cyrillic, and in other languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from data import transliteration

from warticker.folding import fold

CYRILLIC = {
    "UA": (transliteration.ukrainian, transliteration.UKRAINIAN_LETTERS),
    "RU": (transliteration.russian, transliteration.RUSSIAN_LETTERS),
    "BY": (transliteration.russian, transliteration.RUSSIAN_LETTERS),
}
"""Where German names come from Cyrillic ones: how they are spelled, and the letters that tell them."""

MIXED_FROM = 10_000
"""From which population a name is looked for in spellings that mix systems."""

LONG = 5
"""Letters beyond which what other languages call a place is taken in: no German text has Bech for Wien, many have
Lemberg for Lwiw."""

_SMALL_WORDS = "am an auf bei da de del der des di do du el im in la le na ob on und upon von"
SMALL_WORDS = frozenset(_SMALL_WORDS.split())

_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")


def spellings_of(city: Mapping[str, Any], usual: str | None, *, widely_known: bool) -> tuple[str, list[str]]:
    """Give a settlement's usual German name and every other way that a German text might write it."""
    cyrillic = CYRILLIC.get(city["countrycode"])
    others = [name for name in city["alternatenames"] if _may_be_written(name)]
    if cyrillic is None:
        latin = [other for other in others if len(other) > LONG] if widely_known else []
        return usual or city["name"], [city["name"], _plain(city["name"]), *latin]
    spell, alphabet = cyrillic
    native = [name for name in others if set(name.lower()) <= alphabet]
    spelled = {name: spell(name) for name in native}
    wanted = letters_of(city["name"])
    known = [name for name in native if wanted in map(letters_of, (spelled[name].german, *spelled[name].others))]
    # Of Одинцово and Одинтсово, which is spelled back from the Latin, the one that German is known to make of it.
    usual_ones = {city["name"], *others}
    first = min(known, key=lambda name: spelled[name].german not in usual_ones, default=None)
    german = spelled[first].german if first else transliteration.german_from_english(city["name"])
    russian_names = [name for name in others if set(name.lower()) <= transliteration.RUSSIAN_LETTERS]
    russian = [transliteration.russian(name) for name in russian_names]
    collected = [city["name"], german]
    for spellings in [*spelled.values(), *russian]:
        collected += [spellings.german, *spellings.others]
    if city["population"] >= MIXED_FROM:
        collected += [
            spelling for name in sorted({*native, *russian_names}) for spelling in transliteration.mixed(name)
        ]
    collected += [_plain(name) for name in others if len(name) > LONG and (name.isascii() or name[0] < "\u0250")]
    return usual or german, collected


def _may_be_written(name: str) -> bool:
    """Leave out airports' codes, epithets and transliterations of other scripts."""
    parts = name.replace("-", " ").split()
    if len(name) < 4 or len(parts) > 4 or name.isupper() or not parts or not name[0].isupper():
        return False
    return all(part[0].isupper() or part in SMALL_WORDS for part in parts)


def is_clean(name: str) -> bool:
    """Leave out what the table cannot hold, and Cyrillic letters, which no German text writes a name in."""
    return len(name) > 2 and not set(name) & set("|\t\n/") and name[0].isupper() and not _CYRILLIC_LETTER.search(name)


def is_like_a_surname(name: str) -> bool:
    """Tell villages that are called like people, as Schewtschenko and Puschkin are."""
    return name.isalpha() and name.endswith(("enko", "ow", "ew", "ov", "ev", "in", "ski", "skyj", "skij", "sky"))


def _plain(name: str) -> str:
    """Give a name as texts without its accents have it, umlauts kept."""
    return "".join(letter if letter in "äöüÄÖÜß" else _unaccented(letter) for letter in name)


def _unaccented(letter: str) -> str:
    folded = fold(letter)
    return folded.capitalize() if letter.isupper() else folded


def letters_of(name: str) -> str:
    """Give the letters of a name alone, folded."""
    return "".join(letter for letter in fold(name) if letter.isalpha())
