"""A repair loses nothing that it need not: it keeps the old file, also if it fails, and nobody writes meanwhile."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from tests.unit.archive.archive_files import archive_of_two, found, page
from tests.unit.documents.made import keep

from warticker.archive import database, salvaging
from warticker.archive.file import FileArchive
from warticker.errors import ArchiveError
from warticker.model import EntryKey


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(salvaging, "_MOST_SKIPPED", 50)
    return archive_of_two(tmp_path)


def salvaged(archive: FileArchive, path: Path) -> str:
    return salvaging.salvage(archive._database, path)


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def test_a_file_that_cannot_be_replaced_stays_and_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = FileArchive(path)
    before, replace = path.read_bytes(), Path.replace

    def failing(self: Path, target: Path) -> Path:
        if self.name.endswith(".repaired"):
            raise OSError(5, "Input/output error")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(ArchiveError, match=r"archive\.db: it cannot be replaced by a new file: Input/output error"):
        salvaged(archive, path)
    monkeypatch.undo()
    assert path.read_bytes() == before
    keep(archive, page(3, 10))
    archive.close()
    assert names(path) == ["archive.db"]
    assert found(FileArchive(path)) == 5


def test_a_repair_that_was_killed_before_it_replaced_the_file_is_done_again(path: Path) -> None:
    Path(f"{path}.damaged").hardlink_to(path)
    before = path.read_bytes()
    archive = FileArchive(path)
    assert salvaged(archive, path).endswith(f"it is now {path}.damaged")
    assert Path(f"{path}.damaged").read_bytes() == before
    archive.close()
    assert names(path) == ["archive.db", "archive.db.damaged"]


def test_a_disk_without_links_has_a_copy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    before = path.read_bytes()
    archive = FileArchive(path)
    salvaged(archive, path)
    assert (Path(f"{path}.damaged").read_bytes(), found(archive)) == (before, 2)


def test_notes_are_read_around_a_damaged_page(path: Path) -> None:
    archive = FileArchive(path)
    keep(archive, page(600, 10))
    for number in range(10, 610):
        archive.marks.note(EntryKey(f"k{number}"), f"Notiz {number} {'wichtig ' * 30}")
    archive.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(path.read_bytes())
    at = data.rindex(b"Notiz 300 ") // size * size
    data[at : at + size] = bytes(size)
    path.write_bytes(data)
    archive = FileArchive(path)
    assert salvaged(archive, path).endswith("; not all could be read of: notes")
    assert 500 < found(archive, "is:noted") < 600


def test_nobody_writes_to_a_file_that_is_being_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive, other = FileArchive(path), FileArchive(path)
    rows, writing = salvaging._rows, []
    keep(other, page(3, 10))
    with ThreadPoolExecutor(1) as pool:

        def meanwhile(damaged: sqlite3.Connection, table: str, cut: list[str]) -> Iterator[tuple[Any, ...]]:
            yield from rows(damaged, table, cut)
            if table == "entries":
                writing.append(pool.submit(other.marks.note, EntryKey("k0"), "prüfen"))
                sleep(0.2)
                assert not writing[0].done()

        monkeypatch.setattr(salvaging, "_rows", meanwhile)
        salvaged(archive, path)
        with pytest.raises(ArchiveError, match="open it again"):
            writing[0].result()
    other.close()
    keep(archive, page(3, 20))
    assert found(FileArchive(path)) == 8
    assert list(archive.repair())
    archive.close()
    assert not list(FileArchive(path).check())


def test_a_file_that_another_program_writes_to_is_not_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0)
    archive, before = FileArchive(path), names(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveError, match="still writing"):
            salvaged(archive, path)
    assert [name for name in names(path) if name not in before] == []


def test_a_new_file_is_read_by_nobody_else(path: Path) -> None:
    path.chmod(0o600)
    archive = FileArchive(path)
    salvaged(archive, path)
    assert {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()} == {0o600}


def test_entries_with_damaged_keys_are_kept_and_those_that_are_lost_counted(path: Path) -> None:
    archive = FileArchive(path)
    keep(archive, page(10, 10))
    run = archive._database.connection.execute
    run("UPDATE entries SET key = CAST(x'ff' || number AS TEXT) WHERE number IN (3, 4, 5)")
    run("UPDATE entries SET record = x'00ff' WHERE number = 5")
    run("DELETE FROM entries WHERE number IN (6, 11)")
    told = salvaged(archive, path)
    assert told.startswith("copied 10 entries (2 could not be copied) to a new file")
    keys = [key for (key,) in archive._database.rows("SELECT key FROM entries ORDER BY number")]
    assert keys == ["k0", "k1", "k10", "k11", "k12", "lost 5", "k15", "k16", "k17", "k18"]


DAMAGE = "entries SET record", "documents SET record", "marks SET numbers"


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_repair_in_place_keeps_each_file_that_it_changes(path: Path, damage: str) -> None:
    path.chmod(0o600)
    for name in ("before-repair", "before-repair-2"):
        archive = FileArchive(path)
        archive.marks.put([EntryKey("k0")], saved=True)
        archive._database.connection.execute(f"UPDATE {damage} = x'00ff'")
        archive._database.execute("INSERT INTO notes VALUES (0, ?) ON CONFLICT DO UPDATE SET text = ?", (name, name))
        assert any(line.endswith(f"the file as it was is now {path}.{name}") for line in archive.repair())
        assert not list(archive.check())
        archive.close()
    assert names(path) == ["archive.db", "archive.db.before-repair", "archive.db.before-repair-2"]
    table, _, column = damage.split()
    for name in ("before-repair", "before-repair-2"):
        copy = path.with_name(f"archive.db.{name}")
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        with closing(sqlite3.connect(copy)) as connection:
            assert set(connection.execute(f"SELECT {column} FROM {table}")) == {(b"\x00\xff",)}  # noqa: S608 - of our own
            assert connection.execute("SELECT text FROM notes").fetchall() == [(name,)]


def test_a_repair_that_finds_nothing_damaged_copies_nothing(path: Path) -> None:
    archive = FileArchive(path)
    assert list(archive.repair())
    archive.close()
    assert names(path) == ["archive.db"]
