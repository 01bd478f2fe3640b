"""Lines broken at a margin, and lines that only look so: headlines above their texts."""

from __future__ import annotations

from textwrap import fill

import pytest
from tests.unit.documents.reading import document

from warticker.model import Document

SOUTH = (
    "Die Stadt hat nach Angaben ihrer Sprecherin in der Nacht mehrere Ufer am Fluss gesperrt. Dabei wurde ein Lager "
    "mit Sand geleert, wie das Amt am Morgen mitteilte. Der Hafen äußerte sich dazu "
    "nicht, und auch das Land wollte noch nichts sagen, weil es nicht zuständig ist und erst am Abend mehr weiß."
)
NORTH = (
    "Bürgermeister Boris Muster sagte der Nachbarstadt bei einem Besuch am Ufer im Norden weitere "
    "Hilfe zu. Er sprach am Vormittag mit dem Rat über die Abwehr von Hochwasser und über die Reparatur von Deichen."
)


def contents(found: Document) -> list[tuple[str, tuple[str, ...]]]:
    return [(entry.headline, entry.paragraphs) for entry in found.entries]


@pytest.mark.parametrize("width", [39, 44, 60, 70, 72, 76, 100])
@pytest.mark.parametrize("over", range(1, 14))
def test_a_headline_longer_than_the_text_below_it_breaks_no_sentence(width: int, over: int) -> None:
    headline = ("Stadt sperrt Ufer am Fluss und leert ein Lager mit Sand " * 3)[: width + over].strip() + "d"
    found = document(f"{headline}\n{fill(SOUTH, width)}\n\n{fill(NORTH, width)}\n")
    assert [text.removeprefix(f"{headline} ") for entry in found.entries for text in entry.paragraphs] == [SOUTH, NORTH]


def test_short_lines_in_lower_case_below_stamped_headlines_are_texts() -> None:
    told = [
        ("Wasser steigt in Ruse", "laut Bürgermeisterin stehen zwei Keller voll"),
        ("Rat tagt in Lom", "er spricht über Sand"),
        ("Alarm im Hafen", "viele Leute sind am Kai"),
        ("Kran fällt um", "die Reparatur dauert bis zum Abend"),
        ("Boot treibt vor Ulm", "Passau schließt die Schleuse"),
    ]
    page = [f"{13 - at}:05 Uhr: {headline}\n{text}" for at, (headline, text) in enumerate(told)]
    for between in ("\n", "\n\n"):
        assert contents(document(between.join(page))) == [(headline, (text,)) for headline, text in told]


def test_names_of_files_below_short_lines_are_no_margin() -> None:
    page = (
        f"Ticker\n\n16:05\n\nDamm hält\n\n{SOUTH}\n\n+++ Alle Infos zum Fluss finden Sie hier +++\nbild-1.jpg\n\n"
        f"15:05\n\nDer Rat der Stadt vertagt sich auf den Abend\nDer Hafen bleibt zu\n\n{NORTH}\nMehr zum Thema\n"
        "bild-2.jpg\n"
    )
    assert "Abend Der Hafen" not in str(document(page))
