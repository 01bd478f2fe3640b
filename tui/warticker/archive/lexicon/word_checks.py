"""The index of words, and that of phrases, are held against what the entries say, and against each other.

How many words there are is counted of all entries, and in how many entries each word is, by both indexes, so that
nothing can be missing. Which entries these are is asked of some that are spread evenly, with every bitmap.
"""

from __future__ import annotations

import sqlite3
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from heapq import merge
from itertools import groupby
from operator import itemgetter

from pyroaring import BitMap

from warticker.archive.lexicon import postings
from warticker.archive.lexicon.search import side_by_side

TRIED = 300
"""How many entries are looked for by each of their words."""

_BESIDE = 6
"""How many of the first words of an entry are looked for as a phrase."""

_WORDS = "SELECT word, numbers FROM words ORDER BY word"
_BITMAPS = "SELECT term, chunk, numbers FROM bitmaps ORDER BY term"
_PHRASES = "CREATE VIRTUAL TABLE temp.phrase_words USING fts5vocab (main, fulltext, row)"
_PHRASE_WORDS = "SELECT term, doc, cnt FROM temp.phrase_words"

_Count = tuple[str, int]
"""A word, and in how many entries it is; a negative number where these are to be taken away."""


class WordCheck:
    """Hears what each entry says, and tells then what of it the indexes do not know."""

    def __init__(self, connection: sqlite3.Connection, entries: int) -> None:
        """Check for an archive of so many entries."""
        self._connection = connection
        self._every = max(1, entries // TRIED)
        self._fresh = _by_entry(connection)
        """The words of the entries that came last, which the index of words has apart."""
        self._texts: dict[int, str] = {}
        """What those entries say that are looked for."""
        self._said = self._held = 0
        """How many words all entries say, and how many the index of phrases holds."""
        self._stale = 0
        """How many of the entries that came last say something else by now."""
        self._frequent: dict[str, int] = {}
        """In how many entries that did not come last each word with bitmaps is."""

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

    def told(self, *, complete: bool) -> Iterator[str]:
        """What is wrong, a line for each; how much is said is not asked unless all entries could be heard."""
        try:
            yield from self._compared(complete=complete)
        except (ValueError, TypeError):
            yield "the index of words is damaged; it can be rebuilt"

    def _compared(self, *, complete: bool) -> Iterator[str]:
        if wrong := self._wrong_bitmaps():
            yield f"{wrong:,} bitmaps of the index of words are wrong or missing; they can be rebuilt"
        differing = self._differing()
        if complete and self._held != self._said:
            yield f"the index of phrases holds {self._held:,} words of {self._said:,}; it can be rebuilt"
        elif missing := sum(not self._stands(number, text) for number, text in self._texts.items()):
            yield f"the index of phrases lacks {missing:,} of {len(self._texts):,} entries; it can be rebuilt"
        if self._stale:
            yield f"the index of words has other words for {self._stale:,} entries that came last; it can be rebuilt"
        elif differing:
            yield f"the indexes of words and phrases have {differing:,} words in other entries; they can be rebuilt"
        elif missing := self._unfound():
            yield f"the index of words lacks {missing:,} of {len(self._texts):,} entries; it can be rebuilt"
        if _fingerprint(_vocabulary(self._connection)) != _fingerprint(_words(self._connection)):
            yield "the list of distinct words is not that of the index of words; it can be rebuilt"

    def _differing(self) -> int:
        """How many words are in more entries by one index than by the other."""
        fresh = Counter(word.decode() for words in self._fresh.values() for word in set(words.split()))
        counts = merge(self._by_phrases(), self._by_words(), sorted((word, -count) for word, count in fresh.items()))
        return sum(sum(count for _, count in some) != 0 for _, some in groupby(counts, key=itemgetter(0)))

    def _by_phrases(self) -> Iterator[_Count]:
        """What the index of phrases has; nothing more where it cannot be asked."""
        try:
            self._connection.execute(_PHRASES)
            for word, entries, times in self._connection.execute(_PHRASE_WORDS):
                self._held += times
                yield word, entries
        except sqlite3.DatabaseError:
            return
        finally:
            self._connection.execute("DROP TABLE IF EXISTS temp.phrase_words")

    def _by_words(self) -> Iterator[_Count]:
        """What the index of words has, but for the entries that came last."""
        last = BitMap(self._fresh)
        for word, data in self._connection.execute(_WORDS):
            if data and last:
                numbers = array("I", data)
                yield word, BitMap(numbers).intersection_cardinality(last) - len(numbers)
            else:
                yield word, -len(data) // 4 if data else -self._frequent.get(word, 0)

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
        tried, last = BitMap(self._texts), BitMap(self._fresh)
        padded = {number: f" {text} " for number, text in self._texts.items()}
        terms, wrong = set[str](), set[str]()
        for term, numbers in _bitmaps(self._connection):
            terms.add(term)
            if term[-1] not in "*?":
                self._frequent[term] = len(numbers - last)
            sought = _sought(term)
            if numbers & tried != BitMap([number for number, text in padded.items() if sought in text]):
                wrong.add(term)
        begun = {postings.beginning(word) for text in self._texts.values() for word in text.split()}
        parts = {postings.part(text) for (text,) in self._connection.execute("SELECT text FROM triples")}
        with_bitmaps = {term for term in terms if term[-1] == "?"}
        return len(wrong | (begun - terms) | (parts ^ with_bitmaps))


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
    with suppress(ValueError, TypeError):
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
            with suppress(ValueError):
                found |= BitMap.deserialize(data)
        yield term, found


def _vocabulary(connection: sqlite3.Connection) -> Iterator[bytes]:
    return (word for (words,) in connection.execute("SELECT words FROM vocabulary") for word in words.split(b"\n")[:-1])


def _words(connection: sqlite3.Connection) -> Iterator[bytes]:
    return (word.encode() for (word,) in connection.execute("SELECT word FROM words"))


def _fingerprint(words: Iterable[bytes]) -> int:
    """A number that some words have in whatever order they come."""
    return sum(map(zlib.crc32, words))
