"""Noun phrases for speakers: `der ukrainische Präsident`, `Ministeriumssprecherin Maria Sacharowa`, `er`."""

from __future__ import annotations

from functools import lru_cache

from warticker.annotate.language.capitals import capitals
from warticker.annotate.language.function_words import (
    ARTICLES,
    ASKED,
    DETERMINERS,
    GENITIVES,
    PLACED,
    PREPOSITIONS,
    SURE_PRONOUNS,
)
from warticker.annotate.language.heads import MEDIA_HEADS, governing, outlets, seats
from warticker.annotate.language.known import endings, sources
from warticker.annotate.language.noun_groups import (
    Phrase,
    is_attribute,
    is_extended,
    is_institute,
    noun_group,
)
from warticker.annotate.language.numerals import UNITS
from warticker.annotate.language.tokens import Sentence
from warticker.annotate.language.word_classes import CAPITAL, MARK, MARKS, OPENING, PRONOUN, adverbs
from warticker.annotate.language.words import Kind, kind
from warticker.expressions import compiled

SOME = frozenset({"einer", "eine", "einem", "mehrere", "einige", "viele", *UNITS})
CONTINUING = GENITIVES | PLACED | {"ohne", "("}
"""Words that may continue a phrase."""
AUTHORITY = compiled("[a-zäöüß]+(?<!nachrichten)(?<!presse)(?<!staats)agentur")
MOST_ATTRIBUTES = 5
"""The most attributes of a phrase: der Leiter des Amtes zum Schutz der Küste beim Rat der Stadt."""


def phrase_at(sentence: Sentence, index: int, *, apposition: bool = True) -> Phrase | None:
    """Read the noun phrase at a token, with its attributes and apposition."""
    if sentence.classes[index] & PRONOUN:
        lowered = sentence.words[index].lower()
        if lowered in SURE_PRONOUNS or not (
            sentence.classes[index + 1] & CAPITAL
            or is_attribute(sentence, index + 1)
            or is_extended(sentence, index + 1)
        ):
            return Phrase(index, index + 1, lowered)
    phrase = noun_group(sentence, index) or _some_of(sentence, index)
    if phrase is None:
        return None
    phrase = _by_name(sentence, phrase) or _with_attributes(sentence, phrase)
    return _with_apposition(sentence, phrase) if apposition else phrase


def _some_of(sentence: Sentence, index: int) -> Phrase | None:
    """Read one or some of several: einer der Leiter, zwei der Zeuginnen."""
    if sentence.words[index].lower() not in SOME or sentence.words[index + 1] != "der":
        return None
    several = noun_group(sentence, index + 1)
    return several._replace(start=index, definite=False, indefinite=True) if several is not None else None


def skip_adverbs(sentence: Sentence, index: int) -> int:
    """Skip what may come between a verb of saying and its subject: adverbs, days, `dazu`, `im Interview`."""
    for _ in range(4):
        word = sentence.words[index]
        if word in adverbs() and not (word == "am" and not sentence.classes[index + 1] & CAPITAL):
            index += 2 if word == "am" else 1
        elif word in PREPOSITIONS and sentence.classes[index + 1] & CAPITAL and index + 1 not in sentence.persons:
            index += 2
        elif word in ("am", "vom") and sentence.words[index + 1].isdigit() and sentence.classes[index + 3] & CAPITAL:
            index += 4
        elif word in PREPOSITIONS and sentence.words[index + 1] in DETERMINERS:
            phrase = noun_group(sentence, index + 1)
            if phrase is None:
                return index
            index = phrase.end
        else:
            return index
    return index


def _by_name(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """A medium or known organisation by the name after its noun: die Zeitung "Der Bote", der Geheimdienst FSB."""
    noun, _, called = phrase.head.rpartition(" ")
    noun = noun.lower()
    medium = called in outlets() and noun.endswith(MEDIA_HEADS)
    if medium or (called in sources() and noun.endswith(endings("bodies"))):
        return phrase._replace(head=called)
    if not sentence.classes[phrase.end] & MARK or phrase.person or not phrase.head.lower().endswith(MEDIA_HEADS):
        return None
    name = noun_group(sentence, phrase.end)
    return name._replace(start=phrase.start) if name is not None and name.person is None else None


def _with_attributes(sentence: Sentence, phrase: Phrase) -> Phrase:
    """A phrase with its genitives and places: der Sprecher des Außenministeriums, der Gouverneur von Odessa."""
    index, head = phrase.end, phrase.head
    office = kind(head.split()[-1]) is Kind.OFFICE
    named = phrase.person is not None
    placed = False
    for _ in range(MOST_ATTRIBUTES):
        word = sentence.words[index]
        if word not in CONTINUING or sentence.words[index + 1] in ASKED:
            break
        if word == "in" and not named and (adjective := seats().get(sentence.words[index + 1])):
            return phrase._replace(end=index + 2, head=governing(head, adjective))
        if word in GENITIVES or (word in PLACED and (office or named or word == "in")):
            attribute = noun_group(sentence, index if word in DETERMINERS and word != "von" else index + 1)
            if attribute is None or (word == "der" and _is_told(attribute.head)):
                break
            placed = placed or word in PLACED
            if not named and not placed and word in GENITIVES and (office or is_institute(head)):
                owner = (word for word in sentence.words[index : attribute.end] if word not in MARKS)
                head += " " + " ".join(owner).replace(" .", ".")
            index = attribute.end
            if word == "für" and sentence.words[index] == "und":
                index = _second_field(sentence, index)
            told_apart = named or (placed and word != "für")
            if office and not told_apart and attribute.person and _follows_noun(sentence, attribute):
                return phrase._replace(end=index, head=head, person=attribute.person)
        elif word == "für" and not placed and is_institute(head) and sentence.classes[index + 1] & CAPITAL:
            end, _ = capitals(sentence, index + 1)
            head += " " + " ".join(sentence.words[index:end])
            index = end
        elif word == "ohne" and sentence.classes[index + 1] & CAPITAL:
            head += f" ohne {sentence.words[index + 1]}"  # an organisation's name: Ärzte ohne Grenzen
            index += 2
        elif word == "(" and sentence.words[index + 2] == ")":
            index += 3
        else:
            break
    return phrase if index == phrase.end else phrase._replace(end=index, head=head)


def _second_field(sentence: Sentence, index: int) -> int:
    """Where the second field of an office ends, if `und` adds one: für Bauten und [den] Verkehr."""
    field = index + 2 if sentence.words[index + 1] in ARTICLES else index + 1
    if not sentence.classes[field] & CAPITAL or kind(sentence.words[field]) is Kind.OFFICE:
        return index
    return capitals(sentence, field)[0]


def _follows_noun(sentence: Sentence, attribute: Phrase) -> bool:
    """Whether a name follows a noun that is no office: der Chef des Rates Ulrich Horn."""
    before = next((index for index in range(attribute.start, attribute.end) if index in sentence.persons), 0)
    return (
        before > attribute.start
        and bool(sentence.classes[before - 1] & CAPITAL)
        and kind(sentence.words[before - 1]) is not Kind.OFFICE
    )


def _with_apposition(sentence: Sentence, phrase: Phrase) -> Phrase:
    """A phrase with an apposition between commas, and the person named in it."""
    if sentence.words[phrase.end] == "und" and phrase.person is None:
        other = noun_group(sentence, phrase.end + 1)
        if other is not None and any(kind(word) is Kind.OFFICE for word in other.head.split()):
            phrase = phrase._replace(end=_with_attributes(sentence, other).end, person=other.person)
    if sentence.words[phrase.end] != ",":
        return phrase
    apposed = noun_group(sentence, phrase.end + 1)
    if apposed is None:
        return phrase
    if phrase.person is None and apposed.person is not None and kind(phrase.head.split()[0]) is Kind.OFFICE:
        return phrase._replace(end=_with_attributes(sentence, apposed).end, person=apposed.person)
    end = _with_attributes(sentence, apposed).end
    if sentence.words[end] not in (",", ".", ":", "", ")", "–", "-", "!"):
        return phrase
    if phrase.person is None and apposed.person is not None:
        return phrase._replace(end=end, person=apposed.person)
    if phrase.person is None and sentence.classes[phrase.end + 1] & MARK:
        return Phrase(phrase.start, end, apposed.head)
    if phrase.person is not None:
        return phrase._replace(end=end)
    return phrase


def _is_told(head: str) -> bool:
    """Whether a phrase with `der` is the addressee, not the owner of the office: Sprecher der dpa."""
    return names_medium(head) or head in outlets()


@lru_cache(maxsize=4096)
def names_medium(head: str) -> bool:
    """Whether the words of a phrase name a paper, station or news agency, not a state agency: Netzagentur."""
    return any(word.endswith(MEDIA_HEADS) and not AUTHORITY.fullmatch(word) for word in head.lower().split())


def opens(sentence: Sentence, index: int) -> bool:
    """Whether a clause begins with something other than its subject: a preposition, an adverb, a conjunction."""
    return bool(sentence.classes[index] & OPENING) and index not in sentence.persons
