"""The tables of an archive's file, and how files of earlier versions become the present one."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

VERSION = 2
"""What `PRAGMA user_version` says of a file with the present tables."""

APPLICATION = 0x77_61_72_74
"""What `PRAGMA application_id` says of every archive: `wart`."""

_OWN = """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,    -- what tells that a page is read again (entries.identity)
    reading INTEGER NOT NULL,         -- how often it was read with another content than before
    record BLOB NOT NULL              -- its head, packed
);
CREATE TABLE entries (
    number INTEGER PRIMARY KEY,       -- in the order of addition, from 0, without gaps
    key TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,        -- the write that made this row what it is
    document INTEGER NOT NULL REFERENCES documents,   -- where it was first read
    place INTEGER NOT NULL,           -- where it stands in time (entries.time_keys)
    time TEXT,                        -- in ISO form, as exactly as it is known
    inferred INTEGER NOT NULL,
    title TEXT NOT NULL,
    traits TEXT NOT NULL,             -- values by field, as JSON (entries.traits)
    digest INTEGER NOT NULL,          -- of what it says (identity.digest)
    read_at INTEGER NOT NULL,         -- when it was first read so, in seconds since 1970
    rules INTEGER NOT NULL,           -- the version of the rules that its annotations follow
    record BLOB NOT NULL              -- with its annotations, packed
);
CREATE INDEX entries_by_revision ON entries (revision);
CREATE INDEX entries_by_rules ON entries (rules, document);
CREATE TABLE versions (               -- how entries read before
    number INTEGER NOT NULL REFERENCES entries,
    ordinal INTEGER NOT NULL,
    read_at INTEGER NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (number, ordinal)
) WITHOUT ROWID;
CREATE TABLE aliases (                -- the keys that an entry would have by its present text, where its own is another
    key TEXT PRIMARY KEY,
    number INTEGER NOT NULL REFERENCES entries
) WITHOUT ROWID;
CREATE TABLE appearances (            -- what each document said of an entry when it was last read
    document INTEGER NOT NULL REFERENCES documents,
    number INTEGER NOT NULL REFERENCES entries,
    ordinal INTEGER NOT NULL,         -- its place in the document
    reading INTEGER NOT NULL,         -- the last of the document's readings that had it
    digest INTEGER NOT NULL,
    PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE TABLE marks (                  -- read, saved: entry numbers as bitmaps, 65,536 a chunk
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
CREATE TABLE IF NOT EXISTS parts (    -- the base: what queries are answered from
    generation INTEGER NOT NULL,
    name TEXT NOT NULL,
    chunk INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS parts_by_name ON parts (generation, name, chunk);
"""

WORDS = """
CREATE TABLE IF NOT EXISTS fresh_words (    -- the words of what was added since they were last merged
    id INTEGER PRIMARY KEY,
    lines BLOB NOT NULL,
    gone BLOB NOT NULL,               -- what entries said before that have changed
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
"""The index of words (lexicon.postings) and that of phrases."""

DERIVED = _BASE + WORDS
"""What is made of the entries, and made anew where it is lost."""

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
"""What keeps what is followed (archive.following)."""

TABLES = _OWN + DERIVED + SUBSCRIPTIONS
"""What makes an empty file an archive."""

_SPACED = """
UPDATE fresh_words SET lines = CAST(rtrim(
    ' ' || replace(replace(CAST(lines AS TEXT), char(9), ' ' || char(9)), char(10), char(10) || ' '), ' '
) AS BLOB) WHERE length(lines);
"""
"""Lines of a word with its entries become such lines as those of a text: with spaces around its words."""

MIGRATIONS: tuple[str, ...] = (_SPACED,)
"""What makes a file of version n one of version n + 1, from n = 1."""

_TABLE = re.compile(r"^CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)", re.MULTILINE)


def tables(script: str) -> list[str]:
    """The names of the tables that a script makes."""
    return _TABLE.findall(script)


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one, as `executescript` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
