import webbrowser
from pathlib import Path

import pytest
from rich.cells import cell_len
from tests.ui.driver import Start
from textual.selection import SELECT_ALL

from warticker.archive.protocol import FullEntry
from warticker.library import Library
from warticker.ui.app import WartickerApp
from warticker.ui.widgets.reader import MARGIN


async def test_the_reader_shows_the_entry_under_the_cursor(start: Start) -> None:
    async with start() as app:
        await app.press("j", "j")
        assert app.main.current is not None
        paragraph = app.main.library.entry(app.main.current).entry.paragraphs[0]
        assert paragraph.split()[0] in app.text
        assert "Fri 14 Nov 2025" in app.text


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_enter_reads_and_escape_goes_back(start: Start, size: tuple[int, int]) -> None:
    async with start(size) as app:
        await app.press("j")
        before = app.headline
        await app.press("enter")
        assert app.focus == "reader"
        assert "Fri 14 Nov 2025" in app.text
        await app.press("escape")
        assert (app.focus, app.headline) == ("timeline", before)
        assert any("▌" in line for line in app.lines)


async def test_text_is_never_wider_than_76_columns_and_stands_in_the_middle(start: Start) -> None:
    async with start((240, 40)) as app:
        await app.press("z")
        left = (240 - 1 - 76 - MARGIN - 1) // 2 + MARGIN
        lines = [line for line in app.lines[2:-1] if line[left:].strip()]
        assert not any(line[: left - 2].strip() for line in lines)
        assert 40 < max(len(line[left:-1].rstrip()) for line in lines) <= 76


async def test_a_rail_shows_from_top_to_bottom_that_the_reader_has_the_keys(start: Start) -> None:
    async with start(query="pistorius") as app:
        assert not any("│" in line for line in app.lines)
        await app.press("3")
        assert len({line.index("│") for line in app.lines[2:-1]}) == 1
        await app.press("z")
        assert not any("│" in line for line in app.lines)


async def test_the_reader_scrolls_and_pages_on_to_the_next_entry(start: Start) -> None:
    async with start((40, 12)) as app:
        before = app.headline
        await app.press("enter", "j")
        assert app.main.reader.scroll_offset.y == 1
        await app.press("k")
        assert app.main.reader.scroll_offset.y == 0
        for _ in range(20):
            await app.press("space")
            if app.headline != before:
                break
        assert app.headline != before
        assert app.main.reader.scroll_offset.y == 0
        await app.press("G")
        bottom = app.main.reader.scroll_offset.y
        await app.press("g", "end", "home", "pagedown", "b")
        assert (bottom > 0, app.main.reader.scroll_offset.y) == (True, 0)


async def test_links_are_walked_and_followed(start: Start) -> None:
    async with start() as app:
        await app.press("j", "j", "3", "right", "enter")
        assert app.query == "city:Noworossijsk"
        await app.press("right", "left", "enter")
        assert app.query == ""


async def test_a_link_is_walked_to_no_more_once_the_keys_go_elsewhere(start: Start) -> None:
    async with start() as app:
        await app.press("j", "j", "3")
        before = app.styled
        await app.press("right")
        assert app.styled != before
        await app.press("escape", "3")
        assert app.styled == before
        await app.press("enter")
        assert app.query == ""


async def test_clicking_a_place_filters_by_it(start: Start) -> None:
    async with start() as app:
        await app.press("j", "j")
        link = app.main.reader.rendered.links[0]
        top = next(index for index, text in enumerate(app.lines) if text[76:].split()[:2] == [link.value, "·"])
        left = app.lines[top].index(link.value, 60)
        await app.pilot.click(offset=(left + 1, top))
        await app.pilot.pause()
        assert app.query == f"{link.field}:{link.value}"


async def test_an_earlier_entry_can_be_gone_to(start: Start) -> None:
    async with start() as app:
        await app.press("j", "j")
        assert "EARLIER ON THIS" in app.text
        await app.press("3", "left", "enter")
        assert app.main.timeline.cursor > 2


async def test_going_to_an_entry_that_the_filter_leaves_out_says_so(start: Start) -> None:
    async with start(query="noworossijsk brände") as app:
        assert "EARLIER ON THIS" in app.text
        await app.press("3", "left", "enter")
        assert app.query == ""
        assert "Filter cleared to get there: noworossijsk" in app.text


async def test_a_shows_the_whole_article(start: Start) -> None:
    async with start() as app:
        await app.press("G", "a", "3", "g")
        assert app.main.current is not None
        siblings = app.main.library.entry(app.main.current).siblings
        first = app.main.library.entry(siblings[0]).entry.paragraphs[0]
        assert len(siblings) > 1
        assert " ".join(first.split()[:2]) in app.text
        await app.press("a")
        assert app.main.library.entry(app.main.current).entry.headline[:20] in app.text


async def test_a_shows_the_whole_article_from_the_section_that_was_read(start: Start) -> None:
    async with start((80, 24)) as app:
        await app.press("G", "enter", "a")
        assert app.main.current is not None
        full = app.main.library.entry(app.main.current)
        assert full.siblings[0] != app.main.current
        assert app.main.reader.scroll_offset.y
        shown = app.main.reader.rendered.text.plain
        assert full.entry.headline[:20] in app.text
        assert shown.splitlines()[0][:20] not in "\n".join(line[40:] for line in app.lines)


@pytest.mark.parametrize(
    ("address", "opens"), [("https://example.org/ticker", True), ("file:///etc/passwd", False), ("javascript:1", False)]
)
async def test_o_opens_what_is_on_the_web_and_nothing_else(
    start: Start, monkeypatch: pytest.MonkeyPatch, *, address: str, opens: bool
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(WartickerApp, "open_url", lambda _, url: opened.append(url))
    monkeypatch.setattr(FullEntry, "address", property(lambda _: address))
    async with start() as app:
        await app.press("o")
        assert opened == ([address] if opens else [])
        assert ("No web address to open" in app.text) is not opens


async def test_where_there_is_no_browser_the_address_is_told(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> object:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    monkeypatch.setattr(FullEntry, "address", property(lambda _: "https://example.org/ticker"))
    async with start() as app:
        await app.press("o")
        assert "No browser found for https://example.org/ticker" in " ".join(app.text.split())


async def test_an_address_in_the_text_is_walked_to_and_opened(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(WartickerApp, "open_url", lambda _, url: opened.append(url))
    page = tmp_path / "page.html"
    words = "Am Morgen sind drei Züge mit Hilfsgütern abgefahren, zwei weitere folgen am Abend. " * 3
    page.write_text(
        "<html><body><article><h1>Züge mit Hilfsgütern fahren ab</h1>"
        f"<p>{words}</p><p>Das <a href='https://example.org/plan'>zeigt der Plan</a> der Bahn. {words}</p></article>"
    )
    library = Library.open()
    library.add(str(page))
    async with start(other=library) as app:
        link = next(link for link in app.main.reader.rendered.links if link.field == "address")
        shown = app.main.reader.rendered.text.plain[link.start : link.end]
        await app.press("3", *["right"] * (app.main.reader.rendered.links.index(link) + 1), "enter")
        assert (shown, opened) == ("zeigt der Plan", ["https://example.org/plan"])


async def test_y_copies_the_entry_with_its_source(start: Start) -> None:
    async with start() as app:
        await app.press("y")
        assert app.app.clipboard.startswith(app.headline)
        assert "warticker, Fri 14 Nov 2025 16:05" in app.app.clipboard


async def test_o_says_when_there_is_no_address(start: Start) -> None:
    async with start() as app:
        await app.press("o")
        assert "No web address" in app.text


async def test_z_shows_the_reader_alone(start: Start) -> None:
    async with start() as app:
        await app.press("z")
        assert "TOPICS" not in app.text
        assert app.main.timeline.display is False
        await app.press("z")
        assert "TOPICS" in app.text
        await app.press("z", "escape")
        assert "TOPICS" in app.text


async def test_nothing_is_copied_while_nothing_is_shown(start: Start) -> None:
    async with start() as app:
        await app.press("slash")
        await app.type("zzzz")
        await app.press("enter", "y")
        assert "Nothing matches" in app.text
        assert app.app.clipboard == ""


WIDE = """Liveticker zum Test

14.11.2025

+++ 12:00 Strom in der Stadt +++

漢字漢字漢字 in Kiew fällt Strom aus, und so geht dieser Absatz noch eine ganze Weile bis in die nächste Zeile weiter.
"""


@pytest.fixture
def wide(tmp_path: Path) -> Library:
    """A library of one report that begins with characters two cells wide."""
    saved = tmp_path / "page.txt"
    saved.write_text(WIDE, encoding="utf-8")
    library = Library.open()
    library.add(str(saved))
    return library


async def test_a_place_behind_wide_characters_can_be_clicked(start: Start, wide: Library) -> None:
    async with start(other=wide) as app:
        top = next(index for index, line in enumerate(app.lines) if "漢字 in Kiew" in line[60:])
        await app.pilot.click("#reader", offset=(MARGIN + cell_len("漢字漢字漢字 in Kie"), top - 1))
        await app.pilot.pause()
        assert app.query == "city:Kiew"


async def test_selected_text_is_copied_without_margin_and_line_breaks(start: Start, wide: Library) -> None:
    async with start(other=wide) as app:
        top = next(index for index, line in enumerate(app.lines) if "漢字 in Kiew" in line[60:]) - 1
        await app.pilot.mouse_down("#reader", offset=(MARGIN + cell_len("漢字漢字漢字 in "), top))
        await app.pilot.hover("#reader", offset=(MARGIN + 4, top + 1))
        await app.pilot.mouse_up("#reader", offset=(MARGIN + 4, top + 1))
        await app.press("ctrl+c")
        copied = app.app.clipboard
        assert copied.startswith("Kiew fällt Strom aus, ")
        assert "\n" not in copied
        assert copied in WIDE


async def test_what_is_copied_can_be_broken_anywhere(start: Start) -> None:
    async with start() as app:
        await app.press("j")
        app.app.screen.selections = {app.main.reader: SELECT_ALL}
        await app.press("ctrl+c")
        assert "\xa0" in app.main.reader.rendered.text.plain
        assert "Berlin · Luftangriffe" in app.app.clipboard


async def test_the_first_page_of_a_narrow_reader_is_drawn_at_its_width(start: Start) -> None:
    async with start((40, 12)) as app:
        seen: list[str] = []
        app.main.screen_layout_refresh_signal.subscribe(app.main, lambda _: seen.append(app.lines[1]), immediate=True)
        await app.press("enter")
        assert {line.strip() for line in seen} <= {"", app.lines[1].strip()}
