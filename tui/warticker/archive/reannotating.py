"""What was understood of entries is brought up to date with the rules."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from warticker.archive import traits
from warticker.archive.conditions import Field
from warticker.archive.database import Database
from warticker.archive.entry_records import unpacked_entry
from warticker.archive.entry_rows import next_revision
from warticker.archive.packing import unpacked
from warticker.archive.ready import Ready, Understanding, made_ready
from warticker.model import Document, EntryKey
from warticker.records import story_from

_NEXT = "SELECT min(rules) FROM entries WHERE rules > ?"
_OUTDATED = """
SELECT document, number, entries.record, documents.record FROM entries JOIN documents ON documents.id = document
WHERE rules = ? AND (document, number) > (?, ?) ORDER BY document, number LIMIT ?
"""
_ASKED = """
WITH asked (key, number) AS (
    SELECT value, coalesce(
        (SELECT number FROM entries WHERE entries.key = value), (SELECT number FROM aliases WHERE aliases.key = value)
    ) FROM json_each(?)
)
SELECT asked.key, number, traits, digest, record FROM asked JOIN entries USING (number)
"""
_LEAST = -(2**63)


def versions(database: Database) -> Iterator[int]:
    """The versions of the rules that entries were annotated by, the oldest first."""
    before = _LEAST
    while (version := _first(database, _NEXT, before)) is not None:
        yield version
        before = version


def outdated(database: Database, rules: int, limit: int) -> Iterator[Document]:
    """Documents, each with up to `limit` of its entries that other rules have annotated."""
    for other in versions(database):
        if other == rules:
            continue
        after = (-1, -1)
        while rows := _all(database, _OUTDATED, other, *after, limit):
            for _, some in groupby(rows, key=itemgetter(0)):
                group = list(some)
                head = story_from(unpacked(group[0][3])).document
                yield replace(head, entries=tuple(unpacked_entry(record)[0] for _, _, record, _ in group))
            after = rows[-1][:2]


def _first(database: Database, statement: str, *arguments: int) -> int | None:
    (row,) = _all(database, statement, *arguments)
    return None if row[0] is None else int(row[0])


def _all(database: Database, statement: str, *arguments: int) -> list[Any]:
    with database.translating_errors():
        return database.connection.execute(statement, arguments).fetchall()


def reannotate(database: Database, annotations: Mapping[EntryKey, Understanding], rules: int) -> None:
    """Replace what was understood of entries by what rules of a version understand.

    Those that read otherwise meanwhile are left as they are, to be asked for the next time.
    """
    with database.writing() as connection:
        revision = next_revision(connection)
        asked = json.dumps(list(annotations), ensure_ascii=False)
        changed = []
        for key, number, values, digest, record in connection.execute(_ASKED, (asked,)).fetchall():
            understood = annotations[EntryKey(key)]
            ready = understood if isinstance(understood, Ready) else made_ready(unpacked_entry(record)[0], understood)
            if ready.digest != digest:
                continue
            states = [
                state for state in json.loads(values).get(traits.LETTERS[Field.IS], ()) if state != traits.UNVERIFIED
            ]
            changed.append((revision, traits.having(ready.traits, states), rules, ready.record, number))
        connection.executemany(
            "UPDATE entries SET revision = ?, traits = ?, rules = ?, record = ? WHERE number = ?", changed
        )
