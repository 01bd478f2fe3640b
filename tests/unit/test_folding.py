from hypothesis import given
from hypothesis import strategies as st

from warticker.folding import fold, foldings, nearest


def test_capitals_accents_and_sharp_s_do_not_matter() -> None:
    assert fold("Straße in MÜNCHEN") == "strasse in munchen"
    assert fold("Łódź") == "lodz"
    assert fold("Tromsø") == "tromso"


def test_umlauts_written_out_are_umlauts_too() -> None:
    assert foldings("Muenchen") == ("muenchen", "munchen")
    assert foldings("Köln") == ("koln",)


def test_a_vowel_before_keeps_ue_what_it_is() -> None:
    assert foldings("Steuer") == ("steuer",)
    assert foldings("Quelle") == ("quelle",)


def test_a_letter_of_another_script_style_is_no_capital_either() -> None:
    assert fold("\u2112") == "l"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_of_short_names_two_letters_that_are_right_tell_which_is_meant() -> None:
    assert (nearest("kiv", ["Kiew", "Lwiw"]), nearest("foo", ["front", "nato"])) == ("Kiew", None)
