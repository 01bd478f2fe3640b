from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from warticker.archive.lexicon.hits import passage, term_hits
from warticker.archive.query import Query
from warticker.archive.words import placed_words, words
from warticker.errors import QueryError


def marked(text: str, query: str) -> list[str]:
    return [span.of(text) for span in term_hits(text, Query.parse(query).terms())]


def test_a_word_is_found_anywhere_in_a_word_in_any_case() -> None:
    assert marked("Ein Drohnenangriff, kein Angriff", "angriff") == ["angriff", "Angriff"]


def test_umlauts_and_sharp_s_are_folded() -> None:
    assert marked("Öltanker in der Straße", "oltanker strasse") == ["Öltanker", "Straße"]
    assert marked("München", "muenchen") == ["München"]
    assert marked("Große Maße", "mass") == ["Maß"]


def test_a_phrase_is_whole_words_side_by_side() -> None:
    assert marked("In der Nacht. In der Nachtschicht, in der\nNacht", '"in der nacht"') == [
        "In der Nacht",
        "in der\nNacht",
    ]


def test_the_last_part_of_a_hyphenated_word_may_go_on() -> None:
    assert marked("Der U-Bahnhof und die U-Bahn", "u-bahn") == ["U-Bahn", "U-Bahn"]


def test_overlapping_hits_are_one() -> None:
    assert marked("Drohnenangriffe", "drohnen nenang angriff") == ["Drohnenangriff"]


def test_what_must_not_occur_is_not_marked() -> None:
    assert marked("Öl und Gas", "öl -gas") == ["Öl"]


@given(st.text(), st.text(min_size=1, max_size=5))
def test_hits_lie_in_order_within_the_text(text: str, words_asked: str) -> None:
    try:
        query = Query.parse(words_asked)
    except QueryError:
        return
    found = term_hits(text, query.terms())
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(st.text())
def test_placed_words_are_the_words(text: str) -> None:
    placed = placed_words(text)
    assert tuple(word.folded for word in placed) == words(text)
    assert all(word.folded in words(word.part(0, len(word.folded)).of(text)) for word in placed)


def test_a_passage_is_the_first_line_in_which_a_word_is() -> None:
    found = passage("Strom fällt aus\nIm Hafen brennt es.\nDer Hafen ist zu.", Query.parse("hafen zu").terms())
    assert found is not None
    assert found.line == "Im Hafen brennt es."
    assert [span.of(found.line) for span in found.hits] == ["Hafen"]
    assert passage("Strom fällt aus", Query.parse("hafen").terms()) is None
