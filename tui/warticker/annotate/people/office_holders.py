"""Who holds an office: whom a text introduces by it, and whom of the well-known it may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from warticker.annotate.language.heads import core_of, lands
from warticker.annotate.language.known import known
from warticker.annotate.language.words import bare
from warticker.expressions import compiled
from warticker.model import PersonMention, Side

MOST = 40
"""How many offices a text is read with."""
ANEW = ("politike", "chef", "vorsitzende", "oberhaupt", "regierende")
"""Ends of words that say anew what somebody is, whatever office he was introduced by."""
SYNONYMS = ("oberhaupt", "politiker", "politikerin")
"""Ends of words that stand for whatever office a well-known person holds."""
SERVING = ("berater", "sprecher", "anwalt", "anwält", "vertraute", "vertrauten", "assistent")
"""Ends of words for who serves another, whose office stands behind them: der Berater des Kanzlers."""
FORMER = ("früher", "ehemalig", "einstig")
"""How the words begin before an office that is another's by now."""
STEMS = compiled(r"[\w-]+isch")

Offices = Mapping[tuple[str, str], str]
"""Who holds an office: the word for it, and the adjective of the nation beside it if any."""


def offices(persons: Iterable[PersonMention]) -> Offices:
    """Who holds which office, by what the words beside the names say."""
    holders: dict[tuple[str, str], str] = {}
    for person in persons:
        if person.office is not None and len(holders) < MOST:
            nation = nation_of(person.office.partition(" ")[0])
            holders.setdefault((core_of(person.office), nation), person.name)
    return holders


def holder(held: Offices, office: str, nation: str) -> str | None:
    """Who has been introduced by an office, or by a longer word for it: Sprecherin, Ministeriumssprecherin."""
    short = bare(office).lower().removeprefix("amts")
    holders = {
        name
        for (told, of), name in held.items()
        if told.lower().endswith(short) and (not nation or not of or nation == of)
    }
    return holders.pop() if len(holders) == 1 else None


def may_hold(person: str, words: Sequence[str], held: Offices) -> bool:
    """Whether an office told in full may be a person's, as far as the text tells his, and everybody knows it."""
    office = words[0].lower() if words[1:2] == ["von"] else ""
    told = [one.lower() for (one, _), name in held.items() if name == person]
    if told and not any(one.endswith(office) for one in told):
        return False
    if person not in known().names or words[0].endswith(SYNONYMS):
        return True
    role = known().names[person].role
    if words[0].lower().removesuffix("in").endswith(SERVING) and not any(one in role for one in SERVING):
        return False
    capital = not lands().isdisjoint(role.split())
    role = f"{role} hauptstadt".lower() if capital else role.lower()
    return any(len(word) > 7 and word[:8].lower() in role for word in words[1:])


def may_serve(person: str, nation: Side, office: str) -> bool:
    """Whether a person may be of a side and hold an office, as far as he is well-known.

    `office` is a word in small letters; one that says anew what somebody is leaves open which office he holds.
    """
    known_person = known().names.get(person)
    if office.removesuffix("r").endswith(ANEW):
        office = ""
    if known_person is None:
        return not office
    return known_person.side is nation and office in known_person.role.lower()


def may_be_of(person: str, nation: Side | None) -> bool:
    """Whether a person may be of a nation's side, as far as he is well-known."""
    return nation is None or person not in known().names or known().names[person].side is nation


def nation_of(adjective: str) -> str:
    """The stem of an adjective of a nation: ukrainische, ukrainisch; nothing for any other word."""
    stem = STEMS.match(adjective.lower())
    return stem[0] if stem else ""
