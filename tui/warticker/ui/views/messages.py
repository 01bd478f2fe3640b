"""What the panes say where there is nothing to show: what to do next."""

from __future__ import annotations

from warticker.archive.query import Query
from warticker.rendering.page import Page, Rendered


def nothing_here(query: Query, total: int) -> Rendered:
    """The reader's text while no entry is selected."""
    page = Page()
    if query:
        page.title("Nothing matches", ())
        page.line((str(query), "meta"))
        page.line()
        page.line(f"None of {total:,} entries. ", ("esc", "strong"), " clears the filter, ")
        page.line(("/", "strong"), " changes the search, ", ("t", "strong"), " and ", ("c", "strong"), " choose others")
    else:
        page.title("No entries yet", ())
        page.line()
        page.line("Open a saved ticker or article:")
        page.line()
        page.line(("  warticker ticker.txt", "strong"))
    return page.finish()
