from typing import Any

import pytest

from warticker.archive.query import Query
from warticker.library import Library
from warticker.settings import Settings
from warticker.ui.app import WartickerApp

RESTED = "wait:500"
"""Until what is out of sight is listed too, which the filter's scrollbar tells."""
STATES = {
    "start": [],
    "filtered": ["t", "space", "j", "space", "escape", "j", RESTED],
    "searched": ["slash", *"kiew", "enter", RESTED],
    "reading": ["j", "j", "enter", "right"],
    "nothing": ["slash", *"zzz", "enter", RESTED],
    "compact": ["d"],
    "help": ["question_mark"],
}


@pytest.mark.parametrize("theme", ["warticker-dark", "warticker-light"])
@pytest.mark.parametrize("state", STATES)
def test_looks_as_it_did_at_120_columns(snap_compare: Any, library: Library, theme: str, state: str) -> None:
    app = WartickerApp(library, Query(), Settings(theme=theme))
    assert snap_compare(app, press=STATES[state], terminal_size=(120, 40))


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
@pytest.mark.parametrize("state", ["start", "filtered", "reading"])
def test_looks_as_it_did_when_small(snap_compare: Any, library: Library, size: tuple[int, int], state: str) -> None:
    app = WartickerApp(library, Query(), Settings())
    assert snap_compare(app, press=STATES[state], terminal_size=size)
