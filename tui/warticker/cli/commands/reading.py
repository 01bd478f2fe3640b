"""Commands that show: the app, lists, an entry, what the reader makes of a document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from warticker.archive.selection import Order
from warticker.cli.commands.group import ANY_SOURCE, examples, on_archive, warticker


@warticker.command("open", hidden=True)
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@on_archive
def _open(sources: tuple[str, ...], archive: Path | None) -> None:
    """Open the app on sources, or on the archive."""
    from warticker.cli import opening

    opening.open_app(sources, archive)


@warticker.command(
    "list",
    epilog=examples(
        "warticker list city:Kiew topic:luftangriffe",
        "warticker list 'since:2025-11-14 drohnen OR raketen' --format json",
        "warticker list --source ticker.txt --format csv",
    ),
)
@click.argument("query", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "yaml", "markdown", "csv"]),
    default="text",
    show_default=True,
    help="How to print them; json is one record a line.",
)
@click.option("--limit", type=click.IntRange(min=1), help="How many entries at most.")
@click.option(
    "--order", type=click.Choice([order.value for order in Order]), default="newest", show_default=True,
    help="Which end of time comes first.",
)  # fmt: skip
@click.option("--source", "sources", multiple=True, help=f"List these instead of what is kept. {ANY_SOURCE}")
@on_archive
def _list(
    query: Sequence[str], form: str, limit: int | None, order: str, sources: tuple[str, ...], archive: Path | None
) -> None:
    """Print the entries that match QUERY, one a line.

    Words must all occur, anywhere in a word; "a phrase", -not, a OR b. Fields take one value or several behind
    commas: topic: city: government: region: source: person: speaker: claim: since: until: on: is:unverified.
    Put -- before a query that begins with a minus.
    """
    from warticker.cli import listing

    listing.print_entries(" ".join(query), form, limit, Order(order), sources, archive)


@warticker.command("show", epilog=examples("warticker show 7k2m", "warticker show 7k2m --source ticker.txt"))
@click.argument("key")
@click.option("--source", "sources", multiple=True, help=f"Look in these instead of what is kept. {ANY_SOURCE}")
@on_archive
def _show(key: str, sources: tuple[str, ...], archive: Path | None) -> None:
    """Print one entry, rendered. The first letters of its KEY are enough."""
    from warticker.cli import showing

    showing.print_entry(key, sources, archive)


@warticker.command(
    "parse",
    epilog=examples(
        "warticker parse ticker.txt",
        "warticker parse ticker.txt --format yaml > ticker.yaml",
        "cat ticker.txt | warticker parse - | jq .entries",
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "yaml"]),
    default="json",
    show_default=True,
    help="json is one document a line; yaml is for reading and editing, and warticker reads it back.",
)
@click.option("--explain", is_flag=True, help="Say which layout was chosen, why, and what each line was taken for.")
def _parse(sources: tuple[str, ...], form: str, explain: bool) -> None:
    """Print what the reader makes of documents. SOURCE is a file, a folder, or - for standard input."""
    from warticker.cli import parsing

    if explain:
        parsing.print_explanations(sources)
    else:
        parsing.print_documents(sources, form)
