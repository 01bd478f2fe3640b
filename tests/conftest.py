import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# What is imported before the first test keeps nothing in the user's cache.
os.environ["WARTICKER_CACHE"] = ""

# No example is too slow on a busy machine; where a change is judged, the same change gives the same answer.
settings.register_profile(
    "warticker", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("warticker")


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing of the user's is read or written: no settings, no cache, no archive."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WARTICKER_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.delenv("WARTICKER_CONFIG", raising=False)
        patch.delenv("WARTICKER_ARCHIVE", raising=False)
        yield
