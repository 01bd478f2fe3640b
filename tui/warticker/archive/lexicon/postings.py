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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

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
    """The words that have a text anywhere in them; each piece is some words, a line each, and may end in one."""
    # Imported here as only who searches or merges needs it.
    from ahocorasick_rs import BytesAhoCorasick

    # Three times as fast as `bytes.find`.
    part = BytesAhoCorasick([text.encode()])
    found: list[bytes] = []
    for words in pieces:
        end = 0
        for _, at, _ in part.find_matches_as_indexes(words):
            if at >= end:
                end = words.find(b"\n", at)
                if end < 0:
                    break
                found.append(words[words.rfind(b"\n", 0, at) + 1 : end])
    return found


class Fresh(NamedTuple):
    """The words of entries that were added together, and are not merged yet."""

    changed: BitMap
    """Those of the entries that had read otherwise, for which nothing else tells any more."""
    lines: bytes
    """The words of each entry, a tab and its number; a line that was migrated is a word with all its entries."""


def fresh(connection: sqlite3.Connection) -> list[Fresh]:
    """All words that are not merged yet, in the order in which they came."""
    rows = connection.execute("SELECT changed, lines FROM fresh_words ORDER BY id")
    return [Fresh(BitMap(json.loads(changed)), lines) for changed, lines in rows]


def with_fresh(found: BitMap, fresh: Iterable[Fresh], text: str, *, rare: bool = False) -> BitMap:
    """What the index has found, with what has come or changed since it was last merged.

    A `rare` text is looked for in a way that takes a tenth of the time where it is, and thrice where it is not.
    """
    part = text.encode()
    for changed, lines in fresh:
        found -= changed
        held = inside((lines,), text) if rare else _lines_with(lines, part)
        numbers = [numbers for words, _, numbers in (line.rpartition(b"\t") for line in held) if part in words]
        found.update(map(int, b" ".join(numbers).split()))
    return found


def _lines_with(lines: bytes, part: bytes) -> Iterator[bytes]:
    """The ends of the lines that have a text in them, from there on."""
    at = lines.find(part)
    while at >= 0:
        end = lines.index(b"\n", at)
        yield lines[at:end]
        at = lines.find(part, end)


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
