"""When what was added becomes a part of the base and of the index of words: never while somebody waits for one page.

Both take seconds in a large archive, so they are left to whoever adds much, and to the end of a process; until then
they cost a search, and the next opening, some milliseconds.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from warticker.archive.database import Database
from warticker.archive.lexicon import postings
from warticker.archive.segments import base

if TYPE_CHECKING:
    from warticker.archive.protocol import Added

MUCH = 2_000
"""Entries that come within a minute where much is added."""

_A_MINUTE = 60
_MEMORY = "PRAGMA cache_size = -32768"
"""What SQLite may hold while much is added; who only reads has need of little."""


class Tidying:
    """Brings the base and the index of words up to date, as seldom as can be."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._since = monotonic()
        self._come = 0

    def after(self, added: Added, total: int) -> None:
        """Bring them up to date where much is being added to an archive, which has `total` entries now."""
        now = monotonic()
        if now - self._since > _A_MINUTE:
            self._since, self._come = now, 0
        self._come += added.new + added.changed
        if self._come >= MUCH:
            # Looked at again when as many have come: there can be a document for each entry.
            self._come = 0
            with self._database.translating_errors():
                self._database.connection.execute(_MEMORY)
            self._tidy(_most_fresh(total), postings.MOST_WHILE_ADDING)

    def at_end(self, total: int, *, visited: bool) -> None:
        """Bring them up to date; sooner where nobody had the archive before their eyes and waits for it to close."""
        if visited:
            self._tidy(_most_fresh(total), postings.MOST_WHILE_ADDING)
        else:
            self._tidy(base.MOST_FRESH, postings.MOST)

    def _tidy(self, most_fresh: int, most_words: int) -> None:
        """Write a new base and merge the words where more than so many entries, and bytes of words, are outside."""
        with self._database.translating_errors():
            connection = self._database.connection
            outgrown, words = base.outgrown(connection, most_fresh), postings.size(connection) > most_words
        if outgrown:
            base.compact(self._database)
        if words:
            # Imported here as lists and the app's first screen need none of it.
            from warticker.archive.lexicon import word_merging

            with self._database.writing() as connection:
                word_merging.merge(connection)


def _most_fresh(total: int) -> int:
    """How many entries may be outside the base for a while."""
    return max(base.MOST_FRESH, total // base.SHARE_FRESH)
