"""Many entries are found where each of them is found."""

from __future__ import annotations

from array import array
from random import Random

import pytest
from pyroaring import BitMap

from warticker.archive.segments.parts import written
from warticker.archive.segments.positions import Positions


@pytest.mark.parametrize("size", [1, 300, 65_536, 70_001])
@pytest.mark.parametrize("share", [0.001, 0.3, 1.0])
def test_many_numbers_are_looked_up_as_one_is(size: int, share: float) -> None:
    random = Random(size)
    order = array("I", random.sample(range(size), size))
    parts = {(name, chunk): data for name, chunk, data in written("positions", order)}
    positions = Positions(lambda name, chunk, start=0, stop=None: parts[name, chunk], size)
    wanted = BitMap(random.sample(range(size), max(1, round(share * size))))
    assert positions.of(wanted) == BitMap([order[number] for number in wanted])


def test_nothing_is_nowhere() -> None:
    assert not Positions(lambda name, chunk, start=0, stop=None: b"", 0).of(BitMap())
