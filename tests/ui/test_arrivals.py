import re
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from tests.ui.driver import Driver, Start
from tests.ui.tickers import CORRECTED, FIRST, NEWS, visited, write
from tests.unit.documents.made import entry, keep, story

from warticker.library import Library
from warticker.library.subscribing import subscribe
from warticker.ui import arrivals
from warticker.ui.commands.program import OPEN_AGAIN
from warticker.ui.screens import main
from warticker.ui.widgets import masthead


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "POLL_EVERY", 0.02)


def cursor_line(app: Driver) -> int:
    return next(index for index, text in enumerate(app.lines) if text[30:31] == "▌")


async def test_what_others_keep_is_told_and_moves_nothing(start: Start, archive: Path, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("j")
        before = app.lines[1:]
        write(archive, *NEWS, *FIRST)
        await app.until(lambda: "+2 arrived R" in app.lines[0])
        assert app.lines[1:] == before


async def test_r_shows_them_above_the_entry_which_stays_on_its_line(start: Start, archive: Path, kept: Library) -> None:
    async with start((120, 24), other=kept) as app:
        await app.press("j", "j")
        before, line = app.headline, cursor_line(app)
        write(archive, *NEWS, *FIRST)
        await app.until(lambda: "+2 arrived" in app.lines[0])
        await app.press("R")
        assert (app.headline, cursor_line(app)) == (before, line)
        assert "+2 arrived" not in app.text
        await app.press("k", "k", "k")
        assert app.headline == "Gespräche vertagt"


async def test_corrections_and_withdrawals_are_told_until_they_are_shown(
    start: Start, archive: Path, kept: Library
) -> None:
    async with start((120, 24), other=kept) as app:
        write(archive, FIRST[0], CORRECTED, *FIRST[3:])
        await app.until(lambda: "· 2 changed R" in app.lines[0])
        before = app.headline
        await app.press("R")
        assert "changed" not in app.lines[0]
        assert app.headline == before
        write(archive, NEWS[0], *FIRST)
        await app.until(lambda: "+1 arrived · 2 changed R" in app.lines[0])
        await app.press("R")
        assert "arrived" not in app.lines[0]
        assert "changed" not in app.lines[0]


async def test_what_is_read_again_without_a_change_is_not_told(start: Start, archive: Path, kept: Library) -> None:
    async with start(other=kept) as app:
        write(archive, *FIRST[1:])
        write(archive, *NEWS, *FIRST[1:])
        await app.until(lambda: "+2 arrived R" in app.lines[0])
        assert "changed" not in app.lines[0]


async def test_what_was_read_before_the_app_opened_has_not_changed_meanwhile(start: Start) -> None:
    library = Library.open()
    keep(library.archive, story(entry("a", clock="09:25", headline="Strom fällt aus")))
    async with start(other=library) as app:
        await app.pilot.pause(0.1)
        assert app.lines[0].split("unread")[1].split()[0] == "00h"


async def test_list_and_reader_show_the_same_of_a_corrected_entry(start: Start, archive: Path, kept: Library) -> None:
    async with start((120, 24), other=kept) as app:
        await app.press("j")
        assert app.text.count("Zwei Tote in Charkiw") == 2
        write(archive, FIRST[0], CORRECTED, *FIRST[2:])
        await app.until(lambda: "1 changed R" in app.lines[0])
        assert app.text.count("Drei Tote in Charkiw") == 2
        assert "sterben drei Menschen" in app.text
        assert "Zwei Tote" not in app.text
        assert app.headline == "Drei Tote in Charkiw"


async def test_many_changes_at_once_are_not_counted(
    start: Start, archive: Path, kept: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (arrivals, masthead):
        monkeypatch.setattr(module, "MOST_CHANGED", 2)
    async with start(other=kept) as app:
        write(archive, FIRST[0], CORRECTED, *FIRST[3:])
        await app.until(lambda: "· changed R" in app.lines[0])


async def test_the_first_entry_stays_on_its_line_too(start: Start, archive: Path, kept: Library) -> None:
    async with start((120, 12), other=kept) as app:
        before, line = app.headline, cursor_line(app)
        write(archive, *NEWS, *FIRST)
        await app.until(lambda: "+2 arrived" in app.lines[0])
        await app.press("R")
        assert (app.headline, cursor_line(app)) == (before, line)


async def test_r_goes_to_what_is_new_once_it_is_shown(start: Start, archive: Path, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("R")
        assert "Nothing new" in app.text
        write(archive, *NEWS, *FIRST)
        await app.until(lambda: "+2 arrived" in app.lines[0])
        await app.press("R", "R")
        assert app.headline == "Luftalarm in Kiew"


async def test_another_query_sees_what_has_come(start: Start, archive: Path, kept: Library) -> None:
    async with start(other=kept) as app:
        write(archive, *NEWS, *FIRST)
        await app.until(lambda: "+2 arrived" in app.lines[0])
        app.main.apply(kept.parse("city:Kiew"))
        await app.pilot.pause()
        assert len(app.main.selection) == 2
        assert "of 7 entries" in app.lines[0]
        assert "+2" not in app.lines[0]


async def test_what_another_program_keeps_is_told_on_the_bundled_edition(start: Start) -> None:
    begun = False
    library = Library.bundled(kept=lambda: 5 if begun else 0)
    async with start(other=library) as app:
        await app.press("R")
        assert "Nothing new" in app.text
        begun = True
        await app.until(lambda: "+5 arrived R" in app.lines[0])
        await app.press("R")
        assert app.app.return_value == OPEN_AGAIN


async def test_what_was_never_open_before_has_no_last_visit(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "first.sqlite"
    write(path, *FIRST)
    library = Library.open(path)
    async with start(other=library) as app:
        write(path, *NEWS, *FIRST)
        await app.until(lambda: "+2 arrived" in app.lines[0])
        await app.press("R")
        assert "2 new since you opened it" in app.text
    library.close()


async def test_what_has_come_since_the_last_visit_stands_above_a_divider(start: Start, archive: Path) -> None:
    write(archive, *NEWS, *FIRST)
    library = Library.open(archive)
    async with start(other=library) as app:
        shown = [line[30:76] for line in app.lines]
        divider = next(index for index, text in enumerate(shown) if "2 new since your last visit" in text)
        headlines = {text[9:].strip(): index for index, text in enumerate(shown)}
        assert headlines["Gespräche vertagt"] < divider < headlines["Strom in Kiew wieder da"]
        assert "2 new R" in app.lines[0]
        await app.press("v", "G")
        assert "↓ 2 new since" in app.text
        app.main.apply(library.parse("is:new"))
        await app.pilot.pause()
        assert len(app.main.selection) == 2
        assert "since your last visit" not in app.text
        assert not any(line[31:32] == "+" for line in app.lines)
    library.close()
    visited(archive)
    seen = Library.open(archive)
    async with start(other=seen) as app:
        assert "since your last visit" not in app.text
    seen.close()


@pytest.mark.parametrize(("keys", "new"), [(["R"], 0), ([], 2)])
async def test_what_has_come_and_was_shown_is_not_new_the_next_time(
    start: Start, archive: Path, keys: list[str], new: int
) -> None:
    library = Library.open(archive)
    async with start(other=library) as app:
        write(archive, *NEWS, *FIRST)
        await app.until(lambda: "+2 arrived" in app.lines[0])
        await app.press(*keys)
    library.close()
    again = Library.open(archive)
    async with start(other=again):
        assert len(again.select(again.parse("is:new"))) == new
    again.close()


async def test_every_line_of_the_list_can_be_walked_with_the_divider_in_it(start: Start, archive: Path) -> None:
    write(archive, *NEWS, *FIRST)
    library = Library.open(archive)
    async with start((120, 12), other=library, density="compact") as app:
        seen = [app.headline]
        for _ in range(6):
            await app.press("j")
            assert app.headline in app.lines[cursor_line(app)]
            seen.append(app.headline)
        assert seen == [headline for _, headline, _ in (*NEWS, *FIRST)]
        await app.pilot.click("#timeline", offset=(12, 4))
        await app.pilot.pause()
        assert app.headline == "Strom in Kiew wieder da"
    library.close()


async def test_what_is_new_among_older_entries_has_a_sign_and_can_be_gone_to(start: Start, archive: Path) -> None:
    write(archive, ("13:00", "Nachtrag aus Odessa", "In Odessa wurde ein Lager getroffen, es brennt."), *FIRST[2:])
    library = Library.open(archive)
    async with start(other=library) as app:
        assert "since your last visit" not in app.text
        assert "1 new" in app.lines[0]
        line = next(index for index, text in enumerate(app.lines) if "Nachtrag aus Odessa" in text[30:])
        assert app.lines[line + 1][31] == "+"
        await app.press("R")
        assert app.headline == "Nachtrag aus Odessa"
    library.close()


async def test_what_has_no_day_is_below_what_is_new_in_either_order(start: Start, archive: Path) -> None:
    with closing(Library.open(archive)) as library:
        keep(library.archive, story(entry("undated", None, None, "Wasser filtern")))
    visited(archive)
    write(archive, *NEWS, *FIRST)
    with closing(Library.open(archive)) as library:
        async with start((120, 60), other=library) as app:
            told = "Gespräche vertagt|2 new since|Strom in Kiew|Wasser filtern"
            assert re.findall(told, "\n".join(line[30:76] for line in app.lines)) == told.split("|")
            await app.press("v")
            turned = ["Strom in Kiew", "2 new since", "Gespräche vertagt", "Wasser filtern"]
            assert re.findall(told, "\n".join(line[30:76] for line in app.lines)) == turned


@pytest.fixture
def changed(archive: Path) -> Path:
    """A page of which one report was corrected and another has gone."""
    first, _, third, _, last = FIRST
    write(archive, NEWS[1], first, CORRECTED, third, last)
    return archive


async def test_a_changed_entry_says_so_and_shows_its_changes(start: Start, changed: Path) -> None:
    library = Library.open(changed)
    async with start(other=library) as app:
        app.main.apply(library.parse("is:changed"))
        await app.pilot.pause()
        assert app.headline == "Drei Tote in Charkiw"
        assert "Δ" in app.text
        assert "· changed" in " ".join(app.text.split())
        await app.press("V")
        assert "Zwei Drei Tote" in app.text
        assert "sterben zwei drei Menschen" in " ".join(" ".join(line[77:].split()) for line in app.lines)
        await app.press("escape")
        assert "Zwei Drei Tote" not in app.text
        assert app.focus == "reader"
        await app.press("V", "V", "escape")
        assert ("Zwei Drei Tote" in app.text, app.focus) == (False, "timeline")
    library.close()


async def test_an_entry_that_never_changed_says_so(start: Start, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("V")
        assert "has not changed" in app.text


async def test_a_withdrawn_entry_says_so(start: Start, changed: Path) -> None:
    library = Library.open(changed)
    async with start(other=library) as app:
        app.main.apply(library.parse("is:withdrawn"))
        await app.pilot.pause()
        assert app.headline == "Züge nach Lwiw fahren"
        assert "✕ withdrawn" in app.text
    library.close()


async def test_nothing_is_new_to_who_comes_for_the_first_time(start: Start, tmp_path: Path) -> None:
    write(tmp_path / "fresh.sqlite", *FIRST)
    library = Library.open(tmp_path / "fresh.sqlite")
    for each in (library, Library.bundled()):
        async with start(other=each) as app:
            assert " new" not in app.lines[0]
            assert not any(line[31:32] == "+" for line in app.lines)
    library.close()


async def test_a_link_that_is_gone_from_a_page_is_left(start: Start, archive: Path, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("j", "j", "j", "3", "right", "right")
        corrected = ("11:20", "Züge nach Lwiw fahren", "Nach Reparaturen am Gleis fahren wieder Züge.")
        write(archive, *NEWS, *FIRST[:3], corrected, FIRST[4])
        await app.until(lambda: "+2 arrived" in app.lines[0])
        await app.press("R")
        assert [link.value for link in app.main.reader.rendered.links] == ["Lwiw"]
        await app.press("enter")
        assert app.query == ""


async def test_escape_leads_back_from_a_search_in_which_entries_came(
    start: Start, archive: Path, kept: Library
) -> None:
    async with start((120, 16), other=kept) as app:
        await app.press("j")
        before, line = app.headline, cursor_line(app)
        await app.press("slash")
        await app.type("in")
        write(archive, *NEWS, *FIRST)
        await app.until(lambda: "+2 arrived" in app.lines[0])
        await app.type("s")
        await app.press("escape")
        assert (app.headline, cursor_line(app)) == (before, line)


async def test_nothing_was_cleared_on_the_way_to_what_has_come_since(
    start: Start, archive: Path, kept: Library
) -> None:
    earlier = ("15:00", "Drohnen über Kiew", "Nach einem Drohnenangriff auf Kiew fällt dort der Strom aus.")
    async with start(other=kept) as app:
        write(archive, FIRST[0], earlier, *FIRST[1:])
        await app.until(lambda: "+1 arrived" in app.lines[0])
        await app.press("j", "k", "3", "left", "enter")
        assert app.headline == "Drohnen über Kiew"
        assert "Cleared" not in app.text


async def test_r_asks_anew_once_another_day_has_begun(
    start: Start, kept: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = [datetime(2025, 11, 14, 17)]
    monkeypatch.setattr(kept, "_now", lambda: times[-1])
    async with start(query="on:today", other=kept) as app:
        assert len(app.main.selection) == 5
        times.append(datetime(2025, 11, 15, 17))
        await app.press("R")
        assert "Nothing matches" in app.text


async def test_what_is_waited_for_in_vain_is_told_at_the_start(start: Start, kept: Library) -> None:
    async with start(other=kept, notify="city:Nirgendwohausen") as app:
        assert "config.yaml: notify:" in app.text


async def test_a_spelling_finds_a_place_that_a_changed_text_names(start: Start, archive: Path, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("slash")
        await app.type("geneva")
        assert not len(app.main.selection)
        await app.press("escape")
        before = kept.archive.version
        write(archive, *FIRST[:2], ("12:05", "Minister in Brüssel", "Der Minister reist nach Genf."), *FIRST[3:])
        await app.until(lambda: kept.archive.version != before)
        await app.press("slash")
        await app.type("geneva")
        assert app.headline == "Minister in Brüssel"
        assert len(app.main.selection) == 1


async def test_the_first_entries_of_what_is_followed_are_shown_as_they_come(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    with closing(Library.open(path)) as library:
        subscribe(library.archive.subscriptions, "https://ticker.example/")
        async with start(other=library) as app:
            # Nobody reads sources in a test, so no key is said to.
            assert "Followed sources: 1. Not read yet. F shows their status" in " ".join(app.text.split())
            write(path, *FIRST)
            await app.until(lambda: app.headline == FIRST[0][1])


async def test_what_first_fills_an_archive_is_not_told_as_new(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    library = Library.open(path)
    async with start((40, 12), other=library) as app:
        assert "No entries yet; enter tells more" in app.lines[1]
        write(path, *FIRST)
        await app.until(lambda: "5 unread" in app.lines[0])
        assert "↑" not in app.lines[0]
    library.close()


async def test_an_entry_that_is_corrected_twice_shows_its_last_text_in_the_list(
    start: Start, archive: Path, kept: Library
) -> None:
    def corrected(headline: str) -> None:
        write(
            archive,
            FIRST[0],
            ("14:10", headline, "Beim Einschlag einer Rakete in Charkiw sterben Menschen."),
            *FIRST[2:],
        )

    async with start(other=kept) as app:
        corrected("Drei Tote in Charkiw")
        await app.until(lambda: "1 changed" in app.lines[0])
        assert "Drei Tote in Charkiw" in app.text
        corrected("Fünf Tote in Charkiw")
        await app.until(lambda: "Fünf Tote in Charkiw" in app.text)
