"""Counts things in the words of messages."""

from __future__ import annotations


def counted(count: int, one: str, more: str) -> str:
    """So many things, as `1 entry` or `1,200 entries`."""
    return f"{count:,} {one if count == 1 else more}"
