import string
from pathlib import Path

import pytest
from tests.ui.driver import Driver, Start
from tests.ui.tickers import CORRECTED, FIRST, NEWS, write

from warticker import settings
from warticker.archive.query import Query
from warticker.errors import SettingsError
from warticker.library import Library
from warticker.settings import Settings, View
from warticker.ui import saved_views
from warticker.ui.app import run
from warticker.ui.checks import check
from warticker.ui.screens import main
from warticker.ui.screens.list_dialog import KeyedList

FILE = "# mine\norder: newest  # the usual\n"
VIEWS = (View("Kiew tonight", "city:Kiew", "f5"), View("Front", "topic:front", "w"), View("Odd", "city:Nirgendwoburg"))


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config.yaml"
    path.write_text(FILE)
    monkeypatch.setenv(settings.VARIABLE, str(path))
    monkeypatch.setattr(saved_views, "COUNT_AFTER", 0.01)
    return path


def count_of(app: Driver, view: str) -> str:
    """What stands behind a view's name in the filter."""
    return next(line for line in app.lines if view in line)[:28].partition(view)[2].strip()


async def test_what_is_asked_is_saved_under_a_name_with_a_key(start: Start, config: Path) -> None:
    async with start(query="city:Kiew") as app:
        await app.press("S", "a")
        await app.type("Kiew tonight")
        await app.press("enter", "f5", "escape")
        assert settings.load().views == (View("Kiew tonight", "city:Kiew", "f5"),)
        assert config.read_text().startswith(FILE)
        assert "● Kiew tonight" in app.text
        await app.press("escape")
        assert app.query == ""
        await app.press("3", "f5")
        assert app.query == "city:Kiew"


async def test_a_key_that_comes_too_soon_closes_nothing_else(start: Start) -> None:
    async with start(query="city:Kiew") as app:
        await app.press("S", "a", "X", "enter")
        for key in ("0", "5"):
            app.app.simulate_key(key)
        await app.pilot.pause(0.2)
        assert "Saved views" in app.text
        assert settings.load().views == (View("X", "city:Kiew", "0"),)


async def test_a_view_needs_no_key(start: Start) -> None:
    async with start(query="city:Kiew") as app:
        await app.press("S", "a", "enter")
        await app.type("Ohne")
        await app.press("enter", "enter")
        assert settings.load().views == (View("Ohne", "city:Kiew"),)


async def test_a_key_that_means_something_is_refused(start: Start) -> None:
    async with start(query="city:Kiew", views=VIEWS) as app:
        await app.press("S", "a", "X", "enter")
        for key, meaning in (("slash", "/ is taken: Search"), ("w", "w is taken: Front"), ("tab", "tab is taken")):
            await app.press(key)
            assert meaning in app.text
        await app.press("f6")
        assert settings.load().views == (View("X", "city:Kiew", "f6"),)


async def test_a_view_that_is_saved_again_can_have_its_key_again(start: Start) -> None:
    async with start(query="city:Lwiw", views=VIEWS) as app:
        await app.press("S", "a", *"Front", "enter", "w")
        assert settings.load().views == (View("Front", "city:Lwiw", "w"),)


async def test_esc_leads_back_from_where_a_key_is_asked_for(start: Start) -> None:
    async with start(query="city:Kiew") as app:
        await app.press("S", "a", "X", "enter", "escape")
        assert "No views yet" in app.text
        assert settings.load().views == ()


async def test_without_a_query_there_is_nothing_to_save(start: Start) -> None:
    async with start() as app:
        await app.press("S")
        assert "No views yet" in app.text
        await app.press("a")
        assert "No query to save" in app.text
        await app.press("escape")
        assert app.focus == "timeline"


async def test_views_stand_on_top_of_the_filter_with_what_is_unread(start: Start) -> None:
    async with start(views=VIEWS) as app:
        kiew = app.main.library.select(Query.parse("city:Kiew")).unread
        await app.until(lambda: f" {kiew} [f5]" in app.lines[3])
        assert "VIEWS" in app.lines[2]
        app.main.apply(Query.parse("city:Kiew"))
        await app.press("u")
        assert f" {kiew - 1} [f5]" in app.lines[3]


async def test_views_are_counted_anew_by_what_has_come(
    start: Start, archive: Path, kept: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main, "POLL_EVERY", 0.02)
    views = (View("At the lake", "city:Genf"), View("Killed", '"drei Menschen"'))
    async with start(other=kept, views=views) as app:
        await app.until(lambda: app.main.views.shown()[1].unread == 0)
        before = kept.archive.version
        write(archive, FIRST[0], CORRECTED, *FIRST[2:])
        await app.until(lambda: kept.archive.version != before)
        await app.press("R")
        await app.until(lambda: count_of(app, "Killed") == "1")
        write(archive, *NEWS, FIRST[0], CORRECTED, *FIRST[2:])
        await app.until(lambda: count_of(app, "At the lake") == "1")


async def test_a_view_whose_query_is_wrong_is_marked_in_the_filter(start: Start) -> None:
    async with start(views=(View("Front", "topic:frontt"),)) as app:
        await app.until(lambda: "! Front" in app.lines[3])
        await app.press("S")
        assert "there is no topic frontt - did you mean front?" in app.text


async def test_a_view_is_asked_in_the_filter_and_asked_no_longer(start: Start) -> None:
    async with start(views=VIEWS) as app:
        await app.until(lambda: " [f5]" in app.lines[3])
        await app.press("1", "g", "space")
        assert app.query == "city:Kiew"
        await app.press("space")
        assert app.query == ""


async def test_a_view_is_chosen_and_deleted_in_the_list(start: Start) -> None:
    async with start(views=VIEWS) as app:
        await app.press("S", "j", "enter")
        assert app.query == "topic:front"
        for view in VIEWS:
            settings_views_keep(view)
        await app.press("S", "x")
        assert "Press x again to delete Kiew tonight" in app.text
        await app.press("j", "k", "x", "x")
        assert [view.name for view in settings.load().views] == ["Front", "Odd"]
        await app.press("escape")
        assert "Kiew tonight" not in app.text


def settings_views_keep(view: View) -> None:
    from warticker.settings.views import keep

    keep(view)


async def test_a_view_that_cannot_be_understood_says_so(start: Start) -> None:
    async with start(views=VIEWS) as app:
        await app.press("S", "j", "j", "enter")
        assert "Odd: there is no city Nirgendwoburg" in " ".join(app.text.split())
        assert app.query == ""


async def test_the_list_tells_why_a_view_cannot_be_understood(start: Start) -> None:
    async with start(views=VIEWS) as app:
        await app.press("S")
        await app.until(lambda: "there is no city Nirgendwoburg" in app.text)
        assert "city:Kiew" in app.text


@pytest.mark.parametrize("key", [*string.punctuation.replace(",", ""), "ä", "ß", "§"])
async def test_the_key_that_a_view_gets_can_be_read_back(start: Start, key: str) -> None:
    async with start(query="city:Kiew") as app:
        await app.press("S", "a", "X", "enter", key)
        kept = settings.load().views
        assert kept or "is taken" in app.text
        check(Settings(views=kept), app.app.available_themes)


async def test_a_key_that_cannot_be_written_is_none(start: Start) -> None:
    async with start(query="city:Kiew") as app:
        await app.press("S", "a", "X", "enter", "„")
        assert "cannot be used" in app.text
        await app.press("f6")
        assert settings.load().views == (View("X", "city:Kiew", "f6"),)


@pytest.mark.parametrize("keys", [("enter", "enter"), ("escape", "escape"), ("a", "X", "enter", "f6", "f6", "f7")])
async def test_keys_that_come_at_once_close_a_dialog_once(start: Start, keys: tuple[str, ...]) -> None:
    async with start(query="city:Kiew", views=(View("Eins", "topic:front"),)) as app:
        await app.press("S")
        for key in keys:
            app.app.simulate_key(key)
        await app.pilot.pause(0.3)
        assert app.app.return_code is None
        assert app.main.is_attached


async def test_keys_of_views_stand_in_help_and_palette(start: Start) -> None:
    async with start((120, 200), views=VIEWS) as app:
        await app.press("question_mark")
        assert "f5" in app.text
        assert "Kiew tonight" in app.text
        await app.press("escape", "ctrl+p")
        await app.type("tonight")
        await app.until(lambda: "View: Kiew tonight" in app.text)
        await app.press("enter")
        await app.until(lambda: app.query == "city:Kiew")


async def test_a_views_name_is_no_markup_in_the_palette(start: Start) -> None:
    async with start(views=(View("[dpa] tonight", "city:Kiew", "left_square_bracket"),)) as app:
        await app.press("ctrl+p")
        await app.type("tonight")
        await app.until(lambda: "[            View: [dpa] tonight" in app.text)


async def test_the_key_of_a_view_is_a_letter_while_somebody_types(start: Start) -> None:
    async with start(views=VIEWS) as app:
        await app.press("slash", "w")
        assert app.query == "w"


async def test_settings_that_cannot_be_written_are_told(start: Start, config: Path) -> None:
    config.write_text("{order: newest}\n")
    async with start(query="city:Kiew") as app:
        await app.press("S", "a", "X", "enter", "enter")
        assert "edit views by hand" in app.text


@pytest.mark.parametrize(("size", "last"), [((80, 24), "esc close"), ((40, 12), "esc back")])
async def test_the_list_of_views_fits_small_screens(start: Start, size: tuple[int, int], last: str) -> None:
    async with start(size, views=VIEWS * 1, query="city:Kiew") as app:
        await app.press("S")
        assert "Kiew tonight" in app.text
        assert last in app.text


def test_a_key_that_is_taken_is_refused_at_the_start(library: Library) -> None:
    taken = Settings(views=(View("Front", "topic:front", "t"),))
    with pytest.raises(SettingsError, match="views: Front: the key t is taken: Choose topics"):
        run(library, Query(), taken, following=False)


@pytest.mark.parametrize("theme", ["warticker-dark", "warticker-light", "nord"])
async def test_the_field_for_a_name_can_be_told_from_what_surrounds_it(start: Start, theme: str) -> None:
    async with start(theme=theme, query="kiew") as app:
        await app.press("S", "a")
        field, around = app.app.screen.query_one(".field"), app.app.screen.query_one(".box")
        assert field.has_focus
        assert field.visual_style.background != around.visual_style.background


async def test_a_choice_that_comes_late_closes_no_screen_above_the_list(start: Start) -> None:
    async with start(query="city:Kiew", views=(View("Kiew", "city:Kiew", ""),)) as app:
        await app.press("S")
        views = app.app.screen
        await app.press("a")
        views.dismiss("Kiew")
        await app.pilot.pause()
        assert "Save as a view" in app.text
        await app.press("escape")
        assert app.app.screen is views


async def test_a_page_key_that_comes_before_the_list_is_laid_out_does_nothing(start: Start) -> None:
    async with start(views=VIEWS) as app:
        await app.press("S")
        listed = app.app.screen.query_one(KeyedList)
        listed.styles.height = 0
        await app.pilot.pause()
        await app.press("pagedown", "pageup")
        assert listed.highlighted == 0
