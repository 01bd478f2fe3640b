"""Commands that show: the app, lists, an entry, what the reader makes of a document."""

from __future__ import annotations

from pathlib import Path

import click

from warticker.cli.commands.arguments import ANY_SOURCE, SOURCE, examples, on_archive
from warticker.cli.commands.group import warticker
from warticker.cli.commands.options import FORMS, Asked, complete_key, selecting
from warticker.library.forms import Form


@warticker.command("open", hidden=True)
@click.argument("sources", nargs=-1, metavar="[SOURCE]...", type=SOURCE)
@on_archive
@click.pass_context
def _open(ctx: click.Context, sources: tuple[str, ...], archive: Path | None) -> None:
    """Open the app on sources, or on the archive."""
    from warticker.cli import opening

    opening.open_app(sources, archive, offline=bool(ctx.find_root().params.get("offline")))


@warticker.command(
    "list",
    epilog=examples(
        "warticker list city:Kiew topic:luftangriffe",
        "warticker list 'since:2025-11-14 drohnen OR raketen' --format json",
        "warticker list --source ticker.txt --format csv",
    ),
)
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="text", show_default=True,
    help="How to print them; json is one record a line.",
)  # fmt: skip
@selecting
def _list(asked: Asked, form: str) -> None:
    """Print the entries that match QUERY, one a line.

    Words must all occur, anywhere in a word; "a phrase", -not, a OR b. Fields take one value or several behind
    commas: topic: city: government: region: source: person: speaker: claim: since: until: on: and is:unread, saved,
    new, changed, withdrawn, noted, unverified. Put -- before a query that begins with a minus.
    """
    from warticker.cli import listing

    listing.print_entries(asked, Form(form))


@warticker.command("show", epilog=examples("warticker show 7k2m", "warticker show 7k2m --source ticker.txt"))
@click.argument("key", shell_complete=complete_key)
@click.option("--source", "sources", multiple=True, type=SOURCE,
              help=f"Look in these instead of what is kept. {ANY_SOURCE}")  # fmt: skip
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
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=SOURCE)
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
    """Print what the reader makes of documents. SOURCE is a file, a folder, an address, or - for standard input."""
    from warticker.cli import parsing

    if explain:
        parsing.print_explanations(sources)
    else:
        parsing.print_documents(sources, form)
