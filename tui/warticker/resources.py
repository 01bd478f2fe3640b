"""The data and style files that come with the program, in the source tree or the wheel, and a cache of their data."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any
from zlib import crc32

from warticker import __version__
from warticker.errors import DataError, cause, no_yaml
from warticker.files import replacing

PACKAGE = Path(__file__).resolve().parent

CACHE = "WARTICKER_CACHE"
"""The environment variable that names another cache folder; empty to have no cache."""


def folder(name: str) -> Path:
    """The folder `data` or `styles`: inside the package in a wheel, two levels up in the source tree.

    Raises DataError if it is in neither.
    """
    for parent in (PACKAGE, PACKAGE.parents[1]):
        if (found := parent / name).is_dir():
            return found
    raise DataError(f"{name}/ is missing from this installation of warticker; reinstall it")


def data(name: str) -> Path:
    """The path of a file below data/."""
    return folder("data") / name


def style(name: str) -> Path:
    """The path of a file below styles/."""
    return folder("styles") / name


MOST_LISTS = 20_000
"""How many lists or mappings may be opened in one of our YAML files; the largest opens a thousand."""
_OPENING = (b"[", b"{", b"- -", b"? ?")


def yaml_data(path: Path) -> list[Any]:
    """The YAML documents of one of our files, as plain lists, dicts, strings and numbers.

    Parsing YAML is slow, so the result is cached as JSON in the user's cache folder, by the file's path, size and time.
    Raises DataError, naming file and line, if it cannot be read.
    """
    place = _place(path, "json")
    if place:
        try:
            return list(json.loads(place.read_bytes()))
        except (OSError, ValueError):
            pass  # not cached, or damaged: parse it again
    documents = _read_yaml(path)
    if place:
        with suppress(TypeError):
            _write(place, json.dumps(documents).encode())
    return documents


def worked_out(path: Path, kind: str, make: Callable[[], bytes]) -> bytes:
    """What is derived from one of our files: cached as by `yaml_data`, and made if it is not; raises DataError.

    Change `kind` whenever what is derived from the file changes.
    """
    return bytes(mapped(path, kind, make))


def mapped(path: Path, kind: str, make: Callable[[], bytes]) -> bytes | mmap:
    """The same, but only what is looked at is read from the cache: for what is large and hardly used."""
    found = _kept(path, kind)
    if found is not None:
        return found
    made = make()
    keep(path, kind, made)
    return made


def kept(path: Path, kind: str) -> bytes | None:
    """What is cached for a file's present state; None if nothing, or only a part. Raises DataError without the file."""
    found = _kept(path, kind)
    return None if found is None else bytes(found)


def _kept(path: Path, kind: str) -> mmap | None:
    if (place := _place(path, kind)) is None:
        return None
    with suppress(OSError), place.open("rb") as stream:
        stream.seek(-_LENGTH, os.SEEK_END)
        length = int.from_bytes(stream.read(), "big")
        if length and stream.tell() == length + _LENGTH:
            return mmap(stream.fileno(), length, access=ACCESS_READ)
    return None


def keep(path: Path, kind: str, data: bytes) -> None:
    """Cache something for a file's present state; raises DataError without the file."""
    if place := _place(path, kind):
        _write(place, data + len(data).to_bytes(_LENGTH, "big"))


LEFT_AFTER = 60 * 24 * 3600.0
"""Seconds after which a cache file that was not read is removed."""

_LENGTH = 8
"""Bytes of the length at the end, which reveals a truncated file; a checksum of our largest table would take 6 ms."""


def _place(path: Path, ending: str) -> Path | None:
    """The cache file for a file's present state; None without a cache. Raises DataError without the file."""
    try:
        status = path.stat()
    except OSError as error:
        raise DataError(f"{path}: {cause(error)}") from error
    state = _short(f"{__version__} {sys.byteorder} {status.st_size} {status.st_mtime_ns}")
    cache = _cache_folder()
    return cache and cache / f"{path.stem}-{_short(str(path))}-{state}.{ending}"


def _short(text: str) -> str:
    # Not by hashlib, whose import takes as long as reading the bundled edition.
    return f"{crc32(text.encode()):08x}"


_SHORT = "[0-9a-f]" * 8
"""A glob for each of the two checksums in the name of a cache file."""


def _read_yaml(path: Path) -> list[Any]:
    # Imported here as it takes a tenth of the start-up time, and most starts find everything cached.
    import yaml

    try:
        data = path.read_bytes()
        # PyYAML builds nested values by recursion in C: ninety thousand brackets crash it.
        if max(map(data.count, _OPENING)) > MOST_LISTS:
            raise DataError(f"{path}: more than {MOST_LISTS} lists or mappings")
        return list(yaml.load_all(data, Loader=yaml.CSafeLoader))
    except OSError as error:
        raise DataError(f"{path}: {cause(error)}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise DataError(f"{path}: {no_yaml(error)}") from error


def _cache_folder() -> Path | None:
    if (named := os.environ.get(CACHE)) is not None:
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
        for other in path.parent.glob(f"*-{_SHORT}-{_SHORT}.*"):
            if other != path and (other.match(former) or time.time() - other.stat().st_atime > LEFT_AFTER):
                other.unlink(missing_ok=True)
