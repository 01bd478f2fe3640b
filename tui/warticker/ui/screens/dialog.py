"""What the screens over the main screen have in common."""

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


class Box(ModalScreen[ScreenResultType]):
    """A box over the main screen, whose lines are wrapped again if its width changes.

    All of it is composed before the first layout: anything later would lay out and paint the whole screen again,
    visibly.
    """

    CSS_PATH = str(resources.style("dialogs.tcss"))
    VERTICAL_BREAKPOINTS = breakpoints.HEIGHTS

    WIDTH: ClassVar[int] = 80
    """Columns of the box, if the terminal has as many: all of the usual 80, not all but a stray few."""

    box = query_one(".box", Widget)

    def __init__(self) -> None:
        super().__init__(classes=" ".join(breakpoints.classes(type(self), self.app.size)))
        self._room = self.room

    @property
    def room(self) -> int:
        """Cells of a line within the box; the padding is that of the styles."""
        padding = 1 if self.app.size.height < breakpoints.LOW else 3
        return min(self.WIDTH, self.app.size.width) - 2 * padding

    def on_mount(self) -> None:
        """Give the box its width."""
        self.box.styles.width = self.WIDTH

    def on_resize(self) -> None:
        """Wrap lines again if the width has changed."""
        if self._room != self.room:
            self._room = self.room
            self.fill()

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close once, and never a screen above this: another key may come before the first has closed it."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def fill(self) -> None:
        """Show what depends on the width; by default nothing does."""


class Dialog(Box[ScreenResultType]):
    """A box with a heading, its contents, and a foot that shows the keys or an error."""

    foot = query_one(".foot", Static)

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.heading = heading

    def compose(self) -> ComposeResult:
        """The box and its contents."""
        with Vertical(classes="box"):
            yield Static(self.heading, classes="heading", markup=False)
            yield from self.contents()
            yield Static(classes="foot", markup=False)

    def contents(self) -> ComposeResult:
        """What is between heading and foot."""
        yield from ()

    @property
    def offered(self) -> Iterable[tuple[str, str]]:
        """The keys that work at present, as people write them, and what they do."""
        return ()

    def say(self, text: str = "", *, wrong: bool = False) -> None:
        """Show a message in the foot, or the keys if it is empty."""
        self.foot.set_class(wrong, "-wrong")
        self.foot.update(Content(text) if text else hints(self.offered, self.app.size.width))
