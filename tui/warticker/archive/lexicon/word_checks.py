"""The index of words, and that of phrases, are held against what the entries say, and against each other.

How many words there are is counted of all entries, and in how many entries each word is, by both indexes, so that
nothing can be missing. Which entries these are is asked of some that are spread evenly, with every bitmap.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from zlib import crc32

from pyroaring import BitMap

from warticker.archive.database import UNREADABLE
from warticker.archive.lexicon import postings
from warticker.archive.lexicon.search import side_by_side

TRIED = 300
"""How many entries are looked for by each of their words."""

_BESIDE = 6
"""How many of the first words of an entry are looked for as a phrase."""

_WORDS = "SELECT CAST(word AS BLOB), numbers FROM words"
_BITMAPS = "SELECT term, chunk, numbers FROM bitmaps ORDER BY term"
_PHRASES = "CREATE VIRTUAL TABLE temp.phrase_words USING fts5vocab (main, fulltext, row)"
_PHRASE_WORDS = "SELECT CAST(term AS BLOB), doc, cnt FROM temp.phrase_words"


class WordCheck:
    """Hears what each entry says, and tells then what of it the indexes do not know."""

    def __init__(self, connection: sqlite3.Connection, entries: int) -> None:
        """Check for an archive of so many entries."""
        self._connection = connection
        self._entries = entries
        self._every = max(1, entries // TRIED)
        self._fresh = _by_entry(connection)
        """The words of the entries that came last, which the index of words has apart."""
        self._texts: dict[int, str] = {}
        """What those entries say that are looked for."""
        self._said = self._held = 0
        """How many words all entries say, and how many the index of phrases holds."""
        self._stale = 0
        """How many of the entries that came last say something else by now."""
        self._weight = self._listed = 0
        """What is left of a check of each word, for each entry that has it and once, when both indexes are compared."""
        self._frequent: dict[bytes, int] = {}
        """In how many entries that did not come last each word with bitmaps is."""
        self._having: dict[str, BitMap] = {}
        """Which of the entries that can be tried the bitmaps of each term hold."""
        self._damaged = False
        """Whether the index of words cannot be read."""

    def wants(self, number: int) -> bool:
        """Whether the text of an entry must be heard."""
        return number % self._every == 0 or number in self._fresh

    def hear(self, said: int, texts: Mapping[int, str]) -> None:
        """Take in how many words some entries say, and the folded texts of those that are wanted."""
        self._said += said
        for number, text in texts.items():
            if number not in self._fresh:
                self._texts[number] = text
            elif set(self._fresh[number].split()) != set(text.encode().split()):
                self._stale += 1

    def weigh(self) -> None:
        """Look through both indexes, before any entry is heard."""
        self._weigh_phrases()
        try:
            self._take_in_bitmaps()
            self._weigh_words()
        except UNREADABLE:
            self._damaged = True

    def told(self, *, complete: bool) -> Iterator[str]:
        """What is wrong, a line for each; how much is said is not asked unless all entries could be heard."""
        if not self._damaged:
            with suppress(*UNREADABLE):
                yield from self._compared(complete=complete)
                return
        yield "the index of words is damaged; it can be rebuilt"

    def _compared(self, *, complete: bool) -> Iterator[str]:
        if wrong := self._wrong_bitmaps():
            yield f"{wrong:,} bitmaps of the index of words are wrong or missing; they can be rebuilt"
        lost = complete and self._held != self._said
        if lost:
            yield f"the index of phrases holds {self._held:,} words of {self._said:,}; it can be rebuilt"
        elif missing := sum(not self._stands(number, text) for number, text in self._texts.items()):
            yield f"the index of phrases lacks {missing:,} of {len(self._texts):,} entries; it can be rebuilt"
        if self._stale:
            yield f"the index of words has other words for {self._stale:,} entries that came last; it can be rebuilt"
        elif self._weight and not lost:
            yield "the index of words has words in more or fewer entries than that of phrases; they can be rebuilt"
        elif missing := self._unfound():
            yield f"the index of words lacks {missing:,} of {len(self._texts):,} entries; it can be rebuilt"
        if self._listed:
            yield "the list of distinct words is not that of the index of words; it can be rebuilt"

    def _weigh_phrases(self) -> None:
        """Take in what the index of phrases has; nothing more where it cannot be asked."""
        try:
            self._connection.execute(_PHRASES)
            for word, entries, times in self._connection.execute(_PHRASE_WORDS):
                self._weight += crc32(word) * entries
                self._held += times
        except sqlite3.DatabaseError:
            return
        finally:
            self._connection.execute("DROP TABLE IF EXISTS temp.phrase_words")

    def _take_in_bitmaps(self) -> None:
        """Take in what bitmaps have of the entries that are tried, and of all but those that came last."""
        tried, last = BitMap(range(0, self._entries, self._every)), BitMap(self._fresh)
        for term, numbers in _bitmaps(self._connection):
            self._having[term] = numbers & tried
            if not term.endswith(("*", "?")):
                self._frequent[term.encode()] = len(numbers - last)

    def _weigh_words(self) -> None:
        """Take away what the index of words has, and its words from the list of them; entries that came last alone."""
        last = BitMap(self._fresh)
        for word, data in self._connection.execute(_WORDS):
            check, count = crc32(word), len(data) // 4
            if not data:
                count = self._frequent.get(word, 0)
            elif last:
                count -= BitMap(array("I", data)).intersection_cardinality(last)
            self._weight -= check * count
            self._listed -= check
        for words in self._fresh.values():
            self._weight -= sum(map(crc32, set(words.split())))
        for (words,) in self._connection.execute("SELECT words FROM vocabulary"):
            self._listed += sum(map(crc32, words.split(b"\n")[:-1]))

    def _stands(self, number: int, text: str) -> bool:
        words = text.split()[:_BESIDE]
        return not words or number in side_by_side(self._connection, " + ".join(f'"{word}"' for word in words))

    def _unfound(self) -> int:
        """How many entries are not found by one of their words."""
        words = {word for text in self._texts.values() for word in text.split()}
        tried = BitMap(self._texts)
        there = {word: postings.having(self._connection, [word]) & tried for word in words}
        return sum(any(number not in there[word] for word in text.split()) for number, text in self._texts.items())

    def _wrong_bitmaps(self) -> int:
        """How many terms have bitmaps that are wrong about an entry that is tried, or none although they must."""
        tried = BitMap(self._texts)
        padded = {number: f" {text} " for number, text in self._texts.items()}
        wrong = set()
        for term, numbers in self._having.items():
            sought = _sought(term)
            if numbers & tried != BitMap([number for number, text in padded.items() if sought in text]):
                wrong.add(term)
        begun = {postings.beginning(word) for text in self._texts.values() for word in text.split()}
        parts = {postings.part(text) for (text,) in self._connection.execute("SELECT text FROM triples")}
        with_bitmaps = {term for term in self._having if term.endswith("?")}
        return len(wrong | (begun - self._having.keys()) | (parts ^ with_bitmaps))


def _sought(term: str) -> str:
    """What a text, with spaces around its words, has where the bitmaps of a term hold its entry."""
    letters, kind = term[:-1], term[-1]
    if kind == "?":
        return letters
    # What has one letter alone are words of one letter.
    return f" {letters}" if kind == "*" and len(letters) > 1 else f" {letters if kind == '*' else term} "


def _by_entry(connection: sqlite3.Connection) -> Mapping[int, bytes]:
    """The words that were added and are not merged yet, by their entries; what cannot be read is left out."""
    found: dict[int, bytes] = {}
    with suppress(*UNREADABLE):
        for changed, lines in postings.fresh(connection):
            for number in changed:
                found.pop(number, None)
            for line in lines.split(b"\n")[:-1]:
                words, _, numbers = line.rpartition(b"\t")
                for each in map(int, numbers.split()):
                    found[each] = found.get(each, b"") + b" " + words
    return found


def _bitmaps(connection: sqlite3.Connection) -> Iterator[tuple[str, BitMap]]:
    """Each term that has bitmaps, with all of them as one; what is none holds nothing."""
    for term, rows in groupby(connection.execute(_BITMAPS), key=itemgetter(0)):
        found = BitMap()
        for _, _, data in rows:
            with suppress(*UNREADABLE):
                found |= BitMap.deserialize(data)
        yield term, found
