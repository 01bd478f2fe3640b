"""How a term is found: the stems of its words, its use in compounds, and the order of a phrase."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from warticker.annotate.language.inflection import Form
from warticker.annotate.language.known import load
from warticker.annotate.topics.term_words import CLASSES, UNSAID, Slot, marked_forms, slot

PART_LETTERS = 3
"""The fewest letters before a term in a compound; one more if something follows it."""
LONGEST_PARTICLE = 6
"""Lowercase words up to this length count as function words: über, einem, gegen."""
COMMON = (
    *("ukrain", "russisch", "russland", "russlands", "mensch", "menschen", "angriff", "ukrainisch", "eu", "putin"),
    *("krieg", "jahr", "truppen", "soldaten", "waffen", "hilf", "kämpf", "europäisch", "europa", "nato", "sanktion"),
    "angaben",
)
"""Stems in so many reports that a phrase is not looked up by them if possible, the commonest first."""
NEVER = -10.0
"""The rarity of any place's name: no phrase is looked up by it."""


class Part(NamedTuple):
    """A form that leads to a term, with what must precede and follow it in a phrase."""

    form: Form
    term: int
    before: tuple[Slot, ...] = ()
    after: tuple[Slot, ...] = ()

    @property
    def alone(self) -> bool:
        """Whether the form needs no context."""
        return not (self.before or self.after or self.form.particle)


def parts_of(term: str, number: int) -> Iterator[Part]:
    """The forms that lead to a term; a phrase is found by its longest word that is not in every report."""
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
    """How rare a slot of a phrase is: for several words, as rare as the commonest."""
    words = spelled.split("/")
    return NEVER if any(map(CLASSES.get, words)) else min(rarity_of(word, marked_forms(word)[0].stem) for word in words)


def rarity_of(word: str, stem: str) -> float:
    """How rare a word is, roughly: nouns are rare, short words are function words."""
    if stem in COMMON:
        return COMMON.index(stem) / len(COMMON)
    if word.islower() and len(word) <= LONGEST_PARTICLE:
        return -1 / len(word)
    return len(stem) + 10 * (word[0].isupper() and len(word) > 1)


@cache
def verb_prefixes() -> frozenset[str]:
    """Prefixes that make a verb's noun another word: no Stellung in Herstellung."""
    return frozenset(load("german.yaml")["verb_prefixes"])


def stands(form: Form, word: str, start: int, *, capital: bool) -> bool:
    """Whether a form's stem within a folded word is really that form, and not a chance match.

    `capital` says whether the word is capitalised, as all nouns are. A compound that begins with a noun may be an
    adjective: energieintensiv.
    """
    rest = word[start + len(form.stem) :]
    if start and not (form.closes and capital and start >= PART_LETTERS and word[:start] not in verb_prefixes()):
        return False
    if rest in form.endings:
        return capital or not form.capital
    return form.opens and len(rest) > PART_LETTERS and start != PART_LETTERS
