"""`update`, and `add --follow`: reads the sources that are due, and follows new ones."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from warticker.archive.following.followed import Subscription
from warticker.cli import output
from warticker.cli.arguments import examples, on_archive
from warticker.cli.group import warticker
from warticker.cli.libraries import library_at, library_to_print
from warticker.errors import BusyError, SourceError, UsageError
from warticker.library import Library, intervals
from warticker.moments import berlin_time

if TYPE_CHECKING:
    from warticker.library.following import Outcome

MOST_ERRORS = 20
"""The most errors of a source in its record: a folder may be full of files that cannot be read."""

TERMINATED = 143
"""The exit status of a program that SIGTERM ended, as a shell has it."""


def follow(
    sources: Sequence[str], archive: Path | None, *, every: str | None, name: str | None, deep: bool
) -> int:  # fmt: skip
    """Follow sources, read them once, and print a line for each; returns the exit status, 1 if one failed."""
    # Imported here as it loads all that reads sources.
    from warticker.library.subscribing import subscribe

    if name is not None and len(sources) > 1:
        raise UsageError("--name needs a single source")
    interval = intervals.interval(every) if every else None
    with closing(library_at(archive)) as library:
        kept = library.archive.subscriptions
        wanted = [subscribe(kept, source, name=name, every=interval, deep=deep) for source in sources]
        return _read(library, wanted, partial(_tell, begun=True))


@warticker.command("update", epilog=examples("warticker update", "warticker update ntv", "warticker update --all"))
@click.argument("named", nargs=-1, metavar="[NAME]...")
@click.option("--all", "everything", is_flag=True, help="Read all that are not paused, due or not.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="The output format; json is one record per line.")  # fmt: skip
@on_archive
def _update(named: tuple[str, ...], everything: bool, form: str, archive: Path | None) -> int:
    """Read the sources that are due; suitable for cron.

    They are read side by side, and a line for each says what came of it. The exit status is 1 if one could not be
    read, but 0 if its server said when to come again.
    """
    with closing(library_to_print(archive)) as library:
        if not (len(library.archive.subscriptions) or named):
            # Not an error, which cron would mail: there was nothing to read.
            return output.complain("nothing is followed yet; add a source with: warticker add ADDRESS --follow", 0)
        wanted: Sequence[Subscription] = library.following().due()
        if named:
            found = [library.archive.subscriptions.find(each) for each in named]
            for each in found:
                if each.paused:
                    output.complain(f"{each.name}: paused; resume it with: warticker sources resume {each.name}", 0)
            wanted = [each for each in found if not each.paused]
        elif everything:
            wanted = [each for each in library.archive.subscriptions if not each.paused]
        return _read(library, wanted, _tell_json if form == "json" else _tell)


def _read(library: Library, wanted: Sequence[Subscription], tell: Callable[[Outcome], None]) -> int:
    # Imported here as the help does not need it.
    import asyncio

    failed = False

    def on_outcome(outcome: Outcome) -> None:
        nonlocal failed
        # A server that says when to come again makes a source wait; it has not failed.
        waits = all(isinstance(error, BusyError) and error.wait for error in outcome.errors)
        failed = failed or not waits
        tell(outcome)

    async def reading() -> None:
        reads = asyncio.ensure_future(library.following().update(wanted, on_outcome))
        # The app ends its rounds in this way; cancelling releases the claimed sources.
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, reads.cancel)
        await reads

    try:
        asyncio.run(reading())
    except asyncio.CancelledError:
        return TERMINATED
    return 1 if failed else 0


def _tell(outcome: Outcome, *, begun: bool = False) -> None:
    """Print what is new, and errors to standard error; if following has just `begun`, also how often it is read."""
    source, added = outcome.subscription, outcome.gathered.added
    for error in outcome.errors:
        again = f"; again at {berlin_time(source.due, datetime.now(UTC))}" if source.error else ""
        output.complain(f"{source.name}: {_reason(error, source)}{again}", error.exit_status)
    counts = {"new": added.new, "changed": added.changed, "withdrawn": added.withdrawn}
    result = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    if outcome.left_alone:
        waiting = source.not_before > (now := datetime.now(UTC))
        result = f"left alone until {berlin_time(source.not_before, now) if waiting else 'another command is done'}"
    if result or not outcome.errors:
        every = f"; read again every {intervals.written(source.every)}" if begun and not outcome.left_alone else ""
        click.echo(output.harmless(f"{source.name}: {result or 'nothing new'}{every}"))


def _reason(error: SourceError, source: Subscription) -> str:
    """What is wrong with a source, or with one of its pages or files."""
    return error.reason if error.source == source.address else str(error)


def _tell_json(outcome: Outcome) -> None:
    """Print an outcome as one line of JSON."""
    source, added = outcome.subscription, outcome.gathered.added
    record = {
        "name": source.name,
        "new": added.new,
        "changed": added.changed,
        "withdrawn": added.withdrawn,
        "left_alone": outcome.left_alone,
        "errors": [output.harmless(_reason(error, source)) for error in outcome.errors[:MOST_ERRORS]],
    }
    click.echo(json.dumps(record, ensure_ascii=False))
