from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from tests.ui.driver import Driver, Start
from tests.ui.tickers import FIRST, NEWS, write

from warticker.archive.query import Query
from warticker.archive.selection import Order, Selection
from warticker.library import Library
from warticker.ui.screens import main


@pytest.fixture
def asked(library: Library, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The queries that the bundled edition is asked, in order."""
    queries: list[str] = []
    select: Callable[..., Selection] = library.select

    def noticed(query: Query, order: Order = Order.NEWEST) -> Selection:
        queries.append(str(query))
        return select(query, order)

    monkeypatch.setattr(library, "select", noticed)
    return queries


def right(app: Driver) -> bool:
    """Whether what is listed is what the archive holds."""
    shown = app.main.selection
    return list(shown.rows(0, 99)) == list(app.main.library.select(shown.query, shown.order).rows(0, 99))


async def at_rest(app: Driver) -> list[list[tuple[str, str]]]:
    """The screen when nothing is added to it any more."""
    before: list[list[tuple[str, str]]] = []
    shown = app.styled
    while before != shown:
        await app.pilot.pause(0.5)
        before, shown = shown, app.styled
    return shown


async def test_what_the_next_toggle_asks_is_ready_before_the_key(start: Start, asked: list[str]) -> None:
    async with start() as app:
        await app.press("t")
        await app.until(lambda: "topic:luftangriffe" in asked)
        await app.press("space")
        assert app.query == "topic:luftangriffe"
        assert asked.count("topic:luftangriffe") == 1
        assert right(app)


async def test_a_toggle_shows_what_would_be_drawn_anew(start: Start) -> None:
    async with start(query="angriff") as app:
        await app.press("s", "j", "j", "u", "t", "j")
        await app.pilot.pause(0.3)
        for keys in (["space"], ["space"], ["c", "space"], ["escape", "escape"]):
            await app.press(*keys)
            shown = await at_rest(app)
            for pane in (app.main.timeline, app.main.filters, app.main.reader):
                pane.notify_style_update()
                pane.refresh()
            await app.pilot.pause()
            assert app.styled == shown


async def test_marks_made_meanwhile_count(start: Start, asked: list[str]) -> None:
    async with start(query="is:unread") as app:
        await app.press("t")
        await app.until(lambda: "is:unread topic:luftangriffe" in asked)
        await app.press("escape", "U", "t", "space")
        assert app.query == "is:unread topic:luftangriffe"
        assert right(app)


async def test_what_others_keep_meanwhile_counts(
    start: Start, archive: Path, kept: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main, "POLL_EVERY", 0.02)
    async with start(other=kept) as app:
        await app.press("t")
        await app.pilot.pause(0.2)
        write(archive, *NEWS, *FIRST)
        await app.until(lambda: "+2 arrived" in app.lines[0])
        await app.press("space")
        assert right(app)


async def test_a_day_that_begins_meanwhile_counts(start: Start, kept: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    times = [datetime(2025, 11, 14, 17)]
    monkeypatch.setattr(kept, "_now", lambda: times[-1])
    async with start(query="since:today", other=kept) as app:
        assert len(app.main.selection)
        await app.press("t")
        await app.pilot.pause(0.2)
        times.append(datetime(2025, 11, 15, 17))
        await app.press("space")
        assert not len(app.main.selection)
