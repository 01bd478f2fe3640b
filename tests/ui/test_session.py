import signal
from pathlib import Path

import pytest
from tests.ui.driver import Start

from warticker.archive.database import Database
from warticker.archive.query import Query
from warticker.archive.selection import Order
from warticker.errors import ArchiveError
from warticker.library import Library
from warticker.model import EntryKey
from warticker.settings import Settings
from warticker.ui.app import LEAVING, run
from warticker.ui.drawing.row import Density
from warticker.ui.session import Session


async def test_the_app_opens_where_it_was_left(start: Start, archive: Path, kept: Library) -> None:
    async with start(other=kept) as app:
        app.main.apply(kept.parse("-brüssel"))
        await app.press("v", "d", "j")
        app.app.theme = "warticker-light"
        left = app.headline
        await app.press("q")
    again = Library.open(archive)
    async with start(other=again) as app:
        assert (app.query, app.headline) == ("-brüssel", left)
        assert app.main.selection.order is Order.OLDEST
        assert app.main.timeline.density is Density.COMPACT
        assert app.app.theme == "warticker-light"
        assert any("▌" in line and left in line for line in app.lines)
    again.close()


@pytest.mark.parametrize("told", LEAVING)
async def test_the_app_is_left_in_order_where_its_terminal_is_closed_or_it_is_killed(
    told: signal.Signals, start: Start, kept: Library
) -> None:
    async with start(other=kept) as app:
        await app.press("j")
        left = app.headline
        assert signal.getsignal(told) not in (signal.SIG_DFL, signal.SIG_IGN)
        signal.raise_signal(told)
        await app.until(lambda: not app.app.is_running)
    async with start(other=kept) as app:
        assert app.headline == left


async def test_a_query_that_is_still_being_typed_is_not_opened_again(start: Start, kept: Library) -> None:
    async with start(other=kept) as app:
        app.main.apply(kept.parse("-brüssel"))
        await app.press("j")
        left = app.headline
        await app.press("/", *"odessa")
        assert app.query == "-brüssel odessa"
        app.app.exit()
        await app.until(lambda: not app.app.is_running)
    async with start(other=kept) as app:
        assert (app.query, app.headline) == ("-brüssel", left)


async def test_a_query_that_was_left_and_finds_nothing_by_now_is_let_go(start: Start, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("s")
        app.main.apply(kept.parse("is:saved"))
        await app.press("q")
    async with start(other=kept) as app:
        assert app.query == "is:saved"
        await app.press("s", "q")
    async with start(other=kept) as app:
        assert app.query == ""


async def test_a_query_that_is_given_comes_before_the_one_that_was_left(start: Start, kept: Library) -> None:
    async with start(other=kept, query="city:Kiew") as app:
        await app.press("j")
    async with start(other=kept, query="city:Charkiw") as app:
        assert app.query == "city:Charkiw"


def test_a_session_reads_back() -> None:
    settings = Settings(order="oldest")
    left = Session(
        Query.parse('"a b" -c city:Kiew'), Order.NEWEST, Density.COMPACT, EntryKey("x"), "nord", filter=False
    )
    assert Session.from_json(left.to_json(settings), settings) == left


def test_settings_that_were_changed_since_come_first() -> None:
    left = Session(Query.parse("a"), Order.NEWEST, Density.COMFORTABLE, EntryKey("x"))
    now = Settings(order="oldest", density="compact", theme="nord")
    seen = Session(left.query, Order.OLDEST, Density.COMPACT, left.entry, "nord")
    assert Session.from_json(left.to_json(Settings()), now) == seen


@pytest.mark.parametrize(
    "text", [None, "", "{", "[]", "7", '{"query": "("}', '{"query": 7, "order": "x"}', "[" * 99999]
)
def test_what_cannot_be_read_opens_at_the_start(text: str | None) -> None:
    assert Session.from_json(text, Settings(density="compact")) == Session(density=Density.COMPACT)


async def test_an_archive_that_cannot_be_written_is_read(
    start: Start, kept: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ArchiveError("archive.sqlite: it cannot be written")

    monkeypatch.setattr(Database, "writing", refuse)
    async with start(other=kept) as app:
        assert app.headline == "Strom in Kiew wieder da"


def test_an_archive_that_fails_meanwhile_ends_the_app_in_one_line(
    kept: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> None:
        raise ArchiveError("archive.sqlite: it is damaged")

    monkeypatch.setattr(kept, "entry", damaged)
    monkeypatch.setattr("warticker.ui.app.WartickerApp.run", headless)
    with pytest.raises(ArchiveError, match="damaged"):
        run(kept, Query(), Settings(), following=False)


def headless(app: object) -> None:
    import asyncio

    from warticker.ui.app import WartickerApp

    assert isinstance(app, WartickerApp)
    asyncio.run(app.run_async(headless=True))
