"""The connection to an archive's file: opened, brought to the present version, its errors told in a line."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock
from time import sleep
from typing import Any
from weakref import finalize

from warticker.archive import schema
from warticker.errors import ArchiveError

PATIENCE = 60
"""Seconds to wait for another process that is writing."""

_TURNS, _PAUSE = 100, 0.05
"""How often, and after how many seconds, what SQLite does not wait for is tried again."""

_PRAGMAS = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = WAL;
PRAGMA secure_delete = OFF;
PRAGMA foreign_keys = OFF;
PRAGMA cache_size = -4096;
"""
_ADVICE = {
    "SQLITE_FULL": "the disk is full; make room and do it again: what was kept before is there",
    "SQLITE_READONLY": "it cannot be written; check its permissions and those of its folder",
    "SQLITE_CANTOPEN": "it cannot be opened; check its permissions, and that its folder exists and can be written",
    "SQLITE_BUSY": "another process is writing to it and does not end; do it again when that is done",
    "SQLITE_LOCKED": "another process is writing to it and does not end; do it again when that is done",
    "SQLITE_NOTADB": "it is no archive; name another file, or move this one away",
    "SQLITE_CORRUPT": "it is damaged; `warticker check --repair` rebuilds what it can, a copy brings back the rest",
    "SQLITE_IOERR": "the disk failed; check it, and do it again",
}
"""What happened and what to do, by the name of SQLite's error."""

UNREADABLE = ValueError, TypeError, LookupError, AttributeError, OverflowError
"""What comes of no JSON, no UTF-8, no bitmap, of a cell of another type: SQLite does not look into what it holds."""


class Database:
    """A connection whose errors are ArchiveErrors."""

    def __init__(self, path: Path | None) -> None:
        """Open the file of an archive, making it where there is none; None for one in memory."""
        self.name = str(path or ":memory:")
        # Absolute, as SQLite takes some names for something else than a file: `:memory:`, `file:x`.
        self.path = path and path.absolute()
        self._address = self.path.as_uri() if self.path else ":memory:"
        self.turn = RLock()
        """Held by the thread that uses the connection, as all threads share it, and so its transaction."""
        try:
            self.connection = self._opened()
            # An archive that nobody holds any more is closed as well.
            finalize(self, self.connection.close)
            self._file = self._file_there()
            try:
                self._prepare()
            except BaseException:
                self.connection.close()
                raise
        except sqlite3.Error as error:
            if _code(error).startswith("SQLITE_CORRUPT"):
                lost = "so much of it is lost or damaged that it cannot be opened; a copy brings it back"
                raise ArchiveError(f"{self.name}: {lost}") from error
            raise self._told(error) from error

    def _opened(self) -> sqlite3.Connection:
        """A connection, to the file as it lies there if neither it nor its folder can be written."""
        connection = self._connected()
        try:
            connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            path = self.path
            refused = _code(error).startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY"))
            if path is None or not refused or not path.is_file() or os.access(path.parent, os.W_OK):
                raise
            if (wal := path.with_name(f"{path.name}-wal")).exists() and wal.stat().st_size:
                raise ArchiveError(
                    f"{self.name}: a part of it is still in {wal.name}, and its folder cannot be written; "
                    "open it once where it can"
                ) from error
            self._address += "?immutable=1"
            return self._connected()
        except BaseException:
            connection.close()
            raise
        return connection

    def _connected(self) -> sqlite3.Connection:
        return sqlite3.connect(self._address, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=True)

    @contextmanager
    def translating_errors(self) -> Iterator[None]:
        """Tell SQLite's errors within as an ArchiveError, and that what was read is not what can have been written."""
        try:
            yield
        except sqlite3.Error as error:
            raise self._told(error) from error
        except UNREADABLE as error:
            raise ArchiveError(f"{self.name}: {_ADVICE['SQLITE_CORRUPT']}") from error

    def execute(self, statement: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Run a statement, in a transaction of its own where none is open; raises ArchiveError."""
        with self.turn, self.translating_errors():
            return self.connection.execute(statement, values)

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        """All rows that a statement gives; raises ArchiveError."""
        with self.turn, self.translating_errors():
            return self.connection.execute(statement, values).fetchall()

    def _told(self, error: sqlite3.Error) -> ArchiveError:
        """What to tell the user of an error."""
        for name, advice in _ADVICE.items():
            if _code(error).startswith(name):
                return ArchiveError(f"{self.name}: {advice}")
        return ArchiveError(f"{self.name}: {error}; `warticker check` looks into it")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that writes: whole, or not at all."""
        self._check_file()
        connection = self.connection
        with self.turn, self.translating_errors():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A transaction that sees one state of the file, whatever others write meanwhile."""
        connection = self.connection
        with self.turn, self.translating_errors():
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    # What this process keeps for itself stays.
                    connection.execute("COMMIT")

    @contextmanager
    def apart(self) -> Iterator[sqlite3.Connection]:
        """As `reading`, for a thread, without keeping others from the connection that they share."""
        if self.path is None:
            with self.reading() as connection:
                yield connection
            return
        self._check_file()
        with self.translating_errors(), closing(self._connected()) as connection:
            connection.execute("BEGIN")
            yield connection

    def version(self) -> int:
        """A number that changes when another connection has written."""
        self._check_file()
        with self.translating_errors():
            return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close the connection."""
        with self.translating_errors():
            self.connection.close()

    def _check_file(self) -> None:
        """Raise ArchiveError where another file, or none, is at the path by now: nobody would find what is written."""
        if self._file_there() != self._file:
            raise ArchiveError(f"{self.name}: it was replaced or moved while it was open; open it anew")

    def _file_there(self) -> tuple[int, int] | None:
        """What tells the file at the path from any other; None where there is none, or nobody knows."""
        with suppress(OSError):
            if self.path is not None:
                found = self.path.stat()
                return found.st_dev, found.st_ino
        return None

    def _prepare(self) -> None:
        """Make the tables, or bring those of an earlier version to the present one."""
        version = self._file_version()
        if version > schema.VERSION:
            raise ArchiveError(f"{self.name}: a newer warticker has written it; use that one, it is left as it is")
        if not version:
            # Nothing is lost with a file that holds nothing: to wait for the disk takes longer than keeping a page.
            self.connection.execute("PRAGMA synchronous = OFF")
        try:
            self._set_up()
        except sqlite3.OperationalError as error:
            # A file that cannot be written can be looked at.
            if version < schema.VERSION or not _code(error).startswith("SQLITE_READONLY"):
                raise
        if version < schema.VERSION:
            self._bring_up(version)
        self.connection.execute("PRAGMA synchronous = NORMAL")

    def _bring_up(self, version: int) -> None:
        """Make the tables of this version in a file that has none, or those of an earlier one."""
        if version and self.path:
            self._copy(self.path.with_name(f"{self.path.name}.version-{version}"))
        with self.writing() as connection:
            # Another process may have done it since.
            version = self._file_version()
            scripts = schema.MIGRATIONS[version - 1 :] if version else (schema.TABLES,)
            for script in scripts if version < schema.VERSION else ():
                for statement in schema.statements(script):
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
            connection.execute(f"PRAGMA user_version = {schema.VERSION}")

    def _set_up(self) -> None:
        """Say how the file is used; another process that does the same for the first time is waited for."""
        for turn in range(_TURNS):
            try:
                self.connection.executescript(_PRAGMAS)
                return
            except sqlite3.OperationalError as error:
                if turn == _TURNS - 1 or not _code(error).startswith("SQLITE_BUSY"):
                    raise
                sleep(_PAUSE)

    def _copy(self, path: Path) -> None:
        """Keep a copy of the file as it is, where there is none yet."""
        if not path.exists():
            copy = sqlite3.connect(path)
            with closing(copy):
                self.connection.backup(copy)

    def _file_version(self) -> int:
        """The version of the file's tables; 0 where it has none. Raises ArchiveError where it is something else."""
        read = self.connection.execute
        version = int(read("PRAGMA user_version").fetchone()[0])
        application = int(read("PRAGMA application_id").fetchone()[0])
        if (application != schema.APPLICATION or not version) and read("SELECT 1 FROM sqlite_schema").fetchone():
            raise ArchiveError(f"{self.name}: it is another program's; name another file")
        return version


def _code(error: sqlite3.Error) -> str:
    """The name of SQLite's error; empty where Python raised it."""
    return getattr(error, "sqlite_errorname", None) or ""
