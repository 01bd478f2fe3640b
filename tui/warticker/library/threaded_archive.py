"""An archive that several sources are added to concurrently: in threads beside the event loop, one at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from warticker.archive.following.followed import Followed
from warticker.archive.protocol import Added, Archive
from warticker.library import adding
from warticker.library.adding import Step
from warticker.library.stories import Opened
from warticker.library.understanding import TopicFiles

READERS = 4
"""How many documents are parsed at a time, so that a slow one does not hold up the others."""

_T = TypeVar("_T")


class _EndedError(Exception):
    """Nobody needs a thread's result any more."""


class ThreadedArchive:
    """An archive that several threads add documents to, in turns."""

    def __init__(self, archive: Archive, topic_files: TopicFiles) -> None:
        self._archive = archive
        self.followed = archive.subscriptions
        """What the archive follows, for callers that must not yield to others."""
        self._topic_files = topic_files
        self._ended = False
        self._threads = ThreadPoolExecutor(READERS, "reading")

    async def run(self, step: Callable[[], _T]) -> _T:
        """Run something slow that does not use the archive, away from the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, step)

    async def ask(self, step: Callable[[Followed], _T]) -> _T:
        """Query or change what is followed."""
        return await self.run(lambda: step(self.followed))

    async def keep(self, opened: Collection[Opened]) -> Added:
        """Annotate stories and add them to the archive, portion by portion."""
        return await self.run(lambda: adding.add_stories(self._archive, opened, self._topic_files, self._go_on))

    def _go_on(self, _: Step) -> None:
        if self._ended:
            raise _EndedError

    def close(self) -> None:
        """Stop the threads, each between two portions."""
        self._ended = True
        self._threads.shutdown(cancel_futures=True)
