"""Watches folders for changes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Set
from contextlib import aclosing
from pathlib import Path

POLL_EVERY = 5.0
"""Seconds between checks for other folders to watch."""


async def changed_folders(wanted: Callable[[], Set[str]]) -> AsyncGenerator[Set[str], None]:
    """The folders in which something changes, as soon as it does; `wanted` is called repeatedly for the ones to watch.

    Raises OSError if they cannot be watched, and what `wanted` raises.
    """
    while True:
        if not (folders := wanted()):
            await asyncio.sleep(POLL_EVERY)
            continue
        # Imported here: few users follow folders.
        from watchfiles import awatch

        async with aclosing(awatch(*folders, rust_timeout=int(POLL_EVERY * 1000), yield_on_timeout=True)) as watching:
            async for changes in watching:
                paths = [Path(path) for _, path in changes]
                if changed := {folder for folder in folders if any(path.is_relative_to(folder) for path in paths)}:
                    yield changed
                if wanted() != folders:
                    break
