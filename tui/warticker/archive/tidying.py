"""Decides when added entries are merged into the base and the word index: never while a single page is added.

Either merge takes seconds in a large archive, so it is left to bulk additions and to the end of a process; until then,
unmerged entries cost each search, and the next opening, some milliseconds.
"""

from __future__ import annotations

from warticker.archive.database import Database
from warticker.archive.lexicon import postings
from warticker.archive.protocol import Added
from warticker.archive.segments import base

MUCH = 2_000
"""This many entries added by one process count as a bulk addition."""

_MEMORY = "PRAGMA cache_size = -32768"
"""A larger page cache for bulk additions; reading needs little."""


class Tidying:
    """Merges added entries into the base and the word index, as rarely as possible."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._added = 0

    def after(self, added: Added, total: int) -> None:
        """Merge, if this was part of a bulk addition to an archive that has `total` entries now."""
        self._added += added.new + added.changed
        if self._added >= MUCH:
            # Check again only after as many more: each entry may be a document of its own.
            self._added = 0
            self._database.rows(_MEMORY)
            self._merge(_most_fresh(total), postings.MOST_WHILE_ADDING)

    def at_end(self, total: int, *, visited: bool) -> None:
        """Merge; at a lower threshold if no user was looking at the archive, who would wait for it to close."""
        if visited:
            self._merge(_most_fresh(total), postings.MOST_WHILE_ADDING)
        else:
            self._merge(base.MOST_FRESH, postings.MOST)

    def _merge(self, most_fresh: int, most_words: int) -> None:
        """Rewrite the base if more than `most_fresh` entries are outside it; merge words above so many bytes."""
        with self._database.reading() as connection:
            outgrown, words = base.outgrown(connection, most_fresh), postings.size(connection) > most_words
        if outgrown:
            base.compact(self._database)
        if words:
            # Imported here as lists and the app's first screen do not need it.
            from warticker.archive.lexicon import word_merging

            with self._database.writing() as connection:
                word_merging.merge(connection)


def _most_fresh(total: int) -> int:
    """How many entries may stay outside the base for a while."""
    return max(base.MOST_FRESH, total // base.SHARE_FRESH)
