"""Ukrainian and Russian names in Latin letters, as German, English and scholarly texts write them.

Each table says where it is from. They derive the spellings of data/places.tsv, so that nobody lists them by hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

UKRAINIAN_LETTERS = frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'ʼ’- ")
"""What a Ukrainian name consists of."""

RUSSIAN_LETTERS = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя- ")
"""What a Russian name consists of."""

_SHARED = dict(zip("абвгдзклмнопрстуф", "abwgdsklmnoprstuf", strict=True))

GERMAN_UKRAINIAN = _SHARED | {
    "г": "h", "ґ": "g", "е": "e", "є": "je", "ж": "sch", "и": "y", "і": "i", "ї": "ji", "й": "j", "х": "ch",
    "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch", "ь": "", "ю": "ju", "я": "ja",
}  # fmt: skip
"""The Duden's and the German Wikipedia's transcription of Ukrainian ("Wikipedia:Namenskonventionen/Kyrillisch")."""

GERMAN_RUSSIAN = _SHARED | {
    "е": "e", "ё": "jo", "ж": "sch", "и": "i", "й": "i", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch",
    "щ": "schtsch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "ju", "я": "ja",
}  # fmt: skip
"""The Duden's transcription of Russian; its rules for `е`, `й` and `с` by their neighbours are in `_in_german`."""

ENGLISH_UKRAINIAN = _SHARED | {
    "в": "v", "г": "h", "ґ": "g", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y", "і": "i", "ї": "i", "й": "i",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu", "я": "ia",
}  # fmt: skip
"""Ukraine's national system (Cabinet resolution 55 of 27 January 2010), which UN and BGN/PCGN adopted;
at the start of a word it has `ye`, `yi`, `y`, `yu`, `ya`, and `zgh` for `зг`."""

BGN_UKRAINIAN = ENGLISH_UKRAINIAN | {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
"""BGN/PCGN's Ukrainian system of 1965, in wide use: `Mykolayiv`."""

ENGLISH_RUSSIAN = _SHARED | {
    "в": "v", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y", "х": "kh", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
"""BGN/PCGN's Russian system of 1947 without apostrophes, as English-language agencies write."""

SCHOLARLY_UKRAINIAN = _SHARED | {
    "в": "v", "г": "h", "ґ": "g", "е": "e", "є": "je", "ж": "ž", "з": "z", "и": "y", "і": "i", "ї": "ji", "й": "j",
    "х": "ch", "ц": "c", "ч": "č", "ш": "š", "щ": "šč", "ь": "'", "ю": "ju", "я": "ja",
}  # fmt: skip
"""DIN 1460 for Ukrainian, as libraries and atlases write; Ukraine's `х` is `ch` there."""

SCHOLARLY_RUSSIAN = _SHARED | {
    "в": "v", "е": "e", "ё": "ë", "ж": "ž", "з": "z", "и": "i", "й": "j", "х": "ch", "ц": "c", "ч": "č",
    "ш": "š", "щ": "šč", "ъ": "", "ы": "y", "ь": "'", "э": "ė", "ю": "ju", "я": "ja",
}  # fmt: skip
"""DIN 1460 for Russian."""

_APOSTROPHES = re.compile(r"['ʼ’]")
_VOWELS = frozenset("аеёиоуыэюяєіїьъ")


class Spellings(NamedTuple):
    """One name as other languages write it."""

    german: str
    """The usual German transcription."""
    others: tuple[str, ...]
    """Every other one, each once, the German variants first."""


def ukrainian(name: str) -> Spellings:
    """Spell a Ukrainian name in Cyrillic letters: `Торецьк` is `Torezk`, `Toretsk`, `Torec'k`."""
    german = _in_german(name, GERMAN_UKRAINIAN)
    national = _by_word(name.replace("зг", "zgh"), ENGLISH_UKRAINIAN, _INITIAL)
    return _collected(
        german,
        _in_german(name, GERMAN_UKRAINIAN, double_s=False),
        _in_german(name, GERMAN_UKRAINIAN | {"ї": "i"}),
        _in_german(_LAST_SHORT_I.sub("", name), GERMAN_UKRAINIAN),
        _in_german(_LAST_YA.sub("а", name), GERMAN_UKRAINIAN),
        national,
        _by_word(name, BGN_UKRAINIAN, {}),
        _by_word(name, SCHOLARLY_UKRAINIAN, {}),
    )


_LAST_SHORT_I = re.compile("(?<=и)й\\b")
"""What agencies leave off: Kropywnyzky."""
_LAST_YA = re.compile("(?<=[иі])я\\b")
"""What they write as `a`: Jewpatoria."""


def russian(name: str) -> Spellings:
    """Spell a Russian name in Cyrillic letters: `Харьков` is `Charkow`, `Kharkov`, `Char'kov`."""
    iotated = _vowel_e(name)
    german = _in_german(_HISSED_YO.sub("о", iotated), GERMAN_RUSSIAN)
    return _collected(
        german,
        _in_german(iotated, GERMAN_RUSSIAN, double_s=False),
        _in_german(name, GERMAN_RUSSIAN | {"й": "j"}),
        _in_german(_SHORT_I_AT_END.sub("j", iotated), GERMAN_RUSSIAN | {"й": "j"}),
        _in_german(re.sub("(?<=и)й", "", iotated), GERMAN_RUSSIAN),
        _in_german(_LAST_YA.sub("а", iotated), GERMAN_RUSSIAN),
        _by_word(iotated, ENGLISH_RUSSIAN | {"є": "ye"}, {}),
        _by_word(name, ENGLISH_RUSSIAN, {"е": "ye"}),
        _by_word(name, ENGLISH_RUSSIAN | {"й": "i", "ю": "iu", "я": "ia"}, {}),
        _by_word(_IY_AT_END.sub("ы", name), ENGLISH_RUSSIAN, {}),
        _by_word(name, SCHOLARLY_RUSSIAN, {}),
    )


_SHORT_I_AT_END = re.compile("(?<=[иы])й\\b")
"""What many keep that the Duden leaves off: Nischnij Nowgorod, Grosnyj."""
_IY_AT_END = re.compile("[иы]й\\b")
"""What English-language agencies write as `y` alone: Nizhny Novgorod."""
_HISSED_YO = re.compile("(?<=[жчшщ])ё")
"""What German writes `o`: Chruschtschow (Duden)."""


def mixed(name: str) -> tuple[str, ...]:
    """Spell a name as German texts do that keep to no system: English but for the `w`, as in `Noworossiysk`."""
    tables = (ENGLISH_RUSSIAN, ENGLISH_UKRAINIAN, BGN_UKRAINIAN)
    spelled = [
        _by_word(name, table | {"в": "w"}, {}) for table in tables if set(name.lower()) - {" ", "-"} <= set(table)
    ]
    return tuple(dict.fromkeys(spelled))


def german_from_english(name: str) -> str:
    """Respell a name that BGN/PCGN romanised the German way, as well as that goes: `Pushcha` is `Puschtscha`."""

    def respelled(match: re.Match[str]) -> str:
        german = _GERMAN_FOR_ENGLISH[match[0].lower()]
        return german[:1].upper() + german[1:] if match[0][0].isupper() else german

    return _ENGLISH_CLUSTERS.sub(respelled, _APOSTROPHES.sub("", name))


_GERMAN_FOR_ENGLISH = {
    "shch": "schtsch", "zh": "sch", "kh": "ch", "ts": "z", "ch": "tsch", "sh": "sch", "ya": "ja", "yu": "ju",
    "ye": "je", "yi": "ji", "yo": "jo", "oy": "oj", "ay": "aj", "v": "w", "z": "s",
}  # fmt: skip
_ENGLISH_CLUSTERS = re.compile("|".join(_GERMAN_FOR_ENGLISH), re.IGNORECASE)

_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def _vowel_e(name: str) -> str:
    """Mark the `е` that German writes `je`: at a word's start and after vowels and signs (Duden)."""
    letters = []
    for before, letter in zip(" " + name.lower(), name, strict=False):
        iotated = letter.lower() == "е" and (before in " -" or before in _VOWELS)
        letters.append({"е": "є", "Е": "Є"}[letter] if iotated else letter)
    return "".join(letters)


def _in_german(name: str, table: Mapping[str, str], *, double_s: bool = True) -> str:
    """Transcribe into German; `с` between vowels is `ss` (Duden), Russian `й` ends away after `и` and `ы`."""
    russian_name = table["и"] == "i"
    spelled = name.replace("’", "'").replace("ʼ", "'")
    if russian_name:
        spelled = re.sub(r"(?<=[иы])й\b", "", spelled)
        spelled = re.sub(r"(?<=[иы])й", "j", spelled)
        spelled = re.sub(r"й(?=[аеиоу])", "j", spelled)
    written = _by_word(_SOFT.sub("j", _APOSTROPHES.sub("", _hard_s(spelled, double_s))), {**table, "є": "je"}, {})
    return written.replace("\0", "ss")


_SOFT = re.compile("ь(?=[ои])")
"""The sign before a vowel that has no j of its own: Iljitsch."""
_S_BETWEEN_VOWELS = re.compile("(?<![Нн]ов[оа])(?<=[аеёєиіїоуыэюя])с(?=[аеёєиіїоуыэюя])")
"""Not where a word begins after `ново`, as in Nowosibirsk."""


def _hard_s(name: str, double: bool) -> str:
    """Put a mark where German doubles the s."""
    return _S_BETWEEN_VOWELS.sub("\0", name) if double else name


def _by_word(name: str, table: Mapping[str, str], initial: Mapping[str, str]) -> str:
    """Spell letter by letter, capitals kept; `initial` holds at the start of each word."""
    spelled = []
    before = " "
    for letter in name:
        low = letter.lower()
        latin = (initial if before in " -" else table).get(low, table.get(low, low))
        spelled.append(latin[:1].upper() + latin[1:] if letter != low else latin)
        before = letter
    return "".join(spelled)


def _collected(german: str, *others: str) -> Spellings:
    """Leave out what comes twice, and add each scholarly spelling without its apostrophes."""
    plain = [_APOSTROPHES.sub("", other) for other in others]
    once = dict.fromkeys(spelling for pair in zip(others, plain, strict=True) for spelling in pair)
    once.pop(german, None)
    return Spellings(german, tuple(once))
