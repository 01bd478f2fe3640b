"""Which entries words are in, anywhere in a word."""

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
"""The first two letters of the terms that begin with a text; each group of them is leapt over."""
_IS_PART = "SELECT 1 FROM triples WHERE text = ?"
_PHRASE = "SELECT rowid FROM fulltext WHERE fulltext MATCH ?"
_LISTED = 16
"""Texts whose words are kept, as those of a longer text are among them."""

_PIECE = 1 << 17
"""Bytes of the vocabulary that are looked through at a time."""

_CROSSED = "SELECT count(*) FROM words"
"""Has all of the table's pages read."""


class Search:
    """Finds entries by the distinct words of all texts, which are looked through for what is asked.

    What was found is kept until it is told to look anew, for the next letter; the words themselves are not: they are
    20 MB in an archive of a million entries, and looked through in the file within a blink.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._inside: dict[str, bytes] = {}
        self._fresh: list[Fresh] | None = None
        self._ahead = False
        """Whether the file was read ahead."""

    def forget(self) -> None:
        """Look anew: texts have come or changed."""
        self._inside.clear()
        self._fresh = None

    def read_ahead(self) -> None:
        """Have the system read what takes long, in a thread that whoever searches meanwhile does not wait for."""
        self._come()
        if not self._ahead:
            self._ahead = True
            with self._database.apart() as connection:
                for _ in _vocabulary(connection):
                    pass
                # The words that a text is in stand all over their table: one by one, each takes a turn of the disk.
                connection.execute(_CROSSED)

    def numbers(self, term: Term) -> BitMap:
        """The numbers of the entries that have a word or phrase."""
        with self._database.reading() as connection:
            ways = [self._holding(connection, way, term.phrase) for way in spellings(term.text)]
        return BitMap.union(BitMap(), *ways)

    def _holding(self, connection: sqlite3.Connection, looked_for: tuple[str, ...], phrase: bool) -> BitMap:
        """The numbers of entries that have some words side by side.

        A phrase's words are whole. Otherwise a single one may stand anywhere in a word, one of less than three
        letters where it begins, and the last of several (`U-Bahn`) may go on.
        """
        if len(looked_for) > 1:
            match = " + ".join(f'"{word}"' for word in looked_for)
            return side_by_side(connection, match if phrase else f"{match} *")
        (text,), fresh = looked_for, self._come()
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

    def _come(self) -> list[Fresh]:
        """The words of what has come since they were last merged."""
        if (fresh := self._fresh) is None:
            with self._database.reading() as connection:
                fresh = self._fresh = postings.fresh(connection)
        return fresh

    def _words(self, connection: sqlite3.Connection, text: str) -> list[str]:
        """The words of the index that have a text in them; looked for among those of a shorter text that was before."""
        shorter = next((lines for known, lines in self._inside.items() if known in text), None)
        found = postings.inside(_vocabulary(connection) if shorter is None else (shorter,), text)
        if len(self._inside) >= _LISTED:
            self._inside.clear()
        self._inside[text] = b"".join(word + b"\n" for word in found)
        # Sorted, as words that begin alike stand side by side in their table.
        return sorted(word.decode() for word in found)


def _vocabulary(connection: sqlite3.Connection) -> Iterator[bytes]:
    """The distinct words, a line each, some of them at a time; the last of them may not be whole."""
    for (row,) in connection.execute("SELECT id FROM vocabulary").fetchall():
        # As a column it would be in memory twice.
        with connection.blobopen("vocabulary", "words", row, readonly=True) as words:
            while len(piece := words.read(_PIECE)) == _PIECE:
                yield piece
                # The word that it ends in comes once more, whole.
                words.seek((piece.rfind(b"\n") + 1 or _PIECE) - _PIECE, SEEK_CUR)
            yield piece


def side_by_side(connection: sqlite3.Connection, match: str) -> BitMap:
    """The numbers of the entries that a phrase of FTS5 finds."""
    return BitMap([number for (number,) in connection.execute(_PHRASE, (match,))])
