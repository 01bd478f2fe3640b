"""Shows the progress of long commands on standard error: a bar on a terminal, else a line every few seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import click

from warticker.counting import counted
from warticker.files import at_home
from warticker.library.adding import OnStep, Step

PAUSE = 3.0
"""Seconds between two lines."""


@contextmanager
def shown(doing: str, size: int | None) -> Iterator[OnStep]:
    """Show the progress of steps; `size` is the total of their bytes, None if it is not known."""
    with _bar(doing, size) if sys.stderr.isatty() else _lines(doing) as on_step:
        yield on_step


def size_of(sources: Sequence[str]) -> int | None:
    """The number of bytes in some sources; None if one is neither file nor folder, or cannot be examined."""
    # Imported here as it loads all that reads sources, which only these commands need.
    from warticker.intake import paths

    try:
        if not all(path.is_dir() or path.is_file() for path in map(at_home, sources)):
            return None
    except OSError:
        return None
    # Folders that cannot be listed are reported when they are read.
    return sum(_size(Path(name)) for source in sources for name in paths(source, lambda error: None))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


@contextmanager
def _bar(doing: str, size: int | None) -> Iterator[OnStep]:
    # Imported here as it takes as long as the rest of the start-up, and a pipe does not need it.
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn(doing),
        BarColumn(),
        TextColumn("{task.fields[entries]:,} entries, {task.fields[rate]:,.0f} a second"),
        TimeElapsedColumn(),
    )
    began = time.monotonic()
    entries = passed = 0
    # Results that are printed meanwhile go above the bar; those for a pipe are not redirected.
    together = sys.stdout.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=together) as progress:
        task = progress.add_task("", total=size, entries=0, rate=0.0)

        def on_step(step: Step) -> None:
            nonlocal entries, passed
            entries += step.entries
            passed += step.size
            progress.update(task, completed=passed, entries=entries, rate=_rate(entries, began))

        yield on_step


@contextmanager
def _lines(doing: str) -> Iterator[OnStep]:
    began = time.monotonic()
    entries, said = 0, 0
    ended = Event()

    def on_step(step: Step) -> None:
        nonlocal entries
        entries += step.entries

    def tell() -> None:
        nonlocal said
        said = entries
        # Standard error may be closed by now.
        with suppress(OSError):
            click.echo(
                f"{doing}: {counted(entries, 'entry', 'entries')}, {_rate(entries, began):.0f} a second", err=True
            )

    def now_and_then() -> None:
        while not ended.wait(PAUSE):
            tell()

    # In a thread, as there are no steps while a large source is being parsed.
    telling = Thread(target=now_and_then, daemon=True)
    telling.start()
    try:
        yield on_step
    finally:
        ended.set()
        telling.join()
        if entries != said:
            tell()


def _rate(entries: int, began: float) -> float:
    return entries / max(time.monotonic() - began, 0.001)
