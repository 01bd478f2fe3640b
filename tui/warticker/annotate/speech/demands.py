"""Demands, promises and threats in the infinitive: who makes them, of whom, and where they end."""

from __future__ import annotations

from warticker.annotate.language.cues import AUXILIARIES, COPULAS, IMPERSONAL, cues, reporting
from warticker.annotate.language.function_words import MODALS, OBLIQUE_ARTICLES, PREPOSITIONS, RELATIVES
from warticker.annotate.language.heads import lands
from warticker.annotate.language.known import endings, listed, sources
from warticker.annotate.language.noun_groups import Phrase
from warticker.annotate.language.phrases import phrase_at
from warticker.annotate.language.tokens import STOPS, Sentence
from warticker.annotate.language.word_classes import CAPITAL, adverbs, is_opaque
from warticker.annotate.language.words import Kind, kind
from warticker.annotate.speech.possible_sources import can_speak, speaks_for_sure
from warticker.annotate.speech.sources import Attribution
from warticker.annotate.speech.statement_ends import PURPOSES, UNTOLD
from warticker.annotate.speech.statement_objects import INFINITIVE, is_infinitive

AMOUNTS = frozenset({"Dutzend", "Dutzende", "Hundert", "Hunderte", "Tausend", "Tausende", "Millionen"})
"""Nouns that only count the one after them."""
FURTHER = frozenset({",", "und", "oder", "sowie"})
"""Tokens after which an infinitive may go on with another one."""
SUBORDINATE = UNTOLD | PURPOSES | {"dass", "ob", "denn"}
"""Openings of a clause that belongs to the infinitive before it."""


def directs(sentence: Sentence, cue: Attribution, start: int) -> bool:
    """Whether an infinitive after a verb's comma is what is said: rief auf, zu helfen; not: begrüßte die Zusage, zu."""
    if not _takes_infinitive(sentence, cue.cue, start):
        return False
    source = cue.source
    if source is None or not sentence.words[cue.cue].startswith(cues().of_things):
        return True
    noun = source.head.split()[-1]
    return speaks_for_sure(source) or noun.lower().endswith(endings("people")) or noun in listed("companies")


def _takes_infinitive(sentence: Sentence, index: int, start: int) -> bool:
    verb, part = sentence.words[index], sentence.words[start - 2]
    return (part + verb if part in cues().apart.get(verb, ()) else verb).startswith(cues().infinitives)


def without_addressee(sentence: Sentence, index: int, verb: int, source: Phrase) -> Phrase | None:
    """The source behind a verb without whom it asks to do something: hatte China [Russland] gebeten, zu warten.

    `index` is the token of the cue, `verb` that of its finite verb. None where the two cannot be told apart.
    """
    comma = next((at for at in range(index + 1, len(sentence)) if sentence.words[at] == ","), None)
    if comma is None or not is_infinitive(sentence.words[comma:]) or not _takes_infinitive(sentence, index, comma + 1):
        return source
    first = phrase_at(sentence, verb + 1)
    if first is not None and first.end <= source.start and not first.pronoun and can_speak(first):
        source = source if sentence.words[first.start].lower() in OBLIQUE_ARTICLES else first
    at = next((at for at in range(source.start, source.end) if sentence.classes[at] & CAPITAL), source.start)
    name = next((at for at in range(source.start, source.end) if at in sentence.persons), None)
    end = name if name is not None else at
    while name is None and end < source.end and sentence.classes[end] & CAPITAL:
        end += 1
    return _first_noun(sentence, source, range(at, end)) if name is None or name > at else source


def _first_noun(sentence: Sentence, source: Phrase, nouns: range) -> Phrase | None:
    """A source by the first of its nouns, if another's name follows: die Regierung [Moskau], der Kreml [Trump]."""
    words = sentence.words[nouns.start : nouns.stop]
    if source.person is not None and any(kind(word) is Kind.OFFICE for word in words):
        return source
    if source.person is None and (len(words) < 2 or words[0] in AMOUNTS or source.head in sources()):
        return source
    named = source.person is None and kind(words[0]) is Kind.OFFICE and kind(words[1]) is not Kind.WORD
    if named or (source.person is None and words[1][:-1] in lands()):
        return source  # Minister Horn; die Regierung Polens
    first = source._replace(end=nouns.start + 1, head=words[0], person=None)
    return first if speaks_for_sure(first) else None


def infinitive_end(sentence: Sentence, start: int) -> int:
    """Where an infinitive at a token ends with all that belongs to it: ..., zu gehen[, heißt es in dem Papier]."""
    for at in range(start + 1, len(sentence)):
        if sentence.words[at] in FURTHER and _is_infinitive_at(sentence, at - 1) and not _continues(sentence, at):
            return at
    return len(sentence)


def _is_infinitive_at(sentence: Sentence, last: int) -> bool:
    return sentence.words[last - 1] == "zu" or bool(INFINITIVE.fullmatch(sentence.words[last]))


def _continues(sentence: Sentence, mark: int) -> bool:
    """Whether an infinitive goes on behind its mark.

    It does by a subordinate clause, another infinitive, the subjunctive or an addition without a verb.
    """
    at = mark + 1 + (sentence.words[mark + 1] in FURTHER)
    if _is_subordinate(sentence, at):
        return True
    skipped = False
    for further in range(at, len(sentence)):
        word = sentence.words[further]
        if sentence.words[further - 1] == ",":
            skipped = _is_subordinate(sentence, further)
        if skipped:
            continue
        if is_opaque(word) or word in reporting() or _is_infinitive_at(sentence, further):
            return True
        if _is_finite(word):
            return False
    first = sentence.words[at]
    return at == mark + 1 and sentence.words[mark] == "," and (first in adverbs() or first in PREPOSITIONS)


def _is_subordinate(sentence: Sentence, at: int) -> bool:
    """Whether a clause has its verb last; not: ..., das teilte Horn mit."""
    first, second = sentence.words[at : at + 2]
    if first in SUBORDINATE:
        return True
    verb_second = _is_finite(second) and sentence.words[at + 2] not in STOPS
    return (first in RELATIVES and not verb_second) or (first in PREPOSITIONS and second in RELATIVES)


def _is_finite(word: str) -> bool:
    said = word in cues().forms or word in cues().apart or word in IMPERSONAL
    return said or word in AUXILIARIES or word in COPULAS or word in MODALS
