from __future__ import annotations

from datetime import time

import pytest

from warticker.intake.lines.clocks import consistency, falls, is_between


def clocks(*texts: str) -> list[time | None]:
    return [time.fromisoformat(text) if text else None for text in texts]


@pytest.mark.parametrize(
    ("told", "falling"),
    [
        (("12:00", "11:00", "09:30"), True),
        (("09:30", "", "11:00", "12:00"), False),
        (("00:10", "23:50", "22:00"), True),
        (("22:00", "23:50", "00:10"), False),
        (("12:00",), True),
    ],
)
def test_times_fall_or_rise_down_a_page(told: tuple[str, ...], falling: bool) -> None:
    assert falls(clocks(*told)) is falling
    assert consistency(clocks(*told)) == 1


def test_one_time_of_three_steps_runs_the_other_way() -> None:
    assert consistency(clocks("12:00", "11:00", "11:20", "10:00")) == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("clock", "above", "below", "falling", "between"),
    [
        ("18:50", "19:30", "18:40", True, True),
        ("00:42", "19:30", "18:40", True, False),
        ("23:55", "00:10", "23:40", True, True),
        ("18:40", "19:30", "18:40", True, True),
        ("18:50", "18:40", "19:30", False, True),
        ("20:00", "18:40", "19:30", False, False),
    ],
)
def test_a_time_stands_between_two_others(clock: str, above: str, below: str, falling: bool, between: bool) -> None:
    told, first, second = map(time.fromisoformat, (clock, above, below))
    assert is_between(told, first, second, falling=falling) is between
