"""Reannotates kept entries if the user's own topics have changed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path

from warticker.errors import WartickerError
from warticker.library import Library
from warticker.ui import children


async def reannotate(
    library: Library,
    archive: Path,
    tell: Callable[[str], object],
    warn: Callable[[str], object],
    done: Callable[[], object],
) -> None:
    """Run `warticker reannotate` on a library's archive if topics have changed; report that, or warn of an error."""
    said = deque([b""], maxlen=1)
    try:
        if library.topics_changed:
            tell("Your topics have changed; reannotating the archive")
            status = await children.run("reannotate", "--archive", str(archive), hear=said.append)
            if status:
                warn(said[-1].decode(errors="replace").strip() or f"reannotate ended with {status}")
            else:
                done()
    except (WartickerError, OSError) as error:
        warn(f"cannot reannotate with your topics: {error}")
