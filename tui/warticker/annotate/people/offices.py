"""The office beside a name: `ukrainische Regierungschefin` Julia Swyrydenko."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from warticker.annotate.language.cues import cues
from warticker.annotate.language.function_words import ARTICLES, DETERMINERS
from warticker.annotate.language.heads import core_of
from warticker.annotate.language.known import endings, gender
from warticker.annotate.language.masking import OPAQUE
from warticker.annotate.language.noun_groups import Phrase, is_attribute
from warticker.annotate.language.phrases import opens, phrase_at
from warticker.annotate.language.tokens import Sentence, Sentences
from warticker.annotate.language.word_classes import MARK, is_capital
from warticker.annotate.language.words import Kind, kind
from warticker.expressions import compiled
from warticker.model import PersonMention

FURTHEST = 15
"""How many tokens before a name its office may begin: der Präsident des Verbandes der Wirte, Anton Horn."""
ADDRESSES = frozenset({"Herr", "Herrn", "Frau", "Dr", "Prof"})
"""Forms of address before a name, which are not offices."""
WEAK = compiled("(?<=[a-zäöüß])e (?=[a-zäöüß]|$)")
"""The end of an adjective whose article was dropped: [der] entmachtete Präsident, entmachteter Präsident."""
ANOTHER = compiled("(?:weitere|andere|zweite|dritte)[rs]? ")
"""Adjectives that single out one of several, and describe no office."""
TITULAR = compiled(r"(?:Hoh|Erst|Zweit|Oberst|\w+(?:[rt]end|isch|lich|al|ig))e[nrs]?")
"""Capitalised adjectives of offices: Hohe Vertreterin, Regierender Bürgermeister."""
PRETERITE = "te"
"""The ending of a verb in the place of an article: Gestern alarmierte General Horn die Truppe."""
VAGUE = DETERMINERS - ARTICLES
"""Determiners of phrases that say less than the office after them: sein Kollege, Minister Horn."""
RETIRED = compiled(r"([A-ZÄÖÜ][\w-]+) a\. ?D\. $")
"""An office before a name from which its holder has retired: Oberst a. D. Anton Horn."""
LONGEST_OFFICE = 50
"""The most code points of the word before a name."""


def with_offices(sentences: Sentences, persons: Sequence[PersonMention]) -> tuple[PersonMention, ...]:
    """Add to each mention the office beside it, in the nominative; the first if there are two."""
    return tuple(
        replace(person, office=office) if (office := _office(sentences, person)) else person for person in persons
    )


def _office(sentences: Sentences, person: PersonMention) -> str | None:
    text, span = sentences.text, person.span
    aside = text.endswith("D. ", 0, span.start)
    retired = RETIRED.search(text, max(0, span.start - LONGEST_OFFICE), span.start) if aside else None
    if retired and _is_office(retired[1]):
        return retired[0].rstrip()
    before = text[max(0, span.start - LONGEST_OFFICE) : span.start].split()
    beside = bool(before) and is_capital(before[-1].lstrip("("))
    behind = text.startswith((", ", " ("), span.end)
    if not (beside or behind):
        return None
    sentence = sentences[sentences.number(span.start)]
    index = sentence.at(span.start)
    if sentence.persons.get(index) != person:
        return None
    return (_before(sentence, text, index) if beside else None) or (_behind(sentence, text, index) if behind else None)


def _before(sentence: Sentence, text: str, index: int) -> str | None:
    """The office before a name: der Präsident des Verbandes, Anton Horn; the first in: der Chef, General Horn."""
    person, name = sentence.persons[index].name, " ".join(sentence.words[index : sentence.person_end(index)])
    nearest: str | None = None
    article = ""
    for at in range(index - 1, max(-1, index - FURTHEST), -1):
        if not _is_office(sentence.words[at]):
            continue
        for start in (_beginning(sentence, at), at):
            phrase = phrase_at(sentence, start)
            if phrase is not None and phrase.person == person and index < phrase.end:
                first = sentence.words[start].lower()
                if nearest and (first in VAGUE or (article in ARTICLES and first != article)):
                    return nearest  # the article is another's: traf der Gesandte für Lettland, den Minister Horn
                office = phrase.head.removesuffix(name)
                nearest = _as_office(office, _belongings(sentence, text, at, index), person) or nearest
                before = sentence.words[start - 1]
                article = first if before == "," else ""
                if before not in ("und", ",") and not _is_office(before):
                    return nearest
                break
    return nearest


def _behind(sentence: Sentence, text: str, index: int) -> str | None:
    """The office in apposition to a name: Anton Horn (CDU), Präsident des Verbandes der Wirte."""
    end = sentence.person_end(index)
    if sentence.words[end] == "(" and sentence.words[end + 2] == ")":
        end += 3
    phrase = phrase_at(sentence, end + 1, apposition=False) if sentence.words[end] == "," else None
    if phrase is None or not _closes(sentence, phrase):
        return None
    at = next((at for at in range(phrase.start, phrase.end) if _is_office(sentence.words[at])), phrase.end)
    return _as_office(phrase.head, _belongings(sentence, text, at, phrase.end), sentence.persons[index].name)


def _belongings(sentence: Sentence, text: str, noun: int, end: int) -> str:
    """The complements of an office between its noun and a token: für Bau- und Verkehrswesen in Ulm."""
    stop = noun + 1
    while stop < end and not _parts(sentence, stop):
        stop += 1
    words = text[sentence.ends[noun] : sentence.ends[stop - 1]] if stop > noun + 1 else ""
    return words if OPAQUE not in words else ""


def _parts(sentence: Sentence, index: int) -> bool:
    """Whether an office with its complements ends before a token."""
    if sentence.words[index] in (",", "(") or sentence.classes[index] & MARK:
        return True
    second = index + 1
    while is_attribute(sentence, second):
        second += 1
    return sentence.words[index] == "und" and _is_office(sentence.words[second])


def _closes(sentence: Sentence, phrase: Phrase) -> bool:
    closing = sentence.words[phrase.end] in (",", ".", ":", ";", ")", "–", "und", "")
    return phrase.person is None and (closing or bool(sentence.classes[phrase.end] & MARK))


def _beginning(sentence: Sentence, index: int) -> int:
    """The first token of the phrase around a noun: [der] neue ukrainische Minister, [Kiews] Minister."""
    first = max(0, index - FURTHEST)
    while index > first and index not in sentence.persons and not (index == 1 and opens(sentence, 0)):
        before = sentence.words[index - 1]
        if before in cues().words:
            break
        named = index - 1 in sentence.persons or TITULAR.fullmatch(before)
        if is_capital(before) and not named and not before.endswith(("er", "s")):
            break  # another phrase's noun: am Montag Präsident Horn
        if before == "und" and sentence.cut_off(index - 2):
            index -= 2  # [Partei- und] Fraktionschef
            continue
        if not (is_capital(before) or is_attribute(sentence, index - 1)):
            break
        index -= 1
        if is_capital(before) and before.endswith("s"):
            return index - 1 if index - 1 in sentence.persons else index  # for an article: vor allem Anton Horns Chef
    if index and sentence.words[index - 1].lower() in DETERMINERS:
        return index - 1
    verb = sentence.words[index].islower() and sentence.words[index].endswith(PRETERITE)
    return index + 1 if verb else index


def _as_office(head: str, belongings: str, name: str) -> str | None:
    """A phrase's words if they describe a person's office, its noun in the nominative."""
    head = ANOTHER.sub("", head.strip(" -"), 1)
    noun = core_of(head) if head else ""
    if not _is_office(noun):
        return None
    plain = _nominative(noun)
    before = head.partition(noun)[0]
    masculine = gender(name) == "m" or before.endswith("er ")
    # Those that inflect as adjectives are listed with both endings: der Vertraute, ein Vertrauter.
    if masculine and plain.endswith("e") and f"{plain}r".lower().endswith(endings("offices")):
        plain += "r"
    return (WEAK.sub("er ", before) if masculine else before) + plain + belongings


def _is_office(word: str) -> bool:
    return kind(word) is Kind.OFFICE and is_capital(word) and word not in ADDRESSES


def _nominative(noun: str) -> str:
    """An office without the ending that one person's has: Präsidenten, Präsident; Experten, Experte."""
    for ending in ("en", "n", "es", "s"):
        stem = noun.removesuffix(ending)
        if stem.lower().endswith(endings("offices")):
            return stem
    return noun
