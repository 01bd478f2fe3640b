"""German numbers in digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warticker.annotate.language.numerals import in_digits, in_words

SMALL = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
TEENS = [
    *("zehn", "elf", "zwölf", "dreizehn", "vierzehn"),
    *("fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"),
]
TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def spelled(number: int) -> str:
    """A number below a million as German writes it out."""
    if number >= 1000:
        return spelled(number // 1000) + "tausend" + (spelled(number % 1000) if number % 1000 else "")
    if number >= 100:
        return SMALL[number // 100] + "hundert" + (spelled(number % 100) if number % 100 else "")
    if number < 10:
        return "eins" if number == 1 else SMALL[number]
    if number < 20:
        return TEENS[number - 10]
    unit = SMALL[number % 10]
    return (f"{unit}und" if unit else "") + TENS[number // 10 - 2]


@given(st.integers(1, 999_999))
def test_every_number_that_can_be_written_out_is_read(number: int) -> None:
    assert in_words(spelled(number)) == number
    assert in_words(spelled(number).capitalize()) == number


@pytest.mark.parametrize("number", range(1, 20))
def test_every_number_below_twenty_is_read_with_a_half(number: int) -> None:
    assert in_words(spelled(number).replace("eins", "ein") + "einhalb") == number + 0.5


@given(st.integers(0, 10**12))
def test_points_and_spaces_between_thousands_change_nothing(number: int) -> None:
    for separator in ".", " ", "\u202f", "'":
        assert in_digits(f"{number:,}".replace(",", separator)) == number


def test_a_comma_stands_before_decimals() -> None:
    assert in_digits("1.234,5") == 1234.5


@pytest.mark.parametrize(
    ("word", "value"), [("Dutzende", 12), ("Zehntausenden", 10_000), ("anderthalb", 1.5), ("zweier", 2)]
)
def test_words_of_quantity_have_their_value(word: str, value: float) -> None:
    assert in_words(word) == value


@pytest.mark.parametrize(
    "word", ["", "und", "undzwanzig", "zwanzigzwei", "zweidrei", "zwanzighundert", "viele", "ein" * 50]
)
def test_what_is_no_number_has_no_value(word: str) -> None:
    assert in_words(word) is None
