"""The tables of an archive's file, and the migrations from earlier versions."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

VERSION = 3
"""The `PRAGMA user_version` of a file with the present tables."""

APPLICATION = 0x77_61_72_74
"""The `PRAGMA application_id` of every archive: `wart`."""

_OWN = """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,    -- identifies a page that is read again (entries.identity)
    reading INTEGER NOT NULL,         -- how often it was read with new content
    record BLOB NOT NULL              -- its head, packed
);
CREATE TABLE entries (
    number INTEGER PRIMARY KEY,       -- in the order of addition, from 0, without gaps
    key TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,        -- the last write that changed this row
    document INTEGER NOT NULL REFERENCES documents,   -- where it was first read
    place INTEGER NOT NULL,           -- its sort key in time order (entries.time_keys)
    time TEXT,                        -- in ISO form, as exactly as it is known
    inferred INTEGER NOT NULL,
    title TEXT NOT NULL,
    traits TEXT NOT NULL,             -- values by field, as JSON (entries.traits)
    digest INTEGER NOT NULL,          -- of its moment and text (identity.digest)
    read_at INTEGER NOT NULL,         -- when this version was first read, in seconds since 1970
    rules INTEGER NOT NULL,           -- the version of the rules that annotated it
    record BLOB NOT NULL              -- with its annotations, packed
);
CREATE INDEX entries_by_revision ON entries (revision);
CREATE INDEX entries_by_rules ON entries (rules, document);
CREATE TABLE versions (               -- earlier versions of entries
    number INTEGER NOT NULL REFERENCES entries,
    ordinal INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (number, ordinal)
) WITHOUT ROWID;
CREATE TABLE aliases (                -- the keys that entries would have by their present text, where theirs differ
    key TEXT PRIMARY KEY,
    number INTEGER NOT NULL REFERENCES entries
) WITHOUT ROWID;
CREATE TABLE appearances (            -- the form of an entry that each document last had
    document INTEGER NOT NULL REFERENCES documents,
    number INTEGER NOT NULL REFERENCES entries,
    ordinal INTEGER NOT NULL,         -- its index in the document
    reading INTEGER NOT NULL,         -- the document's last reading that had it
    digest INTEGER NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE TABLE marks (                  -- read, saved: bitmaps of entry numbers, 65,536 to a chunk
    name TEXT NOT NULL,
    chunk INTEGER NOT NULL,
    numbers BLOB NOT NULL,
    PRIMARY KEY (name, chunk)
) WITHOUT ROWID;
CREATE TABLE notes (number INTEGER PRIMARY KEY REFERENCES entries, text TEXT NOT NULL);
CREATE TABLE remembered (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO counters VALUES ('revision', 0), ('generation', 0);
"""

_BASE = """
CREATE TABLE IF NOT EXISTS parts (    -- the base segment, which queries are answered from
    generation INTEGER NOT NULL,
    name TEXT NOT NULL,
    chunk INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS parts_by_name ON parts (generation, name, chunk);
"""

WORDS = """
CREATE TABLE IF NOT EXISTS fresh_words (    -- the words of entries added since the last merge
    id INTEGER PRIMARY KEY,
    lines BLOB NOT NULL,
    gone BLOB NOT NULL,               -- the former words of entries that have changed
    changed TEXT NOT NULL             -- their numbers, as JSON
);
CREATE TABLE IF NOT EXISTS words (word TEXT PRIMARY KEY, numbers BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bitmaps (
    term TEXT,
    chunk INTEGER,
    numbers BLOB NOT NULL,
    PRIMARY KEY (term, chunk)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS vocabulary (id INTEGER PRIMARY KEY, words BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS triples (text TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS fulltext USING fts5 (words, content = '', tokenize = 'ascii', columnsize = 0);
"""
"""The word index (lexicon.postings) and the phrase index."""

_WITHDRAWALS = """
CREATE TABLE IF NOT EXISTS withdrawals (    -- when withdrawn entries were seen to be gone, if version 3 or later saw it
    number INTEGER PRIMARY KEY REFERENCES entries,
    at INTEGER NOT NULL               -- in seconds since 1970
);
"""

DERIVED = _BASE + WORDS
"""The tables that are derived from the entries, and can be rebuilt."""

SUBSCRIPTIONS = """
CREATE TABLE IF NOT EXISTS subscription (
    address TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    host TEXT NOT NULL,
    every REAL NOT NULL,
    deep INTEGER NOT NULL,
    paused INTEGER NOT NULL DEFAULT 0,
    entries INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    last_try REAL,
    last_success REAL,
    next_try REAL NOT NULL DEFAULT 0,
    not_before REAL NOT NULL DEFAULT 0,
    claimed_until REAL NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS subscription_page (
    subscription TEXT NOT NULL,
    address TEXT NOT NULL,
    answered TEXT NOT NULL,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    digest TEXT NOT NULL,
    live INTEGER NOT NULL,
    PRIMARY KEY (subscription, address)
) STRICT, WITHOUT ROWID;
"""
"""The tables of followed sources (archive.following)."""

TABLES = _OWN + _WITHDRAWALS + DERIVED + SUBSCRIPTIONS
"""All tables of an archive."""

_SPACED = """
UPDATE fresh_words SET lines = CAST(rtrim(
    ' ' || replace(replace(CAST(lines AS TEXT), char(9), ' ' || char(9)), char(10), char(10) || ' '), ' '
) AS BLOB) WHERE length(lines);
"""
"""Converts lines of a word with its entries to the form of lines of a text: with spaces around the words."""

MIGRATIONS: tuple[str, ...] = (_SPACED, _WITHDRAWALS)
"""The scripts that migrate a file from version n to n + 1, from n = 1."""

_TABLE = re.compile(r"^CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)", re.MULTILINE)


def tables(script: str) -> list[str]:
    """The names of the tables that a script creates."""
    return _TABLE.findall(script)


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one, as `executescript` would commit the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
