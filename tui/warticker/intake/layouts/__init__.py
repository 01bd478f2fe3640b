"""How pages lay out their entries: one module per layout; the best explanation of a page wins.

A layout is a function from a page to its reading, or to None if it finds nothing of its own. To add one, write a module
with such a function and add it to `_LAYOUTS`, with the best score it can reach.
"""

from __future__ import annotations

from warticker.intake.layouts import articles, sections, stamped, untimed
from warticker.intake.layouts.reading import Draft, Reading, Role
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import sentence_breaks
from warticker.intake.lines.stamps import Place

__all__ = ["Draft", "Reading", "Role", "best"]

_LAYOUTS = (
    (stamped.read, 1.0),
    (untimed.read, sections.SCORE),
    (articles.read, sections.SCORE),
)
"""The layouts, each with the best score it can reach."""
_LEAST = 2 / 5
"""The least share of a page's running text in entries with times, unless these have plus signs."""
_ARTICLE = 250
"""The least length of the running text of such a page."""


def best(page: Page) -> Reading | None:
    """The reading that explains a page best, the first of equals; None if the page has no text."""
    found: Reading | None = None
    for layout, highest in _LAYOUTS:
        if found is not None and found.score >= highest:
            continue
        reading = layout(page)
        if reading is not None and reading.drafts and (found is None or reading.score > found.score):
            found = reading
    return untimed.read(page) or articles.read(page) if found and _is_beside_the_text(found, page) else found


def _is_beside_the_text(reading: Reading, page: Page) -> bool:
    """Whether entries with times hold little of a page's text: they are its other articles, below one."""
    drafts = [each for each in reading.drafts if each.stamp]
    timed = sum(len("".join((each.headline, *each.paragraphs))) for each in drafts)
    marked = any(each.stamp.place is Place.MARKED for each in drafts if each.stamp)
    running = sum(
        len(text) for kind, text in zip(page.furniture, page.texts, strict=True) if not kind and sentence_breaks(text)
    )
    return bool(timed) and not marked and running >= _ARTICLE and timed < _LEAST * running
