"""Whether a sentence's mood shows reported speech: the subjunctive."""

from __future__ import annotations

from warticker.annotate.language.cues import reporting
from warticker.annotate.language.function_words import RELATIVES
from warticker.annotate.language.phrases import phrase_at
from warticker.annotate.language.tokens import STOPS, Sentence
from warticker.annotate.speech.verb_subjects import CONTENT

BEGINNINGS = CONTENT | {"welche", "welcher", "welches", "welchen", "welchem", "wer", "wann", "wo", "wohin", "weshalb"}
"""Openings of a content clause or indirect question, after a comma."""
AMBIGUOUS = frozenset({"könnten", "sollten", "wollten", "hätte", "würde", "wäre", "wären"})
"""Verb forms that can be reported speech, conditional or past."""
ONESELF = frozenset({"ich", "Ich", "mein", "Mein"})
"""Words of the first person, which reported speech does not have."""


def is_reported(sentence: Sentence) -> bool:
    """Whether a sentence's main clause is in the subjunctive of reported speech, not only a `dass` clause."""
    if reporting().isdisjoint(sentence.words):
        return False
    verb = next(index for index, word in enumerate(sentence.words) if word in reporting())
    if verb + 2 >= len(sentence) and _in_relative(sentence, verb):
        return False
    opened = next((index for index, word in enumerate(sentence.words) if word in BEGINNINGS and index), len(sentence))
    if verb < opened or sentence.words[opened - 1] != ",":
        return True
    # The main clause may follow: Auch wenn es heiße, dass es regne, [sei] es trocken.
    return any(word in reporting() and sentence.words[at] == "," for at, word in enumerate(sentence.words[1:-4]))


def is_open(sentence: Sentence) -> bool:
    """Whether the verb of a main clause is ambiguous as to reported speech: Die Gäste sollten warten.

    The form that replaces the subjunctive of reported speech is also the past indicative's or the conditional's;
    directly after a comma it usually is the latter: Trifft das zu, wäre es ein Erfolg.
    """
    if AMBIGUOUS.isdisjoint(sentence.words) or not ONESELF.isdisjoint(sentence.words):
        return False
    return any(
        word in AMBIGUOUS and before != "," and behind not in STOPS and behind
        for before, word, behind in zip(sentence.words, sentence.words[1:], sentence.words[2:], strict=False)
    )


def may_be_reported(sentence: Sentence) -> bool:
    """Whether the form of a sentence's first verb is of both moods: Die Helfer sammelten Decken; Dort warteten sie."""
    subject = phrase_at(sentence, 0, apposition=False)
    verb = sentence.words[subject.end if subject is not None else 1]
    return verb.endswith("ten") and verb.islower()


def _in_relative(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is the only one in the subjunctive, and ends a relative clause."""
    comma = next((at for at in range(verb, 0, -1) if sentence.words[at] == ","), None)
    return comma is not None and not RELATIVES.isdisjoint(sentence.words[comma + 1 : comma + 3])
