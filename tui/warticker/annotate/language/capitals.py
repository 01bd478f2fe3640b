"""Runs of capitalised words: where a name ends, and whose it is."""

from __future__ import annotations

from warticker.annotate.language.tokens import Sentence
from warticker.annotate.language.word_classes import CAPITAL, MARK
from warticker.annotate.language.words import Kind, kind

ENGLISH = frozenset({"of", "for", "the", "and", "to"})
"""Words that link the nouns of an English name and do not exist in German."""
LINKING = ENGLISH | {"-", "&", "und", "."}
"""Words and signs that may link the words of a name."""
DAYS = frozenset(
    (day + part).capitalize()
    for day in ("", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag")
    for part in ("", "früh", "morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht")
    if day or part
)
"""Times of a statement, which Austrian and Swiss papers write without preposition: sagte Minister Horn Montagabend."""
LONGEST_NAME = 6
"""The most words after its capitalised ones in a name in quotation marks."""


def capitals(sentence: Sentence, start: int) -> tuple[int, str | None]:
    """Read capitalised words up to the first person's name; returns where they end, and the person.

    A possessor is not the office holder: ein Sprecher Erdogans.
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
    """The token after what links the words of a name here; 0 if nothing does."""
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
    """The same for the nouns of an English name: Institute [for the] Study [of] War."""
    while sentence.words[index] in ENGLISH:
        index += 1
    return index if sentence.words[index - 1] in ENGLISH and sentence.classes[index] & CAPITAL else 0


def closing(sentence: Sentence, index: int) -> int:
    """The closing mark of a quoted name whose words are not all capitalised: "The Voice of Spring"."""
    for at in range(index, min(index + LONGEST_NAME, len(sentence))):
        if sentence.classes[at] & MARK:
            return at
        if not sentence.words[at][:1].isalpha():
            break
    return index
