"""Sentences of tokens: whom they name, however long or empty they are."""

import pytest

from warticker.annotate.language.masking import masked
from warticker.annotate.language.tokens import MOST_TOKENS, Sentences
from warticker.annotate.speech.subjects import subject
from warticker.model import PersonMention, Span


def test_a_name_that_a_part_of_an_endless_sentence_cuts_off_is_whole_and_owns_nothing() -> None:
    before = "unten " * (MOST_TOKENS - 1)
    start = len(before)
    sentence = Sentences(f"{before}Eva Horn kam.", [PersonMention(Span(start, start + 8), "Eva Horn")])[0]
    assert len(sentence) == MOST_TOKENS
    assert sentence.names(MOST_TOKENS - 1)
    assert not sentence.owns(MOST_TOKENS - 1)


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


@pytest.mark.parametrize("behind", ["", " ", "\t\n", "\n"])
def test_no_space_behind_a_quotation_whose_mark_is_missing_is_of_it(behind: str) -> None:
    text = f'Er rief: "Es regnet{behind}'
    assert masked(text, [Span(10, 19)])[19:] == behind


@pytest.mark.parametrize(
    "text",
    [
        "Der Öl- und Gaskonzern (Bonn) sagt's, so a&b: 3,5 % mehr!",
        "- Horn kam - und ging -\n-\nSie blieb.",
        "Zwei  Lücken, \u00a0 und\tmehr. Dann\u00a0 nichts.",
        'Er rief "Halt" - und ging. Sie schwieg.',
        "Wort " * (MOST_TOKENS + 200),
        "",
    ],
)
def test_a_sentence_has_the_tokens_that_it_has_alone(text: str) -> None:
    opaque = masked(text, [Span(at + 1, at + 5) for at in [text.find('"Halt"')] if at >= 0])
    sentences = Sentences(opaque, ())
    for number, span in enumerate(sentences.spans):
        within, alone = sentences[number], Sentences(opaque[span.start : span.end], ())[0]
        assert (within.words, within.classes) == (alone.words, alone.classes)
        assert within.starts == [span.start + start for start in alone.starts]
        assert within.ends == [span.start + end for end in alone.ends]
