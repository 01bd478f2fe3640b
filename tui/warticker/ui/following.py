"""Follows sources while the app is open: `warticker update` reads them, in a process of its own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from math import inf
from pathlib import Path
from typing import Any

from warticker.archive.following.followed import Subscription
from warticker.errors import ArchiveError
from warticker.library import Library
from warticker.ui import processes
from warticker.ui.watching import changed_folders

APART = 10.0
"""Seconds between two rounds at least, so that sources that are due one after another share one."""

MOST_ROUNDS = 3
"""How many rounds can be under way: what takes long in one does not hold up the next."""

LOOK = 30.0
"""Seconds after which is looked for new sources at the latest."""

Tell = Callable[[str], object]
"""Who is told what went wrong, in a line."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sources to read."""

    everything: bool = False
    """All of them, due or not."""
    addresses: tuple[str, ...] = ()
    """These, due or not; where there are none, those that are due."""


class Follower:
    """Has sources read when they are due, or when somebody asks for it."""

    def __init__(self, library: Library, archive: Path, tell: Tell) -> None:
        """Follow what an archive's subscriptions say; `library` is that archive's."""
        self.paused = False
        """Whether nothing is read until further notice."""
        self._library = library
        self._archive = archive
        self._tell = tell
        self._rounds = 0
        """How many are under way."""
        self._asked = asyncio.Event()
        self._everything = False
        self._changed: set[str] = set()
        """The folders in which something is new or another."""
        self._failing: set[str] = set()
        """The sources whose failure has been told."""

    @property
    def sources(self) -> int:
        """How many sources there are to read."""
        return len(self._active())

    def now(self) -> int:
        """Read all sources now; how many there are."""
        if sources := self.sources:
            self._everything = True
            self._asked.set()
        return sources

    def look(self) -> None:
        """Read what is due now: there may be more to follow than before."""
        self._asked.set()

    def toggle(self) -> None:
        """Read nothing until further notice, or go on."""
        self.paused = not self.paused
        self._asked.set()

    async def run(self) -> None:
        """Follow until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._watch())
            while True:
                try:
                    await self._until_wanted()
                    if self._rounds < MOST_ROUNDS and (wanted := self._wanted()):
                        # The next round does not wait for this one, which may have met a page that takes its time.
                        group.create_task(self._round(wanted))
                    await asyncio.sleep(APART)
                except ArchiveError as error:
                    self._tell(str(error))
                    await asyncio.sleep(LOOK)

    async def _until_wanted(self) -> None:
        """Wait until something is due, somebody asks, or it is time to look for new sources."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK if self.paused else min(self._due_in(), LOOK)):
                await self._asked.wait()
        self._asked.clear()

    def _due_in(self) -> float:
        """Seconds until a source is due."""
        now = datetime.now(UTC)
        sources = (each.by(now) for each in self._active())
        waits = ((max(each.due, each.claimed_until) - now).total_seconds() for each in sources)
        return max(0.0, min(waits, default=inf))

    def _active(self) -> list[Subscription]:
        """The sources that are not paused."""
        return [each for each in self._library.archive.subscriptions if not each.paused]

    def _wanted(self) -> Wanted | None:
        """What is to be read now, if anything."""
        if self._everything:
            self._everything = False
            return Wanted(everything=True)
        if self.paused:
            return None
        # By address, as a source can be renamed, paused or removed meanwhile.
        changed, self._changed = [each for each in self._active() if each.address in self._changed], set()
        if changed:
            return Wanted(addresses=tuple(each.address for each in changed))
        return Wanted() if self._due_in() == 0 else None

    async def _round(self, wanted: Wanted) -> None:
        self._rounds += 1
        try:
            which = ["--all"] if wanted.everything else ["--", *wanted.addresses]
            archive = str(self._archive)
            await processes.run("update", "--archive", archive, "--format", "json", *which, hear=self._hear)
        except OSError as error:
            self._tell(f"no sources can be read: {error.strerror or error}")
        finally:
            self._rounds -= 1

    def _hear(self, line: bytes) -> None:
        """Tell what a round says, once for each source that begins to fail."""
        try:
            told: dict[str, Any] = json.loads(line)
        except ValueError:
            self._tell(line.decode(errors="replace").strip())
            return
        name, errors = str(told["name"]), [str(error) for error in told["errors"]]
        if errors and name not in self._failing:
            # Of an outlet that does not name itself, the error names the host.
            self._tell(errors[0] if name in errors[0] else f"{name}: {errors[0]}")
        (self._failing.add if errors else self._failing.discard)(name)

    async def _watch(self) -> None:
        """Have folders read as soon as something in them is new or another."""
        try:
            async with aclosing(changed_folders(self._folders)) as changes:
                async for changed in changes:
                    self._changed |= changed
                    self._asked.set()
        except (OSError, ArchiveError) as error:
            self._tell(f"folders are read at their intervals only: {error}")

    def _folders(self) -> set[str]:
        """The folders that are followed and there."""
        return {each.address for each in self._active() if not each.host and Path(each.address).exists()}
