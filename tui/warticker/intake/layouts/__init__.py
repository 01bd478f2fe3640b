"""How pages lay out their entries: the layouts of `_LAYOUTS`; the best explanation of a page wins.

A layout is a function from a page to its `reading`, or to None if it finds nothing of its own:

- `stamped`, tickers: `anchors` are the stamps of entries, `segments` the lines between them; `style` says where their
  headlines are, `preamble` reads what stands above the first one, `parts` what is a list or an interview inside.
- `untimed`, tickers without stamps, and `articles`: both divide a page by the headlines within it (`sections`, with
  `subheads`), below its `titles`, and leave out what stands below the text (`tails`).

All ask `cohesion`, whether texts repeat each other's words, and take off the `marks` of headlines. To add a layout,
write a module with such a function and add it to `_LAYOUTS`, with the best score it can reach.
"""

from __future__ import annotations

from warticker.intake.layouts import articles, sections, stamped, untimed
from warticker.intake.layouts.reading import Draft, Reading, Role
from warticker.intake.lines.page import Page

__all__ = ["Draft", "Reading", "Role", "best"]

_LAYOUTS = (
    (stamped.read, 1.0),
    (untimed.read, sections.SCORE),
    (articles.read, sections.SCORE),
)
"""The layouts, each with the best score it can reach."""


def best(page: Page) -> Reading | None:
    """The reading that explains a page best, the first of equals; None if the page has no text."""
    found: Reading | None = None
    for layout, highest in _LAYOUTS:
        if found is not None and found.score >= highest:
            continue
        reading = layout(page)
        if reading is not None and reading.drafts and (found is None or reading.score > found.score):
            found = reading
    return found
