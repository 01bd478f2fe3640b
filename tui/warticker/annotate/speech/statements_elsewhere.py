"""Statements without a verb of saying in their clause: in the sentence before, after `wonach` or an opinion."""

from __future__ import annotations

from collections.abc import Sequence

from warticker.annotate.language.cues import AUXILIARIES, HANDING_ON, IMPERSONAL, OPINIONS, WILLING, cues, reporting
from warticker.annotate.language.noun_groups import Phrase
from warticker.annotate.language.tokens import STOPS, Sentence
from warticker.annotate.speech.content_clauses import asserts
from warticker.annotate.speech.possible_sources import can_speak
from warticker.annotate.speech.sources import Attribution, giver
from warticker.annotate.speech.statement_ends import main_clause, may_be_verb
from warticker.annotate.speech.statement_objects import REPORTS
from warticker.annotate.speech.statements import is_denied
from warticker.annotate.speech.subjects import subject
from warticker.annotate.speech.verb_subjects import clause_start, phrase_after, subject_before

HANDING = frozenset({"wonach", "laut", "zufolge"})
"""Words without which no clause has the contents of reports."""
BACK_REFERENCES = frozenset({"Das", "Dies", "Darüber", "Davon", "Zu"})
"""Openings of a sentence that gives the speaker of the one before."""


def opinion_holder(sentence: Sentence) -> Phrase | None:
    """The holder of an opinion in a `dass` clause: in the subjunctive, or with a noun (der Ansicht)."""
    if "dass" not in sentence.words[:-5]:
        return None
    at = sentence.words.index("dass")
    if reporting().isdisjoint(sentence.words) and sentence.word(at - 2) not in OPINIONS:
        return None
    phrase = subject(sentence, at)
    if phrase is None or phrase.pronoun or phrase.end >= at or sentence.words[at - 1] != "," or not can_speak(phrase):
        return None
    inside = sentence.words[:at]
    return phrase if reporting().isdisjoint(inside) and inside.count(",") == 1 else None


def boaster(sentence: Sentence) -> Phrase | None:
    """Who claims his own act: Bonn will zwei Risse gefunden haben; not what he wants done: bis Mai gefunden."""
    words = sentence.words
    if WILLING.isdisjoint(words) or "bis" in words:
        return None
    verb = next(at for at, word in enumerate(words) if word in WILLING)
    end = next((at for at in range(verb, len(sentence)) if words[at] in STOPS), len(sentence))
    done = words[end - 2]
    if words[end - 1] != "haben" or not done.endswith(("t", "en")) or not may_be_verb(done):
        return None
    phrase = subject_before(sentence, clause_start(sentence, verb), verb) or phrase_after(sentence, verb + 1)
    return phrase if phrase is not None and not phrase.pronoun and can_speak(phrase) else None


def relayed(sentence: Sentence) -> range | None:
    """The clause with the contents of reports: Medienberichte, wonach ...; Zahlen, denen zufolge ..."""
    words = sentence.words
    if HANDING.isdisjoint(words):
        return None
    starts = (at + 1 for at, word in enumerate(words) if word == ",")
    start = next((at for at in starts if _hands_on(words, at)), None)
    return range(start, main_clause(sentence, start)) if start is not None and _report(sentence, start) else None


def reported_by(sentence: Sentence, tokens: range) -> str | None:
    """The owner of the reports before `wonach` and the like, or else the reports."""
    return _report(sentence, tokens.start) if _hands_on(sentence.words, tokens.start) else None


def _report(sentence: Sentence, start: int) -> str | None:
    """The owner of the reports before the clause with their contents, or else the reports."""
    words = sentence.words
    before = range(start - 1, max(-1, start - 8), -1)
    at = next((at for at in before if words[at] in cues().accounts or words[at].lower().endswith(REPORTS)), None)
    if at is None:
        return None
    source = giver(sentence, at)
    return (source.person or source.head) if source is not None else words[at]


def _hands_on(words: Sequence[str], at: int) -> bool:
    return words[at] == "wonach" or words[at : at + 2] in HANDING_ON


def refers_back(sentence: Sentence, cue: Attribution) -> bool:
    """Whether a cue only gives the source of the sentence before: Das teilte die Polizei mit; Das hieß es aus Ulm."""
    if cue.source is None or cue.indirect or is_denied(sentence, cue):
        return False
    says = sentence.words[cue.cue] in IMPERSONAL or asserts(sentence, cue)
    participle = sentence.words[1] in AUXILIARIES and "," not in sentence.words[: cue.cue]
    return sentence.words[cue.cue] == "hervor" or (says and (cue.cue == 1 or participle))


def later_source(sentence: Sentence, cues: Sequence[Attribution], names: Sequence[str | None]) -> str | None:
    """The speaker of the sentence before, if this one only gives that."""
    if sentence.words[0] not in BACK_REFERENCES:
        return None
    pairs = zip(cues, names, strict=True)
    return next((name for cue, name in pairs if name is not None and refers_back(sentence, cue)), None)
