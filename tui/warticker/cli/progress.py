"""How far a long command has come, on standard error: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from warticker.files import at_home
from warticker.library.adding import Step, Told

PAUSE = 3.0
"""Seconds between two lines."""


@contextmanager
def shown(doing: str, size: int | None) -> Iterator[Told]:
    """Show the steps that are told; `size` is how many bytes they will have passed in the end, None if nobody knows."""
    with _bar(doing, size) if sys.stderr.isatty() else _lines(doing) as told:
        yield told


def size_of(sources: Sequence[str]) -> int | None:
    """How many bytes some sources have; None where one is neither file nor folder."""
    # Imported here as it is the door to reading, which only these commands need.
    from warticker.intake import documents

    paths = [at_home(source) for source in sources]
    if not all(path.is_dir() or path.is_file() for path in paths):
        return None
    # What cannot be looked into is told when it is read.
    return sum(_size(Path(name)) for source in sources for name in documents(source, lambda error: None))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


@contextmanager
def _bar(doing: str, size: int | None) -> Iterator[Told]:
    # Imported here as it takes as long as the rest of the start, and a pipe needs none of it.
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
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=size, entries=0, rate=0.0)

        def told(step: Step) -> None:
            nonlocal entries, passed
            entries += step.entries
            passed += step.size
            progress.update(task, completed=passed, entries=entries, rate=_rate(entries, began))

        yield told


@contextmanager
def _lines(doing: str) -> Iterator[Told]:
    began = last = time.monotonic()
    entries = 0

    def told(step: Step) -> None:
        nonlocal entries, last
        entries += step.entries
        if time.monotonic() - last > PAUSE:
            last = time.monotonic()
            tell()

    def tell() -> None:
        click.echo(f"{doing}: {entries} entries, {_rate(entries, began):.0f} a second", err=True)

    try:
        yield told
    finally:
        if entries:
            tell()


def _rate(entries: int, began: float) -> float:
    return entries / max(time.monotonic() - began, 0.001)
