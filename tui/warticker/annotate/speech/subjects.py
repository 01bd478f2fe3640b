"""The subject of a sentence: its first noun phrase, or the one after its opening."""

from __future__ import annotations

from warticker.annotate.language.function_words import JOINING, OBLIQUE_ARTICLES
from warticker.annotate.language.noun_groups import Phrase
from warticker.annotate.language.phrases import opens, phrase_at
from warticker.annotate.language.tokens import Sentence
from warticker.annotate.language.words import Kind, kind
from warticker.annotate.speech.possible_sources import can_speak, speaks_for_sure
from warticker.annotate.speech.sources import whose
from warticker.annotate.speech.statement_ends import may_be_verb


def subject(sentence: Sentence, before: int | None = None) -> Phrase | None:
    """The phrase that begins a sentence, if it can be its subject.

    `before` is a token that it must end by.
    """
    start = 1 if sentence.words[0] in JOINING else sentence.begins
    first = sentence.words[start]
    if not first or opens(sentence, start) or first.lower() in OBLIQUE_ARTICLES:
        return _inverted(sentence, before)
    phrase = phrase_at(sentence, start)
    if phrase is None or (before is not None and phrase.end > before) or phrase.head in ("es", "man"):
        return None
    if phrase.person is None and phrase.end + 1 >= len(sentence):  # a dateline: Ulm.
        return None
    return phrase if speaks_for_sure(phrase) else _behind_verb(sentence, phrase) or phrase


def _behind_verb(sentence: Sentence, first: Phrase) -> Phrase | None:
    """The person after the verb in a sentence that begins with an object: Nachsicht zeigte Anna Horn nur selten."""
    at = first.end + 1
    if at not in sentence.persons or not sentence.words[first.end].islower() or sentence.owns(at):
        return None
    return Phrase(at, sentence.person_end(at), sentence.persons[at].name, sentence.persons[at].name)


def introduced(sentence: Sentence) -> Phrase | None:
    """The source that begins a sentence, before a colon: Kiew: Alle Drohnen abgefangen."""
    phrase = phrase_at(sentence, 0)
    if phrase is None or sentence.word(phrase.end) != ":" or not can_speak(phrase):
        return None
    return whose(sentence, phrase)._replace(start=phrase.start, end=phrase.end)


def _inverted(sentence: Sentence, before: int | None) -> Phrase | None:
    """The person, or the first office holder, after an opening phrase, before a token."""
    limit = before if before is not None else len(sentence)
    pronoun = next((at for at in range(2, min(5, limit)) if sentence.words[at] in ("er", "sie")), None)
    if pronoun is not None:
        return Phrase(pronoun, pronoun + 1, sentence.words[pronoun])
    persons = [index for index in sorted(sentence.persons) if index < limit]
    behind = (at for at in persons if sentence.words[at - 1] == "sich" or may_be_verb(sentence.words[at - 1]))
    index = persons[0] if len(persons) == 1 else next(behind, None)
    if index is not None:
        return Phrase(index, sentence.person_end(index), sentence.persons[index].name, sentence.persons[index].name)
    for index in range(limit if not persons else 0):
        phrase = phrase_at(sentence, index) if sentence.words[index] in ("der", "die") else None
        if phrase is not None and kind(phrase.head.split()[-1]) is Kind.OFFICE and opens(sentence, 0):
            return phrase
    return None
