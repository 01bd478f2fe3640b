"""Which noun phrases can be a source: not every subject can say something."""

from __future__ import annotations

from functools import cache, lru_cache

from warticker.annotate.language.cues import cues
from warticker.annotate.language.function_words import ARTICLES
from warticker.annotate.language.heads import core_of, outlets
from warticker.annotate.language.known import load
from warticker.annotate.language.noun_groups import Phrase
from warticker.annotate.language.phrases import names_medium, phrase_at
from warticker.annotate.language.tokens import Sentence
from warticker.annotate.language.words import Kind, kind
from warticker.annotate.speech.sides import side_of

INDEFINITES = frozenset({"Niemand", "Keiner", "Wer", "Was", "Viel", "Vieles", "Alles", "Nichts", "Manches", "Einiges"})
LONGEST_BEFORE = 9
"""Within how many tokens a phrase before a token begins."""


def is_medium(phrase: Phrase) -> bool:
    """Whether a phrase names a paper, station or agency as an addressee."""
    return phrase.person is None and _is_medium(phrase.head)


@lru_cache(maxsize=4096)
def _is_medium(head: str) -> bool:
    return names_medium(head) or head in outlets() or head.split()[-1] in outlets()


def is_vague(source: Phrase) -> bool:
    """Whether a source is only an anonymous account: vorläufigen Angaben."""
    return source.person is None and source.head.rpartition(" ")[2] in cues().accounts


@cache
def _mute() -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = load("german.yaml")
    several = [noun + "en" for noun in words["speaking"] if noun.endswith(("ung", "ion", "heit"))]
    several += [noun + "n" for noun in words["speaking"] if noun.endswith("e")]
    return tuple(words["mute"]), (*words["speaking"], *several)


def speaks_for_sure(phrase: Phrase) -> bool:
    """Whether a phrase is a source even without a verb: a person, an office, a body known to speak."""
    return phrase.person is not None or phrase.pronoun or _speaks_for_sure(phrase.head)


@lru_cache(maxsize=4096)
def _speaks_for_sure(head: str) -> bool:
    core = core_of(head).rstrip("-")
    if kind(core) is Kind.OFFICE or core.lower().endswith(_mute()[1]):
        return True
    # A compound is what its last part is: an Energoatom scandal is no Energoatom.
    last = core.rpartition("-")[2]
    known = side_of(head) is not None and not _is_noun(head, core)
    return known and (last == core or core in outlets() or side_of(last) is not None)


def _is_noun(head: str, core: str) -> bool:
    """Whether a word that is also a paper's name is only a noun: kurze Zeit, and not Die Zeit."""
    before = head.partition(core)[0].split()[-1:]
    return bool(before) and before[0].lower() not in ARTICLES and core.lower().endswith(_mute()[0])


def speaker_before(sentence: Sentence, end: int) -> Phrase | None:
    """The longest short phrase before a token that can speak."""
    found: Phrase | None = None
    for start in range(end - 1, max(-1, end - LONGEST_BEFORE), -1):
        phrase = phrase_at(sentence, start, apposition=False)
        if phrase is not None and phrase.end == end and can_speak(phrase):
            found = phrase
    return found


def can_speak(phrase: Phrase) -> bool:
    """Whether a phrase can be a source: no abstract noun, number or time."""
    return phrase.person is not None or _can_speak(phrase.head)


@lru_cache(maxsize=4096)
def _can_speak(head: str) -> bool:
    core = core_of(head).rstrip("-")
    if core in INDEFINITES:
        return False
    office = head.removesuffix(core).split()[-1:]
    if any(kind(word) is Kind.OFFICE for word in (core, *office)) or (core in outlets() and not _is_noun(head, core)):
        return True
    word = core.lower()
    if word in ("seite", "seiten"):
        return " " in head
    mute, speaking = _mute()
    return head != "es" and (word.endswith(speaking) or not word.endswith(mute)) and any(map(str.isalpha, word))
