"""The values of a record by name, each checked for its type."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from warticker.errors import DataError
from warticker.model import Span

LARGEST = sys.float_info.max
"""The largest number; a larger integer does not fit a float."""

_Value = TypeVar("_Value")
_Kind = TypeVar("_Kind", bound=StrEnum)


class Fields:
    """A record, and its name in messages; every method raises DataError for a value of the wrong type."""

    __slots__ = ("_record", "_where")

    def __init__(self, record: dict[str, Any], where: str) -> None:
        self._record = record
        self._where = where

    @classmethod
    def of(cls, record: object, where: str) -> Fields:
        """Wrap what must be a record."""
        if not isinstance(record, dict):
            raise DataError(f"{where} is {_kind_of(record)}, but must have named fields")
        return cls(record, where)

    def __contains__(self, name: str) -> bool:
        return name in self._record

    def named(self, key: str) -> Fields:
        """The same record, with its key in messages."""
        return Fields(self._record, f"{self._where} ({key})") if key else self

    def only(self, names: Collection[str]) -> None:
        """Refuse unknown names: a misspelt one would be lost silently."""
        for name in self._record:
            if name not in names:
                raise DataError(f"{self._where}: unknown field {name}")

    def text(self, name: str) -> str:
        """A text, empty where it is missing."""
        return self.text_or_none(name) or ""

    def text_or_none(self, name: str) -> str | None:
        """A text, None where it is missing."""
        value = self._record.get(name)
        return value if value is None or isinstance(value, str) else self._refuse(name, "text")

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty where it is missing."""
        values = self.sequence(name)
        return tuple(value if isinstance(value, str) else self._refuse(name, "a list of texts") for value in values)

    def sequence(self, name: str) -> list[Any]:
        """A list of anything, empty where it is missing."""
        value = self._record.get(name)
        if value is None:
            return []
        return value if isinstance(value, list) else self._refuse(name, "a list")

    def whole(self, name: str) -> int:
        """A whole number."""
        value = self._record.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else self._refuse(name, "a whole number")

    def number(self, name: str) -> float:
        """A number; finite, as JSON has no other."""
        value = self._record.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= LARGEST:
            self._refuse(name, "a number")
        return float(value)

    def flag(self, name: str) -> bool:
        """A boolean; False where it is missing."""
        value = self._record.get(name, False)
        return value if isinstance(value, bool) else self._refuse(name, "true or false")

    def one_of(self, name: str, kinds: type[_Kind], default: _Kind) -> _Kind:
        """One of the values that an enumeration has."""
        value = self._record.get(name)
        if value is None:
            return default
        try:
            return kinds(value)
        except ValueError:
            return self._refuse(name, " or ".join(kinds))

    def parsed(self, name: str, parse: Callable[[str], _Value], default: _Value) -> _Value:
        """A day or time as `parse` reads its ISO form."""
        value = self._record.get(name)
        if value is None:
            return default
        try:
            return parse(value)
        except (TypeError, ValueError):
            return self._refuse(name, "a time or day such as 2025-11-14T16:05:00+01:00 or 2025-11-14")

    def each(self, name: str, build: Callable[[Fields], _Value]) -> tuple[_Value, ...]:
        """The object built from each record of a list."""
        return tuple(build(Fields.of(leaf, f"{self._where}: {name}")) for leaf in self.sequence(name))

    def spans(self, name: str) -> dict[str, tuple[Span, ...]]:
        """Lists of spans by name, each span a pair of start and end."""
        value = self._record.get(name)
        if value is None:
            return {}
        try:
            return {str(key): tuple(_pair(pair) for pair in pairs) for key, pairs in value.items()}
        except (AttributeError, TypeError, ValueError):
            return self._refuse(name, "lists of [start, end] by topic")

    def _refuse(self, name: str, wanted: str) -> NoReturn:
        raise DataError(f"{self._where}: {name} is {_kind_of(self._record.get(name))}, but must be {wanted}")


def _pair(pair: Any) -> Span:
    start, end = pair
    if type(start) is not int or type(end) is not int:
        raise TypeError
    return Span(start, end)


def _kind_of(value: object) -> str:
    """How a message describes a wrong value: the value itself if it is short, else its type."""
    shown = repr(value)
    return shown if len(shown) <= 30 and not isinstance(value, dict | list) else f"a {type(value).__name__}"
