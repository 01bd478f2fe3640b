from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.ui.tickers import CORRECTED, FIRST, NEWS, page
from textual.pilot import Pilot

from warticker import settings
from warticker.annotate.documents import annotate
from warticker.archive.file import FileArchive
from warticker.archive.query import Query
from warticker.intake import read
from warticker.library import Library
from warticker.settings import Settings, View
from warticker.ui.app import WartickerApp

YESTERDAY = datetime(2025, 11, 14, 14, 45, tzinfo=UTC)
NOW = datetime(2025, 11, 14, 16, 35, tzinfo=UTC)
VIEWS = (View("Kiew tonight", "city:Kiew is:unread", "f5"), View("What changed", "is:changed", "w"))

STATES = {
    "news": [],
    "dense": ["d", "j", "s"],
    "changes": ["j", "j", "j", "V"],
    "views": ["S", "j"],
    "naming": ["slash", *"kiew", "enter", "S", "a", *"Kiew", "enter", "w"],
    "export": ["e", "tab"],
    "noting": ["j", "m", *"wer"],
}


@pytest.fixture
def lively(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """An archive at a second visit: with news, a correction, a withdrawal, a note."""
    monkeypatch.setenv(settings.VARIABLE, str(tmp_path / "config.yaml"))
    monkeypatch.chdir("/")
    archive = FileArchive(tmp_path / "archive.sqlite")
    add(archive, page(*FIRST), YESTERDAY)
    archive.visit()
    archive.close()
    archive = FileArchive(tmp_path / "archive.sqlite")
    first, _, third, _, last = FIRST
    add(archive, page(*NEWS, first, CORRECTED, third, last), NOW)
    library = Library(archive)
    library.archive.marks.note(
        library.select(Query.parse("is:changed")).rows(0, 1)[0].key, "Zahl beim Gouverneur erfragen"
    )
    yield library
    library.close()


def add(archive: FileArchive, data: bytes, at: datetime) -> None:
    (story,) = read(data, name="page")
    archive.add(story.document, dict(enumerate(annotate(story.document))), rules=1, at=at)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
@pytest.mark.parametrize("state", STATES)
def test_what_is_kept_looks_as_it_did(snap_compare: Any, lively: Library, state: str, size: tuple[int, int]) -> None:
    theme = "warticker-light" if size == (80, 24) else "warticker-dark"
    app = WartickerApp(lively, Query(), Settings(theme=theme, views=VIEWS))

    async def counted(pilot: Pilot[str]) -> None:
        await pilot.pause()
        while any(view.unread is None for view in app.main.views.shown()):
            await pilot.pause(0.05)

    assert snap_compare(app, press=STATES[state], terminal_size=size, run_before=counted)
