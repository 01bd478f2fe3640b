"""What a user names as a source, as streams of bytes: files, folders, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from warticker.errors import NoEntriesError, SourceError
from warticker.intake.decoding import MAX_BYTES

SUFFIXES = frozenset({".txt", ".text", ".md", ".yaml", ".yml"})
"""The files of a folder that are documents; a file that is named by itself can have any name."""
STANDARD_INPUT = "-"
_CHUNK = 1024 * 1024


def contents(source: str) -> Iterator[tuple[str, bytes]]:
    """The documents of a source, each with the name for messages: a file's one, or a folder's, sorted by path.

    A folder is searched through and through, hidden files and folders left out. Raises SourceError where something
    cannot be read and NoEntriesError for a folder without documents; no more than MAX_BYTES of one are ever held.
    """
    if source == STANDARD_INPUT:
        yield "standard input", _limited(sys.stdin.buffer, "standard input")
        return
    if source.casefold().startswith(("http://", "https://")):
        raise SourceError(source, "addresses cannot be read yet; save the page as text and name the file")
    path = Path(source).expanduser()
    if _is_folder(path, source):
        paths = sorted(_documents(path, source))
        if not paths:
            raise NoEntriesError(source, f"a folder without documents ({', '.join(sorted(SUFFIXES))})")
        for each in paths:
            yield str(each), _of_file(each, str(each))
    else:
        yield source, _of_file(path, source)


def _is_folder(path: Path, source: str) -> bool:
    """Whether a path is a folder; raises SourceError where the system does not let us see, or the path is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError) as error:
        raise SourceError(source, _reason(error)) from error


def _documents(folder: Path, source: str) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise SourceError(str(error.filename or source), _reason(error)) from error

    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(parent, name)
            if path.suffix.casefold() in SUFFIXES and not name.startswith("."):
                yield path


def _of_file(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as stream:
            return _limited(stream, name)
    except (OSError, ValueError) as error:
        raise SourceError(name, _reason(error)) from error


def _limited(stream: BinaryIO, name: str) -> bytes:
    """All that a stream gives; raises SourceError as soon as it gives more than MAX_BYTES."""
    chunks: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > MAX_BYTES:
            raise SourceError(name, f"too large (more than {MAX_BYTES // 2**20} MiB)")
        chunks.append(chunk)
    return b"".join(chunks)


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file or folder"
        case PermissionError():
            return "no permission to read it"
        case OSError(strerror=str(text)):
            return text[:1].lower() + text[1:]
        case _:
            return "no name of a file"
