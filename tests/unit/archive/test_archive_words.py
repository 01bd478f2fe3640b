from hypothesis import given
from hypothesis import strategies as st

from warticker.archive.words import word_count, words


@given(st.text(st.one_of(st.characters(), st.sampled_from("aö ½²–„“\u0308\n_-"))))
def test_words_are_counted_as_they_are_folded(text: str) -> None:
    assert word_count(text) == len(words(text))
