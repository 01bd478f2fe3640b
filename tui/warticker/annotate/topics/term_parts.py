"""The ways that a term is written: the stems of its words, what a compound may make of them, and a phrase's order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from warticker.annotate.language.inflection import Form
from warticker.annotate.language.known import load
from warticker.annotate.topics.term_words import CLASSES, UNSAID, Slot, marked_forms, slot

PART_LETTERS = 3
"""The least that may stand before a term in a compound; one more is asked where something follows it."""
LONGEST_PARTICLE = 6
"""Letters up to which a word in small letters is taken for the grammar's: über, einem, gegen."""
COMMON = (
    *("ukrain", "russisch", "russland", "russlands", "mensch", "menschen", "angriff", "ukrainisch", "eu", "putin"),
    *("krieg", "jahr", "truppen", "soldaten", "waffen", "hilf", "kämpf", "europäisch", "europa", "nato", "sanktion"),
    "angaben",
)
"""Stems that are in so many reports that no phrase is looked for by them if it can be helped, the commonest first."""
NEVER = -10.0
"""How seldom the name of any place is: no phrase is looked for by it."""


class Part(NamedTuple):
    """A form that leads to a term, with what must stand before and after it in a phrase."""

    form: Form
    term: int
    before: tuple[Slot, ...] = ()
    after: tuple[Slot, ...] = ()

    @property
    def alone(self) -> bool:
        """Whether the form leads to its term without a look around."""
        return not (self.before or self.after or self.form.particle)


def parts_of(term: str, number: int) -> Iterator[Part]:
    """The ways that lead to a term; a phrase is found by its longest word that is not in every report."""
    first, *further = term.split()
    spelled = [first, *(word for word in further[:-1] if word not in UNSAID), *further[-1:]]
    anchor = max(range(len(spelled)), key=lambda at: rarity(spelled[at])) if further else 0
    before, after = tuple(map(slot, spelled[:anchor])), tuple(map(slot, spelled[anchor + 1 :]))
    for form in (form for word in spelled[anchor].split("/") for form in marked_forms(word)):
        if not further:
            yield Part(form, number)
        elif not form.particle:
            yield Part(form._replace(opens=False, closes=False), number, before, after)


def rarity(spelled: str) -> float:
    """How seldom what may stand at a word of a phrase is: of several words, as seldom as the commonest."""
    words = spelled.split("/")
    return NEVER if any(map(CLASSES.get, words)) else min(rarity_of(word, marked_forms(word)[0].stem) for word in words)


def rarity_of(word: str, stem: str) -> float:
    """How seldom a word is, roughly: nouns are seldom, short words are the grammar's."""
    if stem in COMMON:
        return COMMON.index(stem) / len(COMMON)
    if word.islower() and len(word) <= LONGEST_PARTICLE:
        return -1 / len(word)
    return len(stem) + 10 * (word[0].isupper() and len(word) > 1)


@cache
def verb_prefixes() -> frozenset[str]:
    """What makes a verb's noun another word before it: no Stellung in Herstellung."""
    return frozenset(load("german.yaml")["verb_prefixes"])


def stands(form: Form, word: str, start: int, *, capital: bool) -> bool:
    """Whether a form's stem at a place of a folded word is there as that form and not by chance of letters.

    `capital` says whether the word is written with one, as every noun is. What a noun opens may be an adjective:
    energieintensiv.
    """
    rest = word[start + len(form.stem) :]
    if start and not (form.closes and capital and start >= PART_LETTERS and word[:start] not in verb_prefixes()):
        return False
    if rest in form.endings:
        return capital or not form.capital
    return form.opens and len(rest) > PART_LETTERS and start != PART_LETTERS
