"""The words beside a place's name."""

import pytest

from warticker.annotate.places.words import any_on_list, on_list


@pytest.mark.parametrize("word", ["Häfen", "Militärhafens", "Hauptstadt", "toren", "Bürgermeisterin"])
def test_a_noun_is_on_a_list_in_every_form_and_at_the_end_of_compounds(word: str) -> None:
    assert on_list(word, "belongings")


@pytest.mark.parametrize("word", ["Direktor", "Hafenarbeiter", ""])
def test_what_must_stand_alone_is_not_found_in_other_words(word: str) -> None:
    assert not on_list(word, "belongings")


def test_any_of_several_words_may_be_on_a_list() -> None:
    assert any_on_list(["gestern", "beschossen"], "suffered")
    assert not any_on_list([], "suffered")
