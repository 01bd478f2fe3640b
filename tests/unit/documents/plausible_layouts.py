"""Layouts that no outlet is known for and any could have tomorrow, of the same reports."""

from __future__ import annotations

from collections.abc import Sequence

from tests.unit.documents.reports import FRIDAY, Report
from tests.unit.documents.subjects import FOOTBALL
from tests.unit.documents.ticker_layouts import LAYOUTS, blocks, layout

__all__ = ["LAYOUTS"]

AUTHORS = ("Max Muster", "Erika Beispiel")


@layout()
def author_line(reports: Sequence[Report]) -> str:
    return blocks(
        "Newsblog zur Donau",
        *(f"{r.colon} Uhr\n\nVon Max Muster\n\n{r.headline}\n\n{r.body}\n\n(dpa)" for r in reports),
    )


@layout()
def uhr_colon_in_marks(reports: Sequence[Report]) -> str:
    return blocks(*(f"+++ {r.colon} Uhr: {r.headline} +++\n{r.body}" for r in reports))


@layout()
def marks_uhr_headline_after(reports: Sequence[Report]) -> str:
    return blocks(*(f"+++ {r.colon} Uhr +++ {r.headline}\n{r.body}" for r in reports))


@layout(day=True)
def std_dated(reports: Sequence[Report]) -> str:
    return blocks(
        "Donau-Liveticker",
        *(
            f"14. November 2025, {r.colon}\n{r.headline}\n{r.body}"
            if r.day == FRIDAY
            else f"13. November 2025, {r.colon}\n{r.headline}\n{r.body}"
            for r in reports
        ),
    )


@layout(day=True)
def day_heading_above_marks(reports: Sequence[Report]) -> str:
    return blocks(
        "Freitag, 14. November 2025",
        *(f"+++ {r.colon} Uhr {r.headline} +++\n{r.body}" for r in reports if r.day == FRIDAY),
        "Donnerstag, 13. November 2025",
        *(f"+++ {r.colon} Uhr {r.headline} +++\n{r.body}" for r in reports if r.day != FRIDAY),
    )


@layout()
def author_between_time_and_headline(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.colon}\n{AUTHORS[i % 2]}\n{r.headline}\n{r.body}" for i, r in enumerate(reports)))


@layout()
def author_above_time(reports: Sequence[Report]) -> str:
    return blocks(
        "Liveblog: Donau", *(f"{AUTHORS[i % 2]}\n{r.colon} Uhr\n{r.headline}\n{r.body}" for i, r in enumerate(reports))
    )


@layout(clock=False)
def no_times_author(reports: Sequence[Report]) -> str:
    return blocks(
        "Liveblog: Donau",
        "Wichtige Updates",
        "\n".join(r.headline for r in reports[:3]),
        *(f"{r.headline}\n{AUTHORS[i % 2]}\n{r.body}" for i, r in enumerate(reports)),
    )


@layout()
def markdown_headings(reports: Sequence[Report]) -> str:
    return blocks("# Liveticker Donau", *(f"## {r.colon} Uhr: {r.headline}\n\n{r.body}" for r in reports))


@layout()
def markdown_bold(reports: Sequence[Report]) -> str:
    return blocks("# Liveticker Donau", *(f"**{r.colon} Uhr: {r.headline}**\n\n{r.body}" for r in reports))


@layout(headline=False)
def markdown_bold_time(reports: Sequence[Report]) -> str:
    return blocks("# Liveticker Donau", *(f"**{r.colon} Uhr:** {' '.join(r.paragraphs)}" for r in reports))


@layout()
def markdown_head_then_time(reports: Sequence[Report]) -> str:
    return blocks("# Liveticker Donau", *(f"### {r.headline}\n\n*{r.colon} Uhr*\n\n{r.body}" for r in reports))


@layout(day=True)
def dated_inline(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.short_day} {r.colon} Uhr – {r.headline}\n{r.body}" for r in reports))


@layout(day=True)
def tail_dated(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.headline} – {r.short_day}, {r.colon} Uhr\n{r.body}" for r in reports))


@layout(headline=False)
def paren_text(reports: Sequence[Report]) -> str:
    return blocks(*(f"({r.colon}) {' '.join(r.paragraphs)}" for r in reports))


@layout(day=True)
def short_weekday(reports: Sequence[Report]) -> str:
    return blocks(
        "Liveticker",
        *(f"{'Fr' if r.day == FRIDAY else 'Do'}, {r.short_day} {r.colon}\n{r.headline}\n{r.body}" for r in reports),
    )


@layout()
def pipes(reports: Sequence[Report]) -> str:
    return "\n".join(f"{r.colon} | {r.headline} | {' '.join(r.paragraphs)}" for r in reports)


@layout()
def headline_then_time_then_text_all_blank(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.headline}\n\n{r.colon} Uhr\n\n{r.body}" for r in reports))


@layout()
def mez(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.colon} Uhr (MEZ)\n{r.headline}\n{r.body}" for r in reports))


@layout()
def indented(reports: Sequence[Report]) -> str:
    return "\n".join(f"{r.colon} Uhr\n\t{r.headline}\n\t\t" + "\n\t\t".join(r.paragraphs) for r in reports)


@layout()
def time_hyphenless_with_uhr(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.dot} Uhr {r.headline}\n{r.body}" for r in reports))


@layout()
def headline_then_time(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.headline}\n({r.dot} Uhr) {' '.join(r.paragraphs)}" for r in reports))


@layout(headline=False)
def flattened_brackets(reports: Sequence[Report]) -> str:
    return "Flut-Ticker\n\n" + " ".join(f"[{r.colon}] {' '.join(r.paragraphs)}" for r in reports)


@layout(headline=False)
def flattened_dash(reports: Sequence[Report]) -> str:
    return " ".join(f"{r.dot} Uhr – {' '.join(r.paragraphs)}" for r in reports)


@layout(headline=False)
def time_text_same_line_dot_no_uhr(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.dot}: {' '.join(r.paragraphs)}" for r in reports))


@layout()
def update_numbers(reports: Sequence[Report]) -> str:
    return blocks(*(f"+++ Update {r.colon} Uhr: {r.headline} +++\n{r.body}" for r in reports))


@layout(clock=False)
def ticker_no_time_mark_k_mark_t_same_line(reports: Sequence[Report]) -> str:
    return blocks(*(f"+++ {r.headline} +++ {' '.join(r.paragraphs)}" for r in reports))


@layout()
def plus_single(reports: Sequence[Report]) -> str:
    return blocks(*(f"+ {r.colon} Uhr + {r.headline} +\n{r.body}" for r in reports))


@layout()
def double_plus_stamps(reports: Sequence[Report]) -> str:
    return blocks(*(f"++ {r.colon} Uhr: {r.headline} ++\n{r.body}" for r in reports))


@layout()
def plus_at_end_of_page_day(reports: Sequence[Report]) -> str:
    return blocks("Liveticker vom 14. November", *(f"+++ {r.colon} {r.headline} +++\n{r.body}" for r in reports))


@layout()
def stars(reports: Sequence[Report]) -> str:
    return blocks(*(f"*** {r.colon} Uhr: {r.headline} ***\n{r.body}" for r in reports))


@layout()
def bullets_times(reports: Sequence[Report]) -> str:
    return blocks(*(f"• {r.colon} Uhr: {r.headline}\n{r.body}" for r in reports))


@layout()
def seconds(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.colon}:00\n{r.headline}\n{r.body}" for r in reports))


@layout()
def quoted_meldung(reports: Sequence[Report]) -> str:
    return blocks(*(f"[{r.dot} Uhr]\n{r.headline}\n{r.body}" for r in reports))


@layout(day=True)
def date_line_plus_time_line(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.short_day}\n{r.colon} Uhr\n{r.headline}\n{r.body}" for r in reports))


@layout(day=True)
def time_then_date_line(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.colon} Uhr\n{r.short_day}\n{r.headline}\n{r.body}" for r in reports))


@layout(FOOTBALL, clock=False)
def minutes_of_play_above_headlines(reports: Sequence[Report]) -> str:
    return blocks(*(f"{90 - 7 * at}.\n{r.headline}\n{r.body}" for at, r in enumerate(reports)))


@layout(FOOTBALL)
def minutes_of_play_above_times(reports: Sequence[Report]) -> str:
    return blocks(*(f"{90 - 7 * at}. Min\n{r.colon}\n{r.headline}\n{r.body}" for at, r in enumerate(reports)))


@layout(day=True)
def day_and_time_with_dots(reports: Sequence[Report]) -> str:
    return blocks("Ticker zur Donau", *(f"{r.short_day}, {r.dot}\n{r.headline}\n{r.body}" for r in reports))


@layout()
def time_with_a_dot_before_headlines(reports: Sequence[Report]) -> str:
    return blocks("Ticker zur Donau", *(f"{r.dot} {r.headline}\n{r.body}" for r in reports))


@layout(day=True)
def time_and_day_behind_headlines(reports: Sequence[Report]) -> str:
    head = ("Liveticker zur Donau", "Artikel teilen\nKommentare")
    return blocks(*head, *(f"{r.headline} | {r.colon} Uhr ({r.short_day})\n{r.body}" for r in reports))


@layout(day=True)
def day_and_time_behind_headlines(reports: Sequence[Report]) -> str:
    head = (
        "Liveticker zur Donau",
        "Das Wasser steigt. Alle Meldungen des Tages lesen Sie hier im Überblick.",
        "Kommentare",
    )
    return blocks(*head, *(f"{r.headline} ({r.short_day}, {r.colon} Uhr)\n{r.body}" for r in reports))


@layout()
def index_right_above_times(reports: Sequence[Report]) -> str:
    index = (f"{r.colon} Uhr: {r.headline}" for r in reports[:4])
    return blocks("Liveticker zur Donau", *index, *(f"--- {r.colon} Uhr ---\n{r.headline}\n{r.body}" for r in reports))


@layout()
def initials_beside_times(reports: Sequence[Report]) -> str:
    authors = ("mmu", "ebe/dpa")
    return blocks(*(f"{r.colon} Uhr | {authors[at % 2]}\n{r.headline}\n{r.body}" for at, r in enumerate(reports)))


@layout(day=True)
def moment_of_the_page_above_its_lead(reports: Sequence[Report]) -> str:
    lead = "Das Wasser an der Donau steigt weiter. Alle Entwicklungen lesen Sie in unserem Liveblog."
    head = ("Hochwasser an der Donau", "14.11.2025, 16:40 Uhr", lead)
    return blocks(*head, *(f"{r.long_day} 2025, {r.colon} Uhr\n{r.headline}\n{r.body}" for r in reports))
