"""The connection to an archive's file: opens it, migrates it, and translates its errors."""

from __future__ import annotations

import os
import shutil
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

_TRIES, _PAUSE = 100, 0.05
"""How often, and after how many seconds, to retry what SQLite's busy timeout does not cover."""

_PRAGMAS = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = WAL;
PRAGMA secure_delete = OFF;
PRAGMA foreign_keys = OFF;
PRAGMA cache_size = -4096;
"""
_ADVICE = {
    "SQLITE_FULL": "the disk is full; free some space and try again: what was stored before is kept",
    "SQLITE_READONLY": "it cannot be written; check its permissions and its folder's",
    "SQLITE_CANTOPEN": "it cannot be opened; check its permissions, and that its folder exists and is writable",
    "SQLITE_BUSY": "another process is still writing to it; try again later",
    "SQLITE_LOCKED": "another process is still writing to it; try again later",
    "SQLITE_NOTADB": "it is not an archive; name another file, or move this one away",
    "SQLITE_CORRUPT": "it is damaged; `warticker check --repair` rebuilds what it can; restore the rest from a backup",
    "SQLITE_IOERR": "the disk failed; check it and try again",
}
"""What happened and what to do, by the name of SQLite's error."""

UNREADABLE = ValueError, TypeError, LookupError, AttributeError, OverflowError
"""Raised for invalid JSON, UTF-8 or bitmaps and cells of another type: SQLite does not validate what it stores."""


class Database:
    """A connection whose errors are ArchiveErrors."""

    def __init__(self, path: Path | None, content: bytes = b"") -> None:
        """Open the file of an archive, creating it if needed; None for one in memory, of what `serialized` gave."""
        self.name = str(path or ":memory:")
        # Absolute, as some names are not files to SQLite: `:memory:`, `file:x`.
        self.path = path and path.absolute()
        self._address = self.path.as_uri() if self.path else ":memory:"
        self.turn = RLock()
        """Held by the thread that uses the connection, as all threads share it and its transaction."""
        self._start(content)

    def _start(self, content: bytes = b"") -> None:
        """Open the connection; raises ArchiveError."""
        try:
            self.connection = self._open()
            # Close the connection too if the archive is garbage collected without `close`.
            finalize(self, self.connection.close)
            self._file = self._file_identity()
            try:
                if content:
                    self.connection.deserialize(content)
                self._prepare()
            except BaseException:
                self.connection.close()
                raise
        except (sqlite3.Error, UnicodeDecodeError) as error:
            # Even the text of an error, which may quote what is damaged, is not always UTF-8.
            if isinstance(error, UnicodeDecodeError) or _code(error).startswith("SQLITE_CORRUPT"):
                lost = "so much of it is missing or damaged that it cannot be opened; restore a backup"
                raise ArchiveError(f"{self.name}: {lost}") from error
            raise self._archive_error(error) from error

    def _open(self) -> sqlite3.Connection:
        """A connection; an immutable one if neither the file nor its folder can be written."""
        connection = self._connect()
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
                    f"{self.name}: part of it is still in {wal.name}, and its folder is not writable; "
                    "make the folder writable and open it again"
                ) from error
            self._address += "?immutable=1"
            return self._connect()
        except BaseException:
            connection.close()
            raise
        return connection

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self._address, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=True)

    @contextmanager
    def translating_errors(self) -> Iterator[None]:
        """Raise an ArchiveError for SQLite's errors within, and for values that cannot have been written so."""
        try:
            yield
        except sqlite3.Error as error:
            raise self._archive_error(error) from error
        except UNREADABLE as error:
            raise ArchiveError(f"{self.name}: {_ADVICE['SQLITE_CORRUPT']}") from error

    def execute(self, statement: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Run a statement in a write transaction of its own; raises ArchiveError."""
        with self.writing() as connection:
            return connection.execute(statement, values)

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        """All rows that a statement returns; raises ArchiveError."""
        with self.turn, self.translating_errors():
            return self.connection.execute(statement, values).fetchall()

    def _archive_error(self, error: sqlite3.Error) -> ArchiveError:
        """The error for the user, with advice."""
        for name, advice in _ADVICE.items():
            if _code(error).startswith(name):
                return ArchiveError(f"{self.name}: {advice}")
        return ArchiveError(f"{self.name}: {error}; run `warticker check`")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A write transaction: committed at the end, rolled back if the block raises."""
        self._check_file()
        connection = self.connection
        with self.turn, self.translating_errors():
            connection.execute("BEGIN IMMEDIATE")
            try:
                # Again, as a repair may have replaced it while this waited.
                self._check_file()
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A read transaction: a consistent snapshot, whatever other processes write meanwhile."""
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
                    # Commit, so that what was written to temporary tables stays.
                    connection.execute("COMMIT")

    @contextmanager
    def apart(self) -> Iterator[sqlite3.Connection]:
        """As `reading`, but on a connection of its own, so that other threads need not wait for the shared one."""
        if self.path is None:
            with self.reading() as connection:
                yield connection
            return
        self._check_file()
        with self.translating_errors(), closing(self._connect()) as connection:
            connection.execute("BEGIN")
            yield connection

    @contextmanager
    def held(self) -> Iterator[sqlite3.Connection]:
        """As `apart`, but nobody else can write meanwhile, unless the file is too damaged to be locked."""
        self._check_file()
        with self.translating_errors(), closing(self._connect()) as connection:
            with suppress(sqlite3.DatabaseError):
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.DatabaseError as error:
                if not _code(error).startswith("SQLITE_CORRUPT"):
                    raise
                connection.execute("BEGIN")
            self._check_file()
            yield connection

    def version(self) -> int:
        """A number that changes when another connection has written."""
        self._check_file()
        return int(self.rows("PRAGMA data_version")[0][0])

    def serialized(self) -> bytes:
        """The content, as a file would have it."""
        with self.turn, self.translating_errors():
            return self.connection.serialize()

    def back_up(self, path: Path) -> None:
        """Copy what is committed to a new file at a path; raises ArchiveError."""
        draft = path.with_name(f"{path.name}.draft")
        try:
            self.make_file(draft)
            with closing(sqlite3.connect(draft)) as copy, self.apart() as connection:
                connection.backup(copy)
            draft.replace(path)
        except OSError as error:
            raise ArchiveError(f"{path}: it cannot be written: {error.strerror}") from error
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)

    def make_file(self, path: Path) -> None:
        """Make an empty file at a path, in the place of any there, that the same users can read; raises OSError."""
        for ending in ("", "-wal", "-shm", "-journal"):
            Path(f"{path}{ending}").unlink(missing_ok=True)
        path.touch(0o600, exist_ok=False)
        if self.path is not None:
            shutil.copymode(self.path, path)

    def close(self) -> None:
        """Close the connection."""
        with self.turn, self.translating_errors():
            self.connection.close()

    def reopen(self) -> None:
        """Open the file that is at the path now, after `close`; raises ArchiveError."""
        self._start()

    def _check_file(self) -> None:
        """Raise ArchiveError if the file at the path was replaced or removed: what is written would be lost."""
        if self._file_identity() != self._file:
            raise ArchiveError(f"{self.name}: it was replaced or moved while it was open; open it again")

    def _file_identity(self) -> tuple[int, int] | None:
        """What identifies the file at the path; None if there is none, or it cannot be examined."""
        with suppress(OSError):
            if self.path is not None:
                found = self.path.stat()
                return found.st_dev, found.st_ino
        return None

    def _prepare(self) -> None:
        """Create the tables, or migrate those of an earlier version."""
        version = self._file_version()
        if version > schema.VERSION:
            raise ArchiveError(f"{self.name}: it is from a newer warticker and was left unchanged; use the newer one")
        if not version:
            # An empty file has nothing to lose, and waiting for the disk takes longer than adding a page.
            self.connection.execute("PRAGMA synchronous = OFF")
        try:
            self._apply_pragmas()
        except sqlite3.OperationalError:
            # A file that cannot be written can still be read.
            if version < schema.VERSION:
                raise
        if version < schema.VERSION:
            self._migrate(version)
        self.connection.execute("PRAGMA synchronous = NORMAL")

    def _migrate(self, version: int) -> None:
        """Create the tables in an empty file, or migrate a file of an earlier version."""
        if version and self.path:
            copy = self.path.with_name(f"{self.path.name}.version-{version}")
            if not copy.exists():
                self.back_up(copy)
        with self.writing() as connection:
            # Another process may have done it meanwhile.
            version = self._file_version()
            scripts = schema.MIGRATIONS[version - 1 :] if version else (schema.TABLES,)
            for script in scripts if version < schema.VERSION else ():
                for statement in schema.statements(script):
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
            connection.execute(f"PRAGMA user_version = {schema.VERSION}")

    def _apply_pragmas(self) -> None:
        """Set how the file is used; waits for another process that does this for the first time."""
        for turn in range(_TRIES):
            try:
                self.connection.executescript(_PRAGMAS)
                return
            except sqlite3.OperationalError as error:
                if turn == _TRIES - 1 or not _code(error).startswith("SQLITE_BUSY"):
                    raise
                sleep(_PAUSE)

    def _file_version(self) -> int:
        """The version of the file's tables; 0 if it has none. Raises ArchiveError if it is not an archive."""
        read = self.connection.execute
        version = int(read("PRAGMA user_version").fetchone()[0])
        application = int(read("PRAGMA application_id").fetchone()[0])
        if (application != schema.APPLICATION or not version) and read("SELECT 1 FROM sqlite_schema").fetchone():
            raise ArchiveError(f"{self.name}: it belongs to another program; name another file")
        return version


def _code(error: sqlite3.Error) -> str:
    """The name of SQLite's error; empty if Python raised it."""
    return getattr(error, "sqlite_errorname", None) or ""
