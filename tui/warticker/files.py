"""Files that are there when they are whole, and not before; whether one is still what it was."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

CHANGED = "changed while it was read; read it once more"
"""What is told of a file whose state is another one when it has been read."""
LONGEST_NAME = 60
"""How much of a file's name its draft has, in code points: a name can be as long as a folder allows."""


def at_home(named: str | Path) -> Path:
    """A path that may begin with `~`, as it is where nobody knows whose home that is."""
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)


def state(stream: BinaryIO) -> tuple[int, int]:
    """How long an open file is and when it was last written to: another one once somebody writes to it.

    Of a pipe it is always the same: whoever reads from one reads what is written meanwhile.
    """
    status = os.fstat(stream.fileno())
    return (status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else (0, 0)


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A stream in UTF-8 whose file takes the place of what is at a path, permissions kept, once the block has ended.

    Where the block raises, nothing of it stays. Raises OSError.
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
