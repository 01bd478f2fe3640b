"""Sections: headlines with the paragraphs below them, the parts of articles and of tickers without times.

A headline differs from a paragraph by how it is written, and from a caption or a link to another article by cohesion:
the paragraphs below a real headline repeat its words, those below an unrelated line do not.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Mapping, Sequence

from warticker.intake.layouts.cohesion import is_told_again
from warticker.intake.layouts.reading import Draft, Role, Sheet
from warticker.intake.layouts.titles import is_told_at_once, is_unended
from warticker.intake.lines.dates import DayMark
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import OPENERS, begins, begins_with_a_small_word, is_headline

SCORE = 0.55
"""The score of sections for any page."""
LEAD = 5
"""How many lines below the headlines at the top are checked for their words."""
_LINES = 3
"""The fewest lines of a page whose last line is checked for being cut off."""
_LONG = 4
"""The fewest spaces of such a line."""
_CUT = 14
"""The fewest spaces of a line that is longer than links below a text."""


def texts(page: Page) -> list[int]:
    """The lines that are neither furniture nor date; those below its pictures if a page has no others."""
    found = [
        at
        for at, (kind, its) in enumerate(zip(page.furniture, page.stamps, strict=True))
        if kind is None and (its is None or not its.is_date)
    ]
    return found or [at for at, kind in enumerate(page.furniture) if kind == "caption"]


def headed(page: Page, found: Sequence[int], repeated: Mapping[str, int]) -> tuple[list[int], set[int]]:
    """The lines of text, each of the `repeated` headlines once, and which of them are written like headlines."""
    lines = [at for at in found if repeated.get(page.texts[at], at) == at]
    if not lines:
        return [], set()
    heads = {at for at in lines if is_headline(page.texts[at]) and at not in page.rows}
    first, second = page.texts[lines[0]], page.texts[lines[1]] if len(lines) > 1 else " "
    if is_told_at_once(first, second) or (is_unended(first) and begins(second)):
        heads.add(lines[0])
        lines = [lines[0], *lines[2 if first == second else 1 :]]
    end = max((at for at in lines if at not in heads or page.texts[at].count(" ") >= _LONG), default=0)
    if _is_cut(page, [at for at in lines if at <= end], heads):
        heads.discard(end)
    return lines, heads


def _is_cut(page: Page, lines: Sequence[int], heads: set[int]) -> bool:
    """Whether the last line is a paragraph that was cut off.

    It repeats the headline directly above it; or it is below a text, begins as sentences do, and ends in dots, or is
    the end of the page.
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


def first_text(lines: Sequence[int], heads: Collection[int]) -> int:
    """How many headlines precede the first text."""
    return next((number for number, at in enumerate(lines) if at not in heads), len(lines))


def drafts(
    sheet: Sheet,
    body: Sequence[int],
    heads: Collection[int],
    subheads: Collection[int],
    title: str,
    days: Sequence[tuple[int, DayMark]] = (),
) -> list[Draft]:
    """The sections, each with the day of the nearest line above it in `days`."""
    found = []
    headline, paragraphs = title, list[str]()
    day: DayMark | None = None
    positions = [at for at, _ in days]
    for at in body:
        if at in subheads:
            if paragraphs:
                found.append(Draft(headline, tuple(paragraphs), None, day))
            place = bisect(positions, at)
            day = days[place - 1][1] if place else None
            headline, paragraphs = sheet.take(at, Role.HEADLINE), []
        elif at not in heads:
            paragraphs.append(sheet.take(at, Role.PARAGRAPH))
    if paragraphs:
        found.append(Draft(headline, tuple(paragraphs), None, day))
    return found


def whole(sheet: Sheet, lines: Sequence[int], title: int | None) -> list[Draft]:
    """A page without paragraphs as one section: all its lines below its title."""
    below = sheet.take_all([at for at in lines if at != title], Role.PARAGRAPH)
    return [Draft("" if title is None else sheet.page.texts[title], below)]
