"""Merges the words of added entries into the word index (lexicon.postings), all at once.

A merge takes seconds, mostly per distinct word; the more is merged at a time, the less each entry costs.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pyroaring import BitMap

from warticker.archive.lexicon.postings import beginning, having, inside, inverted, part
from warticker.archive.segments.parts import chunks

FREQUENT = 512
"""A word in this many entries has bitmaps."""

MANY_WORDS = 7_000
"""A text within more words than this gets bitmaps; joining the postings of so many words takes a tenth of a second."""

_LEAST = 3
"""The least letters of a text within words."""

_SAMPLE = 10_000
"""The size of the sample of words that estimates how many contain a text."""

_SHARE = 512
"""One text within words may get bitmaps per this many new distinct words, so that adding a few pages stays fast."""

_VOCABULARIES = 32
"""With this many rows, the vocabulary is joined into one."""

_Numbers = dict[str, "array[int]"]
_NONE = array("I")


def merge(connection: sqlite3.Connection) -> None:
    """Merge all fresh words into the index."""
    come, gone = _Numbers(), _Numbers()
    for lines, lost, changed in connection.execute("SELECT lines, gone, changed FROM fresh_words ORDER BY id"):
        if numbers := set(json.loads(changed)):
            # This row has all words of the changed entries; drop those from earlier rows.
            for word in come:
                if not numbers.isdisjoint(come[word]):
                    come[word] = array("I", [number for number in come[word] if number not in numbers])
        inverted(lines, come)
        inverted(lost, gone)
    if come:
        _merge_words(connection, come, gone)
        _write_all(connection, _in_beginnings(come), _in_beginnings(gone))
        known = {text for (text,) in connection.execute("SELECT text FROM triples")}
        _write_all(connection, _in_parts(known, come), _in_parts(known, gone))
        connection.execute("DELETE FROM fresh_words")
        _add_parts(connection, known, list(come))


def _merge_words(connection: sqlite3.Connection, come: _Numbers, gone: _Numbers) -> None:
    asked = json.dumps([*come, *(word for word in gone if word not in come)], ensure_ascii=False)
    known: dict[str, bytes] = dict(
        connection.execute("SELECT word, numbers FROM json_each(?) JOIN words ON word = value", (asked,))
    )
    rows: list[tuple[str, bytes]] = []
    frequent: dict[str, tuple[BitMap, BitMap]] = {}
    for word in sorted(come.keys() | gone.keys()):
        before, new, lost = known.get(word), come.get(word, _NONE), gone.get(word, _NONE)
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


def _in_beginnings(by_word: _Numbers) -> dict[str, BitMap]:
    """The postings of words by their first two letters, as terms."""
    found: dict[str, BitMap] = {}
    for word, numbers in by_word.items():
        found.setdefault(beginning(word), BitMap()).update(numbers)
    return found


def _in_parts(known: set[str], by_word: _Numbers) -> dict[str, BitMap]:
    """The postings of known texts within words, by term."""
    found: dict[str, list[array[int]]] = {text: [] for text in known}
    for word, numbers in by_word.items():
        for start in range(len(word) - _LEAST + 1):
            for stop in range(start + _LEAST, len(word) + 1):
                if (arrays := found.get(word[start:stop])) is None:
                    break
                arrays.append(numbers)
    return {part(text): BitMap(array("I", b"".join(arrays))) for text, arrays in found.items() if arrays}


def _inner(word: str, known: set[str]) -> set[str]:
    """The known texts within a word, and the candidates: texts of three letters, or of one more than a known one."""
    found = set()
    for start in range(len(word) - _LEAST + 1):
        for stop in range(start + _LEAST, len(word) + 1):
            found.add(text := word[start:stop])
            if text not in known:
                break
    return found


def _add_parts(connection: sqlite3.Connection, known: set[str], words: Sequence[str]) -> None:
    """Give bitmaps to texts that are now in many words, as estimated from a sample of the new words."""
    sample = words[:: max(1, len(words) // _SAMPLE)]
    rows = [row for (row,) in connection.execute("SELECT words FROM vocabulary")]
    size = sum(row.count(b"\n") for row in rows)
    counts = Counter(text for word in sample for text in _inner(word, known))
    least = MANY_WORDS * len(sample)
    many = [(-count, text) for text, count in counts.items() if count * size > least and text not in known]
    # Sorted, as the order of equal counts would otherwise differ from process to process.
    for _, text in sorted(many)[: len(words) // _SHARE]:
        connection.execute("INSERT INTO triples VALUES (?)", (text,))
        words_with = [word.decode() for word in inside(rows, text)]
        _write_bitmaps(connection, part(text), having(connection, words_with), BitMap())


def _write_all(connection: sqlite3.Connection, come: Mapping[str, BitMap], gone: Mapping[str, BitMap]) -> None:
    for term in sorted(come.keys() | gone.keys()):
        _write_bitmaps(connection, term, come.get(term, BitMap()), gone.get(term, BitMap()))


def _write_bitmaps(connection: sqlite3.Connection, term: str, come: BitMap, gone: BitMap) -> None:
    """Update the bitmaps of a term; an entry that is both in `come` and `gone` stays."""
    for chunk, some in chunks(come | gone):
        row = connection.execute("SELECT numbers FROM bitmaps WHERE term = ? AND chunk = ?", (term, chunk)).fetchone()
        before = BitMap.deserialize(row[0]) if row else BitMap()
        after = (before - gone) | (come & some)
        after.run_optimize()
        connection.execute("REPLACE INTO bitmaps VALUES (?, ?, ?)", (term, chunk, after.serialize()))


def _add_to_vocabulary(connection: sqlite3.Connection, words: Iterable[str]) -> None:
    if lines := "".join(f"{word}\n" for word in words):
        connection.execute("INSERT INTO vocabulary (words) VALUES (?)", (lines.encode(),))
    rows = connection.execute("SELECT count(*) FROM vocabulary").fetchone()[0]
    if rows >= _VOCABULARIES:
        whole = b"".join(words for (words,) in connection.execute("SELECT words FROM vocabulary ORDER BY id"))
        connection.execute("DELETE FROM vocabulary")
        connection.execute("INSERT INTO vocabulary (words) VALUES (?)", (whole,))
