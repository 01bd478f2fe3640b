"""A sentence with a cue -> the stretch of it that states something, in words of the text's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from warticker.annotate.attribution import CONTENT
from warticker.annotate.cues import AUXILIARIES, cues, reporting, subjunctive
from warticker.annotate.function_words import DETERMINERS, JOINING, PREPOSITIONS, SURE_PRONOUNS
from warticker.annotate.noun_groups import Phrase, adverbs, is_opaque
from warticker.annotate.phrases import phrase_at
from warticker.annotate.references import Attribution
from warticker.annotate.speaking import can_speak
from warticker.annotate.tokens import Sentence

CONJUNCTIONS = frozenset({"nachdem", "während", "obwohl", "wobei", "weil", "da", "bevor", "als"})
CONDITIONS = frozenset({"falls", "wenn", "sofern", "sobald", "solange", "bis", "damit"})
"""What begins a clause that says when or what for, and not what somebody says."""
GENITIVE_RELATIVES = ("deren", "dessen", "denen")
RELATIVES = frozenset({"der", "die", "das", "den", "dem", "denen", "deren", "dessen"})
PARTICIPLE = re.compile(r"ge[a-zäöüß]+[tn]")
INFINITIVE = re.compile(r"[a-zäöü]{2,6}zu[a-zäöüß]+e?n")
NAMING = ("nenn", "nann", "genannt", "bezeichn")
"""Verbs of saying that give something a word and state nothing."""
REPORTS = ("bericht", "berichte", "berichten", "meldungen", "medien")
"""Ends of words for what the press says."""
ASSERTING = ("bestätig", "beteuer", "kündig", "verkünd", "räum", "gib", "gab", "geb")
"""How further verbs begin that state something."""
OPINIONS = frozenset({"Ansicht", "Meinung", "Auffassung", "Überzeugung", "Einschätzung", "Schluss", "Ergebnis"})
"""Nouns behind which `dass` tells what somebody thinks."""
BACK = frozenset({"Das", "Dies", "Darüber", "Davon"})
"""What a sentence begins with that says who said what stands before it."""
TALKING = ("spr", "gespr")
"""How the verb begins that only mentions: sprach von Toten."""
SPEAKING_OF = (*TALKING, "bericht", "schrieb", "schreib")
"""How verbs begin behind which `von` tells what is stated: sprach von zwei Verletzten."""
# fmt: off
DEFINITE = frozenset({"der", "dem", "den", "diesem", "dieser", "diesen", "dort", "hier", "seinem", "seiner", "seinen",
                      "ihrer", "ihrem", "ihren"})
# fmt: on
"""What begins a phrase of something known, of which one speaks or from where one reports."""
SUPERLATIVE = ("sten", "ßten")
FINITE = ("t", "ist", "en", "war")
"""Ends of finite verbs in the indicative."""
PLAIN = ("sag", "erklär", "schr", "beton", "bericht", "meld", "versicher", "behaupt", "teil")
"""How verbs begin that only say, and take what is said for their object."""
STOPS = frozenset({",", ".", ":", ";", "!", "?", "…", "-", "–", "(", ")"})


def stated(sentence: Sentence, cue: Attribution) -> range | None:
    """Tell which tokens are stated: all if the source is named in passing, else those before or behind the verb."""
    word = sentence.words[cue.cue].lower()
    if _is_reference(sentence) or _is_denied(sentence, cue) or (word.startswith(NAMING) and not _lists(sentence, cue)):
        return None
    passing = word in ("laut", "zufolge") or word.endswith("angaben") or sentence.words[cue.end - 1] == "nach"
    if passing or sentence.word(cue.start).lower() in ("nach", "wie"):
        tokens = range(_subclause(sentence, cue), len(sentence))
    elif "damit" in sentence.words[cue.end :] and "dass" in sentence.words[cue.end :]:
        tokens = range(cue.end + sentence.words[cue.end :].index("dass"), len(sentence))
    elif cue.start > 1 and sentence.words[cue.start - 1] in (",", "–", "-") and not _is_apposed(sentence, cue):
        if sentence.words[cue.start] in GENITIVE_RELATIVES or _only_when(sentence, cue):
            return None
        introduced = is_opaque(sentence.word(cue.start - 2)) and sentence.word(cue.start - 3) == ":"
        tokens = range(cue.start - 3 if introduced else cue.start - 1)
        if introduced and reporting().isdisjoint(sentence.words[: tokens.stop]):
            return None
    elif (behind := _content_behind(sentence, cue)) is not None:
        tokens = behind
    else:
        return _spoken_of(sentence, cue)
    return tokens if speaks(sentence, tokens) else None


def _is_apposed(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether a source stands before its verb's comma: Die Chefin, Eva Horn, sagte; Horn kam, sagte aber."""
    if cue.source is None:
        return False
    return cue.source.start < cue.start or (cue.source.end == cue.cue - 1 and sentence.words[cue.cue - 1] == ",")


def _is_participial(words: Sequence[str]) -> bool:
    """Tell whether words only tell how somebody speaks: An die Bauern gewandt, sagte sie."""
    return bool(PARTICIPLE.fullmatch(words[-1])) and AUXILIARIES.isdisjoint(words) and subjunctive().isdisjoint(words)


def _lists(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether somebody states behind a colon what he is said to name: nannte zwei Gründe: Es gebe ..."""
    behind = sentence.words[cue.end :]
    if behind[:2] == (",", "dass"):
        return True
    return ":" in behind and not reporting().isdisjoint(behind[behind.index(":") :])


def _only_when(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether only circumstances stand before a verb of saying: Weil es spät war, sagte er; auf die Frage, ob."""
    first = sentence.words[1 if sentence.words[0] in JOINING else 0].lower()
    if "frage" in sentence.words[2].lower() and first == "auf":
        return True
    if "," in sentence.words[: cue.start - 1]:
        return False
    return first in CONJUNCTIONS or _is_participial(sentence.words[: cue.start - 1])


def mentions(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether a verb only mentions something, if it states anything: sprach von Toten."""
    return sentence.words[cue.cue].startswith(TALKING)


def _spoken_of(sentence: Sentence, cue: Attribution) -> range | None:
    """Find what is told of: sprach von zwei Verletzten; hat von schweren Schäden berichtet."""
    if not sentence.words[cue.cue].startswith(SPEAKING_OF):
        return None
    source = cue.source
    closing = source is not None and sentence.words[cue.cue + 1] in (*STOPS, "")
    begin = source.end if source is not None and closing and source.end < cue.cue else cue.end
    last = len(sentence)
    end = next((at for at in range(begin, last) if sentence.words[at] in STOPS or at == cue.cue), begin)
    end = next((at for at in range(begin, end) if _begins_clause(sentence, at)), end)
    start = next((at + 1 for at in range(begin, end) if sentence.words[at] == "von"), end)
    first = sentence.words[start]
    known_thing = first in DEFINITE and not sentence.words[start + 1].endswith(SUPERLATIVE)
    if end - start < 2 or known_thing or first in SURE_PRONOUNS:
        return None
    quoting = any(map(is_opaque, sentence.words[start:end]))
    return None if quoting and not speaks(sentence, range(start, end)) else range(start, end)


def _begins_clause(sentence: Sentence, at: int) -> bool:
    """Tell whether `und` and a verb go on with what somebody does: sprach von Toten und drohte."""
    verb, behind = sentence.words[at + 1], sentence.words[at + 2]
    return sentence.words[at] == "und" and verb.endswith(("te", "ten", "t")) and not behind[:1].isupper()


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


def may_be_reported(sentence: Sentence) -> bool:
    """Tell whether the verb behind a sentence's subject has a form of both moods: Die Helfer sammelten Decken."""
    subject = phrase_at(sentence, 0, apposition=False)
    return subject is not None and sentence.words[subject.end].endswith("ten") and sentence.words[subject.end].islower()


def _in_relative(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb is the only one in the subjunctive, and ends a relative clause."""
    if sum(word in reporting() for word in sentence.words) > 1:
        return False
    comma = next((at for at in range(verb, 0, -1) if sentence.words[at] == ","), None)
    return comma is not None and not RELATIVES.isdisjoint(sentence.words[comma + 1 : comma + 3])


def held(sentence: Sentence) -> Phrase | None:
    """Read who thinks or says what stands behind `dass`: in the subjunctive, or where a noun tells it (der Ansicht)."""
    if "dass" not in sentence.words[:-5]:
        return None
    at = sentence.words.index("dass")
    if reporting().isdisjoint(sentence.words) and sentence.word(at - 2) not in OPINIONS:
        return None
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


def refers_back(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether a cue only says who stated the sentence before: Das teilte die Polizei mit."""
    if sentence.words[0] not in BACK or cue.source is None or cue.indirect or _is_denied(sentence, cue):
        return False
    participle = sentence.words[1] in AUXILIARIES and "," not in sentence.words[: cue.cue]
    return sentence.words[cue.cue] == "hervor" or (_asserts(sentence, cue) and (cue.cue == 1 or participle))


def told_back(sentence: Sentence, cues: Sequence[Attribution], names: Sequence[str | None]) -> str | None:
    """Name who said what stands in the sentence before, where this one only tells that."""
    if sentence.words[0] not in BACK:
        return None
    pairs = zip(cues, names, strict=True)
    return next((name for cue, name in pairs if name is not None and refers_back(sentence, cue)), None)


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
            if word == "," and (first in CONDITIONS or first in cues().forms):
                return None
            if first == "wie" and (words[1] == "es" or _last_word(sentence) in cues().forms):
                return None
            reported = word == ":" or first in CONTENT or _is_subjunctive(words) or _goes_on(sentence, cue, index + 1)
            reported = reported or (_asserts(sentence, cue) and _is_infinitive(words))
            return range(index + 1, len(sentence)) if reported else None
    return None


def _goes_on(sentence: Sentence, cue: Attribution, start: int) -> bool:
    """Tell whether a clause behind a verb of saying states what is said, whatever its form: sagte, sie warteten."""
    if sentence.words[cue.cue] in ("heißt", "hieß"):
        return sentence.words[start] not in RELATIVES
    plain = sentence.words[cue.cue].startswith(PLAIN)
    if not plain:
        return False
    if sentence.words[start] in SURE_PRONOUNS:
        return sentence.words[start + 1].islower()
    subject = phrase_at(sentence, start, apposition=False)
    if subject is None or sentence.words[subject.end + 1] in STOPS:
        return False
    verb = sentence.words[subject.end]
    return verb.endswith(FINITE) and verb.islower() and verb not in PREPOSITIONS and verb not in adverbs()


def _asserts(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether a verb says that something is so: bestätigte, erklärte; not forderte, bat."""
    word = sentence.words[cue.cue]
    return word.removeprefix("mit").removeprefix("ge").startswith((*PLAIN, *ASSERTING))


def _is_infinitive(words: Sequence[str]) -> bool:
    """Tell whether a clause is an infinitive: kein Gas mehr zu liefern."""
    return any(INFINITIVE.fullmatch(word) or (word == "zu" and behind.islower()) for word, behind in pairwise(words))


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
        if not behind[:1].isupper() and word not in DETERMINERS and not word.endswith("te")
    )
