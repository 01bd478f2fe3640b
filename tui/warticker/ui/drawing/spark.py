"""Numbers as bars of one line."""

from __future__ import annotations

from collections.abc import Sequence

UPRIGHT = " ▁▂▃▄▅▆▇█"
LYING = " ▏▎▍▌▋▊▉█"


def sparkline(values: Sequence[int]) -> str:
    """One upright bar a value, as high as its share of the largest; zero is a blank."""
    most = max(values, default=0)
    return "".join(UPRIGHT[0 if value == 0 else 1 + value * 7 // most] for value in values)


def bar(value: int, most: int, width: int) -> str:
    """A lying bar of at most `width` cells, as long as the value's share of the largest, at least a sliver."""
    if value <= 0 or most <= 0:
        return ""
    eighths = max(1, round(value * width * 8 / most))
    return LYING[8] * (eighths // 8) + (LYING[eighths % 8] if eighths % 8 else "")
