"""Sentences end where German news ends them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warticker.annotate.language.sentences import sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Am 14. November schneit es.",
        "Die 71. Brigade und die 3. Kompanie rasten.",
        "Dr. Anna B. Koch z. B. kam um 5.30 Uhr.",
        "Es kostet 1.200.000 Euro, rd. die Hälfte.",
        "Sie rief: Halt! und lief davon.",
    ],
)
def test_a_stop_inside_a_sentence_ends_nothing(text: str) -> None:
    assert split(text) == [text]


def test_sentences_end_with_their_stop_and_the_mark_behind_it() -> None:
    assert split('Es regnet. "Wir bleiben." Wer geht? Niemand!') == [
        "Es regnet.",
        '"Wir bleiben."',
        "Wer geht?",
        "Niemand!",
    ]


def test_a_year_and_a_line_end_a_sentence() -> None:
    assert split("Titel ohne Punkt\nDas war 2021. Heute nicht.") == [
        "Titel ohne Punkt",
        "Das war 2021.",
        "Heute nicht.",
    ]


@given(st.text())
def test_sentences_are_in_order_and_lose_nothing_but_space(text: str) -> None:
    spans = sentences(text)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert "".join("".join(split(text)).split()) == "".join(text.split())


def test_a_semicolon_ends_a_sentence_too() -> None:
    assert split("Es regnet; niemand geht. Tee;Kaffee") == ["Es regnet;", "niemand geht.", "Tee;Kaffee"]
