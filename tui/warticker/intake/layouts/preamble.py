"""What stands on a ticker's page before its first entry: section, series, title, date, lead, a report cut in two."""

from __future__ import annotations

import re
from dataclasses import dataclass

from warticker.intake.furniture import is_section_name
from warticker.intake.layouts.reading import Draft, Role, Sheet
from warticker.intake.prose import is_headline
from warticker.intake.stamps import Stamp

SERIES = re.compile(r"(?:live|news|kriegs|nachrichten|minuten)?[- ]?(?:ticker|blog)s?\b|\blive\b", re.IGNORECASE)
"""What pages call a ticker."""
_LEAD = re.compile(
    r"(?:live|news)[- ]?(?:ticker|blog)|\bticker\b|\bblog\b|\bEntwicklungen\b|\bÜberblick\b|\bauf dem Laufenden\b|"
    r"\bNachrichten (?:zum|zur|aus|rund)\b|\b[Ll]esen Sie\b|\bhier finden Sie\b",
    re.IGNORECASE,
)
_OVERVIEW = re.compile(
    r"(?:Das Wichtigste|Die wichtigsten|Wichtige)\b.*|.*\bim Überblick:?|.*\bin Kürze:?|Inhalt:?|Übersicht:?",
    re.IGNORECASE,
)


BULLETS = ("•", "·", "▪", "-", "*")


@dataclass(frozen=True, slots=True)
class Preamble:
    """What was found before the first entry."""

    title: str = ""
    draft: Draft | None = None
    """The newest entry where its stamp and headline are lost."""
    stamps: tuple[Stamp, ...] = ()
    last: int | None = None
    """The line right above the first stamp, kept for the entry below it."""


def read_preamble(sheet: Sheet, first: int, *, keep_last: bool) -> Preamble:
    """Take the lines before line `first` for what they are; keep the last one if it is the first entry's headline."""
    page = sheet.page
    stamps = []
    lines = []
    overview = False
    for at in range(first):
        stamp = page.stamps[at]
        if stamp is not None and (stamp.dates_the_page or not stamp.rest):
            if not stamp.rest:
                sheet.take(at, Role.DATE)
            if not stamp.is_day_heading or (stamp.day is not None and stamp.day.full):
                stamps.append(stamp)
        elif page.furniture[at] is None and not is_section_name(page.lines[at].text):
            overview = overview or bool(_OVERVIEW.fullmatch(page.lines[at].text))
            if not overview:
                lines.append(at)
    above = next((at for at in range(first - 1, -1, -1) if not page.furniture[at]), -1)
    last = above if keep_last and _is_bare_headline(sheet, above) else None
    lines = [at for at in lines if at != last]
    heads = [at for at in lines if is_headline(page.lines[at].text)]
    prose = [at for at in lines if at not in heads]
    if any(_LEAD.search(page.lines[at].text) for at in prose):
        prose = []
    title = _title(sheet, heads)
    draft = Draft(paragraphs=sheet.take_all(prose, Role.PARAGRAPH)) if prose else None
    return Preamble(title, draft, tuple(stamps), last)


def _is_bare_headline(sheet: Sheet, at: int) -> bool:
    page = sheet.page
    if at < 0 or page.furniture[at] or page.stamps[at]:
        return False
    listed = at > 0 and page.lines[at].text.startswith(BULLETS) and page.lines[at - 1].text.startswith(BULLETS)
    return is_headline(page.lines[at].text) and not listed


def _title(sheet: Sheet, heads: list[int]) -> str:
    """The line that names the series, else the first."""
    if not heads:
        return ""
    named = [at for at in heads if SERIES.search(sheet.page.lines[at].text)]
    return sheet.take((named or heads)[0], Role.TITLE)
