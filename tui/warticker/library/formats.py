"""The export formats of a selection, each a stream of text that holds few entries at a time.

`citing` is imported by the formats that need it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from warticker import records
from warticker.archive.protocol import Archive
from warticker.archive.query import Field
from warticker.archive.selection import Row, Selection
from warticker.errors import UsageError
from warticker.model import Annotations, Document, Entry, EntryState, Moment, Story

BATCH = 200
"""Entries that are read at a time: the first line is there at once, however many follow."""

Kept = tuple[Story, Sequence[EntryState]]
"""A document out of an archive, with the state of each of its entries there."""


class ExportFormat(StrEnum):
    """How entries are written."""

    TEXT = "text"
    """One line per entry: key, time, outlet if there are several, headline."""
    JSON = "json"
    """One record per line; can be read back."""
    YAML = "yaml"
    """Documents for people to read and edit; can be read back."""
    MARKDOWN = "markdown"
    """One section per entry, for citing."""
    CSV = "csv"
    """One row per entry, for tables."""


_OUTLET = 20
"""The most letters in the column of outlets."""

_SUFFIXES = {
    "": ExportFormat.TEXT,
    ".txt": ExportFormat.TEXT,
    ".json": ExportFormat.JSON,
    ".jsonl": ExportFormat.JSON,
    ".yaml": ExportFormat.YAML,
    ".yml": ExportFormat.YAML,
    ".md": ExportFormat.MARKDOWN,
    ".csv": ExportFormat.CSV,
}


def format_of(path: Path | None) -> ExportFormat:
    """The format for a file's name, text without an ending; raises UsageError for an unknown one."""
    suffix = path.suffix if path else ""
    if (form := _SUFFIXES.get(suffix.casefold())) is None:
        raise UsageError(f"{path}: {suffix} says no format; give one with --format")
    return form


def written(archive: Archive, selection: Selection, form: ExportFormat, limit: int | None) -> Iterator[str]:
    """A selection of an archive, or its first `limit` entries, as pieces of text."""
    stop = len(selection) if limit is None else min(limit, len(selection))
    batches = (selection.rows(start, min(start + BATCH, stop)) for start in range(0, stop, BATCH))
    if form is ExportFormat.TEXT:
        # The same for every query, as scripts split lines into columns; a single outlet need not be repeated.
        outlets = archive.values(Field.SOURCE)
        width = min(max(map(len, outlets)), _OUTLET) if len(outlets) > 1 else 0
        return (line(row, width) for rows in batches for row in rows)
    return _WRITERS[form](kept for rows in batches for kept in _read(archive, rows))


def line(row: Row, outlet: int = 0) -> str:
    """A row as a line of text, with so many letters for its outlet."""
    source = f"{(row.source or '')[:outlet]:{outlet}}  " if outlet else ""
    return f"{row.key}  {column_time(row.moment):16}  {source}{row.headline}\n"


def column_time(moment: Moment) -> str:
    """Day and time in the width of a column; blank where they are not known."""
    day = " " * len("2025-11-14") if moment.day is None else moment.day.isoformat()
    return day if moment.clock is None else f"{day} {moment.clock:%H:%M}"


def _read(archive: Archive, rows: Sequence[Row]) -> Iterator[Kept]:
    """The entries of rows of an archive, document by document, with their states."""
    states = (_state(archive, row) for row in rows)
    for story in archive.stories([row.key for row in rows]):
        yield story, [next(states) for _ in story.document.entries]


def _state(archive: Archive, row: Row) -> EntryState:
    full = archive.entry(row.key) if row.noted else None
    return full.state if full else EntryState(row.changed, row.withdrawn, row.saved)


def _json(kept: Iterable[Kept]) -> Iterator[str]:
    return (records.to_line(*entry) for story, states in kept for entry in _entries(story, states))


def _yaml(kept: Iterable[Kept]) -> Iterator[str]:
    for story, states in kept:
        # Dropped lines belong to the whole page, of which a selection has only some entries.
        yield records.to_yaml([replace(story, document=replace(story.document, dropped=()))], [states])


def _markdown(kept: Iterable[Kept]) -> Iterator[str]:
    from warticker.library import citing

    return (citing.markdown(*entry) for story, states in kept for entry in _entries(story, states))


def _csv(kept: Iterable[Kept]) -> Iterator[str]:
    from warticker.library import citing

    yield citing.csv_line(citing.COLUMNS)
    for story, states in kept:
        for entry in _entries(story, states):
            yield citing.csv_line(citing.cells(*entry))


def _entries(story: Story, states: Sequence[EntryState]) -> Iterator[tuple[Entry, Annotations, Document, EntryState]]:
    for entry, understood, state in zip(story.document.entries, story.annotations, states, strict=True):
        yield entry, understood, story.document, state


_WRITERS: Mapping[ExportFormat, Callable[[Iterable[Kept]], Iterator[str]]] = {
    ExportFormat.JSON: _json,
    ExportFormat.YAML: _yaml,
    ExportFormat.MARKDOWN: _markdown,
    ExportFormat.CSV: _csv,
}
