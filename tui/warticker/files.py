"""Files written atomically, and whether a file changed while it was read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

CHANGED = "changed while it was being read; read it again"
"""The message for a file whose `state` changed while it was read."""
LONGEST_NAME = 60
"""Code points of a file's name that its draft's name repeats: the name may be as long as the system allows."""


def at_home(named: str | Path) -> Path:
    """The path with `~` expanded; unchanged where the home folder is unknown."""
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)


def state(stream: BinaryIO) -> tuple[int, int]:
    """The size and modification time of an open file, which differ once it is written to.

    Always the same for a pipe, whose reader sees all that is written meanwhile.
    """
    status = os.fstat(stream.fileno())
    return (status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else (0, 0)


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A UTF-8 stream to a draft that replaces the file at a path, with its permissions, when the block ends.

    If the block raises, the draft is removed. Raises OSError.
    """
    draft = path.with_name(f".{path.name[:LONGEST_NAME]}.{os.urandom(4).hex()}")
    try:
        with draft.open("x", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o7777)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
