"""The core of a noun phrase: determiner, adjectives and the following capitalised words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from warticker.annotate.language.capitals import DAYS, capitals, closing
from warticker.annotate.language.function_words import MODIFYING, PLACING, PREPOSITIONS, PRONOUNS
from warticker.annotate.language.heads import (
    SURE_DATIVES,
    in_genitive,
    inflected,
    lands,
    named,
    outlets,
    several,
    without_article,
)
from warticker.annotate.language.known import endings
from warticker.annotate.language.tokens import Sentence
from warticker.annotate.language.word_classes import ATTRIBUTE, ATTRIBUTIVE, CAPITAL, DETERMINER, MARK, NAMING, OPENING
from warticker.annotate.language.words import Kind, kind
from warticker.expressions import compiled

FUSED = frozenset({"im", "am", "vom", "zum", "beim"})
"""Prepositions contracted with `dem`."""
INDEFINITE = frozenset(
    {"ein", "eine", "einer", "einem", "einen", "eines", "zwei", "drei", "vier", "fünf", "mehrere", "einige", "viele"}
)
NUMBERS = frozenset({"zwei", "drei", "vier", "fünf"})
"""Determiners before a plural that have no case: mit zwei Insidern."""
ADJECTIVAL = ("ische", "ischer", "isches", "ischen", "liche", "licher", "ige", "iger", "reiche")
"""Endings that mark an adjective, not a noun, at the start of a sentence."""
ADVERBIAL = ("lich", "bar", "sam", "weise", "mals", "wärts", "haft", "los", "ends", "falls")
"""Endings of words that are not nouns although they begin a sentence: Unmittelbar danach."""
LONGEST_EXTENSION = 3
"""How many prepositional phrases may extend an attribute."""
NATIONAL = compiled(r"(?:[\w-]+isch|deutsch|schweizer|us-)")


class Phrase(NamedTuple):
    """A noun phrase in a sentence, as token ranges."""

    start: int
    end: int
    head: str
    """The naming words, without what is around them; a pronoun is its own head."""
    person: str | None = None
    """The person it names."""
    definite: bool = False
    """Whether it refers to somebody known: der Minister, die 44-Jährige."""
    indefinite: bool = False
    """Whether it introduces somebody: ein Minister, zwei Beamte."""

    @property
    def pronoun(self) -> bool:
        """Whether it is only a pronoun."""
        return self.head in PRONOUNS


@lru_cache(maxsize=4096)
def tells_nation(word: str) -> bool:
    """Whether a word is an adjective of nationality, which says more than that somebody is known."""
    return bool(NATIONAL.match(word.lower()))


def noun_group(sentence: Sentence, start: int) -> Phrase | None:
    """Read a determiner, adjectives and the capitalised words after them."""
    if not sentence.classes[start] & NAMING and start not in sentence.persons:
        return None
    determiner = _determiner(sentence, start)
    index, adjectives = _adjectives(sentence, _behind_extension(sentence, start + 1) if determiner else start)
    if marked := sentence.classes[index] & MARK:
        index += 1
    if not determiner and not adjectives:
        if not index and _is_lone(sentence, index):
            return None
        if index in sentence.persons and (owned := _owned(sentence, index)):
            return owned
    end, person = capitals(sentence, index)
    if end == index:
        return None
    if marked and person is None:
        end = closing(sentence, end)
    nouns = _nouns(sentence, index, end) if sentence.hyphenated else list(sentence.words[index:end])
    if end == index + 1 and not determiner and nouns[0][:-1] in lands() and is_attribute(sentence, end):
        return _of_land(sentence, index, end)
    if person is None:
        nouns = _nominative(nouns, determiner, adjectives)
    if len(nouns) > 1 and (_ends_early(nouns, determiner) or _ends_in_genitive(sentence, index)):
        end, nouns = index + 1, nouns[:1]
    if adjectives and not (nouns[0].isupper() and nouns[0] in outlets()):
        named_at = index if person is not None else None
        nouns = [*_declined(sentence, start, adjectives, nouns, named_at), *nouns]
    end = end + 1 if marked and sentence.classes[end] & MARK else end
    definite = determiner in ("der", "die", "das", "des", "dem") and not any(map(tells_nation, adjectives))
    return Phrase(start, end, " ".join(nouns), person, definite, determiner in INDEFINITE)


def _nominative(nouns: list[str], determiner: str, adjectives: Sequence[str]) -> list[str]:
    """Nouns in base form: des Weißen Hauses or laut Weißem Haus, Weißes Haus; dänischen Vertretern, Vertreter."""
    plural = kind(nouns[-1]) is Kind.OFFICE or nouns[-1].lower().endswith(SURE_DATIVES)
    if determiner in NUMBERS or (not determiner and (adjectives[-1].endswith("en") if adjectives else plural)):
        return [*nouns[:-1], several(nouns[-1])]
    if not determiner:
        return without_article(nouns) if len(nouns) > 1 else nouns
    return in_genitive(nouns) if determiner in ("des", "seines", "ihres", "eines") else named(nouns, determiner)


def _nouns(sentence: Sentence, start: int, end: int) -> list[str]:
    """A group's capitalised words, with hyphens for omitted parts: Öl- und Gaskonzern."""
    return [noun + "-" * sentence.cut_off(at) for at, noun in enumerate(sentence.words[start:end], start)]


def _declined(
    sentence: Sentence, start: int, adjectives: Sequence[str], nouns: Sequence[str], named_at: int | None
) -> Iterator[str]:
    """The adjectives of a group at a token, with the endings they have without determiner.

    They agree with the last noun, or with the one before a name: der russische [Präsident] Anton Horn. `named_at` is
    the token where the nouns begin, if there are any.
    """
    determiner = _determiner(sentence, start) or ("dem" if sentence.words[start - 1] in FUSED else "")
    noun = nouns[-1]
    if named_at is not None:
        name = next(at for at in range(named_at, len(sentence)) if at in sentence.persons)
        noun = sentence.words[max(named_at, name - 1)]
        # With one person's office it is not a plural: den russischen Präsidenten Anton Horn.
        determiner = "dem" if determiner == "den" else determiner
    return (word if word in MODIFYING else inflected(word, determiner, noun) for word in adjectives)


def _is_ordinal(sentence: Sentence, index: int) -> bool:
    """Whether a number is an ordinal: die 71. Brigade."""
    if not sentence.words[index].isdigit() or sentence.words[index + 1] != ".":
        return False
    return bool(sentence.classes[index + 2] & CAPITAL) or is_attribute(sentence, index + 2)


def _adjectives(sentence: Sentence, start: int) -> tuple[int, list[str]]:
    """Where the adjectives before a noun end, and they, with ordinal and adverb: die 71. [nicht mobile] Brigade."""
    if start and sentence.classes[start] & CAPITAL:
        return start, []
    ordinal = []
    if _is_ordinal(sentence, start):
        ordinal = [f"{sentence.words[start]}."]
        start += 2
    index = start
    modified = sentence.words[index] in MODIFYING and is_attribute(sentence, index + 1)
    if modified or _adjective_head(sentence, index):
        index += 1
    while is_attribute(sentence, index):
        index += 1
    return index, [*ordinal, *sentence.words[start:index]]


def _determiner(sentence: Sentence, index: int) -> str:
    """The determiner that begins a group, in lower case; empty if there is none."""
    return sentence.words[index].lower() if sentence.classes[index] & DETERMINER else ""


def is_attribute(sentence: Sentence, index: int) -> bool:
    """Whether lowercase words with adjective endings precede a noun."""
    classes = sentence.classes
    if not classes[index] & ATTRIBUTE:
        return False
    for at in (index + 1, index + 2, index + 3):
        if classes[at] & CAPITAL:
            return True
        if not classes[at] & ATTRIBUTE:
            return False
    return False


def _adjective_head(sentence: Sentence, index: int) -> bool:
    """Whether a capitalised word is an adjective at the start of a sentence: Russische Behörden."""
    if index or not sentence.words[0].endswith(ADJECTIVAL):
        return False
    return bool(sentence.classes[1] & CAPITAL) or is_attribute(sentence, 1)


def _is_lone(sentence: Sentence, index: int) -> bool:
    """Whether a word is capitalised only because it begins a sentence."""
    word = sentence.words[index]
    if index in sentence.persons:
        return False
    if sentence.words[1] in DAYS:
        return True  # Letzte Nacht sagte er; Vergangenen Montag sagte sie.
    if word.endswith(ADVERBIAL) and not word.endswith("schaft") and sentence.words[1].islower():
        return True
    return bool(sentence.classes[index] & OPENING)


def _owned(sentence: Sentence, index: int) -> Phrase | None:
    """The speaker of a person in the genitive at the start of a phrase: Horns Sprecherin Anna Quast."""
    if not sentence.owns(index):
        return None
    owned = noun_group(sentence, sentence.person_end(index))
    if owned is None or not _is_body(owned.head):
        return None
    owner = " ".join(sentence.words[index : sentence.person_end(index)])
    return owned._replace(start=index, head=f"{owner} {owned.head}")


def _is_body(head: str) -> bool:
    """Whether a possessor's noun speaks for him: Horns Sprecher, Horns Büro; not Horns Konzert."""
    noun = next((word for word in head.split() if word[0].isupper()), head)
    governing = head.lower().endswith((*endings("governing"), "partei", "anwälte"))
    return kind(noun) is Kind.OFFICE or governing or is_institute(head)


def is_institute(head: str) -> bool:
    """Whether a phrase's last noun is an institution's: Amt, Militärverwaltung."""
    return head.lower().endswith(endings("institutes"))


def _ends_early(nouns: list[str], determiner: str) -> bool:
    """Whether a source ends where the sentence's own noun, or its addressee, begins: ein Sprecher Reuters."""
    rest = " ".join(nouns[1:])
    if (rest in outlets() or rest in lands()) and kind(nouns[0]) is Kind.OFFICE:
        member = nouns[0].lower().endswith(endings("members"))
        return rest not in lands() or not member
    early = not determiner and nouns[0].lower().endswith(endings("collectives"))
    return early and kind(nouns[1]) is Kind.WORD


def _ends_in_genitive(sentence: Sentence, index: int) -> bool:
    """Whether a group ends with its first noun, and the sentence's own noun follows: des Amtes [Bewohner] betroffen."""
    noun, following = sentence.words[index : index + 2]
    declined = sentence.words[index - 1] in ("des", "eines", "seines", "ihres") and noun[-1] == "s"
    named = kind(following) not in (Kind.WORD, Kind.OFFICE)
    return declined and not named and not following.isupper() and following not in outlets()


def _of_land(sentence: Sentence, index: int, end: int) -> Phrase | None:
    """Read on after a country in the genitive: Norwegens oberster Richter."""
    rest = noun_group(sentence, end)
    if rest is None:
        return None
    return rest._replace(start=index, head=f"{sentence.words[index]} {rest.head}", definite=True)


def is_extended(sentence: Sentence, index: int) -> bool:
    """Whether a preposition begins the extension of an attribute."""
    return _behind_extension(sentence, index) > index


def _behind_extension(sentence: Sentence, index: int) -> int:
    """Skip an extended attribute: die [in Bonn für Bauten zuständige] neue Behörde, die [dort] tätige."""
    if sentence.words[index] in PLACING and is_attribute(sentence, index + 1):
        return index + 1
    end = index
    for _ in range(LONGEST_EXTENSION):
        inner = noun_group(sentence, end + 1) if sentence.words[end] in PREPOSITIONS else None
        if inner is None:
            return index
        end = inner.end
        # An adverb may precede the participle: das [vom Rat scharf] kritisierte Amt.
        for at in (end, end + 1):
            if is_attribute(sentence, at):
                return at + 1 if is_attribute(sentence, at + 1) else at
    return index


def in_group(sentence: Sentence, index: int) -> bool:
    """Whether a word is an attribute of the noun after it: das vom Rat scharf [kritisierte] Amt."""
    if not sentence.words[index].endswith(ATTRIBUTIVE) or not sentence.classes[index + 1] & CAPITAL:
        return False
    for start in range(index - 1, max(-1, index - 7), -1):
        if not sentence.words[start][:1].isalnum():
            return False
        if sentence.classes[start] & DETERMINER:
            if start == index - 1 and sentence.words[start].lower() == "das":
                return False  # more likely a verb: Das sagte Ministerin Horn
            group = noun_group(sentence, start)
            return group is not None and group.end > index
    return False
