"""Words that point to an institution which a text has named before: die Behörde, der Konzern."""

from __future__ import annotations

from collections.abc import Sequence

from warticker.annotate.language.heads import core_of, lands
from warticker.annotate.language.words import Kind, kind
from warticker.annotate.speech.discourse import Discourse
from warticker.annotate.speech.subjects import subject
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
COMPANIES = frozenset({"unternehmen", "konzern", "firma"})
"""Words for a company that the sentence before is about, by its name."""
INTRODUCED = compiled(r"\b([\w-]{3,40}) ([A-ZÄÖÜ][\w&'-]{2,30})\b(?! [A-ZÄÖÜ])")
ABBREVIATED = compiled(r"\(([A-ZÄÖÜ]{2,9})\)")
ENDINGS = compiled(r"(?:e[nr]?|in|n|r)$")


def same_institution(discourse: Discourse, words: Sequence[str]) -> str | None:
    """Name who `die Behörde` or `der Beamte` is: the source before, where it is called so or no person."""
    if len(words) > 1:
        return None
    noun, last, bodies = words[0].lower(), discourse.last, discourse.bodies
    if last is not None and last not in discourse.everybody and _is_called(last, noun):
        return last
    if noun in POINTING and (name := _pointed_at(noun, bodies) or _named_before(noun, discourse.text_before)):
        return name
    about = subject(discourse.sentences[discourse.number - 1]) if noun in COMPANIES and discourse.number else None
    if about and not about.person and about.head not in lands() and kind(about.head) is Kind.PLAIN:
        return about.head
    return last if noun in GENERAL and bodies and bodies[-1] == last and _is_proper(bodies[-1]) else None


def _pointed_at(noun: str, bodies: Sequence[str]) -> str | None:
    """Name who of those that have spoken is called by a word."""
    return next((name for name in reversed(bodies) if _is_proper(name) and _is_called(name, noun)), None)


def _is_proper(name: str) -> bool:
    """Tell whether a source is an institution with a name of its own: no mere word for one, no office."""
    return name.lower() not in GENERAL and kind(core_of(name)) is not Kind.OFFICE


def _is_called(name: str, noun: str) -> bool:
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
