"""What the reader shows: an entry, its whole article, or how it changed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from warticker.archive.selection import Selection
from warticker.library import Library
from warticker.model import EntryKey
from warticker.rendering.page import Rendered
from warticker.rendering.pages import article_page, entry_page
from warticker.ui.drawing.messages import nothing_here

EARLIER = 5
"""How many earlier entries on the same the reader lists."""


class Showing(StrEnum):
    """What is shown of the entry under the cursor."""

    ENTRY = "entry"
    ARTICLE = "article"
    """All sections of its article."""
    CHANGES = "changes"
    """How its text changed from version to version."""


def page_of(
    key: EntryKey | None,
    showing: Showing,
    library: Library,
    selection: Selection,
    topics: Mapping[str, str],
    keys: Mapping[str, str],
    *,
    typing: bool = False,
) -> Rendered:
    """The page of an entry, or what to do where there is none; `keys` are the user's own, by command.

    `typing` is whether the query is being typed.
    """
    if key is None:
        sources = 0 if selection.query else len(library.subscriptions)
        return nothing_here(selection.query, library.total, keys, sources=sources, typing=typing)
    full, query = library.entry(key), selection.query
    if showing is Showing.CHANGES:
        # Imported here as few entries have changed, and fewer are asked how.
        from warticker.rendering.changes import changes_page

        return changes_page(full)
    if showing is Showing.ARTICLE and len(full.siblings) > 1:
        sections = [library.entry(sibling) for sibling in full.siblings]
        return article_page(sections, lambda text: library.hits(text, query))
    return entry_page(full, library.earlier(full, EARLIER), topics, lambda text: library.hits(text, query))
