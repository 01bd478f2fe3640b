"""Follows sources: takes them in, lists them, reads those that are due."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import click

from warticker.archive.subscriptions import Subscription
from warticker.cli import output
from warticker.cli.reading import existing_library, library_at
from warticker.errors import NothingMatchedError, SourceError, UsageError
from warticker.intake.web.client import utc_now
from warticker.library import Library, intervals
from warticker.library.following import Outcome
from warticker.library.opml import from_opml, to_opml
from warticker.library.subscribing import checked_name, subscribe, take_in

Tell = Callable[[Outcome], None]


def follow(
    sources: Sequence[str], archive: Path | None, *, every: str | None, name: str | None, deep: bool
) -> int:  # fmt: skip
    """Follow sources, read them for the first time, and tell in a line each; the exit status, 1 where one failed."""
    if name is not None and len(sources) > 1:
        raise UsageError("--name names one source")
    interval = intervals.interval(every) if every else None
    library = library_at(archive)
    kept = library.subscriptions
    wanted = [subscribe(kept, source, name=name, every=interval, deep=deep) for source in sources]
    return _read(library, wanted, _tell)


def update(archive: Path | None, named: Sequence[str], *, everything: bool, form: str) -> int:
    """Read the sources that are due, or those that are named, or all; the exit status, 1 where one failed."""
    library = existing_library(archive)
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

    asyncio.run(library.following().update(wanted, told))
    return 1 if failed else 0


def _tell(outcome: Outcome) -> None:
    source, added = outcome.subscription, outcome.gathered.added
    for error in outcome.errors:
        where = "" if error.source == source.address else f"{error.source}: "
        again = f"; again at {_time(source.due)}" if source.failures else ""
        output.complain(f"{source.name}: {where}{error.reason}{again}", error.exit_status)
    counts = {"new": added.new, "changed": added.changed, "withdrawn": added.withdrawn}
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    if outcome.left_alone:
        told = f"left alone until {_time(source.not_before)}"
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
        "errors": [str(error) for error in outcome.errors],
    }
    click.echo(json.dumps(record, ensure_ascii=False))


def print_sources(archive: Path | None, form: str) -> None:
    """Print what is followed, a line each; raises NothingMatchedError where nothing is."""
    sources = list(existing_library(archive).subscriptions)
    if not sources and form == "text":
        raise NothingMatchedError("nothing is followed yet; warticker add ADDRESS --follow does")
    if form == "json":
        for source in sources:
            click.echo(json.dumps(_record(source), ensure_ascii=False))
        return
    rows = [("NAME", "LAST READ", "NEXT", "EVERY", "ENTRIES", "ADDRESS"), *map(_row, sources)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    head, *lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    click.echo(click.style(head, dim=True), color=output.coloured())
    for line, source in zip(lines, sources, strict=True):
        click.echo(line)
        if source.error:
            times = f" ({source.failures} times)" if source.failures > 1 else ""
            click.echo(click.style(output.harmless(f"  {source.error}{times}"), fg="red"), color=output.coloured())


def _row(source: Subscription) -> tuple[str, ...]:
    last = _time(source.last_success) if source.last_success else "never"
    again = "paused" if source.paused else "now" if source.due <= utc_now() else _time(source.due)
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


def _time(at: datetime) -> str:
    """A time on the user's clock, with its day where that is another one than today."""
    local = at.astimezone()
    return f"{local:%H:%M}" if local.date() == utc_now().astimezone().date() else f"{local:%Y-%m-%d %H:%M}"


def rename(archive: Path | None, named: str, name: str) -> None:
    """Call a source otherwise."""
    kept = existing_library(archive).subscriptions
    kept.rename(kept.find(named).address, checked_name(name))


def remove(archive: Path | None, named: Sequence[str]) -> None:
    """Follow sources no longer."""
    kept = existing_library(archive).subscriptions
    for address in [kept.find(each).address for each in named]:
        kept.remove(address)


def pause(archive: Path | None, named: Sequence[str], *, paused: bool) -> None:
    """Leave sources alone, or no longer."""
    kept = existing_library(archive).subscriptions
    for address in [kept.find(each).address for each in named]:
        kept.pause(address, paused)


def export(archive: Path | None) -> None:
    """Print what is followed as OPML."""
    sources = list(existing_library(archive).subscriptions)
    for source in sources:
        if not source.host:
            output.complain(f"{source.name}: a path, which no list of addresses takes", 0)
    click.echo(to_opml(sources), nl=False)


def take(archive: Path | None, source: str) -> int:
    """Follow what an OPML file names; the exit status, 1 where something of it cannot be followed."""
    # Imported here as it loads all that reads sources.
    from warticker.intake import contents

    def refuse(error: SourceError) -> None:
        raise error

    new, errors = [], []
    for content in contents(source, refuse):
        more, refused = take_in(library_at(archive).subscriptions, from_opml(content.data, name=content.name))
        new += more
        errors += refused
    for error in errors:
        output.complain(str(error), error.exit_status)
    click.echo(f"{len(new)} new source{'' if len(new) == 1 else 's'}")
    return 1 if errors else 0
