"""Prints the entries that match a query."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import click

from warticker import records
from warticker.archive import traits
from warticker.archive.selection import Order
from warticker.cli import citing, output
from warticker.cli.reading import library_of
from warticker.errors import NothingMatchedError
from warticker.library import FullEntry
from warticker.model import Moment, Story
from warticker.records import entry_record

BATCH = 200
"""Entries that are read at a time: the first line comes at once, however many follow."""


def print_entries(
    query: str, form: str, limit: int | None, order: Order, sources: Sequence[str], archive: Path | None
) -> None:
    """Print the entries that match a query; raises NothingMatchedError where none does."""
    library = library_of(sources, archive)
    selection = library.select(library.parse(query), order)
    if not len(selection):
        raise NothingMatchedError(f"nothing matches {query}" if query else "there are no entries")
    stop = len(selection) if limit is None else min(limit, len(selection))
    entries = (
        library.entry(row.key)
        for start in range(0, stop, BATCH)
        for row in selection.rows(start, min(start + BATCH, stop))
    )
    for line in FORMS[form](entries):
        click.echo(line, nl=False, color=output.coloured())


def _text(entries: Iterable[FullEntry]) -> Iterator[str]:
    for full in entries:
        key, time = click.style(full.entry.key, dim=True), click.style(f"{_time(full.entry.moment):16}", fg="blue")
        yield f"{key}  {time}  {traits.title(full.entry)}\n"


def _json(entries: Iterable[FullEntry]) -> Iterator[str]:
    for full in entries:
        yield json.dumps(entry_record(full.entry, full.annotations), ensure_ascii=False) + "\n"


def _yaml(entries: Iterable[FullEntry]) -> Iterator[str]:
    """Entries as stories, a new one wherever the document changes, so that they read back."""
    for _, run in groupby(entries, key=lambda full: full.siblings):
        group = list(run)
        document = replace(group[0].document, entries=tuple(full.entry for full in group))
        yield records.to_yaml([Story(document, tuple(full.annotations for full in group))])


def _markdown(entries: Iterable[FullEntry]) -> Iterator[str]:
    return map(citing.markdown, entries)


def _csv(entries: Iterable[FullEntry]) -> Iterator[str]:
    yield citing.csv_line(citing.COLUMNS)
    for full in entries:
        yield citing.csv_line(citing.cells(full))


FORMS: dict[str, Callable[[Iterable[FullEntry]], Iterator[str]]] = {
    "text": _text,
    "json": _json,
    "yaml": _yaml,
    "markdown": _markdown,
    "csv": _csv,
}
"""What prints each form."""


def _time(moment: Moment) -> str:
    """Day and time in the width of a column; blank where they are not known."""
    day = " " * len("2025-11-14") if moment.day is None else moment.day.isoformat()
    return day if moment.clock is None else f"{day} {moment.clock:%H:%M}"
