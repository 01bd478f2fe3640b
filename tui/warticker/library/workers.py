"""Processes that annotate side by side, each with rules and gazetteer of its own: one core does some hundred a second.

Threads would take turns. The processes start empty (`spawn`) as the app's threads cannot be copied, they leave Ctrl+C
to the process that started them, and they end with it, however that ends.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection

from warticker.archive.entries.ready import Ready, made_ready
from warticker.errors import WartickerError
from warticker.library.portions import Portion, Understood
from warticker.library.understanding import annotated
from warticker.library.versions import Own
from warticker.model import Document

AHEAD = 3
"""Portions for each process that wait, or are done before their turn."""


def side_by_side(portions: Iterable[Portion], own: Own) -> Iterator[Understood]:
    """What is understood of each portion, in their order; raises WartickerError where a process dies."""
    count = _cores()
    waiting: deque[tuple[Portion, Future[Mapping[int, Ready]] | None]] = deque()
    lifeline, end = Pipe(duplex=False)
    pool = ProcessPoolExecutor(count, get_context("spawn"), _prepare, (own, lifeline, gc.get_threshold()))
    try:
        for portion in portions:
            waiting.append((portion, _submitted(pool, portion)))
            while len(waiting) > AHEAD * count or (waiting and _is_done(waiting[0][1])):
                yield _awaited(*waiting.popleft())
        while waiting:
            yield _awaited(*waiting.popleft())
    except BrokenProcessPool as error:
        raise WartickerError(
            "a process that annotates has ended before its time, perhaps for want of memory; "
            "what was kept stays, and the same command goes on from there"
        ) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        end.close()
        lifeline.close()


def _cores() -> int:
    """How many processes can run at a time."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _submitted(pool: ProcessPoolExecutor, portion: Portion) -> Future[Mapping[int, Ready]] | None:
    """The future of a portion; None where nothing is to be annotated."""
    if not portion.wanted:
        return None
    if not hasattr(signal, "pthread_sigmask"):
        return pool.submit(_annotated, portion.document, portion.wanted)
    # A process that this starts inherits the mask: Ctrl+C would end it with a traceback before it can ignore it.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(_annotated, portion.document, portion.wanted)
    except (OSError, ValueError) as error:
        # A pool that breaks while it starts a process fails by what it has closed already.
        raise BrokenProcessPool(str(error)) from error
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _is_done(future: Future[Mapping[int, Ready]] | None) -> bool:
    return future is None or future.done()


def _awaited(portion: Portion, future: Future[Mapping[int, Ready]] | None) -> Understood:
    return portion, {**portion.carried, **(future.result() if future else {})}


# What runs in the other processes.

_own: Own = ()


def _prepare(own: Own, lifeline: Connection, collect_after: tuple[int, int, int]) -> None:
    """Make a new process ready: it ends with its lifeline, and annotates as the one that started it would.

    Garbage is looked for as seldom as there: as often as Python does it by itself it takes a tenth of the time.
    """
    global _own
    _own = own
    gc.set_threshold(*collect_after)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    """End at once when the other end of a pipe is closed, by the process that has it or with it, if it was killed."""
    with suppress(EOFError, OSError):
        lifeline.recv()
    os._exit(1)


def _annotated(document: Document, wanted: Collection[int]) -> Mapping[int, Ready]:
    understood = annotated(document, wanted, _own)
    return {index: made_ready(document.entries[index], annotations) for index, annotations in understood.items()}
