from hypothesis import given
from hypothesis import strategies as st

from warticker.archive.words import words, words_of_each


@given(st.lists(st.text()))
def test_texts_together_have_the_words_that_each_has_alone(texts: list[str]) -> None:
    assert words_of_each(texts) == [list(words(text)) for text in texts]
