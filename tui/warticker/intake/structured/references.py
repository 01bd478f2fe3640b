"""Resolves references between values; by name, as in query caches (Apollo's `__ref`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Record: TypeAlias = "Mapping[str, Any]"

_CACHE_ROOT = "ROOT_QUERY"
_MOST_VALUES = 300_000
"""The most values after resolving."""
_DEEPEST = 100


class Expansion:
    """Values with references resolved, up to a limit: they may be circular."""

    def __init__(self, meant: Callable[[Any], Any]) -> None:
        """`meant` returns what a value refers to, or the value itself."""
        self._meant = meant
        self._left = _MOST_VALUES

    def of(self, value: Any, depth: int = 0) -> Any:
        """A value with references resolved."""
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            return None
        value = self._meant(value)
        if isinstance(value, list):
            return [self.of(each, depth + 1) for each in value]
        if isinstance(value, dict):
            return {key: self.of(each, depth + 1) for key, each in value.items()}
        return value


def is_cache(value: Any) -> bool:
    """Whether a value is a query cache."""
    return isinstance(value, dict) and _CACHE_ROOT in value


class Cache:
    """Records by their names."""

    def __init__(self, records: Record) -> None:
        """Take a cache's records; without any, references stay as they are."""
        self._records = records
        self._expansion = Expansion(self.meant)

    def meant(self, value: Any) -> Any:
        """The record that a value refers to; the value itself if there is none."""
        if not isinstance(value, dict):
            return value
        name = value.get("__ref") or (value.get("id") if value.get("type") == "id" else None)
        meant = self._records.get(name) if isinstance(name, str) else None
        return meant if isinstance(meant, dict) else value

    def expanded(self, record: Record) -> Record:
        """A record with references resolved."""
        whole: Record = self._expansion.of(record) if self._records else record
        return whole or {}
