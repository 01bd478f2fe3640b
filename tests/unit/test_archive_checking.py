"""Whatever of an archive is derived from its entries is missed where it is lost or wrong, and made anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.archive_files import archive_of_two, found, page
from tests.unit.made import DAY, entry, keep, story, understood

from warticker.archive import schema
from warticker.archive.file import FileArchive
from warticker.archive.lexicon import word_merging
from warticker.archive.segments import base
from warticker.model import PersonMention, Span

ROWS = [
    *(f"DELETE FROM {table}" for table in schema.tables(schema.DERIVED) if table != "fulltext"),  # noqa: S608 - of our own
    *(f"DROP TABLE {table}" for table in schema.tables(schema.DERIVED)),
    "INSERT INTO fulltext (fulltext) VALUES ('delete-all')",
    "DELETE FROM fulltext_data",
    "DELETE FROM counters",
    "UPDATE counters SET value = 0 WHERE name = 'revision'",
    "UPDATE counters SET value = 1000 WHERE name = 'base'",
    "UPDATE fresh_words SET lines = CAST(replace(CAST(lines AS TEXT), 'kran', 'karn') AS BLOB)",
    "UPDATE fresh_words SET lines = 'no bytes'",
    "UPDATE fresh_words SET changed = 'no JSON'",
    "UPDATE vocabulary SET words = 'no bytes'",
    "UPDATE words SET numbers = substr(numbers, 5) WHERE word = 'schaltet'",
    "UPDATE vocabulary SET words = CAST(replace(CAST(words AS TEXT), 'kran', 'karn') AS BLOB)",
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


@pytest.mark.parametrize("statement", ROWS)
def test_what_is_lost_is_missed_and_made_anew(archive: FileArchive, statement: str) -> None:
    archive._database.connection.execute(statement)
    assert list(archive.check())
    assert list(archive.repair())
    assert not list(archive.check())
    queries = {"kran": 24, "meister": 3, '"satz nummer"': 24, "person:Berg": 2, "topic:front": 27}
    assert {query: found(archive, query) for query in queries} == queries


def test_bitmaps_that_are_wrong_are_missed(archive: FileArchive) -> None:
    terms, changes = ("ka*", "mei?", "satz"), ("DELETE FROM bitmaps", "UPDATE bitmaps SET numbers = x'00'")
    assert not unnoticed(archive, [(f"{change} WHERE term = ?", term) for change in changes for term in terms])


@pytest.mark.parametrize("data", ["x''", "substr(data, 1, length(data) - 4)", "zeroblob(length(data))"])
def test_a_part_of_the_base_that_is_wrong_is_missed(archive: FileArchive, data: str) -> None:
    change = f"UPDATE parts SET data = {data} WHERE name = ?"  # noqa: S608 - of our own
    assert not unnoticed(archive, [(change, name) for name in PARTS])
