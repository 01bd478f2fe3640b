"""Rings when an entry arrives that the user wants to know about."""

from __future__ import annotations

from warticker.archive.query import Query
from warticker.errors import QueryError
from warticker.library import Library
from warticker.ui.new_entries import NEW


class Alarm:
    """Counts the new entries that match a query."""

    def __init__(self, library: Library, wanted: str) -> None:
        """`wanted` is the text of a query; nothing rings without one."""
        self._library = library
        self._wanted = wanted
        self._query: Query | None = None
        self._counted = 0

    def poll(self) -> str:
        """What has arrived for the query since the last call; empty for nothing.

        The first call, before anything can have arrived, only counts.
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
        count, self._counted = len(found) - self._counted, len(found)
        if first or count <= 0:
            return ""
        (row,) = found.rows(0, 1)
        return row.headline if count == 1 else f"{count} new: {row.headline}"
