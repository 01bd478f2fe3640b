"""What the reader shows: an entry, its whole article, or how it changed."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from warticker.model import EntryKey
from warticker.rendering.page import Rendered
from warticker.rendering.pages import article_page, entry_page
from warticker.ui.drawing.messages import nothing_here

if TYPE_CHECKING:
    from warticker.ui.screens.main import MainScreen

EARLIER = 5
"""How many earlier entries on the same the reader lists."""


class Showing(StrEnum):
    """What is shown of the entry under the cursor."""

    ENTRY = "entry"
    ARTICLE = "article"
    """All sections of its article."""
    CHANGES = "changes"
    """How its text changed from version to version."""


def page_of(screen: MainScreen, key: EntryKey | None, showing: Showing) -> Rendered:
    """The page of an entry of the screen's selection, or what to do where there is none."""
    library, query = screen.library, screen.selection.query
    if key is None:
        sources = 0 if query else len(library.archive.subscriptions)
        keys, typing = screen.settings.keys, bool(screen.keybar.typing)
        # What is being typed is a part of it yet.
        meant = None if typing else library.nearest(query)
        return nothing_here(query, library.total, keys, sources=sources, meant=meant, typing=typing)
    full, marks = library.entry(key), partial(library.hits, query=query)
    if showing is Showing.CHANGES:
        # Imported here as few entries have changed, and fewer are asked how.
        from warticker.rendering.changes import changes_page

        return changes_page(full)
    if showing is Showing.ARTICLE and len(full.siblings) > 1:
        return article_page([library.entry(sibling) for sibling in full.siblings], marks, key)
    return entry_page(full, library.earlier(full, EARLIER), screen.topics, marks)
