"""Whatever of an archive is derived from its entries is missed where it is lost or wrong, and made anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.archive.archive_files import archive_of_two, found, page
from tests.unit.documents.made import DAY, entry, keep, story, understood

from warticker.archive import checking, schema
from warticker.archive.file import FileArchive
from warticker.archive.lexicon import word_merging
from warticker.archive.segments import base
from warticker.model import PersonMention, Span

LOST = {
    "parts": "the index of times and values is incomplete",
    "fresh_words": "the word and phrase indexes disagree",
    "words": "the word and phrase indexes disagree",
    "bitmaps": "bitmaps of the word index are wrong or missing",
    "vocabulary": "the list of distinct words does not match",
    "triples": "bitmaps of the word index are wrong or missing",
}
"""What is told of each derived table that is empty."""
KARN = "CAST(replace(CAST({0} AS TEXT), 'kran', 'karn') AS BLOB)"
ROWS = [
    *((f"DELETE FROM {table}", told) for table, told in LOST.items()),  # noqa: S608 - of our own
    *((f"DROP TABLE {table}", f"lacks the tables {table}") for table in schema.tables(schema.DERIVED)),
    ("INSERT INTO fulltext (fulltext) VALUES ('delete-all')", "the phrase index has 0 words instead"),
    ("DELETE FROM fulltext_data", "the phrase index is damaged"),
    ("DELETE FROM counters", "the revision counter is lost"),
    ("UPDATE counters SET value = 0 WHERE name = 'revision'", "the revision counter is lost"),
    ("UPDATE counters SET value = 1000 WHERE name = 'base'", "times and values has 25 entries instead of 27"),
    (f"UPDATE fresh_words SET lines = {KARN.format('lines')}", "the wrong words for 2 recent entries"),  # noqa: S608
    ("UPDATE fresh_words SET lines = 'no bytes'", LOST["fresh_words"]),
    ("UPDATE fresh_words SET changed = 'no JSON'", LOST["fresh_words"]),
    ("UPDATE vocabulary SET words = 'no bytes'", "the word index is damaged"),
    (f"UPDATE vocabulary SET words = {KARN.format('words')}", LOST["vocabulary"]),  # noqa: S608
    ("UPDATE words SET numbers = substr(numbers, 5) WHERE word = 'schaltet'", LOST["words"]),
    ("UPDATE words SET numbers = x'07000000' WHERE word = 'schacht'", LOST["words"]),
    ("UPDATE words SET word = 'schaltte' WHERE word = 'schaltet'", LOST["words"]),
]
PARTS = [
    *("head", "numbers", "places", "positions"),
    *(f"{letter}/{part}" for letter in "cht" for part in ("values", "totals", "offsets", "bitmaps", "top")),
    *(f"p/{part}" for part in ("values", "totals", "offsets", "bitmaps", "top", "wide", "ids", "starts")),
]
"""Parts of the base, and of some of its indexes."""


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FileArchive:
    """An archive with words of every kind, a base, and two entries that came since."""
    monkeypatch.setattr(word_merging, "MANY_WORDS", 3)
    monkeypatch.setattr(word_merging, "FREQUENT", 10)
    monkeypatch.setattr(word_merging, "_SHARE", 1)
    archive = FileArchive(archive_of_two(tmp_path))
    keep(archive, page(20, 10))
    for turn, who in enumerate(("Anna Berg", "Berg", "Carl")):
        words = f"Kabel{turn}meister schaltet Tafel{turn}meister, Haus{turn}meister und Tor{turn}meister."
        made = entry(f"m{turn}", DAY, f"1{turn}:00", f"Schacht {turn}", words)
        keep(
            archive,
            story(
                (made, understood("front", cities=("Kiew",), people=(PersonMention(Span(0, 1), who),))),
                title=f"Meister {turn}",
            ),
        )
    base.compact(archive._database)
    with archive._database.writing() as connection:
        word_merging.merge(connection)
    keep(archive, page(2, 40))
    return archive


def unnoticed(archive: FileArchive, changes: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The changes, a statement with its argument each, of which nothing is told."""
    connection, missed = archive._database.connection, []
    for statement, name in changes:
        connection.execute("BEGIN")
        assert connection.execute(statement, (name,)).rowcount
        if not list(archive.check()):
            missed.append((statement, name))
        connection.execute("ROLLBACK")
    return missed


def test_a_whole_archive_has_nothing_wrong(archive: FileArchive) -> None:
    assert not list(archive.check())


def test_every_derived_table_is_looked_after() -> None:
    assert {*LOST, "fulltext"} == set(schema.tables(schema.DERIVED))


@pytest.mark.parametrize(("statement", "told"), ROWS)
def test_what_is_lost_is_told_and_made_anew(archive: FileArchive, statement: str, told: str) -> None:
    archive._database.connection.execute(statement)
    assert told in "\n".join(archive.check())
    assert list(archive.repair())
    assert not list(archive.check())
    queries = {"kran": 24, "meister": 3, '"satz nummer"': 24, "person:Berg": 2, "topic:front": 27}
    assert {query: found(archive, query) for query in queries} == queries


def test_portions_of_entries_add_up(archive: FileArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    statement = "UPDATE entries SET digest = 0 WHERE number % 9 = 0"
    archive._database.connection.execute(statement)
    archive._database.connection.execute("DELETE FROM words WHERE word = 'schaltet'")
    at_once, heard = list(archive.check()), list[int]()
    monkeypatch.setattr(checking, "PORTION", 10)
    assert list(archive.check(heard.append)) == at_once
    assert (len(at_once), heard) == (5, [10, 10, 7])


def test_a_problem_is_told_when_it_is_found(archive: FileArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive._database.connection.execute("UPDATE entries SET digest = 0")
    monkeypatch.setattr(checking, "PORTION", 10)
    heard = list[int]()
    assert next(archive.check(heard.append)).startswith("entry ")
    assert sum(heard) < len(archive)


def test_bitmaps_that_are_wrong_are_missed(archive: FileArchive) -> None:
    terms, changes = ("ka*", "mei?", "satz"), ("DELETE FROM bitmaps", "UPDATE bitmaps SET numbers = x'00'")
    assert not unnoticed(archive, [(f"{change} WHERE term = ?", term) for change in changes for term in terms])


@pytest.mark.parametrize("data", ["x''", "substr(data, 1, length(data) - 4)", "zeroblob(length(data))"])
def test_a_part_of_the_base_that_is_wrong_is_missed(archive: FileArchive, data: str) -> None:
    change = f"UPDATE parts SET data = {data} WHERE name = ?"  # noqa: S608 - of our own
    assert not unnoticed(archive, [(change, name) for name in PARTS])
