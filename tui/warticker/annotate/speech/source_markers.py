"""Sources beside a statement: `laut`, `so`, `zufolge`, `heißt es in`, `geht hervor`, `unter Berufung auf`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from warticker.annotate.language.capitals import DAYS
from warticker.annotate.language.cues import IMPERSONAL, cues
from warticker.annotate.language.function_words import (
    ASKED,
    GENITIVES,
    OBLIQUE,
    PLACED,
    PREPOSITIONS,
)
from warticker.annotate.language.heads import core_of
from warticker.annotate.language.noun_groups import Phrase, is_attribute, is_institute
from warticker.annotate.language.phrases import phrase_at
from warticker.annotate.language.tokens import Sentence
from warticker.annotate.language.word_classes import CLAUSE_ENDS, adverbs, is_capital, is_opaque
from warticker.annotate.speech.possible_sources import LONGEST_BEFORE, can_speak, speaks_for_sure
from warticker.annotate.speech.sources import Attribution, oneself, qualifies, whose

SAID_IN = frozenset({"in", "im", "aus", "bei", "beim", "von", "vom", "laut", "auf", "seitens", "vonseiten"})
EMERGES = frozenset({"geht", "gehe", "gehen", "ging", "gingen"})
OWN = "eigen"
"""The stem of the word that refers to the noun after it: laut eigenen Angaben."""
COUNTING = frozenset({"viel", "viele", "wenig", "wenige"})
"""Words after a `so` of quantity: so viele wie möglich."""
WHEN = DAYS | ASKED
"""Words for the time of or reason for a statement: hieß es am Freitag auf Nachfrage."""
RELYING = frozenset({"Berufung", "Verweis"})
"""Nouns by which a medium names its own source."""


def _by_preposition(sentence: Sentence, index: int) -> Attribution | None:
    if sentence.words[index + 1].startswith(OWN):
        return None
    phrase = _pointing(sentence, index + 1) or phrase_at(sentence, index + 1)
    if phrase is None:
        return None
    return Attribution(index, index, phrase.end, whose(sentence, phrase))


def _in_keeping(sentence: Sentence, index: int) -> Attribution | None:
    """Read `gemäß dem Ministerium`, with a possible speaker, not a law."""
    found = _by_preposition(sentence, index)
    return found if found is not None and found.source is not None and speaks_for_sure(found.source) else None


def _pointing(sentence: Sentence, index: int) -> Phrase | None:
    """Read a pronoun in the dative: laut ihm, ihr zufolge."""
    pronoun = OBLIQUE.get(sentence.words[index].lower())
    if pronoun is None or is_capital(sentence.words[index + 1]) or is_attribute(sentence, index + 1):
        return None
    return Phrase(index, index + 1, pronoun)


def _so(sentence: Sentence, index: int) -> Attribution | None:
    """Read `..., so der Minister`: after a comma or a quotation, with a source, and nothing else but stops."""
    before = sentence.words[index - 1]
    if index and before not in (",", "–", "-", "(") and not is_opaque(before):
        return None
    phrase = phrase_at(sentence, index + 1) if sentence.words[index + 1] not in COUNTING else None
    if phrase is None or phrase.pronoun or not can_speak(whose(sentence, phrase)):
        return None
    if index == 0 and sentence.words[phrase.end] not in (":", ","):
        return None
    return Attribution(index, index, phrase.end, whose(sentence, phrase))


def _according(sentence: Sentence, index: int) -> Attribution | None:
    """The source before `zufolge`: ihm, or a name."""
    if index and (pointing := _pointing(sentence, index - 1)):
        plural = sentence.words[index - 1].lower() == "ihnen"
        return Attribution(index, index - 1, index + 1, pointing, plural)
    return _named_before(sentence, index)


def _named_before(sentence: Sentence, index: int) -> Attribution | None:
    """The source before `zufolge`: the longest phrase that ends there."""
    if sentence.words[index - 1] == ",":
        person = next((at for at in sentence.persons if sentence.person_end(at) == index - 1), None)
        phrase = phrase_at(sentence, person, apposition=False) if person is not None else None
        return Attribution(index, phrase.start, index + 1, phrase) if phrase is not None else None
    phrase = _ending_at(sentence, index)
    if phrase is not None and sentence.words[phrase.start - 1] in PLACED:
        phrase = _ending_at(sentence, phrase.start - 1) or phrase  # einer Mitteilung der Stadt [bei Telegram] zufolge
    if phrase is None:
        return None
    start, source = phrase.start, whose(sentence, phrase)
    if any(word.lower().startswith(OWN) for word in sentence.words[start:index]):
        return Attribution(index, start, index + 1, oneself(sentence, start, index + 1))
    return Attribution(index, start, index + 1, source if can_speak(source) else _author(sentence, phrase))


def _ending_at(sentence: Sentence, end: int) -> Phrase | None:
    """The longest phrase in the dative that ends before a token: [dem Leiter des Amtes] zufolge."""
    found: Phrase | None = None
    account = sentence.words[end - 1].rpartition("-")[2] in cues().accounts
    for start in range(end - 1, max(-1, end - LONGEST_BEFORE), -1):
        word = sentence.words[start]
        foremost = not start and qualifies(word.lower())
        if word in CLAUSE_ENDS or (account and found is not None and is_capital(word) and not foremost):
            break  # In Kiew [Berichten] zufolge; [Offiziellen Angaben] zufolge.
        phrase = phrase_at(sentence, start, apposition=False)
        if phrase is None or phrase.end != end or (is_attribute(sentence, start) and not qualifies(word)):
            continue
        if is_capital(word) and found is not None and sentence.words[start - 1].lower() in PREPOSITIONS:
            break  # In Russland [Präsident Horn] zufolge.
        found = phrase
    return found


def _impersonal(sentence: Sentence, index: int) -> Attribution | None:
    """Read `heißt es`, with its source."""
    if (subclause := _as_it_says(sentence, index)) is not None:
        return subclause
    if "es" not in (sentence.words[index + 1], sentence.words[index - 1].lower()):
        return None
    end, source = _told_in(sentence, 0)
    if 0 < end <= index and "," not in sentence.words[end:index]:
        return Attribution(index, 0, index + 2, source)
    at = index + 2 if sentence.words[index + 1] == "es" else index + 1
    while (beside := sentence.words[at + 1] in WHEN) or sentence.words[at] in adverbs():
        at += 1 + beside
    if "zufolge" in sentence.words[at : at + 8]:
        at += sentence.words[at:].index("zufolge") + 1
    end, source = _told_in(sentence, at)
    return Attribution(index, index, end, source if source is not None and can_speak(source) else None)


def _told_in(sentence: Sentence, at: int) -> tuple[int, Phrase | None]:
    """The medium of a statement, with its end: in einer Note der Stadt; nobody for accounts."""
    phrase = phrase_at(sentence, at + 1) if sentence.words[at].lower() in SAID_IN else None
    if phrase is None:
        return at, None
    source = _author(sentence, phrase)
    nobody = source is phrase and phrase.head.split()[-1] in cues().accounts
    return phrase.end, None if nobody else source


def _as_it_says(sentence: Sentence, index: int) -> Attribution | None:
    """Read `wie es in einem Erlass heißt`."""
    start = next((at for at in range(index, -1, -1) if sentence.words[at].lower() == "wie"), None)
    if start is None or sentence.words[start + 1] not in ("es", "weiter") or index - start > 20:
        return None
    _, source = _told_in(sentence, start + 2)
    return Attribution(index, start, index + 1, source)


def _emerging(sentence: Sentence, index: int) -> Attribution | None:
    """Read `wie aus dem Erlass hervorgeht`, `aus dem Erlass geht hervor`, `verlautete aus dem Kreml`."""
    if sentence.words[index] == "hervor" and EMERGES.isdisjoint(sentence.words[:index]):
        return None
    around = (*range(index - 1, max(-1, index - 20), -1), *range(index + 1, min(index + 6, len(sentence))))
    start = next((at for at in around if sentence.words[at].lower() == "aus"), None)
    phrase = phrase_at(sentence, start + 1) if start is not None else None
    if start is None or phrase is None:
        return None
    start -= start > 0 and (sentence.words[start - 1].lower() == "wie" or sentence.words[start - 1] in EMERGES)
    return Attribution(index, min(start, index), max(index + 1, phrase.end), _author(sentence, phrase))


def _author(sentence: Sentence, phrase: Phrase) -> Phrase:
    """The author of what a phrase names, if he can speak himself: Angaben der Stadt, eine Note der Botschaft."""
    if (source := whose(sentence, phrase)) is not phrase or is_institute(core_of(phrase.head)):
        return source
    inside = range(phrase.start, phrase.end)
    noun = next((at for at in inside if sentence.words[at] == core_of(phrase.head)), phrase.start)
    at = next((at for at in range(noun + 1, phrase.end) if sentence.words[at] in GENITIVES), None)
    owner = phrase_at(sentence, at + (sentence.words[at] in ("von", "vom"))) if at is not None else None
    return owner if owner is not None and speaks_for_sure(owner) else phrase


def _relying(sentence: Sentence, index: int) -> Attribution | None:
    """Read `unter Berufung auf die Polizei`: a medium names its own source."""
    phrase = phrase_at(sentence, index + 2) if sentence.words[index + 1] == "auf" else None
    if phrase is None or not can_speak(phrase):
        return None
    return Attribution(index, index - 1, phrase.end, whose(sentence, phrase))


READERS: Mapping[str, Callable[[Sentence, int], Attribution | None]] = {
    "laut": _by_preposition,
    **dict.fromkeys(("gemäß", "gemäss"), _in_keeping),
    "so": _so,
    "zufolge": _according,
    **dict.fromkeys(IMPERSONAL, _impersonal),
    "hervorgeht": _emerging,
    "hervorging": _emerging,
    "hervor": _emerging,
    "verlautet": _emerging,
    "verlautete": _emerging,
    "Berufung": _relying,
    "Verweis": _relying,
}
"""The readers of sources, by cue other than a verb."""
