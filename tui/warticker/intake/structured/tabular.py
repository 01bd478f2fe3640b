"""Tables in JSON, as sheets and databases give them: rows that are lists, and what their columns are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_FEWEST = 2
"""How many columns and rows a table has at least."""
_MOST = 50
"""How many columns it has at most, and beside how many lists it stands."""
_NAMES = ("name", "label", "title", "id", "key", "field")
"""What a record that tells of a column may keep its name in."""


def rows(value: Any) -> list[dict[str, Any]]:
    """The rows of a table as records by the names of its columns; none where a value is no table.

    The names are the first of its rows, or stand beside all of them as texts or records.
    """
    if isinstance(value, list):
        return _named(value[:1], value[1:]) if value and isinstance(value[0], list) else []
    if not isinstance(value, dict):
        return []
    lists = [each for each in value.values() if isinstance(each, list) and len(each) >= _FEWEST]
    few = lists[:_MOST] if len(lists) > 1 else []
    return next((found for table in few if (found := _named(few, table))), [])


def _named(beside: Sequence[Any], table: Sequence[Any]) -> list[dict[str, Any]]:
    """Rows as records, by the list beside them that names as many columns as the first has; none where none does."""
    first = _row(table[0]) if len(table) >= _FEWEST else None
    if first is None:
        return []
    alike = (each for each in beside if isinstance(each, list) and _FEWEST <= len(each) == len(first) <= _MOST)
    names = next((found for each in alike if len(set(found := _texts(each))) == len(first)), ())
    cells = [_row(row) for row in table] if names else []
    return [dict(zip(names, map(_plain, row), strict=False)) for row in cells if row is not None]


def _texts(columns: Sequence[Any]) -> Sequence[str]:
    """What some columns are called; nothing where that is not told of each."""
    told = [_called(each) if isinstance(each, dict) else each for each in columns]
    return told if all(isinstance(each, str) and each for each in told) else ()


def _called(column: Mapping[str, Any]) -> Any:
    return next((column[key] for key in _NAMES if column.get(key)), "")


def _row(value: Any) -> Sequence[Any] | None:
    """A row as a list, be it the one that a record holds; None for anything else."""
    held = next(iter(value.values())) if isinstance(value, dict) and len(value) == 1 else value
    return held if isinstance(held, list) else None


def _plain(cell: Any) -> Any:
    """What a cell holds, as it is shown where it says that behind what it is."""
    return [*cell.values()][-1] if isinstance(cell, dict) and cell else cell
