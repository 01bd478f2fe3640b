"""`open`, and the program without a command: the app."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from warticker import garbage, settings
from warticker.archive.query import EVERYTHING
from warticker.cli.arguments import SOURCE, on_archive
from warticker.cli.group import warticker
from warticker.cli.libraries import library_at, library_of, library_of_sources
from warticker.errors import UsageError, WartickerError

if TYPE_CHECKING:
    from warticker.archive.following.followed import Subscription
    from warticker.library import Library


@warticker.command("open", hidden=True)
@click.argument("sources", nargs=-1, metavar="[SOURCE]...", type=SOURCE)
@on_archive
@click.pass_context
def _open(ctx: click.Context, sources: tuple[str, ...], archive: Path | None) -> int:
    """Open the app on sources, or on the archive."""
    return open_app(sources, archive, offline=bool(ctx.find_root().params.get("offline")))


def open_app(sources: Sequence[str], archive: Path | None, *, offline: bool) -> int:
    """Open the app on sources, or on the archive; returns its exit status; raises WartickerError without a terminal.

    Followed sources, and sources that are addresses, are read again while it is open, unless `offline`.
    """
    garbage.collect_later()
    chosen = settings.load()
    with ExitStack() as open_meanwhile:
        if sources and _any_address(sources):
            if offline:
                raise UsageError("--offline makes no requests; remove the addresses or --offline")
            # Imported here as the app itself reads followed sources in other processes.
            from warticker.cli.opened_addresses import library_for_a_while

            library = open_meanwhile.enter_context(library_for_a_while(sources))
        else:
            library = library_of_sources(sources)[0] if sources else library_of(archive)
            open_meanwhile.enter_context(closing(library))
        claim_terminal()
        # Imported here as only the app needs Textual, which takes longer than anything else.
        from warticker.ui.app import run

        status = run(library, EVERYTHING, chosen, following=not offline)
        if status is None:
            kept = open_meanwhile.enter_context(closing(library_at(archive)))
            _follow(library.archive.subscriptions, kept)
            status = run(kept, EVERYTHING, chosen, following=not offline)
        return status or 0


def _follow(wanted: Iterable[Subscription], library: Library) -> None:
    # Imported here as it loads all that reads sources, which opening an archive does not need.
    from warticker.library.subscribing import subscribe

    for each in wanted:
        subscribe(library.archive.subscriptions, each.address)


def _any_address(sources: Sequence[str]) -> bool:
    # Imported here as it loads what reads sources, which opening an archive does not need.
    from warticker.intake.addresses import is_address

    return any(map(is_address, sources))


def claim_terminal() -> None:
    """Read keys from the terminal even if standard input was a document; raises WartickerError without a terminal."""
    # Textual draws on standard error; a user who redirects standard output wants entries, not the app.
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        raise WartickerError("the app needs a terminal for its output; try: warticker list")
    if sys.stdin is not None and sys.stdin.isatty():
        return
    try:
        keys = os.open("/dev/tty", os.O_RDONLY)
    except OSError as error:
        raise WartickerError("there is no terminal to read keys from; try: warticker list") from error
    os.dup2(keys, 0)
    os.close(keys)
