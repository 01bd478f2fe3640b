"""The values of an index are found as in a list of them."""

from hypothesis import given
from hypothesis import strategies as st

from warticker.archive.segments import values as module
from warticker.archive.segments.values import Values
from warticker.archive.words import words

NAMES = st.lists(st.one_of(st.sampled_from(("Jörg Öl", "Joerg  Öl", "öl\nJörg", "", "Ölm")), st.text(max_size=6)))


@given(NAMES.map(lambda names: list(dict.fromkeys(names))), st.text(max_size=3))
def test_values_are_found_by_themselves_and_by_their_words(names: list[str], other: str) -> None:
    values = Values(names)
    assert list(values) == [values[each] for each in range(len(values))] == names
    assert [values.id_of(name) for name in names] == list(range(len(names)))
    assert (values.id_of(other) is None) is (other not in names)
    for looked_for in (words("Jörg Öl"), words("öl"), words("ol nobody")):
        assert values.having(looked_for) == {at for at, name in enumerate(names) if set(looked_for) <= set(words(name))}


def test_texts_with_the_same_half_of_a_hash_are_told_apart() -> None:
    values = Values(["Anna Berg", "Carl Berg"])
    values.__dict__["_by_word"] = module._Directory((word, each) for each in (0, 1) for word in ("anna", "berg"))
    assert (values.having(["anna"]), values.having(["anna", "berg"]), values.having(["berg"])) == ({0}, {0}, {0, 1})
