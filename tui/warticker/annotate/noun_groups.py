"""The core of a noun phrase: determiner, adjectives and the run of capitalised words behind them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from warticker.annotate.function_words import DETERMINERS, OPENERS, PREPOSITIONS, PRONOUNS, VERBS
from warticker.annotate.heads import GOVERNING, in_genitive, inflected, lands, named, outlets, without_article
from warticker.annotate.known import load
from warticker.annotate.tokens import MARKS, OPAQUE, Sentence
from warticker.annotate.words import Kind, kind

FUSED = frozenset({"im", "am", "vom", "zum", "beim"})
"""Prepositions that hold the determiner `dem`."""
INDEFINITE = frozenset(
    {"ein", "eine", "einer", "einem", "einen", "eines", "zwei", "drei", "vier", "fünf", "mehrere", "einige", "viele"}
)
ATTRIBUTIVE = ("e", "er", "es", "en", "em")
"""Ends of adjectives and participles before their noun."""
ADJECTIVAL = ("ische", "ischer", "isches", "ischen", "liche", "licher", "ige", "iger", "reiche")
"""Ends by which an adjective is told from a noun where it begins a sentence."""
ATTRIBUTED = (*ATTRIBUTIVE, "zwei", "drei")
MODIFYING = frozenset(
    {"nicht", "namentlich", "kaum", "bisher", "bislang", "derzeit", "sehr", "besonders", "hoch", "weitgehend"}
)
"""Adverbs that stand before an attribute: ein nicht genannter Beamter."""
ADVERBIAL = ("lich", "bar", "sam", "weise", "mals", "wärts", "haft", "los", "ends", "falls")
"""Ends of words that are no nouns, though they begin a sentence: Unmittelbar danach."""
COLLECTIVE = ("polizei", "feuerwehr", "behörden", "medien", "ministerium", "armee", "militär", "angaben", "kreisen")
INSTITUTES = (
    "institut",
    "zentrum",
    "amt",
    "behörde",
    "agentur",
    "büro",
    "organisation",
    "gesellschaft",
    "rat",
    "stab",
    "verband",
    "dienst",
    "kreise",
    "kreisen",
)
ENGLISH = frozenset({"of", "for", "the", "and", "to"})
"""What joins the nouns of an English name, and is no word of German."""
SHORTEST_ATTRIBUTE = 4
"""Letters of `neue`: what is shorter and ends like an attribute is none, as in `wie Ministerin Horn`."""
LONGEST_NAME = 6
"""How many words behind its capitalised ones a name in marks may go on for."""
LONGEST_EXTENSION = 3
"""How many prepositions with their nouns may extend an attribute."""
ADDRESS = re.compile(r"[\w-]{1,60}\.(?:de|com|net|org|info|eu|at|ch|ua|ru|tv)")
NATIONAL = re.compile(r"(?:[\w-]+isch|deutsch|schweizer|us-)")


class Phrase(NamedTuple):
    """A noun phrase in a sentence, by tokens."""

    start: int
    end: int
    head: str
    """The words that name, without what goes before and after them; a pronoun is its own head."""
    person: str | None = None
    """The person it names."""
    definite: bool = False
    """Whether it speaks of somebody known: der Minister, die 44-Jährige."""
    indefinite: bool = False
    """Whether it speaks of somebody new: ein Minister, zwei Beamte."""

    @property
    def pronoun(self) -> bool:
        """Whether it only points to somebody."""
        return self.person is None and self.head in PRONOUNS


@cache
def adverbs() -> frozenset[str]:
    """Adverbs that may stand between a verb and its subject."""
    listed = load("german.yaml")["adverbs"]
    return frozenset([*listed, *(word.replace("ß", "ss") for word in listed)])


@lru_cache(maxsize=65536)
def is_capital(word: str) -> bool:
    """Tell whether a word is capitalised, a compound with a noun (ntv-Reporterin), or an outlet (dpa, zdf.de)."""
    if word[:1].isupper() or ("-" in word and word[word.index("-") + 1 : word.index("-") + 2].isupper()):
        return True
    return word[:1].isalpha() and (word in outlets() or ADDRESS.fullmatch(word) is not None)


def is_opaque(word: str) -> bool:
    """Tell whether a token is a quotation."""
    return word[:1] == OPAQUE


@lru_cache(maxsize=4096)
def tells_nation(word: str) -> bool:
    """Tell whether a word is an adjective of a nation, which says more of somebody than that he is known."""
    return bool(NATIONAL.match(word.lower()))


def noun_group(sentence: Sentence, start: int) -> Phrase | None:
    """Read determiner, adjectives and the run of capitalised words behind them."""
    if not sentence.words[start][:1].isalnum() and sentence.words[start] not in MARKS:
        return None
    determiner = _determiner(sentence, start)
    index = start + 1 if determiner else start
    fused = sentence.words[start - 1] in FUSED
    if determiner and sentence.words[index] in PREPOSITIONS:
        index = _behind_extension(sentence, index)
    ordinal = f"{sentence.words[index]}. " if determiner and _is_ordinal(sentence, index) else ""
    index += 2 * bool(ordinal)
    adjectives = _adjectives(sentence, index, determiner)
    index += len(adjectives)
    marked = sentence.words[index] in MARKS
    index += marked
    if not determiner and not adjectives:
        if not index and _is_lone(sentence, index):
            return None
        if index in sentence.persons and (owned := _owned(sentence, index)):
            return owned
    end, person = capitals(sentence, index)
    if end == index:
        return None
    if marked and person is None:
        end = _closing(sentence, end)
    nouns = [noun + "-" * sentence.cut_off(at) for at, noun in enumerate(sentence.words[index:end], index)]
    if end == index + 1 and not determiner and nouns[0][:-1] in lands() and is_attribute(sentence, end):
        return _of_land(sentence, index, end)
    if determiner and person is None:
        of = determiner in ("des", "seines", "ihres", "eines")
        nouns = in_genitive(nouns) if of else named(nouns, determiner)
    if len(nouns) > 1 and person is None and (_ends_early(nouns, determiner) or _ends_in_genitive(sentence, index)):
        end, nouns = index + 1, nouns[:1]
    if not determiner and person is None and len(nouns) > 1:
        nouns = without_article(nouns)
    declined = "dem" if fused and not determiner else determiner
    noun = _noun_before_name(sentence, index, end) if person is not None else nouns[-1]
    head = ordinal + " ".join([*(inflected(adjective, declined, noun) for adjective in adjectives), *nouns])
    definite = determiner in ("der", "die", "das", "des", "dem") and not any(map(tells_nation, adjectives))
    end += marked and sentence.words[end] in MARKS
    return Phrase(start, end, head, person, definite, determiner in INDEFINITE)


def _noun_before_name(sentence: Sentence, start: int, end: int) -> str:
    """Give the noun that adjectives belong to in a group that names a person: der russische [Präsident] Anton Horn."""
    name = next(at for at in range(start, end) if at in sentence.persons)
    return sentence.words[max(start, name - 1)]


def _is_ordinal(sentence: Sentence, index: int) -> bool:
    """Tell whether a number tells which of several is meant: die 71. Brigade."""
    if not sentence.words[index].isdigit() or sentence.words[index + 1] != ".":
        return False
    return is_capital(sentence.words[index + 2]) or is_attribute(sentence, index + 2)


def _closing(sentence: Sentence, index: int) -> int:
    """Give the mark that closes a name in marks whose words are not all capitalised: "The Voice of Spring"."""
    for at in range(index, min(index + LONGEST_NAME, len(sentence))):
        if sentence.words[at] in MARKS:
            return at
        if not sentence.words[at][:1].isalpha():
            break
    return index


def _adjectives(sentence: Sentence, start: int, determiner: str) -> list[str]:
    """Give the adjectives before a noun, with an adverb that stands before the first: ein [nicht genannter] Beamter."""
    index = start
    modified = determiner and sentence.words[index] in MODIFYING and is_attribute(sentence, index + 1)
    if modified or _adjective_head(sentence, index):
        index += 1
    while is_attribute(sentence, index) and index - start < 4:
        index += 1
    return list(sentence.words[start:index])


def _determiner(sentence: Sentence, index: int) -> str:
    """Give the determiner that a group begins with, in small letters; nothing where it begins with none."""
    lowered = sentence.words[index].lower()
    return lowered if lowered in DETERMINERS and index not in sentence.persons else ""


def is_attribute(sentence: Sentence, index: int) -> bool:
    """Tell whether lowercase words that end like adjectives lead to a noun."""
    for at in range(index, index + 4):
        word = sentence.words[at]
        if is_capital(word):
            return at > index
        if not word.endswith(ATTRIBUTED) or not word[:1].isalnum() or len(word) < SHORTEST_ATTRIBUTE:
            return False
        if word in DETERMINERS or word in PREPOSITIONS or word in PRONOUNS or word in VERBS or word in adverbs():
            return False
    return False


def _adjective_head(sentence: Sentence, index: int) -> bool:
    """Tell whether a capitalised word is an adjective at the start of a sentence: Russische Behörden."""
    if index or not sentence.words[0].endswith(ADJECTIVAL):
        return False
    return is_capital(sentence.words[1]) or is_attribute(sentence, 1)


def _is_lone(sentence: Sentence, index: int) -> bool:
    """Tell whether a capitalised word is only that because it begins a sentence."""
    word = sentence.words[index]
    if index in sentence.persons:
        return False
    if word.endswith(ADVERBIAL) and sentence.words[1].islower() and kind(word) is not Kind.OFFICE:
        return True
    return word.lower() in PREPOSITIONS or word.lower() in adverbs() or word in OPENERS


def capitals(sentence: Sentence, start: int) -> tuple[int, str | None]:
    """Read capitalised words up to the first person's name; tell where they end, and the person.

    Whom an office serves is not who holds it: ein Sprecher Erdogans.
    """
    index = start
    while True:
        if index in sentence.persons and sentence.names(index):
            owner = index > start and sentence.owns(index) and kind(sentence.words[index - 1]) is Kind.OFFICE
            return sentence.person_end(index), None if owner else sentence.persons[index].name
        if (
            is_capital(sentence.words[index])
            or (sentence.words[index] in ("-", "&") and is_capital(sentence.words[index + 1]))
            or (sentence.words[index] == "und" and sentence.cut_off(index - 1))
        ):
            index += 1
        elif index > start and (linked := _english_link(sentence, index)):
            index = linked
        else:
            return index, None


def _english_link(sentence: Sentence, index: int) -> int:
    """Skip what joins the nouns of an English name: Institute [for the] Study [of] War; 0 where nothing does."""
    while sentence.words[index] in ENGLISH:
        index += 1
    return index if sentence.words[index - 1] in ENGLISH and is_capital(sentence.words[index]) else 0


def _owned(sentence: Sentence, index: int) -> Phrase | None:
    """Read who speaks for the person that a phrase begins with, in the genitive: Horns Sprecherin Anna Quast."""
    if not sentence.owns(index):
        return None
    owned = noun_group(sentence, sentence.person_end(index))
    if owned is None or not (owned.person or _is_body(owned.head)):
        return None
    owner = " ".join(sentence.words[index : sentence.person_end(index)])
    return owned._replace(start=index, head=f"{owner} {owned.head}")


def _is_body(head: str) -> bool:
    """Tell whether somebody's noun says something for him: Horns Sprecher, Horns Büro; not Horns Konzert."""
    return kind(head.split()[0]) is Kind.OFFICE or head.lower().endswith((*INSTITUTES, *GOVERNING, "partei", "anwälte"))


def _ends_early(nouns: list[str], determiner: str) -> bool:
    """Tell whether a source ends where the sentence's own noun begins, or to whom it speaks: ein Sprecher Reuters."""
    if kind(nouns[0]) is Kind.OFFICE and " ".join(nouns[1:]) in outlets():
        return True
    early = not determiner and nouns[0].lower().endswith(COLLECTIVE)
    return early and kind(nouns[1]) is Kind.WORD and nouns[1] not in outlets()


def _ends_in_genitive(sentence: Sentence, index: int) -> bool:
    """Tell whether a group ends with its first noun, and the sentence's own follows: des Amtes [Bewohner] betroffen."""
    noun, following = sentence.words[index : index + 2]
    declined = sentence.words[index - 1] in ("des", "eines") and noun[-1] == "s"
    named = kind(following) not in (Kind.WORD, Kind.OFFICE)
    return declined and not named and not following.isupper() and following not in outlets()


def _of_land(sentence: Sentence, index: int, end: int) -> Phrase | None:
    """Read on behind a country in the genitive: Norwegens oberster Richter."""
    rest = noun_group(sentence, end)
    if rest is None:
        return None
    return rest._replace(start=index, head=f"{sentence.words[index]} {rest.head}", definite=True)


def is_extended(sentence: Sentence, index: int) -> bool:
    """Tell whether a preposition begins what extends an attribute."""
    return sentence.words[index] in PREPOSITIONS and _behind_extension(sentence, index) > index


def _behind_extension(sentence: Sentence, index: int) -> int:
    """Skip what extends an attribute, with the attribute: die [in Bonn für Bauten zuständige] neue Behörde."""
    end = index
    for _ in range(LONGEST_EXTENSION):
        inner = noun_group(sentence, end + 1) if sentence.words[end] in PREPOSITIONS else None
        if inner is None:
            return index
        end = inner.end
        # An adverb may stand before the participle: das [vom Rat scharf] kritisierte Amt.
        for at in (end, end + 1):
            if is_attribute(sentence, at):
                return at + 1 if is_attribute(sentence, at + 1) else at
    return index


def in_group(sentence: Sentence, index: int) -> bool:
    """Tell whether a word is an attribute of the noun behind it: das vom Rat scharf [kritisierte] Amt."""
    if not sentence.words[index].endswith(ATTRIBUTIVE) or not is_capital(sentence.words[index + 1]):
        return False
    for start in range(index - 1, max(-1, index - 7), -1):
        if not sentence.words[start][:1].isalnum():
            return False
        if sentence.words[start].lower() in DETERMINERS:
            if start == index - 1 and sentence.words[start].lower() == "das":
                return False  # sooner a verb: Das sagte Ministerin Horn
            group = noun_group(sentence, start)
            return group is not None and group.end > index
    return False
