from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from warticker import __version__
from warticker.archive.query import EVERYTHING, Query
from warticker.cli import opening
from warticker.cli.libraries import library_of
from warticker.cli.running import status_of
from warticker.errors import ArchiveError
from warticker.library import Library
from warticker.records import from_yaml, story_from
from warticker.settings import Settings

TICKER = """Liveticker zum Test

14.11.2025

+++ 12:00 Brand in *einem* Lager bei Odessa +++

Nach einem Drohnenangriff brennt dort ein Lager mit Öl.

+++ 11:00 @Konferenz in Berlin endet +++

Die Teilnehmer vertagten sich auf den Winter.
"""


@pytest.fixture
def ticker(tmp_path: Path) -> str:
    path = tmp_path / "ticker.txt"
    path.write_text(TICKER, encoding="utf-8")
    return str(path)


class Outcome:
    """What a command left behind."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status = status
        self.out = out
        self.err = err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def command(*arguments: str) -> Outcome:
        status = status_of(list(arguments))
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return command


def test_list_prints_an_entry_a_line(run: Any) -> None:
    done = run("list", "--limit", "3")
    assert (done.status, len(done.out.splitlines()), done.err) == (0, 3, "")
    assert "\x1b" not in done.out


def test_list_takes_a_query_in_one_argument_or_several(run: Any) -> None:
    once = run("list", "city:Kiew topic:luftangriffe")
    assert once.status == 0
    assert once.out == run("list", "city:Kiew", "topic:luftangriffe").out
    assert len(run("list", "city:Kiew").out.splitlines()) >= len(once.out.splitlines())


def test_list_begins_at_the_end_of_time_that_is_asked_for(run: Any, ticker: str) -> None:
    newest = run("list", "--source", ticker).out.splitlines()
    assert run("list", "--source", ticker, "--order", "oldest").out.splitlines() == newest[::-1]


def test_json_is_a_record_a_line(run: Any, ticker: str) -> None:
    first, second = map(json.loads, run("list", "--source", ticker, "--format", "json").out.splitlines())
    assert first["headline"] == "Brand in *einem* Lager bei Odessa"
    assert (second["time"], second["precision"]) == ("2025-11-14T11:00:00+01:00", "minute")
    assert [place["name"] for place in first["places"]] == ["Odessa"]


def test_listed_yaml_reads_back(run: Any, ticker: str, tmp_path: Path) -> None:
    listed = run("list", "odessa", "--source", ticker, "--format", "yaml").out
    (story,) = from_yaml(listed)
    assert [entry.headline for entry in story.document.entries] == ["Brand in *einem* Lager bei Odessa"]
    (tmp_path / "again.yaml").write_text(listed, encoding="utf-8")
    assert run("list", "--source", str(tmp_path / "again.yaml"), "--format", "yaml").out == listed


def test_markdown_shows_marks_as_they_stand(run: Any, ticker: str) -> None:
    out = run("list", "odessa", "--source", ticker, "--format", "markdown").out
    assert out.startswith("## Brand in \\*einem\\* Lager bei Odessa\n\n*")
    assert "14 Nov 2025 12:00" in out


def test_csv_holds_no_formula(run: Any, ticker: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("list", "--source", ticker, "--format", "csv").out)))
    assert [row["headline"] for row in rows] == [
        "Brand in *einem* Lager bei Odessa",
        "'@Konferenz in Berlin endet",
    ]
    assert rows[0]["cities"] == "Odessa"


def test_show_takes_the_beginning_of_a_key(run: Any, ticker: str) -> None:
    key = json.loads(run("list", "odessa", "--source", ticker, "--format", "json").out)["key"]
    shown = run("show", key[:6], "--source", ticker)
    assert shown.status == 0
    assert "Brand in *einem* Lager bei Odessa" in shown.out
    assert "Nach einem Drohnenangriff brennt dort ein Lager mit Öl." in shown.out
    assert shown.out.endswith(f"\n\n{key}\n")
    assert not any(line.endswith(" ") for line in shown.out.splitlines())


def test_parse_prints_a_document_a_line(run: Any, ticker: str) -> None:
    (line,) = run("parse", ticker).out.splitlines()
    record = json.loads(line)
    assert set(record) == {"title", "source", "address", "published", "kind", "dropped", "entries"}
    assert (record["kind"], record["published"], len(record["entries"])) == ("ticker", "2025-11-14", 2)
    (story,) = from_yaml(run("parse", ticker, "--format", "yaml").out)
    assert story == story_from(record)


def test_parse_reads_standard_input(run: Any, ticker: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = json.loads(run("parse", ticker).out)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TICKER.encode())))
    assert json.loads(run("parse", "-").out)["entries"] == expected["entries"]


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["list", "zzzzzz"], 1, "nothing matches zzzzzz"),
        (["list", "--", "--", "-"], 2, "no word or field found"),
        (["lst"], 2, "lst: no such command or file; did you mean list?"),
        (["sources", "rm"], 2, "No such command 'rm'. The commands are export, import, pause, remove, rename, resume."),
        (["list", "kity:Kiew"], 2, "there is no field kity: - did you mean city:?"),
        (["list", "topic:luftangrife"], 2, "did you mean luftangriffe?"),
        (["list", "topic:foo"], 2, "there is no topic foo; choose from luftangriffe, front, energie"),
        (["list", "land:Sumy"], 2, "there is no field land:; the fields are topic, city, government, region"),
        (["list", "city:Kiiew"], 2, "there is no city Kiiew - did you mean Kiew?"),
        (["list", "city:Krim"], 2, "there is no city Krim - did you mean region:Krim?"),
        (["list", "-topic:front"], 2, "Put -- before a query that begins with a minus, and options before that."),
        (["list", "--topic"], 2, "No such option '--topic'.\n"),
        (["list", "--limit", "0"], 2, "--limit"),
        (["list", "--limit", "abc"], 2, "must be a whole number of at least 1, not abc"),
        (["list", "--format", "xml"], 2, "'xml' is not one of"),
        (["list", "--source", "/nirgends"], 1, "/nirgends: no such file or folder"),
        (["show"], 2, "KEY"),
        (["show", "zzzzzz"], 1, "there is no entry zzzzzz"),
        (["parse"], 2, "SOURCE"),
        (["parse", "/nirgends"], 1, "/nirgends: no such file or folder"),
        (["parse", "/proc/self/mem"], 1, "/proc/self/mem: "),
        (["list", "--archive", "n" * 300], 1, "nnn: file name too long"),
        (["list", "--archive", "~niemand-heißt-so/x"], 1, "~niemand-heißt-so/x: there is no archive yet"),
        (["show", "--archive", "misspelt.sqlite", "qgph"], 1, "misspelt.sqlite: there is no archive yet"),
        (["/nirgends"], 1, "/nirgends: no such file or folder"),
        (["parse", "ftp://example.org/x"], 1, "ftp://example.org/x: not an http:// or https:// address"),
        (["add", "--follow", "file:///etc/hosts"], 1, "file:///etc/hosts: not an http:// or https:// address"),
        (["--nonsense"], 2, "--nonsense"),
    ],
)
def test_a_mistake_is_one_line_with_its_status(run: Any, arguments: list[str], status: int, told: str) -> None:
    done = run(*arguments)
    assert (done.status, done.out) == (status, "")
    assert done.err.startswith("warticker: ")
    assert told in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["list"], ["show"], ["parse"]])
def test_help_says_what_it_does_with_an_example(run: Any, arguments: list[str]) -> None:
    done = run(*arguments, "-h")
    assert done.status == 0
    assert "  " + " ".join(["warticker", *arguments]) in done.out.partition("Examples:")[2]


def test_the_version_is_told(run: Any) -> None:
    assert run("--version").out == f"warticker {__version__}\n"


class Opened:
    """What the app was opened on."""

    libraries: list[Library]

    def __init__(self) -> None:
        self.libraries = []

    def run(self, library: Library, query: Query, settings: Settings, *, following: bool) -> int:
        assert (query, following) == (EVERYTHING, True)
        assert settings == Settings()
        self.libraries.append(library)
        return 0


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Opened:
    opened = Opened()
    monkeypatch.setattr("warticker.ui.app.run", opened.run)
    monkeypatch.setattr(opening, "claim_terminal", lambda: None)
    monkeypatch.setattr("warticker.settings.load", Settings)
    return opened


def test_without_a_source_the_app_opens_on_the_bundled_edition(run: Any, app: Opened) -> None:
    assert run().status == 0
    assert app.libraries[0].total == Library.bundled().total


@pytest.mark.parametrize("command", ["list", "export", "show"])
def test_what_is_read_of_several_sources_is_printed_and_the_status_tells_of_the_others(
    run: Any, ticker: str, command: str
) -> None:
    key = run("list", "--source", ticker).out.split()[0]
    asked = [command, *([key] if command == "show" else []), "--source", ticker]
    done = run(*asked, "--source", "weg.txt")
    assert (done.status, done.err) == (1, "warticker: weg.txt: no such file or folder\n")
    assert done.out == run(*asked).out


def test_a_source_that_is_no_command_is_opened_and_what_cannot_be_read_is_told(
    run: Any, app: Opened, ticker: str
) -> None:
    done = run(ticker, "/nirgends")
    assert (done.status, done.err) == (0, "warticker: /nirgends: no such file or folder\n")
    assert app.libraries[0].total == 2


def test_the_bundled_edition_counts_what_another_command_keeps(run: Any, ticker: str, tmp_path: Path) -> None:
    archive, other = tmp_path / "archive.sqlite", tmp_path / "other.txt"
    other.write_text(TICKER.replace("zum Test", "zur Probe").replace(":00 ", ":30 "), encoding="utf-8")
    library = library_of(archive)
    assert (library.is_bundled, library.kept()) == (True, 0)
    for page, count in ((ticker, 2), (str(other), 4)):
        run("add", "--archive", str(archive), page)
        assert library.kept() == count
    archive.unlink()
    run("add", "--archive", str(archive), ticker)
    with pytest.raises(ArchiveError, match="replaced"):
        library.kept()
    assert library.kept() == 2


def test_nothing_opens_where_nothing_could_be_read(run: Any, app: Opened) -> None:
    done = run("/nirgends", "/auch-nicht")
    assert (done.status, done.err.count("\n"), app.libraries) == (1, 2, [])


def test_ctrl_c_ends_without_a_word(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "open_app", interrupted)
    done = run()
    assert (done.status, done.out, done.err) == (130, "", "")


INTERRUPTED_WHILE_IMPORTING = """
import sys
from warticker import cli

class Interrupted:
    def find_spec(self, name, *_):
        if name == "click":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupted())
cli.main()
"""


def test_ctrl_c_ends_a_start_without_a_word() -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED_WHILE_IMPORTING], capture_output=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_messages_command_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["list", "city:\x1b[31mRot\u202e"]) == 2
    told = capsys.readouterr().err
    assert told == "warticker: there is no city \\x1b[31mRot\\u202e (at character 6 of the query)\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk here")
@pytest.mark.parametrize("arguments", [["list"], ["--help"], ["--version"]])
def test_a_full_disk_is_told_in_one_line(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run([sys.executable, "-m", "warticker", *arguments], stdout=full, stderr=subprocess.PIPE)
    assert (ended.returncode, ended.stderr) == (1, b"warticker: standard output: no space left on device\n")


def test_parse_explains_what_each_line_was_taken_for(run: Any, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Liveticker\n\n+++ 12:00 Brand im Hafen +++\n\nEin Lager brennt.\n\nAnzeige\n\n"
        "+++ 11:00 Ende der Konferenz +++\n\nAlle reisen ab.\n",
        encoding="utf-8",
    )
    outcome = run("parse", "--explain", str(page))
    told = outcome.out.splitlines()
    assert outcome.status == 0
    assert told[0] == f"{page}: ticker with times between plus signs"
    assert told[1].startswith("2 times between plus signs, all in order; headlines are beside them. Confidence: ")
    assert [line.split()[0] for line in told if line.endswith("Ein Lager brennt.")] == ["paragraph"]
    assert [line for line in told if line.startswith("dropped: advertisement") and line.endswith("Anzeige")]


@pytest.mark.parametrize(
    ("page", "layout", "why"),
    [
        ("Ticker\n\n{0}\n12:00 Uhr\n\n{1}\n11:00 Uhr", "times alone on their lines", "texts are above them"),
        ("Ticker\n\n12.00 Uhr: {0}\n\n11.00 Uhr: {1}", "times before text", "there are no headlines"),
        ("Chronik\n\n1. Mai\n{0}\n\n2. Mai\n{1}\n\n3. Mai\n{0}", "days alone on their lines", "no headlines"),
        ("Ticker\n\n+++ Brand +++\n\n{0}\n\n+++ Abreise +++\n\n{1}", "reports between plus signs", "beside them"),
        ("Brand im Hafen\n\n{0}\n\nAlle Gäste reisen nun ab\n{1}", "article", "one of its lines is a subhead"),
        ("Brand im Hafen\n\n{0}\n\n{1}", "article", "no subhead divides its text"),
    ],
)
def test_parse_says_why_in_words(run: Any, tmp_path: Path, page: str, layout: str, why: str) -> None:
    path = tmp_path / "page.txt"
    texts = ("Ein Lager brennt. Die Wehr löscht seit Stunden.", "Alle reisen ab. Der Saal im Hafen ist leer.")
    path.write_text(page.format(*texts), encoding="utf-8")
    told = run("parse", "--explain", str(path)).out.splitlines()
    assert told[0].endswith(layout)
    assert why in told[1]
