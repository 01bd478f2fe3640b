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


def read(archive: FileArchive, *entries: Entry, page: str = "eins", at: datetime = FIRST, feed: bool = False) -> Added:
    kind = DocumentKind.FEED if feed else DocumentKind.TICKER
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


def test_an_address_of_its_own_keeps_the_entry_however_it_reads() -> None:
    archive = FileArchive()
    where = "https://ticker.example/eins#7"
    read(archive, replace(hour("a", "10:00"), address=where))
    other = replace(hour("x", "12:00", "Ganz anders", "Nichts davon stimmt mehr."), address=where)
    assert read(archive, other, at=SECOND).changed == 1
    assert found(archive) == "a"


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


def test_a_feed_withdraws_nothing() -> None:
    archive = FileArchive()
    read(archive, hour("c", "12:00"), hour("b", "11:00"), hour("a", "10:00"), feed=True)
    assert read(archive, hour("c", "12:00"), hour("a", "10:00"), feed=True).withdrawn == 0


def test_only_what_is_not_kept_so_is_lacking() -> None:
    archive = FileArchive()
    read(archive, hour("b", "11:00"), hour("a", "10:00"))
    again = Document(
        "Ticker", DocumentKind.TICKER, (hour("c", "12:00"), hour("b", "11:00", body="Neu."), hour("a", "10:00")), "ntv"
    )
    assert archive.lacking(again) == {0, 1}


def test_a_long_page_comes_in_portions() -> None:
    archive = FileArchive()
    entries = [hour(f"k{n}", f"{23 - n:02}:00") for n in range(9)]

    def portions(*kept: Entry) -> Added:
        document = Document("Ticker", DocumentKind.TICKER, kept, "ntv", dropped=("Menü", "Impressum"))
        added, page = Added(), identity.page(document)
        for first in range(0, len(kept), 4):
            some = replace(document, entries=kept[first : first + 4])
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
