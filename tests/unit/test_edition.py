"""The bundled edition as a newcomer meets it: whole, in order, and set as German news is set."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from warticker import file_cache, resources
from warticker.annotate.documents import annotate
from warticker.archive.query import Query
from warticker.library import Library, edition
from warticker.model import BERLIN, DocumentKind, Moment, Story
from warticker.records import from_yaml, story_record

_PAIRS = {"„": "“", "‚": "‘"}
_WRONG_MARKS = re.compile("[\"'`´»«”’…]|\\.\\.\\.")
_HYPHEN_FOR_DASH = re.compile(r"\s-\s|\w–|–\w|--|—")
_UMLAUT_SPELT_OUT = re.compile(r"\b(fuer|ueber|koenn|waer|moegl|gegenueber|Praesident|Ruest)", re.IGNORECASE)
_SPACING = re.compile(r"  |\s[,.;:!?]|[,;!?][^\s“‘\d]|^\s|\s$|[\n\t\u00ad\u200b]")
_SENTENCE_END = re.compile(r"[.!?]“?$")
_FIRST_WORDS = 3


@cache
def stories() -> tuple[Story, ...]:
    return from_yaml(resources.data("edition.yaml").read_text(encoding="utf-8"))


@cache
def records() -> tuple[dict[str, Any], ...]:
    return tuple(yaml.safe_load_all(resources.data("edition.yaml").read_text(encoding="utf-8")))


def ticker() -> Story:
    (found,) = (story for story in stories() if story.document.kind is DocumentKind.TICKER)
    return found


def articles() -> list[Story]:
    return [story for story in stories() if story.document.kind is DocumentKind.ARTICLE]


def texts() -> list[str]:
    """Every piece of text that the edition shows."""
    return [
        piece
        for story in stories()
        for piece in (
            story.document.title,
            *(line for entry in story.document.entries for line in (entry.headline, *entry.paragraphs)),
        )
    ]


def every(pattern: re.Pattern[str]) -> list[str]:
    """The pieces of text in which a pattern is found."""
    return [piece for piece in texts() if pattern.search(piece)]


def test_edition_holds_thirty_reports_and_four_background_stories() -> None:
    assert len(ticker().document.entries) == 30
    assert [2 <= len(story.document.entries) <= 5 for story in articles()] == [True] * 4


def test_file_says_no_less_and_no_other_than_what_is_read() -> None:
    for record, story in zip(records(), stories(), strict=True):
        written = story_record(story)
        for name in ("title", "source", "address", "published", "kind"):
            assert record[name] == written[name]
        for entry, again in zip(record["entries"], written["entries"], strict=True):
            assert {name: again[name] for name in entry if name != "key"} == {
                name: value for name, value in entry.items() if name != "key"
            }


def test_reports_stand_newest_first_each_at_a_minute_of_its_own() -> None:
    moments = [entry.moment.at for entry in ticker().document.entries]
    assert all(
        earlier is not None and later is not None and later - earlier >= timedelta(minutes=1)
        for later, earlier in pairwise(moments)
    )
    assert moments[0] == datetime(2025, 11, 14, 16, 5, tzinfo=BERLIN)
    assert moments[-1] == datetime(2025, 11, 13, 21, 48, tzinfo=BERLIN)


def test_reports_fall_on_two_days_whose_dates_were_worked_out() -> None:
    moments = [entry.moment for entry in ticker().document.entries]
    assert [moment.day for moment in moments] == [date(2025, 11, 14)] * 27 + [date(2025, 11, 13)] * 3
    assert all(moment.inferred for moment in moments)


def test_background_is_dated_only_where_its_text_tells_a_day() -> None:
    for story in articles():
        text = "\n".join(entry.text for entry in story.document.entries)
        told = Moment(date(2025, 2, 7), inferred=True) if "am 7. Februar" in text else Moment()
        assert {entry.moment for entry in story.document.entries} == {told}
        assert story.document.published == Moment()


def test_headlines_fit_two_lines_of_a_narrow_timeline_and_differ() -> None:
    headlines = [entry.headline for story in stories() for entry in story.document.entries]
    assert [headline for headline in headlines if not 30 <= len(headline) <= 80 or headline.endswith(".")] == []
    assert len(set(headlines)) == len(headlines)


def test_reports_are_short_and_end_in_whole_sentences() -> None:
    for entry in ticker().document.entries:
        assert 1 <= len(entry.paragraphs) <= 3
        assert 250 <= sum(map(len, entry.paragraphs)) <= 700
    paragraphs = [line for story in stories() for entry in story.document.entries for line in entry.paragraphs]
    assert [line for line in paragraphs if not _SENTENCE_END.search(line)] == []


def test_paragraphs_do_not_open_alike() -> None:
    openings = [
        tuple(line.split()[:_FIRST_WORDS])
        for story in stories()
        for entry in story.document.entries
        for line in entry.paragraphs
    ]
    assert sorted({opening for opening in openings if openings.count(opening) > 1}) == []


def test_quotation_marks_are_german_and_balanced() -> None:
    for piece in texts():
        opened: list[str] = []
        for mark in piece:
            if mark in _PAIRS:
                opened.append(_PAIRS[mark])
            elif mark in _PAIRS.values():
                assert opened, piece
                assert opened.pop() == mark, piece
        assert opened == [], piece


@pytest.mark.parametrize("wrong", [_WRONG_MARKS, _HYPHEN_FOR_DASH, _UMLAUT_SPELT_OUT, _SPACING])
def test_text_is_set_as_german_type_is(wrong: re.Pattern[str]) -> None:
    assert every(wrong) == []


def test_edition_names_its_own_hand_as_source_and_leads_nowhere() -> None:
    documents = [story.document for story in stories()]
    assert {document.source for document in documents} == {"warticker", "Hintergrund"}
    entries = [entry for document in documents for entry in document.entries]
    assert {document.address for document in documents} | {entry.address for entry in entries} == {None}
    assert {document.dropped for document in documents} == {()}


def test_annotations_are_what_the_rules_make_of_the_text() -> None:
    for story in edition.stories():
        assert story.annotations == annotate(story.document), "to be run: python data/build_edition.py"


def test_every_entry_has_a_key_of_its_own() -> None:
    keys = [entry.key for story in edition.stories() for entry in story.document.entries]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_it_is_the_same_when_it_comes_from_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(file_cache.FOLDER, str(tmp_path))
    made, cached = Library.bundled(), Library.bundled()
    assert list(tmp_path.glob("edition-*.archive-*"))
    assert cached.select(Query()).rows(0, 100) == made.select(Query()).rows(0, 100)
    (noted,) = cached.select(Query()).rows(0, 1)
    cached.archive.marks.note(noted.key, "Rückfragen")
    assert [row.key for row in cached.select(Query.parse("is:noted")).rows(0, 9)] == [noted.key]
