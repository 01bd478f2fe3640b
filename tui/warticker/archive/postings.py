"""Which entries each distinct word is in, kept so that a search can join thousands of words within a blink.

A full-text query of FTS5 takes some 35 us a word, and a text within words (`griff`) can be in ten thousand of them;
a row here takes 3 us. What is added goes to `fresh_words` as lines of words with spaces around each, a tab and the
entry's number; from time to time they are merged into

- `words`: the numbers of the entries of a word, 4 bytes each; nothing for a frequent one, whose are in
- `bitmaps`: the numbers of a frequent word's entries, and of those that have a word that begins with two letters
  (a `*` behind them); 65,536 numbers a row, so that one more page rewrites little;
- `vocabulary`: the distinct words, a line each, to be looked through;
- `triples`: three letters or more that are in thousands of words (`sch`, `ungen`), whose entries therefore have bitmaps
  of their own (a `?` behind them); what is one letter shorter has them too.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Mapping, Sequence

from pyroaring import BitMap

MOST = 4 * 1024 * 1024
"""Bytes of lines that do not slow a search down: some 5,000 entries."""

MOST_WHILE_ADDING = 8 * MOST
"""Bytes of lines that are let grow while much is added, as the more there are, the less each costs."""

_WORDS = "SELECT word, numbers FROM json_each(?) JOIN words ON word = value"
_BITMAPS = "SELECT numbers FROM json_each(?) JOIN bitmaps ON term = value"


def note(connection: sqlite3.Connection, texts: Mapping[int, str], replaced: Mapping[int, str]) -> None:
    """Note the words of entries by their folded texts; `replaced` are the texts that some of them had before."""
    if texts:
        connection.execute(
            "INSERT INTO fresh_words (lines, gone, changed) VALUES (?, ?, ?)",
            (_lines(texts), _lines(replaced), json.dumps(list(replaced))),
        )


def clear(connection: sqlite3.Connection) -> None:
    """Forget every word."""
    for table in ("fresh_words", "words", "bitmaps", "vocabulary", "triples"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - one of our own


def beginning(word: str) -> str:
    """The term of the words that begin as this one does."""
    return f"{word[:2]}*"


def part(text: str) -> str:
    """The term of the words that have a frequent text in them."""
    return f"{text}?"


def size(connection: sqlite3.Connection) -> int:
    """How many bytes are to be merged."""
    return int(connection.execute("SELECT coalesce(sum(length(lines)), 0) FROM fresh_words").fetchone()[0])


def having(connection: sqlite3.Connection, words: Sequence[str]) -> BitMap:
    """The numbers of the entries that the index has for any of some words."""
    rows = connection.execute(_WORDS, (json.dumps(words, ensure_ascii=False),)).fetchall()
    found = BitMap(array("I", b"".join([numbers for _, numbers in rows])))
    frequent = [word for word, numbers in rows if not numbers]
    return found | bitmaps(connection, frequent) if frequent else found


def bitmaps(connection: sqlite3.Connection, terms: list[str]) -> BitMap:
    """The numbers of the entries that bitmaps have for any of some terms."""
    rows = connection.execute(_BITMAPS, (json.dumps(terms, ensure_ascii=False),))
    return BitMap.union(BitMap(), *(BitMap.deserialize(numbers) for (numbers,) in rows))


def inside(pieces: Iterable[bytes], text: str) -> list[bytes]:
    """The words that have a text anywhere in them; each piece is some words, a line each."""
    # Imported here as only who searches or merges needs it.
    from ahocorasick_rs import BytesAhoCorasick

    # Three times as fast as `bytes.find`.
    part = BytesAhoCorasick([text.encode()])
    found: list[bytes] = []
    for words in pieces:
        end = 0
        for _, at, _ in part.find_matches_as_indexes(words):
            if at >= end:
                end = words.index(b"\n", at)
                found.append(words[words.rfind(b"\n", 0, at) + 1 : end])
    return found


def _lines(texts: Mapping[int, str]) -> bytes:
    """Texts as lines, each with the number of its entry."""
    return "".join([f" {text} \t{number}\n" for number, text in texts.items()]).encode()


def inverted(lines: bytes, by_word: dict[str, array[int]]) -> None:
    """Enter the numbers of the entries of lines into arrays by their words."""
    for line in lines.decode().split("\n")[:-1]:
        text, _, written = line.rpartition("\t")
        # A line that was migrated is a word with all its entries.
        numbers = array("I", map(int, written.split(" ")))
        for word in set(text.split()):
            if (known := by_word.get(word)) is None:
                by_word[word] = numbers[:]
            else:
                known += numbers
