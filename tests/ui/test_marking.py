import pytest
from tests.ui.driver import Start

from warticker.ui import marker


async def test_u_marks_as_read_and_back(start: Start) -> None:
    async with start() as app:
        unread = app.main.selection.unread
        await app.press("u")
        assert app.main.selection.unread == unread - 1
        assert f"{unread - 1} unread" in app.lines[0]
        await app.press("u")
        assert app.main.selection.unread == unread


async def test_an_entry_is_read_after_a_while_under_the_cursor(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marker, "READ_AFTER", 0.05)
    async with start() as app:
        await app.press("j")
        await app.pilot.pause(0.3)
        row = app.main.timeline.current
        assert row is not None
        assert not row.unread


async def test_s_saves_and_shows_a_star(start: Start) -> None:
    async with start() as app:
        await app.press("s")
        assert "★" in app.text
        app.main.ask(app.main.library.parse("is:saved"))
        await app.pilot.pause()
        assert len(app.main.selection) == 1
        await app.press("s")
        assert "★" not in app.text
