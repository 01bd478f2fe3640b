import pytest
from tests.ui.driver import Start

from warticker.archive.query import Query


async def test_letters_and_arrows_move_by_an_entry(start: Start) -> None:
    async with start() as app:
        first = app.headline
        await app.press("j")
        second = app.headline
        await app.press("up")
        assert (app.headline, second != first) == (first, True)
        await app.press("down", "down", "k")
        assert app.headline == second


async def test_the_ends_are_ends(start: Start) -> None:
    async with start() as app:
        first = app.headline
        await app.press("k")
        assert app.headline == first
        await app.press("G")
        last = app.headline
        await app.press("j", "end")
        assert app.headline == last
        await app.press("g")
        assert app.headline == first
        await app.press("end", "home")
        assert app.headline == first


async def test_space_and_b_page(start: Start) -> None:
    async with start() as app:
        await app.press("space")
        position = app.main.timeline.cursor
        assert position == app.main.timeline.page_rows > 3
        await app.press("b")
        assert app.main.timeline.cursor == 0
        await app.press("pagedown", "pageup")
        assert app.main.timeline.cursor == 0


async def test_days_are_walked_by_their_first_entry(start: Start) -> None:
    async with start() as app:
        await app.press("j", "J")
        assert app.main.timeline.cursor == app.main.selection.days[1].start
        await app.press("K")
        assert app.main.timeline.cursor == 0


async def test_the_cursor_is_always_on_the_screen(start: Start) -> None:
    for size in ((120, 40), (80, 24), (40, 12)):
        async with start(size) as app:
            for keys in ("j" * 9, "G", "k" * 5, "J", "b"):
                await app.press(*keys)
                assert any("▌" in line for line in app.lines), (size, keys)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_no_line_is_blank_below_the_day(start: Start, size: tuple[int, int]) -> None:
    async with start(size) as app:
        await app.press(*["j"] * 12)
        list_begins = app.main.timeline.content_region
        day = list_begins.y
        assert app.lines[day + 1][list_begins.x : list_begins.right].strip(" ▐")


async def test_the_first_line_of_the_list_tells_the_day(start: Start) -> None:
    async with start() as app:
        assert "Friday, 14 November 2025" in app.text
        await app.press("G")
        assert "Without a date" in app.text


async def test_n_goes_to_the_next_unread_entry(start: Start) -> None:
    async with start() as app:
        await app.press("j", "u", "k", "n")
        assert app.main.timeline.cursor == 2
        await app.press("N")
        assert app.main.timeline.cursor == 0


async def test_numbers_and_tab_go_from_pane_to_pane(start: Start) -> None:
    async with start() as app:
        seen = [app.focus]
        for key in ("1", "3", "2", "tab", "tab", "shift+tab"):
            await app.press(key)
            seen.append(app.focus)
        assert seen == ["timeline", "filters", "reader", "timeline", "reader", "filters", "reader"]


async def test_a_click_puts_the_cursor_there_and_two_read(start: Start) -> None:
    async with start() as app:
        await app.pilot.click("#timeline", offset=(12, 6))
        await app.pilot.pause()
        assert app.main.timeline.cursor == 1
        await app.pilot.click("#timeline", offset=(12, 6), times=2)
        await app.pilot.pause()
        assert app.focus == "reader"


async def test_a_day_that_is_gone_to_stands_on_top(start: Start) -> None:
    async with start((120, 24)) as app:
        await app.press("J")
        assert "Thursday, 13 November 2025" in app.lines[2]
        await app.press("K")
        assert "Friday, 14 November 2025" in app.lines[2]


async def test_the_cursor_of_the_list_is_bright_while_keys_move_it(start: Start) -> None:
    async with start() as app:

        def bar() -> object:
            strips = app.app.screen._compositor.render_strips()
            return next(part.style for part in strips[3] if part.text.startswith("▌"))

        bright = bar()
        await app.press("tab")
        assert bar() != bright
        await app.press("escape")
        assert bar() == bright


@pytest.mark.parametrize("rows", [29, 30, 31, 32])
async def test_no_entry_is_listed_from_its_middle_on(start: Start, rows: int) -> None:
    async with start((120, rows)) as app:
        await app.press("G")
        below_the_day = [line[31:73] for line in app.lines[3:-1]]
        first = next(line for line in below_the_day if line.strip())
        assert "●" in first, app.text


async def test_the_results_of_a_filter_are_shown_from_the_first_if_the_cursor_is_visible_then(start: Start) -> None:
    async with start() as app:
        await app.press(*["j"] * 9)
        before = app.headline
        app.main.apply(Query.parse("claim:ukraine"))
        await app.pilot.pause()
        first = app.main.selection.rows(0, 1)[0].headline
        assert app.headline == before
        assert first != before
        assert first[:20] in app.text


async def test_a_day_that_is_left_behind_makes_room_for_the_next(start: Start) -> None:
    async with start((120, 24), density="compact") as app:
        for _ in range(46):
            await app.press("j")
            list_at = app.main.timeline.content_region
            days = [line for line in app.lines[list_at.y : list_at.y + 2] if "──" in line[list_at.x : list_at.right]]
            assert len(days) == 1
