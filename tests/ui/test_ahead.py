from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.ui.driver import Start
from tests.ui.tickers import CORRECTED, FIRST, write

from warticker.archive.selection import Selection
from warticker.library import Library
from warticker.model import EntryKey
from warticker.rendering.page import Rendered
from warticker.ui import ahead
from warticker.ui.pages import Showing, page_of
from warticker.ui.screens import main


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[EntryKey | None]:
    """The entries whose pages are made, in order."""
    keys: list[EntryKey | None] = []

    def noticed(
        key: EntryKey | None, showing: Showing, library: Library, selection: Selection, topics: Mapping[str, str]
    ) -> Rendered:
        keys.append(key)
        return page_of(key, showing, library, selection, topics)

    monkeypatch.setattr(ahead, "page_of", noticed)
    monkeypatch.setattr(main, "ASK_EVERY", 0.02)
    return keys


async def test_the_next_page_is_made_before_a_key_asks_for_it(start: Start, made: list[EntryKey | None]) -> None:
    async with start() as app:
        first, second, third = (row.key for row in app.main.selection.rows(0, 3))
        await app.until(lambda: made == [first, second])
        await app.press("j")
        assert made[:2] == [first, second]
        assert second not in made[2:]
        assert app.main.reader.page.text.plain.startswith(app.headline)
        await app.until(lambda: third in made)


async def test_what_others_have_changed_is_made_anew(
    start: Start, archive: Path, kept: Library, made: list[EntryKey | None]
) -> None:
    async with start(other=kept) as app:
        second, before = app.main.selection.rows(1, 2)[0].key, kept.version
        await app.until(lambda: second in made)
        write(archive, FIRST[0], CORRECTED, *FIRST[2:])
        await app.until(lambda: kept.version != before)
        await app.press("j")
        assert "drei Menschen" in app.main.reader.page.text.plain


async def test_a_wider_screen_breaks_a_page_made_ready_anew(start: Start, made: list[EntryKey | None]) -> None:
    async with start((80, 24)) as app:
        second = app.main.selection.rows(1, 2)[0].key
        await app.until(lambda: second in made)
        await app.pilot.resize_terminal(200, 40)
        await app.press("j")
        wide = app.lines
        await app.press("k", "j")
        assert app.lines == wide


async def test_a_note_on_an_entry_made_ready_is_shown(start: Start, made: list[EntryKey | None]) -> None:
    async with start() as app:
        await app.press("j", "m")
        await app.type("Nachfragen")
        await app.press("enter", "k")
        await app.until(lambda: made[-1] != app.main.current)
        await app.press("j")
        assert "✎ Nachfragen" in app.text
