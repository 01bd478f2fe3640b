from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.documents.made import entry, stories, story, understood

from warticker.errors import DataError
from warticker.model import Document, DocumentKind, Story
from warticker.records import from_lines, to_json, to_line
from warticker.records.lines import PORTION

KIEW = (entry("a", headline="Angriff auf Kiew"), understood("luftangriffe", cities=("Kiew",)))


def lines(*made: Story) -> list[str]:
    return [
        to_line(one, understood, each.document)
        for each in made
        for one, understood in zip(each.document.entries, each.annotations or (None,) * 99, strict=False)
    ]


@given(st.lists(stories(), max_size=3))
def test_entries_survive_their_lines(made: list[Story]) -> None:
    read = list(from_lines(lines(*made)))
    assert [one for each in read for one in each.document.entries] == [
        one for each in made for one in each.document.entries
    ]
    for each in read:
        assert each.document.title in {one.document.title for one in made}


def test_what_was_understood_and_the_document_survive_too() -> None:
    made = story(KIEW, entry("b"))
    made = replace(made, document=replace(made.document, address="https://example.org/", kind=DocumentKind.FEED))
    assert list(from_lines(lines(made))) == [made]


def test_a_line_says_its_source_where_it_is_the_documents_and_where_there_is_none() -> None:
    document = Document("Ticker", DocumentKind.TICKER, (), "ntv")
    records = [json.loads(to_line(one, None, document)) for one in (entry("a"), replace(entry("b"), source=None))]
    assert [record["source"] for record in records] == ["ntv", None]
    assert [record["document"]["title"] for record in records] == ["Ticker", "Ticker"]
    read = from_lines(to_line(one, None, document) for one in (entry("a"), replace(entry("b"), source=None)))
    assert [one.source for each in read for one in each.document.entries] == ["ntv", None]


def test_stories_and_entries_can_stand_in_one_file() -> None:
    one, other = story(KIEW), story(entry("b"), title="Anderer Ticker")
    assert list(from_lines([to_json(other), "\n", *lines(one), to_json(other)])) == [other, one, other]


def test_a_long_run_comes_in_portions() -> None:
    document = Document("Ticker", DocumentKind.TICKER, (), "ntv")
    read = from_lines(to_line(entry(str(number)), None, document) for number in range(PORTION + 2))
    assert [len(each.document.entries) for each in read] == [PORTION, 2]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"key": "a"', "line 2: not valid JSON"),
        ("[]", "line 2: not a record"),
        ('{"key": "a", "headline": "\\ud800"}', "line 2: not valid JSON"),
        ('{"key": "a", "headline": "\\uD800"}', "line 2: not valid JSON"),
        ('{"key": "a", "figures": NaN}', "line 2: not valid JSON"),
        ("[" * 100_000, "line 2: not valid JSON"),
        ('{"key": "a", "headlne": "x"}', "line 2 (a): unknown field headlne"),
        ('{"key": "a", "document": 3}', "line 2: document must have named fields"),
    ],
)
def test_a_damaged_line_is_told_with_its_number(line: str, told: str) -> None:
    with pytest.raises(DataError) as raised:
        list(from_lines([to_line(*KIEW, story().document), line]))
    assert str(raised.value) == told
