"""The library for opening the app on sources that include addresses, which are followed until it ends."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from warticker.cli.libraries import library_at, tell_unreadable
from warticker.errors import SourceError
from warticker.intake.addresses import is_address
from warticker.library import Library
from warticker.library.subscribing import subscribe

EVERY = timedelta(minutes=2)
"""How often an address is read again."""


@contextmanager
def library_for_a_while(sources: Sequence[str]) -> Iterator[Library]:
    """A temporary library of sources, of which the addresses are followed; raises as `library_of_sources` does.

    It is in a temporary file, since followed sources are read by other processes.
    """
    with (
        TemporaryDirectory(prefix="warticker-") as folder,
        closing(library_at(Path(folder, "archive.sqlite"))) as library,
    ):
        errors: list[SourceError] = []
        wanted = []
        for address in filter(is_address, sources):
            try:
                wanted.append(subscribe(library.archive.subscriptions, address, every=EVERY))
            except SourceError as error:
                errors.append(error)
        # Short, as only the last row of a longer line could be removed.
        with _waiting(f"reading {wanted[0].host if len(wanted) == 1 else f'{len(wanted)} addresses'}"):
            asyncio.run(library.following().update(wanted, lambda outcome: errors.extend(outcome.errors)))
        errors += library.add(*(source for source in sources if not is_address(source))).errors
        tell_unreadable(errors, library)
        yield library


@contextmanager
def _waiting(doing: str) -> Iterator[None]:
    """Say on the terminal what is waited for, as long as it lasts."""
    if not sys.stderr.isatty():
        yield
        return
    click.echo(f"{doing} …", err=True, nl=False)
    try:
        yield
    finally:
        click.echo("\r\x1b[K", err=True, nl=False)
