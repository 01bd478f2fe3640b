"""Sources that stand beside a statement: `laut`, `so`, `zufolge`, `nach Angaben von`, `heißt es in`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from warticker.annotate.cues import cues
from warticker.annotate.function_words import DETERMINERS, GENITIVES, PREPOSITIONS
from warticker.annotate.heads import lands
from warticker.annotate.noun_groups import Phrase, adverbs, is_capital, is_opaque
from warticker.annotate.phrases import opens, phrase_at
from warticker.annotate.speaking import can_speak, is_medium, is_vague, speaks_for_sure
from warticker.annotate.tokens import MARKS, Sentence
from warticker.annotate.words import Kind, kind

# fmt: off
DATIVE_ENDS = (
    "ischen", "ischer", "lichen", "licher", "igen", "baren", "ellen", "sten", "etzten", "eigenen", "neuen", "samen",
    "enden", "ierten", "tigten", "iteren", "nderen", "üheren", "denen",
)
# fmt: on
SAID_IN = frozenset({"in", "im", "aus", "bei", "beim", "von", "vom", "laut", "auf", "seitens"})
STOPS = frozenset({",", ";", ":", "–", "-", "(", ")"})
OWNED_BY = {"seinen": "er", "seiner": "er", "ihren": "sie", "ihrer": "sie"}
"""Whose account it is: nach seinen Angaben."""
OWNING = frozenset({"des", "der", "einer", "eines", "seines", "ihres"})
EMERGES = frozenset({"geht", "gehe", "gehen", "ging", "gingen"})
RELYING = frozenset({"Berufung", "Verweis"})
"""What a medium says before from whom it has something."""
OUT_OF = (("aus", "dem"), ("aus", "der"), ("aus", "den"))


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
    indirect: bool = False
    """Whether that somebody says so is itself what another says: er habe betont."""
    passing: bool = False
    """Whether the source is named in passing, by a preposition: laut Polizei, nach Angaben der Polizei."""


def principal(cues: Sequence[Attribution], names: Sequence[str | None]) -> str | None:
    """Name who says what a sentence tells, and not who passes it on, where it names both; the last of several."""
    pairs = [(one, name) for one, name in zip(cues, names, strict=True) if one.source and not is_vague(one.source)]
    said = [(one, name) for one, name in pairs if one.source is not None and not is_medium(one.source)] or pairs[-1:]
    own = [name for one, name in said if not one.passing] or [name for _, name in said]
    return own[-1] if own else None


def _by_preposition(sentence: Sentence, index: int) -> Attribution | None:
    phrase = phrase_at(sentence, index + 1)
    if phrase is None:
        return None
    return Attribution(index, index, phrase.end, whose(sentence, phrase))


def _so(sentence: Sentence, index: int) -> Attribution | None:
    """Read `..., so der Minister`: behind a comma or a quotation, with a source, and with nothing else but stops."""
    before = sentence.words[index - 1]
    if index and before not in (",", "–", "-", "(", ";") and not is_opaque(before):
        return None
    phrase = phrase_at(sentence, index + 1)
    if phrase is None or phrase.pronoun or (index == 0 and sentence.words[phrase.end] not in (":", ",")):
        return None
    return Attribution(index, index, phrase.end, whose(sentence, phrase))


def whose(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Give whose account a phrase speaks of, where it is one: die Einschätzung von Pistorius."""
    account = phrase.head.split()[-1]
    if phrase.person is not None or account not in cues().accounts:
        return phrase
    for at in range(phrase.start, phrase.end):
        if sentence.words[at] == account and sentence.words[at + 1] in GENITIVES:
            inner = phrase_at(sentence, at + (2 if sentence.words[at + 1] in ("von", "vom") else 1))
            return _in_genitive(sentence, inner) if inner else phrase
        if sentence.words[at] == account and sentence.words[at + 1 : at + 3] in OUT_OF:
            return phrase_at(sentence, at + 2) or phrase
        if sentence.words[at] == account and sentence.words[at + 1].endswith("ischer"):
            return phrase_at(sentence, at + 1) or phrase
    return phrase


def _in_genitive(sentence: Sentence, phrase: Phrase) -> Phrase:
    """Take `der` for several in the genitive: Angaben der Ermittler points to nobody in particular."""
    return phrase._replace(definite=phrase.definite and sentence.words[phrase.start] != "der")


def _according(sentence: Sentence, index: int) -> Attribution | None:
    """Read the source before `zufolge`: a person, or a noun with what belongs to it."""
    last = index - 1 if sentence.words[index - 1] == "," else index
    person = next((at for at in sentence.persons if at < index and sentence.person_end(at) == last), None)
    start = index - 1 if person is None else person
    if last < index:
        named = None if person is None else Phrase(person, last, sentence.persons[person].name)
        return Attribution(index, start, index + 1, named._replace(person=named.head)) if named else None
    if start < 0 or not (is_capital(sentence.words[start]) or sentence.words[start] in MARKS):
        return None
    if sentence.words[start] in MARKS:
        start = next((at for at in range(start - 1, -1, -1) if sentence.words[at] in MARKS), start)
    elif sentence.words[start - 1] in GENITIVES and sentence.words[start - 2] in cues().accounts:
        start -= 2
    elif not sentence.words[start].endswith("n") or person is not None:
        while start and is_capital(sentence.words[start - 1]) and not _is_place_before(sentence, start - 1):
            start -= 1
    while start and _qualifies(sentence.words[start - 1]):
        start -= 1
    if genitive := _genitive_before(sentence, start):
        return _office_of(sentence, index, genitive)
    if any(word.startswith("eigen") for word in sentence.words[start:index]):
        return Attribution(index, start, index + 1, _oneself(sentence, start))
    phrase = phrase_at(sentence, start, apposition=False)
    if phrase is None:
        return None
    if phrase.end == index and sentence.words[index - 1] in cues().accounts:
        # An account is named as it is written: den britischen Erkenntnissen zufolge, britischen Erkenntnissen.
        head = " ".join(word for word in sentence.words[start:index] if word.lower() not in DETERMINERS)
        return Attribution(index, start, index + 1, phrase._replace(head=head))
    return Attribution(index, start, index + 1, whose(sentence, phrase))


def _genitive_before(sentence: Sentence, start: int) -> int | None:
    """Find where whom an office serves begins: einem Berater [des Ministers], einem Rat [einer nahen Stadt]."""
    of = start
    while of > 1 and sentence.words[of] not in OWNING and sentence.words[of - 1][:1].islower():
        of -= 1
    office = of > 1 and sentence.words[of] in OWNING and is_capital(sentence.words[of - 1])
    return of if office and kind(sentence.words[of - 1]) is Kind.OFFICE else None


def _office_of(sentence: Sentence, cue: int, whose: int) -> Attribution | None:
    """Read an office with whom it serves before `zufolge`: einem Berater des Ministers zufolge."""
    start = whose - 1
    while start and (_qualifies(sentence.words[start - 1]) or sentence.words[start - 1].lower() in DETERMINERS):
        start -= 1
    head = " ".join(sentence.words[whose - 1 : cue])
    return Attribution(cue, start, cue + 1, Phrase(start, cue, head))


def _is_place_before(sentence: Sentence, index: int) -> bool:
    """Tell whether a capitalised word belongs to what stands before the source: in Russland Präsident Horn zufolge."""
    return index > 0 and sentence.words[index - 1].lower() in PREPOSITIONS


def _qualifies(word: str) -> bool:
    """Tell whether a word may be a determiner or adjective in the dative."""
    if word.lower() in ("dem", "den", "der", "zwei", "drei", "mehreren"):
        return True
    return word.endswith(DATIVE_ENDS) and word[:1].islower()


def _impersonal(sentence: Sentence, index: int) -> Attribution | None:
    """Read `heißt es`, with where it says so."""
    if (subclause := _as_it_says(sentence, index)) is not None:
        return subclause
    if "es" not in (sentence.words[index + 1], sentence.words[index - 1]):
        return None
    fronted = sentence.words[0].lower() in SAID_IN and "," not in sentence.words[:index]
    if fronted and (first := phrase_at(sentence, 1)) and first.end <= index:
        source = whose(sentence, first)
        nobody = source is first and first.head.split()[-1] in cues().accounts
        return Attribution(index, 0, index + 2, None if nobody else source)
    at = index + 2 if sentence.words[index + 1] == "es" else index + 1
    while sentence.words[at] in adverbs():
        at += 1
    if sentence.words[at] in SAID_IN:
        phrase = phrase_at(sentence, at + 1)
        if phrase is None:
            return Attribution(index, index, at, None)
        source = whose(sentence, phrase)
        nobody = not can_speak(source) or (source is phrase and phrase.head.split()[-1] in cues().accounts)
        return Attribution(index, index, phrase.end, None if nobody else source)
    return Attribution(index, index, at, None)


def _as_it_says(sentence: Sentence, index: int) -> Attribution | None:
    """Read `wie es in einem Erlass heißt`."""
    start = next((at for at in range(index, -1, -1) if sentence.words[at].lower() == "wie"), None)
    if start is None or sentence.words[start + 1] not in ("es", "weiter") or index - start > 20:
        return None
    at = start + 2
    if sentence.words[at] not in SAID_IN:
        return Attribution(index, start, index + 1, None)
    phrase = phrase_at(sentence, at + 1)
    source = whose(sentence, phrase) if phrase is not None else None
    vague = source is not None and source.head.split()[-1] in cues().accounts
    return Attribution(index, start, index + 1, None if vague else source)


def by_account(sentence: Sentence, index: int) -> Attribution | None:
    """Read `nach Angaben von ...`, `nach ukrainischen Angaben`, `Angaben der Polizei zufolge`."""
    if sentence.words[index + 1] == "nach" and (behind := _behind(sentence, index)):
        return behind
    start = index
    while start and index - start < 4 and sentence.words[start - 1].lower() not in ("nach", "laut", "unter"):
        if not sentence.words[start - 1][:1].isalpha():
            return None
        start -= 1
    if not start or sentence.words[start - 1].lower() not in ("nach", "laut"):
        return None
    if sentence.words[index + 1] == "zufolge":
        return None
    if sentence.words[start - 1].lower() == "nach" and sentence.words[index].rpartition("-")[2] in cues().events:
        return None
    described = [word for word in sentence.words[start:index] if not word[:1].isdigit()]
    if any(word.startswith("eigen") for word in described):
        return Attribution(index, start - 1, index + 1, _oneself(sentence, start - 1))
    if described and described[0] in OWNED_BY:
        return Attribution(index, start - 1, index + 1, Phrase(start, start + 1, OWNED_BY[described[0]]))
    following = sentence.words[index + 1]
    if following[:-1] in lands() and following[-1] == "s":
        return Attribution(index, start - 1, index + 2, Phrase(index + 1, index + 2, following[:-1]))
    if following in GENITIVES or (following == "aus" and not described) or index + 1 in sentence.persons:
        inner = phrase_at(sentence, index + (2 if following in ("von", "vom", "aus") else 1))
        if inner is not None:
            return Attribution(index, start - 1, inner.end, _in_genitive(sentence, inner))
    named = described[1:] if described and described[0] in DETERMINERS else described
    head = " ".join([*named, sentence.words[index]])
    person = next((sentence.persons[at].name for at in range(start, index) if at in sentence.persons), None)
    return Attribution(index, start - 1, index + 1, Phrase(start, index + 1, head, person))


def _behind(sentence: Sentence, index: int) -> Attribution | None:
    """Read `örtlichen Berichten nach`: a preposition behind its noun."""
    following = sentence.words[index + 2]
    start = index
    while start and _qualifies(sentence.words[start - 1].lower() if start == 1 else sentence.words[start - 1]):
        start -= 1
    before = sentence.words[start - 1].lower()
    if start == index or following in DETERMINERS or is_capital(following) or before in ("nach", "laut", "auf"):
        return None
    described = [word.lower() for word in sentence.words[start:index] if word.lower() not in DETERMINERS]
    head = " ".join([*described, sentence.words[index]])
    return Attribution(index, start, index + 2, Phrase(start, index + 1, head))


def _ends_dateline(sentence: Sentence, at: int) -> bool:
    """Tell whether a sentence proper begins behind a mark: 8.07 Uhr: Die Marine; BONN (dpa) - Die Marine."""
    word = sentence.words[at]
    return word == ":" or (word in ("-", "–") and (at < 3 or sentence.words[at - 1] == ")"))


def _oneself(sentence: Sentence, before: int) -> Phrase | None:
    """Find who speaks of himself: the phrase that ends by a token, or the one that the sentence begins with."""
    start = next((at + 1 for at in range(before - 1, 0, -1) if _ends_dateline(sentence, at)), 0)
    first = None if opens(sentence, start) else phrase_at(sentence, start)
    if first is not None and first.end <= before and can_speak(first):
        return first
    found: Phrase | None = None
    for start in range(before - 1, max(-1, before - 9), -1):
        if sentence.words[start] in STOPS or sentence.words[start] in PREPOSITIONS:
            break
        phrase = phrase_at(sentence, start, apposition=False)
        if phrase is not None and phrase.end == before and can_speak(phrase):
            found = phrase
    return None if found and sentence.words[found.start - 1].lower() in PREPOSITIONS else found


def _emerging(sentence: Sentence, index: int) -> Attribution | None:
    """Read `wie aus dem Erlass hervorgeht`, `aus dem Erlass geht hervor`, `verlautete aus dem Kreml`."""
    if sentence.words[index] == "hervor" and EMERGES.isdisjoint(sentence.words[:index]):
        return None
    around = (*range(index - 1, max(-1, index - 20), -1), *range(index + 1, min(index + 6, len(sentence))))
    start = next((at for at in around if sentence.words[at].lower() == "aus"), None)
    phrase = phrase_at(sentence, start + 1) if start is not None else None
    if start is None or phrase is None:
        return None
    start -= start > 0 and sentence.words[start - 1].lower() == "wie"
    source = whose(sentence, phrase)
    if source is phrase and (owner := _owner(sentence, phrase)):
        source = owner
    return Attribution(index, min(start, index), max(index + 1, phrase.end), source)


def _owner(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Give who made what a phrase names, where he can speak himself: eine Note der Botschaft."""
    at = next((at for at in range(phrase.start + 1, phrase.end) if sentence.words[at] in GENITIVES), None)
    owner = phrase_at(sentence, at + (sentence.words[at] in ("von", "vom"))) if at is not None else None
    return owner if owner is not None and speaks_for_sure(owner) else None


def _relying(sentence: Sentence, index: int) -> Attribution | None:
    """Read `unter Berufung auf die Polizei`: who passes something on names from whom it is."""
    if sentence.words[index - 1].lower() not in ("unter", "mit") or sentence.words[index + 1] != "auf":
        return None
    phrase = phrase_at(sentence, index + 2)
    if phrase is None or not can_speak(phrase):
        return None
    return Attribution(index, index - 1, phrase.end, whose(sentence, phrase))


READERS: Mapping[str, Callable[[Sentence, int], Attribution | None]] = {
    "laut": _by_preposition,
    "so": _so,
    "zufolge": _according,
    "heißt": _impersonal,
    "hieß": _impersonal,
    "hervorgeht": _emerging,
    "hervorging": _emerging,
    "hervor": _emerging,
    "verlautet": _emerging,
    "verlautete": _emerging,
    "Berufung": _relying,
    "Verweis": _relying,
}
"""What reads the source beside a word that is no verb."""
