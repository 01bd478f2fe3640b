"""Sentences of tokens: whom they name, however long or empty they are."""

import pytest

from warticker.annotate.masking import masked
from warticker.annotate.subjects import subject
from warticker.annotate.tokens import LONGEST, Sentences
from warticker.model import PersonMention, Span


def test_a_name_that_a_part_of_an_endless_sentence_cuts_off_is_whole_and_owns_nothing() -> None:
    before = "unten " * (LONGEST - 1)
    start = len(before)
    sentence = Sentences(f"{before}Eva Horn kam.", [PersonMention(Span(start, start + 8), "Eva Horn")])[0]
    assert len(sentence) == LONGEST
    assert sentence.names(LONGEST - 1)
    assert not sentence.owns(LONGEST - 1)


@pytest.mark.parametrize(("text", "whole", "owns"), [("Horn kam.", True, False), ("Horns Amt.", True, True)])
def test_a_name_in_the_genitive_owns(text: str, whole: bool, owns: bool) -> None:
    sentence = Sentences(text, [PersonMention(Span(0, 4), "Eva Horn")])[0]
    assert (sentence.names(0), sentence.owns(0)) == (whole, owns)


@pytest.mark.parametrize("line", ["*", "- - -", "§§"])
def test_a_line_of_marks_is_about_nobody(line: str) -> None:
    assert subject(Sentences(line, ())[0]) is None


def test_a_line_ends_where_the_mark_that_closes_its_quotation_is_missing() -> None:
    text = 'Er rief: "Es regnet\nDie Stadt schwieg.'
    assert masked(text, [Span(10, 19)]).split("\n")[1] == "Die Stadt schwieg."
