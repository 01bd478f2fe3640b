"""Pages that are read again: what is one entry, what is a version of it, what has gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.unit.documents.made import DAY, NOW, entry, keep

from warticker.archive.entries import identity
from warticker.archive.file import FileArchive
from warticker.archive.protocol import Added
from warticker.archive.query import Query
from warticker.archive.selection import Order
from warticker.model import Annotations, Document, DocumentKind, Entry, EntryKey, Story

FIRST, SECOND = datetime(2025, 11, 14, 12, tzinfo=UTC), datetime(2025, 11, 14, 13, tzinfo=UTC)
BODY = "Am Morgen fiel im ganzen Viertel der Strom aus, die Werke schickten drei Trupps."
ALARM = "In der Stadt heulen Sirenen. Die Behörden rufen die Menschen auf, Schutzräume aufzusuchen."
AGAIN = "In der Stadt heulen erneut Sirenen. Die Behörden rufen die Menschen auf, Schutzräume aufzusuchen."


def read(
    archive: FileArchive,
    *entries: Entry,
    page: str = "eins",
    at: datetime = FIRST,
    kind: DocumentKind = DocumentKind.TICKER,
) -> Added:
    document = Document("Ticker", kind, entries, "ntv", f"https://ticker.example/{page}")
    return keep(archive, Story(document, (Annotations(),) * len(entries)), at=at)


def hour(key: str, clock: str, headline: str = "", body: str = BODY) -> Entry:
    return entry(key, DAY, clock, headline or f"Meldung {key}", body)


def found(archive: FileArchive, query: str = "") -> str:
    selection = archive.select(Query.parse(query), Order.NEWEST, now=NOW, place_names=lambda word: ())
    return "".join(row.key for row in selection.rows(0, 99))


def test_a_page_read_twice_adds_nothing() -> None:
    archive = FileArchive()
    read(archive, hour("b", "11:00"), hour("a", "10:00"))
    revision = archive._database.connection.total_changes
    assert read(archive, hour("b", "11:00"), hour("a", "10:00"), at=SECOND) == Added(unchanged=2)
    assert archive._database.connection.total_changes == revision


def test_what_a_page_still_has_is_not_written_again() -> None:
    archive = FileArchive()
    read(archive, hour("b", "11:00"), hour("a", "10:00"))
    assert read(archive, hour("c", "12:00"), hour("b", "11:00"), hour("a", "10:00")) == Added(new=1, unchanged=2)
    assert archive._database.rows("SELECT key, revision FROM entries") == [("b", 1), ("a", 1), ("c", 2)]


def test_a_longer_text_is_a_version_and_the_earlier_one_is_kept() -> None:
    archive = FileArchive()
    read(archive, hour("a", "10:00", body="Kurz."))
    archive.marks.put([EntryKey("a")], saved=True)
    assert read(archive, hour("a", "10:00", body="Jetzt ausführlich."), at=SECOND) == Added(changed=1)
    full = archive.entry(EntryKey("a"))
    assert full is not None
    assert (full.entry.paragraphs, full.read_at, full.saved, full.changed) == (
        ("Jetzt ausführlich.",),
        SECOND,
        True,
        True,
    )
    assert [(each.entry.paragraphs, each.read_at) for each in full.versions] == [(("Kurz.",), FIRST)]
    assert (found(archive, "ausführlich"), found(archive, "kurz"), found(archive, "is:changed")) == ("a", "", "a")


def test_a_reworded_headline_keeps_the_entry_and_its_key() -> None:
    archive = FileArchive()
    read(archive, hour("a", "10:00", "Strom weg"))
    assert read(archive, hour("x", "10:00", "Stromausfall am Morgen"), at=SECOND) == Added(changed=1)
    assert found(archive, "stromausfall") == "a"
    assert read(archive, hour("x", "10:00", "Stromausfall am Morgen")) == Added(unchanged=1)
    by_other_key = archive.entry(EntryKey("x"))
    assert by_other_key is not None
    assert by_other_key.entry.headline == "Stromausfall am Morgen"


def test_a_mended_time_keeps_the_entry() -> None:
    archive = FileArchive()
    read(archive, hour("b", "11:00"), hour("a", "10:00", "Strom weg"))
    assert read(archive, hour("x", "11:30", "Strom weg"), hour("b", "11:00"), at=SECOND).changed == 1
    assert found(archive) == "ab"


@pytest.mark.parametrize(
    ("time", "body", "same"),
    [
        ("10:40", "Am Morgen fiel in weiten Teilen der Stadt für Stunden der Strom aus.", True),
        ("10:40", "Am Morgen fiel in weiten Teilen der Stadt der Strom aus. Drei Trupps suchen den Fehler.", True),
        ("11:40", "Am Morgen fiel in weiten Teilen der Stadt für Stunden der Strom aus.", False),
        ("10:40", "Am Abend kam in einigen Teilen der Stadt für Stunden das Wasser zurück.", False),
        ("10:40", "Am Morgen fiel in weiten Teilen der Region Wasser weg.", False),
        ("10:40", "Es gilt Luftalarm.", False),
    ],
)
def test_nearly_the_same_text_within_an_hour_is_the_same_entry(time: str, body: str, same: bool) -> None:
    archive = FileArchive()
    before = "Es gilt Luftalarm." if len(body) < 20 else "Am Morgen fiel in weiten Teilen der Stadt der Strom aus."
    read(archive, hour("a", "10:00", "Strom weg", before))
    assert read(archive, hour("x", time, "Ausfall in der Stadt", body), at=SECOND).changed == same


def test_an_article_that_has_a_new_headline_and_goes_on_is_the_same_entry() -> None:
    archive = FileArchive()
    read(archive, entry("a", DAY, None, "Strom weg", BODY))
    assert read(archive, entry("x", DAY, None, "Stadt ohne Strom", f"{BODY} Drei Trupps suchen."), at=SECOND).changed
    assert read(archive, entry("y", DAY, None, "Wetter", "Am Morgen liegt im ganzen Land Nebel."), at=SECOND).new


def test_a_report_like_one_that_dropped_off_its_page_is_another_and_takes_no_marks() -> None:
    archive = FileArchive()
    read(archive, hour("b", "11:00"), hour("a", "10:00", "Alarm in Ulm", ALARM))
    archive.marks.put([EntryKey("a")], saved=True)
    assert read(archive, hour("x", "13:00", "Alarm in Ulm", AGAIN), hour("b", "11:00"), at=SECOND).new == 1
    assert (found(archive), found(archive, "is:saved"), found(archive, "is:changed")) == ("xba", "a", "")


@pytest.mark.parametrize("kept", ["", "b"])
@pytest.mark.parametrize(
    ("clock", "headline", "body"),
    [
        ("10:20", "Alarm in Bonn", ALARM.replace("der Stadt", "Bonn")),
        ("10:10", "Alarm in Ulm", AGAIN),
        ("11:50", "Alarm in Ulm", ALARM),
        ("10:20", "Alarm in Ulm", "Es gilt Alarm."),
    ],
)
def test_reports_of_a_series_stay_apart_though_the_page_shows_few(
    kept: str, clock: str, headline: str, body: str
) -> None:
    archive = FileArchive()
    before = ALARM if len(body) > 20 else body
    stays = [hour(key, "10:05") for key in kept]
    read(archive, *stays, hour("a", "10:00", "Alarm in Ulm", before), hour("o", "09:50", "Regen", "Es regnet."))
    assert read(archive, hour("x", clock, headline, body), *stays, at=SECOND) == Added(new=1, unchanged=len(kept))


def test_losses_of_two_days_are_two_reports_though_they_come_at_the_same_time_of_day() -> None:
    archive = FileArchive()
    read(archive, entry("a", DAY, "08:00", "Verluste", BODY))
    tomorrow = entry("x", DAY + timedelta(days=1), "08:00", "Verluste", BODY.replace("drei", "vier"))
    assert read(archive, tomorrow, at=SECOND) == Added(new=1)


def test_reports_of_one_day_without_times_stay_apart() -> None:
    archive = FileArchive()
    b, a = entry("b", DAY, None, "Regen", "Es regnet."), entry("a", DAY, None, "Alarm in Ulm", ALARM)
    read(archive, b, a)
    assert read(archive, entry("x", DAY, None, "Alarm in Bonn", AGAIN), b, at=SECOND) == Added(new=1, unchanged=1)


def test_a_corrected_entry_is_not_mistaken_for_its_like_above_it() -> None:
    archive = FileArchive()
    read(archive, hour("a", "10:00", "Alarm in Ulm", ALARM), hour("b", "09:00"))
    like, corrected = hour("x", "10:10", "Alarm in Ulm", AGAIN), hour("y", "10:00", "Alarm in Ulm und Umland", ALARM)
    assert read(archive, like, corrected, hour("b", "09:00"), at=SECOND) == Added(new=1, changed=1, unchanged=1)
    assert (found(archive), found(archive, "umland")) == ("xab", "a")


@pytest.mark.parametrize(
    ("clock", "headline", "body", "same"),
    [
        ("10:30", "Stadt ohne Strom", BODY.replace("drei", "vier"), True),
        ("10:30", "Strom weg", f"Am Morgen fiel im Viertel der Strom aus. {ALARM}", False),
        ("10:30", "Strom weg", "Am Morgen fiel im Viertel der Strom aus, die Werke suchen den Fehler.", True),
        (
            "10:30",
            "Stadt ohne Strom",
            "Am Morgen fiel im ganzen Viertel der Strom aus, am Mittag kam er zurück.",
            False,
        ),
        ("10:30", "", BODY, True),
        ("10:00", "Wasser weg", "Am Abend kam das Wasser zurück.", False),
    ],
)
def test_what_stands_between_the_same_two_may_be_much_rewritten(
    clock: str, headline: str, body: str, same: bool
) -> None:
    archive = FileArchive()
    read(archive, hour("c", "11:00"), hour("a", "10:00", "Strom weg"), hour("b", "09:00"))
    added = read(archive, hour("c", "11:00"), hour("x", clock, headline, body), hour("b", "09:00"), at=SECOND)
    assert (added.changed, added.withdrawn) == ((1, 0) if same else (0, 1))


def test_short_reports_that_say_no_more_than_others_do_are_no_versions_even_between_the_same_two() -> None:
    archive, template = FileArchive(), "Es gilt Alarm, alle sollen Schutz suchen."
    read(archive, hour("c", "11:00"), hour("a", "10:00", "Alarm in Ulm", template), hour("b", "09:00"))
    other = hour("x", "10:20", "Alarm in Bonn", template)
    assert read(archive, hour("c", "11:00"), other, hour("b", "09:00"), at=SECOND).new == 1


def test_what_moves_past_a_neighbour_may_have_more_words_in_between() -> None:
    archive = FileArchive()
    read(archive, hour("c", "11:00"), hour("b", "10:30"), hour("a", "10:20", "Strom weg"), hour("o", "09:00"))
    now = hour("x", "10:40", "Stadt ohne Strom", BODY.replace("Viertel", "Viertel für Stunden"))
    rest = hour("c", "11:00"), now, hour("b", "10:30"), hour("o", "09:00")
    assert read(archive, *rest, at=SECOND) == Added(changed=1, unchanged=3)


@pytest.mark.parametrize(
    ("clock", "headline", "same"),
    [
        ("11:05", "Strom weg", True),
        ("11:15", "Strom weg", True),
        ("11:40", "Strom weg", False),
        ("11:05", "Wasser weg", False),
        ("11:05", "", False),
    ],
)
def test_the_newest_may_be_reworded_for_a_few_minutes(clock: str, headline: str, same: bool) -> None:
    archive = FileArchive()
    before = replace(hour("a", "11:00"), headline=headline and "Strom weg")
    read(archive, before, hour("b", "09:00"))
    now = replace(hour("x", clock, body=BODY.replace("drei", "vier")), headline=headline)
    assert read(archive, now, hour("b", "09:00"), at=SECOND).changed == same


@pytest.mark.parametrize(("body", "same"), [(f"{BODY} Inzwischen ist er zurück.", True), (BODY[:-20], False)])
def test_an_update_that_is_moved_to_the_top_is_the_same_entry_if_its_text_goes_on(body: str, same: bool) -> None:
    archive = FileArchive()
    read(archive, hour("c", "11:00"), hour("a", "10:00", "Strom weg"), hour("b", "09:00"))
    added = read(archive, hour("x", "16:00", "Strom weg", body), hour("c", "11:00"), hour("b", "09:00"), at=SECOND)
    assert (added.new, added.changed, added.withdrawn) == ((0, 1, 0) if same else (1, 0, 1))


def test_a_first_sentence_that_becomes_a_report_of_the_same_minute_is_the_same_entry() -> None:
    archive = FileArchive()
    read(archive, hour("a", "11:00", "Strom weg", "In Ulm fehlt Strom."), hour("b", "09:00"))
    now = hour("x", "11:00", "Ulm im Dunkeln", f"In Ulm fehlt Strom. {BODY} {ALARM}")
    assert read(archive, now, hour("b", "09:00"), at=SECOND).changed == 1


def test_headlines_without_text_are_told_apart_by_their_words() -> None:
    archive = FileArchive()
    read(archive, entry("a", DAY, "10:00", "Minister in Ulm"), hour("b", "09:00"))
    assert read(archive, entry("x", DAY, "10:00", "Regen in Bonn"), hour("b", "09:00"), at=SECOND).new == 1
    assert read(archive, entry("y", DAY, "10:00", "Viel Regen in Bonn"), hour("b", "09:00"), at=SECOND).changed == 1


def test_what_has_no_time_is_the_same_entry_in_its_place() -> None:
    archive = FileArchive()
    a, b, c, x, y = (
        entry(key, None, None, f"Meldung {key}", body)
        for key, body in zip("abcxy", (ALARM, BODY, "Es regnet.", BODY, f"{ALARM} Sie heulen noch."), strict=True)
    )
    read(archive, a, b, c)
    assert read(archive, a, x, c, at=SECOND) == Added(changed=1, unchanged=2)
    assert read(archive, y, x, c, at=SECOND) == Added(changed=1, unchanged=2)


def test_a_page_whose_day_was_misread_keeps_its_entries() -> None:
    archive = FileArchive()
    whole = [("a", "23:50", "Strom weg", BODY), ("b", "23:10", "Alarm", "Es gilt Alarm.")]
    read(archive, *(entry(key, DAY - timedelta(days=1), *rest) for key, *rest in whole))
    assert read(archive, *(entry(f"{key}2", DAY, *rest) for key, *rest in whole), at=SECOND) == Added(changed=2)
    assert read(archive, entry("n", DAY + timedelta(days=1), "23:20", "Alarm", "Es gilt Alarm."), at=SECOND).new == 1
    assert read(archive, entry("m", DAY, "23:20", "Alarm in Ulm", "Es gilt Alarm."), at=SECOND).new == 1


def test_an_article_goes_on_for_days() -> None:
    archive = FileArchive()
    read(archive, entry("a", DAY, "09:00", "Strom weg", BODY), kind=DocumentKind.ARTICLE)
    later = entry("x", DAY + timedelta(days=2), "18:00", "Strom zurück", f"{BODY} Seit Sonntag ist er wieder da.")
    assert read(archive, later, at=SECOND, kind=DocumentKind.ARTICLE) == Added(changed=1)


def test_the_parts_of_an_article_go_on_for_days_though_all_of_them_change() -> None:
    archive = FileArchive()
    read(
        archive, entry("a", DAY, None, "Strom", BODY), entry("b", DAY, None, "Alarm", ALARM), kind=DocumentKind.ARTICLE
    )
    later = [
        entry(f"{key}2", DAY + timedelta(days=1), None, head, body)
        for key, head, body in (("a", "Strom", f"Ja. {BODY}"), ("b", "Alarm", AGAIN))
    ]
    assert read(archive, *later, at=SECOND, kind=DocumentKind.ARTICLE) == Added(changed=2)


def test_an_address_of_its_own_keeps_the_entry_however_it_reads() -> None:
    archive = FileArchive()
    where = "https://ticker.example/eins#7"
    read(archive, replace(hour("a", "10:00"), address=where))
    other = replace(hour("x", "12:00", "Ganz anders", "Nichts davon stimmt mehr."), address=where)
    assert read(archive, other, at=SECOND).changed == 1
    assert found(archive) == "a"


def test_an_address_that_others_have_as_well_tells_nothing() -> None:
    archive = FileArchive()
    b, a, x = (
        replace(hour(key, clock, "", body), address="https://ticker.example/eins")
        for key, clock, body in (("b", "11:00", BODY), ("a", "10:00", ALARM), ("x", "12:00", "Es regnet."))
    )
    read(archive, b, a)
    assert read(archive, x, b, at=SECOND).new == 1
    assert read(archive, replace(hour("y", "13:00", "", "Es schneit."), address=b.address), at=SECOND).new == 1


def test_another_report_of_the_same_minute_is_another_entry() -> None:
    archive = FileArchive()
    read(archive, hour("a", "10:00", "Strom weg"))
    assert read(archive, hour("x", "10:00", "Treffen", "Minister reden über Getreide.")).new == 1


def test_two_pages_that_say_it_differently_change_it_once() -> None:
    archive = FileArchive()
    short, long = hour("a", "10:00", body="Kurz."), hour("a", "10:00", body="Viel ausführlicher.")
    assert read(archive, short, page="eins").new == 1
    assert read(archive, long, page="zwei").changed == 1
    for _ in range(2):
        assert read(archive, short, page="eins") == Added(unchanged=1)
        assert read(archive, long, page="zwei") == Added(unchanged=1)
    assert len(archive) == 1


def test_what_goes_from_between_is_withdrawn_and_comes_back() -> None:
    archive = FileArchive()
    all_three = hour("c", "12:00"), hour("b", "11:00"), hour("a", "10:00")
    read(archive, *all_three)
    assert read(archive, all_three[0], all_three[2]) == Added(unchanged=2, withdrawn=1)
    full = archive.entry(EntryKey("b"))
    assert full is not None
    assert (full.withdrawn, found(archive, "is:withdrawn"), found(archive)) == (True, "b", "cba")
    assert read(archive, *all_three) == Added(unchanged=3)
    assert found(archive, "is:withdrawn") == ""


def test_a_withdrawal_has_the_time_when_it_was_last_noticed() -> None:
    archive = FileArchive()
    c, b, a = hour("c", "12:00"), hour("b", "11:00"), hour("a", "10:00")
    third = SECOND + timedelta(hours=1)
    for entries, at in (((c, b, a), FIRST), ((c, a), SECOND), ((hour("d", "12:30"), c, a), third)):
        read(archive, *entries, at=at)
    assert noticed(archive, "b") == SECOND
    read(archive, c, b, a, at=third)
    read(archive, c, a, at=third)
    assert noticed(archive, "b") == third


def noticed(archive: FileArchive, key: str) -> datetime | None:
    full = archive.entry(EntryKey(key))
    return full.withdrawn_at if full and full.withdrawn else None


def test_what_has_no_time_goes_by_the_pages_order() -> None:
    archive = FileArchive()
    a, b, c = (entry(key, None, None, f"Meldung {key}") for key in "abc")
    read(archive, a, b, c)
    assert read(archive, a, b, at=SECOND) == Added(unchanged=2)
    assert read(archive, a, c, at=SECOND) == Added(unchanged=2, withdrawn=0)
    read(archive, a, b, c)
    assert read(archive, a, c, at=SECOND) == Added(unchanged=2, withdrawn=1)
    # Dated ones below them change nothing.
    read(archive, a, b, c, hour("d", "10:00"))
    assert read(archive, a, c, hour("d", "10:00"), at=SECOND) == Added(unchanged=3, withdrawn=1)


def test_a_page_without_an_address_is_known_by_its_outlet_title_and_oldest_day() -> None:
    def page(title: str, source: str | None, *entries: Entry) -> str:
        return identity.page(Document(title, DocumentKind.TICKER, entries, source))

    a, b, before = hour("a", "11:00"), hour("b", "10:00"), entry("c", DAY - timedelta(days=1), "23:00")
    known = page("Ticker", "ntv", a, b)
    assert known == page("Ticker", "ntv", hour("x", "12:00"), hour("y", "09:00"))
    others = page("Anderer", "ntv", a, b), page("Ticker", "mdr", a, b), page("Ticker", "ntv", a, before)
    assert len({known, *others, page("Ticker", None, a, b), page("", "ntv", a, b), page("", None, a, b)}) == 7
    assert page("", None, a, b) == page("", None, before, b)


def test_what_drops_off_the_end_is_not_withdrawn() -> None:
    archive = FileArchive()
    read(archive, hour("b", "11:00"), hour("a", "10:00"))
    assert read(archive, hour("c", "12:00"), hour("b", "11:00")) == Added(new=1, unchanged=1)
    assert found(archive) == "cba"


def test_what_drops_off_below_an_older_entry_that_is_pinned_is_not_withdrawn() -> None:
    archive = FileArchive()
    pinned, rest = hour("a", "07:00"), [hour(key, f"{14 - at}:00") for at, key in enumerate("fedcb")]
    read(archive, pinned, *rest[1:])
    assert read(archive, pinned, *rest[:-1]) == Added(new=1, unchanged=4)
    assert read(archive, pinned, rest[0], *rest[2:-1]) == Added(unchanged=4, withdrawn=1)
    assert found(archive, "is:withdrawn") == "e"


def test_what_drops_off_while_an_older_entry_is_pinned_is_not_withdrawn() -> None:
    archive = FileArchive()
    e, d, c, b, a = (hour(key, f"{14 - at}:00") for at, key in enumerate("edcba"))
    read(archive, d, c, b, a)
    assert read(archive, a, e, d, c) == Added(new=1, unchanged=3)


def test_what_drops_off_while_only_a_pinned_entry_stays_is_not_withdrawn() -> None:
    archive = FileArchive()
    pinned, rest = hour("a", "03:00"), [hour(key, f"{20 - 2 * at}:00") for at, key in enumerate("gfedcb")]
    read(archive, pinned, *rest[3:])
    assert read(archive, pinned, *rest[:3]) == Added(new=3, unchanged=1)


def test_where_the_oldest_comes_first_it_drops_off_and_what_goes_from_between_is_withdrawn() -> None:
    archive = FileArchive()
    a, b, c, d, e = (hour(key, f"{10 + at}:00") for at, key in enumerate("abcde"))
    read(archive, a, b, c, d)
    assert read(archive, b, d, e) == Added(new=1, unchanged=2, withdrawn=1)
    assert found(archive, "is:withdrawn") == "c"


def test_a_feed_withdraws_nothing() -> None:
    archive = FileArchive()
    read(archive, hour("c", "12:00"), hour("b", "11:00"), hour("a", "10:00"), kind=DocumentKind.FEED)
    assert read(archive, hour("c", "12:00"), hour("a", "10:00"), kind=DocumentKind.FEED).withdrawn == 0


def test_only_what_is_not_kept_so_is_lacking() -> None:
    archive = FileArchive()
    read(archive, hour("b", "11:00"), hour("a", "10:00"))
    again = Document(
        "Ticker", DocumentKind.TICKER, (hour("c", "12:00"), hour("b", "11:00", body="Neu."), hour("a", "10:00")), "ntv"
    )
    assert archive.lacking(again) == {0, 1}


def test_a_page_may_begin_with_a_later_portion() -> None:
    archive = FileArchive()
    document = Document("Ticker", DocumentKind.TICKER, (hour("k5", "12:00"),), "ntv")
    archive.add(document, {0: Annotations()}, rules=1, at=FIRST, page=identity.page(document), first=5, complete=True)
    assert list(archive.check()) == []


def test_a_corrected_entry_keeps_the_key_that_lists_show() -> None:
    archive = FileArchive()
    read(archive, hour("a", "10:00", "Zahl der Verletzten steigt"))
    read(archive, hour("b", "10:00", "Zahl der Verletzten steigt auf vier"), at=SECOND)
    assert (found(archive), archive.keys("a"), archive.keys("b")) == ("a", ("a",), ("a",))
    for key in ("a", "b"):
        full = archive.entry(EntryKey(key))
        assert full is not None
        assert (full.entry.key, full.entry.headline) == ("a", "Zahl der Verletzten steigt auf vier")
    (exported,) = archive.stories([EntryKey("a")])
    assert [each.key for each in exported.document.entries] == ["a"]
    other = FileArchive()
    read(other, hour("a", "10:00", "Zahl der Verletzten steigt"))
    assert keep(other, exported) == Added(changed=1)


def test_an_entry_under_the_key_of_an_earlier_text_is_the_same() -> None:
    archive = FileArchive()
    read(archive, hour("z", "11:00"), hour("a", "10:00", "Zahl steigt auf vier"), hour("y", "09:00"))
    again = read(archive, hour("z", "11:00"), hour("b", "10:00", "Zahl steigt auf vier"), hour("y", "09:00"), at=SECOND)
    assert again == Added(unchanged=3)
    full = archive.entry(EntryKey("a"))
    assert full is not None
    assert not full.versions


def test_a_long_page_comes_in_portions() -> None:
    archive = FileArchive()
    entries = [hour(f"k{n}", f"{23 - n:02}:00") for n in range(9)]

    def portions(*kept: Entry) -> Added:
        document = Document("Ticker", DocumentKind.TICKER, kept, "ntv", dropped=("Menü", "Impressum"))
        added, page = Added(), identity.page(document)
        for first in range(0, len(kept), 4):
            some = replace(document, entries=kept[first : first + 4], dropped=() if first else document.dropped)
            annotations = dict.fromkeys(range(len(some.entries)), Annotations())
            last = first + 4 >= len(kept)
            added += archive.add(some, annotations, rules=1, at=FIRST, page=page, first=first, complete=last)
        return added

    assert portions(*entries) == Added(new=9, dropped=2)
    full = archive.entry(EntryKey("k8"))
    assert full is not None
    assert list(full.siblings) == [each.key for each in entries]
    assert portions(*entries) == Added(unchanged=9, dropped=2)
    assert portions(*entries[:2], *entries[3:]) == Added(unchanged=8, withdrawn=1, dropped=2)
    assert len(list(archive.check())) == 0
