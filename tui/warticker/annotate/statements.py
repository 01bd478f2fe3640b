"""A sentence with a cue -> the stretch of it that states something, in words of the text's own.

Who demands something states it where it is a clause of its own (fordert, dass ...; Russland müsse ...), as it may be so
or not; a demand or promise in the infinitive, or by a noun, is what somebody does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from warticker.annotate.clause_turns import (
    CONJUNCTIONS,
    PURPOSES,
    UNTOLD,
    contrasted,
    main_clause,
    may_be_verb,
    told_within,
)
from warticker.annotate.cues import AUXILIARIES, IMPERSONAL, cues, reporting, subjunctive
from warticker.annotate.function_words import DETERMINERS, JOINING, PREPOSITIONS, RELATIVES, SURE_PRONOUNS
from warticker.annotate.phrases import phrase_at
from warticker.annotate.sources import Attribution
from warticker.annotate.statement_objects import INFINITIVE, fronted_object, is_infinitive, told_in_object
from warticker.annotate.tokens import STOPS, Sentence
from warticker.annotate.unstated import states_nothing
from warticker.annotate.verb_subjects import CONTENT
from warticker.annotate.word_classes import QUOTED, adverbs, is_capital, is_opaque

GENITIVE_RELATIVES = ("deren", "dessen", "denen")
PARTICIPLE = re.compile(r"ge[a-zäöüß]+[tn]")
PREFIXES = re.compile(r"^(?:bekannt|mit|an|ein|zu|vor)?(?:ge(?!b))?")
"""What may stand before a verb's stem: angekündigt, mitteilt."""
REFUSING = frozenset({"weist", "weisen", "wies", "wiesen", "zurückgewiesen"})
"""Verbs of saying before which stands what others say: Berichte, wonach es regnet, wies Bonn zurück."""
ASSERTING = (
    "bestätig", "beteuer", "kündig", "verkünd", "räum", "gib", "gab", "geben", "wirf", "warf", "werf", "worf",
    "mach", "beschuldig", "bezichtig", "bestreit", "bestritt", "leugn",
)  # fmt: skip
"""How further verbs begin that state something."""
LONGEST_DATELINE = 4
"""Tokens before whose end stands the dash of a dateline: New York -."""
BEGINNERS = frozenset({":", "-", "–"})
"""What a sentence proper may begin behind."""
ADVISING = frozenset({"sollte", "müsste"})
"""Modal verbs of what somebody thinks right, in a form of both moods."""
WISH_ENDS = frozenset({",", "und", ".", ""})
"""What stands behind an infinitive that ends its clause."""
FINITE = ("t", "ist", "en", "war")
"""Ends of finite verbs in the indicative."""
NO_VERBS = frozenset({"sowie", "ohne", "heute", "keine", "alle"})
"""Words that end like verbs in the subjunctive, and may stand where these do."""
BESIDE = frozenset({"nach", "gemäß", "gemäss", "wie"})
"""What begins the part of a sentence that only names its source."""
PLAIN = ("sag", "erklär", "schr", "beton", "bericht", "meld", "versicher", "behaupt", "teil")
"""How verbs begin that only say, and take what is said for their object."""


def stated(sentence: Sentence, cue: Attribution) -> range | None:
    """Tell which tokens are stated: all if the source is named in passing, else those before or behind the verb."""
    word = sentence.words[cue.cue].lower()
    if states_nothing(sentence, cue):
        return None
    passing = word in ("laut", "zufolge") or word.endswith(("angaben", "sicht"))
    if passing or sentence.words[cue.end - 1] == "nach" or sentence.words[cue.start].lower() in BESIDE:
        tokens = _but_the_source(sentence, cue)
    elif (expected := _expected(sentence, cue)) is not None:
        tokens = expected
    elif _follows(sentence, cue):
        tokens = _told_before(sentence, cue.start)
        if word == "so" and sentence.words[cue.end] in STOPS:
            # Der Hafen, so Horn, sei offen.
            goes_on = not speaks(sentence, tokens) or may_be_verb(sentence.words[cue.end + 1])
            tokens = range(tokens.start, len(sentence)) if goes_on else tokens
    elif (fronted := fronted_object(sentence, cue)) is not None:
        return fronted or None
    elif (behind := _content_behind(sentence, cue)) is not None:
        tokens = behind
    else:
        return told_in_object(sentence, cue)
    return tokens if speaks(sentence, tokens) else None


def _expected(sentence: Sentence, cue: Attribution) -> range | None:
    """Find what somebody counts on: rechnete am Abend damit, dass ..."""
    behind = sentence.words[cue.end :]
    if "damit" not in behind:
        return None
    at = cue.end + behind.index("damit")
    counted_on = sentence.words[at + 1 : at + 3] == (",", "dass") and "," not in sentence.words[cue.end : at]
    return range(at + 2, len(sentence)) if counted_on else None


def _but_the_source(sentence: Sentence, cue: Attribution) -> range:
    """Give what a source named in passing is for: its sentence, without what `wie` begins before or behind it."""
    start = _subclause(sentence, cue) or _behind_colon(sentence, cue.start)
    if sentence.words[cue.start].lower() != "wie":
        return range(start, len(sentence))
    following = sentence.words[cue.end]
    if cue.start == start:
        return range(cue.end, len(sentence))
    relative = following == "," and sentence.words[cue.end + 1] in RELATIVES
    closing = relative or (following in STOPS and not sentence.words[cue.end + 1])
    return range(start, cue.start if closing or not following else len(sentence))


def _behind_colon(sentence: Sentence, end: int) -> int:
    """Tell where begins what stands behind the last colon or a dateline before a token; no colon of a time of day."""
    if BEGINNERS.isdisjoint(sentence.words[:end]):
        return 0
    for at in range(end - 1, 0, -1):
        if sentence.words[at] == ":" and sentence.starts[at + 1] > sentence.ends[at]:
            return at + 1
        if at < LONGEST_DATELINE and sentence.words[at] in ("-", "–") and is_capital(sentence.words[at - 1]):
            return at + 1
    return 0


def _told_before(sentence: Sentence, start: int) -> range:
    """Give what stands before a verb of saying and its comma, and before a quotation that stands there too."""
    behind_quotation = 2 * (is_opaque(sentence.words[0]) and sentence.words[1] == ",")
    if sentence.words[start] in GENITIVE_RELATIVES or sentence.words[behind_quotation] in PURPOSES:
        return range(0)
    if is_opaque(sentence.word(start - 2)) and sentence.word(start - 3) == ":":
        return range(0 if reporting().isdisjoint(sentence.words[: start - 3]) else start - 3)
    return range(_behind_colon(sentence, start - 1), start - 1)


def _follows(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether a verb of saying follows what is said: behind its comma, and before its own subject."""
    if cue.start < 2 or sentence.words[cue.start - 1] not in (",", "–", "-"):
        return False
    before = cue.source is not None and cue.source.start <= cue.start < cue.cue
    verb = sentence.words[cue.cue]
    if verb in REFUSING or (verb not in IMPERSONAL and sentence.words[cue.end : cue.end + 2] == (",", "dass")):
        return False
    return not before and not _is_apposed(sentence, cue) and not _only_when(sentence, cue)


def _is_apposed(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether a source stands before its verb's comma: Die Chefin, Eva Horn, sagte; Horn kam, sagte aber."""
    if cue.source is None:
        return False
    return cue.source.start < cue.start or (cue.source.end == cue.cue - 1 and sentence.words[cue.cue - 1] == ",")


def _is_participial(words: Sequence[str]) -> bool:
    """Tell whether words only tell how somebody speaks: An die Bauern gewandt, sagte sie."""
    return bool(PARTICIPLE.fullmatch(words[-1])) and AUXILIARIES.isdisjoint(words) and subjunctive().isdisjoint(words)


def _only_when(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether only circumstances stand before a verb of saying: Weil es spät war, sagte er; auf die Frage, ob."""
    start = int(sentence.words[0] in JOINING)
    first = sentence.words[start].lower()
    if "frage" in sentence.words[start + 2].lower() and first == "auf":
        return True
    commas = [at for at in range(cue.start - 1) if sentence.words[at] == ","]
    behind = [sentence.words[at + 1 + (sentence.words[at + 1] in PREPOSITIONS)] for at in commas]
    phrase = phrase_at(sentence, start + 1) if commas and first in PREPOSITIONS else None
    if first in CONJUNCTIONS or (phrase is not None and phrase.end == commas[0]):
        # Als man fragte, ob es regne, sagte er; not: Weil es regne, komme niemand, sagte er.
        return all(word in CONTENT or word in CONJUNCTIONS or word in RELATIVES for word in behind)
    before = sentence.words[: cue.start - 1]
    return not behind and (_is_participial(before) or (first in PURPOSES and is_infinitive(before)))


def speaks(sentence: Sentence, tokens: range) -> bool:
    """Tell whether tokens hold a statement in words of the text's own: three at least, or two in the subjunctive."""
    spoken = 0
    for word in sentence.words[tokens.start : tokens.stop]:
        spoken += word[:1].isalpha()
        if spoken > 2:
            return True
    words = sentence.words[tokens.start : tokens.stop] if spoken == 2 else ()
    return not subjunctive().isdisjoint(words) and not any(map(is_opaque, words))


def _subclause(sentence: Sentence, cue: Attribution) -> int:
    """Tell where the subordinate clause begins that names its own source: ..., nachdem laut Polizei ..."""
    for index in range(cue.start, max(0, cue.start - 8) if sentence.word(cue.start) != "wie" else cue.start, -1):
        if sentence.words[index] in CONJUNCTIONS and sentence.words[index - 1] == ",":
            return index
    return 0


def _content_behind(sentence: Sentence, cue: Attribution) -> range | None:
    """Find the clause that a verb of saying introduces, behind its comma or colon."""
    inside = 0
    for index in range(max(cue.cue + 1, cue.end), len(sentence)):
        word = sentence.words[index]
        inside += (word == "(") - (word == ")" and inside > 0)
        if sentence.classes[index] & QUOTED:
            return None
        if word in (",", ":") and not inside:
            words = sentence.words[index + 1 :]
            if word == ":" and is_opaque(words[0]) and words[1] in STOPS:
                return None
            if word == "," and _is_relative(sentence, index + 1):
                return range(cue.end, len(sentence))
            if word == "," and not asserts(sentence, cue) and _is_wish(words):
                return None
            first = sentence.word(index + 1)
            if word == "," and (_is_apposition(sentence, index + 1) or _is_aside(sentence, index + 1)):
                continue
            if word == "," and (first in cues().forms or _is_untold(sentence, index + 1)):
                return None
            if first == "wie" and (words[1] == "es" or _last_word(sentence) in cues().words):
                return None
            reported = word == ":" or first in CONTENT or _is_subjunctive(words) or _goes_on(sentence, cue, index + 1)
            reported = reported or (asserts(sentence, cue) and is_infinitive(words))
            end = main_clause(sentence, index + 1) if told_within(sentence, cue) else contrasted(sentence, index + 1)
            return range(index + 1, end) if reported else None
    return None


def _is_apposition(sentence: Sentence, start: int) -> bool:
    """Tell whether an apposition stands before what is said: schrieb auf X, dem früheren Twitter, es regne."""
    phrase = phrase_at(sentence, start) if sentence.words[start] in ("dem", "einem", "einer") else None
    if phrase is None or sentence.words[phrase.end] != ",":
        return False
    return sentence.words[phrase.end + 1] not in RELATIVES or phrase_at(sentence, phrase.end + 1) is not None


def _is_aside(sentence: Sentence, start: int) -> bool:
    """Tell whether a relative clause stands before what is said: sagte dem Boten, der in Ulm erscheint, dass ..."""
    if sentence.words[start] not in RELATIVES:
        return False
    end = next((at for at in range(start, len(sentence)) if sentence.words[at] == ","), 0)
    aside = sentence.words[start:end]
    return (
        end > 0 and sentence.words[end + 1] == "dass" and subjunctive().isdisjoint(aside) and not is_infinitive(aside)
    )


def _is_wish(words: Sequence[str]) -> bool:
    """Tell whether a clause is an infinitive, whatever follows it: zu gehen, und erklärte, es sei spät."""
    if words[0] in CONTENT:
        return False
    end = next((at for at, word in enumerate(words) if word in WISH_ENDS), len(words))
    return is_infinitive(words[max(0, end - 2) : end + 1]) and subjunctive().isdisjoint(words[:end])


def _is_untold(sentence: Sentence, start: int) -> bool:
    """Tell whether a clause says when or what for somebody speaks; not: beschuldigt ihn, als Agent gedient zu haben."""
    if sentence.words[start] not in UNTOLD or _concludes(sentence, start):
        return False
    end = next((at for at in range(start, len(sentence)) if sentence.words[at] in STOPS), len(sentence))
    return sentence.words[start] != "als" or not is_infinitive(sentence.words[start:end])


def _concludes(sentence: Sentence, start: int) -> bool:
    """Tell whether a reported main clause follows the condition that begins with a token: wenn es regnet, sei ..."""
    pairs = pairwise(sentence.words[start : len(sentence)])
    return any(word == "," and behind in reporting() for word, behind in pairs)


def _goes_on(sentence: Sentence, cue: Attribution, start: int) -> bool:
    """Tell whether a clause behind a verb of saying states what is said, whatever its form: sagte, sie warteten."""
    if sentence.words[cue.cue] in IMPERSONAL:
        return sentence.words[start] not in RELATIVES
    plain = sentence.words[cue.cue].startswith(PLAIN)
    if not plain:
        return False
    if sentence.words[start] in SURE_PRONOUNS:
        return sentence.words[start + 1].islower()
    if sentence.words[start] in PREPOSITIONS and not ADVISING.isdisjoint(sentence.words[start:]):
        return True
    subject = phrase_at(sentence, start, apposition=False)
    if subject is None or sentence.words[subject.end + 1] in STOPS:
        return False
    verb = sentence.words[subject.end]
    return verb.endswith(FINITE) and verb.islower() and verb not in PREPOSITIONS and verb not in adverbs()


def asserts(sentence: Sentence, cue: Attribution) -> bool:
    """Tell whether a verb says that something is so: bestätigte, erklärte; not forderte, bat."""
    return PREFIXES.sub("", sentence.words[cue.cue]).startswith((*PLAIN, *ASSERTING))


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
        if not behind[:1].isupper() and word not in NO_VERBS and word not in DETERMINERS and not word.endswith("te")
    )
