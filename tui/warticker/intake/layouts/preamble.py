"""What precedes a ticker's first entry: section, series, title, date, lead, a report that was cut in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from warticker.intake.layouts.cohesion import is_told_again
from warticker.intake.layouts.reading import Draft, Role, Sheet, without_plus_signs
from warticker.intake.layouts.style import Style
from warticker.intake.lines.announcing import LEAD, OVERVIEW, SERIES, TICKER, is_note
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

_OFTEN = 3
"""Labels that occur at least so often belong to entries."""


class Preamble(NamedTuple):
    """What was found before the first entry."""

    title: str = ""
    draft: Draft | None = None
    """The newest entry, if its stamp and headline are missing."""
    stamps: tuple[Stamp, ...] = ()
    last: int | None = None
    """The line directly above the first stamp, kept for the entry below it."""


def read_preamble(sheet: Sheet, first: int, how: Style, *, reports: bool = True) -> Preamble:
    """Interpret the lines before line `first` on a page with headlines in the style `how`.

    If entries have headlines, so may a report whose stamp is missing: one whose words it repeats, and not the page's
    title if headlines are beside stamps. Without `reports` there can be none, as where stamp and text are one line.
    """
    page = sheet.page
    stamps = sheet.take_dates(range(first))
    listed = _listed(page, first)
    above = [at for at in range(first) if not page.furniture[at] and not page.stamps[at]][-1:]
    last = next((at for at in above if how.above and at not in listed and is_headline(page.texts[at])), None)
    lines = [at for at in _lines(page, first) if at != last]
    heads = [at for at in lines if is_headline(page.texts[at])]
    own = _own_headline(page, lines, heads, first) if how.above or how.below or how.beside else None
    prose = _report(page, lines, heads, first, own, how) if reports else []
    own = max(at for at in heads if at < prose[0]) if prose and own is not None else None
    if own is not None and how.beside:
        told = [page.texts[at] for at in prose] if page.texts[own] != page.texts[heads[0]] else []
        own = own if is_told_again(page.texts[own], told) else None
    title = _title(sheet, [at for at in heads if at != own and at not in listed])
    headline = "" if own is None else sheet.take(own, Role.HEADLINE)
    if not prose:
        return Preamble(title, None, stamps, last)
    headings = (stamp.day for stamp in reversed(page.stamps[: prose[0]]) if stamp and stamp.is_day_heading)
    paragraphs = sheet.take_all(prose, Role.PARAGRAPH)
    return Preamble(title, Draft(headline, paragraphs, None, next(headings, None)), stamps, last)


def _lines(page: Page, first: int) -> list[int]:
    """The lines before line `first` other than furniture and dates, down to an overview, which no agency signs."""
    lines = [at for at in range(first) if page.furniture[at] is None and page.stamps[at] is None]
    overview = next((at for at in lines if OVERVIEW.fullmatch(page.texts[at])), first)
    signed = "agency" in page.furniture[overview:first]
    return [at for at in lines if (signed or at < overview) and not is_section_name(page.texts[at])]


def _listed(page: Page, first: int) -> set[int]:
    """The lines of a list before line `first`: bullets directly below each other."""
    bullets = [text.startswith(BULLETS) for text in page.texts[:first]]
    below = [at for at in range(1, first) if bullets[at - 1] and bullets[at] and not page.lines[at].gap]
    return {*below, *(at - 1 for at in below)}


def _own_headline(page: Page, lines: Sequence[int], heads: Sequence[int], first: int) -> int | None:
    """The headline directly above the first non-lead text, if it names no ticker and no date is between the two."""
    prose = next((at for at in lines if not is_headline(page.texts[at]) and not LEAD.search(page.texts[at])), first)
    own = max((at for at in heads if at < prose), default=None)
    if own is None or SERIES.search(page.texts[own]) or any(own < at < prose for at in _dates_of_the_page(page, first)):
        return None
    return own


def _report(
    page: Page, lines: Sequence[int], heads: Sequence[int], first: int, own: int | None, how: Style
) -> list[int]:
    """The paragraphs of a report without stamp among the lines before the first entry; `own` is its headline.

    A lead is excluded: it says what the page is, or is between title and date, or above a headline if entries have
    none. So is anything above the ticker's own name, directly below a lead, mostly of single sentences, a note on how
    the page reports, or above an overview.
    """
    prose = [at for at in lines if is_paragraph(page.texts[at])]
    last = max(_dates_of_the_page(page, first), default=-1)
    leads = [at for at in prose if LEAD.search(page.texts[at]) or (heads and heads[0] < at < last)]
    leads += [at for at in heads if prose and at > prose[0] and SERIES.search(page.texts[at])]
    leads += [at for at in range(first) if _says_what_follows(page, at, first) or OVERVIEW.fullmatch(page.texts[at])]
    leads += _below_the_name(page, prose) if own is None else []
    if not (how.above or how.below) and lines and lines[-1] in heads:
        leads.append(lines[-1])
    lead = max(leads, default=-1)
    prose = [at for at in prose if at > lead and not page.texts[at].startswith(BULLETS)]
    if not any(ends_sentence(page.texts[at]) and is_more_than_a_kicker(page.texts[at]) for at in prose):
        return []
    notes = [at for at in prose if is_note(page.texts[at])]
    prose = [at for at in prose if at > max(notes, default=-1)]
    if leads:
        if prose and prose[0] == lead + 1 and ends_sentence(page.texts[lead]):
            return []
        return prose if 2 * sum(bool(sentence_breaks(page.texts[at])) for at in prose) >= len(prose) else []
    return prose


def _below_the_name(page: Page, prose: Sequence[int]) -> list[int]:
    """The first text below a headline, a section's name or several headlines that call the page a ticker."""
    named = (page.texts[at] for at in range(prose[0] if prose else 0) if page.furniture[at] in {None, "headlines"})
    return list(prose[:1]) if any(TICKER.search(text) for text in named) else []


def _says_what_follows(page: Page, at: int, first: int) -> bool:
    """Whether a line announces the entries from line `first` on, or says that the ticker has ended."""
    kind, text = page.furniture[at], page.texts[at]
    announces = (at == first - 1 and text.endswith(":")) or (kind in {"promotion", "related"} and TICKER.search(text))
    return kind == "closing" or bool(announces)


def _dates_of_the_page(page: Page, first: int) -> list[int]:
    """The lines at the top that are a date other than those of all entries."""
    shapes = Counter((stamp.label, stamp.is_day_heading) for stamp in page.stamps if stamp is not None)
    dates = ((at, (its.label, its.is_day_heading)) for at, its in enumerate(page.stamps[:first]) if its is not None)
    return [at for at, shape in dates if not any(shape) or shapes[shape] < _OFTEN]


def _title(sheet: Sheet, heads: list[int]) -> str:
    """The line that names the series, else the first that is more than a kicker."""
    if not heads:
        return ""
    texts = sheet.page.texts
    named = [at for at in heads if SERIES.search(texts[at])]
    long = [at for at in heads if is_more_than_a_kicker(texts[at]) and not texts[at].startswith("+")]
    return without_plus_signs(sheet.take((named or long or heads)[0], Role.TITLE))
