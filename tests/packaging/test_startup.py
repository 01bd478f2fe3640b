"""The program as processes: what they load, what they write to pipes, how they end."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from tests.terminal import Terminal

TICKER = (
    "+++ 12:00 Brand bei Odessa +++\n\nEin Lager mit Öl brennt.\n\n+++ 11:00 Ende +++\n\nDie Konferenz ist vorbei.\n"
)
LOADED = (
    "import sys; from warticker.cli.running import status_of; "
    "status_of({arguments!r}); print(*sys.modules, file=sys.stderr)"
)

HEAVY = {"textual", "rich", "warticker.intake", "warticker.annotate", "difflib", "yaml", "aiohttp"}


def run(*arguments: str, given: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {
        name: os.environ[name] for name in ("PATH", "WARTICKER_CACHE", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    } | variables
    return subprocess.run(
        [sys.executable, "-m", "warticker", *arguments], input=given, capture_output=True, env=environment, timeout=60
    )


def loaded(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(arguments=list(arguments))], capture_output=True, text=True, timeout=60
    )
    return set(done.stderr.split())


@pytest.fixture
def ticker(tmp_path: Path) -> Path:
    path = tmp_path / "ticker.txt"
    path.write_text(TICKER, encoding="utf-8")
    return path


def test_list_loads_neither_textual_nor_rules_nor_gazetteer() -> None:
    run("list")  # from now on what was read of our own YAML is kept
    modules = loaded("list", "kyiv city:Kiew topic:luftangriffe")
    assert "warticker.archive.file" in modules
    assert not modules & HEAVY


def test_a_list_of_an_archive_loads_nothing_that_only_keeping_needs(
    ticker: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARTICKER_ARCHIVE", str(tmp_path / "archive.sqlite"))
    assert run("add", str(ticker), WARTICKER_ARCHIVE=str(tmp_path / "archive.sqlite")).returncode == 0
    for form in ("text", "json"):
        modules = loaded("list", "city:Odessa öl", "--format", form)
        assert "warticker.archive.file" in modules
        keeping = {"warticker.archive.keeping", "warticker.library.adding", "multiprocessing"}
        assert not modules & (keeping | HEAVY)


def test_show_loads_no_textual_and_no_rules() -> None:
    key = run("list", "--limit", "1").stdout.split()[0].decode()
    modules = loaded("show", key)
    assert "rich" in modules
    assert not modules & {"textual", "ahocorasick_rs", "warticker.intake"}


def test_parse_loads_no_textual(ticker: Path) -> None:
    modules = loaded("parse", str(ticker))
    assert "warticker.annotate" in modules
    assert "textual" not in modules


def test_a_reader_that_goes_is_no_error() -> None:
    shell = f"{sys.executable} -m warticker list --format json | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, timeout=60)
    assert done.stderr == b""
    assert done.returncode in (0, 141)


def test_output_is_utf_8_in_every_locale(ticker: Path) -> None:
    done = run("list", "--source", str(ticker), "--format", "json", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert "Öl brennt" in done.stdout.decode("utf-8")


def test_a_pipe_is_read_as_a_file_is(ticker: Path) -> None:
    piped, read = run("parse", "-", given=TICKER.encode()), run("parse", str(ticker))
    assert piped.returncode == read.returncode == 0
    assert piped.stdout == read.stdout


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_colours_unless_it_wants_none(variables: dict[str, str], coloured: bool) -> None:
    ours, theirs = pty.openpty()
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", **variables}
    subprocess.run(
        [sys.executable, "-m", "warticker", "list", "--limit", "1"], stdout=theirs, env=environment, check=True
    )
    os.close(theirs)
    assert (b"\x1b[" in os.read(ours, 10_000)) == coloured
    os.close(ours)


def test_the_app_without_a_terminal_says_what_to_do() -> None:
    done = run()
    assert done.returncode == 1
    assert done.stderr.startswith(b"warticker: ")
    assert b"warticker list" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_a_piped_document_opens_with_the_keys_on_the_terminal(ticker: Path) -> None:
    shell = f"{sys.executable} -m warticker - < {ticker}; echo left with $?"
    with Terminal(["bash", "-c", shell]) as terminal:
        assert terminal.wait_for("Odessa") is not None
        terminal.press("q")
        assert terminal.wait_for("left with 0") is not None


def test_a_browser_that_runs_in_the_terminal_has_it_until_it_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = tmp_path / "w3m"
    browser.write_text('#!/bin/sh\necho "showing $1"\nread answer\necho "told $answer"\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    page = tmp_path / "page.html"
    words = "Am Morgen sind drei Züge mit Hilfsgütern abgefahren, zwei weitere folgen am Abend. " * 3
    page.write_text(
        "<html><head><link rel='canonical' href='https://example.org/zug'></head><body><article><h1>Züge fahren ab</h1>"
        f"<p>{words}</p><p>{words}</p></article></body></html>"
    )
    with Terminal([sys.executable, "-m", "warticker", "--offline", str(page)]) as terminal:
        assert terminal.wait_for("help") is not None
        terminal.press("o")
        assert terminal.wait_for("showing https://example.org/zug") is not None
        before = len(terminal.written)
        terminal.press("fertig\r", quiet=1.0)
        after = terminal.written[before:].decode(errors="replace")
        assert "told fertig" in after
        assert "TOPICS" in after
        assert "help" in after


def test_adding_draws_a_bar_on_a_terminal_and_lines_to_a_pipe(
    ticker: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARTICKER_ARCHIVE", str(tmp_path / "archive.sqlite"))
    with Terminal([sys.executable, "-m", "warticker", "add", str(ticker)]) as terminal:
        assert terminal.wait_for("2 new, 0 changed") is not None
        assert "━" in terminal.written.decode()
    piped = run("add", str(ticker), WARTICKER_ARCHIVE=str(tmp_path / "archive.sqlite"))
    assert piped.stdout.decode().startswith("0 new, 0 changed, 2 unchanged")
    assert piped.stderr.decode().startswith("reading: 2 entries, ")
    assert "━" not in piped.stderr.decode()


def test_two_that_add_at_once_both_finish_and_every_entry_is_there_once(tmp_path: Path) -> None:
    pages = []
    for number in range(2):
        page = tmp_path / f"page{number}.txt"
        entries = (f"+++ {hour:02}:{5 * number:02} Meldung {hour} +++\n\nEin Zug fährt.\n" for hour in range(23, 0, -1))
        page.write_text("\n".join(["14.11.2025\n", *entries]), encoding="utf-8")
        pages.append(page)
    environment = os.environ | {"WARTICKER_ARCHIVE": str(tmp_path / "archive.sqlite")}
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "warticker", "add", *map(str, order)],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        for order in (pages, pages[::-1])
    ]  # fmt: skip
    told = [adding.communicate(timeout=60)[0] for adding in both]
    assert [adding.returncode for adding in both] == [0, 0]
    assert sum(int(line.split()[0]) for line in told) == 46
    assert run("check", WARTICKER_ARCHIVE=str(tmp_path / "archive.sqlite")).stdout == b"46 entries, no problems found\n"
