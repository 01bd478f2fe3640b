"""Writes the README's picture of the app: python tests/ui/picture.py."""

import asyncio
from pathlib import Path

from warticker.archive.query import Query
from warticker.library import Library
from warticker.settings import Settings, View
from warticker.ui.app import WartickerApp

VIEWS = (View("Kiew, unread", "city:Kiew is:unread", "f5"), View("Sanktionen", "sanktion", "f6"))
KEYS = ["t", "space", "escape", "j", "j", "j", "j", "j", "j"]


async def main() -> None:
    """Drive the app to a state that shows what it does, and export it."""
    app = WartickerApp(Library.bundled(), Query(), Settings(views=VIEWS))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(*KEYS)
        await pilot.pause(1.5)
        app.save_screenshot("readme.svg", path=str(Path(__file__).parent))


if __name__ == "__main__":
    asyncio.run(main())
