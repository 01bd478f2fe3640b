"""What can follow in a query: fields, topics, and what the archive has.

Whoever presses the tab key waits: no gazetteer is loaded, and what goes wrong is not told.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from warticker.archive.conditions import DAY_FIELDS, Field, written_value
from warticker.archive.grammar import FIELD_NAMES, STATES
from warticker.cli.libraries import library_of
from warticker.cli.shells import OPEN
from warticker.errors import WartickerError
from warticker.folding import fold
from warticker.library import Library
from warticker.model import Side

MOST = 300
"""Values that are offered at most."""

_DAYS = ("today", "yesterday", "7d")


def query_items(ctx: click.Context, typed: str) -> list[CompletionItem]:
    """What the word of a query that is typed can become: a field, or a field with one more of its values."""
    before, space, word = typed.rpartition(" ")
    name, colon, values = word.partition(":")
    if not colon:
        names = FIELD_NAMES if word else tuple(Field)
        return [CompletionItem(f"{before}{space}{name}:", type=OPEN) for name in names if name.startswith(word)]
    if (field := FIELD_NAMES.get(name)) is None:
        return []
    first, comma, begun = values.rpartition(",")
    try:
        known = _values(field, ctx)
    except WartickerError:
        return []
    head, looked_for = f"{before}{space}{name}:{first}{comma}", fold(begun.strip('"'))
    found = sorted(value for value in known if fold(value).startswith(looked_for))
    return [CompletionItem(head + written_value(value)) for value in found[:MOST]]


def key_items(ctx: click.Context, typed: str) -> list[CompletionItem]:
    """The keys that begin so, if they are few."""
    try:
        return [CompletionItem(key) for key in _library(ctx).keys(typed)] if typed else []
    except WartickerError:
        return []


def _values(field: Field, ctx: click.Context) -> Collection[str]:
    if field in DAY_FIELDS:
        return _DAYS
    match field:
        case Field.IS:
            return STATES
        case Field.CLAIM:
            return [side.value for side in Side]
        case Field.TOPIC:
            return _library(ctx).topics
        case _:
            return _library(ctx).values(field)


def _library(ctx: click.Context) -> Library:
    """The library that the command would work on, if no source must be read for it."""
    named = ctx.params.get("archive") or ctx.find_root().params.get("archive")
    return library_of((), named if isinstance(named, Path) else None)
