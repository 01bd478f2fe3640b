"""The program: a group of commands, which opens sources if the first word is not a command.

Each command's module has its arguments, help and implementation, and registers it with the group.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from warticker import __version__
from warticker.cli import INTERRUPTED, output
from warticker.cli.arguments import ARCHIVE, VARIABLE, examples
from warticker.errors import UsageError
from warticker.folding import nearest

_MODULES = {
    "add": "keeping",
    "check": "keeping",
    "completion": "shells",
    "export": "listing",
    "list": "listing",
    "open": "opening",
    "parse": "parsing",
    "reannotate": "keeping",
    "show": "showing",
    "sources": "sources",
    "update": "following",
}
"""The module of each command, imported when the command is used, so that `list` starts without what others need."""


class _Program(click.Group):
    """A group whose arguments are sources to open unless the first is a command."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with a name; None if there is none."""
        if cmd_name in _MODULES:
            import_module(f"warticker.cli.{_MODULES[cmd_name]}")
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named by the first argument, else the one that opens sources."""
        if args[0] in _MODULES:
            return super().resolve_command(ctx, args)
        if args[0].isalpha() and (meant := nearest(args[0], _MODULES)) and not Path(args[0]).exists():
            raise UsageError(f"{args[0]}: no such command or file; did you mean {meant}?")
        return "open", self.get_command(ctx, "open"), args

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; it ends silently on a closed pipe or Ctrl+C."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            ctx.exit(output.abandon())
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        return result

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Completions: commands, options, and sources."""
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show both ways to call the program."""
        formatter.write_usage("warticker", "[SOURCE]...")
        formatter.write_usage("warticker", "COMMAND ...", prefix=" " * len("Usage: "))


@click.group(
    cls=_Program,
    epilog=examples("warticker", "warticker ticker.txt articles/", "warticker add ticker.txt && warticker"),
    context_settings={"max_content_width": 100, "help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
)
@click.version_option(__version__, message="warticker %(version)s")
@click.option(
    "--archive",
    metavar="PATH",
    type=ARCHIVE,
    envvar=VARIABLE,
    help=f"The archive's file, which {VARIABLE} can name too; by default in your data folder.",
)
@click.option("--offline", is_flag=True, help="Make no requests while the app is open.")
@click.pass_context
def warticker(ctx: click.Context, archive: Path | None, offline: bool) -> int:
    """Read live tickers on the war in Ukraine in the terminal.

    Without a command the app opens: on the given sources, which are read and not kept (files, folders, addresses, or
    - for standard input), or on all that `warticker add` has kept; while that is nothing, on the edition that the
    program ships with.
    """
    if ctx.invoked_subcommand is None:
        from warticker.cli import opening

        return opening.open_app((), archive, offline=offline)
    return 0
