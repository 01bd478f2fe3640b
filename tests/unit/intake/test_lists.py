"""Lines of an entry that look like entries, and entries that look like the lines of a list."""

from __future__ import annotations

from datetime import time

import pytest
from tests.unit.documents.disturbances import document

from warticker.model import DocumentKind

ABOVE = (
    "Die Stadt hat am Morgen eine neue Aufstellung veröffentlicht. Sie gilt von diesem Samstag an bis in den Dezember."
)


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
        (
            "Das Wasser steigt langsamer.",
            "Update 17:55 Uhr: Zwei Dörfer sind geräumt.",
            "Update 18:01 Uhr: Es gibt Strom.",
        ),
        (
            "Wie steht es um die Deiche?",
            "Sie sind nass. Noch halten sie.",
            "Was folgt daraus?",
            "Es braucht mehr Sand.",
        ),
        ("Der Plan hat zwei Teile.", "Deiche", "Sie werden höher gebaut.", "Geld", "Es kommt vom Land."),
        (
            "Das Amt meldet sich zu Wort. Das Wasser fällt.",
            "— Hafenamt Ulm (@hafenulm) 14. November 2025",
            "Mehr schrieb das Amt nicht.",
        ),
        ("Frage: Wie hoch ist das Wasser?", "Antwort: Es fällt.", "Frage: Bleibt es so?", "Antwort: Das hoffen wir."),
    ],
    ids=["updates", "questions", "subheads", "a post", "turns"],
)
def test_what_stands_in_an_entry_is_of_its_text(paragraphs: tuple[str, ...]) -> None:
    entry = "\n".join(("17:40 Die Lage an der Donau", *paragraphs))
    entries = document(ENTRIES.format(entry=entry)).entries
    assert [found.moment.clock for found in entries] == [time(18, 5), time(17, 40), time(17, 10), time(16, 30)]
    assert entries[1].paragraphs == paragraphs
