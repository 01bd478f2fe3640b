"""Words that point to an institution which a text has named before: die Behörde, der Konzern."""

from __future__ import annotations

from collections.abc import Sequence

from warticker.annotate.language.heads import core_of
from warticker.annotate.language.words import Kind, kind
from warticker.expressions import compiled

GENERAL = frozenset(
    {"organisation", "behörde", "institution", "einrichtung", "unternehmen", "konzern", "agentur", "nachrichtenagentur"}
    | {"zeitung", "magazin", "nachrichtenmagazin", "sender", "portal", "blatt", "verband", "verein", "initiative"}
)
"""Words that say what an institution is, and may be no part of its name."""
POINTING = GENERAL | frozenset(
    {"botschaft", "büro", "ministerium", "institut", "amt", "stiftung", "gewerkschaft", "firma", "bank", "gruppe"}
    | {"kommission"}
)
"""Words that point to an institution whose name holds them, too."""
INTRODUCED = compiled(r"\b([\w-]{3,40}) ([A-ZÄÖÜ][\w&'-]{2,30})\b(?! [A-ZÄÖÜ])")
ABBREVIATED = compiled(r"\(([A-ZÄÖÜ]{2,9})\)")
ENDINGS = compiled(r"(?:e[nr]?|in|n|r)$")


def pointed_at(noun: str, heard: Sequence[str], before: str) -> str | None:
    """Name which institution a word in small letters points to.

    `heard` is who has spoken that is no person, in the order of the text, and `before` what stands before the word.
    """
    if noun not in POINTING:
        return None
    alike = next((name for name in reversed(heard) if is_proper(name) and is_called(name, noun)), None)
    return alike or _named_before(noun, before)


def is_proper(name: str) -> bool:
    """Tell whether a source is an institution with a name of its own: no mere word for one, no office."""
    return name.lower() not in GENERAL and kind(core_of(name)) is not Kind.OFFICE


def is_called(name: str, noun: str) -> bool:
    """Tell whether a name's noun is a word, or ends in it, whatever its case and gender: Bundesbehörde, Behörde."""
    words = name.split()
    owned = next((at for at in range(1, len(words)) if words[at].islower() and words[at - 1][0].isupper()), len(words))
    return any(_stem(word.lower()).endswith(_stem(noun)) for word in words[:owned])


def _named_before(noun: str, before: str) -> str | None:
    """Find the name that stood behind a word for an institution: der Autokonzern Horn, and then der Konzern."""
    found = [name for word, name in INTRODUCED.findall(before) if word.lower().endswith(noun)]
    if found and kind(found[-1]) in (Kind.PLAIN, Kind.LAST):
        return str(found[-1])
    shortened = [match for match in ABBREVIATED.finditer(before) if noun in before[: match.start()].lower()[-100:]]
    return str(shortened[-1][1]) if shortened else None


def _stem(noun: str) -> str:
    """Take the endings off a noun that its cases and genders differ in: Beamte, Beamter, Beamtin."""
    return ENDINGS.sub("", noun)
