"""Numbers as bars of one line."""

from __future__ import annotations

from collections.abc import Sequence

UPRIGHT = " ▁▂▃▄▅▆▇█"


def sparkline(values: Sequence[int]) -> str:
    """One vertical bar per value, as high as its share of the largest; zero is a blank."""
    most = max(values, default=0)
    return "".join(UPRIGHT[0 if value == 0 else 1 + value * 7 // most] for value in values)


def bar(value: int, most: int, width: int) -> str:
    """A horizontal bar of at most `width` cells, as long as the value's share of the largest, at least half a cell."""
    if value <= 0 or most <= 0:
        return ""
    whole, half = divmod(max(1, round(2 * value * width / most)), 2)
    return "━" * whole + "╸" * half
