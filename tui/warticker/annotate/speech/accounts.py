"""Sources with a noun for a statement: `nach Angaben von ...`, `örtlichen Berichten nach`."""

from __future__ import annotations

from collections.abc import Sequence

from warticker.annotate.language.cues import cues
from warticker.annotate.language.function_words import ABOUT, DETERMINERS, OBLIQUE_ARTICLES
from warticker.annotate.language.heads import lands
from warticker.annotate.language.noun_groups import Phrase
from warticker.annotate.language.tokens import Sentence
from warticker.annotate.language.word_classes import is_capital
from warticker.annotate.speech.possible_sources import speaks_for_sure
from warticker.annotate.speech.sides import side_of
from warticker.annotate.speech.sources import Attribution, giver, oneself, qualifies

ACCORDING = frozenset({"nach", "laut", "gemäß", "gemäss", "unter"})
OWNED_BY = {"seinen": "er", "seiner": "er", "dessen": "er", "ihren": "sie", "ihrer": "sie", "deren": "sie"}
"""Possessives of an account's owner: nach seinen Angaben."""
IN_DATIVE = OBLIQUE_ARTICLES | {"der", "einer"}
"""Articles after a preposition of time: den Angaben nach dem Brand."""


def by_account(sentence: Sentence, index: int) -> Attribution | None:
    """Read `nach Angaben von ...`, `nach ukrainischen Angaben`, `aus Sicht der Polizei`."""
    if sentence.words[index + 1] == "nach" and (behind := _behind(sentence, index)):
        return behind
    according = {"aus"} if sentence.words[index] == "Sicht" else ACCORDING
    start = index
    while start and index - start < 4 and sentence.words[start - 1].lower() not in according:
        start -= 1
    if not start or sentence.words[start - 1].lower() not in according or sentence.words[start - 1] == "unter":
        return None
    if sentence.words[index + 1] == "zufolge" or _is_when(sentence, index):
        return None
    if sentence.words[start - 1].lower() == "nach" and sentence.words[index].rpartition("-")[2] in cues().events:
        return None
    described = sentence.words[start:index]
    if (pointed := _by_pronoun(sentence, start, index, described)) is not None:
        return pointed
    inner = _land_of(sentence, start, index) or _owner(sentence, start, index)
    person = next((sentence.persons[at].name for at in range(start, index) if at in sentence.persons), None)
    if sentence.words[index] == "Sicht" and inner is None and not person and not any(map(side_of, described)):
        return None
    if inner is not None:
        return Attribution(index, start - 1, inner.end, inner)
    named = described[1:] if described and described[0] in DETERMINERS else described
    head = " ".join([*named, sentence.words[index]])
    return Attribution(index, start - 1, index + 1, Phrase(start, index + 1, head, person))


def _by_pronoun(sentence: Sentence, start: int, index: int, described: Sequence[str]) -> Attribution | None:
    """The owner of an account by the pronoun before it: nach eigenen, seinen, deren Angaben."""
    found = Attribution(index, start - 1, index + 1, None)
    if any(word.startswith("eigen") for word in described):
        return found._replace(source=oneself(sentence, start - 1, index + 1))
    pronoun = described[0] if described else ""
    points_to = OWNED_BY.get(pronoun)
    return found._replace(source=Phrase(start, start + 1, points_to)) if points_to else None


def _owner(sentence: Sentence, start: int, index: int) -> Phrase | None:
    """The owner of an account after it, not the sentence's subject: nach ersten Angaben ist [der Hafen] gesperrt."""
    owner, article, noun = giver(sentence, index), *sentence.words[index + 1 : index + 3]
    described = start < index and DETERMINERS.isdisjoint(sentence.words[start:index])
    if owner is None or not described or article != "der" or not is_capital(noun):
        return owner
    return owner if speaks_for_sure(owner) else None


def _land_of(sentence: Sentence, start: int, index: int) -> Phrase | None:
    """The country or capital that owns an account, before the noun: nach Moskaus Darstellung."""
    owner = sentence.words[index - 1]
    if start < index and owner[-1] == "s" and owner[:-1] in lands():
        return Phrase(start, index + 1, owner[:-1])
    return None


def _is_when(sentence: Sentence, index: int) -> bool:
    """Whether reports only give a time: nach Berichten über einen Brand schwieg die Stadt."""
    reports = sentence.words[index].lower().endswith(("berichten", "meldungen", "aussagen"))
    return reports and sentence.words[index + 1] in ABOUT


def _behind(sentence: Sentence, index: int) -> Attribution | None:
    """Read `örtlichen Berichten nach`, with the preposition after its noun."""
    following = sentence.words[index + 2]
    start = index
    while qualifies(sentence.words[start - 1].lower()):
        start -= 1
    before = sentence.words[start - 1].lower()
    if before in OWNED_BY:
        return Attribution(index, start - 1, index + 2, Phrase(start - 1, start, OWNED_BY[before]))
    if start == index or following in IN_DATIVE:
        return None
    if any(word.lower().startswith("eigen") for word in sentence.words[start:index]):
        return Attribution(index, start, index + 2, oneself(sentence, start, index + 2))
    described = [word.lower() for word in sentence.words[start:index] if word.lower() not in DETERMINERS]
    head = " ".join([*described, sentence.words[index]])
    return Attribution(index, start, index + 2, Phrase(start, index + 1, head))
