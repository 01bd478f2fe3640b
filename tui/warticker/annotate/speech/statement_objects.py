"""The noun phrase that a verb of saying states: sprach von zwei Verletzten, meldet neue Gefechte.

What somebody does by saying it (fordert Hilfe, kündigt Sanktionen an) is no statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from warticker.annotate.language.cues import AUXILIARIES, cues
from warticker.annotate.language.function_words import DEFINITE, DETERMINERS, PREPOSITIONS, RELATIVES, SURE_PRONOUNS
from warticker.annotate.language.noun_groups import Phrase
from warticker.annotate.language.phrases import phrase_at, skip_adverbs
from warticker.annotate.language.tokens import STOPS, Sentence
from warticker.annotate.language.word_classes import is_capital, is_opaque
from warticker.annotate.speech.sources import Attribution
from warticker.annotate.speech.statement_ends import goes_on, may_be_verb
from warticker.expressions import compiled

INFINITIVE = compiled(r"[a-zäöü]{2,6}zu[a-zäöüß]+e?n")
TALKING = ("spr", "gespr")
"""Stems of the verb of mere mention: sprach von Toten."""
EXPECTING = ("seh", "sieh", "sah", "rechne")
TELLING = ("bericht",)
"""Beginnings of verbs whose statement may also follow `über`: berichtete über neue Kämpfe."""
SPEAKING_OF = (*TALKING, *TELLING, "schrieb", "schreib", "geh", "ging")
"""Beginnings of verbs whose statement follows `von`: sprach von zwei Verletzten, gehen von neuen Angriffen aus."""
REPORTING = ("meld", "gemeld", "vermeld", "bestätig", "beziffer")
"""Beginnings of verbs whose object is a statement: meldet 120 Gefechte, beziffert die Verluste auf 300."""
DECLARING = ("gibt", "gab", "geben", "gaben")
"""Verbs whose object is a statement if an amount follows: gibt die Verluste mit 300 an."""
REPORTS = ("bericht", "berichte", "berichten", "meldungen", "medien", "angaben")
"""Endings of nouns for statements of others."""
PARTS = frozenset({"darunter", "davon"})
"""Words that begin a subset of those named before."""
SUPERLATIVE = ("sten", "ßten")
MERE_REFERENCES = frozenset({"sich", "dies", "das", "dem", "der", *SURE_PRONOUNS})
"""Openings of an object that only refers to something, or to an addressee."""

KNOWN = DEFINITE | {"die", "das", "ihre", "seine"}
"""Openings of an object that the text takes for known, unless it is a superlative: von dem, über seine Reise."""
IN_THE_DATIVE = DETERMINERS - {"sein"}
"""Words that may follow the preposition: zu seinem Haus; but zu sein."""


def is_infinitive(words: Sequence[str]) -> bool:
    """Whether a clause is an infinitive: kein Gas mehr zu liefern."""
    return any(
        INFINITIVE.fullmatch(word) or (word == "zu" and behind.islower() and behind not in IN_THE_DATIVE)
        for word, behind in pairwise(words)
    )


def mentions(sentence: Sentence, cue: Attribution) -> bool:
    """Whether a verb only mentions or expects something: sprach von Toten."""
    return sentence.words[cue.cue].startswith((*TALKING, *EXPECTING))


def stated_object(sentence: Sentence, cue: Attribution) -> range | None:
    """The stated phrase: sprach von zwei Verletzten; hat schwere Schäden gemeldet; gibt die Verluste mit 300 an."""
    stated = _stated_in(sentence, sentence.words[cue.cue].lower(), _object(sentence, cue))
    if stated is None:
        return None
    particle = sentence.words[stated.stop - 1] in cues().apart.get(sentence.words[cue.cue], ())
    return range(stated.start, stated.stop - 1 if particle else stated.stop)


def _stated_in(sentence: Sentence, verb: str, part: range) -> range | None:
    if verb.startswith(SPEAKING_OF):
        return _behind_preposition(sentence, part, ("von", "über") if verb.startswith(TELLING) else ("von",))
    if verb.startswith(REPORTING):
        return _bare(sentence, part)
    amount = _bare(sentence, part) if verb in DECLARING else None
    return amount if amount and any(word.isdigit() for word in sentence.words[amount.start : amount.stop]) else None


def fronted_object(sentence: Sentence, cue: Attribution) -> range | None:
    """The stated phrase before the verb: Zwei Verletzte meldete, von zwei Verletzten sprach die Polizei."""
    of = int(sentence.words[0] == "Von")
    phrase = phrase_at(sentence, of) if sentence.words[cue.cue].startswith(SPEAKING_OF if of else REPORTING) else None
    fronted = phrase is not None and phrase.end == cue.cue and cue.source is not None and cue.source.start > cue.cue
    return _bare(sentence, range(of, cue.cue)) if fronted else None


def _object(sentence: Sentence, cue: Attribution) -> range:
    """The object of a verb: after it and its source, or before it at the end of the clause."""
    source, last = cue.source, len(sentence)
    closing = source is not None and sentence.words[cue.cue + 1] in (*STOPS, "")
    begin = source.end if source is not None and closing and source.end < cue.cue else cue.end
    begin += sentence.words[begin] in AUXILIARIES
    if sentence.words[begin] == "und" and (other := phrase_at(sentence, begin + 1)):
        begin = other.end
    end = next((at for at in range(begin, last) if sentence.words[at] in STOPS or at == cue.cue), last)
    return range(begin, next((at for at in range(begin, end) if goes_on(sentence, at)), end))


def _behind_preposition(sentence: Sentence, part: range, prepositions: Sequence[str]) -> range | None:
    start = next((at + 1 for at in part if sentence.words[at] in prepositions), part.stop)
    first = sentence.words[start]
    known = first in KNOWN and not sentence.words[start + 1].endswith(SUPERLATIVE)
    if known or first in SURE_PRONOUNS or start == part.stop or sentence.words[part.stop - 1] == "frei":
        return None
    if sentence.words[part.stop] == "," and is_infinitive(sentence.words[part.stop :]):
        return range(start, len(sentence))
    return _in_own_words(sentence, range(start, part.stop)) if part.stop - start > 1 else None


def _bare(sentence: Sentence, part: range) -> range | None:
    start = skip_adverbs(sentence, part.start)
    if "sich" in sentence.words[part.start : start]:
        return None
    words = sentence.words[start : part.stop]
    noun = next(filter(is_capital, words), "")
    said = noun in cues().accounts or noun.lower().endswith(REPORTS)
    if said or len(words) < 2 or not noun or words[0].lower() in MERE_REFERENCES or words[0].startswith("dies"):
        return None
    return _in_own_words(sentence, range(start, part.stop))


def _in_own_words(sentence: Sentence, part: range) -> range | None:
    """The phrase with its additions, unless most of it is a quotation."""
    words = sentence.words[part.start : part.stop]
    own = sum(word[:1].isalpha() and word not in DETERMINERS and word != "und" for word in words)
    return None if own < 3 and any(map(is_opaque, words)) else range(part.start, _with_additions(sentence, part.stop))


def _with_additions(sentence: Sentence, end: int) -> int:
    """Where additions to an object end: neun Verletzte, darunter zwei Kinder; ein Schiff, ein Lager und zwei Häuser."""
    if sentence.words[end] != ",":
        return end
    if (item := _item(sentence, end + 1)) is not None:
        return _list_end(sentence, item) or end
    first = sentence.words[end + 1]
    return _next_stop(sentence, end + 1) if first in PARTS or first in RELATIVES else end


def _list_end(sentence: Sentence, item: Phrase) -> int | None:
    """Where the list ends that goes on with an item; None if there is none.

    A verb after it makes it the subject of another clause: einen Brand, die Feuerwehr und die Polizei kamen.
    """
    while sentence.words[item.end] == "," and (further := _item(sentence, item.end + 1)) is not None:
        item = further
    last = _item(sentence, item.end + 1) if sentence.words[item.end] in ("und", "sowie", "oder") else None
    if last is None:
        return None
    verb = sentence.words[last.end]
    if verb in cues().forms:
        return last.end  # hat Brände in Ulm, Wien und Bern gemeldet
    return None if may_be_verb(verb) else _next_stop(sentence, last.end)


def _next_stop(sentence: Sentence, start: int) -> int:
    return next((at for at in range(start, len(sentence)) if sentence.words[at] in STOPS), len(sentence))


def _item(sentence: Sentence, at: int) -> Phrase | None:
    return phrase_at(sentence, at + 1 if sentence.words[at] in PREPOSITIONS else at, apposition=False)
