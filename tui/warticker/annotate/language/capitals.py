"""Runs of capitalised words: where a name ends, and whose it is."""

from __future__ import annotations

from warticker.annotate.language.tokens import Sentence
from warticker.annotate.language.word_classes import CAPITAL, MARK
from warticker.annotate.language.words import Kind, kind

ENGLISH = frozenset({"of", "for", "the", "and", "to"})
"""What joins the nouns of an English name, and is no word of German."""
LINKING = ENGLISH | {"-", "&", "und", "."}
"""What may join the words of a name."""
DAYS = frozenset(
    (day + part).capitalize()
    for day in ("", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag")
    for part in ("", "früh", "morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
    if day or part
)
"""When somebody says something, where Austrian and Swiss papers use no preposition: sagte Minister Horn Montagabend."""
LONGEST_NAME = 6
"""How many words behind its capitalised ones a name in marks may go on for."""


def capitals(sentence: Sentence, start: int) -> tuple[int, str | None]:
    """Read capitalised words up to the first person's name; tell where they end, and the person.

    Whom an office serves is not who holds it: ein Sprecher Erdogans.
    """
    index, classes, words = start, sentence.classes, sentence.words
    while True:
        if index in sentence.persons and sentence.names(index):
            owner = index > start and sentence.owns(index) and kind(words[index - 1]) is Kind.OFFICE
            return sentence.person_end(index), None if owner else sentence.persons[index].name
        if classes[index] & CAPITAL and (index == start or words[index] not in DAYS):
            index += 1
        elif words[index] not in LINKING or not (linked := _linked(sentence, start, index)):
            return index, None
        else:
            index = linked


def _linked(sentence: Sentence, start: int, index: int) -> int:
    """Skip what joins the words of a name that begins with a token; 0 where nothing does."""
    word = sentence.words[index]
    if word in ("-", "&"):
        return index + 1 if sentence.classes[index + 1] & CAPITAL else 0
    if word == "und":
        return index + 1 if sentence.cut_off(index - 1) else 0
    if index == start:
        return 0
    # The full stop of an abbreviation before a name: Minister Dr[.] Anton Horn.
    if word == ".":
        return index + 1 if index + 1 in sentence.persons else 0
    return _english_link(sentence, index)


def _english_link(sentence: Sentence, index: int) -> int:
    """Skip what joins the nouns of an English name: Institute [for the] Study [of] War; 0 where nothing does."""
    while sentence.words[index] in ENGLISH:
        index += 1
    return index if sentence.words[index - 1] in ENGLISH and sentence.classes[index] & CAPITAL else 0


def closing(sentence: Sentence, index: int) -> int:
    """The mark that closes a name in marks whose words are not all capitalised: "The Voice of Spring"."""
    for at in range(index, min(index + LONGEST_NAME, len(sentence))):
        if sentence.classes[at] & MARK:
            return at
        if not sentence.words[at][:1].isalpha():
            break
    return index
