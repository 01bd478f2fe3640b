"""Runs tasks in parallel, in one process per core, and yields their results in order.

Threads would take turns. The processes are spawned, as forking the app with its threads is unsafe; they leave Ctrl+C
to the process that started them, and they end when it does, however it ends.
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
"""Tasks per process that are queued, or are done before it is their turn."""

_Piece = TypeVar("_Piece")
_Done = TypeVar("_Done")


def side_by_side(
    pieces: Iterable[_Piece], task: Callable[[_Piece], Callable[[], _Done] | None]
) -> Iterator[tuple[_Piece, _Done | None]]:
    """Yield each piece with the result of its task, in order; None for a piece without a task.

    A task is called in another process, so it must be picklable. Raises WartickerError if a process dies.
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
            # Start all processes first: if one dies, the pool cannot be shut down while others are still starting.
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
            "a process that annotates ended unexpectedly, perhaps out of memory; "
            "what was stored is kept, so run the same command again"
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        end.close()
        lifeline.close()


def _cores() -> int:
    """The number of processes that can run at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _submitted(pool: ProcessPoolExecutor, task: Callable[[], _Done]) -> Future[_Done]:
    if not hasattr(signal, "pthread_sigmask"):
        return pool.submit(task)
    # A new process inherits the mask. Without it, Ctrl+C would end it with a traceback before it can ignore SIGINT.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(task)
    except (OSError, ValueError) as error:
        # A pool that breaks while starting a process fails on the pipes that it has closed already.
        raise BrokenProcessPool(str(error)) from error
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _is_done(future: Future[_Done] | None) -> bool:
    return future is None or future.done()


def prepare(lifeline: Connection, collect_after: tuple[int, int, int]) -> None:
    """Initialise a new process: it ends with its lifeline, and has the garbage collection thresholds of its parent.

    With Python's default thresholds, collecting takes a tenth of the time.
    """
    gc.set_threshold(*collect_after)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    """Exit as soon as the other end of a pipe is closed, by the process that holds it or because that was killed."""
    with suppress(EOFError, OSError):
        lifeline.recv()
    os._exit(1)
