"""Where the files that the program ships with lie, in the source tree or inside the wheel, and what is in them."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from warticker import __version__
from warticker.errors import DataError, cause, no_yaml
from warticker.files import replacing

PACKAGE = Path(__file__).resolve().parent

CACHE = "WARTICKER_CACHE"
"""The environment variable that names another folder for what is kept of read files; empty for none at all."""


def folder(name: str) -> Path:
    """The folder `data` or `styles`: beside the package in a wheel, two levels up in the source tree.

    Raises DataError where neither has it.
    """
    for parent in (PACKAGE, PACKAGE.parents[1]):
        if (found := parent / name).is_dir():
            return found
    raise DataError(f"{name}/ is missing from this installation of warticker: install it anew")


def data(name: str) -> Path:
    """The path of a file below data/."""
    return folder("data") / name


def style(name: str) -> Path:
    """The path of a file below styles/."""
    return folder("styles") / name


MOST_LISTS = 20_000
"""How many lists or records may begin in a file of ours; the largest has a thousand."""
_OPENING = (b"[", b"{", b"- -", b"? ?")


def yaml_data(path: Path) -> list[Any]:
    """The YAML documents of a file of our own, as plain lists, dicts, texts and numbers.

    YAML is slow to read, so the outcome is kept as JSON in the user's cache folder, by the file's path, size and time.
    Raises DataError, naming file and line, where it cannot be read.
    """
    place = _place(path, "json")
    if place:
        try:
            return list(json.loads(place.read_bytes()))
        except (OSError, ValueError):
            pass  # never kept, or damaged: it is made anew
    documents = _read_yaml(path)
    if place:
        with suppress(TypeError):
            _write(place, json.dumps(documents).encode())
    return documents


def worked_out(path: Path, kind: str, make: Callable[[], bytes]) -> bytes:
    """What is made of a file of our own: kept as `yaml_data` keeps, and made where it is not; raises DataError.

    `kind` is another one as soon as something else is made of the same file.
    """
    found = kept(path, kind)
    if found is None:
        found = make()
        keep(path, kind, found)
    return found


def kept(path: Path, kind: str) -> bytes | None:
    """What was kept with a file as it is now; None where nothing whole was. Raises DataError where there is no file."""
    if (place := _place(path, kind)) is None:
        return None
    # A buffer would have all of it copied once more.
    with suppress(OSError), place.open("rb", buffering=0) as stream:
        length = int.from_bytes(stream.read(_LENGTH), "big")
        found = stream.read()
        if len(found) == length:
            return found
    return None


def keep(path: Path, kind: str, data: bytes) -> None:
    """Keep something with a file as it is now; raises DataError where there is none."""
    if place := _place(path, kind):
        _write(place, len(data).to_bytes(_LENGTH, "big") + data)


LEFT_AFTER = 60 * 24 * 3600.0
"""Seconds after which what is kept and was not read since is taken away."""

_LENGTH = 8
"""Bytes that tell how many follow, since a disk can be full; a checksum of our largest table would take 6 ms."""


def _place(path: Path, ending: str) -> Path | None:
    """Where the outcome of a file is kept as it is now; None for nowhere. Raises DataError where there is no file."""
    try:
        status = path.stat()
    except OSError as error:
        raise DataError(f"{path}: {cause(error)}") from error
    state = _short(f"{__version__} {sys.byteorder} {status.st_size} {status.st_mtime_ns}")
    cache = _cache_folder()
    return cache and cache / f"{path.stem}-{_short(str(path))}-{state}.{ending}"


def _short(text: str) -> str:
    # Imported here as most starts read the archive, and nothing of ours.
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()[:_LETTERS]


_LETTERS = 12
_SHORT = "[0-9a-f]" * _LETTERS
"""What files have in their names that are ours."""


def _read_yaml(path: Path) -> list[Any]:
    # Imported here as it takes a tenth of the start, and most starts find everything kept.
    import yaml

    try:
        data = path.read_bytes()
        # PyYAML builds what nests by recursion in C, which ninety thousand brackets crash.
        if max(map(data.count, _OPENING)) > MOST_LISTS:
            raise DataError(f"{path}: more than {MOST_LISTS} lists in lists")
        return list(yaml.load_all(data, Loader=yaml.CSafeLoader))
    except OSError as error:
        raise DataError(f"{path}: {cause(error)}") from error
    except (yaml.YAMLError, ValueError) as error:
        raise DataError(f"{path}: {no_yaml(error)}") from error


def _cache_folder() -> Path | None:
    if (named := os.environ.get(CACHE)) is not None:
        return Path(named) if named else None
    # Imported here as a named folder needs none of it.
    from platformdirs import user_cache_path

    return user_cache_path("warticker", appauthor=False)


def _write(path: Path, data: bytes) -> None:
    """Write what was read, whole or not at all, in place of what the file held before.

    What nobody has read for long goes too: it is of an installation that is no more. Where nothing can be written, the
    next start reads the file again.
    """
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as draft:
            draft.buffer.write(data)
        former = f"{path.stem.rpartition('-')[0]}-*{path.suffix}"
        for other in path.parent.glob(f"*-{_SHORT}-{_SHORT}.*"):
            if other != path and (other.match(former) or time.time() - other.stat().st_atime > LEFT_AFTER):
                other.unlink(missing_ok=True)
