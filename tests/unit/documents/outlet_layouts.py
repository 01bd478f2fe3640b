"""Layouts in the manner of outlets' own pages and apps, with what a copy from a browser brings along."""

from __future__ import annotations

from collections.abc import Sequence

from tests.unit.documents.reports import MONTHS, WEEKDAYS, Report
from tests.unit.documents.subjects import CORONA, ELECTION, FOOTBALL, QUAKE, STORM
from tests.unit.documents.ticker_layouts import LAYOUTS, blocks, layout, under_days

__all__ = ["LAYOUTS"]

NAMES = ("Max Muster", "Erika Beispiel", "Jo van Testen")
NAVIGATION = "Startseite\nPolitik\nWirtschaft\nSport\nKultur\nMediathek\nSuche\nMenü"
COOKIES = "Wir verwenden Cookies und verarbeiten personenbezogene Daten.\nAlle akzeptieren\nEinstellungen"
SHARING = "Teilen\nFacebook\nWhatsApp\nLink kopieren"


def abbreviated(r: Report) -> str:
    assert r.day
    return f"{WEEKDAYS[r.day.weekday()][:2]}., {r.day.day}. {MONTHS[r.day.month][:3]}."


def written(r: Report) -> str:
    assert r.day
    return f"{r.day.day}. {MONTHS[r.day.month]} {r.day.year}"


def stand(reports: Sequence[Report]) -> str:
    newest = max(reports, key=lambda r: (r.day, r.clock))
    return f"Stand: {newest.short_day}, {newest.colon} Uhr"


@layout(QUAKE, day=True)
def public_broadcaster(reports: Sequence[Report]) -> str:
    return blocks(
        NAVIGATION,
        "Liveblog",
        f"Lage in der Region ++ {reports[0].headline} ++",
        stand(reports),
        "Alle Entwicklungen hier im Liveblog.",
        *(f"{r.colon} Uhr\n\n{r.headline}\n\n{r.body}\n\n{SHARING}" for r in reports),
    )


@layout(QUAKE, day=True)
def dated_bar_clock(reports: Sequence[Report]) -> str:
    return blocks("Blog zum Geschehen", *(f"{r.short_day} | {r.colon} Uhr\n{r.headline}\n{r.body}" for r in reports))


@layout(ELECTION, day=True)
def author_and_date_above(reports: Sequence[Report]) -> str:
    return blocks(
        *(f"{NAMES[i % 3]}\n{r.short_day}, {r.colon} Uhr\n{r.headline}\n{r.body}\n(dpa)" for i, r in enumerate(reports))
    )


@layout(QUAKE)
def stamp_below_text(reports: Sequence[Report]) -> str:
    return blocks("Liveticker zum Nachlesen", *(f"{r.headline}\n{r.body}\n{r.colon} Uhr" for r in reports))


@layout(ELECTION, day=True)
def dated_stamp_below_text(reports: Sequence[Report]) -> str:
    return blocks(
        "Der Wahlabend im Liveblog", *(f"{r.headline}\n\n{r.body}\n\n{written(r)}, {r.colon}" for r in reports)
    )


@layout(FOOTBALL)
def stamp_below_with_agency(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.headline}\n\n{r.body}\n\n{r.colon} Uhr\n\nQuelle: sid" for r in reports))


@layout(CORONA, headline=False)
def stamp_below_paragraph(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.body}\n{r.dot} Uhr" for r in reports))


@layout(STORM, day=True)
def author_and_stamp_below(reports: Sequence[Report]) -> str:
    return blocks(
        "Sturm-Liveblog", *(f"{r.headline}\n{r.body}\nMax Muster, {r.short_day}, {r.colon} Uhr" for r in reports)
    )


@layout(STORM, day=True, ascending=True)
def ascending_timeline_with_days(reports: Sequence[Report]) -> str:
    told = under_days(
        reports,
        lambda r: f"{r.long_day.partition(',')[0]}, {written(r)}",
        lambda r: f"{r.dot} Uhr: {r.headline}\n{r.body}",
    )
    return blocks("Chronik der Sturmnacht", *told)


@layout(CORONA)
def table_of_bars(reports: Sequence[Report]) -> str:
    rows = (f"| {r.colon} | {r.headline} | {' '.join(r.paragraphs)} |" for r in reports)
    return "\n".join(["| Uhrzeit | Titel | Meldung |", "|---|---|---|", *rows])


@layout(CORONA, headline=False)
def table_of_two_columns(reports: Sequence[Report]) -> str:
    return "\n".join(f"| {r.colon} | {' '.join(r.paragraphs)} |" for r in reports)


@layout(CORONA, headline=False)
def tab_separated(reports: Sequence[Report]) -> str:
    return "\n".join(f"{r.colon}\t{' '.join(r.paragraphs)}" for r in reports)


@layout(FOOTBALL)
def dot_uhr_plus_after(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.dot} Uhr +++ {r.headline} +++\n{r.body}" for r in reports))


@layout(FOOTBALL)
def brackets_and_text_below(reports: Sequence[Report]) -> str:
    return blocks(*(f"({r.colon}) {r.headline}\n\n{r.body}" for r in reports))


@layout(QUAKE, headline=False)
def dash_text(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.colon} – {' '.join(r.paragraphs)}" for r in reports))


@layout(QUAKE)
def update_above_headline(reports: Sequence[Report]) -> str:
    return blocks("Erdbeben im Newsblog", *(f"Update {r.colon}\n{r.headline}\n{r.body}" for r in reports))


@layout(ELECTION, headline=False)
def shouted_update(reports: Sequence[Report]) -> str:
    return blocks(*(f"UPDATE, {r.colon} Uhr: {' '.join(r.paragraphs)}" for r in reports))


@layout(CORONA)
def stand_above_each(reports: Sequence[Report]) -> str:
    return blocks("Corona-Newsblog", *(f"{r.headline}\nStand {r.colon} Uhr\n{r.body}" for r in reports))


@layout(CORONA)
def emoji_clock(reports: Sequence[Report]) -> str:
    return blocks(*(f"🕒 {r.colon} Uhr\n{r.headline}\n{r.body}" for r in reports))


@layout(FOOTBALL)
def emoji_mark_inline(reports: Sequence[Report]) -> str:
    return blocks(*(f"🔴 {r.colon} {r.headline}\n{r.body}" for r in reports))


@layout(ELECTION, day=True)
def short_weekday_and_month(reports: Sequence[Report]) -> str:
    return blocks(stand(reports), *(f"{abbreviated(r)}, {r.colon}\n{r.headline}\n{r.body}" for r in reports))


@layout(ELECTION, day=True)
def iso_with_zone(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.day}T{r.colon}:00+01:00\n{r.headline}\n{r.body}" for r in reports))


@layout(ELECTION, day=True)
def american_without_seconds(reports: Sequence[Report]) -> str:
    return blocks(
        *(
            f"{r.day.month}/{r.day.day}/{r.day.year} {r.clock:%I:%M %p}\n{r.headline}\n{r.body}"
            for r in reports
            if r.day
        )
    )


@layout(FOOTBALL)
def french_hours(reports: Sequence[Report]) -> str:
    return blocks("Direct: das Spiel", *(f"{r.clock:%Hh%M}\n{r.headline}\n{r.body}" for r in reports))


@layout(QUAKE)
def seconds_inline(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.colon}:07 {r.headline}\n{r.body}" for r in reports))


@layout(CORONA)
def swiss(reports: Sequence[Report]) -> str:
    return blocks(
        "Corona-Ticker",
        "Das Wichtigste in Kürze",
        *(f"{r.dot} Uhr\n{r.headline}\n{r.body}\n(sda)" for r in reports),
    )


@layout(STORM, day=True)
def twitter_embedded(reports: Sequence[Report]) -> str:
    tweet = "Wetterdienst (@Wetter) 30. Dezember 2024\nEmpfohlener externer Inhalt"
    return blocks(
        f"Sturm im Liveticker vom {written(reports[0])}",
        *(f"{r.colon} Uhr: {r.headline}\n\n{r.body}\n\n{tweet if i == 1 else ''}" for i, r in enumerate(reports)),
    )


@layout(QUAKE)
def poll_inside(reports: Sequence[Report]) -> str:
    poll = "Umfrage\nHaben Sie gespendet?\nJa\nNein\n1.204 Stimmen"
    return blocks(
        *(f"{r.colon}\n\n{r.headline}\n\n{r.body}\n\n{poll if i == 2 else ''}" for i, r in enumerate(reports))
    )


@layout(QUAKE)
def tags_and_comments(reports: Sequence[Report]) -> str:
    return blocks(
        *(
            f"{r.colon} Uhr\n{r.headline}\n{r.body}\nSchlagwörter: Beben, Türkei\n{i + 2} Kommentare"
            for i, r in enumerate(reports)
        )
    )


@layout(ELECTION)
def reading_time_and_author_on_top(reports: Sequence[Report]) -> str:
    return blocks(
        "Wahl im Liveticker: Wer regiert künftig?",
        "Von Max Muster und Erika Beispiel",
        "Lesezeit: 7 Min.",
        SHARING,
        *(f"{r.colon} Uhr | {r.headline}\n\n{r.body}" for r in reports),
    )
