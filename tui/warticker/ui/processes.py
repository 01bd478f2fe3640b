"""Runs warticker's own commands beside the app, in processes that stand back behind it.

Reading a page, or understanding an entry, holds the interpreter for longer than a key may wait, whatever thread it is
in. What comes of it is found in the archive.
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
"""By how much a command stands back behind the app and all else."""


async def run(*arguments: str, hear: Callable[[bytes], object]) -> int:
    """Run a command until it ends, and tell its exit status; `hear` gets each line that it says.

    Where the caller is cancelled, the command is ended; where the app is killed, the command notices by its standard
    input. Raises OSError where it cannot be started.
    """
    # A group of its own keeps Ctrl+C from it; a session of its own would be weighed against the app as an equal, as
    # Linux shares processor time by session first and heeds niceness only within one.
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "warticker.cli.beside", *arguments,
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
    """End a command: by asking it, else by force, which the archive outlives."""
    with suppress(ProcessLookupError):
        process.terminate()
        try:
            async with asyncio.timeout(PATIENCE):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
