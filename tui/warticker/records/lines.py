"""Records as lines of JSON: a story or a single entry with its document, each line complete by itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Any, NoReturn

from warticker.errors import DataError
from warticker.model import Annotations, Document, Entry, EntryState, Story
from warticker.records.fields import Fields
from warticker.records.reading import entry_from, story_from, story_of
from warticker.records.writing import document_record, entry_record

PORTION = 500
"""The most entries in a story read from lines, as a file can be larger than memory."""

_encoded = json.JSONEncoder(ensure_ascii=False).encode


def to_line(entry: Entry, annotations: Annotations | None, document: Document, state: EntryState | None = None) -> str:
    """An entry's record, with its document's and, if given, its state, as one line of JSON."""
    head = document_record(document)
    del head["dropped"]
    return _encoded({**entry_record(entry, annotations, state), "source": entry.source, "document": head}) + "\n"


def from_lines(lines: Iterable[str]) -> Iterator[Story]:
    """The stories that lines of JSON hold, one for every run of entries of one document.

    Raises DataError, naming the line, for anything else.
    """
    records = ((f"line {number}", _record(line, number)) for number, line in enumerate(lines, 1) if line.strip())
    for head, run in groupby(records, key=lambda placed: _head(*placed)):
        if head is None:
            yield from (story_from(record) for _, record in run)
            continue
        fields = Fields.of(head, "the document")
        source = fields.text_or_none("source")
        while portion := list(islice(run, PORTION)):
            yield story_of(fields, [entry_from(record, source, where) for where, record in portion])


def _record(line: str, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line, parse_constant=_refused)
        if "\\ud" in line.lower():
            # A lone surrogate, which an escape can produce, could not be written to a file again.
            _encoded(record).encode()
    except (ValueError, RecursionError) as error:
        raise DataError(f"line {number}: not valid JSON") from error
    if not isinstance(record, dict):
        raise DataError(f"line {number}: not a record")
    return record


def _head(where: str, record: dict[str, Any]) -> dict[str, Any] | None:
    """The record of an entry's document, removed from the entry's; None if it is a story's record."""
    if "entries" in record:
        return None
    head = record.pop("document", None)
    if head is not None and not isinstance(head, dict):
        raise DataError(f"{where}: document must have named fields")
    return head or {"source": record.get("source")}


def _refused(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")
