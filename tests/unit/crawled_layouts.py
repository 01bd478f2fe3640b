"""Layouts as crawlers and copies keep them: leads, overviews and notes on top, newlines lost, pictures in words."""

from __future__ import annotations

from collections.abc import Sequence

from tests.unit.reports import Report
from tests.unit.ticker_layouts import LAYOUTS, blocks, layout

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
        "Klicken Sie hier, um den Live-Ticker neu zu laden",
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
        "Ein Mann mit Hut steht vor dem Rathaus in Nikopol.\nDas Rathaus von Nikopol Bildrechte: imago images / Muster"
    )
    return blocks(
        "Donau-Ticker: Flut erreicht die Altstadt",
        *(
            blocks(f"{r.colon} Uhr | {r.headline}", "" if at % 3 else picture, r.body).strip()
            for at, r in enumerate(reports)
        ),
        "Unser Ticker endet hiermit.",
    )


@layout()
def names_of_picture_files(reports: Sequence[Report]) -> str:
    return blocks(
        "LIVE-TICKER",
        "Fehler im Artikel gefunden? Jetzt melden.",
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
            "Hiermit beenden wir den Liveblog. Vielen Dank für Ihr Interesse!",
            *(f"{r.headline}\n" + "\n".join(r.paragraphs) for r in reports),
        ]
    )
