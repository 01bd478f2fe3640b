"""An archive that several sources are put into at once: in threads beside the event loop, one at a time."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TypeVar

from warticker.archive.entries.ready import Understanding
from warticker.archive.following.subscriptions import Subscriptions
from warticker.archive.protocol import Added, Archive
from warticker.library import adding
from warticker.library.adding import Step
from warticker.library.stories import Opened
from warticker.library.understanding import Own
from warticker.model import Document

READERS = 4
"""How many documents are read at a time; where one takes long, the others pass it."""

_T = TypeVar("_T")


class _EndedError(Exception):
    """Nobody wants any more what a thread is doing."""


class Shelf:
    """An archive that several threads put documents into, in turns."""

    def __init__(self, archive: Archive, own: Own) -> None:
        self._archive = archive
        self._own = own
        self._turn = threading.Lock()
        self._ended = False
        self._threads = ThreadPoolExecutor(READERS, "reading")

    async def run(self, step: Callable[[], _T]) -> _T:
        """Do something that takes a while, and nothing with the archive, away from the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, step)

    async def ask(self, step: Callable[[Subscriptions], _T]) -> _T:
        """Ask or tell the archive's subscriptions something."""
        return await self.run(lambda: self.ask_now(step))

    def ask_now(self, step: Callable[[Subscriptions], _T]) -> _T:
        """The same, without letting others go on meanwhile."""
        with self._turn:
            return step(self._archive.subscriptions)

    async def keep(self, opened: Collection[Opened]) -> Added:
        """Annotate stories and put them into the archive, portion by portion."""
        return await self.run(lambda: adding.kept(self, opened, self._own, self._go_on))

    def _go_on(self, _: Step) -> None:
        if self._ended:
            raise _EndedError

    def lacking(self, document: Document) -> frozenset[int]:
        """As the archive says it."""
        with self._turn:
            return self._archive.lacking(document)

    def add(
        self, document: Document, annotations: Mapping[int, Understanding], *, rules: int, at: datetime, first: int = 0,
        complete: bool = True,
    ) -> Added:  # fmt: skip
        """As the archive does it."""
        with self._turn:
            return self._archive.add(document, annotations, rules=rules, at=at, first=first, complete=complete)

    def close(self) -> None:
        """End the threads, each where it is between two portions."""
        self._ended = True
        self._threads.shutdown(cancel_futures=True)
