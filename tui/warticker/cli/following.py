"""Follows sources: takes them in, and reads those that are due."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from warticker.archive.subscriptions import Subscription
from warticker.cli import output
from warticker.cli.libraries import existing_library, library_at, tell_errors
from warticker.errors import NothingMatchedError, SourceError, UsageError
from warticker.intake.addresses import is_address
from warticker.intake.web.client import utc_now
from warticker.library import Library, intervals
from warticker.library.following import Outcome
from warticker.library.subscribing import subscribe
from warticker.moments import local_time

TERMINATED = 143
"""What a shell says of a program that was asked to end."""

MOST_ERRORS = 20
"""How many of a source's errors a record has: a folder may be full of files that cannot be read."""

OPENED = timedelta(minutes=2)
"""How often an address is read again that the app was opened on."""

Tell = Callable[[Outcome], None]


def follow(
    sources: Sequence[str], archive: Path | None, *, every: str | None, name: str | None, deep: bool
) -> int:  # fmt: skip
    """Follow sources, read them for the first time, and tell in a line each; the exit status, 1 where one failed."""
    if name is not None and len(sources) > 1:
        raise UsageError("--name names one source")
    interval = intervals.interval(every) if every else None
    with closing(library_at(archive)) as library:
        kept = library.subscriptions
        wanted = [subscribe(kept, source, name=name, every=interval, deep=deep) for source in sources]
        return _read(library, wanted, _tell)


def update(archive: Path | None, named: Sequence[str], *, everything: bool, form: str) -> int:
    """Read the sources that are due, or those that are named, or all; the exit status, 1 where one failed."""
    with closing(existing_library(archive)) as library:
        if not len(library.subscriptions):
            raise NothingMatchedError("nothing is followed yet; warticker add ADDRESS --follow does")
        wanted: Sequence[Subscription] = library.following().due()
        if named:
            wanted = [library.subscriptions.find(each) for each in named]
        elif everything:
            wanted = [each for each in library.subscriptions if not each.paused]
        return _read(library, wanted, _tell_json if form == "json" else _tell)


def _read(library: Library, wanted: Sequence[Subscription], tell: Tell) -> int:
    failed = False

    def told(outcome: Outcome) -> None:
        nonlocal failed
        failed = failed or bool(outcome.errors)
        tell(outcome)

    async def reading() -> None:
        reads = asyncio.ensure_future(library.following().update(wanted, told))
        # The app ends its rounds so; what was taken to be read is given back.
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, reads.cancel)
        await reads

    try:
        asyncio.run(reading())
    except asyncio.CancelledError:
        return TERMINATED
    return 1 if failed else 0


@contextmanager
def library_for_a_while(sources: Sequence[str]) -> Iterator[Library]:
    """A library of sources that are not kept, of which the addresses are followed; raises as `library_of` does.

    It is in a file until it is closed: what is followed is read by other processes.
    """
    with (
        TemporaryDirectory(prefix="warticker-") as folder,
        closing(library_at(Path(folder, "archive.sqlite"))) as library,
    ):
        errors: list[SourceError] = []
        wanted = []
        for address in filter(is_address, sources):
            try:
                wanted.append(subscribe(library.subscriptions, address, every=OPENED))
            except SourceError as error:
                errors.append(error)
        asyncio.run(library.following().update(wanted, lambda outcome: errors.extend(outcome.errors)))
        errors += library.add(*(source for source in sources if not is_address(source))).errors
        tell_errors(errors, library)
        yield library


def _tell(outcome: Outcome) -> None:
    source, added = outcome.subscription, outcome.gathered.added
    for error in outcome.errors:
        where = "" if error.source == source.address else f"{error.source}: "
        again = f"; again at {local_time(source.due, utc_now())}" if source.failures else ""
        output.complain(f"{source.name}: {where}{error.reason}{again}", error.exit_status)
    counts = {"new": added.new, "changed": added.changed, "withdrawn": added.withdrawn}
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    if outcome.left_alone:
        waiting = source.not_before > utc_now()
        told = f"left alone until {local_time(source.not_before, utc_now())}" if waiting else "being read already"
    if told or not outcome.errors:
        click.echo(output.harmless(f"{source.name}: {told or 'nothing new'}"))


def _tell_json(outcome: Outcome) -> None:
    added = outcome.gathered.added
    record = {
        "name": outcome.subscription.name,
        "new": added.new,
        "changed": added.changed,
        "withdrawn": added.withdrawn,
        "left_alone": outcome.left_alone,
        "errors": [output.harmless(str(error)) for error in outcome.errors[:MOST_ERRORS]],
    }
    click.echo(json.dumps(record, ensure_ascii=False))
