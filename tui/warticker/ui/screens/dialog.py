"""What the screens that stand over the main one have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.screen import ModalScreen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Static

from warticker import resources
from warticker.ui.drawing.hints import hints
from warticker.ui.screens import breakpoints


class Dialog(ModalScreen[ScreenResultType]):
    """A box over the main screen: a heading, what it is about, and a foot that tells the keys or what is wrong.

    What it shows is there before it is laid out: what came later would have the whole screen laid out and painted
    again, which a reader sees.
    """

    CSS_PATH = str(resources.style("dialogs.tcss"))
    VERTICAL_BREAKPOINTS = breakpoints.HEIGHTS

    WIDTH: ClassVar[int] = 76
    """Columns of the box, in a terminal that has them."""

    box = query_one(".box", Widget)
    foot = query_one(".foot", Static)

    def __init__(self, heading: str) -> None:
        super().__init__(classes=" ".join(breakpoints.classes(type(self), self.app.size)))
        self.heading = heading
        self._room = self.room

    def compose(self) -> ComposeResult:
        """The box and what is in it."""
        with Vertical(classes="box"):
            yield Static(self.heading, classes="heading", markup=False)
            yield from self.contents()
            yield Static(classes="foot", markup=False)

    def contents(self) -> ComposeResult:
        """What stands between heading and foot."""
        yield from ()

    @property
    def offered(self) -> Iterable[tuple[str, str]]:
        """The keys that do something now, as people write them, and what."""
        return ()

    @property
    def room(self) -> int:
        """Cells of a line within the box."""
        padding = 1 if self.app.size.height < breakpoints.LOW else 3
        return min(self.WIDTH, self.app.size.width) - 2 * padding

    def on_resize(self) -> None:
        """Break lines anew where there is another width for them."""
        if self._room != self.room:
            self._room = self.room
            self.fill()

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close, once, and no screen above it: another key may be on its way when the first has."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def fill(self) -> None:
        """Show what depends on the room for it; nothing does in a box of fixed lines."""

    def say(self, text: str = "", *, wrong: bool = False) -> None:
        """Tell something in the foot, or without a text what the keys do."""
        self.foot.set_class(wrong, "-wrong")
        self.foot.update(Content(text) if text else hints(self.offered, self.app.size.width))
