"""Reads followed sources when they are due: concurrently, so that none waits for another."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from warticker.archive.following.followed import Attempt, Subscription
from warticker.archive.protocol import Archive
from warticker.errors import BusyError, SourceError, WartickerError
from warticker.intake.web.client import Client, Limits, utc_now
from warticker.library import gathering, intervals
from warticker.library.gathering import Gathered
from warticker.library.threaded_archive import ThreadedArchive
from warticker.library.understanding import TopicFiles

CLAIM = timedelta(minutes=5)
"""How long a source stays claimed by a program that died while reading it."""

SLACK = 0.1
"""The share of its interval by which a source may be read early.

Otherwise a job that runs every two minutes would often come a second too soon for a source with that interval.
"""

BUSY = timedelta(minutes=2)
"""How long to leave a server alone, at least, that asks for it without saying how long."""


class Outcome(NamedTuple):
    """The result for a source in a round."""

    subscription: Subscription
    """Its state afterwards."""
    gathered: Gathered
    left_alone: bool = False
    """Whether it was skipped: too soon, or another process is reading it."""

    @property
    def errors(self) -> tuple[SourceError, ...]:
        """Why it, or a part of it, could not be read."""
        return self.gathered.errors


OnOutcome = Callable[[Outcome], object]
"""Called with each outcome."""


class Following:
    """Reads the sources that an archive follows."""

    def __init__(
        self,
        archive: Archive,
        topic_files: TopicFiles = (),
        *,
        limits: Limits | None = None,
        now: Callable[[], datetime] = utc_now,
        chance: Callable[[], float] = random.random,
    ) -> None:
        """`topic_files` are the user's own; `chance` returns numbers from 0 to 1."""
        self._archive = archive
        self._topic_files = topic_files
        self._limits = limits
        self._now = now
        self._chance = chance

    def due(self) -> tuple[Subscription, ...]:
        """The sources to be read now: whose interval is over, or nearly over."""
        now = self._now()
        return tuple(
            each
            for each in (each.by(now) for each in self._archive.subscriptions)
            if not each.paused
            and each.next_try <= now + each.every * SLACK
            and max(each.not_before, each.claimed_until) <= now
        )

    async def update(self, wanted: Iterable[Subscription], on_outcome: OnOutcome) -> None:
        """Read some sources; `on_outcome` is called with each outcome as it is known. Raises ArchiveError."""
        threaded = ThreadedArchive(self._archive, self._topic_files)
        try:
            async with Client(self._limits, self._now) as client, asyncio.TaskGroup() as group:
                # A host gets one request at a time; the requesting process claims the source.
                turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

                async def read_in_turn(source: Subscription) -> None:
                    async with turns[source.host or source.address]:
                        on_outcome(await self._outcome(source, threaded, client))

                for source in wanted:
                    group.create_task(read_in_turn(source))
        except* WartickerError as errors:
            raise errors.exceptions[0] from None
        finally:
            threaded.close()

    async def _outcome(self, source: Subscription, threaded: ThreadedArchive, client: Client) -> Outcome:
        now = self._now()
        # Without awaiting, so that a cancelled task knows whether it has a claim.
        if not threaded.followed.claim(source, now, now + CLAIM):
            return Outcome(source, Gathered(), left_alone=True)
        try:
            asked = (
                gathering.of_address(source, threaded, client) if source.host else gathering.of_path(source, threaded)
            )
            found = await asked
            failure = None
        except SourceError as error:
            found, failure = Gathered(errors=(error,)), error
        except asyncio.CancelledError:
            threaded.followed.release(source)
            raise
        await self._record(source, threaded, found, failure)
        # Another process may have removed it in the meantime.
        after = await threaded.ask(lambda kept: {each.address: each for each in kept})
        return Outcome(after.get(source.address, source), found)

    async def _record(
        self, source: Subscription, threaded: ThreadedArchive, found: Gathered, failure: SourceError | None
    ) -> None:  # fmt: skip
        at = self._now()
        again = at + source.every
        told_to_wait = isinstance(failure, BusyError) and failure.wait
        if failure and not told_to_wait:
            again = intervals.next_after_failure(at, source.every, source.failures + 1, self._chance())
        waits = [max(BUSY.total_seconds(), error.wait) for error in found.errors if isinstance(error, BusyError)]
        if waits and source.host:
            until = at + timedelta(seconds=max(waits))
            again = max(again, until)
            await threaded.ask(lambda kept: kept.leave_alone(source.host, until))
        attempt = Attempt(at, again, at + intervals.SHORTEST if source.host else at)
        if failure and told_to_wait:
            await threaded.ask(lambda kept: kept.waits(source, attempt, failure.reason))
        elif failure:
            await threaded.ask(lambda kept: kept.failed(source, attempt, failure.reason))
        else:
            partly = str(found.errors[0]) if found.errors else ""
            await threaded.ask(lambda kept: kept.succeeded(source, attempt, found.added.new, partly))
