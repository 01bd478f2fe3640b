"""Work that waits until no key has come for a moment."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

AFTER = 0.04
"""Seconds without a key before the first piece of work, and before each of the others."""


class IdleQueue:
    """Runs pieces of work one after another, each short, and gives way to keys."""

    def __init__(self, pump: MessagePump, after: float = AFTER) -> None:
        """Use the timers of a screen or widget; wait `after` seconds without a key, and then between two pieces."""
        self._pump = pump
        self._after = after
        self._timer: Timer | None = None
        self._waiting: deque[Callable[[], object]] = deque()

    def replace(self, *work: Callable[[], object]) -> None:
        """Replace the waiting work with this, in its order."""
        self._waiting = deque(work)
        if self._timer is None:
            self._timer = self._pump.set_interval(self._after, self._do)
        self._timer.reset()

    def _do(self) -> None:
        if self._waiting:
            self._waiting.popleft()()
        elif self._timer is not None:
            self._timer.pause()
