"""Tickers whose entries begin with plus signs and have no time: `+++ T`, `+++ K +++ ¶ T`, day headings between them."""

from __future__ import annotations

from warticker.expressions import compiled
from warticker.intake.layouts.preamble import read_preamble
from warticker.intake.layouts.reading import Draft, Reading, Role, Sheet
from warticker.intake.layouts.style import Style, can_be_headline
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import first_sentence, is_paragraph
from warticker.intake.lines.stamps import Place
from warticker.model import DocumentKind

_OPEN = compiled(r"\+{2,} ?(?=[^+\s])")
_CLOSE = compiled(r"\s*\+{2,}\s*")


def read(page: Page) -> Reading | None:
    """The page as a ticker with marks and without times; None if fewer than two begin so, or several have times."""
    anchors = [
        at
        for at, text in enumerate(page.texts)
        if page.furniture[at] is None and page.stamps[at] is None and _OPEN.match(text)
    ]
    timed = sum(its is not None and its.clock is not None and its.place is Place.MARKED for its in page.stamps)
    if len(anchors) < 2 or timed > 1:
        return None
    sheet = Sheet(page)
    preamble = read_preamble(sheet, anchors[0], Style())
    drafts = [preamble.draft] if preamble.draft is not None else []
    heading = next((stamp.day for stamp in reversed(page.stamps[: anchors[0]]) if stamp and stamp.is_day_heading), None)
    for at, end in zip(anchors, [*anchors[1:], len(page.lines)], strict=True):
        text = _OPEN.sub("", sheet.take(at, Role.STAMP), count=1)
        mine = heading
        below = []
        for line in range(at + 1, end):
            stamp = page.stamps[line]
            if stamp is not None and not stamp.rest:
                heading = stamp.day if stamp.is_day_heading else heading
                sheet.take(line, Role.DATE)
            elif page.furniture[line] is None and is_paragraph(page.lines[line].text):
                below.append(line)
        headline, *rest = _CLOSE.split(text, maxsplit=1)
        if not rest or not can_be_headline(headline):
            headline, *rest = *first_sentence(headline), *rest
        paragraphs = (*filter(None, rest), *sheet.take_all(below, Role.PARAGRAPH))
        drafts.append(Draft(headline, paragraphs, None, mine))
    count = len(anchors)
    return Reading(
        layout="ticker with plus signs and no times",
        kind=DocumentKind.TICKER,
        drafts=tuple(drafts),
        roles=tuple(sheet.roles),
        score=count / (count + 0.8),
        why=f"{count} lines begin with plus signs, and none of them with a time",
        title=preamble.title,
        page_stamps=preamble.stamps,
    )
