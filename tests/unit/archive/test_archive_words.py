from hypothesis import given
from hypothesis import strategies as st

from warticker.archive.words import counted, words, words_of_each


@given(st.lists(st.text()))
def test_texts_together_have_the_words_that_each_has_alone(texts: list[str]) -> None:
    assert words_of_each(texts) == [list(words(text)) for text in texts]


@given(st.text(st.one_of(st.characters(), st.sampled_from("aö ½²–„“\u0308\n_-"))))
def test_words_are_counted_as_they_are_folded(text: str) -> None:
    assert counted(text) == len(words(text))
