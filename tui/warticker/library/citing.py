"""Entries as table rows and documents for reading and citing."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Sequence

from warticker.archive.entries import traits
from warticker.archive.query import Field
from warticker.model import Annotations, Document, Entry, EntryState
from warticker.moments import full_moment
from warticker.records import moment_text

COLUMNS = (
    "key", "time", "source", "headline", "text", "cities", "topics", "unverified", "address",
    "claims", "quoted", "changed", "withdrawn", "saved", "note", "people", "regions", "governments",
)  # fmt: skip
"""The columns of a CSV file; new ones are appended, so that scripts that count them keep working."""

HEAD = "key,time,source,headline,"
"""How such a file begins, whatever columns follow."""

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~&])|^([-+](?= )|\d+(?=[.)] ))", re.MULTILINE)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What starts a formula in a spreadsheet, which also treats these full-width signs as such."""


def markdown(entry: Entry, annotations: Annotations, document: Document, state: EntryState) -> str:
    """An entry of a document as a section of Markdown for citing.

    Source, time and address are above the text; who says so, the entry's state and the note are below.
    """
    where = _address(entry, document)
    origin = _escaped(_origin(entry, document))
    address = f"<{where.replace('<', '%3C').replace('>', '%3E')}>" if where else ""
    saved = ["saved"] if state.saved else []
    remarks = " · ".join([*_sources(annotations), *_caveats(annotations, state), *saved])
    parts = [
        f"## {_escaped(entry.headline) or '(no headline)'}",
        " ".join(part for part in (f"*{origin}*" if origin else "", address) if part),
        *map(_escaped, entry.paragraphs),
        f"*{_escaped(remarks)}*" if remarks else "",
        f"> {_escaped(state.note)}" if state.note else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n\n"


def plain(entry: Entry, annotations: Annotations, document: Document, state: EntryState) -> str:
    """An entry of a document as plain text for citing, with source, time, address, and caveats."""
    below = [_origin(entry, document), _address(entry, document), *_caveats(annotations, state)]
    parts = [entry.headline, *entry.paragraphs, " - ".join(part for part in below if part)]
    return "\n\n".join(part for part in parts if part) + "\n"


def cells(entry: Entry, annotations: Annotations, document: Document, state: EntryState) -> list[str]:
    """The cells of an entry of a document, in column order."""
    values = tuple(dict.fromkeys(traits.values(None, annotations)))

    def of(field: Field) -> str:
        return ", ".join(value for letter, value in values if letter == traits.LETTERS[field])

    return [
        entry.key,
        moment_text(entry.moment) or "",
        entry.source or "",
        entry.headline,
        "\n".join(entry.paragraphs),
        of(Field.CITY),
        of(Field.TOPIC),
        _yes(annotations.unverified),
        _address(entry, document),
        ", ".join(_claimants(annotations)),
        of(Field.SPEAKER),
        _yes(state.changed),
        _yes(state.withdrawn),
        _yes(state.saved),
        state.note,
        of(Field.PERSON),
        of(Field.REGION),
        of(Field.GOVERNMENT),
    ]


def csv_line(values: Sequence[str]) -> str:
    """A row of a CSV file; an apostrophe is put before anything that a spreadsheet would take for a formula."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(
        f"'{value}" if value.startswith(_FORMULA) else value for value in values
    )
    return line.getvalue()


def _origin(entry: Entry, document: Document) -> str:
    """Where an entry is from (its page's title if the outlet is unknown), and when it was published."""
    titled = document.title if document.title != entry.headline else ""
    inferred = "day inferred" if entry.moment.inferred and entry.moment.day else ""
    return ", ".join(part for part in (entry.source or titled, full_moment(entry.moment), inferred) if part)


def _address(entry: Entry, document: Document) -> str:
    """Its own address, else its page's; empty if there is none."""
    return entry.address or document.address or ""


def _sources(annotations: Annotations) -> Iterator[str]:
    """Who makes the statements that the text reports."""
    for label, names in (("claims", _claimants(annotations)), ("quoted", _speakers(annotations))):
        if names:
            yield f"{label}: {', '.join(names)}"


def _caveats(annotations: Annotations, state: EntryState) -> Iterator[str]:
    """What anyone who cites the entry should know."""
    if annotations.unverified:
        yield "not independently verified"
    if state.changed:
        yield "changed since it was first read"
    if state.withdrawn:
        yield "withdrawn from its page"


def _claimants(annotations: Annotations) -> Collection[str]:
    """The claimants, each with the side it is on."""
    return dict.fromkeys(f"{claim.source} ({claim.side})" for claim in annotations.claims)


def _speakers(annotations: Annotations) -> Collection[str]:
    return dict.fromkeys(quotation.speaker for quotation in annotations.quotations if quotation.speaker)


def _yes(holds: bool) -> str:
    return "yes" if holds else ""


def _escaped(text: str) -> str:
    """A text escaped for Markdown."""
    return _MARKDOWN.sub(lambda found: f"\\{found[1]}" if found[1] else _behind(found[2]), text)


def _behind(mark: str) -> str:
    """What would start a list, escaped."""
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"
