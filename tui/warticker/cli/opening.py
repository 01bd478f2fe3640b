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
from warticker.cli.libraries import library_at, library_of
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
    """Open the app on sources, or on what is kept; its exit status; raises WartickerError where it cannot be shown.

    What is followed, and sources that are addresses, are read again while it is open, but for `offline`.
    """
    garbage.collect_later()
    chosen = settings.load()
    with ExitStack() as open_meanwhile:
        if sources and _any_address(sources):
            if offline:
                raise UsageError("--offline asks no server; take the addresses away, or --offline")
            # Imported here as what is followed is read by other processes otherwise.
            from warticker.cli.opened_addresses import library_for_a_while

            library = open_meanwhile.enter_context(library_for_a_while(sources))
        else:
            library = open_meanwhile.enter_context(closing(library_of(sources, archive)))
        claim_terminal()
        # Imported here as nothing but the app needs Textual, and nothing takes longer.
        from warticker.ui.app import run

        status = run(library, EVERYTHING, chosen, following=not offline)
        if status is None:
            kept = open_meanwhile.enter_context(closing(library_at(archive)))
            _follow(library.archive.subscriptions, kept)
            status = run(kept, EVERYTHING, chosen, following=not offline)
        return status or 0


def _follow(wanted: Iterable[Subscription], library: Library) -> None:
    # Imported here as it brings what reads sources, and the archive is opened without.
    from warticker.library.subscribing import subscribe

    for each in wanted:
        subscribe(library.archive.subscriptions, each.address)


def _any_address(sources: Sequence[str]) -> bool:
    # Imported here as it brings what reads sources, and the archive is opened without.
    from warticker.intake.addresses import is_address

    return any(map(is_address, sources))


def claim_terminal() -> None:
    """Take keys from the terminal even where standard input was a document; raises WartickerError without one."""
    # Textual draws on standard error; who sends standard output elsewhere wants entries and not the app.
    if not (sys.stdout.isatty() and sys.stderr.isatty()):
        raise WartickerError("the app needs a terminal for its output; try: warticker list")
    if sys.stdin is not None and sys.stdin.isatty():
        return
    try:
        keys = os.open("/dev/tty", os.O_RDONLY)
    except OSError as error:
        raise WartickerError("there is no terminal to take keys from; try: warticker list") from error
    os.dup2(keys, 0)
    os.close(keys)
