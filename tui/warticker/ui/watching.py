"""Watches folders for what is new or another in them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Set
from contextlib import aclosing
from pathlib import Path

POLL_EVERY = 5.0
"""Seconds between checks for other folders to watch."""


async def changed_folders(wanted: Callable[[], Set[str]]) -> AsyncGenerator[Set[str], None]:
    """Folders in which something is new or another, as soon as it is; `wanted` tells time and again which to watch.

    Raises OSError where they cannot be watched, and what `wanted` raises.
    """
    while True:
        if not (folders := wanted()):
            await asyncio.sleep(POLL_EVERY)
            continue
        # Imported here as few follow folders.
        from watchfiles import awatch

        async with aclosing(awatch(*folders, rust_timeout=int(POLL_EVERY * 1000), yield_on_timeout=True)) as watching:
            async for changes in watching:
                paths = [Path(path) for _, path in changes]
                if changed := {folder for folder in folders if any(path.is_relative_to(folder) for path in paths)}:
                    yield changed
                if wanted() != folders:
                    break
