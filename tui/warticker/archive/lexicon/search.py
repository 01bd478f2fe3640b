"""Searches for entries by words, also inside words, and by phrases."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from os import SEEK_CUR

from pyroaring import BitMap

from warticker.archive.database import Database
from warticker.archive.lexicon import postings
from warticker.archive.lexicon.postings import Fresh
from warticker.archive.query.conditions import Term
from warticker.archive.words import SHORTEST_INSIDE, spellings

_BEGINNINGS = """
WITH RECURSIVE beginnings (letters) AS (
    SELECT substr(min(term), 1, 2) FROM bitmaps WHERE term > ?1
    UNION ALL
    SELECT (SELECT substr(min(term), 1, 2) FROM bitmaps WHERE term > letters || char(1114111))
    FROM beginnings WHERE letters < ?1 || char(1114111)
)
SELECT letters FROM beginnings WHERE letters < ?1 || char(1114111)
"""
"""The distinct first two letters of the terms that begin with a text, skipping from one to the next by the index."""
_IS_PART = "SELECT 1 FROM triples WHERE text = ?"
_PHRASE = "SELECT rowid FROM fulltext WHERE fulltext MATCH ?"
_CACHED = 16
"""How many texts' words are cached: the words that contain a longer text are among them."""

_PIECE = 1 << 17
"""Bytes of the vocabulary that are scanned at a time."""

_READ_ALL = "SELECT count(*) FROM words"
"""Reads all pages of the table."""


class Search:
    """Finds entries by scanning the vocabulary, the distinct words of all texts, for what is searched.

    The words found are cached for the next letter that is typed, until `forget`. The vocabulary is not: it has 20 MB in
    an archive of a million entries, and is scanned quickly in the file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._inside: dict[str, bytes] = {}
        self._fresh: list[Fresh] | None = None
        self._ahead = False
        """Whether the file was preloaded."""

    def forget(self) -> None:
        """Clear the caches, as entries were added or changed."""
        self._inside.clear()
        self._fresh = None

    def read_ahead(self) -> None:
        """Bring the index into the system's file cache; meant for a thread, and does not block searches."""
        self._unmerged()
        if not self._ahead:
            self._ahead = True
            with self._database.apart() as connection:
                for _ in _vocabulary(connection):
                    pass
                # The words that contain a text are spread over the whole table: each would cost a seek of the disk.
                connection.execute(_READ_ALL)

    def numbers(self, term: Term) -> BitMap:
        """The numbers of the entries that have a word or phrase."""
        with self._database.reading() as connection:
            ways = [self._holding(connection, way, term.phrase) for way in spellings(term.text)]
        return BitMap.union(BitMap(), *ways)

    def _holding(self, connection: sqlite3.Connection, looked_for: tuple[str, ...], phrase: bool) -> BitMap:
        """The numbers of entries that have some consecutive words.

        The words of a phrase match whole words. Otherwise a single one matches inside words, or at their start if it
        has less than three letters, and the last of several (`U-Bahn`) matches the start of a word.
        """
        if len(looked_for) > 1:
            match = " + ".join(f'"{word}"' for word in looked_for)
            return side_by_side(connection, match if phrase else f"{match} *")
        (text,), fresh = looked_for, self._unmerged()
        if phrase:
            found = postings.having(connection, [text])
            return postings.with_fresh(found, fresh, f" {text} ", rare=True)
        if len(text) < SHORTEST_INSIDE:
            letters = (letters for (letters,) in connection.execute(_BEGINNINGS, (text,)))
            found = postings.bitmaps(connection, [postings.beginning(each) for each in (text, *letters)])
            return postings.with_fresh(found, fresh, f" {text}")
        if connection.execute(_IS_PART, (text,)).fetchone():
            found = postings.bitmaps(connection, [postings.part(text)])
            return postings.with_fresh(found, fresh, text)
        found = postings.having(connection, self._words(connection, text))
        return postings.with_fresh(found, fresh, text, rare=True)

    def _unmerged(self) -> list[Fresh]:
        """The words of entries that were added since the last merge."""
        if (fresh := self._fresh) is None:
            with self._database.reading() as connection:
                fresh = self._fresh = postings.fresh(connection)
        return fresh

    def _words(self, connection: sqlite3.Connection, text: str) -> list[str]:
        """The words of the vocabulary that contain a text; found among those of a shorter text if these are cached."""
        shorter = next((lines for known, lines in self._inside.items() if known in text), None)
        found = postings.inside(_vocabulary(connection) if shorter is None else (shorter,), text)
        if len(self._inside) >= _CACHED:
            self._inside.clear()
        self._inside[text] = b"".join(word + b"\n" for word in found)
        # Sorted, as words that begin alike are near each other in the table.
        return sorted(word.decode() for word in found)


def _vocabulary(connection: sqlite3.Connection) -> Iterator[bytes]:
    """The distinct words, one per line, in pieces; the last word of a piece may be cut off."""
    for (row,) in connection.execute("SELECT id FROM vocabulary").fetchall():
        # Reading the column would need twice the memory.
        with connection.blobopen("vocabulary", "words", row, readonly=True) as words:
            while len(piece := words.read(_PIECE)) == _PIECE:
                yield piece
                # The next piece begins with the word that was cut off.
                words.seek((piece.rfind(b"\n") + 1 or _PIECE) - _PIECE, SEEK_CUR)
            yield piece


def side_by_side(connection: sqlite3.Connection, match: str) -> BitMap:
    """The numbers of the entries that match a phrase query of FTS5."""
    return BitMap([number for (number,) in connection.execute(_PHRASE, (match,))])
