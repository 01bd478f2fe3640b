"""What stands on a ticker's page before its first entry: section, series, title, date, lead, a report cut in two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from warticker.expressions import compiled
from warticker.intake.layouts.cohesion import is_told_again
from warticker.intake.layouts.reading import Draft, Role, Sheet
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import (
    BULLETS,
    ends_sentence,
    is_headline,
    is_more_than_a_kicker,
    is_paragraph,
    sentence_breaks,
)
from warticker.intake.lines.rubrics import is_section_name
from warticker.intake.lines.stamps import Stamp

SERIES = compiled(
    r"(?:ticker|blog)s?\b|"
    r"\blive\b|\bnews-?update\b|\baktuelles\b|\bdirect\b",
    re.IGNORECASE,
)
"""What pages call a ticker."""
TICKER = compiled(r"(?:ticker|blog)s?\b", re.IGNORECASE)
"""What calls itself a ticker, or speaks of one."""
LIVE = compiled(r"\b(?:live|news)[- ]?(?:ticker|blog)", re.IGNORECASE)
"""What only the page of a ticker calls itself."""
_NEWS = (
    r"\b(?:Die|Alle|Aktuelle|(?:die )?(?:neu|neues|neuest|wichtigst)e[ns]?) (?:Nachrichten|News|Neuigkeiten|Infos?|"
    r"Informationen|Meldungen) (?:zum|zur|aus|rund|des|vom|im|in)\b|\bNachrichten (?:zum|zur|rund)\b"
)
NAME = compiled(rf"(?:ticker|blog)s?\b|{_NEWS}", re.IGNORECASE)
"""What names a page and no entry: its series, or what its news are of."""
LEAD = compiled(
    r"(?:ticker|blog)s?\b|\bEntwicklungen\b|\bim (?:Minuten-?)?Protokoll\b|\bin der (?:Chronik|Chronologie)\b|"
    r"\baktuelle Lage\b|\b(?:Über|Rück)blick\b|"
    rf"\bauf einen Blick\b|\bauf dem Laufenden\b|{_NEWS}|\bDie News\b|\b[Ll]esen Sie\b|"
    r"\bhier finden Sie\b|\bfinden Sie hier\b|\b(?:versorg|informier)\w+ (?:wir )?(?:Sie|euch|dich)\b",
    re.IGNORECASE,
)
OVERVIEW = compiled(
    r"(?:Das (?:Wichtigste|Wesentliche)|Die wichtigsten)\b.*|"
    r"Wichtige (?:Entwicklungen|Ereignisse|Meldungen|Nachrichten|Punkte|Infos)\b.*|"
    r".*\bim Überblick:?|.*\bin Kürze:?|Inhalt:?|Übersicht:?",
    re.IGNORECASE,
)

_NOTE = tuple(
    compiled(words, re.IGNORECASE)
    for words in (
        r"\b(?:Berichterstattung|Angaben|Informationen|Quellen|Meldungen)\b",
        r"\bunabhängig",
        r"\b(?:(?:über|nach)?prüf|verifizier|bestätig)",
    )
)
"""What a note has, in this order, that what the page reports cannot be checked."""

_OFTEN = 3
"""From how often on a label is one of entries."""


@dataclass(frozen=True, slots=True)
class Preamble:
    """What was found before the first entry."""

    title: str = ""
    draft: Draft | None = None
    """The newest entry where its stamp and headline are lost."""
    stamps: tuple[Stamp, ...] = ()
    last: int | None = None
    """The line right above the first stamp, kept for the entry below it."""


def read_preamble(
    sheet: Sheet, first: int, *, keep_last: bool, headlines: bool = False, beside: bool = False, reports: bool = True
) -> Preamble:
    """Take the lines before line `first` for what they are.

    The last one is kept if it is the first entry's headline. With `headlines` entries have some, and a report whose
    stamp is lost may have one too, one that it takes up and not the page's where they stand `beside` stamps; without
    `reports` none can be there, as where stamp and text are one line.
    """
    page = sheet.page
    stamps, lines = _stamps_and_lines(sheet, first)
    days = {at for at in range(first) if (its := page.stamps[at]) and its.is_day_heading}
    above = next((at for at in range(first - 1, -1, -1) if not page.furniture[at] and at not in days), -1)
    last = above if keep_last and _is_bare_headline(sheet, above) else None
    lines = [at for at in lines if at != last]
    heads = [at for at in lines if is_headline(page.texts[at])]
    own = _own_headline(page, lines, heads, first) if headlines or beside else None
    prose = _report(page, lines, heads, first, own, headlines=headlines) if reports else []
    own = max(at for at in heads if at < prose[0]) if prose and own is not None else None
    if own is not None and beside:
        told = [page.texts[at] for at in prose] if page.texts[own] != page.texts[heads[0]] else []
        own = own if is_told_again(page.texts[own], told) else None
    title = _title(sheet, [at for at in heads if at != own])
    headline = "" if own is None else sheet.take(own, Role.HEADLINE)
    if not prose:
        return Preamble(title, None, tuple(stamps), last)
    headings = (stamp.day for stamp in reversed(page.stamps[: prose[0]]) if stamp and stamp.is_day_heading)
    paragraphs = sheet.take_all(prose, Role.PARAGRAPH)
    return Preamble(title, Draft(headline, paragraphs, None, next(headings, None)), tuple(stamps), last)


def _stamps_and_lines(sheet: Sheet, first: int) -> tuple[list[Stamp], list[int]]:
    """The dates of the page among the lines before line `first`, and the lines that are no furniture or overview."""
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
        elif stamp is not None and stamp.clock is not None and stamp.rest:
            continue
        elif page.furniture[at] == "kicker":
            overview = overview or bool(OVERVIEW.fullmatch(page.texts[at]))
        elif page.furniture[at] is None and not is_section_name(page.lines[at].text):
            overview = overview or bool(OVERVIEW.fullmatch(page.texts[at]))
            if not overview:
                lines.append(at)
    return stamps, lines


def _own_headline(page: Page, lines: Sequence[int], heads: Sequence[int], first: int) -> int | None:
    """The headline right above the first text on top that is no lead, where it does not name the page.

    No date parts the two, nor a name that stands on the page once: the page is that author's.
    """
    told = (at for at in lines if is_paragraph(page.texts[at]) and at not in heads)
    prose = next((at for at in told if not LEAD.search(page.texts[at])), None)
    if prose is None:
        return None
    own = max((at for at in heads if at < prose), default=None)
    dates = _dates_of_the_page(page, first)
    parted = own is not None and any(page.stamps[at] or at in dates for at in range(own + 1, prose))
    names = own is not None and (SERIES.search(page.texts[own]) or " ++ " in page.texts[own])
    return None if parted or names else own


def _report(
    page: Page, lines: Sequence[int], heads: Sequence[int], first: int, own: int | None, *, headlines: bool
) -> list[int]:
    """The paragraphs of a report whose stamp is lost, among the lines before the first entry; `own` is its headline.

    A lead is none: it says what the page is, or stands between title and date, or stands above a headline where entries
    have none. What stands above the ticker's own name is a lead as well, and what stands right below one, or is mostly
    single sentences, or a note on how the page reports, or above an overview.
    """
    prose = [at for at in lines if at not in heads and is_paragraph(page.texts[at])]
    dates = _dates_of_the_page(page, first)
    last = max(dates, default=-1)
    leads = [at for at in prose if LEAD.search(page.texts[at]) or (heads and heads[0] < at < last)]
    leads += [at for at in lines if prose and at > prose[0] and at in heads and SERIES.search(page.texts[at])]
    above = max((at for at in range(first) if not page.furniture[at] and not page.stamps[at]), default=-1)
    leads += [above] if page.texts[above].endswith(":") else []
    leads += [at for at in range(first) if _says_what_follows(page, at) or OVERVIEW.fullmatch(page.texts[at])]
    leads += _below_the_name(page, prose, heads) if own is None else []
    if not headlines and lines and lines[-1] in heads:
        leads.append(lines[-1])
    lead = max(leads, default=-1)
    prose = [at for at in prose if at > lead and not page.texts[at].startswith(BULLETS)]
    if not any(ends_sentence(page.texts[at]) and is_more_than_a_kicker(page.texts[at]) for at in prose):
        return []
    notes = [at for at in prose if is_note(page.texts[at])]
    prose = [at for at in prose if at > max(notes, default=-1)]
    if leads:
        if prose and prose[0] == lead + 1 and not page.stamps[lead] and ends_sentence(page.texts[lead]):
            return []
        return prose if 2 * sum(bool(sentence_breaks(page.texts[at])) for at in prose) >= len(prose) else []
    return prose


def _below_the_name(page: Page, prose: Sequence[int], heads: Sequence[int]) -> list[int]:
    """The first text below a headline, or a string of headlines, that calls the page a ticker."""
    named = (at for at in range(prose[0] if prose else 0) if at in heads or page.furniture[at] == "headlines")
    return list(prose[:1]) if any(TICKER.search(page.texts[at]) for at in named) else []


def is_note(text: str) -> bool:
    """Whether a text notes that what the page reports cannot be checked."""
    start = 0
    for words in _NOTE:
        match = words.search(text, start)
        if match is None:
            return False
        start = match.end()
    return True


def _says_what_follows(page: Page, at: int) -> bool:
    """Whether a line of furniture announces the entries below it, or says that the ticker has ended."""
    kind, text = page.furniture[at], page.texts[at]
    announces = kind in {"promotion", "related"} and (text.endswith(":") or SERIES.search(text)) and LEAD.search(text)
    return kind == "closing" or bool(announces)


def _dates_of_the_page(page: Page, first: int) -> frozenset[int]:
    """The lines on top that are a date or a byline, and none that every entry has."""
    shapes = Counter((stamp.label, stamp.is_day_heading) for stamp in page.stamps if stamp is not None)
    names = Counter(text for text, kind in zip(page.texts, page.furniture, strict=True) if kind == "byline")
    found = set()
    for at in range(first):
        stamp = page.stamps[at]
        shape = ("", False) if stamp is None else (stamp.label, stamp.is_day_heading)
        dated = stamp is not None and (not any(shape) or shapes[shape] < _OFTEN)
        if dated or (page.furniture[at] == "byline" and names[page.texts[at]] == 1):
            found.add(at)
    return frozenset(found)


def _is_bare_headline(sheet: Sheet, at: int) -> bool:
    page = sheet.page
    if at < 0 or page.furniture[at] or page.stamps[at]:
        return False
    line = page.lines[at]
    listed = at > 0 and not line.gap and line.text.startswith(BULLETS) and page.texts[at - 1].startswith(BULLETS)
    return is_headline(page.lines[at].text) and not listed


def _title(sheet: Sheet, heads: list[int]) -> str:
    """The line that names the series, else the first that is more than a kicker."""
    if not heads:
        return ""
    texts = sheet.page.texts
    named = [at for at in heads if SERIES.search(texts[at])]
    long = [at for at in heads if is_more_than_a_kicker(texts[at]) and not texts[at].startswith("+")]
    return sheet.take((named or long or heads)[0], Role.TITLE)
