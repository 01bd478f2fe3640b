"""Through the public door: nothing is lost, days are worked out, keys name entries, our own YAML comes back."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.documents.reading import document
from tests.unit.growth import grows_by_size

from warticker.errors import NoEntriesError, SourceError, WartickerError
from warticker.intake import Provenance, read
from warticker.model import DocumentKind
from warticker.records import to_json, to_yaml


def days(text: str) -> list[str]:
    return [f"{e.moment.day:%d.%m.}" if e.moment.day else "" for e in document(text).entries]


PIECES = st.sampled_from(
    [
        "+++ 16:05 Fähre sinkt im Hafen +++",
        "+++ 14:20 Kein Ende der Streiks",
        "+++ Alle Infos finden Sie hier +++",
        "16.05 Uhr: Die Fähre ist gesunken. Niemand wurde verletzt.",
        "09:12 Uhr",
        "14.11.2025, 00:10 Uhr",
        "Freitag, 14. November",
        "Streiks legen Häfen lahm",
        "Die Streiks legen seit Tagen alle Häfen lahm. Ein Ende ist nicht in Sicht.",
        "Ein Kran am Kai. (Foto: dpa)",
        "Foto: Hafenbehörde",
        "Politik",
        "-",
        "Auch interessant: Wie Kräne gebaut werden",
        "Was wird nun aus den Häfen?",
        "• Häfen bleiben zu (09.12 Uhr)",
        "",
        "Ukraine-Krieg im Liveticker+++ 12:00 Ein Satz +++ Noch ein Satz.",
        "Vor 2 Stunden Der Kai ist wieder frei.",
        "Quelle: https://example.org/a",
    ]
)


def stamped_words() -> frozenset[str]:
    return frozenset({"uhr", "freitag", "november", "vor", "stunden"})


@given(st.lists(st.one_of(PIECES, PIECES, st.text("aB .:+-1\n|", max_size=12)), max_size=25))
@settings(max_examples=400)
def test_every_word_is_in_an_entry_the_title_or_dropped(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    try:
        read_in = document(text)
    except NoEntriesError:
        return
    kept = "\n".join([read_in.title, *read_in.dropped, *(entry.text for entry in read_in.entries)])
    words = [Counter(re.findall(r"[^\W\d_]+", each.casefold())) for each in (text, kept)]
    # A word that was divided between two lines is one again.
    divided = re.findall(r"([^\W\d_]+)-\s*\n\s*(?=([^\W\d_]+))", text.casefold())
    lost = words[0] - words[1]
    assert set(lost) <= stamped_words().union(*divided)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_document_or_one_error(data: bytes) -> None:
    try:
        stories = read(data, name="page")
    except WartickerError as error:
        message = str(error)
    else:
        message = stories[0].document.title
    assert "\n" not in message


@given(st.lists(PIECES, min_size=1, max_size=20))
def test_keys_are_unique_and_the_same_each_time(pieces: list[str]) -> None:
    try:
        first, again = (document("\n".join(pieces)) for _ in range(2))
    except NoEntriesError:
        return
    keys = [entry.key for entry in first.entries]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"[a-z2-7]{10}", key) for key in keys)
    assert first == again


def test_a_key_survives_a_mended_text_and_new_entries_above() -> None:
    before = document("+++ 16:05 Fähre sinkt +++\nAlt.\n+++ 15:00 Streik endet +++\nText.")
    after = document("+++ 17:00 Neues +++\nText.\n+++ 16:05 Fähre sinkt +++\nNeu.\n+++ 15:00 Streik endet +++\nText.")
    assert [entry.key for entry in before.entries] == [entry.key for entry in after.entries][1:]


TICKER = "Liveticker\n{stamp}\n" + "\n".join(
    f"+++ {clock} Lage um {clock} +++\nText dazu." for clock in ("16:05", "00:42", "23:10")
)


@pytest.mark.parametrize(
    ("stamp", "found"),
    [
        ("14.11.2025, 00:10 Uhr", ["14.11.", "14.11.", "13.11."]),
        ("Stand: 14.11.2025, 16:20 Uhr", ["14.11.", "14.11.", "13.11."]),
        ("Stand: 15.11.2025, 00:05 Uhr", ["14.11.", "14.11.", "13.11."]),
        ("14.11.2025, 22:58 Uhr", ["15.11.", "15.11.", "14.11."]),
        ("", ["", "", ""]),
    ],
)
def test_days_follow_from_the_pages_stamp_and_midnight(stamp: str, found: list[str]) -> None:
    assert days(TICKER.format(stamp=stamp)) == found


def test_without_a_stamp_the_time_is_known_and_nothing_is_guessed() -> None:
    entry = document(TICKER.format(stamp="")).entries[0]
    assert (entry.moment.day, entry.moment.clock, entry.moment.inferred) == (None, time(16, 5), False)


def test_a_late_entry_is_no_midnight() -> None:
    text = "14.11.2025, 00:10 Uhr\n" + "\n".join(
        f"{clock} Uhr: Es ist etwas geschehen." for clock in ("22:48", "22:47", "22:49", "09:00")
    )
    assert set(days(text)) == {"14.11."}


def test_entries_in_the_order_of_time_are_dated_too() -> None:
    text = "Stand: 15.11.2025, 02:00 Uhr\n" + "\n".join(
        f"{clock}: Es ist etwas geschehen." for clock in ("22:10", "23:40", "0:20", "1:50")
    )
    assert days(text) == ["14.11.", "14.11.", "15.11.", "15.11."]


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    clocks = ("03:10", "02:50", "02:05", "02:55", "02:10", "01:00")
    text = "26.10.2025, 00:10 Uhr\n" + "\n".join(
        f"+++ {clock} Lage {n} +++\nText dazu." for n, clock in enumerate(clocks)
    )
    moments = [entry.moment for entry in document(text).entries]
    assert [moment.clock.fold for moment in moments if moment.clock] == [0, 1, 1, 0, 0, 0]
    times = [moment.at for moment in moments if moment.at]
    assert sorted((t.timestamp() for t in times), reverse=True) == [t.timestamp() for t in times]


def test_a_weekday_and_the_years_in_the_text_tell_a_headings_year() -> None:
    text = "Samstag, 25. November\n+++ Der Hafen ist frei. Seit 2023 wurde gebaut.\n+++ Der Streik endet. So heißt es."
    assert days(text) == ["25.11.", "25.11."]
    assert document(text).entries[0].moment.day == date(2023, 11, 25)
    assert days(text.replace("2023", "Jahren")) == ["", ""]


def test_a_report_without_headline_above_the_first_stamp_is_an_entry() -> None:
    read_in = document("Die Fähre ist gesunken. Alle sind gerettet.\n\n+++ 14:20 Streik endet +++\n\nAlles läuft.")
    assert [(e.headline, e.moment.clock) for e in read_in.entries] == [("", None), ("Streik endet", time(14, 20))]


def test_a_sentence_that_only_announces_the_ticker_is_none() -> None:
    read_in = document(
        "Streik in den Häfen\nAlle Neuigkeiten finden Sie im Liveblog.\n14:20 Uhr: Er endet.\n13:00 Uhr: Er dauert an."
    )
    assert [e.moment.clock for e in read_in.entries] == [time(14, 20), time(13)]
    assert read_in.title == "Streik in den Häfen"


def test_an_article_has_sections_and_drops_links_that_its_text_does_not_take_up() -> None:
    read_in = document(
        "Häfen stehen still\nVon Erika Muster\nStand: 14.11.2025, 16:45 Uhr\n"
        "In den Häfen ruht seit heute die Arbeit. Die Kräne stehen still.\n"
        "Gewerkschaft fordert höhere Löhne für alle Beschäftigten an der Küste\n"
        "Die Gewerkschaft verlangt höhere Löhne. Die Beschäftigten hätten lange gewartet.\n"
        "Zoo in Leipzig freut sich über seltenen Nachwuchs bei den Ameisenbären\n"
        "Ein Angebot der Arbeitgeber lehnte sie ab. Man bleibe hart.\n"
        "Lesen Sie auch: Was ein Kran kostet\nKommentare (3)\n"
    )
    assert read_in.kind is DocumentKind.ARTICLE
    assert [(e.headline.split()[0], len(e.paragraphs)) for e in read_in.entries] == [("Häfen", 1), ("Gewerkschaft", 2)]
    assert read_in.published.day == date(2025, 11, 14)
    assert read_in.entries[0].moment.day is None
    assert any(line.startswith("Zoo") for line in read_in.dropped)


def test_the_address_of_a_source_line_is_kept_and_never_dates_the_page() -> None:
    read_in = document("Die Kräne stehen still. Der Hafen ruht.\nQuelle: https://www.example.org/2019/05/07/kraene")
    assert (read_in.source, read_in.address) == ("example.org", "https://www.example.org/2019/05/07/kraene")
    assert read_in.published.day is None


def test_the_site_of_a_source_line_is_the_outlet_and_an_agency_is_not() -> None:
    assert document("Die Kräne stehen still. Der Hafen ruht.\nQuelle: example.org, mus/dpa").source == "example.org"
    assert document("Die Kräne stehen still. Der Hafen ruht.\nQuelle: dpa").source is None


def test_an_outlet_that_does_not_name_itself_goes_by_its_host() -> None:
    text = b"+++ 16:05 Kran steht +++\nDer Hafen ruht seit heute.\n+++ 15:05 Tor zu +++\nDas Tor bleibt geschlossen."
    addresses = ("https://www.hafen.example/live", "https://hafen.example/archiv", "https://deich.example/live")
    one, other, foreign = (
        read(text, name="page", provenance=Provenance(address=address))[0].document for address in addresses
    )
    assert (one.source, foreign.source) == ("hafen.example", "deich.example")
    assert [entry.key for entry in one.entries] == [entry.key for entry in other.entries]
    assert not {entry.key for entry in one.entries} & {entry.key for entry in foreign.entries}


def test_a_label_with_more_on_its_line_dates_the_page_and_begins_no_entry() -> None:
    read_in = document(
        "Streik in den Häfen\nVeröffentlicht am 14.11.2025Lesedauer: 2 Minuten\n"
        "16:05 Uhr – Kräne stehen still\nNichts geht mehr.\n15:00 Uhr – Verhandlungen beginnen\nMan redet."
    )
    assert [entry.moment.clock for entry in read_in.entries] == [time(16, 5), time(15)]
    assert {entry.moment.day for entry in read_in.entries} == {date(2025, 11, 14)}


def test_lists_in_a_report_stay_in_it() -> None:
    read_in = document("+++ 16:05 Streik +++\nDas ist bekannt:\n- Drei Häfen ruhen\n- Züge fahren\nMehr nicht.")
    assert read_in.entries[0].paragraphs == ("Das ist bekannt:", "- Drei Häfen ruhen", "- Züge fahren", "Mehr nicht.")


def test_paragraphs_that_end_with_an_agency_are_no_captions() -> None:
    read_in = document(
        "16.05 Uhr\nStreik endet\nDer Streik ist vorbei. (dpa)\n15.00 Uhr\nKräne stehen\nAlles ruht. (sda/afp)"
    )
    assert [entry.paragraphs for entry in read_in.entries] == [
        ("Der Streik ist vorbei. (dpa)",),
        ("Alles ruht. (sda/afp)",),
    ]


def test_paragraphs_broken_at_a_margin_are_whole_again() -> None:
    read_in = document(
        "Häfen stehen still\n\n"
        "In den Häfen ruht seit heute die Arbeit, und die Kräne\nstehen still. Ein Ende ist noch nicht in Sicht,\n"
        "sagte eine Sprecherin.\n\nAuch die Bahn ist\nbetroffen."
    )
    assert [len(entry.paragraphs) for entry in read_in.entries] == [2]


def test_our_own_yaml_comes_back_as_it_was() -> None:
    stories = read(TICKER.format(stamp="14.11.2025, 00:10 Uhr").encode(), name="page")
    part = tuple(replace(story, whole=False) for story in stories)
    assert read(f"# Ein Kommentar\n{to_yaml(stories)}".encode(), name="any-name.txt") == part
    assert read("\n".join(map(to_json, stories)).encode(), name="any-name.jsonl") == part
    assert len(read(to_yaml([*stories, *stories]).encode(), name="page")) == 2


def test_yaml_that_was_written_by_hand_is_keyed_and_made_safe() -> None:
    text = 'title: Häfen\naddress: "javascript:alert(1)"\nentries:\n- headline: "Rot\\e[31m"\n  paragraphs: [Text.]\n'
    (story,) = read(text.encode(), name="page")
    (entry,) = story.document.entries
    assert re.fullmatch(r"[a-z2-7]{10}", entry.key)
    assert (entry.headline, story.document.address) == ("Rot", None)


def test_damaged_yaml_is_told_with_its_line() -> None:
    with pytest.raises(SourceError, match=r"^page: .*line \d"):
        read(b"title: x\nentries:\n  - headline: [offen\n    key: a\n", name="page")


@pytest.mark.parametrize(
    "unit",
    [
        "+++ ",
        "16:05 Uhr: ",
        "16:05\n",
        '"',
        "(",
        "Foto: x\n",
        "K +++ ",
        "a b c: ",
        "- \n",
        "entries:\n",
        "Freitag\n",
        ". 16.05 Uhr: ",
    ],
)
def test_hostile_pages_are_read_in_reasonable_time(unit: str) -> None:
    def reading(size: int) -> None:
        with suppress(WartickerError):
            read((unit * (size // len(unit))).encode(), name="page")

    grows_by_size(reading, 2**16)
