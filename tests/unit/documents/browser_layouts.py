"""Layouts as copies from browsers, forums, readers and print views leave them, with what they bring along."""

from __future__ import annotations

from collections.abc import Sequence

from tests.unit.documents.outlet_layouts import COOKIES, NAMES, NAVIGATION, stand, written
from tests.unit.documents.reports import WEEKDAYS, Report
from tests.unit.documents.subjects import CORONA, ELECTION, FOOTBALL, QUAKE, STORM
from tests.unit.documents.ticker_layouts import LAYOUTS, blocks, joined, layout, under_days

__all__ = ["LAYOUTS"]


@layout(FOOTBALL)
def cookie_banner_and_navigation(reports: Sequence[Report]) -> str:
    return blocks(
        COOKIES,
        NAVIGATION,
        "Liveticker: Das Derby",
        *(f"{r.colon} {r.headline}\n{r.body}" for r in reports),
        "Impressum\nDatenschutz\nAGB",
    )


@layout(STORM)
def one_digit_dot_alone(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.clock.hour}.{r.clock:%M} Uhr\n\n{r.headline}\n\n{r.body}" for r in reports if r.clock))


@layout(QUAKE, day=True)
def day_heading_between_rules(reports: Sequence[Report]) -> str:
    told = under_days(reports, lambda r: f"--- {written(r)} ---", lambda r: f"{r.colon} Uhr: {r.headline}\n{r.body}")
    return blocks("Erdbeben im Live-Blog", *told)


@layout(CORONA)
def markdown_levels(reports: Sequence[Report]) -> str:
    return blocks("# Corona-Liveblog", *(f"### {r.headline}\n*{r.colon} Uhr*\n\n{r.body}" for r in reports))


@layout(CORONA)
def markdown_list(reports: Sequence[Report]) -> str:
    return joined(reports, "- **{T} {K}**\n  {F}", "\n")


@layout(QUAKE)
def reader_view(reports: Sequence[Report]) -> str:
    return blocks(
        "beispiel.de",
        "Erdbeben: Alle Meldungen im Liveticker",
        "Max Muster",
        "9–11 Minuten",
        *(f"{r.colon} Uhr: {r.headline}\n\n{r.body}" for r in reports),
    )


@layout(ELECTION, day=True)
def print_view(reports: Sequence[Report]) -> str:
    return blocks(
        f"Gedruckt am {reports[0].short_day} von beispiel.de",
        "Wahl-Liveblog",
        *(f"{r.short_day} {r.colon}\n{r.headline}\n{r.body}" for r in reports),
        "Seite 1 von 1",
    )


@layout(QUAKE, day=True)
def forum_copy(reports: Sequence[Report]) -> str:
    return blocks(
        "Re: Erdbeben",
        "von Deich-Fan » Di 7. Feb 2023, 12:01",
        *(f"> {r.colon} Uhr: {r.headline}\n> {' '.join(r.paragraphs)}" for r in reports),
    )


@layout(STORM, day=True)
def gopher(reports: Sequence[Report]) -> str:
    text = blocks(stand(reports), *(f"{r.colon} Uhr\n{r.headline}\n{r.body}" for r in reports))
    return "\n".join(f"| {line:<80} |" for line in text.split("\n"))


@layout(FOOTBALL, headline=False)
def clock_alone_then_text(reports: Sequence[Report]) -> str:
    return joined(reports, "{T} Uhr\n\n{A}")


@layout(FOOTBALL)
def dot_uhr_bar(reports: Sequence[Report]) -> str:
    return joined(reports, "{P} Uhr | {K}\n{A}")


@layout(STORM, headline=False)
def dot_uhr_colon_text(reports: Sequence[Report]) -> str:
    return joined(reports, "{P} Uhr: {F}")


@layout(ELECTION)
def author_behind_time(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.colon} Uhr, {NAMES[i % 2]}\n{r.headline}\n{r.body}" for i, r in enumerate(reports)))


@layout(ELECTION)
def author_below_text(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.colon} Uhr\n{r.headline}\n{r.body}\n{NAMES[i % 2]}" for i, r in enumerate(reports)))


@layout(QUAKE)
def category_above_headline(reports: Sequence[Report]) -> str:
    kinds = ("Wichtig", "Video", "Zusammenfassung")
    return blocks(*(f"{r.colon} Uhr\n{kinds[i % 3]}\n{r.headline}\n{r.body}" for i, r in enumerate(reports)))


@layout(QUAKE)
def doubled_headlines(reports: Sequence[Report]) -> str:
    return joined(reports, "{T} Uhr\n{K}\n{K}\n{A}")


@layout(STORM)
def load_more_between(reports: Sequence[Report]) -> str:
    return blocks(
        *(f"{r.headline}\n{r.colon}\n{r.body}\n\n{'Mehr laden' if i == 2 else ''}" for i, r in enumerate(reports))
    )


@layout(CORONA, headline=False)
def square_brackets_text(reports: Sequence[Report]) -> str:
    return joined(reports, "[{T}] {F}", "\n")


@layout(ELECTION)
def arrows(reports: Sequence[Report]) -> str:
    return joined(reports, "→ {T} Uhr: {K}\n{A}")


@layout(ELECTION)
def double_slash(reports: Sequence[Report]) -> str:
    return joined(reports, "{T} Uhr // {K}\n{A}")


@layout(QUAKE, day=True)
def date_dot_clock_tail(reports: Sequence[Report]) -> str:
    return joined(reports, "{K}\n{A}\n\nveröffentlicht am {D} um {T} Uhr")


@layout(STORM, day=True)
def headline_date_body(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.headline}\nvom {written(r)}, {r.dot} Uhr\n{r.body}" for r in reports))


@layout(FOOTBALL)
def without_blank_lines_and_without_uhr(reports: Sequence[Report]) -> str:
    return "\n".join(f"{r.colon}\n{r.headline}\n" + "\n".join(r.paragraphs) for r in reports)


@layout(CORONA, headline=False)
def marks_above_text(reports: Sequence[Report]) -> str:
    return joined(reports, "++ {T} Uhr ++\n{A}")


@layout(CORONA)
def marks_without_spaces(reports: Sequence[Report]) -> str:
    return joined(reports, "+++{T} Uhr: {K}+++\n{A}")


@layout(QUAKE)
def machine_translated(reports: Sequence[Report]) -> str:
    return blocks("Live : das Erdbeben", *(f"{r.colon} : {r.headline}\n\n{r.body}" for r in reports))


@layout(STORM, day=True)
def updated_line_below_each(reports: Sequence[Report]) -> str:
    return blocks(
        *(
            f"{r.short_day}, {r.colon} Uhr\n{r.headline}\n{r.body}\nAktualisiert: {r.short_day}, {r.clock:%H}:59 Uhr"
            for r in reports
        )
    )


@layout(QUAKE)
def see_also_links(reports: Sequence[Report]) -> str:
    return blocks(
        *(
            f"{r.colon} Uhr\n{r.headline}\n{r.body}\n\nLesen Sie auch\n\nSo entstehen Beben\n\nWie Helfer anreisen"
            if i == 1
            else f"{r.colon} Uhr\n{r.headline}\n{r.body}"
            for i, r in enumerate(reports)
        )
    )


@layout(ELECTION)
def summary_on_top(reports: Sequence[Report]) -> str:
    points = "\n".join(f"- {r.headline}" for r in reports[:3])
    return blocks(
        "Wahl im Liveticker",
        "Das Wichtigste im Überblick:",
        points,
        *(f"{r.colon} Uhr\n{r.headline}\n{r.body}" for r in reports),
    )


@layout(QUAKE, day=True)
def date_with_weekday_each(reports: Sequence[Report]) -> str:
    return blocks(
        *(f"{WEEKDAYS[r.day.weekday()]}, {written(r)}, {r.colon} Uhr: {r.headline}\n{r.body}" for r in reports if r.day)
    )


@layout((FOOTBALL[3], *FOOTBALL[:3], *FOOTBALL[4:]))
def pinned_first(reports: Sequence[Report]) -> str:
    return blocks("Derby im Liveticker", *(f"{r.colon} Uhr\n{r.headline}\n{r.body}" for r in reports))
