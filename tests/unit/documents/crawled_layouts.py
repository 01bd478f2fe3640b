"""Layouts as crawlers and copies keep them: leads, overviews and notes on top, newlines lost, pictures in words."""

from __future__ import annotations

from collections.abc import Sequence

from tests.unit.documents.reports import Report
from tests.unit.documents.ticker_layouts import LAYOUTS, blocks, layout, under_days

__all__ = ["LAYOUTS"]

LEAD = "An der Donau steigt das Wasser. Die Behörden raten von Reisen ab. Alle Neuigkeiten im Newsblog."


def flat(report: Report) -> str:
    return " ".join(report.paragraphs)


@layout()
def headline_glued_to_dotted_time(reports: Sequence[Report]) -> str:
    glued = "".join(f"{r.headline}{r.dot} Uhr: {flat(r)}" for r in reports)
    return blocks("Donau: Fähren stehen still", f"{LEAD}Dieser Newsblog sagt, was geschieht:{glued}")


@layout()
def update_comma_time_hyphen_headline(reports: Sequence[Report]) -> str:
    return blocks("News-Ticker zur Flut", LEAD, *(f"Update, {r.dot} Uhr - {r.headline}\n\n{r.body}" for r in reports))


@layout()
def name_of_the_ticker_below_the_lead(reports: Sequence[Report]) -> str:
    return blocks(
        "Flut an der Donau, Bulgarien bittet um Hilfe",
        "Der Pegel liegt bei neun Metern. Bulgarien hat um Pumpen gebeten, Rumänien schickt zwanzig.",
        "Live-Blog zur Flut",
        *(f"{r.headline}\n\n{r.colon} Uhr\n\n{r.body}" for r in reports),
    )


@layout()
def note_on_sources_below_the_lead(reports: Sequence[Report]) -> str:
    return blocks(
        "Ticker von der Donau: Helfer erreichen drei Dörfer",
        f"{LEAD} Weitere Entwicklungen im Ticker.",
        "Aktueller Ticker",
        "Aus den Dörfern kommen kaum Berichte. Viele Informationen lassen sich nicht unabhängig überprüfen.",
        *(f"{r.colon} Uhr | {r.headline}\n\n{r.body}" for r in reports),
    )


@layout()
def single_sentences_below_the_lead(reports: Sequence[Report]) -> str:
    return blocks(
        LEAD,
        "Das Wasser* steigt weiter - auch in Ruse.",
        "Das Militär hat zwei Brücken gesperrt.",
        "In einer Stadt fällt die Schule aus.",
        *(f"{r.dot} Uhr: {r.headline}\n\n{r.body}" for r in reports),
    )


@layout()
def overview_of_whole_sentences(reports: Sequence[Report]) -> str:
    return blocks(
        "Flut: Zwei Brücken gesperrt",
        "• Die Donau hat ihren höchsten Stand seit Jahren.\n• Zwei Brücken sind gesperrt.\n• Die Bahn fährt nicht",
        "Hier tippen, dann lädt der Live-Ticker neu",
        *(f"{r.colon} Uhr: {r.headline}\n\n{r.body}" for r in reports),
    )


@layout()
def index_above_times_below_headlines(reports: Sequence[Report]) -> str:
    return blocks(
        "\n".join(f"• {r.colon} Uhr: {r.headline}" for r in reports),
        "+++ Hier den Live-Ticker neu laden +++",
        *(f"{r.headline}\n\n• {r.colon} Uhr\n\n{r.body}" for r in reports),
    )


@layout(headline=False)
def marks_and_time_before_text(reports: Sequence[Report]) -> str:
    return blocks("News-Ticker", LEAD, *(f"+++ {r.dot} Uhr: {r.body}" for r in reports))


@layout(headline=False)
def announced_with_a_colon(reports: Sequence[Report]) -> str:
    return blocks(
        "Die Donau steigt! Bahn stellt den Verkehr ein!",
        "Das Hochwasser zieht nach Osten. In Ruse werden Keller ausgepumpt.",
        "Das Neueste vom Fluss:",
        *(f"{r.dot} Uhr {flat(r)}" for r in reports),
    )


@layout()
def pictures_told_twice(reports: Sequence[Report]) -> str:
    picture = (
        "Eine Frau mit Hut steht vor dem Rathaus in Nikopol.\nDas Rathaus von Nikopol Bildrechte: imago images / Muster"
    )
    return blocks(
        "Donau-Ticker: Flut erreicht die Altstadt",
        *(
            blocks(f"{r.colon} Uhr | {r.headline}", picture if at in {1, 4} else "", r.body).strip()
            for at, r in enumerate(reports)
        ),
        "Unser Ticker endet hiermit.",
    )


@layout()
def names_of_picture_files(reports: Sequence[Report]) -> str:
    return blocks(
        "LIVE-TICKER",
        "Tippfehler im Text entdeckt? Schreiben Sie uns.",
        *(f" {r.colon}\n\n{r.headline}\n\n{r.body}\n\nbild-{at}.jpg © Screenshot" for at, r in enumerate(reports)),
    )


@layout(clock=False)
def closed_without_times(reports: Sequence[Report]) -> str:
    return "\n".join(
        [
            "Flut an der Donau ++ Fähren stehen still ++",
            "Die Fähren bleiben im Hafen. Der Freitag zum Nachlesen.",
            *(f"- {r.headline}" for r in reports),
            "Ende des Liveblogs",
            "Damit schließen wir den Liveblog. Danke fürs Lesen!",
            *(f"{r.headline}\n" + "\n".join(r.paragraphs) for r in reports),
        ]
    )


@layout(day=True)
def day_in_parentheses_time_below_marks(reports: Sequence[Report]) -> str:
    lines = [
        "Der Donau-Blog: Fähren liegen still",
        "Am Ufer wird aufgeräumt. Manches steht wieder, anderes liegt im Schlamm.",
        "Stand: 14.11.2025 17:00 Uhr",
    ]
    told = under_days(
        reports,
        lambda r: f"{r.long_day.replace(', ', ' (')})",
        lambda r: "\n".join((f"+++ {r.headline} +++", f"{r.colon} Uhr", *r.paragraphs)),
    )
    return "\n".join([*lines, *told])


@layout(headline=False)
def lead_and_times_before_text(reports: Sequence[Report]) -> str:
    return "\n".join(
        [
            "Nach dem Dammbruch bei Lom erlebt Bulgarien die nächste Nacht ohne Schlaf:",
            "Bei Ruse sind zwei Dörfer überflutet. Helfer haben hundert Menschen aus ihren Häusern geholt.",
            *(f"{r.dot} Uhr: {' '.join(r.paragraphs)}" for r in reports),
        ]
    )


@layout()
def newest_report_told_in_brief(reports: Sequence[Report]) -> str:
    first = reports[0]
    return blocks(
        "zum Hauptinhalt",
        "Ticker: Die Lage am Fluss",
        f"{first.colon} Uhr - {first.headline}{first.paragraphs[0]}",
        *(f"{r.colon} Uhr - {r.headline}\n\n{r.body}" for r in reports),
    )


@layout(clock=False)
def bullets_below_what_announces_them(reports: Sequence[Report]) -> str:
    return blocks(
        "Flut an der Donau: Alles im Live-Ticker",
        "Ein Bagger steht am Ufer von Vidin",
        "Foto: Max Muster/REUTERS",
        "Seit Montag steigt die Donau.",
        "Die Meldungen vom Ufer lesen Sie im Live-Ticker:",
        "Live-Ticker",
        *(f"  • {r.headline}\n\n" + "\n\n".join(f"    {p}" for p in r.paragraphs) for r in reports),
    )


@layout(day=True)
def update_with_day_in_parentheses(reports: Sequence[Report]) -> str:
    parts = ["News-Ticker", "Flut in Bulgarien: Zwei Brücken gesperrt", LEAD, "Stand: 14.11.2025 17:00 Uhr"]
    for r in reports:
        weekday, _, day = r.long_day.partition(", ")
        parts += [r.headline, f"Update, {weekday} ({day}), {r.dot} Uhr: {flat(r)}"]
    return blocks(*parts)


@layout(headline=False)
def first_text_beside_its_time(reports: Sequence[Report]) -> str:
    first, *rest = reports
    return blocks(
        "Der Live-Blog vom Fluss",
        "Unser Live-Blog begleitet die Flut in Ruse und Vidin.",
        f"{first.dot} Uhr: {flat(first)}",
        *(f"{r.dot} Uhr:\n{r.body}" for r in rest),
    )


@layout()
def update_in_parentheses_above_headline(reports: Sequence[Report]) -> str:
    return blocks("Flut an der Donau!", *(f"(Update {r.colon})\n\n{r.headline}\n\n{r.body}" for r in reports))
