"""The commands, their arguments and their help."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from warticker import __version__
from warticker.archive.selection import Order
from warticker.cli import output

INTERRUPTED = 130
"""What a shell says of a program that Ctrl+C has ended."""

_EXAMPLES = {
    "open": ("warticker", "warticker ticker.txt articles/", "curl -s https://example.org/ticker.txt | warticker -"),
    "list": (
        "warticker list city:Kiew topic:luftangriffe",
        "warticker list 'since:2025-11-14 drohnen OR raketen' --format json",
        "warticker list --source ticker.txt --format csv",
    ),
    "show": ("warticker show 7k2m", "warticker show 7k2m --source ticker.txt"),
    "parse": (
        "warticker parse ticker.txt",
        "warticker parse ticker.txt --format yaml > ticker.yaml",
        "cat ticker.txt | warticker parse - | jq .entries",
    ),
}
_ANY_SOURCE = "Files, folders, or - for standard input."


def _examples(command: str) -> str:
    """A command's examples as click shows them line by line."""
    return "\n".join(("\b", "Examples:", *(f"  {example}" for example in _EXAMPLES[command])))


class _Sources(click.Group):
    """A group whose arguments are sources to open unless the first is a command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command that opens sources before arguments that name no command."""
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "--version")):
            args = [_open.name or "", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a reader that has gone and Ctrl+C end it without a word."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            ctx.exit(output.abandon())
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        return result

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show both ways to call the program."""
        formatter.write_usage("warticker", "[SOURCE]...")
        formatter.write_usage("warticker", "list|show|parse ...", prefix=" " * len("Usage: "))


@click.group(cls=_Sources, epilog=_examples("open"), context_settings={"max_content_width": 100})
@click.version_option(__version__, message="warticker %(version)s")
def warticker() -> None:
    """Read live tickers on the war in Ukraine in the terminal.

    Without a command the app opens: on the given sources, which are read and not kept (files, folders, or - for
    standard input), or on the edition that the program ships with.
    """


@warticker.command("open", hidden=True)
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
def _open(sources: tuple[str, ...]) -> None:
    """Open the app on sources, or on the bundled edition."""
    from warticker.cli import opening

    opening.open_app(sources)


@warticker.command("list", epilog=_examples("list"))
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
@click.option("--source", "sources", multiple=True, help=f"List these instead of the bundled edition. {_ANY_SOURCE}")
def _list(query: Sequence[str], form: str, limit: int | None, order: str, sources: tuple[str, ...]) -> None:
    """Print the entries that match QUERY, one a line.

    Words must all occur, anywhere in a word; "a phrase", -not, a OR b. Fields take one value or several behind
    commas: topic: city: government: region: source: person: speaker: claim: since: until: on: is:unverified.
    Put -- before a query that begins with a minus.
    """
    from warticker.cli import listing

    listing.print_entries(" ".join(query), form, limit, Order(order), sources)


@warticker.command("show", epilog=_examples("show"))
@click.argument("key")
@click.option("--source", "sources", multiple=True, help=f"Look in these instead of the bundled edition. {_ANY_SOURCE}")
def _show(key: str, sources: tuple[str, ...]) -> None:
    """Print one entry, rendered. The first letters of its KEY are enough."""
    from warticker.cli import showing

    showing.print_entry(key, sources)


@warticker.command("parse", epilog=_examples("parse"))
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
