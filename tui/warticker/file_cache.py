"""A cache of what is derived from files, in the user's cache folder: found again while the file is the same.

The file's path, size and time name a cache file, so what is derived from a former state of it is never found.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zlib import crc32

from warticker import __version__
from warticker.errors import DataError, cause
from warticker.files import replacing

FOLDER = "WARTICKER_CACHE"
"""The environment variable that names another cache folder; empty to have no cache."""

LEFT_AFTER = 60 * 24 * 3600.0
"""Seconds after which a cache file that was not read is removed."""

_LENGTH = 8
"""Bytes of the length at the end, which reveals a truncated file; a checksum of our largest table would take 6 ms."""


def load(path: Path, kind: str) -> bytes | None:
    """What is cached for a file's present state; None if nothing, or only a part. Raises DataError without the file."""
    mapped = _map(path, kind)
    return None if mapped is None else bytes(mapped)


def store(path: Path, kind: str, data: bytes) -> None:
    """Cache something for a file's present state, if the folder can be written; raises DataError without the file."""
    if place := _place(path, kind):
        _write(place, data + len(data).to_bytes(_LENGTH, "big"))


def load_or_make(path: Path, kind: str, make: Callable[[], bytes]) -> bytes:
    """What is cached for a file's present state, or else made and stored; raises DataError without the file.

    Change `kind` whenever what is derived from the file changes.
    """
    return bytes(map_or_make(path, kind, make))


def map_or_make(path: Path, kind: str, make: Callable[[], bytes]) -> bytes | mmap:
    """The same, but only what is looked at is read from the cache: for what is large and hardly used."""
    mapped = _map(path, kind)
    if mapped is not None:
        return mapped
    made = make()
    store(path, kind, made)
    return made


def _map(path: Path, kind: str) -> mmap | None:
    if (place := _place(path, kind)) is None:
        return None
    with suppress(OSError), place.open("rb") as stream:
        stream.seek(-_LENGTH, os.SEEK_END)
        length = int.from_bytes(stream.read(), "big")
        if length and stream.tell() == length + _LENGTH:
            return mmap(stream.fileno(), length, access=ACCESS_READ)
    return None


def _place(path: Path, kind: str) -> Path | None:
    """The cache file for a file's present state; None without a cache. Raises DataError without the file."""
    try:
        status = path.stat()
    except OSError as error:
        raise DataError(f"{path}: {cause(error)}") from error
    state = _checksum(f"{__version__} {sys.byteorder} {status.st_size} {status.st_mtime_ns}")
    folder = _folder()
    return folder and folder / f"{path.stem}-{_checksum(str(path))}-{state}.{kind}"


def _checksum(text: str) -> str:
    # Not by hashlib, whose import takes as long as reading the bundled edition.
    return f"{crc32(text.encode()):08x}"


_CHECKSUM = "[0-9a-f]" * 8
"""A glob for each of the two checksums in the name of a cache file."""


def _folder() -> Path | None:
    if (named := os.environ.get(FOLDER)) is not None:
        return Path(named) if named else None
    # Imported here as it is not needed where a folder is named.
    from platformdirs import user_cache_path

    return user_cache_path("warticker", appauthor=False)


def _write(path: Path, data: bytes) -> None:
    """Write a cache file atomically, and remove the one for the file's former state.

    Cache files that nobody has read for long are removed too: their installation is gone. If writing fails, the next
    start reads the file again.
    """
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as draft:
            draft.buffer.write(data)
        former = f"{path.stem.rpartition('-')[0]}-*{path.suffix}"
        for other in path.parent.glob(f"*-{_CHECKSUM}-{_CHECKSUM}.*"):
            if other != path and (other.match(former) or time.time() - other.stat().st_atime > LEFT_AFTER):
                other.unlink(missing_ok=True)
