from pathlib import Path

import pytest
from tests.ui.driver import Driver, Start
from tests.ui.tickers import CORRECTED, FIRST, write
from textual.selection import SELECT_ALL

from warticker.archive.query import Query
from warticker.library import Library
from warticker.model import EntryKey
from warticker.rendering.composer import Rendered
from warticker.ui import prefetching
from warticker.ui.screens import main
from warticker.ui.showing import Showing, render_shown


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[EntryKey | None]:
    """The entries that are rendered, in order."""
    rendered: list[EntryKey | None] = []

    def noticed(library: Library, key: EntryKey, showing: Showing, query: Query) -> Rendered:
        rendered.append(key)
        return render_shown(library, key, showing, query)

    monkeypatch.setattr(prefetching, "render_shown", noticed)
    monkeypatch.setattr(main, "POLL_EVERY", 0.02)
    return rendered


def chosen(app: Driver) -> str:
    """The link that the keys have walked to, as the reader shows it."""
    return "".join(text for line in app.styled for text, style in line if "reverse" in style.split())


async def test_the_next_page_is_made_before_a_key_asks_for_it(start: Start, made: list[EntryKey | None]) -> None:
    async with start() as app:
        first, second, third = (row.key for row in app.main.selection.rows(0, 3))
        await app.until(lambda: second in made)
        assert made[0] == first
        await app.press("j")
        assert made.count(second) == 1
        assert app.main.reader.rendered.text.plain.startswith(app.headline)
        await app.until(lambda: third in made)


async def test_the_page_that_a_toggle_leads_to_is_made_before_the_key(
    start: Start, made: list[EntryKey | None]
) -> None:
    async with start() as app:
        await app.press("t", "G", "k", "k", "k")
        left = app.main.selection
        await app.pilot.pause(0.4)
        await app.press("space")
        assert len(app.main.selection) < len(left)
        assert made.count(app.main.current) == 1
        assert made[-1] != app.main.current


async def test_what_others_have_changed_is_made_anew(
    start: Start, archive: Path, kept: Library, made: list[EntryKey | None]
) -> None:
    async with start(other=kept) as app:
        second, before = app.main.selection.rows(1, 2)[0].key, kept.archive.version
        await app.until(lambda: second in made)
        write(archive, FIRST[0], CORRECTED, *FIRST[2:])
        await app.until(lambda: kept.archive.version != before)
        await app.press("j")
        assert "drei Menschen" in app.main.reader.rendered.text.plain


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


async def test_a_link_walked_to_is_left_with_its_entry(start: Start, made: list[EntryKey | None]) -> None:
    async with start() as app:
        await app.press("3", "n")
        await app.until(lambda: app.main.selection.rows(2, 3)[0].key in made)
        await app.press("n")
        before = app.styled
        await app.press("right")
        assert app.styled != before
        await app.press("N", "n")
        assert app.styled == before


async def test_a_link_walked_to_stays_chosen_where_its_entry_reads_otherwise(
    start: Start, archive: Path, kept: Library
) -> None:
    async with start(other=kept) as app:
        await app.press("j", "3", "right")
        before, link = kept.archive.version, chosen(app)
        write(archive, FIRST[0], CORRECTED, *FIRST[2:])
        await app.until(lambda: kept.archive.version != before)
        await app.press("enter")
        assert app.query == "city:Charkiw"
        assert "drei Menschen" in app.text
        assert chosen(app) == link == "Charkiw"


async def test_what_was_selected_is_left_with_its_entry(start: Start, made: list[EntryKey | None]) -> None:
    async with start() as app:
        await app.until(lambda: app.main.selection.rows(1, 2)[0].key in made)
        await app.press("j")
        before = app.styled
        app.main.selections = {app.main.reader: SELECT_ALL}
        await app.pilot.pause()
        assert app.styled != before
        await app.press("k")
        assert app.main.get_selected_text() is None
        await app.press("j")
        assert app.styled == before


async def test_the_app_can_be_left_while_pages_are_made_ready(start: Start, made: list[EntryKey | None]) -> None:
    async with start() as app:
        await app.until(lambda: len(made) > 1)
        await app.press("J", "ctrl+q")
    assert app.app.return_code == 0
