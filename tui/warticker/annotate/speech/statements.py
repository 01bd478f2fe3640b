"""The part of a sentence with a cue that is a statement, in the text's own words.

A demand, promise or threat is one if it is a clause (fordert, dass ...; Russland müsse ...; droht, zu gehen): German
linguistics counts them all as indirect speech. As a noun (fordert Hilfe) it is an act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from warticker.annotate.language.cues import AUXILIARIES, COPULAS, IMPERSONAL, cues, reporting, subjunctive
from warticker.annotate.language.function_words import DETERMINERS, JOINING, PREPOSITIONS, RELATIVES
from warticker.annotate.language.phrases import phrase_at
from warticker.annotate.language.tokens import STOPS, Sentence
from warticker.annotate.language.word_classes import adverbs, is_opaque
from warticker.annotate.speech.content_clauses import content_behind
from warticker.annotate.speech.sources import Attribution
from warticker.annotate.speech.statement_ends import CONJUNCTIONS, PURPOSES, before_quotation, may_be_verb
from warticker.annotate.speech.statement_objects import fronted_object, is_infinitive, stated_object
from warticker.annotate.speech.verb_subjects import CONTENT
from warticker.expressions import compiled

PARTICIPLE = compiled(r"(?:an)?ge[a-zäöüß]+[tn]|[a-zäöüß]+end", re.IGNORECASE)
REFUSING = frozenset({"weist", "weisen", "wies", "wiesen", "zurückgewiesen"})
"""Verbs of saying after statements of others: Berichte, wonach es regnet, wies Bonn zurück."""
BEFORE_SOURCES = frozenset({"nach", "gemäß", "gemäss", "wie"})
"""Words that begin a part of the sentence with only its source."""
LONGEST_PASSING = 4
"""The most tokens before a cue that follows a quotation and adds nothing: "...", wie gestern Horn sagte."""
STATING_NOTHING = (
    "nenn", "nann", "genannt", "bezeichn", "bewert", "stuf", "eingestuf", "einstuf",
    "frag", "gefrag", "zweif", "bezweif",
)  # fmt: skip
"""Beginnings of verbs of naming, asking and doubting."""
ATTRIBUTED = frozenset({"laut", "nach"})


def stated(sentence: Sentence, cue: Attribution) -> range | None:
    """The stated tokens: all if the source is named in passing, else those before or after the verb."""
    word = sentence.words[cue.cue].lower()
    if _states_nothing(sentence, cue):
        return None
    passing = word in ("laut", "zufolge") or word.endswith(("angaben", "sicht"))
    if passing or sentence.words[cue.end - 1] == "nach" or sentence.words[cue.start].lower() in BEFORE_SOURCES:
        tokens = _but_the_source(sentence, cue)
    elif _follows(sentence, cue):
        tokens = _before_verb(sentence, cue.start)
        if sentence.words[end := _behind_prepositions(sentence, cue.end)] in STOPS:
            # Der Hafen, sagt er am Montag, sei offen; der Hafen, so Horn, wird geöffnet.
            verb = sentence.words[end + 1]
            aside = verb in reporting() or (word == "so" and may_be_verb(verb))
            tokens = range(tokens.start, len(sentence)) if aside else tokens
    elif (fronted := fronted_object(sentence, cue)) is not None:
        return fronted
    elif (behind := content_behind(sentence, cue)) is not None:
        tokens = behind
    else:
        return stated_object(sentence, cue)
    return tokens if speaks(sentence, tokens) else None


def _states_nothing(sentence: Sentence, cue: Attribution) -> bool:
    """Whether a cue states nothing in the text's own words."""
    if _is_reference(sentence, cue) or is_denied(sentence, cue):
        return True
    if sentence.words[cue.start] in ATTRIBUTED and _is_of_attribute(sentence, cue.start):
        return True
    return sentence.words[cue.cue].lower().startswith(STATING_NOTHING)


def _is_reference(sentence: Sentence, cue: Attribution) -> bool:
    """Whether a sentence only gives the speaker of what precedes it, or reports a quotation."""
    first, second = sentence.words[0], sentence.words[1]
    verb = second in cues().forms or any(part in sentence.words for part in cues().apart.get(second, ()))
    if is_opaque(first):
        third = sentence.words[2]
        says = third in cues().forms or third in cues().apart or third in IMPERSONAL
        beside = cue.start > LONGEST_PASSING and (not says or sentence.words[cue.start - 1] == "und")
        return verb or not second or (second in STOPS and not beside)
    return first in ("Das", "Dies") and verb


def is_denied(sentence: Sentence, cue: Attribution) -> bool:
    """Whether nothing is said after all: sagte er nicht; äußerte sich nicht dazu."""
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
    """Whether a source belongs to an attribute only: die laut Polizei betrunkenen Fahrer; not: Leute, die laut."""
    return sentence.words[start - 1] in DETERMINERS and sentence.words[start - 2] != ","


def _but_the_source(sentence: Sentence, cue: Attribution) -> range:
    """The statement of a source named in passing: its sentence, without a `wie` clause before or after it."""
    start = _subclause(sentence, cue) or _behind_colon(sentence, cue.start)
    if sentence.words[cue.start].lower() != "wie":
        return range(start, before_quotation(sentence, start))
    if cue.start == start:
        return range(cue.end, len(sentence))
    following, verb = sentence.words[cue.end + 1 : cue.end + 3]
    closing = not following or is_opaque(following) or (following in RELATIVES and verb not in reporting())
    return range(start, cue.start if closing else len(sentence))


def _behind_colon(sentence: Sentence, end: int) -> int:
    """Where the text after the last colon before a token begins; not a colon in a time of day or in brackets."""
    words = sentence.words
    colons = (at for at in range(end - 1, 0, -1) if words[at] == ":" and sentence.starts[at + 1] > sentence.ends[at])
    return next((at + 1 for at in colons if "(" not in words[:at] or ")" not in words[at:end]), 0)


def _before_verb(sentence: Sentence, start: int) -> range:
    """The text before a verb of saying and its comma, and before a quotation there too."""
    if sentence.words[2 * is_opaque(sentence.words[0])] in PURPOSES:
        return range(0)
    if is_opaque(sentence.word(start - 2)) and sentence.word(start - 3) == ":":
        return range(0 if reporting().isdisjoint(sentence.words[: start - 3]) else start - 3)
    return range(_behind_colon(sentence, start - 1), start - 1)


def _follows(sentence: Sentence, cue: Attribution) -> bool:
    """Whether a verb of saying follows the statement: after its comma, and before its own subject."""
    verb, before = sentence.words[cue.cue], sentence.words[cue.start - 1]
    if cue.start < 2 or before not in (",", "–", "-") or (cue.source is not None and cue.source.start <= cue.start):
        return False  # Horn, sagte er, sei da; not: Die Chefin, Eva Horn, sagte.
    if verb in REFUSING or (verb not in IMPERSONAL and _goes_on(sentence, cue.end)):
        return False
    return not _only_when(sentence, cue)


def _goes_on(sentence: Sentence, end: int) -> bool:
    """Whether the statement follows a source, with adverbs in between: sagte Horn erneut, dass es regne."""
    while sentence.words[end] in adverbs() or sentence.words[end] == "damit":
        end += 1
    return sentence.words[end : end + 2] == (",", "dass")


def _is_participial(words: Sequence[str]) -> bool:
    """Whether words only say how somebody speaks: An die Bauern gewandt, sagte sie."""
    finite = (AUXILIARIES, COPULAS, subjunctive())
    first = words[0].lower()
    if len(words) > 1 and first not in PREPOSITIONS and first not in adverbs():
        return False
    return bool(PARTICIPLE.fullmatch(words[-1])) and all(verbs.isdisjoint(words) for verbs in finite)


def _only_when(sentence: Sentence, cue: Attribution) -> bool:
    """Whether only circumstances precede a verb of saying: Weil es spät war, sagte er; auf die Frage, ob."""
    start = int(sentence.words[0] in JOINING)
    first = sentence.words[start].lower()
    if "frage" in sentence.words[start + 2].lower() and first == "auf":
        return True
    commas = [at for at in range(1, cue.start - 1) if sentence.words[at] == ","]
    behind = [sentence.words[at + 1 + (sentence.words[at + 1] in PREPOSITIONS)] for at in commas]
    asked = bool(commas) and _is_participial(sentence.words[: commas[0]])
    if first in CONJUNCTIONS or asked or (commas and _behind_prepositions(sentence, start) == commas[0]):
        if sentence.words[cue.end] == ":" and first in PREPOSITIONS:
            return True  # In Ulm, einst eine freie Stadt, sagte er: "..."
        # Gefragt, als man fragte, ob es regne, sagte er; not: Weil es regne, komme niemand, sagte er.
        return all(word in CONTENT or word in RELATIVES or word in DETERMINERS for word in behind)
    before = sentence.words[: cue.start - 1]
    return not behind and (_is_participial(before) or (first in PURPOSES and is_infinitive(before)))


def _behind_prepositions(sentence: Sentence, at: int) -> int:
    """Where the prepositional phrases at a token end: zu den Zielen der Union bei Gas."""
    while sentence.words[at].lower() in PREPOSITIONS and (phrase := phrase_at(sentence, at + 1)):
        at = phrase.end
    return at


def speaks(sentence: Sentence, tokens: range) -> bool:
    """Whether tokens are a statement in the text's own words: three, or two in the subjunctive: Das sei so."""
    spoken = 0
    for word in sentence.words[tokens.start : tokens.stop]:
        spoken += word[:1].isalpha()
        if spoken > 2:
            return True
    words = sentence.words[tokens.start : tokens.stop] if spoken == 2 else ()
    return not subjunctive().isdisjoint(words)


def _subclause(sentence: Sentence, cue: Attribution) -> int:
    """Where the subordinate clause begins that has its own source: ..., nachdem laut Polizei ..."""
    for index in range(cue.start, max(0, cue.start - 8) if sentence.word(cue.start) != "wie" else cue.start, -1):
        if sentence.words[index] in CONJUNCTIONS and sentence.words[index - 1] == ",":
            return index
    return 0
