"""`sources`: lists and changes the followed sources, and exports them to other readers and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from warticker.archive.following.followed import Followed, Subscription
from warticker.cli import output
from warticker.cli.arguments import SOURCE, examples, on_archive
from warticker.cli.group import warticker
from warticker.cli.libraries import library_at, library_to_print
from warticker.counting import counted
from warticker.errors import SourceError
from warticker.library import intervals
from warticker.library.opml import from_opml, to_opml
from warticker.moments import berlin_time


@warticker.group(
    "sources",
    invoke_without_command=True,
    epilog=examples(
        "warticker sources", "warticker sources rename ntv n-tv", "warticker sources export > sources.opml",
    ),
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="The output format; json is one record per line.")  # fmt: skip
@on_archive
@click.pass_context
def _sources(ctx: click.Context, form: str, archive: Path | None) -> None:
    """List and manage the sources that are followed.

    Of each it says when it was read and is due, how often, how many entries it gave, and what is wrong.
    """
    if ctx.invoked_subcommand is None:
        _print(archive, form)


def _followed(archive: Path | None) -> Followed:
    return library_to_print(archive).archive.subscriptions


def _print(archive: Path | None, form: str) -> None:
    """Print the followed sources, one per line."""
    sources = list(_followed(archive))
    if not sources:
        output.complain("nothing is followed yet; add a source with: warticker add ADDRESS --follow", 0)
    if form == "json" or not sources:
        for source in sources:
            click.echo(json.dumps(_record(source), ensure_ascii=False))
        return
    rows = [("NAME", "LAST READ", "NEXT", "EVERY", "ENTRIES", "ADDRESS"), *map(_row, sources)]
    # Imported here as few commands need it; names may have wide characters.
    from rich.cells import cell_len, set_cell_size

    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    head, *lines = ("  ".join(map(set_cell_size, row, widths)).rstrip() for row in rows)
    click.echo(click.style(head, dim=True), color=output.coloured())
    for line, source in zip(lines, sources, strict=True):
        click.echo(line)
        if source.error:
            times = f" ({source.failures} times)" if source.failures > 1 else ""
            click.echo(click.style(f"  {output.harmless(source.error)}{times}", fg="red"), color=output.coloured())


def _row(source: Subscription) -> tuple[str, ...]:
    now = datetime.now(UTC)
    last = berlin_time(source.last_success, now) if source.last_success else "never"
    due = source.by(now).due
    again = "paused" if source.paused else "now" if due <= now else berlin_time(due, now)
    every = intervals.written(source.every) + (" deep" if source.deep else "")
    return (source.name, last, again, every, str(source.entries), source.address)


def _record(source: Subscription) -> dict[str, object]:
    def moment(at: datetime | None) -> str | None:
        return at.isoformat(timespec="seconds") if at else None

    return {
        "name": source.name,
        "address": source.address,
        "every": int(source.every.total_seconds()),
        "deep": source.deep,
        "paused": source.paused,
        "entries": source.entries,
        "last_try": moment(source.last_try),
        "last_success": moment(source.last_success),
        "next_try": moment(source.due),
        "failures": source.failures,
        "error": source.error or None,
    }


@_sources.command("rename")
@click.argument("named", metavar="NAME")
@click.argument("name", metavar="NEW_NAME")
@on_archive
def _rename(named: str, name: str, archive: Path | None) -> None:
    """Rename a source; its entries keep their outlet."""
    # Imported here as it loads all that reads sources.
    from warticker.library.subscribing import checked_name

    kept = _followed(archive)
    kept.rename(kept.find(named).address, checked_name(name))


@_sources.command("remove")
@click.argument("named", nargs=-1, required=True, metavar="NAME...")
@on_archive
def _remove(named: tuple[str, ...], archive: Path | None) -> None:
    """Stop following sources; their entries stay."""
    kept = _followed(archive)
    for address in [kept.find(each).address for each in named]:
        kept.remove(address)


@_sources.command("pause")
@click.argument("named", nargs=-1, required=True, metavar="NAME...")
@on_archive
def _pause(named: tuple[str, ...], archive: Path | None) -> None:
    """Pause sources: they are not read until they are resumed."""
    _put(archive, named, paused=True)


@_sources.command("resume")
@click.argument("named", nargs=-1, required=True, metavar="NAME...")
@on_archive
def _resume(named: tuple[str, ...], archive: Path | None) -> None:
    """Resume sources that were paused."""
    _put(archive, named, paused=False)


def _put(archive: Path | None, named: Sequence[str], *, paused: bool) -> None:
    kept = _followed(archive)
    for address in [kept.find(each).address for each in named]:
        kept.pause(address, paused)


@_sources.command("export")
@on_archive
def _export(archive: Path | None) -> None:
    """Print the followed addresses as OPML.

    Other readers take it, and `import` takes theirs.
    """
    sources = list(_followed(archive))
    for source in sources:
        if not source.host:
            output.complain(f"{source.name}: left out, as OPML lists addresses and this is a path", 0)
    click.echo(to_opml(sources), nl=False)


@_sources.command("import")
@click.argument("source", metavar="FILE", type=SOURCE)
@on_archive
def _import(source: str, archive: Path | None) -> int:
    """Follow what an OPML file of another reader names."""
    # Imported here as it loads all that reads sources.
    from warticker.intake import contents
    from warticker.library.subscribing import take_in

    def refuse(error: SourceError) -> None:
        raise error

    outlines = [each for content in contents(source, refuse) for each in from_opml(content.data, name=content.name)]
    with closing(library_at(archive)) as library:
        new, errors = take_in(library.archive.subscriptions, outlines)
    status = output.tell(errors)
    click.echo(counted(len(new), "new source", "new sources"))
    return status
