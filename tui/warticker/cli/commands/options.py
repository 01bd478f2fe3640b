"""What commands that select entries take."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from warticker.archive.selection import Order
from warticker.cli.commands.arguments import ANY_SOURCE, SOURCE, Count, on_archive
from warticker.library.forms import Form

FORMS = [form.value for form in Form]
"""The names of the forms in which entries are written."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entries a user wants, of what."""

    query: str
    limit: int | None
    """How many at most; None for all."""
    order: Order
    sources: Sequence[str]
    """What to read them from; empty for what is kept."""
    archive: Path | None
    """The archive as the user named it; None for the usual one."""


def _complete_query(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    from warticker.cli.completing import query_items

    return query_items(ctx, typed)


def complete_key(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    """The keys that begin as typed."""
    from warticker.cli.completing import key_items

    return key_items(ctx, typed)


def selecting(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take a query and how to answer it, and give it both as what is `Asked`."""

    @click.argument("query", nargs=-1, shell_complete=_complete_query)
    @click.option("--limit", type=Count(), help="How many entries at most.")
    @click.option(
        "--order", type=click.Choice([order.value for order in Order]), default="newest", show_default=True,
        help="Which end of time comes first.",
    )  # fmt: skip
    @click.option("--source", "sources", multiple=True, type=SOURCE,
                  help=f"Take these instead of what is kept. {ANY_SOURCE}")  # fmt: skip
    @on_archive
    @functools.wraps(command)
    def asking(
        query: Sequence[str],
        limit: int | None,
        order: str,
        sources: Sequence[str],
        archive: Path | None,
        **others: object,
    ) -> None:
        command(Asked(" ".join(query), limit, Order(order), sources, archive), **others)

    return asking
