"""Updates the annotations of entries that other versions of the rules made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from warticker.archive.database import Database
from warticker.archive.entries import traits
from warticker.archive.entries.packing import unpacked
from warticker.archive.entries.ready import Ready, Understanding, made_ready
from warticker.archive.entries.records import unpacked_entry
from warticker.archive.entries.rows import next_revision
from warticker.archive.entries.stored import listed, numbers_of
from warticker.model import Document, EntryKey
from warticker.records import story_from

_VERSIONS = """
WITH RECURSIVE known (version) AS (
    SELECT min(rules) FROM entries
    UNION ALL
    SELECT (SELECT min(rules) FROM entries WHERE rules > version) FROM known WHERE version IS NOT NULL
)
SELECT version FROM known WHERE version IS NOT NULL
"""
"""Skips from version to version by the index, without reading their entries: the app asks this when it opens."""
_OUTDATED = """
SELECT document, number, entries.record, documents.record FROM entries JOIN documents ON documents.id = document
WHERE rules = ? AND (document, number) > (?, ?) ORDER BY document, number LIMIT ?
"""
_FOUND = "SELECT number, traits, digest, record FROM entries WHERE number IN (SELECT value FROM json_each(?))"
_UPDATE = "UPDATE entries SET revision = ?, traits = ?, rules = ?, record = ? WHERE number = ?"


def versions(database: Database) -> frozenset[int]:
    """The versions of the rules that entries were annotated with."""
    return frozenset(version for (version,) in database.rows(_VERSIONS))


def outdated(database: Database, rules: int, limit: int) -> Iterator[Document]:
    """Documents, each with up to `limit` of its entries that another version of the rules annotated."""
    for other in sorted(versions(database) - {rules}):
        after = (-1, -1)
        while rows := database.rows(_OUTDATED, (other, *after, limit)):
            for _, some in groupby(rows, key=itemgetter(0)):
                group = list(some)
                head = story_from(unpacked(group[0][3])).document
                yield replace(head, entries=tuple(unpacked_entry(record)[0] for _, _, record, _ in group))
            after = rows[-1][:2]


def reannotate(database: Database, annotations: Mapping[EntryKey, Understanding], rules: int) -> None:
    """Replace the annotations of entries by those of a version of the rules.

    Entries whose text has changed meanwhile keep theirs, and remain `outdated`.
    """
    with database.writing() as connection:
        revision = next_revision(connection)
        by_number = {number: annotations[EntryKey(key)] for key, number in numbers_of(connection, annotations).items()}
        changed = []
        for number, values, digest, record in connection.execute(_FOUND, (listed(by_number),)).fetchall():
            understood = by_number[number]
            ready = understood if isinstance(understood, Ready) else made_ready(unpacked_entry(record)[0], understood)
            if ready.digest == digest:
                states = [state for state in traits.states_of(json.loads(values)) if state != traits.UNVERIFIED]
                changed.append((revision, traits.restated(ready.traits, having=states), rules, ready.record, number))
        connection.executemany(_UPDATE, changed)
