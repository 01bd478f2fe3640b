"""Compares the word index and the phrase index with the texts of the entries, and with each other.

Over all entries, the number of words is compared with the phrase index, and each word's number of entries between both
indexes, so that nothing can be missing. An evenly spread sample of entries is looked up by word and in all bitmaps.
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
"""The size of the sample of entries that are looked up by each of their words."""

_PHRASE_LENGTH = 6
"""How many of an entry's first words are looked up as a phrase."""

_WORDS = "SELECT CAST(word AS BLOB), numbers FROM words"
_BITMAPS = "SELECT term, chunk, numbers FROM bitmaps ORDER BY term"
_PHRASES = "CREATE VIRTUAL TABLE temp.phrase_words USING fts5vocab (main, fulltext, row)"
_PHRASE_WORDS = "SELECT CAST(term AS BLOB), doc, cnt FROM temp.phrase_words"


class WordCheck:
    """Compares both indexes with the entries: `weigh` reads the indexes, `hear` the texts, `problems` tells."""

    def __init__(self, connection: sqlite3.Connection, entries: int) -> None:
        """Check an archive with a number of entries."""
        self._connection = connection
        self._entries = entries
        self._every = max(1, entries // TRIED)
        self._fresh = _by_entry(connection)
        """By number, the words of fresh entries, which are not merged into the word index yet."""
        self._texts: dict[int, str] = {}
        """The texts of the sampled entries."""
        self._said = self._held = 0
        """The number of words in all entries, and in the phrase index."""
        self._stale = 0
        """How many fresh entries have other words than their texts."""
        self._weight = self._listed = 0
        """Differences of checksums, 0 if all is well: of word and phrase index, of vocabulary and word index."""
        self._frequent: dict[bytes, int] = {}
        """For each word with bitmaps, the number of entries that have it, without fresh ones."""
        self._having: dict[str, BitMap] = {}
        """By term, the entries of its bitmaps that are in the sample."""
        self._damaged = False
        """Whether the word index cannot be read."""

    def wants(self, number: int) -> bool:
        """Whether `hear` needs the text of an entry."""
        return number % self._every == 0 or number in self._fresh

    def hear(self, said: int, texts: Mapping[int, str]) -> None:
        """Record how many words some entries have, and the folded texts of those that `wants` asks for."""
        self._said += said
        for number, text in texts.items():
            if number not in self._fresh:
                self._texts[number] = text
            elif set(self._fresh[number].split()) != set(text.encode().split()):
                self._stale += 1

    def weigh(self) -> None:
        """Read both indexes; to be called before `hear`."""
        self._weigh_phrases()
        try:
            self._read_bitmaps()
            self._weigh_words()
        except UNREADABLE:
            self._damaged = True

    def problems(self, *, complete: bool) -> Iterator[str]:
        """The problems, one line each; numbers of words are compared only if `complete`, when all entries were read."""
        if not self._damaged:
            with suppress(*UNREADABLE):
                yield from self._compared(complete=complete)
                return
        yield "the word index is damaged; --repair rebuilds it"

    def _compared(self, *, complete: bool) -> Iterator[str]:
        if wrong := self._wrong_bitmaps():
            yield f"{wrong:,} bitmaps of the word index are wrong or missing; --repair rebuilds them"
        lost = complete and self._held != self._said
        if lost:
            yield f"the phrase index has {self._held:,} words instead of {self._said:,}; --repair rebuilds it"
        elif missing := sum(not self._is_found_as_phrase(number, text) for number, text in self._texts.items()):
            yield f"the phrase index lacks {missing:,} of {len(self._texts):,} sampled entries; --repair rebuilds it"
        if self._stale:
            yield f"the word index has the wrong words for {self._stale:,} recent entries; --repair rebuilds it"
        elif self._weight and not lost:
            yield "the word and phrase indexes disagree on how many entries have a word; --repair rebuilds both"
        elif missing := self._unfound():
            yield f"the word index lacks {missing:,} of {len(self._texts):,} sampled entries; --repair rebuilds it"
        if self._listed:
            yield "the list of distinct words does not match the word index; --repair rebuilds it"

    def _weigh_phrases(self) -> None:
        """Add up the words of the phrase index, as far as it can be read."""
        try:
            self._connection.execute(_PHRASES)
            for word, entries, times in self._connection.execute(_PHRASE_WORDS):
                self._weight += crc32(word) * entries
                self._held += times
        except sqlite3.DatabaseError:
            return
        finally:
            self._connection.execute("DROP TABLE IF EXISTS temp.phrase_words")

    def _read_bitmaps(self) -> None:
        """Record which sampled entries the bitmaps have, and how many entries without fresh ones."""
        tried, last = BitMap(range(0, self._entries, self._every)), BitMap(self._fresh)
        for term, numbers in _bitmaps(self._connection):
            self._having[term] = numbers & tried
            if not term.endswith(("*", "?")):
                self._frequent[term.encode()] = len(numbers - last)

    def _weigh_words(self) -> None:
        """Subtract the words of the word index and of fresh entries, and compare its words with the vocabulary."""
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

    def _is_found_as_phrase(self, number: int, text: str) -> bool:
        words = text.split()[:_PHRASE_LENGTH]
        return not words or number in side_by_side(self._connection, " + ".join(f'"{word}"' for word in words))

    def _unfound(self) -> int:
        """How many sampled entries are not found by one of their words."""
        words = {word for text in self._texts.values() for word in text.split()}
        tried = BitMap(self._texts)
        there = {word: postings.having(self._connection, [word]) & tried for word in words}
        return sum(any(number not in there[word] for word in text.split()) for number, text in self._texts.items())

    def _wrong_bitmaps(self) -> int:
        """How many terms have bitmaps that are wrong for a sampled entry, or lack or have them by mistake."""
        tried = BitMap(self._texts)
        padded = {number: f" {text} " for number, text in self._texts.items()}
        wrong = set()
        for term, numbers in self._having.items():
            sought = _implied_text(term)
            if numbers & tried != BitMap([number for number, text in padded.items() if sought in text]):
                wrong.add(term)
        begun = {postings.beginning(word) for text in self._texts.values() for word in text.split()}
        parts = {postings.part(text) for (text,) in self._connection.execute("SELECT text FROM triples")}
        with_bitmaps = {term for term in self._having if term.endswith("?")}
        return len(wrong | (begun - self._having.keys()) | (parts ^ with_bitmaps))


def _implied_text(term: str) -> str:
    """What the bitmaps of a term imply that a text contains, if there are spaces around its words."""
    letters, kind = term[:-1], term[-1]
    if kind == "?":
        return letters
    # A beginning of a single letter stands for words of one letter only.
    return f" {letters}" if kind == "*" and len(letters) > 1 else f" {letters if kind == '*' else term} "


def _by_entry(connection: sqlite3.Connection) -> Mapping[int, bytes]:
    """The words that are not merged yet, by entry; what cannot be read is left out."""
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
    """Each term that has bitmaps, with their union; damaged ones count as empty."""
    for term, rows in groupby(connection.execute(_BITMAPS), key=itemgetter(0)):
        found = BitMap()
        for _, _, data in rows:
            with suppress(*UNREADABLE):
                found |= BitMap.deserialize(data)
        yield term, found
