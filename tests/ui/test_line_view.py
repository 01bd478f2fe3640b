from __future__ import annotations

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip

from warticker.ui.widgets.line_view import LineView


class Numbers(LineView):
    """A million lines that say which they are, each kept as it was drawn."""

    DEFAULT_CSS = "Numbers { height: 10; overflow-y: scroll; padding: 1 0 0 0; }"

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[int, Strip] = {}

    def on_mount(self) -> None:
        self.set_lines(1_000_000)

    def render_line(self, y: int) -> Strip:
        number = self.scroll_offset.y + y
        return self.kept.setdefault(number, Strip([Segment(f"{number:<{self.room}}")], self.room))


class Shown(App[None]):
    def compose(self) -> ComposeResult:
        yield Numbers()


async def test_lines_stand_below_the_padding_beside_the_scrollbar() -> None:
    async with Shown().run_test(size=(20, 10)) as pilot:
        numbers = pilot.app.query_one(Numbers)
        drawn = numbers.render_lines(Region(0, 0, 20, 10))
        assert [strip.text.strip() for strip in drawn] == ["", *map(str, range(9))]
        assert [strip.cell_length for strip in drawn] == [20, *[18] * 9]
        part = numbers.render_lines(Region(0, 3, 2, 1))
        assert [(strip.text, strip.cell_length) for strip in part] == [("2 ", 2)]


async def test_a_line_that_is_drawn_again_is_the_one_that_was_written() -> None:
    async with Shown().run_test(size=(20, 10)) as pilot:
        numbers, region = pilot.app.query_one(Numbers), Region(0, 0, 20, 10)
        assert numbers.render_lines(region)[4] is numbers.render_lines(region)[4]


async def test_the_scrollbar_is_drawn_anew_only_where_its_thumb_moves() -> None:
    async with Shown().run_test(size=(20, 10)) as pilot:
        numbers = pilot.app.query_one(Numbers)
        drawn: list[float] = []
        bar = numbers.vertical_scrollbar
        numbers.watch(bar, "position", lambda position: drawn.append(position), init=False)
        for line in (9, 18, 27, 500_009, 500_018, 999_991):
            numbers.scroll_to(y=line, animate=False, immediate=True)
            await pilot.pause()
            assert bar.position == numbers.scroll_offset.y == line
        assert drawn == [500_009, 999_991]
