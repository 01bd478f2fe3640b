"""Lists and tables inside a text are of that text, whatever times and figures their lines begin with."""

from __future__ import annotations

from datetime import time

import pytest
from tests.unit.documents.reading import document

from warticker.model import DocumentKind

LISTS = {
    "a timetable": ("06:15 Uhr ab Pokrowsk nach Dnipro", "09:40 Uhr ab Pokrowsk nach Lwiw", "14:05 Uhr ab Lyman"),
    "spans of time": ("09:00 – 09:45 Eröffnung", "09:45 – 11:00 Was Abschreckung kostet", "11:00 – 11:30 Kaffee"),
    "spans behind names": ("Kiew 01:14–04:52", "Charkiw 00:20–05:31", "Odessa 02:02–03:10"),
    "opening hours": ("Montag bis Freitag: 8.00 bis 20.00 Uhr", "Samstag: 9.00 bis 18.00 Uhr", "Sonntag: geschlossen"),
    "appointments": ("Montag, 9 Uhr: Rat der Stadt", "Dienstag, 14.30 Uhr: Runde der Vereine", "Freitag: Abschluss"),
    "a table by hours": ("06 Uhr  -3 Grad  bewölkt", "12 Uhr  1 Grad  Schneeregen", "18 Uhr  -1 Grad  Schnee"),
    "chapters": ("00:00 Begrüßung", "02:14 Wie viele Werke noch laufen", "41:30 Ausblick"),
    "figures": ("Soldaten: 1.158.030 (+1.050 zum Vortag)", "Panzer: 11.351 (+7)", "Flugzeuge: 428 (+0)"),
    "a table": ("Rheinmetall 1.612,50 -4,1% 12:03", "Hensoldt 71,20 -3,3% 12:03", "Renk 52,85 -2,9% 12:02"),
    "a count": ("1. Bohdan Hnatjuk gewinnt knapp", "2. Witalij Schewtschuk folgt", "3. Oleh Petrenko holt auf"),
}
ABOVE = (
    "Die Stadt hat am Morgen eine neue Aufstellung veröffentlicht. Sie gilt von diesem Samstag an bis in den Dezember."
)
BELOW = "Bis dahin werde sich nichts mehr ändern, teilte die Verwaltung mit. Wer Fragen hat, soll anrufen."


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("lines", LISTS.values(), ids=LISTS.keys())
def test_the_lines_of_a_list_are_an_articles_paragraphs(lines: tuple[str, ...], gap: str) -> None:
    read = document("\n\n".join(("Was die Stadt bis zum Winter vorhat", ABOVE, gap.join(lines), BELOW)))
    assert read.kind is DocumentKind.ARTICLE
    (entry,) = read.entries
    assert entry.paragraphs == (ABOVE, *(" ".join(line.split()) for line in lines), BELOW)


SENTENCES = {
    "the course of a night": ("3.08 Uhr: Die Fähre legt ab.", "3.20 Uhr: Sie läuft auf Grund.", "3.25 Uhr: Sie sinkt."),
    "a talk": ("[23:14] Anna: Bist du im Keller?", "[23:15] Lena: Ja, mit allen", "[23:31] Anna: Komm heim!"),
}


@pytest.mark.parametrize("lines", SENTENCES.values(), ids=SENTENCES.keys())
def test_sentences_with_times_that_stand_as_a_paragraph_are_of_an_article(lines: tuple[str, ...]) -> None:
    read = document("\n\n".join(("Was die Stadt bis zum Winter vorhat", ABOVE, "\n".join(lines), BELOW, ABOVE)))
    assert [entry.paragraphs for entry in read.entries] == [(ABOVE, *lines, BELOW, ABOVE)]
    read = document("\n\n".join(("Flut-Ticker", ABOVE, "\n".join(lines), BELOW)))
    assert len([entry for entry in read.entries if entry.moment.clock]) == len(lines)


def test_the_times_of_a_list_part_no_entry_of_a_ticker() -> None:
    page = "\n".join(
        (
            "Liveticker zum Hochwasser",
            "18:05 Bahn ändert ihren Fahrplan",
            "Die Züge fahren ab Samstag zu neuen Zeiten. Es sind drei am Tag.",
            *LISTS["a timetable"],
            "Das teilte die Bahn am Abend mit.",
            "17:40 Deich hält",
            "Die Helfer haben ihn in der Nacht erhöht. Das Wasser fällt.",
            "17:10 Schule bleibt zu",
            "Der Unterricht fällt bis Montag aus. Die Halle ist eine Unterkunft.",
        )
    )
    entries = document(page).entries
    assert [entry.moment.clock for entry in entries] == [time(18, 5), time(17, 40), time(17, 10)]
    assert entries[0].paragraphs[1:4] == LISTS["a timetable"]


def test_entries_of_one_line_each_are_no_list() -> None:
    lines = ("18:05 Deich an der Elbe hält", "17:40 Schulen bleiben zu", "17:10 Bahn sperrt Brücke")
    read = document("Liveticker zum Hochwasser\n\nDie wichtigsten Meldungen des Tages.\n\n" + "\n".join(lines))
    assert read.kind is DocumentKind.TICKER
    assert [entry.headline for entry in read.entries] == [line[6:] for line in lines]


@pytest.mark.parametrize(
    "lines",
    [
        ("14. November: Damm hält", "13. November: Altstadt gesperrt", "12. November: Wasser steigt"),
        ("1. 18:05 Deich an der Elbe hält", "2. 17:40 Schulen bleiben zu", "3. 17:10 Bahn sperrt Brücke"),
    ],
    ids=["days", "numbered times"],
)
def test_what_is_counted_and_dated_is_no_list(lines: tuple[str, ...]) -> None:
    entries = document("\n\n".join(("Lage am Fluss", ABOVE, "\n".join(lines)))).entries
    assert [entry.headline for entry in entries[-3:]] == [line.split(" ", 2)[2] for line in lines]


def test_the_first_of_counted_parts_is_not_the_title() -> None:
    strom, gas = "Das Netz fiel an zwölf Tagen aus. Es war kalt.", "Die Speicher sind halb voll. Es reicht bis März."
    page = f"Der Winter in Zahlen\n\n1. Strom\n{strom}\n\n2. Gas\n{gas}"
    read = document(page)
    assert read.title == "Der Winter in Zahlen"
    assert [entry.headline for entry in read.entries] == ["1. Strom", "2. Gas"]


ENTRIES = """
Liveticker zum Hochwasser

18:05 Bahn ändert ihren Fahrplan
Die Züge fahren ab Samstag zu neuen Zeiten. Es sind drei am Tag.

{entry}

17:10 Schule bleibt zu
Der Unterricht fällt bis Montag aus. Die Halle ist eine Unterkunft.

16:30 Deich hält
Die Helfer haben ihn in der Nacht erhöht. Das Wasser fällt.
"""


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Zwei Pegel sind gefallen.", "Passau: 7,90 Meter", "Deggendorf: 6,10 Meter", "Das teilte das Amt mit."),
        (
            "Wie steht es um die Deiche?",
            "Sie sind nass. Noch halten sie.",
            "Was folgt daraus?",
            "Es braucht mehr Sand.",
        ),
        ("Passau: 7,90 Meter", "Deggendorf: 6,10 Meter", "Ulm: 3,40 Meter", "Das teilte das Amt mit."),
        ("Der Plan hat zwei Teile.", "Deiche", "Sie werden höher gebaut.", "Geld", "Es kommt vom Land."),
        (
            "Das Amt meldet sich zu Wort. Das Wasser fällt.",
            "— Hafenamt Ulm (@hafenulm) 14. November 2025",
            "Mehr schrieb das Amt nicht.",
        ),
        ("Frage: Wie hoch ist das Wasser?", "Antwort: Es fällt.", "Frage: Bleibt es so?", "Antwort: Das hoffen wir."),
    ],
    ids=["two rows", "questions", "rows below the headline", "subheads", "a post", "turns"],
)
def test_what_stands_in_an_entry_is_of_its_text(paragraphs: tuple[str, ...]) -> None:
    entry = "\n".join(("17:40 Die Lage an der Donau", *paragraphs))
    entries = document(ENTRIES.format(entry=entry)).entries
    assert [found.moment.clock for found in entries] == [time(18, 5), time(17, 40), time(17, 10), time(16, 30)]
    assert entries[1].paragraphs == paragraphs
