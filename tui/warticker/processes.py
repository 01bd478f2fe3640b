"""Work is done side by side, by a process for each core, and comes back in its order.

Threads would take turns. The processes start empty (`spawn`) as the app's threads cannot be copied, they leave Ctrl+C
to the process that started them, and they end with it, however that ends.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from typing import TypeVar

from warticker.errors import WartickerError

AHEAD = 3
"""Pieces of work for each process that wait, or are done before their turn."""

_Piece = TypeVar("_Piece")
_Done = TypeVar("_Done")


def side_by_side(
    pieces: Iterable[_Piece], task: Callable[[_Piece], Callable[[], _Done] | None], *, doing: str
) -> Iterator[tuple[_Piece, _Done | None]]:
    """What comes of the task of each piece, in their order; None for a piece without one.

    A task is called in another process, and must be something that can be sent there. `doing` is what messages say of
    a process. Raises WartickerError where one dies.
    """
    count = _cores()
    waiting: deque[tuple[_Piece, Future[_Done] | None]] = deque()

    def first() -> tuple[_Piece, _Done | None]:
        piece, future = waiting.popleft()
        return piece, None if future is None else future.result()

    lifeline, end = Pipe(duplex=False)
    pool = ProcessPoolExecutor(count, get_context("spawn"), prepare, (lifeline, gc.get_threshold()))
    try:
        for _ in range(count):
            # All of them are started first: where one dies, the pool cannot be given up while others are being started.
            _submitted(pool, os.getpid)
        for piece in pieces:
            asked = task(piece)
            waiting.append((piece, asked and _submitted(pool, asked)))
            while len(waiting) > AHEAD * count or (waiting and _is_done(waiting[0][1])):
                yield first()
        while waiting:
            yield first()
    except BrokenProcessPool as error:
        raise WartickerError(
            f"a process that {doing} has ended before its time, perhaps for want of memory; "
            "what was kept stays, and the same command goes on from there"
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        end.close()
        lifeline.close()


def _cores() -> int:
    """How many processes can run at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _submitted(pool: ProcessPoolExecutor, task: Callable[[], _Done]) -> Future[_Done]:
    if not hasattr(signal, "pthread_sigmask"):
        return pool.submit(task)
    # A process that this starts inherits the mask: Ctrl+C would end it with a traceback before it can ignore it.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(task)
    except (OSError, ValueError) as error:
        # A pool that breaks while it starts a process fails by what it has closed already.
        raise BrokenProcessPool(str(error)) from error
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _is_done(future: Future[_Done] | None) -> bool:
    return future is None or future.done()


def prepare(lifeline: Connection, collect_after: tuple[int, int, int]) -> None:
    """Make a new process ready: it ends with its lifeline, and looks for garbage as seldom as the one that started it.

    As often as Python does that by itself it takes a tenth of the time.
    """
    gc.set_threshold(*collect_after)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    """End at once when the other end of a pipe is closed, by the process that has it or with it, if it was killed."""
    with suppress(EOFError, OSError):
        lifeline.recv()
    os._exit(1)
