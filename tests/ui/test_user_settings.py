import pytest
from tests.ui.driver import Start

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


async def test_a_key_of_the_users_own_stands_wherever_its_command_is_named(start: Start) -> None:
    async with start(keys={"topics": "x", "arrivals": "f9"}) as app:
        assert "TOPICS  x" in app.text
        app.main.masthead.arrived = 3
        await app.pilot.pause()
        assert "+3 new f9" in app.text
        await app.press("x")
        assert app.focus == "filters"
