"""Standard output and standard error as every command uses them."""

from __future__ import annotations

import io
import os
import sys

import click

BROKEN_PIPE = 141
"""What a shell says of a program whose reader has gone."""


def prepare() -> None:
    """Write UTF-8 in every locale, also where Python takes the terminal for ASCII."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(message: str, status: int) -> int:
    """Tell what went wrong in one line, and give the exit status back."""
    try:
        sys.stdout.flush()
        click.echo(f"warticker: {' '.join(message.split())}", err=True)
    except BrokenPipeError:
        return abandon()
    return status


def abandon() -> int:
    """Leave quietly as nobody reads any more: what is still buffered must not raise when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            os.dup2(nowhere, stream.fileno())
    return BROKEN_PIPE


def coloured() -> bool:
    """Whether standard output takes colours: a terminal whose user has not set NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
