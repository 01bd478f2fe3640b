"""Standard output and standard error, as all commands use them."""

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
"""The exit status of a program that writes to a closed pipe, as a shell has it."""

LONGEST_MESSAGE = 500
"""The most code points of a message, which may quote input of any length."""


def prepare() -> None:
    """Write UTF-8 in every locale, even if Python takes the terminal for ASCII; discard what goes to closed streams."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.StringIO())
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(message: str, status: int) -> int:
    """Print an error in one line to standard error; returns the exit status."""
    try:
        sys.stdout.flush()
        click.echo(f"warticker: {harmless(message)}", err=True)
    except OSError:
        return abandon(status)
    return status


def tell(errors: Sequence[WartickerError]) -> int:
    """Print errors, one line each; returns the exit status, 1 if there were any."""
    for error in errors:
        complain(str(error), error.exit_status)
    return 1 if errors else 0


def harmless(message: str) -> str:
    """A message on one line, truncated, with control and other unprintable characters escaped."""
    line = " ".join(message.split())
    if len(line) > LONGEST_MESSAGE:
        line = f"{line[:LONGEST_MESSAGE]}…"
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in line
    )


def abandon(status: int = BROKEN_PIPE) -> int:
    """Redirect broken streams to nowhere, so that flushing them at exit does not raise; returns the exit status."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
    return status


def end_in_order() -> None:
    """When told to end, or when the terminal is closed, end child processes and remove drafts of files first.

    The exit status is a shell's for the signal. With `nohup`, the terminal may be closed.
    """

    def terminated(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, terminated)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, terminated)


def coloured() -> bool:
    """Whether to colour standard output: if it is a terminal and NO_COLOR is not set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
