"""A sentence with a cue -> the stretch of it that states something, in words of the text's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from warticker.annotate.attribution import CONTENT
from warticker.annotate.cues import cues, reporting, subjunctive
from warticker.annotate.function_words import DETERMINERS, SURE_PRONOUNS
from warticker.annotate.noun_groups import Phrase, is_opaque
from warticker.annotate.phrases import phrase_at
from warticker.annotate.references import Attribution
from warticker.annotate.speaking import can_speak
from warticker.annotate.tokens import Sentence

CONJUNCTIONS = frozenset({"nachdem", "während", "obwohl", "wobei", "weil", "da", "bevor", "als"})
RELATIVES = frozenset({"der", "die", "das", "den", "dem", "denen", "deren", "dessen"})
INFINITIVE = re.compile(r"[a-zäöü]{2,6}zu[a-zäöüß]+e?n")
NAMING = ("nenn", "nann", "genannt", "bezeichn")
"""Verbs of saying that give something a word and state nothing."""
REPORTS = ("bericht", "berichte", "berichten", "meldungen", "medien")
"""Ends of words for what the press says."""
PLAIN = ("sag", "erklär", "schr", "beton", "bericht", "meld", "versicher", "behaupt", "teil")
"""How verbs begin that only say, and take what is said for their object."""
STOPS = frozenset({",", ".", ":", ";", "!", "?", "…", "-", "–", "(", ")"})


def stated(sentence: Sentence, cue: Attribution) -> range | None:
    """Tell which tokens are stated: all if the source is named in passing, else those before or behind the verb."""
    word = sentence.words[cue.cue].lower()
    if _is_reference(sentence) or _is_denied(sentence, cue) or word.startswith(NAMING):
        return None
    passing = word in ("laut", "zufolge") or word.endswith("angaben") or sentence.words[cue.end - 1] == "nach"
    if passing or sentence.word(cue.start).lower() in ("nach", "wie"):
        tokens = range(_subclause(sentence, cue), len(sentence))
    elif "damit" in sentence.words[cue.end :] and "dass" in sentence.words[cue.end :]:
        tokens = range(cue.end + sentence.words[cue.end :].index("dass"), len(sentence))
    elif cue.start > 1 and sentence.words[cue.start - 1] in (",", "–", "-"):
        introduced = is_opaque(sentence.word(cue.start - 2)) and sentence.word(cue.start - 3) == ":"
        tokens = range(cue.start - 3 if introduced else cue.start - 1)
        if introduced and reporting().isdisjoint(sentence.words[: tokens.stop]):
            return None
    elif (behind := _content_behind(sentence, cue)) is not None:
        tokens = behind
    else:
        return None
    return tokens if speaks(sentence, tokens) else None


def speaks(sentence: Sentence, tokens: range) -> bool:
    """Tell whether tokens hold a statement in words of the text's own: three at least outside quotation marks."""
    spoken = 0
    for word in sentence.words[tokens.start : tokens.stop]:
        spoken += word[:1].isalpha()
        if spoken > 2:
            return True
    return False


def is_reported(sentence: Sentence) -> bool:
    """Tell whether a sentence's main clause is in the subjunctive of reported speech: not only one behind `dass`."""
    if reporting().isdisjoint(sentence.words):
        return False
    verb = next(index for index, word in enumerate(sentence.words) if word in reporting())
    if verb + 2 >= len(sentence) and _in_relative(sentence, verb):
        return False
    opened = next((index for index, word in enumerate(sentence.words) if word in CONTENT and index), len(sentence))
    return verb < opened or sentence.words[opened - 1] != ","


def _in_relative(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb is the only one in the subjunctive, and ends a relative clause."""
    if sum(word in reporting() for word in sentence.words) > 1:
        return False
    comma = next((at for at in range(verb, 0, -1) if sentence.words[at] == ","), None)
    return comma is not None and not RELATIVES.isdisjoint(sentence.words[comma + 1 : comma + 3])


def held(sentence: Sentence) -> Phrase | None:
    """Read who thinks or says what stands behind `dass` in the subjunctive, whatever the verb: Er ist der Ansicht."""
    if reporting().isdisjoint(sentence.words) or "dass" not in sentence.words[:-5]:
        return None
    at = sentence.words.index("dass")
    phrase = phrase_at(sentence, 0)
    if phrase is None or phrase.pronoun or phrase.end >= at or sentence.words[at - 1] != "," or not can_speak(phrase):
        return None
    inside = sentence.words[:at]
    return phrase if reporting().isdisjoint(inside) and inside.count(",") == 1 else None


def told_by(sentence: Sentence, tokens: range) -> str | None:
    """Name the reports that a statement behind `wonach` is from: Medienberichte, wonach ..."""
    if sentence.word(tokens.start) != "wonach":
        return None
    before = sentence.words[max(0, tokens.start - 7) : tokens.start]
    return next((word for word in reversed(before) if word[:1].isupper() and word.lower().endswith(REPORTS)), None)


def _is_reference(sentence: Sentence) -> bool:
    """Tell whether a sentence only says who said what stands before it, or reports a quotation."""
    first, second = sentence.words[0], sentence.words[1]
    verb = second in cues().forms or second in cues().apart
    if is_opaque(first):
        return verb or not second or second in STOPS
    return first in ("Das", "Dies") and verb


def _is_denied(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether nothing is said after all: sagte er nicht; äußerte sich nicht dazu."""
    verb = sentence.words[cue.cue]
    if "nicht" in sentence.words[max(0, cue.cue - 3) : cue.cue] and "ob" in sentence.words[cue.cue : cue.cue + 4]:
        return True
    for word in sentence.words[cue.end : cue.end + 3] if verb in cues().forms or verb in cues().apart else ():
        if word in STOPS:
            return False
        if word == "nicht":
            return True
    return False


def _subclause(sentence: Sentence, cue: Attribution) -> int:
    """Tell where the subordinate clause begins that names its own source: ..., nachdem laut Polizei ..."""
    for index in range(cue.start, max(0, cue.start - 8) if sentence.word(cue.start) != "wie" else cue.start, -1):
        if sentence.words[index] in CONJUNCTIONS and sentence.words[index - 1] == ",":
            return index
    return 0


def _content_behind(sentence: Sentence, cue: Attribution) -> range | None:
    """Find the clause that a verb of saying introduces, behind its comma or colon."""
    for index in range(max(cue.cue + 1, cue.end), len(sentence)):
        word = sentence.words[index]
        if is_opaque(word):
            return None
        if word in (",", ":"):
            words = sentence.words[index + 1 :]
            if word == "," and _is_relative(sentence, index + 1):
                return range(cue.end, len(sentence))
            first = sentence.word(index + 1)
            if first == "wie" and (words[1] == "es" or _last_word(sentence) in cues().forms):
                return None
            reported = word == ":" or first in CONTENT or _is_subjunctive(words) or _goes_on(sentence, cue, index + 1)
            return range(index + 1, len(sentence)) if reported else None
    return None


def _goes_on(sentence: Sentence, cue: Attribution, start: int) -> bool:
    """Tell whether a clause behind a verb of saying states what is said, whatever its form: sagte, sie warteten."""
    plain = sentence.words[cue.cue].startswith(PLAIN)
    return plain and sentence.words[start] in SURE_PRONOUNS and sentence.words[start + 1].islower()


def _last_word(sentence: Sentence) -> str:
    last = len(sentence) - 1
    while last > 0 and sentence.words[last] in STOPS:
        last -= 1
    return sentence.words[last]


def _is_relative(sentence: Sentence, start: int) -> bool:
    """Tell whether a clause in the subjunctive says more of the noun before it: its verb stands last."""
    return sentence.words[start] in RELATIVES and _last_word(sentence) in subjunctive()


def _is_subjunctive(words: Sequence[str]) -> bool:
    """Tell whether a clause behind a verb of saying has a verb in the subjunctive, or a word in its place like one."""
    if not subjunctive().isdisjoint(words):
        return True
    if any(INFINITIVE.fullmatch(word) or word == "zu" for word in words):
        return False
    return any(
        word.endswith("e") and word.islower() and (before[:1].isupper() or before in SURE_PRONOUNS) and len(word) > 4
        for before, word, behind in zip(words, words[1:], words[2:], strict=False)
        if not behind[:1].isupper() and word not in DETERMINERS
    )
