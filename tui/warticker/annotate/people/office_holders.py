"""Who holds an office: persons whom a text introduces by it, and well-known ones whom it may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from warticker.annotate.language.heads import core_of, lands
from warticker.annotate.language.known import known
from warticker.annotate.language.words import bare
from warticker.expressions import compiled
from warticker.model import PersonMention, Side

MOST = 40
"""The most offices that are kept of a text."""
ANEW = ("politike", "chef", "vorsitzende", "oberhaupt", "regierende")
"""Endings of words that describe somebody independently of the office he was introduced by."""
SYNONYMS = ("oberhaupt", "politiker", "politikerin")
"""Endings of words that can stand for any office of a well-known person."""
SERVING = ("berater", "sprecher", "anwalt", "anwält", "vertraute", "vertrauten", "assistent")
"""Endings of words for those who serve another, whose office follows: der Berater des Kanzlers."""
FORMER = ("früher", "ehemalig", "einstig")
"""Beginnings of words before a former office."""
STEMS = compiled(r"[\w-]+isch")

Offices = Mapping[tuple[str, str], str]
"""Holders of offices, by the noun and the adjective of nationality beside it, if any."""


def offices(persons: Iterable[PersonMention]) -> Offices:
    """Who holds which office, according to the words beside the names."""
    holders: dict[tuple[str, str], str] = {}
    for person in persons:
        if person.office is not None and len(holders) < MOST:
            nation = nation_of(person.office.partition(" ")[0])
            holders.setdefault((core_of(person.office), nation), person.name)
    return holders


def holder(held: Offices, office: str, nation: str) -> str | None:
    """The person introduced by an office, or by a longer word for it: Sprecherin, Ministeriumssprecherin."""
    short = bare(office).lower().removeprefix("amts")
    holders = {
        name
        for (noun, of), name in held.items()
        if noun.lower().endswith(short) and (not nation or not of or nation == of)
    }
    return holders.pop() if len(holders) == 1 else None


def may_hold(person: str, words: Sequence[str], held: Offices) -> bool:
    """Whether a full description of an office may fit a person, as far as the text gives his, and as commonly known."""
    office = words[0].lower() if words[1:2] == ["von"] else ""
    nouns = [noun.lower() for (noun, _), name in held.items() if name == person]
    if nouns and not any(noun.endswith(office) for noun in nouns):
        return False
    if person not in known().names or words[0].endswith(SYNONYMS):
        return True
    role = known().names[person].role
    if words[0].lower().removesuffix("in").endswith(SERVING) and not any(one in role for one in SERVING):
        return False
    capital = not lands().isdisjoint(role.split())
    role = f"{role} hauptstadt".lower() if capital else role.lower()
    return any(len(word) > 7 and word[:8].lower() in role for word in words[1:])


def may_serve(person: str, adjective: str, nation: Side, office: str) -> bool:
    """Whether a person may be of a nation, as `may_be_of` says, and hold an office, as far as he is well-known.

    `office` is a word in lower case; an independent description leaves open which office he holds.
    """
    known_person = known().names.get(person)
    if office.removesuffix("r").endswith(ANEW):
        office = ""
    if known_person is None:
        return not office
    return may_be_of(person, adjective, nation) and office in known_person.role.lower()


def may_be_of(person: str, adjective: str, nation: Side | None) -> bool:
    """Whether a person may be of a nation, as far as he is well-known: by his side, or against it, as his role says.

    `adjective` names the nation and `nation` is its side: russische Oppositionelle do not speak for Russia.
    """
    known_person = known().names.get(person)
    if nation is None or known_person is None or known_person.side is nation:
        return True
    return nation_of(known_person.role) == nation_of(adjective) != ""


def nation_of(adjective: str) -> str:
    """The stem of an adjective of nationality: ukrainische, ukrainisch; empty for any other word."""
    stem = STEMS.match(adjective.lower())
    return stem[0] if stem else ""
