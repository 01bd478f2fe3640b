"""Records that refer to others by name, as caches of queries keep them (Apollo's `__ref`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Record: TypeAlias = "Mapping[str, Any]"

_ROOT = "ROOT_QUERY"
_MOST = 200_000
"""How many values the records of a cache have at most once what they refer to is in place: they may go in circles."""
_DEEPEST = 40


def is_cache(value: Any) -> bool:
    """Whether a value is a cache of queries."""
    return isinstance(value, dict) and _ROOT in value


class Cache:
    """Records by their names."""

    def __init__(self, records: Record) -> None:
        """Take a cache's records; of none, whatever refers to something is left as it is."""
        self._records = records
        self._left = _MOST

    def meant(self, record: Record) -> Record:
        """The record that one refers to; itself where it refers to none that is there."""
        name = record.get("__ref") or (record.get("id") if record.get("type") == "id" else None)
        meant = self._records.get(name) if isinstance(name, str) else None
        return meant if isinstance(meant, dict) else record

    def expanded(self, record: Record) -> Record:
        """A record with what it refers to in place."""
        whole: Record = self._whole(record, 0) if self._records else record
        return whole or {}

    def _whole(self, value: Any, depth: int) -> Any:
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            return None
        if isinstance(value, list):
            return [self._whole(each, depth + 1) for each in value]
        if isinstance(value, dict):
            return {key: self._whole(each, depth + 1) for key, each in self.meant(value).items()}
        return value
