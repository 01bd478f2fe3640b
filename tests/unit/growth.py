"""How the time that something takes grows with the size of what it is given."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

TIMES = 8
"""How many times as large the larger of two sizes is."""

SLACK = 0.2
"""Seconds of processor time that say nothing."""


def grows_by_size(run: Callable[[int], object], size: int) -> None:
    """Assert that what runs on so much takes about eight times as long as on an eighth of it, and no square of that."""
    run(size // TIMES // 2)  # loads what the first run loads
    short, long = _seconds(run, size // TIMES), _seconds(run, size)
    assert long < 3 * TIMES * short + SLACK


def _seconds(run: Callable[[int], object], size: int) -> float:
    began = process_time()
    run(size)
    return process_time() - began
