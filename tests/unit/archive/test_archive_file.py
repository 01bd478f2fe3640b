"""What is kept in an archive's file, by several at once too, and what of it is rebuilt."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import pytest
from tests.unit.archive.archive_files import archive_of_two, found, page
from tests.unit.documents.made import DAY, NOW, entry, keep, story, understood

from warticker.archive import salvaging, tidying
from warticker.archive.file import FileArchive
from warticker.archive.lexicon import search, word_merging
from warticker.archive.query import Field, Query
from warticker.archive.segments import base
from warticker.archive.selection import Order
from warticker.errors import ArchiveError
from warticker.model import EntryKey


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return archive_of_two(tmp_path)


def test_what_was_kept_is_there_again(path: Path) -> None:
    archive = FileArchive(path)
    archive.marks.put([EntryKey("k1")], read=True, saved=True)
    archive.marks.note(EntryKey("k0"), "prüfen")
    archive.remember("place", "k1")
    archive.close()
    archive = FileArchive(path)
    assert (len(archive), found(archive, "is:unread"), found(archive, "is:saved"), found(archive, "is:noted")) == (
        2,
        1,
        1,
        1,
    )
    assert (archive.remembered("place"), archive.remembered("nothing")) == ("k1", None)
    assert archive.marks.undo() is None


def test_what_was_read_by_itself_stands_between_no_step_and_its_undoing(path: Path) -> None:
    archive, key = FileArchive(path), EntryKey("k1")
    archive.marks.put([key], saved=True, called="saved")
    archive.marks.put([key], read=True, own=False, called="read")
    steps = []
    for _ in range(3):
        undone, full = archive.marks.undo(), archive.entry(key)
        assert full is not None
        steps.append((undone, full.saved, full.unread))
    assert steps == [((1, "saved"), False, False), ((1, "read"), False, True), (None, False, True)]


def test_a_note_that_is_undone_is_the_former_one_in_the_file_too(path: Path) -> None:
    archive, key = FileArchive(path), EntryKey("k1")
    archive.marks.note(key, "prüfen")
    archive.marks.note(key, "geprüft")
    notes = []
    for _ in range(2):
        archive.marks.undo()
        full = FileArchive(path).entry(key)
        notes.append(full and full.note)
    assert notes == ["prüfen", ""]


def test_the_list_of_words_stays_in_few_rows_without_a_word_twice(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_merging, "_VOCABULARIES", 2)
    archive = FileArchive(path)
    for first in range(0, 12, 3):
        keep(archive, page(3, first))
        with archive._database.writing() as connection:
            word_merging.merge(connection)
    assert archive._database.rows("SELECT count(*) FROM vocabulary") == [(1,)]
    assert not list(archive.check())


def test_a_base_is_written_and_answers_as_before(path: Path) -> None:
    archive = FileArchive(path)
    base.compact(archive._database)
    keep(archive, page(3, 10))
    assert (len(archive), found(archive), found(archive, "kran"), found(archive, "topic:front city:Kiew")) == (
        5,
        5,
        5,
        5,
    )
    assert not list(archive.check())


def test_much_that_is_added_at_once_is_merged_on_the_way(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidying, "MUCH", 20)
    monkeypatch.setattr(base, "MOST_FRESH", 5)
    archive = FileArchive(path)
    merged = []
    for first in range(0, 40, 8):
        keep(archive, page(8, first))
        merged.append(base.counter(archive._database.connection, "generation"))
    assert merged == [0, 0, 1, 1, 1]
    assert found(archive, "kran") == 40


def test_bases_go_although_the_clock_was_set_back(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [2_000_000_000.0]
    monkeypatch.setattr(base, "time", lambda: clock[0])
    archive = FileArchive(path)
    for _ in range(3):
        base.compact(archive._database)
    clock[0] -= 10_000_000
    for _ in range(2):
        clock[0] += 100
        base.compact(archive._database)
    kept = archive._database.connection.execute("SELECT count(DISTINCT generation) FROM parts").fetchone()
    assert kept == (2,)
    assert found(archive, "kran") == 2


def test_two_at_once_see_what_the_other_adds_when_they_look(path: Path) -> None:
    one, other = FileArchive(path), FileArchive(path)
    shown = one.select(Query(), Order.NEWEST, now=NOW, place_names=lambda word: ())
    keep(other, page(3, 10))
    assert (len(shown), found(one)) == (2, 2)
    assert (one.refresh(), one.refresh()) == (3, 0)
    assert (len(shown), found(one)) == (2, 5)
    other.marks.put([EntryKey("k0")], read=True)
    assert (one.refresh(), found(one, "is:unread")) == (0, 4)


def test_threads_take_turns(path: Path) -> None:
    archive = FileArchive(path)
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda first: keep(archive, page(20, first)), range(100, 900, 100)))
    assert (len(archive), found(archive), list(archive.check())) == (162, 162, [])


def test_what_is_shown_is_read_while_base_after_base_is_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "_STAYS", 0)
    with closing(FileArchive(path)) as adding:
        base.compact(adding._database)
        one, other = FileArchive(path), FileArchive(path)
        shown = [
            archive.select(Query.parse("topic:front"), Order.NEWEST, now=NOW, place_names=lambda word: ())
            for archive in (one, other)
        ]
        for first in (10, 20, 30):
            keep(adding, page(3, first))
            base.compact(adding._database)
            one.refresh()
            assert len(other.select(Query(), Order.NEWEST, now=NOW, place_names=lambda word: ()).rows(0, 1)) == 1
        for selection in shown:
            assert [row.key for row in selection.rows(0, 9)] == ["k0", "k1"]
            assert (selection.counts(Field.CITY), selection.days[0].count, sum(selection.hours)) == ({"Kiew": 2}, 2, 0)
        assert (found(one), found(other)) == (11, 2)


def test_what_is_shown_is_read_while_its_own_process_writes_bases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "_STAYS", 0)
    archive = FileArchive()
    keep(archive, page(2))
    base.compact(archive._database)
    shown = archive.select(Query(), Order.NEWEST, now=NOW, place_names=lambda word: ())
    for first in (10, 20, 30):
        keep(archive, page(3, first))
        base.compact(archive._database)
        keep(archive, page(1, first + 5))
        assert len(shown.rows(0, 1)) == 1
    assert (shown.index_of(EntryKey("k1")), shown.counts(Field.TOPIC)) == (1, {"front": 2})
    assert found(archive) == 14


def test_what_is_new_came_since_the_end_of_the_visit_before(path: Path) -> None:
    first = FileArchive(path)
    first.visit()
    assert found(first, "is:new") == 0
    first.close()
    adding = FileArchive(path)
    keep(adding, page(3, 10))
    adding.close()
    second = FileArchive(path)
    second.visit()
    assert found(second, "is:new") == 3
    second.close()
    third = FileArchive(path)
    third.visit()
    assert found(third, "is:new") == 0


def test_what_can_be_derived_is_rebuilt(path: Path) -> None:
    archive = FileArchive(path)
    keep(archive, page(50, 10))
    base.compact(archive._database)
    connection = archive._database.connection
    connection.execute("INSERT INTO fulltext (fulltext) VALUES ('delete-all')")
    connection.execute("DELETE FROM fresh_words")
    connection.execute("DELETE FROM parts WHERE name = 'numbers'")
    assert list(archive.check())
    archive.close()
    archive = FileArchive(path)
    assert list(archive.repair()) == [
        "rebuilt the word and phrase indexes of 52 entries", "rebuilt the index of times and values of 52 entries"
    ]  # fmt: skip
    assert not Path(f"{path}.damaged").exists()
    assert not list(archive.check())
    assert (found(archive, "kran"), found(archive, '"am hafen"'), found(archive, "topic:front")) == (52, 52, 52)


def test_what_belongs_to_nothing_is_told(path: Path) -> None:
    archive = FileArchive(path)
    archive.marks.note(EntryKey("k1"), "prüfen")
    archive._database.connection.execute("UPDATE notes SET number = 9")
    archive._database.connection.execute("DELETE FROM documents")
    assert [line for line in archive.check() if "do not exist" in line] == [
        "2 rows of appearances refer to documents that do not exist",
        "2 rows of entries refer to documents that do not exist",
        "1 rows of notes refer to entries that do not exist",
    ]


def test_a_record_that_is_damaged_keeps_the_rest_from_nothing(path: Path) -> None:
    archive = FileArchive(path)
    keep(archive, page(5, 10))
    archive._database.connection.execute("UPDATE entries SET record = x'00ff' WHERE key = 'k1'")
    assert [line for line in archive.check() if line.startswith("entry k1: ")]
    assert any(line.startswith("the text of 1 entry is lost") for line in archive.repair())
    assert not list(archive.check())
    assert found(archive, "kran topic:front city:Kiew") == 5 + 2
    lost = archive.entry(EntryKey("k1"))
    assert lost is not None
    assert (lost.entry.text, lost.entry.moment.day) == ("Kran 1 am Hafen\n(the text is damaged)", DAY)
    assert keep(archive, page(2)).changed == 1


@pytest.mark.parametrize("damage", ["title = CAST(x'ff' AS TEXT)", "title = ''", "traits = '{'", "time = '2025-11-99'"])
def test_a_column_of_an_entry_that_is_damaged_is_made_from_its_record(path: Path, damage: str) -> None:
    archive = FileArchive(path)
    archive._database.connection.execute(f"UPDATE entries SET {damage} WHERE key = 'k1'")  # noqa: S608 - of our own
    assert "entry k1: its row is damaged; --repair rebuilds it" in list(archive.check())
    assert list(archive.repair())
    assert not list(archive.check())
    rows = archive.select(Query.parse("kran topic:front"), Order.OLDEST, now=NOW, place_names=lambda word: ()).rows(
        0, 9
    )
    assert sorted(row.headline for row in rows) == ["Kran 0 am Hafen", "Kran 1 am Hafen"]


def test_damaged_records_of_documents_and_versions_are_left_out(path: Path) -> None:
    archive = FileArchive(path)
    other = [entry(f"k{at}", DAY, None, f"Kran {at} am Hafen", "Ein anderer Satz.") for at in (0, 1)]
    keep(archive, story(*((each, understood()) for each in other), title="Seite 0"))
    damage = ("UPDATE documents SET record = x'00ff'", "UPDATE versions SET record = x'00ff' WHERE number = 1")
    for statement in damage:
        archive._database.connection.execute(statement)
    told = [line for line in archive.check() if "are damaged" in line]
    assert [line.split(" are")[0] for line in told] == [
        "the records of 1 documents", "the records of 1 earlier versions"
    ]  # fmt: skip
    assert list(archive.repair())
    assert not list(archive.check())
    for key, versions in (("k0", 1), ("k1", 0)):
        shown = archive.entry(EntryKey(key))
        assert shown is not None
        assert (shown.entry.paragraphs, len(shown.versions)) == (("Ein anderer Satz.",), versions)


def test_damaged_marks_are_told_and_forgotten(path: Path) -> None:
    archive = FileArchive(path)
    archive.marks.put([EntryKey("k0")], read=True, saved=True)
    archive._database.connection.execute("UPDATE marks SET numbers = x'00' WHERE name = 'saved'")
    archive.close()
    archive = FileArchive(path)
    (told,) = archive.check()
    assert told.startswith("which entries are saved is lost")
    assert list(archive.repair())
    assert not list(archive.check())
    assert (found(archive, "is:saved"), found(archive, "is:unread")) == (0, 1)


@pytest.mark.parametrize("table", ["entries", "fresh_words", "entries_by_revision", "documents"])
def test_of_a_file_with_a_damaged_page_everything_else_is_kept(
    path: Path, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(salvaging, "_MOST_SKIPPED", 50)
    Path(f"{path}.repaired").write_bytes(b"A draft that was left by a repair that was killed.")
    archive = FileArchive(path)
    keep(archive, page(100, 10))
    archive.marks.put([EntryKey("k0")], saved=True)
    archive._database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    read = archive._database.connection.execute
    (size,) = read("PRAGMA page_size").fetchone()
    (root,) = read("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    (record,) = read("SELECT record FROM entries WHERE key = 'k50'").fetchone()
    archive.close()
    damaged = bytearray(path.read_bytes())
    at = damaged.index(record) // size * size if table == "entries" else (root - 1) * size
    damaged[at : at + size] = bytes(size)
    path.write_bytes(damaged)
    archive = FileArchive(path)
    with suppress(ArchiveError):
        assert list(archive.check())
    told = list(archive.repair())
    assert told[0].endswith(f"it is now {path}.damaged")
    assert Path(f"{path}.damaged").read_bytes() == damaged
    left = found(archive, "kran")
    assert (left < 102, found(archive, "is:saved")) == (table == "entries", 1)
    assert [line for line in archive.check() if "missing" not in line] == []
    keep(archive, page(100, 10))
    assert found(archive, "kran") == 102
    with pytest.raises(ArchiveError, match="earlier repair"):
        salvaging.salvage(archive._database, path)


def test_tables_that_are_lost_are_named(path: Path) -> None:
    archive = FileArchive(path)
    archive._database.connection.execute("DROP TABLE aliases")
    assert list(archive.check()) == ["the file lacks the tables aliases; restore a backup"]


def test_an_index_of_phrases_that_was_emptied_is_told(path: Path) -> None:
    archive = FileArchive(path)
    archive._database.connection.execute("UPDATE fulltext_data SET block = zeroblob(20) WHERE id > 10")
    assert any("phrase index" in line for line in archive.check())


def test_entries_of_other_rules_are_found_and_annotated_anew(path: Path) -> None:
    archive = FileArchive(path)
    keep(archive, page(3, 10), rules=2)
    (outdated,) = archive.outdated(2, 10)
    assert [each.key for each in outdated.entries] == ["k0", "k1"]
    archive.reannotate({EntryKey("k0"): understood("nato")}, 2)
    (left,) = archive.outdated(2, 10)
    assert [each.key for each in left.entries] == ["k1"]
    assert (found(archive, "topic:nato"), found(archive, "topic:front")) == (1, 4)
    assert [len(each.entries) for each in archive.outdated(3, 2)] == [1, 1, 1, 2]


def test_a_text_in_many_words_is_found_as_any_other(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_merging, "MANY_WORDS", 3)
    monkeypatch.setattr(word_merging, "_SHARE", 1)
    archive = FileArchive(path)
    for turn, first in enumerate(("Bau", "Haus", "Turm", "Tor")):
        words = " ".join(f"{first}{part}meister" for part in ("", "ober", "unter"))
        keep(archive, story(entry(f"m{turn}", DAY, None, f"Kran {turn}", words), title=f"Meister {turn}"))
        with archive._database.writing() as connection:
            word_merging.merge(connection)
    (longest,) = archive._database.connection.execute("SELECT max(length(text)) FROM triples").fetchone()
    assert longest > 4
    assert [found(archive, "meister"[:end]) for end in range(3, 8)] == [4] * 5
    assert [found(archive, "termeister"[:end]) for end in range(3, 11)] == [4] * 8
    assert (found(archive, "turmobermei"), found(archive, "ermeistern")) == (1, 0)


def test_words_are_found_wherever_a_piece_of_the_vocabulary_ends(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive, other = FileArchive(path), FileArchive(path)
    keep(other, story(entry("n0", DAY, None, "Nebel über der Bucht"), title="Wetter"))
    with other._database.writing() as connection:
        word_merging.merge(connection)
    archive.refresh()
    for piece in (12, 13, 14, 15, 30):
        monkeypatch.setattr(search, "_PIECE", piece)
        archive._search.forget()
        archive.read_ahead()
        assert (found(archive, "ebel"), found(archive, "afe"), found(archive, "ebelb")) == (1, 2, 0)


def test_days_without_entries_are_fine(path: Path) -> None:
    archive = FileArchive(path)
    selection = archive.select(Query.parse("until:2020-01-01"), Order.NEWEST, now=NOW, place_names=lambda _: ())
    assert (len(selection), list(selection.days), selection.unread) == (0, [], 0)


def test_words_that_were_noted_by_word_are_merged(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE fresh_words SET lines = ?", (b"kran\t0 1\nhafen\t1\n",))
        word_merging.merge(connection)
        connection.commit()
    assert (found(archive := FileArchive(path), "kran"), found(archive, "hafen")) == (2, 1)


def test_a_damaged_index_of_phrases_is_told_and_rebuilt(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "UPDATE fulltext_data SET block = zeroblob(length(block)) WHERE id = (SELECT max(id) FROM fulltext_data)"
        )
        connection.commit()
    archive = FileArchive(path)
    assert "the phrase index is damaged; --repair rebuilds it" in list(archive.check())
    assert list(archive.repair())
    assert (list(archive.check()), found(archive, '"satz nummer"')) == ([], 2)
