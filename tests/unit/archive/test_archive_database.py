"""An archive's file is opened, brought up to date, refused; what goes wrong with it is told in a line."""

from __future__ import annotations

import gc
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from tests.unit.archive.archive_files import archive_of_two, found, page
from tests.unit.documents.made import NOW, keep

from warticker.archive import database, schema
from warticker.archive.file import FileArchive
from warticker.archive.lexicon import word_merging
from warticker.archive.protocol import EPOCH
from warticker.archive.query import Field, Query
from warticker.archive.segments import base
from warticker.archive.selection import Order
from warticker.errors import ArchiveError
from warticker.model import EntryKey, Story

SEEN = datetime(2025, 11, 14, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return archive_of_two(tmp_path)


def test_a_newer_file_is_left_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="newer warticker"):
        FileArchive(path)
    assert path.read_bytes() == before


def test_a_closed_archive_is_one_file(path: Path) -> None:
    archive = FileArchive(path)
    archive.close()
    assert list(path.parent.iterdir()) == [path]


def test_what_nobody_holds_any_more_is_closed(path: Path) -> None:
    connection = database.Database(path).connection
    gc.collect()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute("SELECT 1")


def test_an_older_file_is_brought_up_to_date_and_a_copy_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = schema.VERSION
    monkeypatch.setattr(
        schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE more (x);\nINSERT INTO more VALUES (1);\n")
    )
    monkeypatch.setattr(schema, "VERSION", old + 1)
    archive = FileArchive(path)
    assert found(archive) == 2
    archive.close()
    monkeypatch.undo()
    with pytest.raises(ArchiveError):
        FileArchive(path)
    assert len(FileArchive(path.with_name(f"archive.db.version-{old}"))) == 2


def test_words_that_the_first_version_noted_are_still_found(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        noted = connection.execute("SELECT count(*) FROM fresh_words").fetchone()
        connection.execute("UPDATE fresh_words SET lines = CAST(? AS BLOB)", ("kiew\t0 1\nstrom\t1\n",))
        connection.execute("PRAGMA user_version = 1")
    assert noted == (1,)
    archive = FileArchive(path)
    counts = [found(archive, text) for text in ("kiew", "kie", "iew", "strom", "om", "trom")]
    assert counts == [2, 2, 2, 1, 0, 1]
    archive.close()
    assert FileArchive(path.with_name("archive.db.version-1"))


def test_what_was_withdrawn_before_the_third_version_has_no_time(path: Path) -> None:
    before = FileArchive(path)
    whole = page(3)
    entries, annotations = whole.document.entries, whole.annotations
    keep(before, whole)
    part = Story(replace(whole.document, entries=entries[::2]), annotations[::2])
    assert keep(before, part, at=SEEN).withdrawn == 1
    before.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE withdrawals")
        connection.execute("PRAGMA user_version = 2")
    archive = FileArchive(path)
    full = archive.entry(entries[1].key)
    assert full is not None
    assert (full.withdrawn, full.withdrawn_at) == (True, EPOCH)
    assert list(archive.check()) == []


def test_a_migration_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE more (x);\nDROP TABLE nothing;\n"))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with pytest.raises(ArchiveError):
        FileArchive(path)
    monkeypatch.undo()
    assert len(FileArchive(path)) == 2


def text_file(path: Path) -> None:
    path.write_text("Das ist ein Einkaufszettel. " * 500, encoding="utf-8")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE songs (title)")


@pytest.mark.parametrize("make", [text_file, foreign])
def test_a_file_that_is_no_archive_is_refused_and_left(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "other"
    make(path)
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="name another file"):
        FileArchive(path)
    assert path.read_bytes() == before


def test_a_file_that_has_lost_its_end_is_told(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])
    with pytest.raises(ArchiveError, match="restore a backup"):
        FileArchive(path)
    assert path.stat().st_size == 9000


def test_a_damaged_file_is_told_and_nothing_of_it_deleted(path: Path) -> None:
    archive = FileArchive(path)
    keep(archive, page(200, 10))
    archive.close()
    data = bytearray(path.read_bytes())
    for at in range(2 * 8192, len(data), 8192):
        data[at : at + 512] = b"\xff" * 512
    path.write_bytes(data)
    with pytest.raises(ArchiveError, match=r"damaged|check"):
        found(FileArchive(path), "kran")
    assert path.read_bytes() == bytes(data)


DAMAGED = (
    "fresh_words SET changed = 'no JSON'", "fresh_words SET changed = 7", "fresh_words SET lines = 'no bytes'",
    "entries SET traits = 'no JSON'", "entries SET time = 'no time'", "counters SET value = 'none'",
    "counters SET value = 1.5e300", "parts SET data = 'no bytes'", "parts SET data = x'' WHERE name LIKE '%/bitmaps'",
    "words SET numbers = 'no bytes'", "words SET numbers = 7",
)  # fmt: skip


@pytest.mark.parametrize("change", DAMAGED)
def test_what_no_archive_can_hold_is_told(path: Path, change: str) -> None:
    archive = FileArchive(path)
    base.compact(archive._database)
    with archive._database.writing() as connection:
        if change.startswith("words"):
            word_merging.merge(connection)
        connection.execute(f"UPDATE {change}")
    selecting = partial(
        archive.select, Query.parse("kran city:Kiew"), Order.NEWEST, now=NOW, place_names=lambda word: ()
    )
    with pytest.raises(ArchiveError, match="it is damaged"):
        selecting().rows(0, 9)


PARTS = "numbers", "t/values", "t/totals", "t/offsets", "t/bitmaps", "c/values", "h/values"


@pytest.mark.parametrize("damage", ["x''", "x'ff'"])
@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_no_base_can_have_is_told_when_it_is_counted_by(path: Path, part: str, damage: str) -> None:
    archive = FileArchive(path)
    base.compact(archive._database)
    archive._database.execute(f"UPDATE parts SET data = {damage} WHERE name = ?", (part,))  # noqa: S608 - of our own
    counted = Field.TOPIC, Field.CITY
    one_of_both = Query.parse('"kran 1"')
    selection = archive.select(one_of_both, Order.NEWEST, now=NOW, place_names=lambda word: ())
    with pytest.raises(ArchiveError, match="it is damaged"):
        _ = selection.rows(0, 9), selection.hours, [selection.counts(field) for field in counted]


def test_a_full_disk_keeps_what_was_there(path: Path) -> None:
    archive = FileArchive(path)
    connection = archive._database.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 4}")
    pages_of_a_hundred = iter(range(10, 4000, 100))
    with pytest.raises(ArchiveError, match="disk is full"):
        all(keep(archive, page(100, first)) for first in pages_of_a_hundred)
    assert not list(archive.check())
    kept = len(archive)
    archive.close()
    archive = FileArchive(path)
    assert len(archive) == found(archive) == kept
    keep(archive, page(100, 5000))
    assert len(archive) == kept + 100


def test_a_folder_that_cannot_be_written_can_be_read(path: Path) -> None:
    path.chmod(stat.S_IRUSR)
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        if os.access(path.parent, os.W_OK):
            pytest.skip("this user may write everywhere")
        archive = FileArchive(path)
        assert found(archive, "kran") == 2
        with pytest.raises(ArchiveError, match="cannot be written"):
            archive.marks.put([EntryKey("k0")], read=True)
        archive.close()
        with pytest.raises(ArchiveError, match="that its folder exists"):
            FileArchive(path.with_name("new.db"))
    finally:
        path.parent.chmod(stat.S_IRWXU)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="that its folder exists"):
        FileArchive(tmp_path / "missing" / "archive.db")


def test_who_writes_without_end_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.01)
    one, other = FileArchive(path), FileArchive(path)
    one._database.connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(ArchiveError, match="another process"):
        keep(other, page(1, 10))
    assert found(other) == 2
    one._database.connection.execute("COMMIT")


@pytest.mark.parametrize("application", [0, schema.APPLICATION])
def test_tables_without_a_version_are_another_programs(tmp_path: Path, application: int) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE documents (title TEXT)")
        other.execute(f"PRAGMA application_id = {application}")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="another program"):
        FileArchive(path)
    assert path.read_bytes() == before


def test_an_archive_that_was_replaced_while_it_was_open_is_left_alone(path: Path, tmp_path: Path) -> None:
    archive = FileArchive(path)
    other = FileArchive(tmp_path / "other.db")
    keep(other, page(3, 10))
    other.close()
    (tmp_path / "other.db").replace(path)
    with pytest.raises(ArchiveError, match="open it again"):
        archive.marks.put([EntryKey("k0")], saved=True)
    with pytest.raises(ArchiveError, match="open it again"):
        archive.refresh()
    assert found(archive) == 2
    path.unlink()
    with pytest.raises(ArchiveError, match="open it again"):
        archive.marks.note(EntryKey("k0"), "weg")


@pytest.mark.parametrize("name", [":memory:", "file:archive.db", "a?mode=ro#b %41"])
def test_every_name_is_that_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    archive = FileArchive(Path(name))
    keep(archive, page(1))
    monkeypatch.chdir("/")
    assert archive.marks.put([EntryKey("k0")], saved=True) == 1
    archive.close()
    assert len(FileArchive(tmp_path / name)) == 1
    assert [each.name for each in tmp_path.iterdir() if "-" not in each.name] == [name]
