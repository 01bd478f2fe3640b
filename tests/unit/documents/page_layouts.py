"""Whole pages as crawlers keep them: entries with all that outlets print above, between and below."""

from __future__ import annotations

from collections.abc import Sequence

from tests.unit.documents.reports import FRIDAY, MONTHS, WEEKDAYS, Report
from tests.unit.documents.subjects import CORONA, ELECTION, FOOTBALL, QUAKE, STORM
from tests.unit.documents.ticker_layouts import LAYOUTS, blocks, joined, layout

__all__ = ["LAYOUTS"]


@layout(day=True)
def commercial_station(reports: Sequence[Report]) -> str:
    first, *rest = reports
    return blocks(
        "Startseite\nPolitik",
        "Politik",
        "Krise an der Donau",
        f"Liveticker+++ {first.colon} {first.headline} +++",
        "14.11.2025, 00:08 Uhr",
        "Artikel anhören\n(07:12 min)",
        "Fähren liegen im Hafen.\n(Foto: picture alliance/dpa)",
        first.body,
        *(f"+++ {r.colon} {r.headline} +++\n{r.body}" for r in rest),
        "Die früheren Meldungen finden Sie hier.",
        "Quelle: ntv.de, mus/dpa/AFP",
        "Donau\nSchifffahrt",
    )


@layout(QUAKE, day=True)
def public_news_site(reports: Sequence[Report]) -> str:
    return blocks(
        "Liveblog",
        f"Beben in der Türkei ++ {reports[0].headline} ++ {reports[3].headline} ++",
        "Stand: 07.02.2023 11:31 Uhr",
        "Retter suchen weiter nach Verschütteten. Die Entwicklungen im Liveblog.",
        *(f"{r.short_day} • {r.colon} Uhr\n{r.headline}\n{r.body}" for r in reports),
    )


@layout(ELECTION)
def second_channel(reports: Sequence[Report]) -> str:
    return blocks(
        "Liveblog",
        "Wahlabend :Die Wahl im Liveblog",
        "Videolänge:",
        *(f"{r.colon} Uhr\n\n{r.headline}\n\n{r.body}\n\nQuelle: dpa" for r in reports),
    )


@layout(CORONA)
def quality_weekly(reports: Sequence[Report]) -> str:
    return blocks(
        "Das Wichtigste in Kürze:",
        "Die Zahlen steigen wieder.\nMehrere Länder planen Schließungen.",
        *(f"{r.headline}\n\n{r.dot} Uhr: {r.body}" for r in reports),
        "mus/dpa/Reuters/AFP",
    )


@layout(STORM, day=True, headline=False)
def regional_daily(reports: Sequence[Report]) -> str:
    year = {1: "1. Januar", 31: "31. Dezember"}
    return blocks(
        "Sturm an der Nordsee: So ist die Lage",
        "Stand: 01.01.2025, 01:45 Uhr",
        "Von: Erika Beispiel",
        "Kommentare\nDrucken\nTeilen",
        *(f"Update vom {year[r.day.day]}, {r.dot} Uhr: {' '.join(r.paragraphs)}" for r in reports if r.day),
    )


@layout(QUAKE)
def swiss_broadcaster(reports: Sequence[Report]) -> str:
    return blocks(
        "Das Neueste zum Beben",
        "Der Ticker ist abgeschlossen",
        *(f"{r.dot}\n{r.headline}\n\n{r.body}" for r in reports),
        "Legende:\nHelfer in Hatay\nKeystone/Muster",
    )


@layout(FOOTBALL)
def free_paper(reports: Sequence[Report]) -> str:
    return blocks(
        "Liveticker\nDerby in der Arena",
        "Deine Meinung zählt",
        *(f"{r.colon}\n\n{r.headline}\n\n{r.body}" for r in reports),
        "Fehler gefunden? Jetzt melden.",
    )


@layout(FOOTBALL, day=True)
def sports_site(reports: Sequence[Report]) -> str:
    return blocks(
        "Fußball live: Derby am Samstag, 8. November 2025",
        *(f"{r.colon} Uhr | {r.headline}\n{r.body}" for r in reports),
        "+++ Bundesliga +++ Tabelle +++ Ergebnisse +++",
    )


@layout(CORONA, day=True)
def state_broadcaster(reports: Sequence[Report]) -> str:
    return blocks(
        "Ticker: Corona in Sachsen am Freitag, 19. März 2021",
        "Aktueller Stand, Maßnahmen, Zahlen",
        *(f"{r.colon} Uhr | {r.headline}\n\n{r.body}\n\nBildrechte: dpa" for r in reports),
        "Quelle: MDR",
    )


@layout(ELECTION, day=True)
def dated_only_when_it_changes(reports: Sequence[Report]) -> str:
    parts, day = ["Wahl 2025 im Newsblog"], reports[0].day
    parts.append("Stand: 24.02.2025, 07:00 Uhr")
    for r in reports:
        if r.day and r.day != day:
            parts.append(f"{WEEKDAYS[r.day.weekday()]}, {r.day.day}. {MONTHS[r.day.month]}")
        day = r.day
        parts.append(f"{r.colon} Uhr: {r.headline}\n{r.body}")
    return blocks(*parts)


@layout(headline=False, ascending=True, day=True)
def microblog(reports: Sequence[Report]) -> str:
    return blocks(
        *(f"Redaktion Donau @donau\n{r.day:%d.%m.%Y} {r.colon}\n{' '.join(r.paragraphs)}\n3 Antworten" for r in reports)
    )


@layout(QUAKE, clock=False)
def bulletins_of_radio(reports: Sequence[Report]) -> str:
    return blocks(
        "Nachrichten",
        "Erdbeben in der Türkei und in Syrien - der Newsblog",
        *(f"+++ {r.headline}.\n{' '.join(r.paragraphs)}" for r in reports),
        "Diese Nachricht wurde am 07.02.2023 im Programm gesendet.",
    )


@layout(STORM)
def times_behind_bullets(reports: Sequence[Report]) -> str:
    return "Der Sturm im Ticker\n" + joined(reports, "• {P} Uhr: {K}\n{B}", "\n")


@layout(STORM)
def two_lines_between(reports: Sequence[Report]) -> str:
    return joined(reports, "\n\n\n{T} Uhr\n\n\n{K}\n\n\n{B}\n\n\n")


@layout(ELECTION, headline=False)
def words_on_the_stamp_line(reports: Sequence[Report]) -> str:
    return "Ticker zur Wahl\n\n" + joined(reports, "{P} Uhr: {F}")


@layout(CORONA)
def uhr_and_headline(reports: Sequence[Report]) -> str:
    return joined(reports, "{T} Uhr {K}\n\n{B}")


@layout(QUAKE, day=True)
def api_stamps(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.day} {r.colon}:00 +0100\n{r.headline}\n{r.body}" for r in reports))


@layout(day=True)
def yesterday_and_today(reports: Sequence[Report]) -> str:
    return blocks(
        "Donau: Liveblog",
        "Zuletzt aktualisiert: 14.11.2025, 16:30 Uhr",
        *(f"{'heute' if r.day == FRIDAY else 'gestern'}, {r.colon}\n{r.headline}\n{r.body}" for r in reports),
    )


@layout(QUAKE)
def summary_boxes_between(reports: Sequence[Report]) -> str:
    box = "Lesen Sie auch\nWie Beben entstehen\nWas Helfer brauchen"
    return blocks(
        *(f"{r.colon} Uhr – {r.headline}\n\n{r.body}\n\n{box if i % 2 else ''}" for i, r in enumerate(reports))
    )


@layout(ELECTION)
def newsletter_boxes(reports: Sequence[Report]) -> str:
    box = "Newsletter\nJeden Morgen das Wichtigste aus der Politik.\nJetzt anmelden"
    return blocks(*(f"{r.colon}\n{r.headline}\n{r.body}\n\n{box if i == 1 else ''}" for i, r in enumerate(reports)))


@layout(FOOTBALL)
def players_in_brackets(reports: Sequence[Report]) -> str:
    return joined(reports, "{T} Uhr +++ {K}\n{B}")


@layout(CORONA)
def plus_before_only(reports: Sequence[Report]) -> str:
    return joined(reports, "+++ {T} Uhr: {K}\n{B}")


@layout(CORONA)
def plus_behind_only(reports: Sequence[Report]) -> str:
    return joined(reports, "{T}: {K} +++\n\n{B}")


@layout(STORM, day=True)
def long_stamps_above(reports: Sequence[Report]) -> str:
    return joined(reports, "Veröffentlicht am {W}, {L}, um {T} Uhr\n{K}\n{B}")


@layout(STORM, day=True)
def dated_and_parted(reports: Sequence[Report]) -> str:
    return joined(reports, "{D}, {T} Uhr\n\n{K}\n\n{B}")


@layout(ELECTION)
def anchors_and_back_links(reports: Sequence[Report]) -> str:
    return joined(reports, "{T} Uhr\n{K}\n{B}\nNach oben")


@layout(QUAKE)
def bilingual_labels(reports: Sequence[Report]) -> str:
    return joined(reports, "{T}\nShare\n{K}\n{B}\nRead more")


@layout(FOOTBALL)
def emoji_behind_time(reports: Sequence[Report]) -> str:
    return joined(reports, "{T} Uhr ⚽\n{K}\n{B}")


@layout(ELECTION, day=True)
def stamp_below_with_dot(reports: Sequence[Report]) -> str:
    return joined(reports, "{K}\n\n{B}\n\n{D} · {T} Uhr · dpa")


@layout(CORONA)
def time_at_line_end(reports: Sequence[Report]) -> str:
    return joined(reports, "{K} {T} Uhr\n\n{B}")
