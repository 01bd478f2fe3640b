"""Articles, and tickers without times: headlines, each with the paragraphs below it.

A headline is told from a paragraph by how it is written, and from a caption or a link to another article by cohesion:
the paragraphs below a headline of the text take its words up, the ones below a foreign line do not.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from warticker.intake.layouts.cohesion import heads_a_picture, is_told_again
from warticker.intake.layouts.parts import behind_colons, sentences, spoken_or_listed
from warticker.intake.layouts.preamble import LEAD, NAME, OVERVIEW, SERIES, is_note
from warticker.intake.layouts.reading import Draft, Reading, Role, Sheet
from warticker.intake.layouts.subheads import COUNTED, opens_a_section, own_subheads
from warticker.intake.layouts.tails import is_label, within
from warticker.intake.layouts.titles import (
    FRONT,
    is_unended,
    repeated_headlines,
    title_among,
    told_at_once,
)
from warticker.intake.lines.dates import DayMark
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import (
    OPENERS,
    begins_with_a_small_word,
    is_headline,
    is_paragraph,
    sentence_breaks,
)
from warticker.intake.lines.rubrics import is_section_name
from warticker.intake.lines.stamps import Stamp
from warticker.model import DocumentKind

_OF_ITSELF = re.compile(
    r"\b(?:live|news)[- ]?(?:ticker|blog)|\b(?:hier|in (?:unser|dies)em)\b[^.!?]{0,30}(?:ticker|blog)\b", re.IGNORECASE
)
"""How a text on top says that its page is a ticker."""
_HEAD = 8
"""Among how many lines on top a page says that it is a ticker."""
_TOP = 25
"""Among how many lines on top a page announces its entries."""
SCORE = 0.55
"""How well sections explain any page."""
_LINES = 3
"""How many lines a page has at least whose last one is asked whether it was cut off."""
_LONG = 4
"""How many spaces such a line has at least."""
_CUT = 14
"""How many spaces a line has at least that is longer than links below a text."""
_LEAD = 5
"""How many lines below the headlines on top are asked which of them they take up."""


def read(page: Page) -> Reading | None:
    """The page as sections; None where it holds no line of text.

    One that calls itself a ticker is one where its sections are several, else it speaks of one.
    """
    named, ended = _calls_itself_a_ticker(page)
    if named or ended:
        reading = _read(page, entries=True)
        few = ended or (named > 1 and reading and not any(SERIES.search(draft.headline) for draft in reading.drafts))
        if reading is None or len(reading.drafts) > (1 if few else 2):
            return reading
    return _read(page, entries=False)


def _calls_itself_a_ticker(page: Page) -> tuple[int, bool]:
    """How much on top says that a page is a ticker, an overview too, and whether it says that it is one that ended."""
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


def _read(page: Page, *, entries: bool) -> Reading | None:
    """The page as sections, which are a ticker's entries or an article's parts."""
    sheet = Sheet(page)
    stamps = _dates(sheet)
    repeated = repeated_headlines(page)
    lines, heads = _lines(sheet, repeated, entries=entries)
    if not lines:
        return None
    top = next((number for number, at in enumerate(lines) if at not in heads), len(lines))
    title_at = title_among(page, [at for at in lines[:top] if at in heads], lines[top : top + _LEAD], repeated)
    title = "" if title_at is None else sheet.take(title_at, Role.TITLE)
    listed = entries or FRONT.fullmatch(title) is not None
    if top > 1 and lines[top - 1] != title_at and (listed or opens_a_section(page, lines, heads, top - 1, title_at)):
        top -= 1
    body: Sequence[int] = lines[top:]
    heads -= spoken_or_listed(page.texts, body, heads)
    items = behind_colons(page.texts, body, heads)
    body = body if entries else within(page, body, heads - items)
    subheads = own_subheads(page, body, heads, items, everything=listed)
    heads -= (items | sentences(page.texts, body, heads)) - subheads
    if entries:
        body = _below_a_note(page, body, subheads)
    if entries and len(subheads) > 1 and body[0] == lines[top]:
        body = _without_lead(page, body, subheads)
    told = bool(body) and body[0] > lines[top]
    headline = "" if entries and (told or " ++ " in title) else title
    drafts = _drafts(sheet, body, heads, subheads, headline, _headings(page) if entries else [])
    drafts = _uncounted(drafts) if entries else drafts
    if not drafts:
        drafts = [Draft(title, sheet.take_all([at for at in lines if at != title_at], Role.PARAGRAPH))]
    return Reading(
        layout="ticker without times" if entries else "article",
        kind=DocumentKind.TICKER if entries else DocumentKind.ARTICLE,
        drafts=tuple(drafts),
        roles=tuple(sheet.roles),
        score=SCORE,
        why=_why(len(subheads), entries=entries),
        title=title,
        page_stamps=stamps,
    )


def _why(parts: int, *, entries: bool) -> str:
    if entries:
        return f"it calls itself a ticker, and no times repeat down the page; {parts} headlines have texts below them"
    told = f"{parts} of its lines are subheads" if parts > 1 else "one of its lines is a subhead" if parts else ""
    return f"no times or marks repeat down the page; {told or 'no subhead parts its text'}"


def _lines(sheet: Sheet, repeated: dict[str, int], *, entries: bool) -> tuple[list[int], set[int]]:
    """The lines of text, each headline once, and which of them are written like headlines."""
    page = sheet.page
    texts = [at for at in range(len(page.lines)) if _is_text(sheet, at) or (entries and _heads_a_picture(page, at))]
    if not entries:
        above = takewhile(lambda at: is_headline(page.texts[at]) or is_label(page, at), texts)
        tags = {at for at in above if not is_headline(page.texts[at])}
        texts = [at for at in texts if at not in tags]
    # A page of pictures has what stands below them.
    texts = texts or [at for at, kind in enumerate(page.furniture) if kind == "caption"]
    if not entries:
        top = [at for at in takewhile(lambda at: is_headline(page.texts[at]), texts) if page.texts[at] in repeated]
        if len({page.texts[at] for at in top}) == 1:
            # What an article tells again below its text is its title; several such lines are its index.
            repeated[page.texts[top[0]]] = top[0]
    lines = [at for at in texts if repeated.get(page.texts[at], at) == at]
    if not lines:
        return [], set()
    heads = {at for at in lines if is_headline(page.texts[at]) and at not in page.rows}
    told = told_at_once(page, lines)
    if told or is_unended(page.texts[lines[0]]):
        heads.add(lines[0])
    if told:
        lines = [lines[0], *lines[told:]]
    end = max((at for at in lines if at not in heads or page.texts[at].count(" ") >= _LONG), default=0)
    if _is_cut(page, [at for at in lines if at <= end], heads):
        heads.discard(end)
    if entries:
        # What stands above the name of the page's part is the caption of its picture.
        part = max((at for at in lines if at < _HEAD and is_section_name(page.texts[at])), default=-1)
        lines = [at for at in lines if at > part or (at in heads and at < part)]
    return lines, heads


def _without_lead(page: Page, body: Sequence[int], subheads: Collection[int]) -> Sequence[int]:
    """A ticker's lines without what stands on top and says what it is, or above a line that announces its entries.

    What stands there below the page's name is its lead, or what ends by saying what the page is.
    """
    body = [at for at in body if at > min(subheads) or not is_note(page.texts[at])]
    if (below := _below_the_overview(page, body, subheads)) is not None:
        return below
    named, *others = sorted(subheads)
    ends = [page.texts[at] for at in body if named < at < others[0]]
    told = any(LEAD.search(text[max([0, *sentence_breaks(text)]) :]) for text in ends)
    if named < _HEAD and (told or NAME.search(page.texts[named])):
        return _without_lead(page, [at for at in body if at >= others[0]], others) if len(others) > 1 else body
    top = range(min(_TOP, len(page.lines)))
    announced = [at for at in top if page.furniture[at] and _announces(page.texts[at])]
    if leads := [at for at in top if not page.furniture[at] and LEAD.search(page.texts[at])]:
        announced += [at for at, _ in _headings(page) if at > leads[0]][:1]
        announced.sort()
    announced = [at for at in body if at > announced[-1]] if announced else []
    if sum(at in subheads for at in announced) > 1:
        return announced
    lead = list(takewhile(lambda at: at not in subheads, body))
    if not lead:
        return body
    return body[len(lead) :] if any(LEAD.search(page.texts[at]) for at in lead) else body


def _below_a_note(page: Page, body: Sequence[int], subheads: Collection[int]) -> Sequence[int]:
    """The lines below a note that the ticker is old or has ended, where its lead stands above the note."""
    first = min(subheads, default=len(page.lines))
    start = body[0] if body else first
    note = max((at for at in range(start, first) if page.furniture[at] == "closing"), default=-1)
    return [at for at in body if at > note] or body


def _below_the_overview(page: Page, body: Sequence[int], subheads: Collection[int]) -> Sequence[int] | None:
    """The lines from the first headline with a text of several sentences on, below an overview; None without one."""
    overview = next((at for at in body if at < _TOP and OVERVIEW.fullmatch(page.texts[at])), len(page.lines))
    for at, below in pairwise(body):
        if at > overview and at in subheads and below not in subheads and sentence_breaks(page.texts[below]):
            return [line for line in body if line >= at]
    return None


def _headings(page: Page) -> list[tuple[int, DayMark]]:
    """The lines that are a day and nothing else, with it."""
    return [(at, its.day) for at, its in enumerate(page.stamps) if its is not None and its.is_day_heading and its.day]


def _announces(text: str) -> bool:
    return text.endswith(":") and SERIES.search(text) is not None and LEAD.search(text) is not None


def _is_text(sheet: Sheet, at: int) -> bool:
    stamp = sheet.page.stamps[at]
    return sheet.page.furniture[at] is None and (stamp is None or (bool(stamp.rest) and not stamp.dates_the_page))


def _heads_a_picture(page: Page, at: int) -> bool:
    """Whether a headline stands above a picture's credit, and not below the one that the picture belongs to."""
    above = next((page.texts[other] for other in reversed(range(at)) if not page.furniture[other]), "")
    return heads_a_picture(page, at) and (is_paragraph(above) or NAME.search(above) is not None)


def _dates(sheet: Sheet) -> tuple[Stamp, ...]:
    found = []
    for at, stamp in enumerate(sheet.page.stamps):
        if stamp is not None and (stamp.dates_the_page or not stamp.rest):
            found.append(stamp)
            if not stamp.rest:
                sheet.take(at, Role.DATE)
    return tuple(found)


def _is_cut(page: Page, lines: Sequence[int], heads: set[int]) -> bool:
    """Whether the last line is a paragraph that was cut off.

    It tells again what the headline right above it says; or it stands below a text and begins as sentences do, and
    trails off, or nothing follows it on the page.
    """
    if len(lines) < _LINES or lines[-1] not in heads:
        return False
    above, last = (page.texts[at] for at in lines[-2:])
    below_a_head = lines[-2] in heads
    if below_a_head and lines[-3] not in heads and last.count(" ") >= _LONG and is_told_again(above, [last]):
        return True
    begins = not below_a_head and begins_with_a_small_word(last.lstrip(OPENERS))
    ends = lines[-1] == len(page.lines) - 1 and lines[-1] == lines[-2] + 1 and last[-1].isalnum()
    long = last.count(" ") >= _CUT and last.count(",") <= 2
    return (begins and last.endswith(("...", "…"))) or (ends and (long or begins))


def _uncounted(drafts: list[Draft]) -> list[Draft]:
    """A ticker's entries without the numbers that a list has given them, rising from the first to the last."""
    found = [COUNTED.match(draft.headline) for draft in drafts]
    numbers = [int(match[1]) for match in found if match is not None]
    if len(numbers) < max(2, len(drafts)) or any(b <= a for a, b in pairwise(numbers)):
        return drafts
    ends = (match.end() - 1 for match in found if match is not None)
    return [replace(draft, headline=draft.headline[end:]) for draft, end in zip(drafts, ends, strict=True)]


def _drafts(
    sheet: Sheet,
    body: Sequence[int],
    heads: set[int],
    subheads: Collection[int],
    title: str,
    headings: Sequence[tuple[int, DayMark]],
) -> list[Draft]:
    """The sections, each with the day of the nearest of `headings` above it."""
    drafts = []
    headline, paragraphs = title, list[str]()
    day: DayMark | None = None
    positions = [at for at, _ in headings]
    for at in body:
        if at in subheads:
            if paragraphs:
                drafts.append(Draft(headline, tuple(paragraphs), None, day))
            place = bisect(positions, at)
            day = headings[place - 1][1] if place else None
            headline, paragraphs = sheet.take(at, Role.HEADLINE), []
        elif at not in heads:
            paragraphs.append(sheet.take(at, Role.PARAGRAPH))
    if paragraphs:
        drafts.append(Draft(headline, tuple(paragraphs), None, day))
    return drafts
