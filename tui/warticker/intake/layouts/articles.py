"""Articles: a text below its title, possibly with subheads."""

from __future__ import annotations

from itertools import takewhile

from warticker.intake.layouts import sections
from warticker.intake.layouts.parts import behind_colons, spoken_or_listed, without_stops
from warticker.intake.layouts.reading import Reading, Role, Sheet
from warticker.intake.layouts.subheads import opens_a_section, own_subheads
from warticker.intake.layouts.tails import is_label, within
from warticker.intake.layouts.titles import FRONT, repeated_headlines, title_among, title_below_the_lead
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import is_headline
from warticker.model import DocumentKind


def read(page: Page) -> Reading | None:
    """The page as an article; None if it has no line of text."""
    sheet = Sheet(page)
    stamps = sheet.take_dates(range(len(page.lines)))
    repeated = repeated_headlines(page)
    lines, heads = sections.headed(page, _untagged(page, repeated), repeated)
    if not lines:
        return None
    top = sections.first_text(lines, heads)
    title_at = title_among(page, lines[:top], lines[top : top + sections.LEAD], repeated)
    if title_at is None and (title_at := title_below_the_lead(page, lines, heads, repeated)) is not None:
        lines.remove(title_at)
    title = "" if title_at is None else sheet.take(title_at, Role.TITLE)
    listed = FRONT.fullmatch(title) is not None
    if top > 1 and lines[top - 1] != title_at and (listed or opens_a_section(page, lines, heads, top - 1, title_at)):
        top -= 1
    heads -= spoken_or_listed(page.texts, lines[top:], heads)
    items = behind_colons(page.texts, lines[top:], heads)
    body = within(page, lines[top:], heads - items)
    captions = without_stops(page.texts, body, heads) - items
    body = [at for at in body if at not in captions]
    subheads = own_subheads(page, body, heads, items, everything=listed)
    heads -= items - subheads
    drafts = sections.drafts(sheet, body, heads, subheads, title) or sections.whole(sheet, lines, title_at)
    return Reading(
        layout="article",
        kind=DocumentKind.ARTICLE,
        drafts=tuple(drafts),
        roles=tuple(sheet.roles),
        score=sections.SCORE,
        why=_why(len(subheads)),
        title=title,
        page_stamps=stamps,
    )


def _untagged(page: Page, repeated: dict[str, int]) -> list[int]:
    """The lines of text without the page's own labels among the headlines at the top.

    A line there that is repeated below the text is the title: `repeated` keeps its first occurrence. Several such
    lines are the page's index.
    """
    texts = sections.texts(page)
    above = [*takewhile(lambda at: is_headline(page.texts[at]) or is_label(page, at), texts)]
    tags = {at for at in above if not is_headline(page.texts[at])}
    texts = [at for at in texts if at not in tags]
    top = [at for at in takewhile(lambda at: is_headline(page.texts[at]), texts) if page.texts[at] in repeated]
    if len({page.texts[at] for at in top}) == 1:
        repeated[page.texts[top[0]]] = top[0]
    return texts


def _why(parts: int) -> str:
    told = f"{parts} of its lines are subheads" if parts > 1 else "one of its lines is a subhead" if parts else ""
    return f"no times or marks are repeated on the page; {told or 'no subhead divides its text'}"
