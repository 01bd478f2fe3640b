"""Standard output and standard error as every command uses them."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import click

from warticker.errors import WartickerError

BROKEN_PIPE = 141
"""What a shell says of a program whose reader has gone."""

LONGEST_MESSAGE = 500
"""Code points of a message: it can repeat what somebody typed or wrote."""


def prepare() -> None:
    """Write UTF-8 in every locale, also where Python takes the terminal for ASCII; nowhere where a stream is closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.StringIO())
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(message: str, status: int) -> int:
    """Tell what went wrong in one line, and give the exit status back."""
    try:
        sys.stdout.flush()
        click.echo(f"warticker: {harmless(message)}", err=True)
    except OSError:
        return abandon(status)
    return status


def tell(errors: Sequence[WartickerError], *, raising: bool = False) -> int:
    """Tell what went wrong, a line each; the exit status, 1 where anything did. The last is raised where it must be."""
    for error in errors[:-1] if raising else errors:
        complain(str(error), error.exit_status)
    if errors and raising:
        raise errors[-1]
    return 1 if errors else 0


def harmless(message: str) -> str:
    """A message in one line of some length, what commands a terminal or cannot be seen written as escapes."""
    line = " ".join(message.split())
    if len(line) > LONGEST_MESSAGE:
        line = f"{line[:LONGEST_MESSAGE]}…"
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in line
    )


def abandon(status: int = BROKEN_PIPE) -> int:
    """Leave with a status where nothing can be written any more: what is still buffered must not raise at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
    return status


def end_in_order() -> None:
    """End as a shell says it of SIGTERM, but in order: other processes are ended, and drafts of files go."""

    def terminated(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, terminated)


def coloured() -> bool:
    """Whether standard output takes colours: a terminal whose user has not set NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
