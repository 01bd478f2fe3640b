"""The data and style files that come with the program, in the source tree or the wheel."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from warticker import file_cache
from warticker.errors import DataError, cause, no_yaml

PACKAGE = Path(__file__).resolve().parent

_KIND = "json"
"""The kind of what is cached for a YAML file."""


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

    Parsing YAML is slow, so the result is cached as JSON. Raises DataError, naming file and line, if it cannot be read.
    """
    if (cached := file_cache.load(path, _KIND)) is not None:
        with suppress(ValueError):
            return list(json.loads(cached))
    documents = _read_yaml(path)
    with suppress(TypeError):
        file_cache.store(path, _KIND, json.dumps(documents).encode())
    return documents


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
