"""Where a statement ends within its sentence: a contrast, the main clause, another statement."""

from __future__ import annotations

from warticker.annotate.language.cues import COPULAS, subjunctive
from warticker.annotate.language.function_words import JOINING, PREPOSITIONS, RELATIVES, SURE_PRONOUNS
from warticker.annotate.language.noun_groups import is_attribute
from warticker.annotate.language.tokens import Sentence
from warticker.annotate.language.word_classes import CAPITAL, DETERMINER, PRONOUN, adverbs, is_opaque
from warticker.annotate.speech.sources import Attribution
from warticker.annotate.speech.verb_subjects import CONTENT, SUBORDINATING

CONJUNCTIONS = frozenset({"nachdem", "während", "obwohl", "wobei", "weil", "da", "bevor", "als"})
CONDITIONS = frozenset({"ob", "falls", "wenn", "sofern", "sobald", "solange", "bis", "damit", "wodurch", "womit"})
"""Openings of a question, time or condition, not of what is said."""
PURPOSES = frozenset({"um", "ohne", "statt", "anstatt"})
"""Openings of an infinitive for the purpose or manner of speaking."""
UNTOLD = CONDITIONS | CONJUNCTIONS
COORDINATING = frozenset({"und", "aber", "doch", "sowie", "während", "wohingegen"})
"""Openings of a clause that continues a sentence after a statement."""
CONTRASTING = frozenset({"aber", "jedoch", "allerdings"})
NO_TURN = UNTOLD | CONTENT | RELATIVES | SURE_PRONOUNS | PREPOSITIONS | COORDINATING | {"nicht", "sondern", "oder"}
"""Words after a comma where no verb is: wenn aber, das jedoch, nicht aber."""
SUBJECTS = CAPITAL | DETERMINER | PRONOUN
"""Classes of words directly after the verb of a main clause that begins with another clause."""


def contrasted(sentence: Sentence, start: int) -> int:
    """Where a sentence turns from what somebody says to what he does: sagte, es regne, blieb aber da."""
    for at in range(start, len(sentence) - 3):
        behind = sentence.words[at + 2]
        if _is_closed(sentence, at) and goes_on(sentence, at):
            return at
        if sentence.words[at] != "," or (sentence.words[at + 3] if behind == "sich" else behind) not in CONTRASTING:
            continue
        if may_be_verb(sentence.words[at + 1]):
            return at
    return len(sentence)


def _is_closed(sentence: Sentence, at: int) -> bool:
    """Whether a clause ends before a token, with its verb last: dass es regne; zu gehen."""
    last = at - 1 - (sentence.words[at - 1] == ",")
    return sentence.words[last] in subjunctive() or sentence.words[last - 1] == "zu"


def goes_on(sentence: Sentence, at: int) -> bool:
    """Whether `und` and a verb continue with what somebody does: sprach von Toten und drohte."""
    verb, behind = sentence.words[at + 1], sentence.words[at + 2]
    if sentence.words[at] != "und" or behind[:1].isupper() or not may_be_verb(verb):
        return False
    return verb.endswith(("te", "ten")) or (verb.endswith("t") and not is_attribute(sentence, at + 2))


def main_clause(sentence: Sentence, start: int) -> int:
    """Where the main clause continues after a clause at a token: Berichte, wonach es regnet, gibt es."""
    for at in range(start + 2, len(sentence) - 2):
        if sentence.words[at] != "," or not sentence.classes[at + 2] & SUBJECTS:
            continue
        if may_be_verb(sentence.words[at + 1]):
            return at
    return len(sentence)


def is_said_first(sentence: Sentence, cue: Attribution) -> bool:
    """Whether a clause before the main one has a verb of saying: Während Bonn sagte, es regne, kam Horn."""
    words = sentence.words
    return words[int(words[0] in JOINING)] in SUBORDINATING and "," not in words[: cue.cue]


def goes_on_with(sentence: Sentence, cue: Attribution) -> int | None:
    """Where a sentence continues with a further statement: ..., Bonn erklärte; ... und betonte."""
    at = cue.start - 1
    verb_second = cue.source is not None and (cue.start == cue.cue or cue.source.end == cue.cue)
    fronted = sentence.words[sentence.begins] in SUBORDINATING  # Während Bonn von Regen sprach, [sagte Ulm].
    spliced = verb_second and (cue.start < cue.cue or fronted) and not cue.passing
    if at > 1 and sentence.words[at] == "," and (spliced or sentence.words[cue.cue + 1] in CONTRASTING):
        return at
    if at < 1 or sentence.words[at] not in COORDINATING or sentence.words[cue.cue + 1] in ("", ".", "und"):
        return None
    if not verb_second:
        return None
    return at - (sentence.words[at - 1] == ",")


def trails(sentence: Sentence, cue: Attribution) -> int | None:
    """Where a statement ends before a verb that only repeats the speaker: ..., sagte Horn in Ulm."""
    comma = cue.start - 1
    behind = cue.start == cue.cue or sentence.words[cue.start] == "wie"
    last = behind and "," not in sentence.words[cue.end :]
    return comma if last and comma > 0 and sentence.words[comma] == "," else None


def before_quotation(sentence: Sentence, start: int) -> int:
    """The colon of a quotation after a token, which ends the text's own words.

    There is none if only the quotation completes these: Die Botschaft sei: "..."
    """
    at = start
    while ":" in sentence.words[at:]:
        at = sentence.words.index(":", at)
        if is_opaque(sentence.words[at + 1]):
            return start if sentence.words[at - 1] in COPULAS else at
        at += 1
    return len(sentence)


def may_be_verb(word: str) -> bool:
    """Whether a word may be a finite verb of the indicative, by its form."""
    return word.islower() and word not in NO_TURN and word not in subjunctive() and word not in adverbs()
