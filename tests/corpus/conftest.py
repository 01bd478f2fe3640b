"""Where the corpus lies: tests over it run only where WARTICKER_CORPUS names it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpus() -> Path:
    named = os.environ.get("WARTICKER_CORPUS")
    if not named:
        pytest.skip("WARTICKER_CORPUS does not name a corpus")
    return Path(named)
