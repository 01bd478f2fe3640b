"""Arguments that several commands take: sources, an archive, a query, a number; and the examples in their help."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

import click

from warticker.archive.selection import Order
from warticker.cli.completing import query_items
from warticker.library.formats import ExportFormat

VARIABLE = "WARTICKER_ARCHIVE"
"""The environment variable that names another archive."""

ANY_SOURCE = "Files, folders, addresses, or - for standard input."
"""What a source may be, for a command's help."""

SOURCE = click.Path(allow_dash=True, readable=False)
"""A source argument. Click does not check that it is readable: an unreadable one is reported while others are read."""

ARCHIVE = click.Path(dir_okay=False, readable=False, path_type=Path)
"""The archive's file."""

FORMATS = [form.value for form in ExportFormat]
"""The names of the formats in which entries are written."""

_Command = TypeVar("_Command", bound=Callable[..., object])


def _count(_ctx: click.Context, _param: click.Parameter, value: str | None) -> int | None:
    """The value of an option that takes a count, None without it; raises BadParameter."""
    if value is None:
        return None
    with suppress(ValueError):
        if (count := int(value)) >= 1:
            return count
    raise click.BadParameter(f"must be a whole number of at least 1, not {value}")


def examples(*lines: str) -> str:
    """A command's examples, formatted so that click keeps their lines."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


def on_archive(command: _Command) -> _Command:
    """Add --archive to a command; `archive` is the path given to it or to the program, None without one."""

    def named(ctx: click.Context, _: click.Parameter, value: Path | None) -> Path | None:
        found = value or ctx.find_root().params.get("archive")
        return found if isinstance(found, Path) else None

    option = click.option(
        "--archive", metavar="PATH", type=ARCHIVE, callback=named,
        help="The archive to work on.",
    )  # fmt: skip
    return option(command)


class Asked(NamedTuple):
    """The entries that a user asks for."""

    query: str
    limit: int | None
    """The most entries; None for all."""
    order: Order
    sources: Sequence[str]
    """The sources to read them from; empty for the archive."""
    archive: Path | None
    """The archive as the user named it; None for the default one."""


def selecting(command: Callable[..., int]) -> Callable[..., int]:
    """Add a query and its options to a command, which gets them as `Asked`."""

    @click.argument("query", nargs=-1, shell_complete=query_items)
    @click.option("--limit", metavar="NUMBER", callback=_count, help="The maximum number of entries.")
    @click.option(
        "--order", type=click.Choice([order.value for order in Order]), default="newest", show_default=True,
        help="The order of entries: newest or oldest first.",
    )  # fmt: skip
    @click.option("--source", "sources", metavar="SOURCE", multiple=True, type=SOURCE,
                  help=f"Use these instead of the archive. {ANY_SOURCE}")  # fmt: skip
    @on_archive
    @functools.wraps(command)
    def asking(
        query: Sequence[str],
        limit: int | None,
        order: str,
        sources: Sequence[str],
        archive: Path | None,
        **others: object,
    ) -> int:
        return command(Asked(" ".join(query), limit, Order(order), sources, archive), **others)

    return asking
