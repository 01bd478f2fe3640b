"""What a user names as a source, as streams of bytes: files, folders, addresses, standard input."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeAlias

from warticker.errors import NoEntriesError, SourceError, cause
from warticker.files import CHANGED, at_home, state
from warticker.intake.addresses import is_address, not_there
from warticker.intake.decoding import MAX_BYTES
from warticker.intake.provenance import UNKNOWN, Provenance

_ENDINGS = "txt text md yaml yml html htm xhtml mhtml mht json jsonl xml rss atom gz"
SUFFIXES = frozenset(f".{ending}" for ending in _ENDINGS.split())
"""The suffixes of documents in a folder; a file given by name can have any."""
_COMPANION = re.compile(r"(.{1,250})(?:[_-](?:files|Dateien)|\.files)", re.IGNORECASE)
STANDARD_INPUT = "-"
_CHUNK = 1024 * 1024

Refuse: TypeAlias = "Callable[[SourceError], object]"
"""Called for each thing that cannot be read."""


class Content(NamedTuple):
    """The bytes of a document."""

    name: str
    """Its name in messages."""
    data: bytes
    provenance: Provenance = UNKNOWN


def contents(source: str, refuse: Refuse) -> Iterator[Content]:
    """The documents of a source: a file's one, or a folder's, sorted by path.

    A folder is searched recursively; hidden files are left out, and anything that is not a file (a pipe, a device).
    `refuse` is called for what cannot be read, with a NoEntriesError for a folder without documents; the rest is read
    anyway. At most MAX_BYTES of a document are ever held.
    """
    if source == STANDARD_INPUT:
        names = [STANDARD_INPUT]
    elif is_address(source):
        names = [source]
    else:
        names = paths(source, refuse)
    for name in names:
        try:
            content = _content(name)
        except SourceError as error:
            refuse(error)
        else:
            yield content


def paths(source: str, refuse: Refuse) -> list[str]:
    """The paths of the documents of a path: itself, or the files in the folder.

    `refuse` is called as by `contents`.
    """
    if not source:
        # Python takes it for the working folder, and it comes from an unset shell variable.
        refuse(SourceError("''", "the source name is empty"))
        return []
    try:
        path = at_home(source)
        if not path.is_dir():
            return [str(path)]
    except (OSError, ValueError) as error:
        refuse(SourceError(source, _reason(error)))
        return []
    complete = True

    def report(error: OSError) -> None:
        nonlocal complete
        complete = False
        refuse(SourceError(str(error.filename or source), _reason(error)))

    names = sorted(_documents(path, report))
    if not names and complete:
        refuse(NoEntriesError(source, f"no documents in this folder ({', '.join(sorted(SUFFIXES))})"))
    return list(map(str, names))


def _documents(folder: Path, refuse: Callable[[OSError], object]) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not (name.startswith(".") or _is_companion(name, files))]
        for name in files:
            path = Path(parent, name)
            readable = path.is_file() or not path.exists()
            if readable and path.suffix.casefold() in SUFFIXES and not name.startswith("."):
                yield path


def _is_companion(folder: str, files: Collection[str]) -> bool:
    """Whether a folder holds the pictures and scripts of a page that a browser saved beside it."""
    match = _COMPANION.fullmatch(folder)
    return match is not None and any(f"{match[1]}.{ending}" in files for ending in ("html", "htm", "xhtml"))


def _content(name: str) -> Content:
    if name == STANDARD_INPUT:
        return _of_standard_input()
    return _of_web(name) if is_address(name) else _of_file(name)


def _of_web(address: str) -> Content:
    # Imported here: most sources are files.
    import asyncio

    from warticker.intake.web.client import Client, Fetched

    async def asked() -> Fetched:
        async with Client() as client:
            return await client.get(address)

    fetched = asyncio.run(asked())
    return Content(address, fetched.data, fetched.provenance)


def _of_standard_input() -> Content:
    name = "standard input"
    # Python has no stream if the shell has closed it.
    if sys.stdin is None:
        raise SourceError(name, "closed")
    try:
        return Content(name, _limited(sys.stdin.buffer, name))
    except (OSError, ValueError) as error:
        raise SourceError(name, _reason(error)) from error


def _of_file(name: str) -> Content:
    try:
        with Path(name).open("rb") as stream:
            before = state(stream)
            content = Content(name, _limited(stream, name))
            if state(stream) != before:
                raise SourceError(name, CHANGED)
            return content
    except (OSError, ValueError) as error:
        raise SourceError(name, _reason(error)) from error


def _limited(stream: BinaryIO, name: str) -> bytes:
    """All of a stream; raises SourceError once it exceeds MAX_BYTES."""
    chunks: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > MAX_BYTES:
            raise SourceError(name, f"too large (more than {MAX_BYTES // 2**20} MiB)")
        chunks.append(chunk)
    return b"".join(chunks)


def _reason(error: OSError | ValueError) -> str:
    return not_there(str(error.filename)) if isinstance(error, FileNotFoundError) else cause(error)
