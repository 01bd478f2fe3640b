"""Keeping on the command line: add, list, export, reannotate, check."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import signal
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from tests.unit.documents.made import understood

from warticker.annotate import documents
from warticker.cli import progress
from warticker.cli.running import status_of
from warticker.library import Library, formats, understanding

PAGE = """Liveticker zum Test

14.11.2025

+++ 12:00 Brand in einem Lager bei Odessa +++

{first}

+++ 11:00 Konferenz in Berlin endet +++

Die Teilnehmer vertagten sich auf den Winter.
{third}
+++ 09:00 Züge nach Kiew fahren wieder +++

Nach dem Schnee fahren die Züge wieder nach Plan.
"""
WITHDRAWN = "\n+++ 10:00 Brücke bei Cherson gesperrt +++\n\nAutos müssen einen Umweg fahren.\n"
ODESSA = understood(cities=("Odessa",))
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "archive" / "archive.sqlite"
    path.parent.mkdir()
    monkeypatch.setenv("WARTICKER_ARCHIVE", str(path))
    return path


@pytest.fixture
def run(archive: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str) -> tuple[int, str, str]:
        status = status_of(list(arguments))
        told = capsys.readouterr()
        return status, told.out, told.err

    return command


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return written(tmp_path)


def written(folder: Path, first: str = "Dort brennt ein Lager mit Öl.", third: str = WITHDRAWN) -> Path:
    path = folder / "page.txt"
    path.write_text(PAGE.format(first=first, third=third), encoding="utf-8")
    return path


def headlines(run: Run, *arguments: str) -> list[str]:
    return [json.loads(line)["headline"] for line in run("list", *arguments, "--format", "json")[1].splitlines()]


def test_what_is_added_is_listed_and_shown(run: Run, page: Path) -> None:
    status, out, err = run("add", str(page))
    assert (status, out) == (0, "4 new, 0 changed, 0 unchanged, 0 withdrawn; 0 lines of page furniture dropped\n")
    assert "4 entries" in err
    assert "a second" in err
    assert headlines(run, "city:Odessa") == ["Brand in einem Lager bei Odessa"]
    key = run("list", "odessa")[1].split()[0]
    assert "Dort brennt ein Lager mit Öl." in run("show", key)[1]


def test_a_page_that_is_read_again_tells_what_has_become_of_it(run: Run, page: Path) -> None:
    run("add", str(page))
    assert run("add", str(page))[1].startswith("0 new, 0 changed, 4 unchanged, 0 withdrawn")
    written(page.parent, first="Das Lager mit Öl brennt nicht mehr.", third="")
    assert run("add", str(page))[1].startswith("0 new, 1 changed, 2 unchanged, 1 withdrawn")
    assert headlines(run, "is:changed") == ["Brand in einem Lager bei Odessa"]
    assert headlines(run, "is:withdrawn") == ["Brücke bei Cherson gesperrt"]


def test_only_what_is_lacking_is_annotated(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", str(page))
    wanted: list[object] = []

    def watched(document: object, vocabulary: object = None, only: object = None) -> object:
        wanted.append(only)
        return annotate(document, vocabulary, only)  # type: ignore[arg-type]

    annotate = documents.annotate
    monkeypatch.setattr(documents, "annotate", watched)
    run("add", str(page))
    written(page.parent, first="Das Lager mit Öl brennt nicht mehr.")
    run("add", str(page))
    assert wanted == [frozenset({0})]


def test_reading_makes_no_archive(run: Run, archive: Path) -> None:
    for command in ("list", "export", "check"):
        status, _, err = run(command)
        assert (status, err) == (1, f"warticker: {archive}: there is no archive yet; create one with: warticker add\n")
    assert not archive.exists()


def test_the_archive_lies_in_the_users_data_folder(
    run: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WARTICKER_ARCHIVE")
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "data" / "warticker")
    assert run("add", str(page))[0] == 0
    assert (tmp_path / "data" / "warticker" / "archive.sqlite").is_file()
    assert len(headlines(run)) == 4


def test_a_misspelt_folder_is_not_made(run: Run, page: Path, tmp_path: Path) -> None:
    status, _, err = run("add", str(page), "--archive", str(tmp_path / "achive" / "x.sqlite"))
    assert status == 1
    assert "x.sqlite: " in err
    assert not (tmp_path / "achive").exists()


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(run: Run, page: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    status, out, err = run("add", str(tmp_path / "missing.txt"), "a" * 300, str(tmp_path / "empty.txt"), str(page))
    assert status == 1
    assert out.startswith("4 new")
    assert "missing.txt: no such file or folder\n" in err
    assert "aaa: file name too long\n" in err
    assert "empty.txt: " in err


def test_another_archive_is_named_before_or_behind_the_command(run: Run, page: Path, tmp_path: Path) -> None:
    other = str(tmp_path / "other.sqlite")
    assert run("--archive", other, "add", str(page))[0] == 0
    assert len(headlines(run, "--archive", other)) == 4
    assert "Brand in einem Lager bei Odessa" not in headlines(run)


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_an_export_reads_back_as_the_same_entries(run: Run, page: Path, tmp_path: Path, form: str) -> None:
    run("add", str(page))
    exported, other = str(tmp_path / f"export.{form}"), str(tmp_path / "other.sqlite")
    status, out, err = run("export", "--output", exported)
    assert (status, out, err.endswith(f" entries exported to {exported}\n")) == (0, "", True)
    assert run("add", exported, "--archive", other)[1].startswith("4 new")
    assert run("list", "--format", form, "--archive", other) == run("list", "--format", form)


def test_a_form_that_is_named_counts_and_space_asks_for_nothing(run: Run, page: Path, tmp_path: Path) -> None:
    run("add", str(page))
    run("export", " ", "--format", "csv", "--output", str(tmp_path / "all.md"))
    assert (tmp_path / "all.md").read_text() == run("list", "--format", "csv")[1]


def test_an_export_of_a_part_withdraws_nothing(run: Run, page: Path, tmp_path: Path) -> None:
    run("add", str(page))
    run("export", "city:Odessa,Kiew", "--output", str(tmp_path / "part.yaml"))
    assert run("add", str(tmp_path / "part.yaml"))[1].startswith("0 new, 0 changed, 2 unchanged, 0 withdrawn")


def test_an_export_replaces_a_file_only_where_it_is_told_to(run: Run, page: Path, tmp_path: Path) -> None:
    run("add", str(page))
    target = tmp_path / "export.md"
    target.write_text("Notizen\n")
    status, _, err = run("export", "--limit", "1", "--output", str(target))
    assert (status, target.read_text()) == (2, "Notizen\n")
    assert "--force" in err
    assert run("export", "--limit", "1", "--output", str(target), "--force") == (
        0,
        "",
        f"1 entry exported to {target}\n",
    )
    assert target.read_text().startswith("## ")
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["archive", "export.md", page.name]


def test_an_export_that_fails_leaves_what_was_there(
    run: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> object:
        yield "Anfang"
        raise OSError(28, "No space left on device")

    run("add", str(page))
    monkeypatch.setattr(Library, "export", failing)
    target = tmp_path / "target.csv"
    target.write_text("alt")
    status, _, err = run("export", "--output", str(target), "--force")
    assert (status, target.read_text()) == (1, "alt")
    assert err == f"warticker: {target}: cannot be written: no space left on device\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "page.txt", "target.csv"]


def test_an_export_goes_nowhere_but_into_a_file(run: Run, tmp_path: Path) -> None:
    assert run("export", "--output", str(tmp_path), "--force")[0] == 2
    assert run("export", "--output", str(tmp_path / "missing" / "x.csv"))[0] == 1
    assert run("export", "--output", "~niemand/x.csv")[0] == 1
    assert run("export", "zzzzzz", "--output", str(tmp_path / "x.csv"))[0] == 1
    assert "cannot be written: file name too long" in run("export", "--output", str(tmp_path / f"{'n' * 300}.md"))[2]
    assert [path.name for path in tmp_path.iterdir()] == ["archive"]


def test_a_files_name_tells_the_form(run: Run, page: Path, tmp_path: Path) -> None:
    run("add", str(page))
    run("export", "odessa", "--output", str(tmp_path / "x.csv"))
    (row,) = csv.DictReader(io.StringIO((tmp_path / "x.csv").read_text()))
    assert row["headline"] == "Brand in einem Lager bei Odessa"
    run("export", "odessa", "--output", str(tmp_path / "x.jsonl"))
    assert json.loads((tmp_path / "x.jsonl").read_text())["headline"] == row["headline"]


def test_what_other_rules_understood_is_understood_anew(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", str(page))
    assert run("reannotate")[1] == "0 of 4 entries reannotated\n"
    monkeypatch.setattr(documents, "RULES", documents.RULES + 1)
    understanding.rules.cache_clear()
    monkeypatch.setattr(documents, "annotate", lambda document, vocabulary, wanted: [ODESSA] * len(wanted))
    assert run("reannotate")[1] == "4 of 4 entries reannotated\n"
    assert len(headlines(run, "city:Odessa")) == 4
    assert run("reannotate")[1] == "0 of 4 entries reannotated\n"
    understanding.rules.cache_clear()


def test_an_archive_that_is_whole_is_said_to_be(run: Run, page: Path, archive: Path) -> None:
    run("add", str(page))
    assert run("check")[:2] == (0, "4 entries, no problems found\n")
    assert run("check", "--repair")[1].endswith("4 entries, no problems found\n")


def test_one_entry_is_counted_as_one(run: Run, page: Path, archive: Path) -> None:
    page.write_text(
        "Der Krieg im Liveticker\n\n2. Juli 2024\n\n09:15 Uhr\nBrand in Kiew\n\nEs brennt dort seit Stunden.\n"
    )
    assert "reading: 1 entry, " in run("add", str(page))[2]
    assert run("check")[1] == "1 entry, no problems found\n"


def test_what_is_no_archive_is_told_in_a_line_and_left_alone(run: Run, archive: Path) -> None:
    archive.write_text("Das ist kein Archiv, sondern ein Brief. " * 100)
    before = archive.read_bytes()
    for command in (["list"], ["add", "-"], ["check"], ["export"], ["reannotate"]):
        status, out, err = run(*command)
        assert (status, out, err.count("\n")) == (1, "", 1)
        assert err.startswith(f"warticker: {archive}: ")
    assert archive.read_bytes() == before


def test_an_add_that_is_told_to_terminate_ends_in_order(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(Library, "add", lambda *_, **__: os.kill(os.getpid(), signal.SIGTERM))
    try:
        with pytest.raises(SystemExit) as ended:
            run("add", str(page))
    finally:
        signal.signal(signal.SIGTERM, before)
    assert ended.value.code == 128 + signal.SIGTERM


def test_a_source_without_permission_keeps_nobody_from_the_others(
    run: Run, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = page.with_name("other.txt")
    other.write_text("", encoding="utf-8")
    opened = Path.open

    def refused(path: Path, *arguments: Any, **named: Any) -> Any:
        if path == other:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", refused)
    monkeypatch.setattr(os, "access", lambda path, *_: Path(path) != other)
    status, out, err = run("add", str(other), str(page))
    assert (status, out.startswith("4 new")) == (1, True)
    assert f"warticker: {other}: permission denied" in err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_export_that_is_terminated_leaves_nothing(
    run: Run, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    run("add", str(page))
    monkeypatch.setattr(formats, "line", lambda *_: os.kill(os.getpid(), number))
    # The tests themselves may run under nohup.
    before = {each: signal.signal(each, signal.default_int_handler) for each in (signal.SIGTERM, signal.SIGHUP)}
    folder = tmp_path / "out"
    folder.mkdir()
    try:
        with pytest.raises(SystemExit, match=str(128 + number)):
            run("export", "--output", str(folder / "all.txt"))
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    assert list(folder.iterdir()) == []


def test_a_pipe_is_told_now_and_then_although_nothing_is_done_yet(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PAUSE", 0.01)
    told = ""
    with progress.shown("reading", None):
        for _ in range(1000):
            sleep(0.01)
            told += capsys.readouterr().err
            if told:
                break
    assert told.startswith("reading: 0 entries")
