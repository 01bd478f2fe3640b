"""Follows sources: takes them in, and reads those that are due."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from warticker.archive.following.followed import Subscription
from warticker.cli import outcomes, output
from warticker.cli.libraries import existing_library, library_at
from warticker.errors import UsageError
from warticker.library import Library, intervals
from warticker.library.following import Outcome
from warticker.library.subscribing import subscribe

TERMINATED = 143
"""What a shell says of a program that was asked to end."""

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
        return _read(library, wanted, outcomes.tell)


def update(archive: Path | None, named: Sequence[str], *, everything: bool, form: str) -> int:
    """Read the sources that are due, or those that are named, or all; the exit status, 1 where one failed."""
    with closing(existing_library(archive)) as library:
        if not (len(library.subscriptions) or named):
            # Nothing that cron would have to mail as a failure: nothing was to be read.
            return output.complain("nothing is followed yet; warticker add ADDRESS --follow does", 0)
        wanted: Sequence[Subscription] = library.following().due()
        if named:
            wanted = [library.subscriptions.find(each) for each in named]
        elif everything:
            wanted = [each for each in library.subscriptions if not each.paused]
        return _read(library, wanted, outcomes.tell_json if form == "json" else outcomes.tell)


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
