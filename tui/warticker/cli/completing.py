"""Completes queries: fields, topics, and the values in the archive.

Completion must be fast and silent: no gazetteer is loaded, and errors are not reported.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from warticker.archive.query.conditions import Field
from warticker.cli.libraries import library_of
from warticker.errors import WartickerError
from warticker.library import Library
from warticker.library.completing import completions

COMPLETION_VARIABLE = "_WARTICKER_COMPLETE"
"""The environment variable by which a shell asks for completions."""

OPEN = "open"
"""The type of an item that can be continued: no space follows it."""

MOST = 300
"""The most values that are offered."""


def query_items(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    """Completions of the last word of a query: a field, or a field with one more of its values."""
    try:
        found = list(islice(completions(typed, lambda field: sorted(_values(field, ctx))), MOST))
    except WartickerError:
        return []
    return [CompletionItem(text, type=OPEN if text.endswith(":") else "plain") for text in found]


def key_items(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    """The first few keys that begin with what is typed."""
    try:
        return [CompletionItem(key) for key in _library(ctx).archive.keys(typed)] if typed else []
    except WartickerError:
        return []


def _values(field: Field, ctx: click.Context) -> Collection[str]:
    library = _library(ctx)
    return library.topics if field is Field.TOPIC else library.archive.values(field)


def _library(ctx: click.Context) -> Library:
    """The library that the command would work on, without reading sources."""
    named = ctx.params.get("archive") or ctx.find_root().params.get("archive")
    return library_of(named if isinstance(named, Path) else None)
