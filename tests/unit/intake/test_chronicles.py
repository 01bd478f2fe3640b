"""Chronicles: days that part a text, alone on their lines or before headlines, with a year or without."""

from __future__ import annotations

from datetime import date

import pytest
from tests.unit.documents.reading import document

from warticker.model import DocumentKind

HEADS = ("Ufer gesperrt", "Damm hält stand", "Wasser sinkt")
TEXTS = (
    "Die Stadt sperrt das Ufer. In der Altstadt gilt ein Fahrverbot.",
    "Helfer sichern den Damm mit Sand. Der Rat spricht von einem Erfolg.",
    "Der Fluss geht zurück. Die Anwohner dürfen in ihre Häuser.",
)


@pytest.mark.parametrize("year", [" 2022", ""])
@pytest.mark.parametrize("heads", [HEADS, ("", "", "")])
def test_days_alone_on_their_lines_part_a_chronicle(year: str, heads: tuple[str, ...]) -> None:
    days = (f"24. Februar{year}", f"14. April{year}", f"30. September{year}")
    lines = ("\n\n".join(filter(None, entry)) for entry in zip(days, heads, TEXTS, strict=True))
    read = document("\n\n".join(("Chronik: Was bisher geschah", "Stand: 03.10.2022, 15:00 Uhr", *lines)))
    assert [entry.moment.day for entry in read.entries] == [date(2022, 2, 24), date(2022, 4, 14), date(2022, 9, 30)]
    assert [(entry.headline, entry.paragraphs) for entry in read.entries] == [
        (head, (text,)) for head, text in zip(heads, TEXTS, strict=True)
    ]


def test_a_link_below_one_day_of_a_chronicle_does_not_undo_it() -> None:
    days = ("24. Februar", "14. April", "30. September", "1. Oktober")
    lines = [f"{day}\n{text}" for day, text in zip(days, (*TEXTS, TEXTS[0]), strict=True)]
    lines[1] += "\n\nWie eine Stadt mit dem Wasser lebt"
    assert len(document("Chronik der Flut\n\n" + "\n\n".join(lines)).entries) == len(days)


def test_a_dash_parts_a_day_from_its_headline() -> None:
    days = ("24. Februar 2022", "14. April 2022", "30. September 2022")
    lines = (f"{day} – {head}\n\n{text}" for day, head, text in zip(days, HEADS, TEXTS, strict=True))
    read = document("Die Flut\n\n" + "\n\n".join(lines))
    assert read.kind is DocumentKind.TICKER
    assert [(entry.headline, entry.paragraphs) for entry in read.entries] == [
        (head, (text,)) for head, text in zip(HEADS, TEXTS, strict=True)
    ]


@pytest.mark.parametrize("year", [" 2022", ""])
def test_a_chronicle_that_lost_its_lines_is_parted_at_its_days(year: str) -> None:
    texts = [f"{text} Das sagte ein Sprecher der Stadt, die seit Wochen mit dem Wasser lebt." for text in TEXTS]
    days = (f"24. Februar{year}", f"14. April{year}", f"30. September{year}")
    page = " ".join(f"{day}: {text}" for day, text in zip(days, texts, strict=True))
    read = document(f"Ein Rückblick auf die Flut, die am 24. Februar 2022 begann:\n{page}")
    assert [entry.paragraphs for entry in read.entries] == [(text,) for text in texts]


def test_days_that_run_both_ways_part_no_line() -> None:
    text = (
        "Am Fluss gelten drei Fristen. 30. Mai: Antrag. 14. April: Bescheid. 1. Juni: Zahlung. "
        + "Das Amt hilft. " * 30
    )
    (entry,) = document(f"Was Anwohner wissen müssen\n\n{text}").entries
    assert len(entry.paragraphs) == 1


def test_headlines_of_a_chronicle_that_lost_its_lines_are_parted_from_their_texts() -> None:
    told = [
        ("20. Mai", "Damm bei Ruse bricht", "Der Damm ist in der Nacht gebrochen. Niemand wurde verletzt, hieß es."),
        ("21. Mai", "Zwei Dörfer ohne Strom", "Die Dörfer sind seit dem Morgen ohne Strom. Es gibt Pumpen aus Lom."),
        ("22. Mai", "Pegel an der Donau fällt", "Das Wasser geht zurück. Die Helfer ziehen am Abend nach und nach ab."),
        ("23. Mai", "Helfer feiern am Hafen", "Am Hafen wird gefeiert. Der Rat dankt allen, die Säcke gefüllt haben."),
    ]
    entries = document(" ".join(f"{day}: {head} {text}" for day, head, text in told)).entries
    assert [(entry.headline, entry.paragraphs) for entry in entries] == [(head, (text,)) for _, head, text in told]


def test_days_without_a_year_follow_the_one_that_has_it_and_several_count_from_the_first() -> None:
    days = ("29. November 2013", "7. Dezember", "19. bis 22. Jänner", "2. Februar")
    page = "\n\n".join(
        ["Chronik der Flut", *(f"{day}: {text}" for day, text in zip(days, (*TEXTS, TEXTS[0]), strict=True))]
    )
    entries = document(page).entries
    assert [entry.moment.day for entry in entries] == [
        date(2013, 11, 29),
        date(2013, 12, 7),
        date(2014, 1, 19),
        date(2014, 2, 2),
    ]
    assert [entry.paragraphs for entry in entries] == [(text,) for text in (*TEXTS, TEXTS[0])]
