"""Layouts in quite other hands: scripts, mail, chats, teletext, old content systems, small outlets."""

from __future__ import annotations

from collections.abc import Sequence

from tests.unit.documents.reports import MONTHS, WEEKDAYS, Report
from tests.unit.documents.subjects import CORONA, ELECTION, FOOTBALL, QUAKE, STORM
from tests.unit.documents.ticker_layouts import LAYOUTS, blocks, joined, layout, under_days

__all__ = ["LAYOUTS"]


@layout(STORM)
def teletext(reports: Sequence[Report]) -> str:
    return "WETTER AKTUELL 120/1\n\n" + joined(reports, "{K}\n{S} {T}\n{B}")


@layout(ELECTION, day=True)
def date_in_brackets_behind(reports: Sequence[Report]) -> str:
    return joined(reports, "{K} [{D}, {T}]\n{B}")


@layout(CORONA, day=True)
def full_words_with_comma(reports: Sequence[Report]) -> str:
    return joined(reports, "{W}, {L}, {P} Uhr\n\n{K}\n\n{B}")


@layout(CORONA)
def clock_and_pipe_and_agency(reports: Sequence[Report]) -> str:
    return joined(reports, "{T} Uhr | dpa\n{K}\n{B}")


@layout(QUAKE)
def headline_with_time_on_its_right(reports: Sequence[Report]) -> str:
    return joined(reports, "{K} | {T} Uhr\n\n{B}")


@layout(QUAKE)
def dot_and_headline_then_blank(reports: Sequence[Report]) -> str:
    return joined(reports, "{P} Uhr. {K}.\n\n{B}")


@layout(ELECTION)
def stars_around_the_time(reports: Sequence[Report]) -> str:
    return joined(reports, "*** {T} ***\n{K}\n{B}")


@layout(ELECTION)
def rule_between_entries(reports: Sequence[Report]) -> str:
    return joined(reports, "{T}\n{K}\n{B}", "\n________________\n")


@layout(FOOTBALL)
def kick_and_time_above(reports: Sequence[Report]) -> str:
    return joined(reports, "⚽ {T} Uhr – {K}\n{B}")


@layout(FOOTBALL, headline=False)
def time_in_slashes(reports: Sequence[Report]) -> str:
    return joined(reports, "/{T}/ {F}")


@layout(STORM)
def clock_then_dash_then_newline(reports: Sequence[Report]) -> str:
    return joined(reports, "{T} Uhr –\n{K}\n{B}")


@layout(STORM, headline=False)
def um_inside_a_label(reports: Sequence[Report]) -> str:
    return joined(reports, "Meldung von {T} Uhr:\n{B}")


@layout(STORM, day=True)
def published_and_updated_each(reports: Sequence[Report]) -> str:
    return joined(reports, "{K}\nVeröffentlicht: {D}, {T} Uhr\nAktualisiert: {D}, 23:59 Uhr\n{B}")


@layout(QUAKE, day=True)
def days_as_markdown_headings(reports: Sequence[Report]) -> str:
    parts, day = ["# Ticker"], None
    for r in reports:
        if r.day and r.day != day:
            parts.append(f"## {r.day.day}. {MONTHS[r.day.month]} {r.day.year}")
        day = r.day
        parts.append(f"**{r.colon} Uhr** – {r.headline}\n\n{r.body}")
    return blocks(*parts)


@layout(CORONA)
def list_of_definitions(reports: Sequence[Report]) -> str:
    return joined(reports, "{T} Uhr\n    {K}\n    {F}")


@layout(ELECTION)
def share_buttons_below_each(reports: Sequence[Report]) -> str:
    return joined(reports, "{T} Uhr\n\n{K}\n\n{B}\n\nTeilen\nKommentieren\n3")


@layout(ELECTION, headline=False)
def exclamation_and_no_headline(reports: Sequence[Report]) -> str:
    return joined(reports, "+++ {P} Uhr: {F}")


@layout(QUAKE)
def copy_with_link_texts(reports: Sequence[Report]) -> str:
    return joined(reports, "{T} Uhr\n[{K}](https://beispiel.org/meldung)\n{B}")


@layout(FOOTBALL)
def permalink_signs(reports: Sequence[Report]) -> str:
    return joined(reports, "{T} Uhr #\n{K}\n{B}")


@layout(CORONA)
def live_badge(reports: Sequence[Report]) -> str:
    return "LIVE\nCorona: Was heute wichtig war\n\n" + joined(reports, "LIVE {T} Uhr\n{K}\n{B}")


@layout(QUAKE, clock=False, day=False)
def headlines_in_capitals_without_times(reports: Sequence[Report]) -> str:
    return "Newsblog zum Beben\n\n" + joined(reports, "{K}\n{B}\n(APA)")


@layout(STORM, day=True)
def dated_like_a_diary(reports: Sequence[Report]) -> str:
    parts, day = ["Sturmtagebuch"], None
    for r in reports:
        if r.day and r.day != day:
            parts.append(f"{WEEKDAYS[r.day.weekday()]}, {r.day:%d.%m.%Y}:")
        day = r.day
        parts.append(f"{r.colon} Uhr\n{r.headline}\n{r.body}")
    return blocks(*parts)


@layout(ELECTION, day=True)
def two_digit_year(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.day:%d.%m.%y} - {r.colon}\n{r.headline}\n{r.body}" for r in reports))


@layout(ELECTION, day=True)
def day_then_month_name_then_time(reports: Sequence[Report]) -> str:
    return joined(reports, "{L} um {T} Uhr\n{K}\n{B}")


@layout(CORONA, headline=False, ascending=True)
def log_file(reports: Sequence[Report]) -> str:
    return joined(reports, "{T}:00  {F}", "\n")


@layout(FOOTBALL)
def numbered_entries(reports: Sequence[Report]) -> str:
    return blocks(*(f"#{len(reports) - i}\n{r.colon} Uhr\n{r.headline}\n{r.body}" for i, r in enumerate(reports)))


@layout(FOOTBALL)
def stamp_below_headline_and_author(reports: Sequence[Report]) -> str:
    return joined(reports, "{K}\nVon Max Muster\n{T} Uhr\n{B}")


@layout(STORM)
def stamp_at_end_of_text(reports: Sequence[Report]) -> str:
    return joined(reports, "{K}\n{F} ({T} Uhr)")


@layout(QUAKE)
def headline_colon_time(reports: Sequence[Report]) -> str:
    return joined(reports, "{K}: {T} Uhr\n{B}")


@layout(CORONA, day=True)
def page_date_and_times(reports: Sequence[Report]) -> str:
    return "Corona in Europa\n19. März 2021\n\n" + joined(reports, "{P} Uhr: {K}\n{B}")


@layout(ELECTION)
def headline_and_text_parted_by_a_colon(reports: Sequence[Report]) -> str:
    return blocks(*(f"{r.dot} Uhr - {r.headline}: {r.body}" for r in reports))


@layout(QUAKE)
def numbers_times_and_kickers(reports: Sequence[Report]) -> str:
    kickers = ("Rettung", "Hilfe aus Köln", "Häuser", "Nacht im Freien", "Lage", "In den Trümmern")
    told = zip(reports, kickers, strict=True)
    return blocks(
        *(f"{at}. {r.colon}\n\n{kicker}\n\n{r.headline}\n\n{r.body}" for at, (r, kicker) in enumerate(told, 1))
    )


@layout(STORM, day=True, headline=False)
def days_with_headlines(reports: Sequence[Report]) -> str:
    told = under_days(
        reports, lambda r: f"{r.long_day}: Der Sturm zieht weiter", lambda r: f"{r.dot} Uhr: {' '.join(r.paragraphs)}"
    )
    return blocks("Sturm im Newsblog\n08.11.2025, 22:30 Uhr", *told)
