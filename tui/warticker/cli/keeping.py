"""`add`, `reannotate`, `check`: add sources to the archive, and maintain it."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import click

from warticker.archive.protocol import Added
from warticker.cli import output, progress
from warticker.cli.arguments import SOURCE, examples, on_archive
from warticker.cli.group import warticker
from warticker.cli.libraries import existing_library, library_at
from warticker.counting import counted
from warticker.errors import UsageError
from warticker.library.adding import Step


@warticker.command(
    "add",
    epilog=examples(
        "warticker add ticker.txt pages/",
        "curl -s ADDRESS | warticker add -",
        "warticker add https://example.org/ticker --follow --every 2m --name ntv",
    ),
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=SOURCE)
@click.option("--follow", is_flag=True, help="Read it regularly, while the app is open and with warticker update.")
@click.option("--every", metavar="INTERVAL", help="How often: 90s, 2m, 1h30m, 1d; by default 5m.")
@click.option("--name", help="Its name in sources and update, by default its host; source: means the outlet.")
@click.option("--deep", is_flag=True, help="Also read the pages that a feed links to, on the same host.")
@on_archive
def _add(
    sources: tuple[str, ...], follow: bool, every: str | None, name: str | None, deep: bool, archive: Path | None
) -> int:
    """Add sources to the archive.

    SOURCE is a file, a folder, an address, or - for standard input. An entry that is there already is kept once; if it
    has changed, its earlier version is kept too. What cannot be read is reported, the rest is kept all the same, and
    the exit status is 1.
    """
    if follow:
        # Imported here as it loads the HTTP client.
        from warticker.cli import following

        return following.follow(sources, archive, every=every, name=name, deep=deep)
    if every or name or deep:
        raise UsageError("--every, --name and --deep need --follow")
    output.end_in_order()
    with closing(library_at(archive)) as library, progress.shown("reading", progress.size_of(sources)) as on_step:
        report = library.add(*sources, on_step=on_step)
    status = output.tell(report.errors)
    click.echo(_summary(report.added))
    return status


def _summary(added: Added) -> str:
    """The counts of what became of entries, in one line."""
    lines = f"{counted(added.dropped, 'line', 'lines')} of page furniture dropped"
    return (
        f"{added.new} new, {added.changed} changed, {added.unchanged} unchanged, {added.withdrawn} withdrawn; {lines}"
    )


@warticker.command("reannotate", epilog=examples("warticker reannotate"))
@on_archive
def _reannotate(archive: Path | None) -> None:
    """Annotate again what older rules or topics have annotated.

    These are the program's rules, and topics of your own. It can be interrupted at any time with Ctrl+C, and continues
    from there the next time.
    """
    output.end_in_order()
    with closing(existing_library(archive)) as library:
        with progress.shown("annotating", None) as on_step:
            count = library.reannotate(on_step)
        click.echo(f"{count} of {library.total} entries reannotated")


@warticker.command("check", epilog=examples("warticker check", "warticker check --repair"))
@click.option("--repair", is_flag=True,
              help="First rebuild what is derived from the entries, in a new file if this one is damaged.")  # fmt: skip
@on_archive
def _check(repair: bool, archive: Path | None) -> int:
    """Check the archive.

    Every entry is read and compared with all that is derived from it; the index of words is tried with a sample of some
    hundred entries. Each problem is a line, and then the exit status is 1.
    """
    library = existing_library(archive)
    if repair:
        for done in library.archive.repair():
            click.echo(output.harmless(done))
    status = 0
    with progress.shown("checking", None) as on_step:
        for problem in library.archive.check(lambda entries: on_step(Step("", entries, 0))):
            # Named explicitly: click would otherwise bypass the redirection that makes room for a progress bar.
            click.echo(output.harmless(problem), file=sys.stdout)
            status = 1
    if not status:
        click.echo(f"{counted(library.total, 'entry', 'entries')}, no problems found")
    return status
