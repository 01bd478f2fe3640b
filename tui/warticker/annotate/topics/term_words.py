"""The slots of a phrase: one of several words in all their forms, or a name.

And the unsaid words before it: articles, and other parts of a noun phrase. `Verletzung des Luftraums` also matches
"Verletzung des polnischen Luftraums", `Einnahme von {city}` "Einnahme der Stadt".
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from warticker.annotate.language.function_words import ARTICLES, DETERMINERS, PREPOSITIONS
from warticker.annotate.language.inflection import Form, forms

OPENING_LETTERS = 3
"""How many first letters of a word are compared first."""
COMPOUND_LETTERS = 5
"""The fewest letters of a term that is found in compounds by default: shorter ones are in any word."""
UNSAID = ARTICLES | {"ein", "eine", "einer", "einem", "einen", "eines", "von", "vom"}
"""Words that a phrase need not say: von stands for a genitive."""
DECLINED = ("e", "en", "er", "es", "em")
"""Endings of an adjective before its noun."""
ADJECTIVE_LETTERS = range(4, 25)
NAMELESS = {
    "city": ("-Stadt", "Dorf", "Ort", "Ortschaft", "Siedlung"),
    "region": ("-Region", "Gebiet", "-Provinz", "Oblast"),
    "country": (),
    "person": (),
}
"""Nouns that stand for a name, by its kind: endings of compounds, and whole words."""
PLACES = ("city", "region", "country")
CLASSES = {f"{{{kind}}}": (kind,) for kind in NAMELESS} | {"{place}": PLACES}
"""The placeholders for names in a term, with the kinds of names that they stand for."""


class Slot(NamedTuple):
    """One slot of a phrase: what may be there, folded."""

    spelled: str
    openings: frozenset[str]
    """The first letters of its words, by which most texts are ruled out at once."""
    kinds: tuple[str, ...] = ()
    """The kinds of names that may be there."""
    ends: tuple[str, ...] = ()
    """Endings of compounds that may stand for these: Hafenstadt."""

    def fits(self, word: str) -> bool:
        """Whether a folded word fits."""
        return word in inflected(self.spelled) or (bool(self.ends) and word.endswith(self.ends))


@lru_cache(maxsize=4096)
def slot(spelled: str) -> Slot:
    """The slot for a word of a term: `Drohne/Rakete`, `{city}`."""
    kinds = tuple(kind for word in spelled.split("/") for kind in CLASSES.get(word, ()))
    found = forms_in_slot(spelled)
    short = (form.stem + ending for form in found for ending in form.endings if len(form.stem) < OPENING_LETTERS)
    openings = frozenset(word[:OPENING_LETTERS] for word in (*short, *(form.stem for form in found)))
    ends = tuple(form.stem + ending for form in found if kinds and form.closes for ending in form.endings)
    return Slot(spelled, openings, kinds, ends)


@lru_cache(maxsize=4096)
def inflected(spelled: str) -> frozenset[str]:
    """All words that may be in a slot: worked out for those that a text comes near to."""
    return frozenset(form.stem + ending for form in forms_in_slot(spelled) for ending in form.endings)


def forms_in_slot(spelled: str) -> list[Form]:
    """The forms of a slot's words, and of the nouns that stand for its names."""
    named = [noun for word in spelled.split("/") for kind in CLASSES.get(word, ()) for noun in NAMELESS[kind]]
    words = [*named, *(word for word in spelled.split("/") if word not in CLASSES)]
    return [form for word in words for form in marked_forms(word)]


@lru_cache(maxsize=4096)
def marked_forms(word: str) -> tuple[Form, ...]:
    """The forms of a word, with its marks for compounds applied."""
    bare = word.strip("-=")
    marked = bare != word
    opens, closes = word.endswith("-"), word.startswith("-")
    capital = bare.capitalize() if closes else bare
    if not marked and len(bare) >= COMPOUND_LETTERS:
        return forms(bare)
    return tuple(form._replace(opens=opens, closes=closes) for form in forms(capital))


def belongs(word: str) -> bool:
    """Whether a word may come unsaid between those of a phrase: an article, a number, an adjective."""
    if word in UNSAID or word in DETERMINERS or word.isdecimal():
        return True
    return word.endswith(DECLINED) and len(word) in ADJECTIVE_LETTERS and word.islower() and word not in PREPOSITIONS
