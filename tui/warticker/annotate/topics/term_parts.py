"""How a term is found: the stems of its words, its use in compounds, and the order of a phrase."""

from __future__ import annotations

from typing import NamedTuple

from warticker.annotate.language.inflection import Form
from warticker.annotate.language.known import listed
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


def stems_in(term: str) -> list[str]:
    """The stems that lead to a term; a phrase is found by its longest word that is not in every report."""
    said = words_said(term)
    if len(said) == 1:
        return [form.stem for form in forms_of(term) if form.stem]
    return [form.stem for form in forms_of(max(said, key=rarity)) if form.stem and not form.particle]


def parts_of(term: str, number: int, stem: str) -> list[Part]:
    """The forms of a term that have a stem; of a phrase, those of its first word with one."""
    said = words_said(term)
    if len(said) == 1:
        return [Part(form, number) for form in forms_of(term) if form.stem == stem]
    for at, word in enumerate(said):
        if found := [form for form in forms_of(word) if form.stem == stem and not form.particle]:
            before, after = tuple(map(slot, said[:at])), tuple(map(slot, said[at + 1 :]))
            return [Part(form._replace(opens=False, closes=False), number, before, after) for form in found]
    return []


def words_said(term: str) -> list[str]:
    """The words of a term, without those between others that need not be said."""
    first, *further = term.split()
    return [first, *(word for word in further[:-1] if word not in UNSAID), *further[-1:]]


def forms_of(spelled: str) -> list[Form]:
    """The forms of a word, or of each of several: Heer/Armee."""
    return [form for word in spelled.split("/") for form in marked_forms(word)]


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


def stands(form: Form, word: str, start: int, *, capital: bool) -> bool:
    """Whether a form's stem within a folded word is really that form, and not a chance match.

    `capital` says whether the word is capitalised, as all nouns are. A compound that begins with a noun may be an
    adjective: energieintensiv.
    """
    rest = word[start + len(form.stem) :]
    closes = form.closes and capital and start >= PART_LETTERS
    if start and not (closes and word[:start] not in listed("verb_prefixes")):
        return False
    if rest in form.endings:
        return capital or not form.capital
    return form.opens and len(rest) > PART_LETTERS and start != PART_LETTERS
