"""While the app is open, what is followed arrives by itself, and nobody is asked who should not be."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, closing, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from tests.ui.driver import Driver
from tests.ui.tickers import FIRST, NEWS, page, write
from tests.unit.library.live_server import Server, serving
from tests.unit.library.live_ticker import LiveTicker

from warticker.archive.following.followed import Attempt
from warticker.archive.query import Query
from warticker.cli.following import TERMINATED
from warticker.library import Library
from warticker.library.subscribing import subscribe
from warticker.settings import Settings
from warticker.ui import children, following, watching
from warticker.ui.alarm import Alarm
from warticker.ui.app import WartickerApp
from warticker.ui.following import Follower
from warticker.ui.screens import main
from warticker.ui.watching import changed_folders


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "POLL_EVERY", 0.02)
    monkeypatch.setattr(following, "APART", 0.02)


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serving() as server:
        ticker = LiveTicker()
        for _ in range(3):
            ticker.grow()
        server.pages["/ticker"] = ticker.answer
        yield server


@pytest.fixture
def followed(kept: Library, server: Server) -> Library:
    """A library that follows a page of the server."""
    subscribe(kept.archive.subscriptions, server.address("/ticker"), name="ntv")
    return kept


@pytest.fixture
def told() -> list[str]:
    """What the follower has told."""
    return []


@pytest.fixture
def follower(followed: Library, archive: Path, told: list[str]) -> Follower:
    return Follower(followed, archive, told.append)


async def until(happened: Callable[[], object], seconds: float = 60.0) -> None:
    async with asyncio.timeout(seconds):
        while not happened():
            await asyncio.sleep(0.01)


async def stop(running: asyncio.Task[None]) -> None:
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def test_what_is_followed_arrives_without_moving_anything(followed: Library) -> None:
    app = WartickerApp(followed, Query(), Settings(notify="Odessa"), following=True)
    rung: list[bool] = []
    app.bell = lambda: rung.append(True)  # type: ignore[method-assign]
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        driver = Driver(app, pilot)
        await driver.press("j")
        before = driver.lines[1:12]
        await until(lambda: "+3 arrived" in driver.lines[0])
        assert driver.lines[1:12] == before
        assert rung == [True]
        await until(lambda: "Drohnen treffen Hafen von Odessa" in driver.text)


async def test_a_source_that_fails_is_told_once(server: Server, follower: Follower, told: list[str]) -> None:
    server.show("/ticker", status=500)
    running = asyncio.create_task(follower.run())
    await until(lambda: told)
    await stop(running)
    assert told == ["ntv: the server returned 500 (Internal Server Error)"]


async def test_how_many_sources_fail_stays_on_the_screen_until_none_does(server: Server, followed: Library) -> None:
    server.show("/ticker", status=500)
    app = WartickerApp(followed, Query(), Settings(), following=True)
    async with app.run_test(size=(120, 40)) as pilot:
        driver = Driver(app, pilot)
        await driver.until(lambda: "1 failing F" in driver.lines[0])
        await driver.press("F", "x", "x", "escape")
        assert "failing" not in driver.lines[0]


async def test_a_page_that_takes_its_time_holds_up_no_round(
    server: Server, follower: Follower, followed: Library
) -> None:
    server.hang("/still")
    subscribe(followed.archive.subscriptions, server.address("/still", "localhost"), name="still")
    running = asyncio.create_task(follower.run())
    await until(lambda: len(server.asked) == 2)
    await until(lambda: followed.archive.subscriptions.find("ntv").last_success)
    subscribe(followed.archive.subscriptions, server.address("/neu"), name="neu")
    follower.now()
    await until(lambda: any(request.path == "/neu" for request in server.asked))
    assert server.at_once == 1
    await stop(running)


async def test_nobody_is_asked_while_it_is_paused_but_on_demand(server: Server, follower: Follower) -> None:
    follower.toggle()
    running = asyncio.create_task(follower.run())
    await asyncio.sleep(0.2)
    assert not server.asked
    assert len(follower.now()) == 1
    await until(lambda: server.asked)
    await stop(running)


async def test_who_asks_too_soon_is_obeyed_once_the_server_may_be_asked_again(
    server: Server, follower: Follower, followed: Library
) -> None:
    (source,) = followed.archive.subscriptions
    now = datetime.now(UTC)
    attempt = Attempt(now, now + timedelta(hours=1), not_before=now + timedelta(seconds=1))
    followed.archive.subscriptions.succeeded(source, attempt, 0)
    running = asyncio.create_task(follower.run())
    assert len(follower.now()) == 1
    await until(lambda: server.asked)
    assert datetime.now(UTC) >= attempt.not_before
    await stop(running)


async def test_a_pause_stays_on_the_screen_until_it_ends(followed: Library) -> None:
    app = WartickerApp(followed, Query(), Settings(), following=True)
    async with app.run_test(size=(120, 40)) as pilot:
        driver = Driver(app, pilot)
        await driver.press("P")
        assert "paused P" in driver.lines[0]
        await driver.press("P")
        assert "paused" not in driver.lines[0]


@pytest.mark.parametrize("key", ["R", "P"])
async def test_who_is_offline_is_told_that_nobody_is_asked(followed: Library, key: str) -> None:
    app = WartickerApp(followed, Query(), Settings())
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        driver = Driver(app, pilot)
        await driver.press(key)
        assert "Offline: sources are not checked" in driver.text


async def test_where_nothing_is_followed_nobody_is_asked_and_nothing_is_wrong(kept: Library) -> None:
    app = WartickerApp(kept, Query(), Settings(), following=True)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        driver = Driver(app, pilot)
        await driver.press("R")
        assert "Nothing new" in driver.text
        await driver.press("P")
        assert "No sources are followed here" in driver.text
        assert not app.main.paused


async def test_who_quits_waits_for_no_page_and_leaves_it_to_others(
    server: Server, follower: Follower, followed: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "PATIENCE", 15.0)
    monkeypatch.setattr(following, "APART", 15.0)
    server.hang("/ticker")
    running = asyncio.create_task(follower.run())
    await until(lambda: server.asked)
    await stop(running)
    (source,) = followed.archive.subscriptions
    now = datetime.now(UTC) + timedelta(minutes=1)
    assert followed.archive.subscriptions.claim(source, now, now)


async def test_a_command_ends_in_order_where_the_app_beside_it_is_gone(
    server: Server, followed: Library, archive: Path
) -> None:
    server.hang("/ticker")
    command = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "warticker.cli.child", "update", "--archive", str(archive), stdin=PIPE
    )
    await until(lambda: server.asked)
    assert command.stdin is not None
    command.stdin.close()
    assert await asyncio.wait_for(command.wait(), 60) == TERMINATED
    (source,) = followed.archive.subscriptions
    assert source.claimed_until <= datetime.now(UTC)


async def test_a_folder_that_is_followed_meanwhile_is_watched_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "POLL_EVERY", 0.05)
    folders = [tmp_path / name for name in ("seiten", "andere")]
    watched: list[str] = []

    async def watch() -> None:
        def wanted() -> set[str]:
            return {str(folder) for folder in folders if folder.exists()}

        async with aclosing(changed_folders(wanted)) as changes:
            async for changed in changes:
                watched.extend(changed)

    running = asyncio.create_task(watch())
    for folder in folders:
        folder.mkdir()
        await asyncio.sleep(0.5)
        (folder / "neu.txt").write_bytes(page(*NEWS))
        await until(partial(watched.count, str(folder)))
    await stop(running)


async def test_a_folder_is_read_as_soon_as_something_new_is_in_it(
    kept: Library, archive: Path, tmp_path: Path, told: list[str]
) -> None:
    folder = tmp_path / "seiten"
    folder.mkdir()
    subscribe(kept.archive.subscriptions, str(folder), every=timedelta(hours=1))
    follower = Follower(kept, archive, told.append)
    running = asyncio.create_task(follower.run())
    await until(lambda: next(iter(kept.archive.subscriptions)).last_success)
    (folder / "neu.txt").write_bytes(page(*NEWS))
    await until(lambda: kept.archive.refresh() == 2)
    await stop(running)
    assert not told


async def test_a_folder_is_read_under_its_new_name_and_not_while_it_is_paused(
    kept: Library, archive: Path, tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: set[str] = set()

    async def run(*arguments: str, hear: object) -> int:
        read.update(arguments[arguments.index("--") + 1 :])
        return 0

    monkeypatch.setattr(children, "run", run)
    folders = [tmp_path / name for name in ("seiten", "andere")]
    for folder in folders:
        folder.mkdir()
        subscribe(kept.archive.subscriptions, str(folder), every=timedelta(hours=1))
    running = asyncio.create_task(Follower(kept, archive, told.append).run())
    await asyncio.sleep(0.5)
    kept.archive.subscriptions.rename(str(folders[0]), "neu")
    kept.archive.subscriptions.pause(str(folders[1]), True)
    for folder in reversed(folders):
        (folder / "neu.txt").write_bytes(page(*NEWS))
    await until(lambda: read)
    await asyncio.sleep(0.2)
    await stop(running)
    assert (read, told) == ({str(folders[0])}, [])


def test_a_bell_rings_for_what_was_asked_for_and_only_once(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    write(path, *FIRST)
    with closing(Library.open(path)) as library:
        library.archive.visit()
        alarm = Alarm(library, "Luftalarm")
        assert alarm.poll() == ""
        write(path, *NEWS, *FIRST)
        library.archive.refresh()
        assert alarm.poll() == "Luftalarm in Kiew"
        assert alarm.poll() == ""
        assert Alarm(library, "Luftalarm").poll() == ""


def test_a_bell_rings_for_an_older_report_and_after_others_were_read(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    write(path, *FIRST)
    with closing(Library.open(path)) as library:
        library.archive.visit()
        alarm = Alarm(library, "is:unread")
        assert alarm.poll() == ""
        write(path, *NEWS, *FIRST)
        library.archive.refresh()
        assert alarm.poll()
        library.archive.marks.put([row.key for row in library.select().rows(0, 2)], read=True)
        write(path, *NEWS, *FIRST, ("08:10", "Nebel über Odessa", "Im Hafen von Odessa liegen die Schiffe still."))
        library.archive.refresh()
        assert alarm.poll() == "Nebel über Odessa"


def test_a_query_that_cannot_be_understood_is_told_once(kept: Library) -> None:
    alarm = Alarm(kept, "stadt:Nirgendwohausen")
    assert alarm.poll().startswith("config.yaml: notify: there is no city Nirgendwohausen")
    assert alarm.poll() == ""
