"""Which entries each distinct word is in, kept so that a search can join thousands of words within a blink.

A full-text query of FTS5 takes some 35 us a word, and a text within words (`griff`) can be in ten thousand of them;
a row here takes 3 us. What is added goes to `fresh_words` as lines of a word, a tab and entry numbers; from
time to time they are merged into

- `words`: the numbers of the entries of a word, 4 bytes each; nothing for a frequent one, whose are in
- `bitmaps`: the numbers of a frequent word's entries, and of those that have a word that begins with two letters
  (a `*` behind them); 65,536 numbers a row, so that one more page rewrites little;
- `vocabulary`: the distinct words, a line each, to be looked through;
- `triples`: three letters that are in thousands of words (`sch`), whose entries therefore have bitmaps of their own
  (a `?` behind them).
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from pyroaring import BitMap

FREQUENT = 512
"""Entries from which on a word has bitmaps."""

MOST = 4 * 1024 * 1024
"""Bytes of lines that do not slow a search down: some 5,000 entries."""

MOST_WHILE_ADDING = 8 * MOST
"""Bytes of lines that are let grow while much is added, as the more there are, the less each costs."""

MANY_WORDS = 4_000
"""Words from which on three letters within them have bitmaps."""

_SAMPLE = 10_000
"""Words by which it is guessed how many have three letters."""

_AT_ONCE = 32
"""Three letters that get bitmaps in one go, so that nobody waits long for it."""

_VOCABULARIES = 32
"""Rows of the vocabulary from which on they become one."""

_WORDS = "SELECT word, numbers FROM json_each(?) JOIN words ON word = value"
_BITMAPS = "SELECT numbers FROM json_each(?) JOIN bitmaps ON term = value"

_Numbers = dict[str, list[int]]


def note(connection: sqlite3.Connection, texts: Mapping[int, str], replaced: Mapping[int, str]) -> None:
    """Note the words of entries by their folded texts; `replaced` are the texts that some of them had before."""
    if texts:
        connection.execute(
            "INSERT INTO fresh_words (lines, gone, changed) VALUES (?, ?, ?)",
            (_lines(texts), _lines(replaced), json.dumps(list(replaced))),
        )


def merge(connection: sqlite3.Connection) -> None:
    """Make all that is fresh a part of the index."""
    come, gone = dict[str, list[int]](), dict[str, list[int]]()
    for lines, lost, changed in connection.execute("SELECT lines, gone, changed FROM fresh_words ORDER BY id"):
        if numbers := set(json.loads(changed)):
            # What such an entry has now, this row says whole.
            for word in come:
                if not numbers.isdisjoint(come[word]):
                    come[word] = [number for number in come[word] if number not in numbers]
        for word, some in _read(lines):
            come.setdefault(word, []).extend(some)
        for word, some in _read(lost):
            gone.setdefault(word, []).extend(some)
    if come:
        _merge_words(connection, come, gone)
        _merge_beginnings(connection, come, gone)
        _merge_triples(connection, come, gone)
        connection.execute("DELETE FROM fresh_words")
        _add_triples(connection, list(come))


def clear(connection: sqlite3.Connection) -> None:
    """Forget every word."""
    for table in ("fresh_words", "words", "bitmaps", "vocabulary", "triples"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - one of our own


def beginning(word: str) -> str:
    """The term of the words that begin as this one does."""
    return f"{word[:2]}*"


def triple(text: str) -> str:
    """The term of the words that have three letters in them."""
    return f"{text}?"


def size(connection: sqlite3.Connection) -> int:
    """How many bytes are to be merged."""
    return int(connection.execute("SELECT coalesce(sum(length(lines)), 0) FROM fresh_words").fetchone()[0])


def _merge_words(connection: sqlite3.Connection, come: _Numbers, gone: _Numbers) -> None:
    asked = json.dumps([*come, *(word for word in gone if word not in come)], ensure_ascii=False)
    known: dict[str, bytes] = dict(
        connection.execute("SELECT word, numbers FROM json_each(?) JOIN words ON word = value", (asked,))
    )
    rows: list[tuple[str, bytes]] = []
    frequent: dict[str, tuple[BitMap, BitMap]] = {}
    for word in sorted(come.keys() | gone.keys()):
        before, new, lost = known.get(word), come.get(word, ()), gone.get(word, ())
        if before == b"":
            frequent[word] = BitMap(new), BitMap(lost)
            continue
        numbers = array("I", before or b"")
        if lost:
            left = set(lost)
            numbers = array("I", [number for number in numbers if number not in left])
        numbers.extend(new)
        if len(numbers) >= FREQUENT:
            frequent[word] = BitMap(numbers), BitMap()
            numbers = array("I")
        rows.append((word, numbers.tobytes()))
    connection.executemany("REPLACE INTO words VALUES (?, ?)", rows)
    for word, (new_numbers, lost_numbers) in frequent.items():
        _write_bitmaps(connection, word, new_numbers, lost_numbers)
    _add_to_vocabulary(connection, (word for word, _ in rows if word not in known))


def _merge_beginnings(connection: sqlite3.Connection, come: _Numbers, gone: _Numbers) -> None:
    new: dict[str, list[int]] = {}
    lost: dict[str, list[int]] = {}
    for by_word, by_beginning in ((come, new), (gone, lost)):
        for word, numbers in by_word.items():
            by_beginning.setdefault(beginning(word), []).extend(numbers)
    for term in sorted(new.keys() | lost.keys()):
        _write_bitmaps(connection, term, BitMap(new.get(term, ())), BitMap(lost.get(term, ())))


def _merge_triples(connection: sqlite3.Connection, come: _Numbers, gone: _Numbers) -> None:
    known = {text for (text,) in connection.execute("SELECT text FROM triples")}
    new: dict[str, array[int]] = {}
    lost: dict[str, array[int]] = {}
    for by_word, by_text in ((come, new), (gone, lost)):
        for word, numbers in by_word.items():
            for text in _triples(word) & known:
                by_text.setdefault(text, array("I")).extend(numbers)
    for text in sorted(new.keys() | lost.keys()):
        _write_bitmaps(connection, triple(text), BitMap(new.get(text, ())), BitMap(lost.get(text, ())))


def _triples(word: str) -> set[str]:
    return {word[at : at + 3] for at in range(len(word) - 2)}


def _add_triples(connection: sqlite3.Connection, words: list[str]) -> None:
    """Give three letters bitmaps that have come to be in many words, by the share of some words that have them."""
    sample = words[:: max(1, len(words) // _SAMPLE)]
    rows = [row for (row,) in connection.execute("SELECT words FROM vocabulary")]
    size = sum(row.count(b"\n") for row in rows)
    known = {text for (text,) in connection.execute("SELECT text FROM triples")}
    counts = Counter(text for word in sample for text in _triples(word))
    many = (text for text, count in counts.most_common() if count * size > MANY_WORDS * len(sample))
    for text in islice((text for text in many if text not in known), _AT_ONCE):
        connection.execute("INSERT INTO triples VALUES (?)", (text,))
        _write_bitmaps(connection, triple(text), having(connection, inside(rows, text)), BitMap())


def having(connection: sqlite3.Connection, words: list[str]) -> BitMap:
    """The numbers of the entries that the index has for any of some words."""
    rows = connection.execute(_WORDS, (json.dumps(words, ensure_ascii=False),)).fetchall()
    found = BitMap(array("I", b"".join([numbers for _, numbers in rows])))
    frequent = [word for word, numbers in rows if not numbers]
    return found | bitmaps(connection, frequent) if frequent else found


def bitmaps(connection: sqlite3.Connection, terms: list[str]) -> BitMap:
    """The numbers of the entries that bitmaps have for any of some terms."""
    rows = connection.execute(_BITMAPS, (json.dumps(terms, ensure_ascii=False),))
    return BitMap.union(BitMap(), *(BitMap.deserialize(numbers) for (numbers,) in rows))


def inside(rows: Iterable[bytes], text: str) -> list[str]:
    """The words of a vocabulary's rows that have a text anywhere in them."""
    part = text.encode()
    found: list[str] = []
    for words in rows:
        at = words.find(part)
        while at >= 0:
            end = words.index(b"\n", at)
            found.append(words[words.rfind(b"\n", 0, at) + 1 : end].decode())
            at = words.find(part, end)
    return found


def _write_bitmaps(connection: sqlite3.Connection, term: str, come: BitMap, gone: BitMap) -> None:
    """Bring the rows of a term up to date; what has come stays even where it has gone before."""
    touched = come | gone
    at = 0
    while at < len(touched):
        chunk = touched[at] >> 16
        inside = BitMap(range(chunk << 16, (chunk + 1) << 16))
        row = connection.execute("SELECT numbers FROM bitmaps WHERE term = ? AND chunk = ?", (term, chunk)).fetchone()
        before = BitMap.deserialize(row[0]) if row else BitMap()
        after = (before - gone) | (come & inside)
        after.run_optimize()
        connection.execute("REPLACE INTO bitmaps VALUES (?, ?, ?)", (term, chunk, after.serialize()))
        at = touched.rank(((chunk + 1) << 16) - 1)


def _add_to_vocabulary(connection: sqlite3.Connection, words: Iterable[str]) -> None:
    if lines := "".join(f"{word}\n" for word in words):
        connection.execute("INSERT INTO vocabulary (words) VALUES (?)", (lines.encode(),))
    rows = connection.execute("SELECT id, words FROM vocabulary ORDER BY id").fetchall()
    if len(rows) >= _VOCABULARIES:
        connection.execute("DELETE FROM vocabulary")
        whole = b"".join(words for _, words in rows)
        connection.execute("INSERT INTO vocabulary VALUES (?, ?)", (rows[-1][0] + 1, whole))


def _lines(texts: Mapping[int, str]) -> bytes:
    """The words of texts, each with the numbers of those that have it."""
    found: dict[str, list[str]] = {}
    for number, text in texts.items():
        written = str(number)
        for word in set(text.split(" ")):
            found.setdefault(word, []).append(written)
    found.pop("", None)
    return "".join(f"{word}\t{' '.join(numbers)}\n" for word, numbers in found.items()).encode()


def _read(lines: bytes) -> Iterator[tuple[str, list[int]]]:
    for line in lines.decode().split("\n")[:-1]:
        word, _, numbers = line.partition("\t")
        yield word, list(map(int, numbers.split(" ")))
