import asyncio
from pathlib import Path

import pytest
from rich.console import RenderableType
from rich.segment import Segment
from tests.ui.driver import Start
from textual.color import Color
from textual.command import CommandList, CommandPalette
from textual.screen import Screen
from textual.selection import SELECT_ALL
from textual.theme import BUILTIN_THEMES

from warticker.library import Library
from warticker.model import EntryKey
from warticker.ui.app import WartickerApp
from warticker.ui.commands import table
from warticker.ui.drawing.row import SIGNS, Density
from warticker.ui.keys import KEY_WIDTH, key_label
from warticker.ui.screens.dialog import Box
from warticker.ui.themes import contrast
from warticker.ui.widgets.prompt_bar import WideInput


async def test_v_turns_the_order_round_and_keeps_the_entry(start: Start) -> None:
    async with start() as app:
        await app.press("j", "j")
        before = app.headline
        await app.press("v")
        assert app.headline == before
        assert app.main.timeline.cursor == app.main.selection.newest - 2


async def test_d_shows_one_line_an_entry(start: Start) -> None:
    async with start() as app:
        await app.press("j", "d")
        rows = [line for line in app.lines if line[31:].startswith(("16:05", "15:34", "14:53"))]
        assert len(rows) == 3
        assert app.main.timeline.cursor == 1
        await app.press("d")
        assert app.main.timeline.cursor == 1


@pytest.mark.parametrize(("columns", "panes"), [(120, 3), (100, 3), (99, 2), (70, 2), (69, 1), (40, 1)])
async def test_there_are_as_many_panes_as_there_is_room_for(start: Start, columns: int, panes: int) -> None:
    async with start((columns, 24)) as app:
        shown = [pane for pane in (app.main.filters, app.main.timeline, app.main.reader) if pane.region.width]
        assert len(shown) == panes


@pytest.mark.parametrize(("columns", "most"), [(120, 54), (100, 36), (80, 46)])
async def test_one_line_an_entry_has_more_room_than_the_reader_where_that_keeps_enough(
    start: Start, columns: int, most: int
) -> None:
    async with start((columns, 24), density=Density.COMPACT) as app:
        assert (app.main.timeline.size.width, app.main.reader.size.width >= 34) == (most, True)


async def test_the_bundled_edition_says_that_it_is(start: Start, kept: Library) -> None:
    async with start((40, 12)) as app:
        assert "bundled" in app.lines[0]
    async with start() as app:
        assert "bundled edition" in app.lines[0]
        assert "24h" in app.lines[0]
    async with start(other=kept) as app:
        assert "bundled" not in app.text


async def test_names_are_whole_where_there_is_room(start: Start) -> None:
    async with start((160, 60)) as app:
        assert any(line.startswith("  Wolodymyr Selenskyj ") for line in app.lines)


async def test_no_layout_shows_one_pane_beside_another_where_there_is_room_for_one(start: Start) -> None:
    async with start((40, 12)) as app:
        panes, shown = (app.main.filters, app.main.timeline, app.main.reader), set()
        app.main.screen_layout_refresh_signal.subscribe(
            app.main, lambda _: shown.add(sum(bool(pane.size) for pane in panes)), immediate=True
        )
        await app.press("t", "escape", "enter", "escape", "z", "z", "tab", "1", "3", "2")
        assert shown == {1}


@pytest.mark.parametrize("size", [(160, 50), (120, 40), (80, 24), (40, 12)])
@pytest.mark.parametrize("density", Density)
async def test_the_first_that_is_painted_is_what_stays(
    start: Start, size: tuple[int, int], density: Density, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[list[str]] = []
    display = WartickerApp._display

    def noticed(app: WartickerApp, screen: Screen[object], renderable: RenderableType | None) -> None:
        painted.append([strip.text for strip in screen._compositor.render_strips()])
        display(app, screen, renderable)

    monkeypatch.setattr(WartickerApp, "_display", noticed)
    async with start(size, density=density) as app:
        await app.pilot.pause(0.5)
        assert painted[-1] == painted[0]
        assert all(each == painted[0] for each in painted)
        assert painted[0][-1].strip()


@pytest.mark.parametrize("keys", ["jjj", "G", "t", "jjz", ("j", "j", "enter")])
async def test_resizing_never_loses_the_place(start: Start, keys: str) -> None:
    async with start() as app:
        await app.press(*keys)
        before: EntryKey | None = app.main.current
        focus = app.focus
        for size in ((80, 24), (40, 12), (200, 60), (20, 5), (120, 40)):
            await app.pilot.resize_terminal(*size)
            await app.pilot.pause()
        assert (app.main.current, app.focus) == (before, focus)
        assert app.headline


async def test_the_query_is_on_top_at_every_width(start: Start) -> None:
    for columns in (120, 80, 40):
        async with start((columns, 24), query="city:Kiew") as app:
            assert "city:Kiew" in app.lines[0]


async def test_every_key_stands_in_the_help(start: Start) -> None:
    async with start((120, 200)) as app:
        await app.press("question_mark")
        for entry in table().values():
            assert entry.title in app.text
            assert key_label(entry.keys) in app.text
        await app.press("escape")
        assert "TOPICS" in app.text


async def test_the_help_explains_the_signs_of_the_list(start: Start) -> None:
    async with start((120, 200)) as app:
        await app.press("question_mark")
        for sign, says in {"●": "Unread", **SIGNS}.items():
            assert f"{sign:{KEY_WIDTH}}{says}" in app.text
        assert "Ukraine, Russia, West, Media, Other" in app.text
        assert "ctrl+c copies" in app.text


async def test_the_help_is_paged_and_broken_below_what_it_explains(start: Start) -> None:
    async with start((40, 12)) as app:
        await app.press("question_mark", "j", "space", "G")
        assert "config.yaml" in app.text
        await app.press("g", "k", "b")
        assert app.lines[0].split()[:3] == ["Keys", "space", "page"]
        below = next(index for index, line in enumerate(app.lines) if line.startswith(" J "))
        assert app.lines[below + 1].startswith(" " * 14)


@pytest.mark.parametrize("theme", ["warticker-dark", "ansi-dark"])
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_lines_of_a_box_are_as_long_as_there_is_room_for(start: Start, size: tuple[int, int], theme: str) -> None:
    async with start(size, theme=theme) as app:
        for key in ("question_mark", "S", "e"):
            await app.press(key)
            screen = app.app.screen
            assert isinstance(screen, Box)
            assert screen.box.content_size.width == screen.room
            await app.press("escape")


async def test_every_command_stands_in_the_palette(start: Start) -> None:
    async with start() as app:
        await app.press("ctrl+p")
        offered = app.app.screen.query_one(CommandList)
        await app.until(lambda: offered.option_count >= len(table()))
        shown = "\n".join(str(offered.get_option_at_index(index).prompt) for index in range(offered.option_count))
        assert [entry.title for entry in table().values() if entry.title not in shown] == []


async def test_the_palette_cuts_no_title_where_there_are_eighty_columns(start: Start) -> None:
    async with start((80, 24)) as app:
        await app.press("ctrl+p")
        offered = app.app.screen.query_one(CommandList)
        await app.until(lambda: offered.option_count >= len(table()))
        shown = ""
        for _ in range(len(table()) // 10):
            shown += app.text
            await app.press("pagedown")
        assert [entry.title for entry in table().values() if entry.title not in shown] == []


@pytest.mark.parametrize("key", ["e", "F", "S"])
async def test_no_column_of_the_list_is_left_beside_a_dialog(start: Start, kept: Library, key: str) -> None:
    async with start((80, 24), other=kept) as app:
        await app.press(key)
        foot = next(line for line in app.lines if "esc close" in line)
        assert foot.startswith("   ")
        box = app.app.screen.query_one(".box")
        assert (box.region.x, box.region.width) == (0, 80)


async def test_a_command_can_be_run_from_the_palette(start: Start) -> None:
    async with start() as app:
        await app.press("ctrl+p")
        await app.type("newest")
        await app.until(lambda: "Switch between newest and oldest first" in app.text)
        await app.press("enter")
        await app.until(lambda: app.main.selection.order == "oldest")


async def test_the_palette_finds_words_before_scattered_letters(start: Start) -> None:
    async with start() as app:
        await app.press("ctrl+p")
        offered = app.app.screen.query_one(CommandList)
        await app.type("sourc")
        await app.until(lambda: offered.option_count == 3)
        assert "Followed sources" in str(offered.get_option_at_index(0).prompt)
        await app.press("x")
        await app.until(lambda: offered.option_count != 3)


async def test_the_filter_can_be_hidden_and_is_hidden_the_next_time(start: Start, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("f")
        assert "TOPICS" not in app.text
        assert app.lines[2].startswith(" Friday")
        await app.press("t")
        assert "TOPICS" in app.text
        await app.press("escape")
        assert "TOPICS" not in app.text
    async with start(other=kept) as app:
        assert "TOPICS" not in app.text
        await app.press("f")
        assert "TOPICS" in app.text


async def test_ctrl_c_copies_what_is_selected_and_else_says_how_to_quit(start: Start) -> None:
    async with start(keys={"quit-program": "ctrl+x"}) as app:
        await app.press("ctrl+c")
        assert "ctrl+x quits" in app.text
        app.app.screen.selections = {app.main.reader: SELECT_ALL}
        await app.press("ctrl+c")
        assert "Copied" in app.text


async def test_the_palette_takes_any_key_before_it_is_laid_out(start: Start) -> None:
    async with start() as app:
        for each in ("ctrl+p", "pagedown", "pageup", "x", "pagedown"):
            app.app.simulate_key(each)
        await app.until(lambda: isinstance(app.app.screen, CommandPalette))
        await app.press("escape")
        assert app.app.return_code is None


async def test_a_palette_can_be_closed_before_it_is_open(start: Start) -> None:
    async with start() as app:
        app.app.call_later(app.app.action_command_palette)
        while app.app.screen is app.main:
            await asyncio.sleep(0)
        app.app.screen.dismiss()
        await app.until(lambda: app.app.screen is app.main)


async def test_the_palette_stands_over_nothing_but_the_panes(start: Start) -> None:
    async with start() as app:
        await app.press("question_mark")
        above = app.app.screen
        await app.press("ctrl+p")
        assert app.app.screen is above


async def test_search_chosen_in_the_palette_leaves_an_open_line_open(start: Start) -> None:
    async with start() as app:
        await app.press("slash")
        await app.type("hafen")
        await app.press("ctrl+p")
        await app.type("search as you")
        await app.until(lambda: "narrow the filter list" in app.text)
        await app.press("enter")
        await app.until(lambda: not isinstance(app.app.screen, CommandPalette))
        await app.type("s")
        assert app.main.query_one(WideInput).value == "hafens"


async def test_hours_are_told_where_times_are(start: Start, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Deich bei Sandau gebrochen\n\nDas Wasser steht auf den Feldern, die Straße ist gesperrt.\n" * 2)
    async with start() as app:
        assert "24h" in app.lines[0]
    library = Library.open()
    library.add(str(page))
    async with start(other=library) as app:
        assert "24h" not in app.lines[0]


async def test_keys_can_be_changed(start: Start) -> None:
    async with start(keys={"next-entry": "x"}) as app:
        first = app.headline
        await app.press("j")
        assert app.headline == first
        await app.press("x")
        assert app.headline != first
        await app.press("question_mark")
        assert "x " in app.text


async def test_the_last_line_tells_keys_as_they_are(start: Start) -> None:
    async with start(keys={"previous-entry": "p"}) as app:
        assert "j/p move" in app.lines[-1]
        await app.press("3")
        assert "j/k scroll" in app.lines[-1]


async def test_the_last_line_leaves_out_what_has_no_key(start: Start) -> None:
    async with start(keys={"save": "", "previous-entry": ""}) as app:
        assert "save" not in app.lines[-1]
        assert app.lines[-1].startswith(" j move   enter read")


async def test_our_own_theme_is_the_default(start: Start) -> None:
    async with start() as app:
        assert app.app.theme == "warticker-dark"
        assert "TOPICS" in app.text


@pytest.mark.parametrize("theme", [*BUILTIN_THEMES, "warticker-dark", "warticker-light"])
async def test_all_text_stands_out_from_its_ground_in_every_theme(start: Start, theme: str) -> None:
    least = 4.5 if theme.startswith("warticker") else 2
    async with start(theme=theme, query="angriff") as app:
        for keys in ([], ["t", "j"], ["3", "right", "right"]):
            await app.press(*keys)
            for line in app.app.screen._compositor.render_strips():
                assert [part.text for part in line if not legible(part, least)] == []


def legible(part: Segment, least: float) -> bool:
    """Whether a part is no text, or has the terminal's own colours, or a contrast of so much at least."""
    style = part.style
    if not any(map(str.isalnum, part.text)) or style is None or style.color is None or style.bgcolor is None:
        return True
    ink, paper = style.color.triplet, style.bgcolor.triplet
    if ink is None or paper is None:
        return ink is paper is None and (style.color != style.bgcolor or style.color.is_default)
    return contrast(Color(*ink), Color(*paper)) >= least


async def test_a_theme_is_tried_on_before_it_is_kept(start: Start) -> None:
    async with start() as app:
        await app.press("ctrl+t")
        assert "warticker-dark in use" in app.text
        await app.press("j")
        assert app.app.theme == "warticker-light"
        await app.press("escape")
        assert app.app.theme == "warticker-dark"
        await app.press("ctrl+t")
        for key in ("down", "escape"):
            app.app.simulate_key(key)
        await app.until(lambda: app.app.screen is app.main)
        await app.pilot.pause()
        assert app.app.theme == "warticker-dark"
        await app.press("ctrl+t", "j", "enter")
        assert app.app.theme == "warticker-light"
        assert app.app.screen is app.main


async def test_a_theme_that_is_only_tried_on_is_forgotten_with_the_app(start: Start, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("ctrl+t", "j", "ctrl+q")
    async with start(other=kept) as app:
        assert app.app.theme == "warticker-dark"


async def test_without_colours_the_terminals_own_are_legible(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with start(theme="ansi-dark") as app:
        styles = {style for line in app.styled for _, style in line}
        assert not [style for style in styles if "#" in style or "black" in style]
        await app.press("ctrl+t")
        cursor = next(line for line in app.styled if any("in use" in text for text, _ in line))
        assert any("underline" in style for _, style in cursor)


async def test_a_theme_can_be_chosen_in_the_settings(start: Start) -> None:
    async with start(theme="nord") as app:
        assert app.app.theme == "nord"


async def test_q_quits(start: Start) -> None:
    async with start() as app:
        await app.press("q")
        assert app.app._exit


async def test_rows_are_drawn_as_wide_as_the_list_is_by_now(start: Start) -> None:
    async with start((120, 24)) as app:
        await app.pilot.resize_terminal(104, 24)
        await app.pilot.pause()
        narrow = app.lines
        app.main.timeline.forget()
        await app.pilot.pause()
        assert app.lines == narrow
