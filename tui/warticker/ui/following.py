"""Follows sources while the app is open: runs `warticker update` in a process of its own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Collection, Sequence
from contextlib import aclosing, suppress
from datetime import UTC, datetime
from math import inf
from pathlib import Path
from typing import Any

from warticker.archive.following.followed import Subscription
from warticker.errors import ArchiveError, cause
from warticker.library import Library
from warticker.ui import children
from warticker.ui.watching import changed_folders

APART = 10.0
"""The least seconds between two rounds, so that sources that are due in short succession share one."""

MOST_ROUNDS = 3
"""How many rounds can run at once: a slow one does not hold up the next."""

POLL_EVERY = 30.0
"""The most seconds until new sources are noticed."""

Tell = Callable[[str], object]
"""Reports an error in a line."""


class Follower:
    """Has sources read when they are due, or on demand."""

    def __init__(self, library: Library, archive: Path, tell: Tell) -> None:
        """Follow the subscriptions of the archive at a path; `library` has it open."""
        self.paused = False
        """Whether reading is paused."""
        self._library = library
        self._archive = archive
        self._tell = tell
        self._rounds = 0
        """How many are running."""
        self._asked = asyncio.Event()
        self._wished: set[str] = set()
        """The sources that the user wants to be read now, due or not."""
        self._changed: set[str] = set()
        """The folders in which something has changed."""
        self._failing: set[str] = set()
        """The sources whose failure was reported."""

    @property
    def sources(self) -> int:
        """How many sources are not paused."""
        return len(self._active())

    def now(self) -> Sequence[float]:
        """Read all sources, each as soon as it may be asked; returns in how many seconds that is, the first first."""
        waits = self._waits()
        self._wished = {*waits}
        self._asked.set()
        return sorted(waits.values())

    def wake(self) -> None:
        """Read what is due now: there may be new sources."""
        self._asked.set()

    def toggle(self) -> None:
        """Pause or resume."""
        self.paused = not self.paused
        self._asked.set()

    async def run(self) -> None:
        """Follow until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._watch())
            while True:
                try:
                    await self._until_wanted()
                    if self._rounds < MOST_ROUNDS and (wanted := self._wanted()) is not None:
                        # The next round does not wait for this one, which may be at a slow page.
                        group.create_task(self._round(wanted))
                    await asyncio.sleep(APART)
                except ArchiveError as error:
                    self._tell(str(error))
                    await asyncio.sleep(POLL_EVERY)

    async def _until_wanted(self) -> None:
        """Wait until something is due, somebody asks, or new sources may be there."""
        waits = self._waits()
        wished = (wait for address, wait in waits.items() if address in self._wished)
        due = inf if self.paused else self._due_in()
        with suppress(TimeoutError):
            async with asyncio.timeout(min(POLL_EVERY, due, *wished)):
                await self._asked.wait()
        self._asked.clear()

    def _due_in(self) -> float:
        """Seconds until a source is due."""
        now = datetime.now(UTC)
        sources = (each.by(now) for each in self._active())
        waits = ((max(each.due, each.claimed_until) - now).total_seconds() for each in sources)
        return max(0.0, min(waits, default=inf))

    def _waits(self) -> dict[str, float]:
        """Seconds until each source may be asked, due or not: some were just read, or are being read."""
        now = datetime.now(UTC)
        sources = (each.by(now) for each in self._active())
        return {each.address: (max(each.not_before, each.claimed_until) - now).total_seconds() for each in sources}

    def _active(self) -> list[Subscription]:
        """The sources that are not paused."""
        return [each for each in self._library.archive.subscriptions if not each.paused]

    def _wanted(self) -> Collection[str] | None:
        """The addresses to read now, empty for all that are due; None if there is nothing to read."""
        waits = self._waits()
        # By address, as a source can be renamed, paused or removed in the meantime.
        self._wished &= waits.keys()
        free = {address for address in self._wished if waits[address] <= 0}
        self._wished -= free
        if not self.paused:
            free |= self._changed & waits.keys()
            self._changed.clear()
        if free or self.paused:
            return free or None
        return () if self._due_in() == 0 else None

    async def _round(self, wanted: Collection[str]) -> None:
        self._rounds += 1
        try:
            archive = str(self._archive)
            await children.run("update", "--archive", archive, "--format", "json", "--", *wanted, hear=self._hear)
        except OSError as error:
            self._tell(f"cannot read sources: {cause(error)}")
        finally:
            self._rounds -= 1

    def _hear(self, line: bytes) -> None:
        """Report a line of a round's output, an error once for each source that starts to fail."""
        try:
            told: dict[str, Any] = json.loads(line)
        except ValueError:
            self._tell(line.decode(errors="replace").strip())
            return
        name, errors = str(told["name"]), [str(error) for error in told["errors"]]
        if errors and name not in self._failing:
            self._tell(f"{name}: {errors[0]}")
        (self._failing.add if errors else self._failing.discard)(name)

    async def _watch(self) -> None:
        """Have folders read as soon as something in them changes."""
        try:
            async with aclosing(changed_folders(self._folders)) as changes:
                async for changed in changes:
                    self._changed |= changed
                    self._asked.set()
        except (OSError, ArchiveError) as error:
            self._tell(f"cannot watch folders, so they are read at their intervals: {error}")

    def _folders(self) -> set[str]:
        """The followed folders that exist."""
        return {each.address for each in self._active() if not each.host and Path(each.address).exists()}
