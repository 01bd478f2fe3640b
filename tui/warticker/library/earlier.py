"""What was reported before on the same as an entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from warticker.archive.entries import traits
from warticker.archive.query import Query
from warticker.archive.query.conditions import Field, OneOf
from warticker.archive.selection import Row, Selection

if TYPE_CHECKING:
    from warticker.archive.protocol import FullEntry


def of(full: FullEntry, limit: int, select: Callable[[Query], Selection]) -> Sequence[Row]:
    """Up to `limit` entries before this one that share a city and a topic with it, the latest first."""
    values = tuple(dict.fromkeys(traits.values(None, full.annotations)))
    cities = tuple(value for letter, value in values if letter == traits.CITY)
    topics = tuple(value for letter, value in values if letter == traits.TOPIC)
    if not cities or not topics or full.entry.moment.day is None:
        return []
    same = select(Query((OneOf(Field.CITY, cities), OneOf(Field.TOPIC, topics))))
    index = same.index_of(full.entry.key)
    rows = [] if index is None else same.rows(index + 1, index + 1 + limit)
    return [row for row in rows if row.moment.day is not None]
