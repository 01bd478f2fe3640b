"""Which entries words are in, anywhere in a word."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from pyroaring import BitMap

from warticker.archive.conditions import Term
from warticker.archive.database import Database
from warticker.archive.words import spellings

_ONE_BY_ONE = """
SELECT fulltext.rowid FROM json_each(?) AS word JOIN fulltext WHERE fulltext MATCH '"' || word.value || '"'
"""
_KEPT = 64
"""Terms whose entries are kept for the next letter typed."""


class Search:
    """Finds entries by the distinct words of all texts, which are looked through for what is asked."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._vocabulary = b"\n"
        self._read_to = 0
        self._found: dict[Term, BitMap] = {}

    def forget(self) -> None:
        """Look anew: texts have come or changed."""
        self._found.clear()

    def numbers(self, term: Term) -> BitMap:
        """The numbers of the entries that have a word or phrase."""
        if (found := self._found.get(term)) is None:
            found = BitMap.union(BitMap(), *(self._holding(way, term.phrase) for way in spellings(term.text)))
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[term] = found
        return found

    def _holding(self, looked_for: tuple[str, ...], phrase: bool) -> BitMap:
        """The numbers of entries that have some words side by side.

        A phrase's words are whole. Otherwise a single one may stand anywhere in a word, and the last of
        several (`U-Bahn`) may go on.
        """
        if len(looked_for) == 1 and not phrase:
            return self._read(_ONE_BY_ONE, json.dumps(list(self._inside(looked_for[0])), ensure_ascii=False))
        match = " + ".join(f'"{word}"' for word in looked_for)
        return self._read("SELECT rowid FROM fulltext WHERE fulltext MATCH ?", match if phrase else f"{match} *")

    def _read(self, statement: str, argument: str) -> BitMap:
        with self._database.told():
            return BitMap([number for (number,) in self._database.connection.execute(statement, (argument,))])

    def _inside(self, text: str) -> Iterator[str]:
        """The distinct words that have a text anywhere in them."""
        vocabulary, part = self._current(), text.encode()
        at = vocabulary.find(part)
        while at >= 0:
            end = vocabulary.index(b"\n", at)
            yield vocabulary[vocabulary.rindex(b"\n", 0, at) + 1 : end].decode()
            at = vocabulary.find(part, end)

    def _current(self) -> bytes:
        """The vocabulary with what has been added since it was last read."""
        with self._database.told():
            rows = self._database.connection.execute(
                "SELECT id, words FROM vocabulary WHERE id > ? ORDER BY id", (self._read_to,)
            ).fetchall()
        if rows:
            self._vocabulary += b"".join(words for _, words in rows)
            self._read_to = rows[-1][0]
        return self._vocabulary


class Vocabulary:
    """Notes the words of the texts that are added, most of them only once."""

    _MOST = 300_000

    def __init__(self) -> None:
        self._known: set[str] = set()

    def unknown(self, texts: Iterable[str]) -> bytes:
        """The words of folded texts that this process has not noted before, a line each."""
        words = set().union(*(text.split(" ") for text in texts)) - self._known
        words.discard("")
        if len(self._known) + len(words) > self._MOST:
            self._known.clear()
        self._known |= words
        return "".join(f"{word}\n" for word in sorted(words)).encode()
