from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.ui.driver import Driver, Start
from tests.ui.tickers import FIRST, visited, write

from warticker.archive.query import Query
from warticker.library import Library
from warticker.settings import Settings
from warticker.ui import marker
from warticker.ui.app import WartickerApp


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is marked as read by itself, however slow the machine."""
    monkeypatch.setattr(marker, "READ_AFTER", 3600.0)


@pytest.fixture
def library() -> Library:
    return Library.bundled()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive that was read yesterday: it keeps a page, and nothing is new."""
    path = tmp_path / "archive.sqlite"
    write(path, *FIRST)
    visited(path)
    return path


@pytest.fixture
def kept(archive: Path) -> Iterator[Library]:
    """The library of that archive."""
    library = Library.open(archive)
    yield library
    library.close()


@pytest.fixture
def start(library: Library) -> Start:
    """Opens the app on the bundled edition, or on another library, at a size of columns and rows."""

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (120, 40), query: str = "", other: Library | None = None, **settings: object
    ) -> AsyncIterator[Driver]:
        chosen = other or library
        app = WartickerApp(chosen, Query.parse(query), Settings(**settings))  # type: ignore[arg-type]
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            yield Driver(app, pilot)

    return opened
