"""The lists of words that annotation reads."""

from collections.abc import Iterator
from typing import Any

import pytest

from warticker.annotate.language.known import listed, load
from warticker.annotate.language.sentences import LONGEST_ABBREVIATION
from warticker.annotate.topics.vocabulary import read_file
from warticker.resources import data


def lists(value: Any, name: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of texts in a file, with the keys that lead to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{name}/{key}")
    elif isinstance(value, list) and all(isinstance(one, str) for one in value):
        yield name, value


@pytest.mark.parametrize("name", ["german.yaml", "speakers.yaml", "places.yaml", "place_words.yaml"])
def test_no_word_stands_twice_on_a_list(name: str) -> None:
    twice = {where: {word for word in words if words.count(word) > 1} for where, words in lists(load(name))}
    assert not {where: words for where, words in twice.items() if words}


def test_no_abbreviation_is_longer_than_is_looked_for() -> None:
    assert max(map(len, listed("abbreviations"))) < LONGEST_ABBREVIATION


def test_what_only_happens_is_an_account_to_begin_with() -> None:
    assert set(load("german.yaml")["event_nouns"]) < set(load("german.yaml")["account_nouns"])


def test_no_topic_has_a_term_in_two_ways_or_shields_it() -> None:
    for name, topic in read_file(data("topics.yaml")).items():
        listed = (topic.get(kind, "") for kind in ("strong", "weak", "company", "not"))
        terms = [term for terms in listed for term in terms.split(", ") if term]
        assert not {term for term in terms if terms.count(term) > 1}, name


@pytest.mark.parametrize(
    "name", ["offices", "titles", "vessels", "noun_endings", "members", "institutes", "feminine", "mute", "speaking"]
)
def test_no_end_of_words_is_told_by_another_of_its_list(name: str) -> None:
    ends = load("german.yaml")[name]
    assert not [end for end in ends if any(end != other and end.endswith(other) for other in ends)]
