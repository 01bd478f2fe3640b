"""What the reader shows: an entry, its whole article, or how it changed."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from warticker.archive.query import Query
from warticker.library import Library
from warticker.model import EntryKey
from warticker.rendering.composer import Rendered
from warticker.rendering.entries import render_article, render_entry

EARLIER = 5
"""How many earlier entries on the same subject the reader lists."""


class Showing(StrEnum):
    """What is shown of the entry under the cursor."""

    ENTRY = "entry"
    ARTICLE = "article"
    """All sections of its article."""
    CHANGES = "changes"
    """How its text changed from version to version."""


def render_shown(library: Library, key: EntryKey, showing: Showing, query: Query) -> Rendered:
    """An entry, or another view of it, with the matches of a query marked."""
    full, find_hits = library.entry(key), partial(library.hits, query=query)
    if showing is Showing.CHANGES:
        # Imported here: few entries have changed, and fewer are looked at that way.
        from warticker.rendering.changes import render_changes

        return render_changes(full)
    if showing is Showing.ARTICLE and len(full.siblings) > 1:
        return render_article([library.entry(sibling) for sibling in full.siblings], find_hits, key)
    return render_entry(full, library.earlier(full, EARLIER), library.topics, find_hits)
