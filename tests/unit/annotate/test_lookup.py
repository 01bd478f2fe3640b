from hypothesis import given
from hypothesis import strategies as st

from warticker.annotate.places.lookup import Lookup

TEXTS = st.text(st.characters(exclude_characters="\t\n", exclude_categories=["Cs"]))


@given(st.dictionaries(TEXTS, TEXTS, max_size=30), TEXTS)
def test_it_answers_as_a_dictionary_does(known: dict[str, str], other: str) -> None:
    lookup = Lookup(Lookup.made(known.items()))
    assert {text: lookup.get(text) for text in known} == known
    assert (other in lookup) == (other in known)
    assert sorted(lookup) == sorted(known)
