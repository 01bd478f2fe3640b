"""Tickers without times: a page that calls itself one, and whose headlines alone separate its entries."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise, takewhile

from warticker.expressions import compiled
from warticker.intake.layouts import sections
from warticker.intake.layouts.cohesion import NEAR, heads_a_picture
from warticker.intake.layouts.parts import behind_colons, spoken_or_listed
from warticker.intake.layouts.reading import Draft, Reading, Role, Sheet
from warticker.intake.layouts.subheads import COUNTED, own_subheads
from warticker.intake.layouts.titles import repeated_headlines, title_among
from warticker.intake.lines.announcing import LEAD, NAME, OVERVIEW, SERIES, is_note
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import is_headline, is_paragraph, sentence_breaks
from warticker.intake.lines.rubrics import is_section_name
from warticker.model import DocumentKind

_OF_ITSELF = compiled(
    r"\b(?:live|news)[- ]?(?:ticker|blog)|\b(?:hier|im|in (?:unser|dies)em)\b[^.!?]{0,30}(?:ticker|blog)\b",
    re.IGNORECASE,
)
"""How a text at the top says that its page is a ticker."""
_HEAD = 8
"""Within how many lines at the top a page says that it is a ticker."""


def read(page: Page) -> Reading | None:
    """The page as a ticker without times; None if it does not call itself one, or mentions one and has few entries."""
    named, ended = _calls_itself_a_ticker(page)
    reading = _read(page) if named or ended else None
    if reading is None:
        return None
    few = ended or (named > 1 and not any(SERIES.search(draft.headline) for draft in reading.drafts))
    return reading if len(reading.drafts) > (1 if few else 2) else None


def _calls_itself_a_ticker(page: Page) -> tuple[int, bool]:
    """How strongly the top says that a page is a ticker, an overview included, and whether that has ended."""
    top = [page.texts[at] for at in range(min(_HEAD, len(page.texts))) if not _leads_elsewhere(page, at)]
    named = sum(bool(SERIES.search(text) if is_headline(text) else _OF_ITSELF.search(text)) for text in top)
    named += bool(named) and any(OVERVIEW.fullmatch(text) for text in top)
    ended = any(
        kind == "closing" and SERIES.search(text) for kind, text in zip(page.furniture, page.texts, strict=True)
    )
    return named, ended or any(SERIES.search(text) and "zum Nachlesen" in text for text in top)


def _leads_elsewhere(page: Page, at: int) -> bool:
    """Whether a line below a text invites to another page and announces nothing."""
    if page.furniture[at] not in {"more", "promotion"} or page.texts[at].endswith(":"):
        return False
    return any(not page.furniture[above] and sentence_breaks(page.texts[above]) for above in range(at))


def _read(page: Page) -> Reading | None:
    """The page's headlines, with the paragraphs below them, as entries."""
    sheet = Sheet(page)
    stamps = sheet.take_dates(range(len(page.lines)))
    repeated = repeated_headlines(page)
    texts = sorted({*sections.texts(page), *(at for at in range(len(page.lines)) if _heads_a_picture(page, at))})
    lines, heads = sections.headed(page, texts, repeated)
    # Text above the name of the page's part is the caption of its picture.
    part = max((at for at in lines if at < _HEAD and is_section_name(page.texts[at])), default=-1)
    lines = [at for at in lines if at > part or (at in heads and at < part)]
    if not lines:
        return None
    if counted := _counted(page, lines, heads):
        heads = counted.union(at for at in heads if not page.texts[at].endswith(("!", "?")))
    top = sections.first_text(lines, heads)
    title_at = title_among(page, lines[:top], lines[top : top + sections.LEAD], repeated)
    title = "" if title_at is None else sheet.take(title_at, Role.TITLE)
    if top > 1 and lines[top - 1] != title_at:
        top -= 1
    body: Sequence[int] = lines[top:]
    heads -= spoken_or_listed(page.texts, body, heads)
    items = behind_colons(page.texts, body, heads)
    subheads = counted or own_subheads(page, body, heads, items, everything=True)
    heads -= items - subheads
    body = _below_a_note(page, body, subheads)
    if len(subheads) > 1 and body[0] == lines[top]:
        body = _without_lead(page, body, subheads)
    led = bool(body) and body[0] > lines[top]
    days = [(at, its.day) for at, its in enumerate(page.stamps) if its and its.is_day_heading and its.day]
    drafts = sections.drafts(sheet, body, heads, subheads, "" if led or " ++ " in title else title, days)
    return Reading(
        layout="ticker without times",
        kind=DocumentKind.TICKER,
        drafts=tuple(_uncounted(drafts or sections.whole(sheet, lines, title_at))),
        roles=tuple(sheet.roles),
        score=sections.SCORE,
        why=(
            "it calls itself a ticker, and no times repeat down the page; "
            f"{len(subheads)} headlines have texts below them"
        ),
        title=title,
        page_stamps=stamps,
    )


def _counted(page: Page, lines: Sequence[int], heads: Collection[int]) -> set[int]:
    """The headlines numbered `1. `, `2. `, ... below the lead: a list of all entries."""
    found = {at: int(match[1]) for at in lines if at in heads and (match := COUNTED.match(page.texts[at]))}
    numbers = list(found.values())
    if len(found) < 2 or numbers != list(range(numbers[0], numbers[0] + len(found))):
        return set()
    above = sum(at in heads and below not in heads for at, below in pairwise(lines) if below < min(found))
    return set(found) if above <= 1 else set()


def _heads_a_picture(page: Page, at: int) -> bool:
    """Whether a headline is above a picture's credit, and not below the one that the picture belongs to."""
    if not heads_a_picture(page, at):
        return False
    near = reversed(range(max(0, at - NEAR), at))
    above = next((page.texts[other] for other in near if not page.furniture[other]), "")
    return is_paragraph(above) or NAME.search(above) is not None


def _below_a_note(page: Page, body: Sequence[int], subheads: Collection[int]) -> Sequence[int]:
    """The lines below a note that the ticker is old or has ended, if its lead is above the note."""
    first = min(subheads, default=len(page.lines))
    start = body[0] if body else first
    note = max((at for at in range(start, first) if page.furniture[at] == "closing"), default=-1)
    return [at for at in body if at > note] or body


def _without_lead(page: Page, body: Sequence[int], subheads: Collection[int]) -> Sequence[int]:
    """A ticker's lines without those at the top that say what it is.

    Below the page's name these are its lead, or end by saying what the page is.
    """
    named, *others = sorted(subheads)
    body = [at for at in body if at > named or not is_note(page.texts[at])]
    ends = [page.texts[at] for at in body if named < at < others[0]]
    told = any(LEAD.search(text[max([0, *sentence_breaks(text)]) :]) for text in ends)
    if named < _HEAD and (told or NAME.search(page.texts[named])):
        return _without_lead(page, [at for at in body if at >= others[0]], others) if len(others) > 1 else body
    lead = list(takewhile(lambda at: at not in subheads, body))
    return body[len(lead) :] if any(LEAD.search(page.texts[at]) for at in lead) else body


def _uncounted(drafts: list[Draft]) -> list[Draft]:
    """The entries without the numbers of a list, which rise from the first to the last."""
    found = [COUNTED.match(draft.headline) for draft in drafts]
    numbers = [int(match[1]) for match in found if match is not None]
    if len(numbers) < max(2, len(drafts)) or any(b <= a for a, b in pairwise(numbers)):
        return drafts
    ends = (match.end() - 1 for match in found if match is not None)
    return [draft._replace(headline=draft.headline[end:]) for draft, end in zip(drafts, ends, strict=True)]
