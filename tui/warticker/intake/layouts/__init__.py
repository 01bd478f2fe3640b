"""How pages lay their entries out: one module a layout, and the best explanation of a page wins.

A layout is a function from a page to its reading, or to None where it finds nothing of its own. To add one, write a
module with such a function and name it in `_LAYOUTS`, with the best score it can have.
"""

from __future__ import annotations

from warticker.intake.layouts import marked, sections, stamped
from warticker.intake.layouts.reading import Draft, Reading, Role
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import sentence_breaks

__all__ = ["Draft", "Reading", "Role", "best"]

_LAYOUTS = ((stamped.read, 1.0), (marked.read, 1.0), (sections.read, sections.SCORE))
"""The layouts, each with the best score that it can have."""


_LEAST = 2 / 5
"""Which share of a page's running text its entries with times hold at least."""


def best(page: Page) -> Reading | None:
    """The layout's reading that explains a page best; None where the page holds no text."""
    found: Reading | None = None
    for layout, highest in _LAYOUTS:
        if found is not None and found.score >= highest:
            continue
        reading = layout(page)
        if reading is not None and reading.drafts and (found is None or reading.score > found.score):
            found = reading
    return sections.read(page) if found is not None and _is_beside_the_text(found, page) else found


def _is_beside_the_text(reading: Reading, page: Page) -> bool:
    """Whether entries with times hold little of a page's text: they are its other articles, below one."""
    timed = sum(len("".join((each.headline, *each.paragraphs))) for each in reading.drafts if each.stamp)
    return bool(timed) and timed < _LEAST * sum(
        len(text) for kind, text in zip(page.furniture, page.texts, strict=True) if not kind and sentence_breaks(text)
    )
