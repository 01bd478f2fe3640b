"""Which entries words are in, anywhere in a word."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from pyroaring import BitMap

from warticker.archive import postings
from warticker.archive.conditions import Term
from warticker.archive.database import Database
from warticker.archive.words import SHORTEST_INSIDE, spellings

_BEGINNINGS = """
SELECT DISTINCT term FROM bitmaps WHERE term > ?1 AND term < ?1 || char(1114111) AND substr(term, -1) = '*'
"""
_IS_PART = "SELECT 1 FROM triples WHERE text = ?"
_PHRASE = "SELECT rowid FROM fulltext WHERE fulltext MATCH ?"
_KEPT = 8
"""Terms whose entries are kept for the other layer of a state; each layer keeps more of its own."""

_PIECE = 1 << 17
"""Bytes of the vocabulary that are read at a time."""

_LISTED = 16
"""Texts whose words are kept, as those of a longer text are among them."""


class Search:
    """Finds entries by the distinct words of all texts, which are looked through for what is asked."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rows: tuple[tuple[int], ...] = ()
        self._found: dict[Term, BitMap] = {}
        self._inside: dict[str, bytes] = {}

    def forget(self) -> None:
        """Look anew: texts have come or changed."""
        self._found.clear()
        self._inside.clear()

    def numbers(self, term: Term) -> BitMap:
        """The numbers of the entries that have a word or phrase."""
        if (found := self._found.get(term)) is None:
            with self._database.reading() as connection:
                ways = [self._holding(connection, way, term.phrase) for way in spellings(term.text)]
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self._found[term] = BitMap.union(BitMap(), *ways)
        return found

    def _holding(self, connection: sqlite3.Connection, looked_for: tuple[str, ...], phrase: bool) -> BitMap:
        """The numbers of entries that have some words side by side.

        A phrase's words are whole. Otherwise a single one may stand anywhere in a word, one of less than three
        letters where it begins, and the last of several (`U-Bahn`) may go on.
        """
        if len(looked_for) > 1:
            match = " + ".join(f'"{word}"' for word in looked_for)
            return side_by_side(connection, match if phrase else f"{match} *")
        (text,) = looked_for
        if phrase:
            return whole(connection, text)
        if len(text) < SHORTEST_INSIDE:
            terms = [term for (term,) in connection.execute(_BEGINNINGS, (text,))]
            return _with_fresh(connection, postings.bitmaps(connection, terms), f" {text}")
        if connection.execute(_IS_PART, (text,)).fetchone():
            found = postings.bitmaps(connection, [postings.part(text)])
        else:
            found = postings.having(connection, self._words(connection, text))
        return _with_fresh(connection, found, text)

    def _words(self, connection: sqlite3.Connection, text: str) -> list[str]:
        """The words of the index that have a text in them; looked for among those of a shorter text that was before."""
        self._look_again(connection)
        shorter = next((lines for known, lines in self._inside.items() if known in text), None)
        found = postings.inside(_vocabulary(connection) if shorter is None else (shorter,), text)
        if len(self._inside) >= _LISTED:
            self._inside.clear()
        self._inside[text] = b"".join(word + b"\n" for word in found)
        return [word.decode() for word in found]

    def _look_again(self, connection: sqlite3.Connection) -> None:
        """Forget which words texts are in if words have come since."""
        there = tuple(connection.execute("SELECT id FROM vocabulary"))
        if self._rows != there:
            self._inside.clear()
            self._rows = there


def _vocabulary(connection: sqlite3.Connection) -> Iterator[bytes]:
    """The distinct words in pieces; none is kept, as together they are megabytes that are seldom looked through."""
    for (row,) in connection.execute("SELECT id FROM vocabulary").fetchall():
        with connection.blobopen("vocabulary", "words", row, readonly=True) as words:
            rest = b""
            while piece := words.read(_PIECE):
                lines, newline, rest = (rest + piece).rpartition(b"\n")
                yield lines + newline


def whole(connection: sqlite3.Connection, word: str) -> BitMap:
    """The numbers of the entries that have a folded word as it stands."""
    return _with_fresh(connection, postings.having(connection, [word]), f" {word} ")


def side_by_side(connection: sqlite3.Connection, match: str) -> BitMap:
    """The numbers of the entries that a phrase of FTS5 finds."""
    return BitMap([number for (number,) in connection.execute(_PHRASE, (match,))])


def _with_fresh(connection: sqlite3.Connection, found: BitMap, text: str) -> BitMap:
    """What the index has found, with what has come or changed since it was last merged."""
    part = text.encode()
    for lines, changed in connection.execute("SELECT lines, changed FROM fresh_words ORDER BY id"):
        found -= BitMap(json.loads(changed))
        found.update(_in_lines(lines, part))
    return found


def _in_lines(lines: bytes, part: bytes) -> Iterator[int]:
    """The numbers on the lines that have a text before their tab; a line that was migrated has several."""
    at = lines.find(part)
    while at >= 0:
        tab, end = lines.find(b"\t", at), lines.index(b"\n", at)
        if 0 <= tab < end:
            yield from map(int, lines[tab + 1 : end].split(b" "))
        at = lines.find(part, end)
