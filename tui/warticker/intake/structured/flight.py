"""Pages that are sent in rows, each with its number, whose values refer to others (React's flight format).

A row is `5:{"a": "$6"}` and a newline, or `6:T4a2,` and so many bytes of a text that is too long to stand in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from warticker.intake.structured import jsontext

_ROW = re.compile(r"\s*([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")
_REFERENCE = re.compile(r"\$[L@Q]?([0-9a-f]{1,8})((?::\w{1,40}){0,9})")
_DEEPEST = 100
_MOST = 300_000
"""How many values stand in place of the references to them."""


def values(text: str) -> Iterator[Any]:
    """What the rows of a page hold, with what they refer to in place."""
    rows = dict(_rows(text))
    whole = _Whole(rows)
    for value in rows.values():
        if isinstance(value, list | dict):
            yield whole.of(value, 0)


def _rows(text: str) -> Iterator[tuple[str, Any]]:
    """The rows by their numbers; those that are no JSON and no text are left out."""
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
            yield row[1], jsontext.embedded(text[start:position])


class _Whole:
    """Values with what they refer to in place, as many as are worth it: they may go in circles."""

    def __init__(self, rows: Mapping[str, Any]) -> None:
        self._rows = rows
        self._left = _MOST

    def of(self, value: Any, depth: int) -> Any:
        """A value with what it refers to in place."""
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            return None
        if isinstance(value, list):
            return [self.of(each, depth + 1) for each in value]
        if isinstance(value, dict):
            return {key: self.of(each, depth + 1) for key, each in value.items()}
        return self._meant(value, depth) if isinstance(value, str) and value[:1] == "$" else value

    def _meant(self, told: str, depth: int) -> Any:
        """What a text that begins with a dollar stands for: another row, a part of one, a date, itself."""
        match = _REFERENCE.fullmatch(told)
        if match is None or match[1] not in self._rows:
            return told[2:] if told[1:2] == "D" else told[1:] if told[1:2] == "$" else told
        meant = self._rows[match[1]]
        for key in match[2].split(":")[1:]:
            if isinstance(meant, list) and key.isdigit() and int(key) < len(meant):
                meant = meant[int(key)]
            else:
                meant = meant.get(key) if isinstance(meant, dict) else None
        return self.of(meant, depth + 1) if isinstance(meant, list | dict) else meant
