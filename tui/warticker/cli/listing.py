"""Prints the entries that match a query, or writes them to a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from warticker.cli import output
from warticker.cli.libraries import library_to_print
from warticker.errors import NothingMatchedError, UsageError, WartickerError
from warticker.files import replacing
from warticker.library import Form

if TYPE_CHECKING:
    from warticker.cli.commands.options import Asked

_TIME = len("2025-11-14 16:05")
"""Letters of the column of times."""


def print_entries(asked: Asked, form: Form) -> None:
    """Print the entries that match a query; raises NothingMatchedError where none does."""
    coloured = form is Form.TEXT and output.coloured()
    for piece in _pieces(asked, form):
        click.echo(_coloured(piece) if coloured else piece, nl=False, color=coloured)


def write_entries(asked: Asked, form: Form, path: Path, *, force: bool) -> None:
    """Write the entries that match a query to a file, whole or not at all.

    Raises UsageError where there is something already, unless `force` allows to replace a file; NothingMatchedError
    where nothing matches, and WartickerError where it cannot be written.
    """
    output.end_in_order()
    path = path.expanduser()
    try:
        if path.exists() and not path.is_file():
            raise UsageError(f"{path}: is no regular file; without --output it goes to standard output")
        if path.exists() and not force:
            raise UsageError(f"{path}: there is a file already; --force replaces it")
        pieces = _pieces(asked, form)
        with replacing(path) as stream:
            stream.writelines(pieces)
    except OSError as error:
        raise WartickerError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from error


def _pieces(asked: Asked, form: Form) -> Iterator[str]:
    library = library_to_print(asked.sources, asked.archive)
    selection = library.select(library.parse(asked.query), asked.order)
    if not len(selection):
        raise NothingMatchedError(f"nothing matches {asked.query}" if asked.query else "there are no entries")
    return library.export(selection, form, asked.limit)


def _coloured(line: str) -> str:
    """A line of text with its key and time set apart."""
    key, gap, rest = line.partition("  ")
    return f"{click.style(key, dim=True)}{gap}{click.style(rest[:_TIME], fg='blue')}{rest[_TIME:]}"
