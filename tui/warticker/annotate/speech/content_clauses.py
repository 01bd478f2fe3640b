"""The clause after a verb of saying: whether it is what is said, what is wanted, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from warticker.annotate.language.cues import cues, reporting, subjunctive
from warticker.annotate.language.function_words import DETERMINERS, PREPOSITIONS, RELATIVES, SURE_PRONOUNS
from warticker.annotate.language.phrases import phrase_at
from warticker.annotate.language.tokens import STOPS, Sentence
from warticker.annotate.language.word_classes import QUOTED, is_opaque
from warticker.annotate.speech.demands import directs, infinitive_end
from warticker.annotate.speech.sources import Attribution
from warticker.annotate.speech.statement_ends import (
    PURPOSES,
    UNTOLD,
    before_quotation,
    contrasted,
    is_said_first,
    main_clause,
)
from warticker.annotate.speech.statement_objects import is_infinitive
from warticker.annotate.speech.verb_subjects import CONTENT
from warticker.expressions import compiled

PREFIXES = compiled(r"^(?:bekannt|mit|an|ein|zu|vor)?(?:ge(?!b))?")
"""Prefixes before a verb's stem: angekündigt, mitteilt."""
ASSERTING = (
    "wirf", "warf", "werf", "worf", "beschuldig", "bezichtig", "bestätig", "beteuer", "kündig", "verkünd", "räum",
    "gib", "gab", "geben", "mach", "bestreit", "bestritt", "leugn", "dementier",
)  # fmt: skip
"""Beginnings of further verbs that assert something."""
POSSIBLE = frozenset({"könnte", "dürfte", "müsste"})
"""Modal verbs of possibility, which are reported speech after a verb of saying."""
WISH_ENDS = frozenset({",", "und", ".", ""})
"""Tokens after an infinitive that ends its clause."""
FINITE_ENDINGS = ("t", "en", "war", "wird")
"""Endings of finite verbs in the indicative."""
NO_VERBS = frozenset({"sowie", "ohne", "heute", "keine", "alle"})
"""Words that look like subjunctive verbs, in their position."""
PLAIN = ("sag", "erklär", "schr", "beton", "bericht", "meld", "versicher", "behaupt", "teil")
"""Beginnings of verbs that only say something, with what is said as their object."""

THINKING = ("glaub", "mein", "hoff")
"""Beginnings of verbs followed by a main clause with an opinion."""


def content_behind(sentence: Sentence, cue: Attribution) -> range | None:
    """The clause that a verb of saying introduces, after its comma or colon."""
    start = _behind_mark(sentence, cue)
    if start is None:
        return None
    comma = sentence.words[start - 1] == ","
    if _is_relative(sentence, start) and not _is_wish(sentence.words[start:]):
        return range(cue.end + (sentence.words[cue.end] == "von"), len(sentence))
    if _is_unsaid(sentence, cue, start) if comma else _is_quotation(sentence, start):
        return None
    if _compares(sentence, start) or (comma and not _tells(sentence, cue, start)):
        return None
    end = main_clause(sentence, start) if is_said_first(sentence, cue) else contrasted(sentence, start)
    if _is_wish(sentence.words[start:]):
        end = min(end, infinitive_end(sentence, start))
    return range(start, min(end, before_quotation(sentence, start)))


def _behind_mark(sentence: Sentence, cue: Attribution) -> int | None:
    """The first token after the comma or colon of a verb of saying, past any insertions."""
    brackets = 0
    for at in range(max(cue.cue + 1, cue.end), len(sentence)):
        word = sentence.words[at]
        brackets += (word == "(") - (word == ")" and brackets > 0)
        if sentence.classes[at] & QUOTED:
            return None
        if not brackets and word in (",", ":") and not _is_purpose(sentence, at + 1):
            return at + 1
    return None


def _is_purpose(sentence: Sentence, start: int) -> bool:
    """Whether a clause is the purpose or manner of speaking: um zu helfen; ohne Namen zu nennen."""
    if sentence.words[start] not in PURPOSES:
        return False
    end = next((at for at in range(start, len(sentence)) if sentence.words[at] in STOPS), len(sentence))
    return is_infinitive(sentence.words[start : end + 1])


def _is_quotation(sentence: Sentence, start: int) -> bool:
    """Whether there is only a quotation after a colon."""
    return is_opaque(sentence.words[start]) and sentence.words[start + 1] in STOPS


def _is_unsaid(sentence: Sentence, cue: Attribution, start: int) -> bool:
    """Whether a clause is a wish, a time or purpose of speaking, or another speaker."""
    states = asserts(sentence, cue) or directs(sentence, cue, start)
    wanted = not states and _is_wish(sentence.words[start:])
    return wanted or sentence.words[start] in cues().forms or _is_untold(sentence, start)


def _compares(sentence: Sentence, start: int) -> bool:
    """Whether a clause with `wie` gives the speaker: ..., wie es heißt; ..., wie Horn sagte."""
    first, second = sentence.words[start : start + 2]
    return first == "wie" and (second == "es" or _last_word(sentence) in cues().words)


def _tells(sentence: Sentence, cue: Attribution, start: int) -> bool:
    """Whether a clause after a comma is what is said."""
    words = sentence.words[start:]
    if words[0] in CONTENT or _is_subjunctive(words) or _goes_on(sentence, cue, start):
        return True
    if asserts(sentence, cue):
        return is_infinitive(words) or any(map(is_opaque, words))
    return directs(sentence, cue, start) and is_infinitive(words)


def _is_wish(words: Sequence[str]) -> bool:
    """Whether a clause is an infinitive, whatever follows it: zu gehen, und erklärte, es sei spät."""
    if words[0] in CONTENT:
        return False
    end = next((at for at, word in enumerate(words) if word in WISH_ENDS), len(words))
    return is_infinitive(words[max(0, end - 2) : end + 1]) and subjunctive().isdisjoint(words[:end])


def _is_untold(sentence: Sentence, start: int) -> bool:
    """Whether a clause gives a time or purpose of speaking; not: beschuldigt ihn, als Agent gedient zu haben."""
    first, second = sentence.words[start : start + 2]
    return first in UNTOLD and first != "als" and second != "zu" and not _concludes(sentence, start)


def _concludes(sentence: Sentence, start: int) -> bool:
    """Whether a reported main clause follows the condition at a token: wenn es regnet, sei ..."""
    pairs = pairwise(sentence.words[start : len(sentence)])
    return any(word == "," and behind in reporting() for word, behind in pairs)


def _goes_on(sentence: Sentence, cue: Attribution, start: int) -> bool:
    """Whether a clause after a verb of saying is what is said, whatever its form: sagte, sie warteten."""
    plain = sentence.words[cue.cue].startswith((*PLAIN, *THINKING))
    if not plain:
        return False
    subject = phrase_at(sentence, start, apposition=False)
    verb = sentence.words[subject.end] if subject is not None else ""
    return verb.endswith(FINITE_ENDINGS) and verb not in PREPOSITIONS


def asserts(sentence: Sentence, cue: Attribution) -> bool:
    """Whether a verb asserts something: bestätigte, erklärte; not forderte, bat."""
    return PREFIXES.sub("", sentence.words[cue.cue]).startswith((*PLAIN, *ASSERTING))


def wanted(sentence: Sentence, cue: Attribution) -> int | None:
    """Where the infinitive begins that a verb says, if it does: rief auf, zu helfen."""
    start = _behind_mark(sentence, cue)
    wants = start is not None and directs(sentence, cue, start) and is_infinitive(sentence.words[start:])
    return start if wants else None


def _last_word(sentence: Sentence) -> str:
    last = len(sentence) - 1
    while last > 0 and sentence.words[last] in STOPS:
        last -= 1
    return sentence.words[last]


def _is_relative(sentence: Sentence, start: int) -> bool:
    """Whether a clause in the subjunctive is relative to the noun before it: its only verb is last."""
    if sentence.words[start] not in RELATIVES or _last_word(sentence) not in subjunctive():
        return False
    about = phrase_at(sentence, start, apposition=False)
    return about is None or sentence.words[about.end] not in subjunctive()


def _is_subjunctive(words: Sequence[str]) -> bool:
    """Whether a clause after a verb of saying has a verb in the subjunctive, or a similar word in its place."""
    if not subjunctive().isdisjoint(words) or not POSSIBLE.isdisjoint(words):
        return True
    return any(
        word.endswith("e") and word.islower() and (before[:1].isupper() or before in SURE_PRONOUNS) and len(word) > 4
        for before, word, behind in zip(words, words[1:], words[2:], strict=False)
        if not behind[:1].isupper() and word not in NO_VERBS and word not in DETERMINERS and not word.endswith("te")
    )
