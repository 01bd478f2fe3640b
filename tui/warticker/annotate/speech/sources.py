"""The source of a statement: the one named, oneself, or the speaker among several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from warticker.annotate.language.capitals import DAYS
from warticker.annotate.language.cues import cues
from warticker.annotate.language.function_words import DETERMINERS, GENITIVES, MODIFYING
from warticker.annotate.language.heads import inflected, lands
from warticker.annotate.language.noun_groups import Phrase, is_attribute
from warticker.annotate.language.phrases import opens, phrase_at
from warticker.annotate.language.tokens import Sentence
from warticker.annotate.language.word_classes import adverbs, is_capital
from warticker.annotate.speech.possible_sources import can_speak, is_medium, is_vague, speaker_before
from warticker.annotate.speech.verb_subjects import clause_start

# fmt: off
DATIVE_ENDS = (
    "ischen", "ischer", "lichen", "licher", "igen", "baren", "ellen", "alen", "sten", "etzten", "eigenen", "neuen",
    "samen", "enden", "ierten", "tigten", "iteren", "nderen", "üheren", "denen",
)
# fmt: on
WOMAN = "in"
"""The ending of a noun for one woman, in every case."""
DATIVES = ("berichten", "nissen", "worten", "dokumenten", "kommentaren")
"""Endings of accounts in the dative plural, whose base form lacks the n."""


class Attribution(NamedTuple):
    """A cue in a sentence, and its source."""

    cue: int
    """The token of the cue."""
    start: int
    end: int
    """The tokens of the cue with its source, as a range."""
    source: Phrase | None
    """None if the text names nobody ("heißt es")."""
    plural: bool = False
    """Whether the verb's form is plural, so that `sie` means several."""
    indirect: bool = False
    """Whether the statement is itself reported: er habe betont."""
    passing: bool = False
    """Whether a preposition names the source in passing: laut Polizei, nach Angaben der Polizei."""


class Told(NamedTuple):
    """The speakers found in a sentence."""

    cues: Sequence[Attribution]
    names: Sequence[str | None]
    """The source of each of its cues, resolved."""
    carried: str | None
    """The previous speaker."""
    introduced: Phrase | None = None
    """The source that begins it, before a colon."""
    introduces: str | None = None
    """That source, resolved."""


def principal(cues: Sequence[Attribution], names: Sequence[str | None]) -> str | None:
    """The speaker of a sentence, not one who passes it on, if it names both; the last of several."""
    pairs = [(one, name) for one, name in zip(cues, names, strict=True) if one.source and not is_vague(one.source)]
    said = [(one, name) for one, name in pairs if one.source is not None and not is_medium(one.source)] or pairs[-1:]
    own = [name for one, name in said if not one.passing] or [name for _, name in said]
    return own[-1] if own else None


def in_nominative(source: str) -> str:
    """An account in the nominative: laut ersten Berichten, erste Berichte; nach neuem Stand, neuer Stand."""
    *described, account = source.split()
    if account.rpartition("-")[2] not in cues().accounts or not DETERMINERS.isdisjoint(described):
        return source
    named = account[:-1] if account.lower().endswith(DATIVES) else account
    determiner = {"e": "die", "n": "den"}.get(account[-1], "dem")
    return " ".join([*(inflected(word, determiner, account) if _declines(word) else word for word in described), named])


def _declines(word: str) -> bool:
    """Whether a word before an account is an adjective: not an adverb, nor a town's as in `Kiewer Angaben`."""
    return qualifies(word.lower()) if is_capital(word) else word not in adverbs() and word not in MODIFYING


def whose(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The owner of an account, if a phrase is one: die Einschätzung von Pistorius."""
    account = phrase.head.split()[-1]
    if phrase.person is not None or account not in cues().accounts:
        return phrase
    at = next((at for at in range(phrase.start, phrase.end) if sentence.words[at].startswith(account)), None)
    return (giver(sentence, at) if at is not None else None) or phrase


def giver(sentence: Sentence, account: int) -> Phrase | None:
    """The owner of an account after its noun: Angaben der Polizei, Kiews, örtlicher Ämter, aus der Stadt."""
    following = sentence.words[account + 1]
    if following[:-1] in lands() and following[-1] == "s":
        return Phrase(account + 1, account + 2, following[:-1])
    if following in GENITIVES:
        inner = phrase_at(sentence, account + (2 if following in ("von", "vom") else 1))
        told = inner is not None and inner.head.rpartition(" ")[2] not in DAYS  # not: Angaben vom Montag
        return in_genitive(sentence, inner) if inner and told else None
    if following == "aus":
        return phrase_at(sentence, account + 2)
    several = following.endswith("er") and is_attribute(sentence, account + 1)
    return phrase_at(sentence, account + 1) if several or account + 1 in sentence.persons else None


def in_genitive(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Take `der` as a plural: Angaben der Ermittler refers to nobody before; der Leiterin does."""
    several = sentence.words[phrase.start] == "der" and not phrase.head.endswith(WOMAN)
    return phrase._replace(definite=phrase.definite and not several)


def qualifies(word: str) -> bool:
    """Whether a word may be a determiner or adjective in the dative."""
    if word.lower() in ("dem", "den", "der", "zwei", "drei", "mehreren"):
        return True
    return word.endswith(DATIVE_ENDS) and word[:1].islower()


def oneself(sentence: Sentence, before: int, behind: int) -> Phrase | None:
    """Who speaks of himself: the phrase that begins the sentence, or ends before the account.

    Else the one `behind` it, or after the verb if the account comes first: nach eigenen Angaben ist er da.
    """
    behind += before <= sentence.begins
    while before > 1 and sentence.words[before - 1] in adverbs():
        before -= 1
    comma = clause_start(sentence, before) - 1
    if comma > 0 and sentence.words[comma] == "," and sentence.words[comma + 1] in ("der", "die", "das"):
        return speaker_before(sentence, comma)
    start = next((at + 1 for at in range(before - 1, 0, -1) if sentence.words[at] == ":"), sentence.begins)
    first = None if opens(sentence, start) else phrase_at(sentence, start)
    if first is not None and first.end <= before and can_speak(first):
        return first
    if (earlier := speaker_before(sentence, before)) is not None:
        return earlier
    later = phrase_at(sentence, behind + (sentence.words[behind] == "sich"))
    return later if later is not None and can_speak(later) else None
