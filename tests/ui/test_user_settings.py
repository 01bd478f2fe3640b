import re

import pytest
from tests.ui.driver import Start

from warticker.archive.query import Query
from warticker.errors import SettingsError
from warticker.library import Library
from warticker.settings import Settings, View
from warticker.ui.app import run
from warticker.ui.checks import check
from warticker.ui.palette import Commands


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (Settings(theme="warticker-lihgt"), "theme: there is no warticker-lihgt - did you mean warticker-light?"),
        (Settings(theme="foo"), "theme: there is no foo; the nearest names are "),
        (Settings(keys={"nxt": "x"}), "keys: there is no nxt; the nearest names are note, next-day, next-pane"),
        (Settings(keys={"next-dya": "x"}), "keys: there is no next-dya - did you mean next-day?"),
        (Settings(keys={"save": "esc"}), "keys: save: there is no key esc - did you mean escape?"),
        (Settings(keys={"save": "Ctrl+N"}), "keys: save: there is no key Ctrl+N - did you mean ctrl+n?"),
        (Settings(keys={"save": "quatsch"}), "keys: save: there is no key quatsch; keys are named like x, f5"),
        (Settings(keys={"save": "strg+s"}), "keys: save: there is no key strg"),
        (Settings(keys={"save": "f,"}), "keys: save: 'f,' names no key; the comma and the space are called comma"),
        (Settings(views=(View("Front", "topic:front", " "),)), "views: Front: ' ' names no key"),
        (Settings(views=(View("Front", "topic:front", "pgdn"),)), "views: Front: there is no key pgdn"),
    ],
)
def test_what_the_settings_name_must_exist(settings: Settings, told: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(told)):
        check(settings, ("warticker-dark", "warticker-light"))


def test_the_app_does_not_open_on_settings_that_cannot_be(library: Library) -> None:
    with pytest.raises(SettingsError, match="there is no warticker-lihgt"):
        run(library, Query(), Settings(theme="warticker-lihgt"))


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"next-day": "j"}, "keys: next-day: the key j is taken: Next entry"),
        ({"next-entry": "x,s"}, "keys: next-entry: the key s is taken: Save or unsave the entry"),
        ({"next-entry": "x", "line-down": "o"}, "keys: line-down: the key o is taken: Open the entry"),
    ],
)
def test_a_key_means_one_thing_in_one_place(keys: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(told)):
        check(Settings(keys=keys), ())


def test_keys_can_change_places_and_be_any_that_a_terminal_tells() -> None:
    check(Settings(keys={"save": "u", "unread": "s", "search": "ö,ctrl+f,question_mark", "show-help": "f1"}), ())


async def test_a_key_of_the_users_own_stands_wherever_its_command_is_named(start: Start) -> None:
    async with start(keys={"topics": "x", "arrivals": "f9"}) as app:
        assert "TOPICS  x" in app.text
        app.main.arrived = 3
        await app.pilot.pause()
        assert "+3 arrived f9" in app.text
        await app.press("x")
        assert app.focus == "filters"


@pytest.mark.parametrize("command", ["show-help", "saved-views", "sources", "theme"])
async def test_a_key_of_the_users_own_closes_what_it_has_opened(start: Start, command: str) -> None:
    async with start(keys={command: "f9", "quit-program": "f8"}) as app:
        for closing in ("f9", "f8"):
            await app.press("f9")
            assert app.app.screen is not app.main
            await app.press(closing)
            assert app.app.screen is app.main


async def test_the_palette_tells_the_users_own_keys(start: Start) -> None:
    async with start(keys={"topics": "x"}) as app:
        told = [" ".join(str(hit.prompt).split()) async for hit in Commands(app.main).discover()]
        assert "x Choose topics in the filter" in told


async def test_a_key_that_writes_a_sign_is_told_by_that_sign(start: Start) -> None:
    async with start((120, 200), keys={"export": "minus", "search": "number_sign"}) as app:
        assert "# search" in app.lines[-1]
        await app.press("question_mark")
        assert any(line.split()[:2] == ["-", "Export"] for line in app.lines), app.text
