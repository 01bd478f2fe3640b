from pathlib import Path
from typing import Any

import pytest
from tests.ui.driver import Driver, Start
from tests.ui.tickers import FIRST, NEWS, write

from warticker.archive.query import Field, Query
from warticker.errors import ArchiveError
from warticker.library import Library
from warticker.ui.screens.main import MainScreen


async def test_t_goes_to_the_topics_and_space_toggles(start: Start) -> None:
    async with start() as app:
        everything = len(app.main.selection)
        await app.press("t", "space")
        (topic,) = app.main.selection.query.values(Field.TOPIC)
        assert 0 < len(app.main.selection) < everything
        assert app.query == f"topic:{topic}"
        await app.press("space")
        assert len(app.main.selection) == everything


async def test_c_goes_to_the_cities_and_enter_toggles(start: Start) -> None:
    async with start() as app:
        await app.press("c", "enter")
        assert app.query == "city:Kiew"
        assert "city:Kiew" in app.lines[0]


async def test_i_goes_to_the_states_and_space_leaves_what_is_new(start: Start, archive: Path, kept: Library) -> None:
    write(archive, *NEWS, *FIRST)
    async with start(other=kept) as app:
        await app.press("i", "space")
        assert (app.query, len(app.main.selection)) == ("is:new", len(NEWS))


async def test_states_are_counted_anew_with_every_mark(start: Start) -> None:
    async with start() as app:
        await app.press("i")
        assert not any("Saved" in line[:30] for line in app.lines)
        await app.press("s")
        assert any(line[:30].split()[:2] == ["Saved", "1"] for line in app.lines), app.text


async def test_where_nothing_is_unread_any_more_no_state_says_so(start: Start) -> None:
    async with start((120, 80), query="topic:nato -is:unverified") as app:
        assert any(line[:30].startswith("  Unread") for line in app.lines), app.text
        await app.press("G", "U")
        assert not any(line[:30].startswith(("  Unread", "  STATE")) for line in app.lines), app.text


async def test_what_a_choice_leaves_is_seen_from_the_top_and_the_cursor_found_again(start: Start) -> None:
    async with start() as app:
        await app.press("i", "space")
        assert "TOPICS" not in app.text
        await app.press("escape")
        assert app.lines[2].startswith("  TOPICS")
        await app.press("1")
        assert near(app) == ("is", "unread")
        assert any(line[:30].startswith("● Unread") for line in app.lines)


async def test_a_mark_does_not_scroll_the_filter(start: Start) -> None:
    async with start() as app:
        app.main.filters.scroll_to(y=8, animate=False, immediate=True)
        await app.pilot.pause()
        seen = [line[:28] for line in app.lines[2:30]]
        await app.press("s", "j", "u")
        await app.pilot.pause(0.5)
        assert [line[:28] for line in app.lines[2:30]] == seen


async def test_two_topics_are_alternatives_and_a_city_narrows_them(start: Start) -> None:
    async with start() as app:
        await app.press("t", "space")
        one = len(app.main.selection)
        await app.press("j", "space")
        two = len(app.main.selection)
        await app.press("c", "space")
        assert two > one
        assert len(app.main.selection) < two


async def test_a_count_is_what_choosing_leaves(start: Start) -> None:
    async with start() as app:
        await app.press("t", "space")
        city, count = next(iter(app.main.selection.counts(Field.CITY).items()))
        await app.press("c", "space")
        assert app.main.selection.query.values(Field.CITY) == (city,)
        assert len(app.main.selection) == count


async def test_the_entry_under_the_cursor_stays_there_if_it_still_matches(start: Start) -> None:
    async with start(size=(120, 24)) as app:
        everything, filtered = app.main.selection.query, app.main.library.parse("topic:luftangriffe")
        eighth = app.main.library.select(filtered).rows(7, 8)[0]
        position = app.main.selection.index_of(eighth.key)
        assert position is not None
        app.main.timeline.move_to(position)
        await app.pilot.pause()
        line = cursor_line(app.lines)
        for query in (filtered, everything):
            app.main.apply(query)
            await app.pilot.pause()
            assert (app.headline, cursor_line(app.lines)) == (eighth.headline, line)
        assert app.main.timeline.cursor == position


def cursor_line(lines: list[str]) -> int:
    return next(index for index, text in enumerate(lines) if text[30:31] == "▌")


async def test_escape_goes_back_and_then_clears(start: Start) -> None:
    async with start() as app:
        await app.press("t", "space", "escape")
        assert (app.focus, app.query != "") == ("timeline", True)
        await app.press("escape")
        assert app.query == ""


async def test_the_last_line_says_what_escape_does(start: Start) -> None:
    async with start() as app:
        assert "esc" not in app.lines[-1]
        await app.press("t")
        assert "esc back" in app.lines[-1]
        await app.press("space", "escape")
        assert "esc clear" in app.lines[-1]
        await app.press("escape")
        assert "esc" not in app.lines[-1]


async def test_slash_in_the_filter_narrows_its_list(start: Start) -> None:
    async with start() as app:
        await app.press("c", "slash")
        await app.type("nowak")
        await app.press("enter")
        assert not any("Noworossijsk" in line[:30] for line in app.lines)
        await app.press("escape", "slash")
        await app.type("noworo")
        await app.press("enter", "enter")
        assert app.query == "city:Noworossijsk"


@pytest.mark.parametrize(
    ("key", "typed", "query"),
    [
        ("c", "kyi", "city:Kiew"),
        ("c", "Novoros", "city:Noworossijsk"),
        ("p", "derkats", 'person:"Andrij Derkach"'),
        ("p", "Derkatsch", 'person:"Andrij Derkach"'),
        ("p", "andrij derkat", 'person:"Andrij Derkach"'),
        ("p", "derkac", 'person:"Andrij Derkach"'),
        ("p", "alek", 'person:"Alexander Sollfrank"'),
    ],
)
async def test_the_filters_list_is_narrowed_by_names_in_other_spellings(
    start: Start, key: str, typed: str, query: str
) -> None:
    async with start() as app:
        await app.press(key, "slash")
        await app.type(typed)
        await app.press("enter", "enter")
        assert app.query == query


async def test_a_letter_or_two_narrow_the_filters_list_by_what_is_written_alone(start: Start) -> None:
    async with start() as app:
        await app.press("c", "slash")
        await app.type("ky")
        assert not any("Kiew" in line[:30] for line in app.lines)


async def test_what_a_list_is_narrowed_to_begins_in_the_section_that_one_was_in(start: Start) -> None:
    async with start() as app:
        await app.press("c", "slash")
        await app.type("mos")
        await app.press("enter")
        assert near(app) == ("city", "Moskau")
        await app.press("escape", "slash")
        await app.type("diplo")
        await app.press("enter")
        assert near(app) == ("topic", "diplomatie")


async def test_what_the_list_is_narrowed_to_stays_on_top_of_it_until_escape(start: Start) -> None:
    async with start() as app:
        await app.press("c", "slash")
        await app.type("noworo")
        await app.press("enter")
        assert app.lines[2][:30].split() == ["/", "noworo", "esc"]
        await app.press("escape")
        assert "TOPICS" in app.lines[2]


async def test_where_nothing_has_what_the_list_is_narrowed_to_that_is_said(start: Start) -> None:
    async with start() as app:
        await app.press("c", "slash")
        await app.type("nirgends")
        await app.press("enter")
        assert "nothing matches" in app.lines[4]


async def test_a_cursor_comes_back_from_where_nothing_was_listed(start: Start) -> None:
    async with start() as app:
        await app.press("c", "j")
        before = near(app)
        assert before is not None
        await app.press("slash")
        await app.type("nirgends")
        await app.press("escape")
        assert near(app) == before


async def test_a_name_that_nobody_has_can_be_kept_and_is_told_to_find_nothing(start: Start) -> None:
    async with start() as app:
        await app.press("slash")
        await app.type("person:niemand")
        await app.press("enter")
        assert (app.query, app.focus) == ("person:niemand", "timeline")
        assert "Nothing matches" in app.text


async def test_what_is_wrong_stands_beside_the_way_out(start: Start) -> None:
    async with start((60, 16)) as app:
        await app.press("slash")
        await app.type("city:Xyzqw")
        assert app.lines[-1] == " there is no city Xyzqw   esc cancel"
        await app.press("escape")
        assert app.query == ""
    async with start((40, 12)) as app:
        await app.press("slash")
        await app.type("city:Kjew")
        assert app.lines[-1] == " did you mean Kiew?   esc cancel"


async def test_a_field_that_is_being_typed_leaves_what_the_words_before_it_find(start: Start) -> None:
    async with start(query="topic:luftangriffe") as app:
        found = len(app.main.selection)
        await app.press("slash")
        await app.type("city:kix")
        assert (app.query, len(app.main.selection)) == ("topic:luftangriffe", found)
        assert "there is no city kix" in app.lines[-1]
        await app.press("enter")
        assert app.focus == "typed"


async def test_tab_completes_what_is_typed_with_what_leaves_the_most(start: Start) -> None:
    async with start() as app:
        await app.press("slash")
        await app.type("cit")
        assert "city:" in app.lines[1]
        await app.press("tab")
        await app.type("k")
        assert app.lines[1].split() == ["/", "city:kiew"]
        await app.press("tab", "enter")
        assert (app.query, app.focus) == ("city:Kiew", "timeline")


async def test_nothing_is_offered_before_a_word_begins(start: Start) -> None:
    async with start(query="city:Kiew") as app:
        await app.press("slash", "x", "backspace")
        assert app.lines[1].split() == ["/", "city:Kiew"]


async def test_other_completions_are_listed_and_chosen_by_arrows(start: Start) -> None:
    async with start() as app:
        await app.press("slash")
        await app.type("topic:")
        assert "topic:luftangriffe" in app.lines[1]
        assert "luftangriffe  diplomatie  energie" in app.lines[-1]
        await app.press("down")
        assert "topic:diplomatie" in app.lines[1]
        await app.press("down", "up", "tab")
        assert app.query == "topic:diplomatie"
        assert "another" not in app.lines[-1]


async def test_completions_within_marks_are_listed_whole(start: Start, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("slash")
        await app.type('city:"')
        assert app.lines[-1].split("another")[1].split() == [*kept.select(Query()).counts(Field.CITY)]
        await app.type("ki")
        await app.press("tab", "enter")
        assert app.query == "city:Kiew"


async def test_enter_completes_what_cannot_be_kept_as_it_is(start: Start) -> None:
    async with start() as app:
        await app.press("slash")
        await app.type("city:k")
        await app.press("enter")
        assert (app.query, app.focus) == ("city:Kiew", "typed")


async def test_a_person_is_completed_by_the_last_name_and_till_then_everybody_is_there(start: Start) -> None:
    async with start() as app:
        everything = len(app.main.selection)
        await app.press("slash")
        await app.type("person:klit")
        assert len(app.main.selection) == everything
        await app.press("tab", "enter")
        assert app.query == "person:Klitschko"


async def test_typing_searches_at_each_letter_and_escape_takes_it_back(start: Start) -> None:
    async with start() as app:
        everything = len(app.main.selection)
        await app.press("slash")
        await app.type("drohn")
        assert 0 < len(app.main.selection) < everything
        await app.press("escape")
        assert (len(app.main.selection), app.focus) == (everything, "timeline")


async def test_enter_keeps_all_letters_however_fast_they_come(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    async with start() as app:
        await app.press("slash")
        asked: list[str] = []
        apply = MainScreen.apply

        def counted(screen: MainScreen, query: Query, **how: Any) -> None:
            asked.append(str(query))
            apply(screen, query, **how)

        monkeypatch.setattr(MainScreen, "apply", counted)
        for key in (*"drohne", "enter"):
            app.app.simulate_key(key)
        await app.until(lambda: app.focus == "timeline")
        assert app.query == "drohne"
        assert len(asked) < len("drohne")


async def test_a_phrase_that_is_being_typed_ends_where_it_does_so_far(start: Start) -> None:
    async with start() as app:
        await app.press("slash")
        await app.type('topic:luftangriffe "zahl der tot')
        assert app.query == 'topic:luftangriffe "zahl der tot"'
        assert "mark" not in app.lines[-1]
        await app.press("enter")
        assert (app.query, app.focus) == ('topic:luftangriffe "zahl der tot"', "timeline")


async def test_what_cannot_be_read_ahead_of_a_search_does_not_end_it(
    start: Start, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def fails() -> None:
        tried.append("/")
        raise ArchiveError("a damaged file")

    monkeypatch.setattr(library, "read_ahead", fails)
    async with start() as app:
        await app.press("slash")
        await app.until(lambda: bool(tried))
        await app.type("angriff")
        await app.press("enter")
        assert app.query == "angriff"
        assert len(app.main.selection)


async def test_taking_a_search_back_leads_back_to_the_entry_where_it_began(start: Start) -> None:
    async with start() as app:
        await app.press("j", "j", "j")
        before, line = app.headline, cursor_line(app.lines)
        await app.press("slash")
        await app.type("klitschko")
        assert app.headline != before
        await app.press("escape")
        assert (app.headline, cursor_line(app.lines)) == (before, line)


async def test_a_search_from_the_reader_shows_what_it_finds_and_can_lead_back(start: Start) -> None:
    async with start((40, 12)) as app:
        await app.press("enter", "slash")
        await app.type("drohne")
        assert any(line.startswith("▌") for line in app.lines)
        await app.press("escape")
        assert app.focus == "reader"
        await app.press("slash")
        await app.type("drohne")
        await app.press("enter")
        assert app.focus == "timeline"


async def test_a_search_that_is_taken_back_leads_back_to_the_reader_alone(start: Start) -> None:
    async with start() as app:
        await app.press("z")
        before = app.lines
        await app.press("slash")
        await app.type("drohne")
        assert any(line[30:31] == "▌" for line in app.lines)
        await app.press("escape")
        assert app.lines == before
        await app.press("z")
        assert any(line[30:31] == "▌" for line in app.lines)


async def test_what_is_typed_is_looked_for_from_where_typing_began(start: Start) -> None:
    async with start() as app:
        await app.press("j", "j")
        before = app.headline
        await app.press("slash")
        await app.type("karelien")
        assert app.headline != before
        await app.press(*["backspace"] * len("karelien"))
        assert app.headline == before


async def test_what_cannot_be_understood_is_not_kept(start: Start) -> None:
    async with start() as app:
        await app.press("slash")
        await app.type("topic:xyz")
        await app.press("enter")
        assert app.focus == "typed"
        assert "there is no topic xyz" in app.text
        await app.press("escape")
        assert (app.query, app.focus) == ("", "timeline")


async def test_clicking_elsewhere_takes_back_what_cannot_be_understood(start: Start) -> None:
    async with start() as app:
        await app.press("slash")
        await app.type("topic:xyz")
        await app.pilot.click("#reader", offset=(40, 37))
        await app.pilot.pause()
        assert app.query == ""
        assert not app.main.query("#prompt")


async def test_nothing_moves_when_somebody_starts_to_type(start: Start) -> None:
    async with start() as app:
        before = app.lines
        await app.press("slash")
        typing = app.lines
        assert typing[1].startswith(" / ")
        assert (typing[0], typing[2:-1]) == (before[0], before[2:-1])


@pytest.mark.parametrize(
    ("size", "told"),
    [
        ((120, 40), "there is no topic luftangrife - did you mean luftangriffe?   esc cancel"),
        ((80, 24), "there is no topic luftangrife - did you mean luftangriffe?   esc cancel"),
        ((40, 12), "did you mean luftangriffe?   esc cancel"),
    ],
)
async def test_what_cannot_be_understood_is_said_and_hides_nothing_of_it(
    start: Start, size: tuple[int, int], told: str
) -> None:
    async with start(size) as app:
        await app.press("slash")
        await app.type("topic:luftangrife")
        assert app.lines[-1].strip() == told
        assert any(line.startswith(" / topic:luftangrife") for line in app.lines)
        await app.press("backspace", "f", "e", "enter")
        assert app.query == "topic:luftangriffe"


async def test_a_search_shows_in_the_list_what_it_finds_below_a_headline(start: Start, kept: Library) -> None:
    async with start(other=kept) as app:
        assert not any("zwischen Odessa" in line[30:84] for line in app.lines)
        await app.press("slash")
        await app.type("odessa")
        below = next(index for index, line in enumerate(app.lines) if "Züge nach Lwiw" in line[30:84]) + 1
        assert "zwischen Odessa" in app.lines[below][30:84]
        await app.press("escape")
        assert not any("zwischen Odessa" in line[30:84] for line in app.lines)


async def test_search_finds_the_middle_of_words_in_any_case(start: Start) -> None:
    async with start() as app:
        await app.press("slash")
        await app.type("ANGRIFF")
        await app.press("enter")
        assert len(app.main.selection) > 3
        assert "drohnenangriff" in app.text.lower()


async def test_n_walks_the_matches(start: Start) -> None:
    async with start(query="pistorius") as app:
        await app.press("n")
        assert app.main.timeline.cursor == 1
        await app.press("N")
        assert app.main.timeline.cursor == 0
        await app.press("N")
        assert "No more matches" in app.text


async def test_n_walks_the_matches_of_the_text_that_is_read(start: Start) -> None:
    async with start(query="pistorius") as app:
        await app.press("3")
        first, seen = app.headline, []
        while app.headline == first:
            await app.press("n")
            seen += [text for line in app.styled for text, style in line if "reverse" in style and text.strip()]
        assert len(seen) > 2
        assert {text.lower() for text in seen} == {"pistorius"}
        await app.press("N")
        assert app.headline == first


async def test_n_brings_a_match_further_down_into_sight(start: Start, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    told = "Der Pegel der Elbe steigt seit dem Morgen, und an den Deichen stehen Helfer mit Schaufeln. " * 30
    below = told.replace("seit dem Morgen", "noch am Abend")
    page.write_text(f"Hochwasser an der Elbe\n\n{told}\n\nAm Ende fehlt es an Sandsäcken, sagt sie.\n\n{below}\n")
    library = Library.open()
    library.add(str(page))
    async with start((80, 24), query="sandsäcken", other=library) as app:
        await app.press("3")
        assert not any("sagt sie" in line[42:] for line in app.lines)
        await app.press("n")
        assert any("sagt sie" in line[42:] for line in app.lines), app.text


async def test_the_sections_that_were_opened_fold_when_the_keys_go_elsewhere(start: Start) -> None:
    async with start() as app:
        await app.press("c")
        assert "Wladiwostok" in app.text
        await app.press("2")
        assert "Wladiwostok" not in "".join(line[:28] for line in app.lines)


async def test_nothing_found_says_what_to_do(start: Start) -> None:
    async with start(query="zzzz", keys={"search": "ctrl+f"}) as app:
        assert "Nothing matches" in app.text
        assert "esc     clears the filter" in app.text
        assert "ctrl+f  changes the search" in app.text
        assert "nothing to choose" in app.text
        assert "chooses other" not in app.text
        await app.press("j", "G", "n", "u", "s", "y", "J", "enter", "escape", "escape")
        assert len(app.main.selection) > 0


async def test_other_topics_are_offered_where_the_present_ones_leave_nothing(start: Start) -> None:
    async with start(query="zzzz topic:front") as app:
        assert "t    chooses other topics" in app.text
        assert "chooses other cities" not in app.text
        await app.press("t", "space")
        assert app.query == "zzzz"


async def test_nothing_found_tells_whose_name_may_be_meant(start: Start) -> None:
    async with start(query="speaker:Pistoriu Kiew") as app:
        assert "Did you mean speaker:Pistorius?" in app.main.reader.rendered.text.plain


async def test_what_leads_on_from_nothing_is_true_in_every_pane(start: Start) -> None:
    async with start(query="zzz") as app:
        assert "esc clears the filter" in " ".join(app.text.split())
        assert not {"move", "read", "save"} & set(app.lines[-1].split())
        await app.press("3")
        assert "esc clear" in app.lines[-1]
        assert "follow" not in app.lines[-1]
        await app.press("escape")
        assert (app.query, app.focus) == ("", "timeline")
        assert "enter read" in app.lines[-1]


async def test_what_can_be_asked_for_is_told_from_the_first_letter_on_where_nothing_matches(start: Start) -> None:
    async with start(query="zzz") as app:
        await app.press("slash")
        assert "clears the filter" not in app.text
        assert '"a phrase"' in app.text


async def test_a_search_for_nothing_tells_what_can_be_asked_for(start: Start) -> None:
    async with start() as app:
        await app.press("slash")
        await app.type("zzzz")
        assert '"a phrase"  Whole words in this order' in app.text
        assert "clears the filter" not in app.text
        await app.press("enter")
        assert "clears the filter" in app.text
        assert '"a phrase"' not in app.text


async def test_an_empty_list_says_so_where_it_is_alone(start: Start) -> None:
    async with start((40, 12), query="zzzz") as app:
        assert app.lines[1] == " Nothing matches; enter tells more"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_the_filter_opens_at_every_width(start: Start, size: tuple[int, int]) -> None:
    async with start(size) as app:
        await app.press("t")
        assert "TOPICS" in app.text
        await app.press("space", "escape")
        assert app.query.startswith("topic:")
        assert ("TOPICS" in app.text) == (size[0] >= 100)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
@pytest.mark.parametrize(
    ("key", "heading", "first"),
    [
        ("t", "TOPICS", "Luftangriffe"),
        ("c", "CITIES", "Kiew"),
        ("p", "PEOPLE", "Wolodymyr"),
        ("w", "CLAIMED", "Ukraine"),
        ("i", "STATE", "Unread"),
    ],
)
async def test_a_filter_that_is_opened_again_shows_the_section_that_is_asked_for(
    start: Start, size: tuple[int, int], key: str, heading: str, first: str
) -> None:
    async with start(size) as app:
        for another in ("t", "c", "i"):
            await app.press(another, "escape", key)
            edge = app.main.filters.region.x
            seen = [line[edge : edge + 30].lstrip("▌").split()[:1] for line in app.lines]
            assert [first] == seen[seen.index([heading]) + 1], app.text
            await app.press("escape")


async def test_a_hidden_filter_opens_with_the_whole_section_that_is_asked_for(start: Start, kept: Library) -> None:
    async with start(other=kept) as app:
        await app.press("f")
    async with start((120, 12), other=kept) as app:
        await app.press("c")
        assert "Odessa" in app.text


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_list_that_a_choice_makes_short_fills_the_pane_at_once(start: Start, size: tuple[int, int]) -> None:
    async with start(size) as app:
        await app.press("i", "j", "space")
        assert app.query == "is:unverified"
        assert app.lines[-2].lstrip().startswith("● Unverified")


async def test_clicking_a_value_toggles_it(start: Start) -> None:
    async with start() as app:
        line = next(index for index, text in enumerate(app.lines) if text.startswith("  Kiew"))
        await app.pilot.click("#filters", offset=(4, line - 1))
        await app.pilot.pause()
        assert app.query == "city:Kiew"


async def test_a_search_that_is_open_is_not_opened_twice(start: Start) -> None:
    async with start() as app:
        await app.press("slash", "ctrl+p")
        await app.type("search as")
        await app.pilot.pause(0.5)
        await app.press("enter")
        await app.pilot.pause(0.2)
        assert len(app.main.query("#prompt")) <= 1


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_the_foot_tells_what_keys_do_in_the_filter(start: Start, size: tuple[int, int]) -> None:
    async with start(size) as app:
        await app.press("t")
        assert "space pick" in app.lines[-1]
        assert "save" not in app.lines[-1]
        assert ("/ narrow" in app.lines[-1]) == (size[0] >= 100)
        await app.press("escape")
        assert "narrow" not in app.lines[-1]


def near(app: Driver) -> tuple[str, str]:
    """The field and the value under the filter's cursor."""
    return app.main.filters.near or ("", "")


async def test_the_filter_is_walked_by_sections_and_by_pages(start: Start) -> None:
    async with start((120, 20)) as app:
        await app.press("1", "j", "right")
        assert near(app) == ("city", "Kiew")
        await app.press("right")
        assert near(app)[0] == "government"
        assert app.lines[2].split()[0] == "GOVERNMENTS"
        await app.press("j", "left", "left", "left")
        assert near(app) == ("topic", "luftangriffe")
        await app.press("left")
        assert near(app) == ("topic", "luftangriffe")
        await app.press("pagedown")
        assert near(app) == ("city", "Kiew")
        await app.press("pageup", "pageup")
        assert near(app) == ("topic", "luftangriffe")
        await app.press(*["pagedown"] * 9)
        assert near(app)[0] == "is"
