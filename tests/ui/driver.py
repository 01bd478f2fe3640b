"""Drives the app in tests as a person does."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from textual.events import Paste
from textual.pilot import Pilot

from warticker.ui.app import WartickerApp
from warticker.ui.screens.main import MainScreen


class Driver:
    """The app as a person has it: keys go in, what is on the screen comes out."""

    def __init__(self, app: WartickerApp, pilot: Pilot[str]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def main(self) -> MainScreen:
        return self.app.main

    @property
    def lines(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def styled(self) -> list[list[tuple[str, str]]]:
        """What stands on the screen, with how it looks."""
        rows = self.app.screen._compositor.render_strips()
        return [[(segment.text, str(segment.style)) for segment in row.simplify()] for row in rows]

    @property
    def query(self) -> str:
        return str(self.main.selection.query)

    @property
    def headline(self) -> str:
        row = self.main.timeline.current
        return row.headline if row else ""

    @property
    def focus(self) -> str:
        return str(self.app.focused.id if self.app.focused else None)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, seen: Callable[[], bool]) -> None:
        """Wait for what comes by itself; gives up after a minute."""
        for _ in range(3000):
            if seen():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(self.text)

    async def type(self, text: str) -> None:
        """Write a text where something is typed: its last letter by a key, what is before it at once, as a paste is."""
        self.app.post_message(Paste(text[:-1]))
        await self.press(text[-1])


Start = Callable[..., AbstractAsyncContextManager[Driver]]
"""Opens the app: the fixture `start`."""
