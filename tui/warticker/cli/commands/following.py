"""Commands that follow sources."""

from __future__ import annotations

from pathlib import Path

import click

from warticker.cli.commands.arguments import SOURCE, examples, on_archive
from warticker.cli.commands.group import warticker


@warticker.command("update", epilog=examples("warticker update", "warticker update ntv", "warticker update --all"))
@click.argument("named", nargs=-1, metavar="[NAME]...")
@click.option("--all", "everything", is_flag=True, help="Read all that are not paused, due or not.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="How to tell; json is one record a line.")  # fmt: skip
@on_archive
def _update(named: tuple[str, ...], everything: bool, form: str, archive: Path | None) -> int:
    """Read the sources that are due; made for cron.

    They are read side by side, and what came of each is told in a line. The exit status is 1 where one could not be
    read.
    """
    from warticker.cli import following

    return following.update(archive, named, everything=everything, form=form)


@warticker.group(
    "sources",
    invoke_without_command=True,
    epilog=examples(
        "warticker sources", "warticker sources rename ntv n-tv", "warticker sources export > sources.opml",
    ),
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="How to print them; json is one record a line.")  # fmt: skip
@on_archive
@click.pass_context
def _sources(ctx: click.Context, form: str, archive: Path | None) -> None:
    """List the sources that are followed, or change how.

    Of each it says when it was read and is due, how often, how many entries it gave, and what is wrong.
    """
    if ctx.invoked_subcommand is None:
        from warticker.cli import sources

        sources.print_sources(archive, form)


@_sources.command("rename")
@click.argument("named", metavar="NAME")
@click.argument("name", metavar="NEW_NAME")
@on_archive
def _rename(named: str, name: str, archive: Path | None) -> None:
    """Call a source otherwise; its entries keep their outlet."""
    from warticker.cli import sources

    sources.rename(archive, named, name)


@_sources.command("remove")
@click.argument("named", nargs=-1, required=True, metavar="NAME...")
@on_archive
def _remove(named: tuple[str, ...], archive: Path | None) -> None:
    """Follow sources no longer; their entries stay."""
    from warticker.cli import sources

    sources.remove(archive, named)


@_sources.command("pause")
@click.argument("named", nargs=-1, required=True, metavar="NAME...")
@on_archive
def _pause(named: tuple[str, ...], archive: Path | None) -> None:
    """Leave sources alone until they are resumed."""
    from warticker.cli import sources

    sources.pause(archive, named, paused=True)


@_sources.command("resume")
@click.argument("named", nargs=-1, required=True, metavar="NAME...")
@on_archive
def _resume(named: tuple[str, ...], archive: Path | None) -> None:
    """Follow sources again that were paused."""
    from warticker.cli import sources

    sources.pause(archive, named, paused=False)


@_sources.command("export")
@on_archive
def _export(archive: Path | None) -> None:
    """Print the addresses that are followed as OPML, which other readers take."""
    from warticker.cli import sources

    sources.export(archive)


@_sources.command("import")
@click.argument("source", metavar="FILE", type=SOURCE)
@on_archive
def _import(source: str, archive: Path | None) -> int:
    """Follow what an OPML file of another reader names."""
    from warticker.cli import sources

    return sources.take(archive, source)
