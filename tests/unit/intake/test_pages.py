"""Pages as outlets print them: what belongs to a report stays in it, and what frames it stays out."""

from __future__ import annotations

import pytest
from tests.unit.documents.reading import document

from warticker.model import Document, DocumentKind


def days(found: Document) -> list[str]:
    return [str(entry.moment.at)[:16] for entry in found.entries]


def headlines(found: Document) -> list[str]:
    return [entry.headline for entry in found.entries]


def test_a_lead_below_the_title_is_no_report() -> None:
    found = document(
        "Krise am Fluss\nSperrung in Ruse: Was am Mittwoch geschah\n"
        "Der Hafen in Ruse schließt wegen Hochwassers. Und: Ulm baut einen Damm.\n06.05.2025, 22.57 Uhr\n\n"
        "Hafen geschlossen\n\n22.31 Uhr: Der Hafen in Ruse ist wegen Hochwassers zu. Das sagt das Amt.\n\n"
        "Damm in Bau\n\n19.05 Uhr: In Ulm wird ein Damm gebaut. Er wird drei Meter hoch.\n"
    )
    assert found.title == "Sperrung in Ruse: Was am Mittwoch geschah"
    assert headlines(found) == ["Hafen geschlossen", "Damm in Bau"]


def test_a_lone_date_on_top_counts_midnights() -> None:
    found = document(
        "Liveticker zum Orkan\n30.03.2025\n+++ 03:05 Deich hält +++\nEr steht.\n+++ 01:58 Baum fällt +++\n"
        "Er liegt.\n+++ 23:10 Orkan kommt +++\nEs stürmt.\n"
    )
    assert days(found) == ["2025-03-30 03:05", "2025-03-30 01:58", "2025-03-29 23:10"]


def test_authors_stand_before_times() -> None:
    found = document(
        "Liveblog zur Wahl\n18. August 2025, 23:10\nMax Muster 23:04\nZählung beendet\nAlle Stimmen sind gezählt.\n"
        "Erika Beispiel 21:47\nErste Zahlen\nEs wird knapp, heißt es.\nMax Muster 18:00\nLokale zu\nEs wird gezählt.\n"
    )
    assert headlines(found) == ["Zählung beendet", "Erste Zahlen", "Lokale zu"]
    assert days(found) == ["2025-08-18 23:04", "2025-08-18 21:47", "2025-08-18 18:00"]


def test_lists_of_articles_stay_in_them() -> None:
    found = document(
        "Rat beschließt Hafengesetz\nDer Rat hat das Gesetz beschlossen. Es gilt ab Mai.\nDas ändert sich:\n"
        "- Fähren zahlen weniger\n- Schlepper fahren nachts\nDie Werft ist zufrieden. Sie baut aus.\n"
        "Außerdem gilt künftig:\nKein Lärm am Sonntag\nKeine Hunde am Kai\nDas sagt der Bürgermeister. Er ist froh.\n"
    )
    (entry,) = found.entries
    assert len(entry.paragraphs) == 9


def test_lists_of_tickers_stay_in_their_reports() -> None:
    found = document(
        "Liveticker: Wahl in Hessen\n18:30 Uhr\nErste Zahlen\nDie Werte im Überblick:\nRote: 34,6 Prozent\n"
        "Blaue: 18,4 Prozent\nDamit ist alles offen.\n18:00 Uhr\nLokale zu\nEs wird gezählt.\n"
    )
    assert found.entries[0].paragraphs == (
        "Die Werte im Überblick:",
        "Rote: 34,6 Prozent",
        "Blaue: 18,4 Prozent",
        "Damit ist alles offen.",
    )


def test_questions_of_an_interview_stay_in_it() -> None:
    found = document(
        "»Der Fluss steigt langsam«\nEin Gespräch mit der Hydrologin Erika Beispiel. Sie misst seit Jahren.\n"
        "HAFENBOTE: Wie messen Sie das?\nBeispiel: Mit Pegeln. Es sind 170.\nHAFENBOTE: Was hilft?\n"
        "Beispiel: Geduld. Und Deiche.\n"
    )
    (entry,) = found.entries
    assert "HAFENBOTE: Wie messen Sie das?" in entry.paragraphs


def test_a_kicker_with_a_colon_is_no_title() -> None:
    found = document(
        "Häfen in Hessen:\nWarum die Fähre ausfällt\nVon Max Muster, Kassel\n03.04.2025, 14:20 Lesezeit: 4 Min.\n"
        "Seit Wochen ruht die Fähre. Niemand weiß warum.\nNewsletter\nDer Hafen am Morgen\nAnmelden\n"
    )
    assert found.title == "Warum die Fähre ausfällt"
    assert found.kind is DocumentKind.ARTICLE
    assert str(found.published.at)[:16] == "2025-04-03 14:20"
    assert "Der Hafen am Morgen" in found.dropped


def test_text_between_marks_is_no_headline() -> None:
    found = document(
        "Lage am Fluss im Newsticker\n+++ 21.12 Uhr: Der Pegel steigt weiter. In Ulm gilt Alarm. +++\n"
        "+++ 18.40 Uhr: Die Fähre ruht. Niemand darf an Bord. +++\n"
    )
    assert headlines(found) == ["", ""]


def test_the_first_report_is_an_entry_without_a_time() -> None:
    found = document(
        "Hafen gesperrt\nUpdate vom 3. März, 6.05 Uhr: Der Hafen bleibt zu. Das sagt das Amt.\n"
        "Erstmeldung: Ruse – Der Hafen wird gesperrt. Es gibt Hochwasser.\n"
    )
    assert [entry.moment.clock is None for entry in found.entries] == [False, True]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("FOCUS online\nHafen gesperrt\nDer Hafen ist zu. Es regnet.", "FOCUS online"),
        ("Hafen zu\nDas sah ntv-Reporterin Erika Muster. So auch ntv-Korrespondent Max Beispiel.", "ntv"),
        ("Hafen zu\nDas sah ntv-Reporterin Erika Muster. Mehr ist nicht bekannt.", None),
        ("Hafen zu\nDas sahen ntv-Reporter und ntv-Redakteure. Ein ZDF-Korrespondent sah es anders.", None),
        ("Hafen zu\nDer Hafen ist zu. Es regnet.\nhttps://www.example.org/hafen-1.html", "example.org"),
    ],
)
def test_the_outlet_is_told_by_the_page(text: str, source: str | None) -> None:
    assert document(text).source == source
