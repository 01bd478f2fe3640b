from pathlib import Path

import pytest

from warticker import file_cache


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a cache of the test's own, which is not there yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(file_cache.FOLDER, str(folder))
    return folder
