"""An index on top names the reports below it with their times, and none of its lines is one."""

from __future__ import annotations

from datetime import time

import pytest
from tests.unit.documents.reading import document

REPORTS = (
    ("16:05", "Fähre legt nach Tagen wieder ab", "Der Hafen ist offen. Das Wasser sinkt seit dem Mittag."),
    ("15:20", "Damm bei Ulm hält bislang", "Helfer füllen Säcke mit Sand. Bis zum Abend soll es reichen."),
    ("14:02", "Schulen bleiben am Montag zu", "In drei Kreisen fällt der Unterricht aus. Es gibt Ausnahmen."),
    ("13:11", "Rat der Stadt tagt im Zelt", "Die Verwaltung zieht um. Ihr Keller steht unter Wasser."),
)
SHORT = ("Fähre fährt", "Damm hält", "Schulen zu", "Rat im Zelt")


@pytest.mark.parametrize("shortened", [False, True])
@pytest.mark.parametrize("top", ["", "Das Wichtigste im Überblick:\n\n", "Springen Sie direkt zu:\n"])
@pytest.mark.parametrize(
    "listed", ["{t} Uhr: {k}", "• {t} {k}", "{k} ({t} Uhr)", "{t}\n{k}", "{k}\n{t} Uhr", "{t} – {k}"]
)
@pytest.mark.parametrize(
    "told", ["{t} Uhr: {k}\n{b}", "{t} Uhr\n{k}\n{b}", "{k} ({t} Uhr)\n{b}", "{k}\n\n{t} Uhr: {b}"]
)
def test_an_index_is_no_report(told: str, listed: str, top: str, *, shortened: bool) -> None:
    index = "\n".join(
        listed.format(t=clock, k=short if shortened else head)
        for (clock, head, _), short in zip(REPORTS, SHORT, strict=True)
    )
    reports = (told.format(t=clock, k=head, b=body) for clock, head, body in REPORTS)
    entries = document("\n\n".join(("Liveticker zur Flut", f"{top}{index}", *reports))).entries
    assert [(f"{entry.moment.clock:%H:%M}", entry.headline, entry.paragraphs) for entry in entries] == [
        (clock, head, (body,)) for clock, head, body in REPORTS
    ]


@pytest.mark.parametrize("sign", ["|", "•", "+++"])
def test_an_index_in_one_line_is_none_either(sign: str) -> None:
    index = f" {sign} ".join(f"{clock} {head}" for clock, head, _ in REPORTS)
    reports = (f"{clock} Uhr – {head}\n{body}" for clock, head, body in REPORTS)
    entries = document("\n\n".join(("Liveticker zur Flut", index, *reports))).entries
    assert [(entry.headline, entry.paragraphs) for entry in entries] == [(head, (body,)) for _, head, body in REPORTS]


def test_a_headline_that_begins_with_a_time_is_no_index() -> None:
    page = ["Liveticker zur Flut", *(f"{clock} Uhr | 20:15 Uhr: {head}\n{body}" for clock, head, body in REPORTS)]
    entries = document("\n\n".join(page)).entries
    assert [entry.headline for entry in entries] == [f"20:15 Uhr: {head}" for _, head, _ in REPORTS]


def test_headlines_without_texts_whose_times_come_once_are_reports() -> None:
    page = ["Liveticker zur Flut", *(f"{clock} Uhr: {head}" for clock, head, _ in REPORTS[:3])]
    page += [f"{clock} Uhr: {head}\n{body}" for clock, head, body in REPORTS[3:]]
    clocks = [entry.moment.clock for entry in document("\n\n".join(page)).entries]
    assert clocks == [time.fromisoformat(clock) for clock, _, _ in REPORTS]
