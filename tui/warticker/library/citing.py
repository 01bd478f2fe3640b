"""Entries as lines of tables and documents that others read and cite from."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from warticker.archive.entries import traits
from warticker.model import Annotations, Document, Entry
from warticker.moments import full_moment
from warticker.records import moment_text

COLUMNS = ("key", "time", "source", "headline", "text", "cities", "topics", "unverified", "address")
"""The columns of a CSV file."""

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~&])|^([-+](?= )|\d+(?=[.)] ))", re.MULTILINE)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula for a spreadsheet, which also reads the full width of these signs as them."""


def markdown(entry: Entry, document: Document) -> str:
    """An entry of a document as a section of Markdown with its source, time and address, for citing."""
    where = entry.address or document.address
    origin = ", ".join(_escaped(part) for part in (entry.source, full_moment(entry.moment)) if part)
    address = f"<{where.replace('<', '%3C').replace('>', '%3E')}>" if where else ""
    parts = [
        f"## {_escaped(entry.headline)}" if entry.headline else "",
        " ".join(part for part in (f"*{origin}*" if origin else "", address) if part),
        *map(_escaped, entry.paragraphs),
    ]
    return "\n\n".join(part for part in parts if part) + "\n\n"


def plain(entry: Entry, document: Document) -> str:
    """An entry of a document as plain text with source, time and address, for citing."""
    where = entry.address or document.address or ""
    origin = ", ".join(part for part in (entry.source or "", full_moment(entry.moment)) if part)
    parts = [entry.headline, *entry.paragraphs, " - ".join(part for part in (origin, where) if part)]
    return "\n\n".join(part for part in parts if part) + "\n"


def cells(entry: Entry, annotations: Annotations, document: Document) -> list[str]:
    """The cells of an entry of a document, in the order of the columns."""
    cities = dict.fromkeys(name for letter, name in traits.values(None, annotations) if letter == traits.CITY)
    return [
        entry.key,
        moment_text(entry.moment) or "",
        entry.source or "",
        entry.headline,
        "\n".join(entry.paragraphs),
        ", ".join(cities),
        ", ".join(match.topic for match in annotations.topics),
        "yes" if annotations.unverified else "",
        entry.address or document.address or "",
    ]


def csv_line(values: Sequence[str]) -> str:
    """A row of a CSV file; an apostrophe goes before what a spreadsheet would take for a formula."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(
        f"'{value}" if value.startswith(_FORMULA) else value for value in values
    )
    return line.getvalue()


def _escaped(text: str) -> str:
    """A text that Markdown shows as it stands."""
    return _MARKDOWN.sub(lambda found: f"\\{found[1]}" if found[1] else _behind(found[2]), text)


def _behind(mark: str) -> str:
    """What would begin a list, made plain."""
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"
