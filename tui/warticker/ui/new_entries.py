"""What is new in a selection since the last visit, and where in the list that ends."""

from __future__ import annotations

from warticker.archive.query import Query
from warticker.archive.query.conditions import Field, Not, OneOf
from warticker.archive.selection import Order, Selection
from warticker.library import Library
from warticker.model import EntryKey
from warticker.ui.drawing.geometry import Divider

NEW = OneOf(Field.IS, ("new",))


def new_of(library: Library, selection: Selection) -> Selection:
    """The new entries of a selection, in its order."""
    return library.select(selection.query & Query((NEW,)), selection.order)


def divider_of(library: Library, selection: Selection, *, visited: bool) -> Divider | None:
    """The end of the new entries at the newest end of a selection; None if all of them are new, or none.

    `visited` is whether there was a visit before this one.

    New entries that lie further back in time (a page read late) stay at their place.
    """
    newest_first = selection.order is Order.NEWEST
    seen = library.select(selection.query & Query((Not(NEW),)), selection.order)
    if not len(seen):
        return None
    (row,) = seen.rows(seen.newest, seen.newest + 1)
    position = selection.index_of(row.key)
    if position is None:
        return None
    edge = position if newest_first else position + 1
    count = edge if newest_first else selection.newest + 1 - edge
    if count <= 0:
        return None
    return Divider(edge, count, newest_first, "since your last visit" if visited else "since you opened it")


def newest_of(library: Library, selection: Selection) -> EntryKey | None:
    """The newest entry of a selection that is new; None where none is."""
    new = new_of(library, selection)
    return new.rows(new.newest, new.newest + 1)[0].key if len(new) else None
