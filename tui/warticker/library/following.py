"""What is followed is read when it is due: all sources side by side, none of them held up by another."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from warticker.archive.following.followed import Attempt, Subscription
from warticker.archive.protocol import Archive
from warticker.errors import BusyError, SourceError, WartickerError
from warticker.intake.web.client import Client, Limits, utc_now
from warticker.library import gathering, intervals
from warticker.library.gathering import Gathered
from warticker.library.shelf import Shelf
from warticker.library.understanding import Own

CLAIM = timedelta(minutes=5)
"""How long a source is taken by a program that has died while it read it."""

SLACK = 0.1
"""The share of its interval by which a source can be read sooner, together with others.

Who calls every two minutes what is due every two minutes would else come a second too soon every other time.
"""

BUSY = timedelta(minutes=2)
"""How long a server is left alone at least that wants to be and does not say for how long."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a source in a round."""

    subscription: Subscription
    """As it is afterwards."""
    gathered: Gathered
    left_alone: bool = False
    """Whether it was not asked: too soon, or somebody else is reading it."""

    @property
    def errors(self) -> tuple[SourceError, ...]:
        """Why it, or some of it, could not be read."""
        return self.gathered.errors


OnOutcome = Callable[[Outcome], object]
"""What is called with each outcome."""


class Following:
    """Reads what an archive follows."""

    def __init__(
        self,
        archive: Archive,
        own: Own = (),
        *,
        limits: Limits | None = None,
        now: Callable[[], datetime] = utc_now,
        chance: Callable[[], float] = random.random,
    ) -> None:
        """`own` are the user's files of topics; `chance` gives numbers from 0 to 1."""
        self._archive = archive
        self._own = own
        self._limits = limits
        self._now = now
        self._chance = chance

    def due(self) -> tuple[Subscription, ...]:
        """The sources to be read now: whose interval is over, or as good as over."""
        now = self._now()
        return tuple(
            each
            for each in (each.by(now) for each in self._archive.subscriptions)
            if not each.paused
            and each.next_try <= now + each.every * SLACK
            and max(each.not_before, each.claimed_until) <= now
        )

    async def update(self, wanted: Iterable[Subscription], on_outcome: OnOutcome) -> None:
        """Read some sources; `on_outcome` hears of each as soon as it is done. Raises ArchiveError."""
        shelf = Shelf(self._archive, self._own)
        try:
            async with Client(self._limits, self._now) as client, asyncio.TaskGroup() as group:
                # A host is asked one thing at a time, and claimed by who asks.
                turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

                async def read_in_turn(source: Subscription) -> None:
                    async with turns[source.host or source.address]:
                        on_outcome(await self._outcome(source, shelf, client))

                for source in wanted:
                    group.create_task(read_in_turn(source))
        except* WartickerError as errors:
            raise errors.exceptions[0] from None
        finally:
            shelf.close()

    async def _outcome(self, source: Subscription, shelf: Shelf, client: Client) -> Outcome:
        now = self._now()
        # At once, so that whoever is ended knows whether it has claimed.
        if not shelf.followed.claim(source, now, now + CLAIM):
            return Outcome(source, Gathered(), left_alone=True)
        try:
            asked = gathering.of_address(source, shelf, client) if source.host else gathering.of_path(source, shelf)
            found = await asked
            failure = None
        except SourceError as error:
            found, failure = Gathered(errors=(error,)), error
        except asyncio.CancelledError:
            shelf.followed.release(source)
            raise
        await self._record(source, shelf, found, failure)
        # Somebody may have removed it meanwhile.
        after = await shelf.ask(lambda kept: {each.address: each for each in kept})
        return Outcome(after.get(source.address, source), found)

    async def _record(
        self, source: Subscription, shelf: Shelf, found: Gathered, failure: SourceError | None
    ) -> None:  # fmt: skip
        at = self._now()
        again = at + source.every
        if failure:
            again = intervals.next_after_failure(at, source.every, source.failures + 1, self._chance())
        waits = [max(BUSY.total_seconds(), error.wait) for error in found.errors if isinstance(error, BusyError)]
        if waits and source.host:
            until = at + timedelta(seconds=max(waits))
            again = max(again, until)
            await shelf.ask(lambda kept: kept.leave_alone(source.host, until))
        attempt = Attempt(at, again, at + intervals.SHORTEST if source.host else at)
        if failure:
            await shelf.ask(lambda kept: kept.failed(source, attempt, failure.reason))
        else:
            await shelf.ask(lambda kept: kept.succeeded(source, attempt, found.added.new))
