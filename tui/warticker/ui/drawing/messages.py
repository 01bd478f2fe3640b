"""What the panes say where there is nothing to show: what to do next."""

from __future__ import annotations

from collections.abc import Mapping

from warticker.archive.query import Query
from warticker.rendering.page import Page, Rendered
from warticker.ui.commands import first_key

ELSEWHERE = {
    "back": "clears the filter",
    "search": "changes the search",
    "topics": "chooses other topics",
    "cities": "chooses other cities",
}
"""Commands that lead to entries again, and what each does."""


def nothing_here(query: Query, total: int, keys: Mapping[str, str]) -> Rendered:
    """The reader's text while no entry is selected; `keys` are the user's own, by command."""
    page = Page()
    if query:
        page.title("Nothing matches", ())
        page.line((str(query), "meta"))
        page.line()
        page.line(f"None of {total:,} entries.")
        page.line()
        for command, does in ELSEWHERE.items():
            page.line((f"{first_key(command, keys):4}", "strong"), f" {does}")
    else:
        page.title("No entries yet", ())
        page.line()
        page.line("Open a saved ticker or article:")
        page.line()
        page.line(("  warticker ticker.txt", "strong"))
    return page.finish()
