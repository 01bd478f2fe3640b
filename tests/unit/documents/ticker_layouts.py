"""Real layouts as small functions: one set of reports, set as each outlet sets its own.

A layout renders reports into a page; `Layout` says what of a report the page still tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from tests.unit.documents.reports import FRIDAY, MONTHS, REPORTS, THURSDAY, WEEKDAYS, Report


@dataclass(frozen=True)
class Layout:
    """A way to set reports, and what of them it tells."""

    name: str
    render: Callable[[Sequence[Report]], str]
    day: bool = False
    clock: bool = True
    headline: bool = True
    ascending: bool = False
    reports: Sequence[Report] = REPORTS

    @property
    def shown(self) -> Sequence[Report]:
        """The reports in the page's order."""
        return self.reports[::-1] if self.ascending else self.reports

    @property
    def page(self) -> str:
        return self.render(self.shown)


LAYOUTS: list[Layout] = []


def layout(
    reports: Sequence[Report] = REPORTS, **told: bool
) -> Callable[[Callable[[Sequence[Report]], str]], Callable[[Sequence[Report]], str]]:
    def enter(render: Callable[[Sequence[Report]], str]) -> Callable[[Sequence[Report]], str]:
        LAYOUTS.append(Layout(render.__name__, render, reports=reports, **told))
        return render

    return enter


def blocks(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def under_days(
    reports: Sequence[Report], heading: Callable[[Report], str], entry: Callable[[Report], str]
) -> Iterator[str]:
    """Each report in an entry, and above the first of each day its heading."""
    for _, of_day in groupby(reports, key=lambda report: report.day):
        first, *others = of_day
        yield from (heading(first), entry(first), *map(entry, others))


def joined(reports: Sequence[Report], line: str, between: str = "\n\n") -> str:
    """A page of one pattern: T is the time with a colon, P with a dot, D S L the day, W the weekday, K the headline.

    B, A and F are the paragraphs, on lines of their own, with blank lines between, or flat.
    """
    pages = []
    for r in reports:
        assert r.day
        parts = {
            "T": r.colon,
            "P": r.dot,
            "D": f"{r.day:%d.%m.%Y}",
            "S": f"{r.day:%d.%m.}",
            "L": f"{r.day.day}. {MONTHS[r.day.month]} {r.day.year}",
            "W": WEEKDAYS[r.day.weekday()],
            "K": r.headline,
            "A": r.body,
            "B": "\n".join(r.paragraphs),
            "F": " ".join(r.paragraphs),
        }
        pages.append(line.format(**parts))
    return between.join(pages) + "\n"


@layout(day=True)
def plus_glued_with_stamp(reports: Sequence[Report]) -> str:
    first, *rest = reports
    return blocks(
        "Politik",
        f"Krise an der Donau im Liveticker+++ {first.colon} {first.headline} +++",
        "14.11.2025, 00:09 Uhr",
        first.body,
        *(f"+++ {r.colon} {r.headline} +++\n\n{r.body}" for r in rest),
        "Alle früheren Meldungen finden Sie hier.",
    )


@layout()
def plus_single_newlines_with_caption(reports: Sequence[Report]) -> str:
    first, *rest = reports
    lines = [
        f"Donau-Krise im Liveticker +++ {first.colon} {first.headline} +++",
        "Ein Schiff liegt im Hafen.",
        "(Foto: dpa / Muster)",
    ]
    lines += first.paragraphs
    for r in rest:
        lines += [f"+++ {r.colon} {r.headline} +++", *r.paragraphs]
    return "\n".join(lines)


@layout()
def plus_blank_lines(reports: Sequence[Report]) -> str:
    return blocks(*(f"+++ {r.colon} {r.headline} +++\n\n{r.body}" for r in reports))


@layout(day=True)
def double_plus_title_dated_stamps(reports: Sequence[Report]) -> str:
    return blocks(
        "Krise an der Donau ++ Fähren stehen still ++",
        "Stand: 14.11.2025 16:45 Uhr",
        *(f"{r.short_day} • {r.colon} Uhr\n\n{r.headline}\n\n{r.body}" for r in reports),
    )


@layout()
def time_alone(reports: Sequence[Report]) -> str:
    return "\n".join(f"{r.colon} Uhr\n{r.headline}\n" + "\n".join(r.paragraphs) for r in reports)


@layout(clock=False)
def headlines_without_times(reports: Sequence[Report]) -> str:
    parts = [
        "Liveblog zur Krise an der Donau",
        "Videoplayer",
        "Ein Klick für den Datenschutz: Erst wenn Sie hier klicken, werden Bilder geladen.",
    ]
    for r in reports:
        parts += [r.headline, "\n\n".join("    " + p for p in r.paragraphs), "|"]
    return blocks(*parts)


@layout()
def dash_headline(reports: Sequence[Report]) -> str:
    return blocks(
        "Alle Entwicklungen im Liveticker:", "Anzeige", *(f"{r.colon} Uhr – {r.headline}\n\n{r.body}" for r in reports)
    )


@layout(day=True)
def bar_headline_with_closing_day(reports: Sequence[Report]) -> str:
    return blocks(
        "14:00 Uhr | Unser Ticker am Freitag, 14. November 2025, endet hiermit"[12:],
        *(f"{r.colon} Uhr | {r.headline}\n\n{r.body}" for r in reports),
        "Schiffe im Hafen. Bildrechte: imago images/Muster",
    )


@layout()
def headline_above_inline_time(reports: Sequence[Report]) -> str:
    return blocks(
        *(f"{r.headline}\n\n{r.dot} Uhr: {r.body}" for r in reports), "Das waren die News zur Krise am 14. November."
    )


@layout()
def flattened_into_one_paragraph(reports: Sequence[Report]) -> str:
    return " ".join(f"{r.headline} {r.dot} Uhr: {' '.join(r.paragraphs)}" for r in reports)


@layout(day=True)
def day_on_first_of_each_day(reports: Sequence[Report]) -> str:
    seen: set[date | None] = set()
    parts = ["Krise an der Donau: Der Newsblog", "Stand: 14.11.2025, 17:00 Uhr"]
    for r in reports:
        day = "" if r.day in seen else f"{r.long_day}, "
        seen.add(r.day)
        parts.append(f"{r.headline}\n\n{day}{r.dot} Uhr: {r.body}")
    return blocks(*parts)


@layout(day=True, headline=False)
def update_of_day_and_time(reports: Sequence[Report]) -> str:
    return blocks(
        "Erstmeldung vom 14.11.2025",
        *(
            f"Update vom {r.long_day.split(', ')[1]}, {r.clock.hour}.{r.clock:%M} Uhr: {r.body}"
            for r in reports
            if r.clock
        ),
    )


@layout()
def time_colon_headline(reports: Sequence[Report]) -> str:
    top = "\n".join(f"• {r.headline} ({r.dot} Uhr)" for r in reports[:3])
    return blocks("Der Überblick:", top, *(f"{r.dot} Uhr: {r.headline}\n" + "\n".join(r.paragraphs) for r in reports))


@layout(day=True, clock=False)
def opening_plus_under_day_headings(reports: Sequence[Report]) -> str:
    def entry(r: Report) -> str:
        return f"+++ {r.headline}. {' '.join(r.paragraphs)}\n\nEin Hafen (AFP / Max Muster)"

    return blocks(*under_days(reports, lambda r: f"{r.long_day} 2025", entry))


@layout(headline=False)
def time_and_text(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.dot} Uhr: {' '.join(r.paragraphs)}\n\nNichts geht mehr! (Foto: REUTERS)" for r in reports))


@layout(day=True, headline=False, ascending=True)
def authors_and_american_stamps(reports: Sequence[Report]) -> str:
    names = ("Erika Muster", "Hans Beispiel")
    return blocks(
        *(
            f"• {r.day.month}/{r.day.day}/{r.day.year} {r.clock:%I:%M:%S %p}   {names[at % 2]}\n"
            + "\n".join(r.paragraphs)
            for at, r in enumerate(reports)
            if r.day
        )
    )


@layout(headline=False, ascending=True)
def one_digit_ascending(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.clock.hour}:{r.clock:%M}: {' '.join(r.paragraphs)}" for r in reports if r.clock))


@layout(headline=False)
def time_between_marks(reports: Sequence[Report]) -> str:
    spaced = ("+++{} Uhr+++ ", "+++{} Uhr +++ ", "+++{}Uhr+++ ")
    return blocks(*(spaced[at % 3].format(r.dot) + " ".join(r.paragraphs) for at, r in enumerate(reports)))


@layout()
def sources_below(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.colon} Uhr – {r.headline}\n\n{r.body}\n\nQuelle: dpa" for r in reports))


@layout(headline=False)
def time_with_a_glued_one(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.dot} Uhr{'' if at == 2 else ': '}{' '.join(r.paragraphs)}" for at, r in enumerate(reports)))


@layout(day=True, headline=False)
def date_in_the_title(reports: Sequence[Report]) -> str:
    return blocks(
        "Krise an der Donau: Newsblog vom 14. November 2025",
        *(f"{r.colon} Uhr: {' '.join(r.paragraphs)}\n\nAuch interessant: Was Fähren kosten" for r in reports),
    )


@layout(day=True)
def day_headings_with_times(reports: Sequence[Report]) -> str:
    return blocks(
        *under_days(reports, lambda r: f"{r.long_day} 2025", lambda r: f"{r.colon}\n{r.headline}\n\n{r.body}")
    )


@layout(day=True)
def iso_stamps_below_headlines(reports: Sequence[Report]) -> str:
    return blocks("Liveblog: Krise an der Donau", *(f"{r.headline}\n{r.day} {r.colon}\n{r.body}" for r in reports))


@layout()
def bracketed_times(reports: Sequence[Report]) -> str:
    return blocks(*(f"[{r.colon}] {r.headline}\n{r.body}" for r in reports))


@layout()
def time_then_headline_alone(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.colon} {r.headline}\n\n{r.body}" for r in reports))


@layout()
def time_at_the_headlines_end(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.headline} ({r.colon} Uhr)\n\n{r.body}" for r in reports))


@layout(day=True)
def clock_before_date(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.colon} Uhr, {r.short_day}\n{r.headline}\n{r.body}" for r in reports))


@layout(headline=False)
def translated_with_space_before_colon(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.colon} Uhr : {' '.join(r.paragraphs)}" for r in reports))


@layout()
def index_of_times_on_top(reports: Sequence[Report]) -> str:
    index = "\n".join(f"{r.colon} {r.headline}" for r in reports)
    return blocks("Liveticker: Krise an der Donau", index, *(f"{r.colon} {r.headline}\n\n{r.body}" for r in reports))


@layout()
def text_browser_frame(reports: Sequence[Report]) -> str:
    text = blocks("+++ Nachrichten von der Donau +++", *(f"{r.dot} Uhr – {r.headline}\n{r.body}" for r in reports))
    return "\n".join(f"| {line} |" for line in text.split("\n"))


@layout(day=True)
def relative_words_for_days(reports: Sequence[Report]) -> str:
    word = {FRIDAY: "Heute", THURSDAY: "Gestern"}
    return blocks(
        "Stand: 14. November 2025, 17:10 Uhr",
        *(f"{word[r.day]}, {r.colon} Uhr\n{r.headline}\n{r.body}" for r in reports if r.day),
    )


@layout()
def everything_marked_in_one_line(reports: Sequence[Report]) -> str:
    return " ".join(f"+++ {r.colon} {r.headline} +++ {' '.join(r.paragraphs)}" for r in reports)


@layout(clock=False)
def bullets_and_relative_times(reports: Sequence[Report]) -> str:
    return blocks(*(f"• {r.headline}\n\nVor {at + 2} Stunden {r.body}" for at, r in enumerate(reports)))


@layout(clock=False)
def marks_without_times(reports: Sequence[Report]) -> str:
    return blocks("Krise an der Donau", *(f"+++ {r.headline} +++\n\n{r.body}" for r in reports))


@layout()
def bold_and_hyphen(reports: Sequence[Report]) -> str:
    return "\n".join(f"{r.colon} - {r.headline}\n" + "\n".join(r.paragraphs) for r in reports)
