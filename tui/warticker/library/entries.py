"""Single entries, by their keys or what those begin with, and what was reported before on the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from warticker.archive.entries import traits
from warticker.archive.query import Query
from warticker.archive.query.conditions import Field, OneOf
from warticker.archive.selection import Row, Selection
from warticker.errors import NothingMatchedError
from warticker.model import EntryKey

if TYPE_CHECKING:
    from warticker.archive.protocol import Archive, FullEntry


def by_key(archive: Archive, key: EntryKey) -> FullEntry:
    """One entry with all that is known of it; raises NothingMatchedError where there is none of this key."""
    if (full := archive.entry(key)) is None:
        raise NothingMatchedError(f"there is no entry {key}")
    return full


def by_beginning(archive: Archive, prefix: str) -> FullEntry:
    """The entry whose key begins so; raises NothingMatchedError where none does, or several do."""
    keys = archive.keys(prefix)
    if not prefix or not keys:
        raise NothingMatchedError(f"there is no entry {prefix}")
    if len(keys) > 1 and prefix not in keys:
        raise NothingMatchedError(f"several entries begin with {prefix}: {', '.join(keys)}")
    return by_key(archive, EntryKey(prefix) if prefix in keys else keys[0])


def earlier(full: FullEntry, limit: int, select: Callable[[Query], Selection]) -> Sequence[Row]:
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
