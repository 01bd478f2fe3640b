"""Finds who makes the statements of a sentence: the verb of saying or the like, and the noun phrase of its source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count

from warticker.annotate.language.cues import AUXILIARIES, IMPERSONAL, PASSIVE, cues, reporting, subjunctive
from warticker.annotate.language.function_words import MODALS, RELATIVES
from warticker.annotate.language.heads import outlets
from warticker.annotate.language.noun_groups import Phrase, in_group
from warticker.annotate.language.phrases import opens, phrase_at, skip_adverbs
from warticker.annotate.language.tokens import STOPS, Sentence
from warticker.annotate.language.word_classes import CUE
from warticker.annotate.speech.accounts import by_account
from warticker.annotate.speech.content_clauses import PLAIN, PREFIXES
from warticker.annotate.speech.demands import without_addressee
from warticker.annotate.speech.possible_sources import can_speak, is_medium, speaks_for_sure
from warticker.annotate.speech.source_markers import READERS
from warticker.annotate.speech.sources import Attribution, whose
from warticker.annotate.speech.statement_ends import CONTRASTING
from warticker.annotate.speech.statement_objects import is_infinitive
from warticker.annotate.speech.subjects import subject
from warticker.annotate.speech.verb_subjects import (
    WIE,
    antecedent,
    as_told,
    clause_start,
    phrase_after,
    subject_before,
    subject_in_front,
)

BY = frozenset({"von", "vom", "durch"})
"""Prepositions of the agent in the passive."""
NEAR = 6
"""Within how many tokens after a participle the verb of what is said is."""

ONLY_PASSIVE = frozenset({"ausgegangen", "verdächtigt"})
"""Those of the supposing and accusing participles that tell nothing in the active: er war ausgegangen."""
STATING = IMPERSONAL | {"so"}
"""Cues other than verbs of saying that make a statement like one."""


def attributions(sentence: Sentence) -> tuple[Attribution, ...]:
    """All cues of a sentence with their sources, in order."""
    return tuple(_attributions(sentence))


def _attributions(sentence: Sentence) -> Iterator[Attribution]:
    previous: Attribution | None = None
    for index in compress(count(), map(CUE.__and__, sentence.classes)):
        word = sentence.words[index]
        begins = index == 0 or sentence.words[index - 1] == ":"
        small = word.lower() if begins and word not in cues().accounts else word
        found = _cue(sentence, index, small, previous)
        if found is not None:
            previous = found if found.source is not None else previous
            yield found._replace(indirect=True) if _is_indirect(sentence, found) else found


def _is_indirect(sentence: Sentence, found: Attribution) -> bool:
    """Whether the verb of saying is itself in the subjunctive: er habe betont, er sage."""
    word = sentence.words[found.cue]
    if word not in cues().forms:
        return not reporting().isdisjoint(sentence.words[found.start : found.end])
    return word in subjunctive() or sentence.words[_auxiliary(sentence, found.cue)] in ("habe", "hätten", "werde")


def _cue(sentence: Sentence, index: int, word: str, previous: Attribution | None) -> Attribution | None:
    """A word that can be a sign of reported speech."""
    if word in cues().forms:
        return _saying(sentence, index, previous)
    if word in cues().apart:
        follows = _part_follows(sentence, index, cues().apart[word])
        return _saying(sentence, index, previous) if follows else None
    # Capitalised verbs are nouns, but not for accounts: nach einem Brand in Teilen von Kiew.
    account = by_account if word.rpartition("-")[2] in cues().accounts else None
    reader = READERS.get(word, account)
    found = reader(sentence, index) if reader is not None else None
    return found if found is None or word in STATING else found._replace(passing=True)


def _part_follows(sentence: Sentence, index: int, parts: frozenset[str]) -> bool:
    """Whether a separable verb's prefix ends its clause, or directly precedes the verb that does."""
    following = sentence.words[index + 1]
    if sentence.words[index - 1] in parts and (not following or following in STOPS):
        return True
    for at in range(index + 1, len(sentence)):
        if sentence.words[at] in parts:
            following = sentence.words[at + 1]
            if not following or following in STOPS or following in ("und", "sowie", "oder"):
                return True
    return False


def _saying(sentence: Sentence, index: int, previous: Attribution | None) -> Attribution | None:
    """The speaker by a verb: the subject before it, or after it if something else comes first."""
    word = sentence.words[index]
    if _says_nothing(sentence, index):
        return None
    verb = _auxiliary(sentence, index)
    if word in ONLY_PASSIVE and sentence.words[verb] not in PASSIVE:
        return None
    plural = sentence.words[verb].endswith("n")
    if word.startswith(("zitier", "Zitier")):
        return _quoting(sentence, index, verb)
    if verb == index and word.startswith("ge") and word[2:] in cues().forms:
        return None  # a headline's participle: Schwerer Brand gemeldet
    start = clause_start(sentence, verb)
    if sentence.words[verb] in PASSIVE:
        return _in_passive(sentence, index, verb)
    clause = sentence.words[start:verb]
    stated = is_infinitive(clause) or not reporting().isdisjoint(clause)
    joined = sentence.words[verb - 1] in ("und", "sowie", "aber", "doch")
    if previous is not None and joined and (stated or previous.end == verb - 1):
        return Attribution(index, index, index + 1, previous.source, previous.plural)
    if start == verb and sentence.words[verb - 1] == "," and sentence.words[verb + 1] in CONTRASTING:
        about = phrase_at(sentence, 0)
        return Attribution(index, index, index + 1, about, plural) if about else None
    if (told_of := antecedent(sentence, start, verb)) is not None:
        return Attribution(index, index, index + 1, told_of, plural)
    if not WIE.isdisjoint(sentence.words) and (told := as_told(sentence, start, verb)):
        return Attribution(index, told[0], index + 1, told[1], plural)
    phrase = subject_before(sentence, start, verb) if start < verb else subject_in_front(sentence, verb)
    if phrase is not None and can_speak(phrase):
        return Attribution(index, phrase.start, max(index + 1, verb + 1), phrase, plural)
    if (behind := _subject_behind(sentence, index, verb)) is not None:
        return Attribution(index, verb, max(behind.end, index + 1), behind, plural)
    return None


def _subject_behind(sentence: Sentence, index: int, verb: int) -> Phrase | None:
    """The speaker after a verb, or before the first of two: Horn kam vor die Presse und sagte."""
    if sentence.words[verb - 1] == "und":
        whole = subject(sentence, verb)
        if whole is not None and speaks_for_sure(whole):
            return whole
    phrase = phrase_after(sentence, verb + 1)
    source = whose(sentence, phrase) if phrase is not None else None
    if source is None or not can_speak(source):
        return None
    return without_addressee(sentence, index, verb, source)


def _in_passive(sentence: Sentence, index: int, verb: int) -> Attribution | None:
    """The speaker in the passive, if anybody: Später wurde mitgeteilt, dass es regne."""
    start = clause_start(sentence, verb)
    aside = sentence.words[start] in WIE and phrase_at(sentence, start + 1) is None
    if (agent := _agent(sentence, verb, index)) or aside:
        return Attribution(index, start if aside else min(index, verb), max(index, verb) + 1, agent)
    following = _tells_nobody(sentence, index) or sentence.words[verb - 1] == ","
    return Attribution(index, verb, index + 1, None) if following else None


def _agent(sentence: Sentence, verb: int, participle: int) -> Phrase | None:
    """The agent in the passive: Das wurde von Horn bestätigt; als er von Horn gefragt wurde."""
    start = clause_start(sentence, verb)
    if participle < verb and sentence.words[start] in RELATIVES:
        return None
    for at in range(start, participle) if participle < verb else (start, *range(verb + 1, participle)):
        if sentence.words[at].lower() in BY:
            phrase = phrase_at(sentence, at + 1)
            return phrase if phrase is not None and speaks_for_sure(phrase) else None
    return None


def _tells_nobody(sentence: Sentence, index: int) -> bool:
    """Whether the passive has no agent: Später wurde mitgeteilt, dass es regne; ihm wird vorgeworfen, zu lügen."""
    said, behind = sentence.words[index], sentence.words[index + 1 : index + NEAR]
    if behind[:1] != (",",):
        return False
    if said.startswith(cues().accusing):
        return is_infinitive(sentence.words[index + 2 :])
    told = behind[1:2] == ("dass",) or not reporting().isdisjoint(behind)
    return told and (said.startswith(cues().supposing) or PREFIXES.sub("", said).startswith(PLAIN))


def is_anonymous(sentence: Sentence, cue: Attribution) -> bool:
    """Whether a claim is of nobody's, whoever spoke before: ihm wird vorgeworfen, zu lügen; es wird befürchtet."""
    return cue.source is None and sentence.words[cue.cue].startswith(cues().accusing + cues().supposing)


def _says_nothing(sentence: Sentence, index: int) -> bool:
    """Whether a verb's form reports nothing: sagen will; der genannte Rat; für nichtig erklärt; mehr als vermutet."""
    word, following = sentence.words[index], sentence.words[index + 1]
    if word in cues().clausal and not _has_content(sentence, index):
        return True
    if sentence.words[index - 1] == "zu" or following in ("worden", "werden"):
        return True
    if word.endswith("en") and (following in MODALS or _is_wanted(sentence, index)):
        return True
    if word.startswith(("find", "fand")) and (following == "sich" or "statt" in sentence.words):
        return True
    if sentence.words[index - 2] == "für" and sentence.words[index - 1].islower():
        return True
    compared = index - 1 if sentence.words[index - 1] == "als" else index - 2
    if sentence.words[compared] == "als" and sentence.words[compared - 1].endswith(("er", "mehr", "anders")):
        return True
    return in_group(sentence, index)


def _has_content(sentence: Sentence, index: int) -> bool:
    """Whether a clause follows with what is said: bot an, dass er hilft; bot an, zu helfen."""
    comma = next((at for at in range(index + 1, len(sentence)) if sentence.words[at] == ","), None)
    return comma is not None and (sentence.words[comma + 1] == "dass" or is_infinitive(sentence.words[comma + 1 :]))


def _is_wanted(sentence: Sentence, index: int) -> bool:
    """Whether the infinitive of a modal verb ends its clause: Die Firmen sollen Schäden melden."""
    following = sentence.words[index + 1]
    if following and following not in STOPS:
        return False
    return not MODALS.isdisjoint(sentence.words[clause_start(sentence, index) : index])


def _auxiliary(sentence: Sentence, index: int) -> int:
    """The auxiliary of a participle, or the verb itself."""
    word, following = sentence.words[index], sentence.words[index + 1]
    if word.endswith("te"):
        return index
    participle = "ge" in word[:6] and not word.endswith("ten") and not word.startswith(("gest", "entgegn"))
    if following in PASSIVE:
        return index + 1
    sure = word == "zitiert" or participle
    if not sure and following and following not in STOPS and following not in ("und", "haben", "hatte"):
        return index
    for at in range(index - 1, -1, -1):
        if sentence.words[at] in AUXILIARIES:
            return at
        if sentence.words[at] in (":", ";") or (sentence.words[at] == "," and not sure):
            break
    return index


def _quoting(sentence: Sentence, index: int, verb: int) -> Attribution | None:
    """The quoted one: not the agency that quotes, but its object; in the passive, the subject."""
    if sentence.words[verb] in PASSIVE:
        start = clause_start(sentence, verb)
        phrase = phrase_at(sentence, start if start < verb else verb + 1)
        return Attribution(index, verb if start == verb else index, index + 1, phrase) if phrase else None
    first = _phrase_after_plain(sentence, index + 1)
    if first is None:
        return None
    agency, _, rest = first.head.partition(" ")
    if rest and agency in outlets() and (told := phrase_at(sentence, first.start + 1)) is not None:
        return Attribution(index, index, told.end, told)  # zitierte Tass Vertreter der Stadt
    if (told := whose(sentence, first)) is not first:
        return Attribution(index, index, told.end, told)
    start = clause_start(sentence, index)
    if start < index and not opens(sentence, start):
        return Attribution(index, start, first.end, first)
    if sentence.words[first.end] == "und" and (other := _phrase_after_plain(sentence, first.end + 1)):
        first = other
    second = _phrase_after_plain(sentence, first.end)
    if second is None and is_medium(first):
        return Attribution(index, index, first.end, None)  # the previous speaker: zitierte die Agentur weiter
    return Attribution(index, index, (second or first).end, second or first)


def _phrase_after_plain(sentence: Sentence, index: int) -> Phrase | None:
    return phrase_at(sentence, skip_adverbs(sentence, index))
