"""Runs warticker's own commands beside the app, in processes that run at lower priority.

Parsing a page or annotating an entry holds the interpreter longer than a key may wait, in whatever thread. The results
are found in the archive.
"""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import Callable
from contextlib import suppress

PATIENCE = 1.0
"""Seconds that a command has to end when the app does."""

NICENESS = 10
"""How much lower the priority of a command is."""


async def run(*arguments: str, hear: Callable[[bytes], object]) -> int:
    """Run a command until it ends, and return its exit status; `hear` is called with each line of its output.

    If the caller is cancelled, the command is ended; if the app is killed, the command notices on its standard input.
    Raises OSError if it cannot be started.
    """
    # A process group of its own shields it from Ctrl+C; in a session of its own it would compete with the app as an
    # equal, as Linux shares processor time by session first and applies niceness only within one.
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "warticker.cli.child", *arguments,
        stdin=PIPE, stdout=PIPE, stderr=STDOUT, limit=2**20, process_group=0,
    )  # fmt: skip
    try:
        with suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, process.pid, NICENESS)
        if process.stdout is not None:
            async for line in process.stdout:
                hear(line)
        return await process.wait()
    except asyncio.CancelledError:
        await _ended(process)
        raise


async def _ended(process: Process) -> None:
    """End a command: ask it first, then kill it, which the archive survives."""
    with suppress(ProcessLookupError):
        process.terminate()
        try:
            async with asyncio.timeout(PATIENCE):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
