"""Rings when an entry arrives that the user wants to know about."""

from __future__ import annotations

from warticker.archive.query import Query
from warticker.errors import QueryError
from warticker.library import Library
from warticker.model import EntryKey
from warticker.ui.new_entries import NEW

NEWEST = 1000
"""How many of the newest matches are looked at."""


class Alarm:
    """Knows the new entries that match a query."""

    def __init__(self, library: Library, wanted: str) -> None:
        """`wanted` is the text of a query; nothing rings without one."""
        self._library = library
        self._wanted = wanted
        self._query: Query | None = None
        self._known: set[EntryKey] = set()
        """The entries that it has rung for, or that were there before."""

    def poll(self) -> str:
        """What has arrived for the query since the last call; empty for nothing.

        The first call, before anything can have arrived, only takes note of what is there.
        """
        if not self._wanted:
            return ""
        first = self._query is None
        if self._query is None:
            try:
                self._query = self._library.parse(self._wanted) & Query((NEW,))
            except QueryError as error:
                told, self._wanted = f"config.yaml: notify: {error}", ""
                return told
        found = self._library.select(self._query)
        arrived = [row for row in found.rows(0, min(len(found), NEWEST)) if row.key not in self._known]
        self._known.update(row.key for row in arrived)
        if first or not arrived:
            return ""
        return arrived[0].headline if len(arrived) == 1 else f"{len(arrived):,} new: {arrived[0].headline}"
