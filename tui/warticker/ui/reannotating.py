"""Has what is kept understood anew, where the user's own topics are others than when it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from warticker.errors import ArchiveError
from warticker.library import Library
from warticker.ui import processes


async def reannotate(library: Library, archive: Path, tell: Callable[[str], object]) -> None:
    """Run `warticker reannotate` on a library's archive if topics have changed; what it cannot do is told in a line."""
    said = [b""]
    try:
        if library.topics_changed:
            tell("Your topics have changed: finding them in what is kept")
            status = await processes.run("reannotate", "--archive", str(archive), hear=said.append)
            tell("Your topics are found; R shows them" if not status else said[-1].decode(errors="replace").strip())
    except (ArchiveError, OSError) as error:
        tell(f"your topics cannot be found in what is kept: {error}")
