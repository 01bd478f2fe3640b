"""The index of words, and that of phrases, are held against what the entries say.

How many words there are is counted of all entries, so that nothing can be missing; which entries a word is in is asked
of some that are spread evenly, with every bitmap.
"""

from __future__ import annotations

import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from pyroaring import BitMap

from warticker.archive import postings
from warticker.archive.search import side_by_side

TRIED = 300
"""How many entries are looked for by each of their words."""

_BESIDE = 6
"""How many of the first words of an entry are looked for as a phrase."""

_BITMAPS = "SELECT term, chunk, numbers FROM bitmaps ORDER BY term"
_PHRASE_WORDS = "CREATE VIRTUAL TABLE temp.phrase_words USING fts5vocab (main, fulltext, row)"


class WordCheck:
    """Hears what each entry says, and tells then what of it the indexes do not know."""

    def __init__(self, connection: sqlite3.Connection, entries: int) -> None:
        """Check for an archive of so many entries."""
        self._connection = connection
        self._every = max(1, entries // TRIED)
        self._fresh = _by_entry(connection)
        self._texts: dict[int, str] = {}
        """What those say that are looked for."""
        self._said = self._merged = self._stale = 0
        """Words of all entries; distinct words of each entry that is merged; fresh entries that now say otherwise."""

    def hear(self, number: int, text: str) -> None:
        """Take in the folded text of an entry."""
        words = text.split()
        self._said += len(words)
        if number in self._fresh:
            self._stale += set(self._fresh[number].split()) != set(text.encode().split())
            return
        self._merged += len(set(words))
        if number % self._every == 0:
            self._texts[number] = text

    def told(self, *, complete: bool) -> Iterator[str]:
        """What is wrong, a line for each; nothing is counted unless all entries could be heard."""
        try:
            yield from self._compared(complete=complete)
        except (ValueError, TypeError):
            yield "the index of words is damaged; it can be rebuilt"

    def _compared(self, *, complete: bool) -> Iterator[str]:
        phrases = _words_of_phrases(self._connection)
        if complete and phrases != self._said:
            yield f"the index of phrases holds {phrases:,} words of {self._said:,}; it can be rebuilt"
        elif missing := sum(not self._stands(number, text) for number, text in self._texts.items()):
            yield f"the index of phrases lacks {missing:,} of {len(self._texts):,} entries; it can be rebuilt"
        merged = _entries_of_words(self._connection, BitMap(self._fresh))
        if self._stale:
            yield f"the index of words has other words for {self._stale:,} entries that came last; it can be rebuilt"
        elif complete and merged != self._merged:
            yield f"the index of words holds {merged:,} words of entries, not {self._merged:,}; it can be rebuilt"
        elif missing := self._unfound():
            yield f"the index of words lacks {missing:,} of {len(self._texts):,} entries; it can be rebuilt"
        if _fingerprint(_vocabulary(self._connection)) != _fingerprint(_words(self._connection)):
            yield "the list of distinct words is not that of the index of words; it can be rebuilt"
        if wrong := self._wrong_bitmaps():
            yield f"{wrong:,} bitmaps of the index of words are wrong or missing; they can be rebuilt"

    def _stands(self, number: int, text: str) -> bool:
        words = text.split()[:_BESIDE]
        return not words or number in side_by_side(self._connection, " + ".join(f'"{word}"' for word in words))

    def _unfound(self) -> int:
        """How many entries are not found by one of their words."""
        words = {word for text in self._texts.values() for word in text.split()}
        there = {word: postings.having(self._connection, [word]) for word in words}
        return sum(any(number not in there[word] for word in text.split()) for number, text in self._texts.items())

    def _wrong_bitmaps(self) -> int:
        """How many terms have bitmaps that are wrong about an entry that is tried, or none although they must."""
        tried = BitMap(self._texts)
        padded = {number: f" {text} " for number, text in self._texts.items()}
        found = {term: numbers & tried for term, numbers in _bitmaps(self._connection)}
        wrong = {
            term
            for term, numbers in found.items()
            if numbers != BitMap([number for number, text in padded.items() if _sought(term) in text])
        }
        begun = {postings.beginning(word) for text in self._texts.values() for word in text.split()}
        parts = {postings.part(text) for (text,) in self._connection.execute("SELECT text FROM triples")}
        with_bitmaps = {term for term in found if term[-1] == "?"}
        return len(wrong | (begun - found.keys()) | (parts ^ with_bitmaps))


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


def _words_of_phrases(connection: sqlite3.Connection) -> int:
    """How many words the index of phrases holds; none where it cannot be asked."""
    try:
        connection.execute(_PHRASE_WORDS)
        (count,) = connection.execute("SELECT coalesce(sum(cnt), 0) FROM temp.phrase_words").fetchone()
    except sqlite3.DatabaseError:
        return 0
    finally:
        connection.execute("DROP TABLE IF EXISTS temp.phrase_words")
    return int(count)


def _entries_of_words(connection: sqlite3.Connection, but: BitMap) -> int:
    """How many entries the words of the index have, one with another, but for some entries."""
    count = 0
    for (numbers,) in connection.execute("SELECT numbers FROM words"):
        count += len(numbers) // 4
        if but and numbers:
            count -= BitMap(array("I", numbers)).intersection_cardinality(but)
    frequent = (numbers for term, numbers in _bitmaps(connection) if term[-1] not in "*?")
    return count + sum(len(numbers - but) for numbers in frequent)


def _bitmaps(connection: sqlite3.Connection) -> Iterator[tuple[str, BitMap]]:
    """Each term that has bitmaps, with all of them as one; what is none holds nothing."""
    term, found = "", BitMap()
    for next_term, _, data in connection.execute(_BITMAPS):
        if next_term != term and term:
            yield term, found
            found = BitMap()
        term = next_term
        try:
            found |= BitMap.deserialize(data)
        except ValueError:
            continue
    if term:
        yield term, found


def _vocabulary(connection: sqlite3.Connection) -> Iterator[bytes]:
    return (word for (words,) in connection.execute("SELECT words FROM vocabulary") for word in words.split(b"\n")[:-1])


def _words(connection: sqlite3.Connection) -> Iterator[bytes]:
    return (word.encode() for (word,) in connection.execute("SELECT word FROM words"))


def _fingerprint(words: Iterable[bytes]) -> int:
    """A number that some words have in whatever order they come."""
    return sum(map(zlib.crc32, words))
