import pytest

from warticker.archive.query import Query
from warticker.errors import SettingsError
from warticker.library import Library
from warticker.settings import Settings
from warticker.ui.app import run


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (Settings(theme="warticker-lihgt"), "theme: there is no warticker-lihgt - did you mean warticker-light?"),
        (Settings(keys={"next-dya": "x"}), "keys: there is no next-dya - did you mean next-day?"),
    ],
)
def test_what_the_settings_name_must_exist(library: Library, settings: Settings, told: str) -> None:
    with pytest.raises(SettingsError, match=told.replace("?", r"\?")):
        run(library, Query(), settings)
