"""`list` and `export`: the entries that match a query, printed or written to a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from warticker.cli import output
from warticker.cli.arguments import FORMATS, Asked, examples, selecting
from warticker.cli.group import warticker
from warticker.cli.libraries import library_of_sources, library_to_print
from warticker.counting import counted
from warticker.errors import NothingMatchedError, QueryError, UsageError, WartickerError, cause
from warticker.files import at_home, replacing
from warticker.library.formats import ExportFormat, format_of

_TIME = len("2025-11-14 16:05")
"""The width of the column of times."""


@warticker.command(
    "list",
    epilog=examples(
        "warticker list city:Kiew topic:luftangriffe",
        "warticker list since:2h is:unverified",
        "warticker list 'since:2025-11-14 drohnen OR raketen' --format json",
        "warticker list --source ticker.txt --format csv",
    ),
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
    help="The output format; json is one record per line.",
)  # fmt: skip
@selecting
def _list(asked: Asked, form: str) -> int:
    """Print the entries that match QUERY, one a line.

    Words must all occur, anywhere in a word; "a phrase", -not, a OR b. Fields take one value or several behind
    commas: topic: city: government: region: source: person: speaker: claim: since: until: on: and is:unread, saved,
    new, changed, withdrawn, noted, unverified. Put -- before a query that begins with a minus, and options
    before that.
    """
    return _print(asked, ExportFormat(form))


@warticker.command(
    "export",
    epilog=examples(
        "warticker export is:saved --output saved.md",
        "warticker export 'city:Kiew since:2025-11-01' --format yaml --output kiew.yaml",
        "warticker export --format json | gzip > everything.jsonl.gz",
    ),
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS),
    help="The output format; by default that of the file's name: .txt .json .jsonl .yaml .yml .md .csv. "
    "json is one record per line; yaml and json can be read back.",
)  # fmt: skip
@click.option(
    "--output", "path", type=click.Path(path_type=Path), metavar="FILE", help="The file; by default standard output."
)
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@selecting
def _export(asked: Asked, form: str | None, path: Path | None, force: bool) -> int:
    """Write the entries that match QUERY to a file.

    Without a query these are all of them. The file is written whole or not at all.
    """
    chosen = ExportFormat(form) if form else format_of(path)
    if path is None or str(path) == "-":
        return _print(asked, chosen)
    return _write(asked, chosen, path, force=force)


def _print(asked: Asked, form: ExportFormat) -> int:
    """Print the entries that match a query; returns the exit status. Raises NothingMatchedError if none does."""
    coloured = form is ExportFormat.TEXT and output.coloured()
    found = _found(asked, form)
    for piece in found.pieces:
        click.echo(_coloured(piece) if coloured else piece, nl=False, color=coloured)
    return found.status


def _write(asked: Asked, form: ExportFormat, path: Path, *, force: bool) -> int:
    """Write the entries that match a query to a file, atomically; returns the exit status.

    Raises UsageError if there is a file already, unless `force` allows replacing it, or something else;
    NothingMatchedError if nothing matches; and WartickerError if the file cannot be written.
    """
    output.end_in_order()
    path = at_home(path)
    try:
        if path.exists() and not path.is_file():
            raise UsageError(f"{path}: not a regular file; leave out --output to write to standard output")
        if path.exists() and not force:
            raise UsageError(f"{path}: already exists; use --force to overwrite it")
        found = _found(asked, form)
        with replacing(path) as stream:
            stream.writelines(found.pieces)
    except OSError as error:
        raise WartickerError(f"{path}: cannot be written: {cause(error)}") from error
    count = found.written
    click.echo(output.harmless(f"{counted(count, 'entry', 'entries')} exported to {path}"), err=True)
    return found.status


class _Found(NamedTuple):
    """The entries that a user asked for."""

    written: int
    """How many of them are written."""
    pieces: Iterator[str]
    """Their text."""
    status: int
    """The exit status: 1 if a source could not be read."""


def _found(asked: Asked, form: ExportFormat) -> _Found:
    """The entries to write; raises NothingMatchedError and QueryError."""
    library, status = library_of_sources(asked.sources) if asked.sources else (library_to_print(asked.archive), 0)
    query = library.parse(asked.query)
    if asked.query.strip() and not query:
        raise QueryError("no word or field found", position=0)
    selection = library.select(query, asked.order)
    if not len(selection):
        hint = f" - did you mean {near}?" if (near := library.nearest(query)) else ""
        raise NothingMatchedError(f"nothing matches {asked.query}{hint}" if asked.query else "there are no entries")
    count = min(len(selection), asked.limit or len(selection))
    return _Found(count, library.export(selection, form, asked.limit), status)


def _coloured(line: str) -> str:
    """A line of text with its key and time coloured."""
    key, gap, rest = line.partition("  ")
    return f"{click.style(key, dim=True)}{gap}{click.style(rest[:_TIME], fg='blue')}{rest[_TIME:]}"
