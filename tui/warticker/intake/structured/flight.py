"""Pages sent in numbered rows whose values refer to others (React's flight format).

A row is `5:{"a": "$6"}` and a newline, or `6:T4a2,` and so many bytes of a long text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from warticker.intake.structured import json_text
from warticker.intake.structured.references import Expansion

_ROW = re.compile(r"\s*([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
_REFERENCE = re.compile(r"\$[L@Q]?([0-9a-f]{1,8})((?::\w{1,40}){0,9})")


def values(text: str) -> Iterator[Any]:
    """The values in a page's rows, with references resolved."""
    rows = dict(_rows(text))
    whole = Expansion(partial(_meant, rows))
    for value in rows.values():
        if isinstance(value, list | dict):
            yield whole.of(value)


def _rows(text: str) -> Iterator[tuple[str, Any]]:
    """The rows by number; those that are neither JSON nor text are left out."""
    position = 0
    while row := _ROW.match(text, position):
        start = row.end()
        if row[2]:
            size = int(row[2], 16)
            long = text[start : start + size].encode()[:size].decode(errors="ignore")
            position = start + len(long)
            yield row[1], long
            continue
        end = text.find("\n", start)
        position = len(text) if end < 0 else end + 1
        if text[start : start + 1] in {"[", "{"}:
            yield row[1], json_text.embedded(text[start:position])


def _meant(rows: Mapping[str, Any], value: Any) -> Any:
    """What a text with a leading dollar sign means: a row, a part of one, a date, itself."""
    if not isinstance(value, str) or value[:1] != "$":
        return value
    match = _REFERENCE.fullmatch(value)
    if match is None or match[1] not in rows:
        return value[2:] if value[1:2] == "D" else value[1:] if value[1:2] == "$" else value
    meant = rows[match[1]]
    for key in match[2].split(":")[1:]:
        if isinstance(meant, list) and key.isdigit() and int(key) < len(meant):
            meant = meant[int(key)]
        else:
            meant = meant.get(key) if isinstance(meant, dict) else None
    return meant
