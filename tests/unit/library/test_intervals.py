"""Intervals are written as people write them, and failing sources are asked ever more rarely."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warticker.errors import UsageError
from warticker.library.intervals import LONGEST, LONGEST_BACKOFF, SHORTEST, interval, next_after_failure, written

NOW = datetime(2025, 11, 14, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "seconds"), [("90s", 90), ("2m", 120), ("1h30m", 5400), ("1d", 86_400), (" 2M ", 120)]
)
def test_intervals_are_written_with_units(text: str, seconds: int) -> None:
    assert interval(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "2", "m", "1m1h", "-2m", "2 Minuten", "10s", "31d", "99999999d"])
def test_other_intervals_are_refused(text: str) -> None:
    with pytest.raises(UsageError, match=r"is not (an interval|between)"):
        interval(text)


@given(st.integers(int(SHORTEST.total_seconds()), int(LONGEST.total_seconds())))
def test_an_interval_reads_back(seconds: int) -> None:
    every = timedelta(seconds=seconds)
    assert interval(written(every)) == every


@given(st.integers(1, 10_000), st.floats(0, 1), st.integers(30, 100_000))
def test_a_failing_source_is_asked_no_sooner_than_a_healthy_one_and_not_too_late(
    failures: int, chance: float, seconds: int
) -> None:
    every = timedelta(seconds=seconds)
    wait = next_after_failure(NOW, every, failures, chance) - NOW
    assert every <= wait <= max(every, LONGEST_BACKOFF)


def test_the_wait_doubles_with_every_failure() -> None:
    waits = [next_after_failure(NOW, timedelta(minutes=2), failures, 1.0) - NOW for failures in (1, 2, 3)]
    assert waits == [timedelta(minutes=4), timedelta(minutes=8), timedelta(minutes=16)]
