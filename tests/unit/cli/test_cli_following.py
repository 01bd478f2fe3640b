"""Sources are followed from the command line as a new user would do it, with a real server on loopback."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from tests.unit.cli.test_cli import Opened, app, run
from tests.unit.library.live_server import Server, serving
from tests.unit.library.live_ticker import LiveTicker

from warticker.archive.following.followed import Attempt
from warticker.archive.segments import base
from warticker.library import Library
from warticker.library.subscribing import subscribe

__all__ = ["app", "run"]


@pytest.fixture
def server() -> Iterator[Server]:
    """A server in a thread of its own: commands run an event loop of theirs."""
    ready, ended = threading.Event(), asyncio.Event()
    made: list[Server] = []
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        async with serving() as server:
            made.append(server)
            ready.set()
            await ended.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    ready.wait()
    yield made[0]
    loop.call_soon_threadsafe(ended.set)
    thread.join()
    loop.close()


@pytest.fixture
def ticker(server: Server) -> LiveTicker:
    ticker = LiveTicker()
    for _ in range(3):
        ticker.grow()
    server.pages["/ticker"] = ticker.answer
    return ticker


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "archive.sqlite"
    monkeypatch.setenv("WARTICKER_ARCHIVE", str(path))
    return path


def test_an_address_is_read_where_a_file_is(run: Any, server: Server, ticker: LiveTicker) -> None:
    address = server.address("/ticker")
    parsed = json.loads(run("parse", address).out)
    assert [entry["headline"] for entry in parsed["entries"]] == ticker.headlines
    assert len(run("list", "--source", address).out.splitlines()) == 3
    done = run("parse", server.address("/weg"))
    assert (done.status, done.err) == (
        1, f"warticker: {server.address('/weg')}: the server returned 404 (Not Found)\n"
    )  # fmt: skip


def test_a_source_is_followed_and_updated(run: Any, server: Server, ticker: LiveTicker, archive: Path) -> None:
    followed = run("add", server.address("/ticker"), "--follow", "--every", "2m", "--name", "ntv")
    assert (followed.status, followed.out) == (0, "ntv: 3 new; read again every 2m\n")
    assert run("update").out == ""
    ticker.grow()
    # Whoever was just asked is not asked again for half a minute.
    assert run("update", "--all").out.startswith("ntv: left alone until ")
    (listed,) = map(json.loads, run("sources", "--format", "json").out.splitlines())
    assert (listed["name"], listed["entries"], listed["every"], listed["error"]) == ("ntv", 3, 120, None)


def test_a_source_that_was_never_read_says_so_and_why(run: Any, server: Server, archive: Path) -> None:
    run("add", server.address("/weg"), "--follow", "--name", "weg", "--every", "1h", "--deep")
    (listed,) = map(json.loads, run("sources", "--format", "json").out.splitlines())
    assert (listed["last_success"], listed["failures"], listed["paused"]) == (None, 1, False)
    with closing(Library.open(archive)) as library:
        (source,) = library.archive.subscriptions
        now = datetime.now(UTC)
        library.archive.subscriptions.failed(source, Attempt(now, now, now), "the server returned 404 (Not Found)")
    done = run("sources")
    _, line, error = done.out.splitlines()
    name, read, _, *every = line.split()[:5]
    assert (name, read, every) == ("weg", "never", ["1h", "deep"])
    assert (error, done.err) == ("  the server returned 404 (Not Found) (2 times)", "")


def test_a_server_that_another_command_asks_is_left_alone(run: Any, server: Server, archive: Path) -> None:
    run("add", server.address("/ticker"), "--follow")
    now = datetime.now(UTC)
    with closing(Library.open(archive)) as library:
        (source,) = library.archive.subscriptions
        assert library.archive.subscriptions.claim(source, now + timedelta(seconds=40), now + timedelta(minutes=5))
    done = run("add", server.address("/weg"), "--follow", "--name", "weg")
    assert (done.status, done.out) == (0, "weg: left alone until another command is done\n")


def test_what_follows_brings_the_archive_up_to_date_as_it_ends(
    run: Any, server: Server, ticker: LiveTicker, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "MOST_FRESH", 2)
    run("add", server.address("/ticker"), "--follow")
    with closing(sqlite3.connect(archive)) as connection:
        assert base.counter(connection, "generation") == 1


def test_update_says_by_its_status_whether_any_failed(
    run: Any, server: Server, ticker: LiveTicker, archive: Path
) -> None:
    done = run("add", server.address("/ticker"), server.address("/weg"), "--follow")
    assert (done.status, done.out) == (1, "127.0.0.1: 3 new; read again every 5m\n")
    assert done.err.startswith("warticker: 127.0.0.1/weg: the server returned 404 (Not Found); again at ")
    listed = run("sources").out.splitlines()
    assert [line.split()[0] for line in listed] == ["NAME", "127.0.0.1", "127.0.0.1/weg", "the"]


def test_a_source_whose_server_says_when_to_come_again_has_not_failed(run: Any, server: Server, archive: Path) -> None:
    server.show("/ticker", status=429, Retry_After="3600")
    done = run("add", server.address("/ticker"), "--follow")
    assert (done.status, done.out) == (0, "")
    assert done.err.startswith("warticker: 127.0.0.1: the server returned 429 (Too Many Requests); again at ")
    (listed,) = map(json.loads, run("sources", "--format", "json").out.splitlines())
    assert (listed["failures"], listed["error"]) == (0, "the server returned 429 (Too Many Requests)")
    again = run("update", "--all")
    assert (again.status, again.err) == (0, "")
    assert again.out.startswith("127.0.0.1: left alone until ")
    server.show("/fort", status=429)
    assert run("add", server.address("/fort"), "--follow", "--archive", f"{archive}.2").status == 1


def test_sources_are_renamed_paused_and_removed(run: Any, archive: Path, tmp_path: Path) -> None:
    run("add", str(tmp_path), "--follow", "--name", "ordner")
    assert run("sources", "rename", "ordner", "seiten").status == 0
    assert run("sources", "pause", "seiten").status == 0
    assert "paused" in run("sources").out
    done = run("update", "seiten")
    assert (done.status, done.out) == (0, "")
    assert done.err == "warticker: seiten: paused; resume it with: warticker sources resume seiten\n"
    assert run("update", "--all").out == ""
    assert run("sources", "resume", "Seiten").status == 0
    assert run("update", "--all").out == "seiten: nothing new\n"
    assert run("sources", "remove", "seiten").status == 0
    done = run("sources")
    assert (done.status, done.err) == (
        0, "warticker: nothing is followed yet; add a source with: warticker add ADDRESS --follow\n"
    )  # fmt: skip
    # Cron has nothing to tell of as failed, but of a name that is not there.
    assert (run("update").status, run("update").err, run("update", "seiten").status) == (0, done.err, 1)


def test_columns_stand_below_each_other_whatever_letters_names_have(run: Any, archive: Path, tmp_path: Path) -> None:
    for name in ("漢字の新聞", "📰 ntv", "e\u0301tat"):
        folder = tmp_path / name
        folder.mkdir()
        run("add", str(folder), "--follow", "--name", name)
    head, *lines = run("sources").out.splitlines()
    where = head.index("ADDRESS")
    assert [cell_len(line[: line.index(str(tmp_path))]) for line in lines] == [where] * 3


def test_sources_go_into_other_readers_and_come_back(run: Any, archive: Path, tmp_path: Path, server: Server) -> None:
    run("add", server.address("/a"), "--follow", "--name", "A & B", "--every", "1h", "--deep")
    written = tmp_path / "sources.opml"
    written.write_text(run("sources", "export").out)
    before = run("sources", "--format", "json").out
    run("sources", "remove", "A & B")
    assert run("sources", "import", str(written)).out == "1 new source\n"
    again, once = (json.loads(text) for text in (run("sources", "--format", "json").out, before))
    assert [again[field] for field in ("name", "address", "every", "deep")] == [
        once[field] for field in ("name", "address", "every", "deep")
    ]
    assert run("sources", "import", str(written)).out == "0 new sources\n"
    written.write_text('<opml><body><outline xmlUrl="ftp://example.org/a"/></body></opml>')
    done = run("sources", "import", str(written))
    assert (done.status, done.out) == (1, "0 new sources\n")
    assert "ftp://example.org/a: not an http" in done.err


@pytest.mark.parametrize("command", ["sources", "update"])
def test_nothing_fails_where_nothing_was_ever_kept(
    run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    monkeypatch.delenv("WARTICKER_ARCHIVE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    done = run(command)
    assert (done.status, done.out) == (0, "")
    assert "nothing is followed yet" in done.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["add", "-", "--follow"], "standard input cannot be followed"),
        (["add", "", "--follow"], "no address or path to follow"),
        (["add", "/nirgends", "--follow"], "/nirgends: no such file or folder"),
        (["add", "www.example.org", "--follow"], "no such file or folder; an address begins with https://"),
        (["add", "example.org/ticker"], "no such file or folder; an address begins with https://"),
        (["add", "https://du:geheim@example.org/", "--follow"], "https://example.org/: an address must not contain"),
        (["add", ".", "--follow", "--every", "1s"], "1s is not between 30s and 30d"),
        (["add", ".", "--follow", "--name", "\x1b[31m"], "a source's name must be 1 to 60 printable characters"),
        (["add", ".", "--follow", "--name", " "], "a source's name must be 1 to 60 printable characters"),
        (["add", ".", "..", "--follow", "--name", "zwei"], "--name needs a single source"),
        (["add", ".", "--deep"], "--every, --name and --deep need --follow"),
        (["update"], "there is no archive yet"),
    ],
    ids=range(12),
)
def test_what_cannot_be_followed_is_told_in_one_line(run: Any, archive: Path, arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert done.status > 0
    assert done.err.count("\n") == 1
    assert told in done.err


def test_the_app_opens_on_an_address_and_can_follow_it(
    run: Any, app: Opened, server: Server, ticker: LiveTicker, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []

    def opened(library: Library, *_: object, following: bool) -> int:
        (source,) = library.archive.subscriptions
        found.append((library.total, library.path is not None and library.path.exists(), source.address, following))
        return 0

    monkeypatch.setattr("warticker.ui.app.run", opened)
    assert run(server.address("/ticker")).status == 0
    assert found == [(3, True, server.address("/ticker"), True)]
    done = run("--offline", server.address("/ticker"))
    assert (done.status, len(found)) == (2, 1)
    assert "--offline makes no requests" in done.err


def test_what_is_followed_from_the_bundled_edition_on_is_kept_and_opened(
    run: Any, app: Opened, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []

    def follow(library: Library, *_: object, following: bool) -> int | None:
        opened.append((library.is_bundled, library.path, following))
        if not library.is_bundled:
            return 0
        subscribe(library.archive.subscriptions, str(tmp_path))
        return None

    monkeypatch.setattr("warticker.ui.app.run", follow)
    assert run().status == 0
    assert opened == [(True, None, True), (False, archive, True)]
    assert str(tmp_path) in run("sources").out
