"""Every layout that the generator sets is read right, and stays so when pages are disturbed."""

from __future__ import annotations

import random

import pytest
from tests.unit.documents.disturbances import disturbed, is_read_right, lost, outcome
from tests.unit.documents.every_layout import LAYOUTS
from tests.unit.documents.reading import document
from tests.unit.documents.ticker_layouts import Layout

IDS = [layout.name for layout in LAYOUTS]
PAGES = 12
"""How many disturbed pages of each layout; the benchmark reads more."""


@pytest.mark.parametrize("layout", LAYOUTS, ids=IDS)
def test_a_layout_is_read_right(layout: Layout) -> None:
    read_in = document(layout.page)
    assert len(read_in.entries) == len(layout.shown)
    for entry, report in zip(read_in.entries, layout.shown, strict=True):
        assert is_read_right(entry, report, layout), (entry, report)
    assert not lost(layout.page, read_in)


@pytest.mark.parametrize("layout", LAYOUTS, ids=IDS)
def test_a_disturbed_layout_is_read_nearly_as_well(layout: Layout) -> None:
    chance = random.Random(1)
    outcomes = [outcome(disturbed(layout, chance), layout) for _ in range(PAGES)]
    assert sum(each.lost for each in outcomes) == 0
    assert sum(each.decoys for each in outcomes) == 0
    assert sum(each.right for each in outcomes) >= 0.95 * PAGES * len(layout.shown)
