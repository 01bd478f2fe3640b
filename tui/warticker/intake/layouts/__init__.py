"""How pages lay their entries out: one module a layout, and the best explanation of a page wins.

A layout is a function from a page to its reading, or to None where it finds nothing of its own. To add one, write a
module with such a function and name it in `_LAYOUTS`.
"""

from __future__ import annotations

from warticker.intake.layouts import marked, sections, stamped
from warticker.intake.layouts.reading import Draft, Reading, Role
from warticker.intake.page import Page

__all__ = ["Draft", "Reading", "Role", "best"]

_LAYOUTS = (stamped.read, marked.read, sections.read)


def best(page: Page) -> Reading | None:
    """The layout's reading that explains a page best; None where the page holds no text."""
    readings = [reading for layout in _LAYOUTS if (reading := layout(page)) is not None and reading.drafts]
    return max(readings, key=lambda reading: reading.score, default=None)
