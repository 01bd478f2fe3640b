"""The word index: posting lists of all distinct words, made for joining thousands of words in one search.

A full-text query of FTS5 takes some 35 us per word, and a text within words (`griff`) can be in ten thousand of them;
a row here takes 3 us. New entries go to `fresh_words`, one line each: the words with a space around each, a tab and the
entry's number. From time to time these are merged into

- `words`: the posting list of a word, 4 bytes per entry number; empty for a frequent word, whose postings are in
- `bitmaps`: the postings of frequent words, and of the words that begin with two letters (their term ends in `*`);
  65,536 numbers to a row, so that adding a page rewrites little;
- `vocabulary`: the distinct words, one per line, to be scanned;
- `triples`: texts of three or more letters that are in thousands of words (`sch`, `ungen`), and so have bitmaps of
  their own (their term ends in `?`); a text one letter shorter has one too.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pyroaring import BitMap

MOST = 4 * 1024 * 1024
"""This many bytes of fresh lines do not slow a search down: some 5,000 entries."""

MOST_WHILE_ADDING = 8 * MOST
"""The same limit during bulk additions: the more is merged at a time, the less each line costs."""

_WORDS = "SELECT word, numbers FROM json_each(?) JOIN words ON word = value"
_BITMAPS = "SELECT numbers FROM json_each(?) JOIN bitmaps ON term = value"


def note(connection: sqlite3.Connection, texts: Mapping[int, str], replaced: Mapping[int, str]) -> None:
    """Add the words of entries, given their folded texts; `replaced` are the former texts of those that changed."""
    if texts:
        connection.execute(
            "INSERT INTO fresh_words (lines, gone, changed) VALUES (?, ?, ?)",
            (_lines(texts), _lines(replaced), json.dumps(list(replaced))),
        )


def beginning(word: str) -> str:
    """The term of the words that share this one's first two letters."""
    return f"{word[:2]}*"


def part(text: str) -> str:
    """The term of the words that contain a frequent text."""
    return f"{text}?"


def size(connection: sqlite3.Connection) -> int:
    """The number of bytes that wait to be merged."""
    return int(connection.execute("SELECT coalesce(sum(length(lines)), 0) FROM fresh_words").fetchone()[0])


def having(connection: sqlite3.Connection, words: Sequence[str]) -> BitMap:
    """The union of the postings of some words, without fresh entries."""
    rows = connection.execute(_WORDS, (json.dumps(words, ensure_ascii=False),)).fetchall()
    found = BitMap(array("I", b"".join([numbers for _, numbers in rows])))
    frequent = [word for word, numbers in rows if not numbers]
    return found | bitmaps(connection, frequent) if frequent else found


def bitmaps(connection: sqlite3.Connection, terms: list[str]) -> BitMap:
    """The union of the bitmaps of some terms."""
    rows = connection.execute(_BITMAPS, (json.dumps(terms, ensure_ascii=False),))
    return BitMap.union(BitMap(), *(BitMap.deserialize(numbers) for (numbers,) in rows))


def inside(pieces: Iterable[bytes], text: str) -> list[bytes]:
    """The words that contain a text; each piece has words, one per line, and may end within one."""
    # Imported here as only searching and merging need it.
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
    """The words of entries that were added in one write, and are not merged yet."""

    changed: BitMap
    """The entries among them whose text changed: their earlier postings are void."""
    lines: bytes
    """The words of each entry, a tab and its number; a migrated line has one word and all its entries."""


def fresh(connection: sqlite3.Connection) -> list[Fresh]:
    """All words that are not merged yet, in the order in which they were added."""
    rows = connection.execute("SELECT changed, lines FROM fresh_words ORDER BY id")
    return [Fresh(BitMap(json.loads(changed)), lines) for changed, lines in rows]


def with_fresh(found: BitMap, fresh: Iterable[Fresh], text: str, *, rare: bool = False) -> BitMap:
    """Correct a result of the index by the entries added or changed since the last merge.

    `rare` picks a search that takes a tenth of the time if the text is rare, but three times as long if it is not.
    """
    part = text.encode()
    for changed, lines in fresh:
        found -= changed
        held = inside((lines,), text) if rare else _lines_with(lines, part)
        numbers = [numbers for words, _, numbers in (line.rpartition(b"\t") for line in held) if part in words]
        found.update(map(int, b" ".join(numbers).split()))
    return found


def _lines_with(lines: bytes, part: bytes) -> Iterator[bytes]:
    """The lines that contain a text, each from its first occurrence on."""
    at = lines.find(part)
    while at >= 0:
        end = lines.index(b"\n", at)
        yield lines[at:end]
        at = lines.find(part, end)


def _lines(texts: Mapping[int, str]) -> bytes:
    """Texts as lines, each with its entry's number."""
    return "".join([f" {text} \t{number}\n" for number, text in texts.items()]).encode()


def inverted(lines: bytes, by_word: dict[str, array[int]]) -> None:
    """Invert lines: add the numbers of their entries to arrays by word."""
    for line in lines.decode().split("\n")[:-1]:
        text, _, written = line.rpartition("\t")
        # A migrated line has one word and all its entries.
        numbers = array("I", map(int, written.split(" ")))
        for word in set(text.split()):
            if (known := by_word.get(word)) is None:
                by_word[word] = numbers[:]
            else:
                known += numbers
