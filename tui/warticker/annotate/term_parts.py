"""The ways that a term is written: the stems of its words, what a compound may make of them, and a phrase's order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from warticker.annotate.inflection import Form, forms

COMPOUND_LETTERS = 5
"""From how many letters a term is found in compounds without being told to: shorter ones stand in any word."""
PART_LETTERS = 3
"""The least that may stand before a term in a compound; one more is asked where something follows it."""
PREFIXES = frozenset(
    {
        "auf", "aus", "aussen", "bereit", "bevor", "bloss", "dar", "durch", "ein", "fern", "fertig", "fest", "frei",
        "gegenüber", "gleich", "her", "heraus", "hervor", "hin", "hinter", "klar", "mit", "nach", "neuein", "rück",
        "sicher", "über", "unter", "vor", "voraus", "vorbei", "weg", "weiter", "wieder", "zurück", "zusammen",
    }
)  # fmt: skip
"""What stands before a noun that is a verb's, and makes it another word: no Stellung in Herstellung, Darstellung."""
LONGEST_PARTICLE = 6
"""Letters up to which a word in small letters is taken for the grammar's: über, einem, gegen."""
COMMON = (
    *("ukrain", "russisch", "russland", "russlands", "mensch", "menschen", "angriff", "ukrainisch", "eu", "putin"),
    *("krieg", "jahr", "truppen", "soldaten", "waffen", "hilf", "kämpf", "europäisch", "europa", "nato", "sanktion"),
)
"""Stems that are in so many reports that no phrase is looked for by them if it can be helped, the commonest first."""


@dataclass(frozen=True, slots=True)
class Part:
    """A form that leads to a term, with the forms that must stand before and after it in a phrase."""

    form: Form
    term: int
    before: tuple[tuple[Form, ...], ...] = ()
    after: tuple[tuple[Form, ...], ...] = ()

    @property
    def alone(self) -> bool:
        """Whether the form leads to its term without a look around."""
        return not (self.before or self.after or self.form.particle)


def parts_of(term: str, number: int) -> Iterator[Part]:
    """The ways that lead to a term; a phrase is found by its longest word that is not in every report."""
    spelled = term.split()
    words = [marked_forms(word) for word in spelled]
    anchor = max(range(len(words)), key=lambda at: rarity(spelled[at], words[at][0].stem))
    for form in words[anchor]:
        alone = replace(form, opens=False, closes=False) if len(words) > 1 else form
        yield Part(alone, number, tuple(words[:anchor]), tuple(words[anchor + 1 :]))


def rarity(word: str, stem: str) -> float:
    """How seldom a word is, roughly: nouns are seldom, short words are the grammar's."""
    if stem in COMMON:
        return COMMON.index(stem) / len(COMMON)
    if word.islower() and len(word) <= LONGEST_PARTICLE:
        return -1 / len(word)
    return len(stem) + 10 * (word[0].isupper() and len(word) > 1)


def marked_forms(word: str) -> tuple[Form, ...]:
    """The forms of a word with its marks for compounds obeyed."""
    bare = word.strip("-=")
    marked = bare != word
    opens, closes = word.endswith("-"), word.startswith("-")
    capital = bare.capitalize() if closes else bare
    if not marked and len(bare) >= COMPOUND_LETTERS:
        return forms(bare)
    return tuple(replace(form, opens=opens, closes=closes) for form in forms(capital))


def stands(form: Form, word: str, start: int, *, capital: bool) -> bool:
    """Whether a form's stem at a place of a folded word is there as that form and not by chance of letters.

    `capital` says whether the word is written with one, as every noun is. What a noun opens may be an adjective:
    energieintensiv.
    """
    rest = word[start + len(form.stem) :]
    if start and (start < PART_LETTERS or not (form.closes and capital) or word[:start] in PREFIXES):
        return False
    if rest in form.endings:
        return capital or not form.capital
    return form.opens and len(rest) > PART_LETTERS and start != PART_LETTERS
