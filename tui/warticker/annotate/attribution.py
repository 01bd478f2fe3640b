"""A sentence -> who says what it says: the verb of saying or its like, and the noun phrase that is its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from warticker.annotate.cues import AUXILIARIES, cues
from warticker.annotate.phrases import (
    GENITIVES,
    PREPOSITIONS,
    Phrase,
    adverbs,
    can_speak,
    is_capital,
    is_medium,
    is_opaque,
    opens,
    phrase_at,
    skip_adverbs,
)
from warticker.annotate.tokens import MARKS, Sentence

CLAUSE_ENDS = frozenset({",", ";", ":", "–", "-", "(", ")", "!", "?", "…"})
PASSIVE = frozenset({"wird", "wurde", "werden", "wurden"})
CONTENT = frozenset({"dass", "wonach", "ob", "wie", "warum"})
QUOTING = ("zitier",)


class Attribution(NamedTuple):
    """A cue in a sentence, and its source."""

    cue: int
    """The token of the cue."""
    start: int
    end: int
    """The tokens of the cue with its source, in the order of the text."""
    source: Phrase | None
    """None where the text names nobody ("heißt es")."""
    plural: bool = False
    """Whether the verb's form is the plural's, so that `sie` are several."""
    reports: bool = True
    """Whether what it comes with is reported as said, not only judged or named."""


def attributions(sentence: Sentence) -> tuple[Attribution, ...]:
    """Find every cue of a sentence with its source, in order."""
    return tuple(_attributions(sentence))


def _attributions(sentence: Sentence) -> Iterator[Attribution]:
    vocabulary = cues().words
    previous: Attribution | None = None
    for index, word in enumerate(sentence.words):
        if word not in vocabulary:
            continue
        found = _cue(sentence, index, word.lower() if index == 0 else word, previous)
        if found is not None:
            previous = found if found.source is not None else previous
            yield found


def _cue(sentence: Sentence, index: int, word: str, previous: Attribution | None) -> Attribution | None:
    """Read a word that can tell that somebody says something."""
    if word in cues().forms:
        return _saying(sentence, index, previous)
    if word in cues().apart:
        follows = _part_follows(sentence, index, cues().apart[word])
        return _saying(sentence, index, previous) if follows else None
    if word in ("heißt", "hieß"):
        impersonal = "es" in (sentence.word(index + 1), sentence.word(index - 1))
        return _impersonal(sentence, index) if impersonal else None
    reader = READERS.get(word)
    return reader(sentence, index) if reader else _account(sentence, index)


def _part_follows(sentence: Sentence, index: int, parts: frozenset[str]) -> bool:
    """Tell whether a separable verb's part stands at the end of its clause."""
    for at in range(index + 1, len(sentence)):
        if sentence.words[at] in parts:
            following = sentence.word(at + 1)
            if not following or following in CLAUSE_ENDS or following in ".…" or following in ("und", "sowie", "oder"):
                return True
    return False


def _saying(sentence: Sentence, index: int, previous: Attribution | None) -> Attribution | None:
    """Find who a verb says it is: the subject before it, or behind it where something else comes first."""
    word = sentence.words[index]
    if sentence.word(index - 1) == "zu" or sentence.word(index + 1) in ("worden", "werden"):
        return None
    verb = _auxiliary(sentence, index)
    plural = sentence.words[verb].endswith(("en", "ten"))
    if word.startswith(("zitier", "Zitier")):
        return _quoting(sentence, index, verb)
    if sentence.words[verb] in PASSIVE:
        return None
    start = _clause_start(sentence, verb)
    if start == verb and previous is not None and sentence.word(verb - 1) in ("und", "sowie", "aber", "doch"):
        return Attribution(index, index, index + 1, previous.source, previous.plural)
    if sentence.word(start) in ("wie", "Wie") and (phrase := _phrase_after(sentence, start + 1)):
        return Attribution(index, start, index + 1, phrase, plural)
    beside = next((at for at in sentence.persons if start < at < verb and sentence.person_end(at) == verb), None)
    if beside is not None and opens(sentence, start) and not _preceded(sentence, start, beside):
        return Attribution(index, start, index + 1, phrase_at(sentence, beside), plural)
    phrase = _subject_before(sentence, start, verb) if start < verb else _subject_in_front(sentence, verb)
    if phrase is not None and can_speak(phrase):
        return Attribution(index, phrase.start, max(index + 1, verb + 1), phrase, plural)
    phrase = _phrase_after(sentence, verb + 1)
    if phrase is not None and can_speak(phrase):
        return Attribution(index, verb, max(phrase.end, index + 1), phrase, plural)
    return None


def _preceded(sentence: Sentence, start: int, person: int) -> bool:
    """Tell whether a preposition makes a person part of what opens a clause: nach dem Treffen mit Horn sagte."""
    return any(word.lower() in PREPOSITIONS for word in sentence.words[start:person])


def _auxiliary(sentence: Sentence, index: int) -> int:
    """Give the auxiliary that a participle belongs to, or the verb itself."""
    word, following = sentence.words[index], sentence.word(index + 1)
    sure = word == "zitiert" or ("ge" in word[:6] and word[:6] not in ("gestan", "geste"))
    if not sure and following and following not in CLAUSE_ENDS and following not in (".", "und", "haben", "hatte"):
        return index
    for at in range(index - 1, -1, -1):
        if sentence.words[at] in AUXILIARIES:
            return at
        if sentence.words[at] in (":", ";") or (sentence.words[at] == "," and not sure):
            break
    return index


def _clause_start(sentence: Sentence, index: int) -> int:
    """Give the first token of the clause that a verb stands in."""
    start = index
    while start and not is_opaque(sentence.words[start - 1]):
        if sentence.words[start - 1] == ")" and "(" in sentence.words[:start]:
            start = len(sentence.words) - 1 - sentence.words[::-1].index("(", len(sentence.words) - start)
        elif sentence.words[start - 1] in CLAUSE_ENDS:
            break
        else:
            start -= 1
    while sentence.word(start) in ("und", "aber", "doch", "Und", "Doch", "Aber") and start < index:
        start += 1
    return start


def _subject_before(sentence: Sentence, start: int, verb: int) -> Phrase | None:
    """Read the subject that a clause begins with, if it does."""
    first = sentence.word(start)
    if opens(sentence, start) or first.lower() in CONTENT:
        return None
    phrase = phrase_at(sentence, start)
    if phrase is None or phrase.end > verb:
        return None
    if first.lower() in ("dem", "den") or is_medium(phrase):
        later = _phrase_after(sentence, verb + 1)
        return None if later and (later.person or later.pronoun) else phrase
    return phrase


def _subject_in_front(sentence: Sentence, verb: int) -> Phrase | None:
    """Read the subject that an apposition parts from its verb: Die Ministerin, Eva Horn, sagt."""
    if sentence.word(verb - 1) != ",":
        return None
    for start in (0, _clause_start(sentence, verb - 1)):
        if opens(sentence, start):
            continue
        phrase = phrase_at(sentence, start)
        if phrase is None:
            continue
        if phrase.end == verb - 1:
            return phrase
        parted = sentence.word(phrase.end) == "," and not any(map(is_opaque, sentence.words[phrase.end : verb]))
        if parted and phrase.person is not None and verb - phrase.end < 25:
            return phrase
    return None


def _phrase_after(sentence: Sentence, index: int) -> Phrase | None:
    """Read the subject behind a verb; to whom it is said may stand before it."""
    phrase: Phrase | None = None
    for start in (index, skip_adverbs(sentence, index)):
        phrase = phrase_at(sentence, start)
        if phrase is not None:
            break
    if phrase is None or phrase.person or phrase.pronoun:
        return phrase
    following = phrase_at(sentence, skip_adverbs(sentence, phrase.end))
    if (
        following is not None
        and following.start == phrase.end
        and (following.person or following.pronoun or is_medium(phrase))
    ):
        return following
    return phrase


def _quoting(sentence: Sentence, index: int, verb: int) -> Attribution | None:
    """Find who is quoted: not the agency that quotes, but its object; in the passive, the subject."""
    if sentence.words[verb] in PASSIVE:
        start = _clause_start(sentence, verb)
        phrase = phrase_at(sentence, start if start < verb else verb + 1)
        return Attribution(index, index, index + 1, phrase) if phrase else None
    first = _phrase_after_plain(sentence, index + 1)
    if first is None:
        return None
    start = _clause_start(sentence, index)
    if start < index:
        return Attribution(index, start, first.end, first)
    second = _phrase_after_plain(sentence, first.end)
    return Attribution(index, index, (second or first).end, second or first)


def _phrase_after_plain(sentence: Sentence, index: int) -> Phrase | None:
    return phrase_at(sentence, skip_adverbs(sentence, index))


def _by_preposition(sentence: Sentence, index: int) -> Attribution | None:
    phrase = phrase_at(sentence, index + 1)
    if phrase is None:
        return None
    return Attribution(index, index, phrase.end, _whose(sentence, phrase))


def _so(sentence: Sentence, index: int) -> Attribution | None:
    """Read `..., so der Minister`: behind a comma or a quotation, with a source, and with nothing else but stops."""
    before = sentence.word(index - 1)
    if index and before not in (",", "–", "-", "(", ";") and not is_opaque(before):
        return None
    phrase = phrase_at(sentence, index + 1)
    if phrase is None or phrase.pronoun or (index == 0 and sentence.word(phrase.end) not in (":", ",")):
        return None
    return Attribution(index, index, phrase.end, _whose(sentence, phrase))


def _whose(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Give whose account a phrase speaks of, where it is one: die Einschätzung von Pistorius."""
    account = phrase.head.split()[-1]
    if phrase.person is not None or account not in cues().accounts:
        return phrase
    for at in range(phrase.start, phrase.end):
        if sentence.words[at] == account and sentence.word(at + 1) in GENITIVES:
            inner = phrase_at(sentence, at + (2 if sentence.words[at + 1] in ("von", "vom") else 1))
            return _in_genitive(sentence, inner) if inner else phrase
    return phrase


def _in_genitive(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Take `der` for several in the genitive: Angaben der Ermittler points to nobody in particular."""
    return phrase._replace(definite=phrase.definite and sentence.words[phrase.start] != "der")


def _according(sentence: Sentence, index: int) -> Attribution | None:
    """Read the source before `zufolge`: a person, or a noun with what belongs to it."""
    person = next((at for at in sentence.persons if at < index and sentence.person_end(at) == index), None)
    start = index - 1 if person is None else person
    if start < 0 or not (is_capital(sentence.words[start]) or sentence.words[start] in MARKS):
        return None
    if sentence.words[start] in MARKS:
        start = next((at for at in range(start - 1, -1, -1) if sentence.words[at] in MARKS), start)
    elif sentence.word(start - 1) in GENITIVES and sentence.word(start - 2) in cues().accounts:
        start -= 2
    elif not sentence.words[start].endswith("n") or person is not None:
        while start and is_capital(sentence.words[start - 1]) and not _is_place_before(sentence, start - 1):
            start -= 1
    while start and _qualifies(sentence.words[start - 1]):
        start -= 1
    phrase = phrase_at(sentence, start, apposition=False)
    return Attribution(index, start, index + 1, _whose(sentence, phrase)) if phrase else None


def _is_place_before(sentence: Sentence, index: int) -> bool:
    """Tell whether a capitalised word belongs to what stands before the source: in Russland Präsident Horn zufolge."""
    return index > 0 and sentence.words[index - 1].lower() in PREPOSITIONS


def _qualifies(word: str) -> bool:
    """Tell whether a word may be a determiner or adjective in the dative."""
    if word.lower() in ("dem", "den", "der", "zwei", "drei", "mehreren"):
        return True
    return word.endswith(("ischen", "ischer", "lichen", "licher", "igen", "baren")) and word[:1].islower()


def _impersonal(sentence: Sentence, index: int) -> Attribution | None:
    """Read `heißt es`, with where it says so."""
    at = index + 2 if sentence.word(index + 1) == "es" else index + 1
    while sentence.word(at) in adverbs():
        at += 1
    if sentence.word(at) in ("in", "im", "aus", "bei", "beim", "von", "vom", "laut", "auf", "seitens"):
        phrase = phrase_at(sentence, at + 1)
        if phrase is None:
            return Attribution(index, index, at, None)
        source = _whose(sentence, phrase)
        nobody = source is phrase and phrase.person is None and phrase.head.split()[-1] in _documents()
        return Attribution(index, index, phrase.end, None if nobody else source)
    return Attribution(index, index, at, None)


def _documents() -> frozenset[str]:
    """Nouns for what something is said in, and nobody who says it."""
    return cues().accounts


def _account(sentence: Sentence, index: int) -> Attribution | None:
    """Read `nach Angaben von ...`, `nach ukrainischen Angaben`, `Angaben der Polizei zufolge`."""
    start = index
    while start and index - start < 4 and sentence.words[start - 1].lower() not in ("nach", "laut", "unter"):
        if not sentence.words[start - 1][:1].isalpha():
            return None
        start -= 1
    if not start or sentence.words[start - 1].lower() not in ("nach", "laut"):
        return None
    following = sentence.word(index + 1)
    if following in GENITIVES or following in ("aus", "der", "des", "seiner", "ihrer", "seines"):
        inner = phrase_at(
            sentence, index + (1 if following in ("des", "der", "seines", "ihrer", "seiner", "einer", "eines") else 2)
        )
        if inner is not None:
            return Attribution(index, start - 1, inner.end, _in_genitive(sentence, inner))
    described = [word for word in sentence.words[start:index] if not word[:1].isdigit()]
    if any(word.startswith("eigen") for word in described):
        phrase = phrase_at(sentence, 0)
        return Attribution(index, start - 1, index + 1, phrase if phrase and phrase.end < index else None)
    head = " ".join([*described, sentence.words[index]])
    person = next((sentence.persons[at].name for at in range(start, index) if at in sentence.persons), None)
    return Attribution(index, start - 1, index + 1, Phrase(start, index + 1, head, person))


READERS: Mapping[str, Callable[[Sentence, int], Attribution | None]] = {
    "laut": _by_preposition,
    "so": _so,
    "zufolge": _according,
}
"""What reads the source beside a word that is no verb."""
