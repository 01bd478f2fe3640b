"""What may stand at a word of a phrase: one of several words in all their forms, or a name.

And what may stand before it unsaid: articles, and what else belongs to a noun. `Verletzung des Luftraums` is
found in "Verletzung des polnischen Luftraums" too, `Einnahme von {city}` in "Einnahme der Stadt".
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from warticker.annotate.language.function_words import ARTICLES, DETERMINERS, PREPOSITIONS
from warticker.annotate.language.inflection import Form, forms

OPENING_LETTERS = 3
"""Letters of a word that tell how it begins."""
COMPOUND_LETTERS = 5
"""From how many letters a term is found in compounds without being told to: shorter ones stand in any word."""
UNSAID = ARTICLES | {"ein", "eine", "einer", "einem", "einen", "eines", "von", "vom"}
"""What a phrase means without saying it: von stands for a genitive."""
DECLINED = ("e", "en", "er", "es", "em")
"""How an adjective before its noun ends."""
ADJECTIVE_LETTERS = range(4, 25)
NAMELESS = {
    "city": ("-Stadt", "Dorf", "Ort", "Ortschaft", "Siedlung"),
    "region": ("-Region", "Gebiet", "-Provinz", "Oblast"),
    "country": (),
    "person": (),
}
"""What stands for a name, by what it names: the ends of compounds, and words by themselves."""
PLACES = ("city", "region", "country")
CLASSES = {f"{{{kind}}}": (kind,) for kind in NAMELESS} | {"{place}": PLACES}
"""What stands for any name in a term, and what those name that it stands for."""


class Slot(NamedTuple):
    """One word of a phrase: what may stand there, folded."""

    words: frozenset[str]
    openings: frozenset[str]
    """How the words begin, by which it is known at a glance that none of them is there."""
    kinds: tuple[str, ...] = ()
    """What those names name that may stand there."""
    ends: tuple[str, ...] = ()
    """The ends of compounds that may stand for those: Hafenstadt."""

    def fits(self, word: str) -> bool:
        """Whether a folded word may stand there."""
        return word in self.words or (bool(self.ends) and word.endswith(self.ends))


@lru_cache(maxsize=4096)
def slot(spelled: str) -> Slot:
    """What a word of a term stands for: `Drohne/Rakete`, `{city}`."""
    kinds = tuple(kind for word in spelled.split("/") for kind in CLASSES.get(word, ()))
    named = [noun for kind in kinds for noun in NAMELESS[kind]]
    found = [form for word in (*named, *spelled.split("/")) if word not in CLASSES for form in marked_forms(word)]
    words = frozenset(form.stem + ending for form in found for ending in form.endings)
    ends = [form.stem + ending for form in found for ending in form.endings if form.closes] if kinds else ()
    return Slot(words, frozenset(word[:OPENING_LETTERS] for word in words), kinds, tuple(ends))


@lru_cache(maxsize=4096)
def marked_forms(word: str) -> tuple[Form, ...]:
    """The forms of a word with its marks for compounds obeyed."""
    bare = word.strip("-=")
    marked = bare != word
    opens, closes = word.endswith("-"), word.startswith("-")
    capital = bare.capitalize() if closes else bare
    if not marked and len(bare) >= COMPOUND_LETTERS:
        return forms(bare)
    return tuple(form._replace(opens=opens, closes=closes) for form in forms(capital))


def belongs(word: str) -> bool:
    """Whether a word may stand between those of a phrase unsaid: an article, a number, an adjective."""
    if word in UNSAID or word in DETERMINERS or word.isdecimal():
        return True
    return word.endswith(DECLINED) and len(word) in ADJECTIVE_LETTERS and word.islower() and word not in PREPOSITIONS
