"""Sports tickers whose entries have minutes of play."""

from __future__ import annotations

from datetime import time

import pytest
from tests.unit.documents.reading import document

from warticker.intake.lines.play import play
from warticker.model import DocumentKind

TEXTS = (
    "Der Torwart lenkt den Ball an den Pfosten. Die Abwehr klärt.",
    "Langer Pass nach rechts. Der Flügel ist abgemeldet.",
    "Die Gäste wechseln zweimal. Es bleibt eng.",
)


@pytest.mark.parametrize(
    "minutes",
    [("88", "71", "60"), ("88.", "71.", "60."), ("90+2", "90.+1", "45'+1"), ("88. Min", "71. Min", "60. Min")],
)
def test_minutes_alone_on_their_lines_part_entries_without_times(minutes: tuple[str, ...]) -> None:
    page = "Konferenz live\n" + "\n".join(f"{minute}\n{text}" for minute, text in zip(minutes, TEXTS, strict=True))
    read = document(page)
    assert read.kind is DocumentKind.TICKER
    assert [(entry.moment.clock, entry.paragraphs) for entry in read.entries] == [(None, (text,)) for text in TEXTS]


def test_a_minute_with_its_text_beside_it_begins_an_entry_and_stays_in_it() -> None:
    page = f"Das Derby im Ticker\n\n60. Minute | {TEXTS[0]}\n\n57. Minute | {TEXTS[1]}"
    assert [entry.paragraphs for entry in document(page).entries] == [
        (f"60. Minute | {TEXTS[0]}",),
        (f"57. Minute | {TEXTS[1]}",),
    ]


def test_a_minute_with_a_stop_and_a_stroke_begins_an_entry() -> None:
    lines = [f"{minute} {text}" for minute, text in zip(("90.+4'", "77.'", "12.'"), TEXTS, strict=True)]
    read = document("Das Derby im Ticker\n\n" + "\n\n".join(lines))
    assert read.kind is DocumentKind.TICKER
    assert [entry.paragraphs for entry in read.entries] == [(line,) for line in lines]


NUMBERED = (
    "90 Spielende",
    "90 Gelb für den Torwart",
    "90 Drei Minuten gibt es obendrauf.",
    "88 Eckball, geklärt.",
    "87 Wechsel bei den Gästen",
    "71 Der Pfosten rettet.",
    "60 Tor für die Gäste",
    "46 Weiter geht es.",
)


def test_numbers_that_begin_most_lines_of_a_page_and_fall_are_minutes() -> None:
    read = document("Das Derby im Ticker\n\n" + "\n\n".join(NUMBERED))
    assert read.kind is DocumentKind.TICKER
    assert [" ".join((entry.headline, *entry.paragraphs)).strip() for entry in read.entries] == list(NUMBERED)


def test_numbers_that_run_both_ways_are_no_minutes() -> None:
    assert play([*NUMBERED[:4], "96 Gäste sind da", *NUMBERED[4:]]) == {}


def test_minutes_beside_times_of_day_are_no_part_of_an_entry() -> None:
    page = "\n".join(f"8{n}. Min\n19:4{n}\n{text}" for n, text in zip((9, 8, 7), TEXTS, strict=True))
    entries = document(page).entries
    assert [entry.moment.clock for entry in entries] == [time(19, 49), time(19, 48), time(19, 47)]
    assert [entry.paragraphs for entry in entries] == [(text,) for text in TEXTS]


@pytest.mark.parametrize("laps", ["Runde 52/52", "Runde 52", "52/52"])
def test_laps_begin_entries_though_they_run_by_ones(laps: str) -> None:
    page = "\n\n".join(f"{laps.replace('52', str(52 - n), 1)}: {text}" for n, text in enumerate(TEXTS))
    read = document(f"Das Rennen im Live-Ticker\n\n{page}")
    assert read.kind is DocumentKind.TICKER
    assert [entry.paragraphs for entry in read.entries] == [(line,) for line in page.split("\n\n")]


@pytest.mark.parametrize(
    "numbers", [("1", "2", "3"), ("3", "3", "3"), ("3.", "2.", "1."), ("88", "12", "60"), ("990", "880", "770")]
)
def test_what_counts_a_list_or_runs_both_ways_is_no_minute(numbers: tuple[str, ...]) -> None:
    texts = [line for pair in zip(numbers, TEXTS, strict=True) for line in pair]
    assert play(texts) == {}


def test_a_column_of_figures_is_no_minutes() -> None:
    assert play(["90", "60", "30", TEXTS[0]]) == {}


def test_minutes_with_seconds_part_entries_below_the_time_of_the_pages_last_change() -> None:
    page = "Konferenz live\nLetzte Aktualisierung: 05:53:05\n" + "\n".join(
        f"{clock}\n{text}" for clock, text in zip(("89:36", "88:02", "65:58"), TEXTS, strict=True)
    )
    assert [entry.paragraphs for entry in document(page).entries] == [(text,) for text in TEXTS]
