"""What a word may be by its form alone, computed once for all callers: a noun, an attribute, an opening of a clause.

A class is a bit, so that one test covers several.
"""

from __future__ import annotations

from functools import cache

from warticker.annotate.language.cues import AUXILIARIES, COPULAS, cues
from warticker.annotate.language.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, VERBS
from warticker.annotate.language.heads import outlets
from warticker.annotate.language.known import listed
from warticker.annotate.language.masking import OPAQUE
from warticker.expressions import compiled

CAPITAL = 1
"""Capitalised, a compound with a noun (ntv-Reporterin), or an outlet (dpa, zdf.de)."""
ATTRIBUTE = 2
"""Ends like an adjective or participle before its noun, and is no other word with such an ending."""
DETERMINER = 4
MARK = 8
"""A quotation mark."""
NAMING = CAPITAL | ATTRIBUTE | DETERMINER | MARK
"""May begin a noun phrase."""
OPENING = 16
"""Begins a clause with something other than its subject."""
PRONOUN = 32
CUE = 64
"""Can be a sign of reported speech."""
ENDING = 128
"""Ends the clause before it: punctuation, or a quotation."""
QUOTED = 256
"""A quotation."""

MARKS = frozenset('"„“”»«')
CLAUSE_ENDS = frozenset({",", ";", ":", "–", "-", "(", ")", "!", "?", "…"})
ATTRIBUTIVE = ("e", "er", "es", "en", "em")
"""Endings of adjectives and participles before their noun."""
SHORTEST_ATTRIBUTE = 4
"""Letters of `neue`: shorter words with such an ending are not attributes, as in `wie Ministerin Horn`."""
ADDRESS = compiled(r"[\w-]{1,60}\.(?:de|com|net|org|info|eu|at|ch|ua|ru|tv)")
LONGEST_WORD = 40
"""Letters of the longest word that is remembered."""
REMEMBERED = 100_000
"""How many words are remembered; a year of tickers has about as many."""


class Classes(dict[str, int]):
    """Words with their classes, computed when first met."""

    def __missing__(self, word: str) -> int:
        """Compute the classes of a new word."""
        found = _classes(word)
        if len(word) <= LONGEST_WORD and word[:1] != OPAQUE:
            if len(self) >= REMEMBERED:
                self.clear()
            self[word] = found
        return found


@cache
def classes() -> Classes:
    """All words met so far."""
    return Classes()


@cache
def adverbs() -> frozenset[str]:
    """Adverbs that may come between a verb and its subject."""
    return listed("adverbs").union(word.replace("ß", "ss") for word in listed("adverbs"))


@cache
def _openers() -> frozenset[str]:
    verbs = (word.capitalize() for word in (*VERBS, *AUXILIARIES, *COPULAS) if word != "will")  # Will is a name
    return listed("openers").union(verbs)


def is_capital(word: str) -> bool:
    """Whether a word is of CAPITAL."""
    return bool(classes()[word] & CAPITAL)


def is_opaque(word: str) -> bool:
    """Whether a token is a quotation."""
    return word[:1] == OPAQUE


def _classes(word: str) -> int:
    if not word[:1].isalnum():
        if is_opaque(word):
            return ENDING | QUOTED
        return ENDING * (word in CLAUSE_ENDS) | MARK * (word in MARKS)
    lowered = word.lower()
    capital = _is_capital(word)
    opening = lowered in PREPOSITIONS or lowered in adverbs() or word in _openers()
    cue = word in cues().words or ("-" in word and word.rpartition("-")[2] in cues().accounts)
    return (
        CAPITAL * capital
        | ATTRIBUTE * (not capital and _is_attribute(word))
        | DETERMINER * (lowered in DETERMINERS)
        | OPENING * opening
        | PRONOUN * (lowered in PRONOUNS)
        | CUE * cue
    )


def _is_capital(word: str) -> bool:
    if word[:1].isupper() or ("-" in word and word[word.index("-") + 1 : word.index("-") + 2].isupper()):
        return True
    return word[:1].isalpha() and (word in outlets() or ("." in word and ADDRESS.fullmatch(word) is not None))


def _is_attribute(word: str) -> bool:
    if not word.endswith(ATTRIBUTIVE) or len(word) < SHORTEST_ATTRIBUTE:
        return False
    if word in CONJUNCTIONS or word in listed("verbs"):
        return False
    return not (word in DETERMINERS or word in PREPOSITIONS or word in PRONOUNS or word in VERBS or word in adverbs())
