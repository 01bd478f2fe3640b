"""What the screens that stand over the main one have in common."""

from __future__ import annotations

from typing import ClassVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType

from warticker.ui.screens import breakpoints


class Dialog(ModalScreen[ScreenResultType]):
    """A box over the main screen, as styles/ draw it.

    What it shows is there before it is laid out: what came later would have the whole screen laid out and painted
    again, which a reader sees.
    """

    VERTICAL_BREAKPOINTS = breakpoints.HEIGHTS

    WIDTH: ClassVar[int] = 76
    """Columns of the box, in a terminal that has them."""

    def __init__(self) -> None:
        super().__init__(classes=" ".join(breakpoints.classes(type(self), self.app.size)))
        self._room = self.room

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
        """Close, once: another key may be on its way when the first has."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def fill(self) -> None:
        """Show what depends on the room for it; nothing does in a box of fixed lines."""
