"""Keeps sources in the archive, and looks after what is kept."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from warticker.archive.protocol import Added
from warticker.cli import output, progress
from warticker.cli.libraries import existing_library, library_at


def add(sources: Sequence[str], archive: Path | None) -> int:
    """Keep what sources hold and print what became of it; the exit status, 1 where something could not be read."""
    output.end_in_order()
    with closing(library_at(archive)) as library, progress.shown("reading", progress.size_of(sources)) as on_step:
        report = library.add(*sources, on_step=on_step)
    status = output.tell(report.errors)
    click.echo(summary(report.added))
    return status


def summary(added: Added) -> str:
    """What became of entries, in a line."""
    lines = f"{added.dropped} line{'' if added.dropped == 1 else 's'} of page furniture dropped"
    return (
        f"{added.new} new, {added.changed} changed, {added.unchanged} unchanged, {added.withdrawn} withdrawn; {lines}"
    )


def reannotate(archive: Path | None) -> None:
    """Annotate anew what older rules have annotated, and print how much that was."""
    output.end_in_order()
    with closing(existing_library(archive)) as library:
        with progress.shown("annotating", None) as on_step:
            count = library.reannotate(on_step)
        click.echo(f"{count} of {library.total} entries annotated anew")


def check(archive: Path | None, *, repair: bool) -> int:
    """Print what is wrong with the archive, after mending it if asked; the exit status, 1 where something is."""
    library = existing_library(archive)
    if repair:
        for done in library.repair():
            click.echo(output.harmless(done))
    status = 0
    with progress.shown("checking", None) as on_step:
        for problem in library.check(on_step):
            # By its name, so that a bar on the same terminal makes room for it.
            click.echo(output.harmless(problem), file=sys.stdout)
            status = 1
    if not status:
        click.echo(f"{library.total} entries, nothing wrong")
    return status
