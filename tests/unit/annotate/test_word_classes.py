"""What a word may be by its form alone."""

import pytest

from warticker.annotate.language.word_classes import (
    ATTRIBUTE,
    CAPITAL,
    CUE,
    DETERMINER,
    ENDING,
    LONGEST_WORD,
    MARK,
    OPENING,
    PRONOUN,
    QUOTED,
    classes,
)


@pytest.mark.parametrize(
    ("word", "held"),
    [
        ("Haus", CAPITAL),
        ("ntv-Reporterin", CAPITAL),
        ("dpa", CAPITAL),
        ("zdf.de", CAPITAL),
        ("neue", ATTRIBUTE),
        ("drei", DETERMINER),
        ("der", DETERMINER),
        ("Dort", CAPITAL | OPENING),
        ("sie", PRONOUN),
        ("betonte", ATTRIBUTE | CUE),
        ("Polizeiangaben", CAPITAL | CUE),
        ("NASA-Angaben", CAPITAL | CUE),
        (",", ENDING),
        ("“", MARK),
        ("\x01\x01", ENDING | QUOTED),
        ("", 0),
        ("kroch", 0),
    ],
)
def test_a_word_has_its_classes(word: str, held: int) -> None:
    assert classes()[word] == held


def test_words_that_nobody_writes_are_not_remembered() -> None:
    endless = "a" * (LONGEST_WORD + 1)
    assert classes()[endless] == classes()[endless]
    assert endless not in classes()
