"""All layouts that the tests set."""

from __future__ import annotations

from tests.unit.documents import (
    browser_layouts,
    crawled_layouts,
    outlet_layouts,
    page_layouts,
    plausible_layouts,
    stranger_layouts,
)
from tests.unit.documents.ticker_layouts import LAYOUTS

__all__ = [
    "LAYOUTS",
    "browser_layouts",
    "crawled_layouts",
    "outlet_layouts",
    "page_layouts",
    "plausible_layouts",
    "stranger_layouts",
]
