"""Cues that state nothing: who said what stands before, what is denied, asked or named, whose an attribute is."""

from __future__ import annotations

from warticker.annotate.language.cues import IMPERSONAL, cues
from warticker.annotate.language.function_words import DETERMINERS
from warticker.annotate.language.tokens import STOPS, Sentence
from warticker.annotate.language.word_classes import is_opaque
from warticker.annotate.speech.sources import Attribution

LONGEST_PASSING = 4
"""Tokens before a cue that follows a quotation and tells nothing besides: "...", wie gestern Horn sagte."""
NAMING_OR_ASKING = ("nenn", "nann", "genannt", "bezeichn", "bewert", "stuf", "eingestuf", "einstuf", "frag", "gefrag")
"""How verbs of saying begin that give something a word, or ask, and state nothing."""
ATTRIBUTED = frozenset({"laut", "nach"})


def states_nothing(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether a cue states nothing in words of the text's own."""
    if _is_reference(sentence, cue) or is_denied(sentence, cue):
        return True
    if sentence.words[cue.start] in ATTRIBUTED and _is_of_attribute(sentence, cue.start):
        return True
    return sentence.words[cue.cue].lower().startswith(NAMING_OR_ASKING)


def _is_reference(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether a sentence only says who said what stands before it, or reports a quotation."""
    first, second = sentence.words[0], sentence.words[1]
    verb = second in cues().forms or any(part in sentence.words for part in cues().apart.get(second, ()))
    if is_opaque(first):
        third = sentence.words[2]
        told = third in cues().forms or third in cues().apart or third in IMPERSONAL
        beside = cue.start > LONGEST_PASSING and (not told or sentence.words[cue.start - 1] == "und")
        return verb or not second or (second in STOPS and not beside)
    return first in ("Das", "Dies") and verb


def is_denied(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether nothing is said after all: sagte er nicht; äußerte sich nicht dazu."""
    verb = sentence.words[cue.cue]
    if verb.startswith(("schließ", "schloss")):
        return False
    if sentence.words[cue.cue - 1] == "nicht":
        return True
    for word in sentence.words[cue.end : cue.end + 3] if verb in cues().forms or verb in cues().apart else ():
        if word in STOPS:
            return False
        if word == "nicht":
            return True
    return False


def _is_of_attribute(sentence: Sentence, start: int) -> bool:
    """Tell whether a source is one of an attribute alone: die laut Polizei betrunkenen Fahrer; not: Leute, die laut."""
    return sentence.words[start - 1] in DETERMINERS and sentence.words[start - 2] != ","
