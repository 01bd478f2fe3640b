"""Pages and feeds of every kind are read nearly as well when they are disturbed as strangers' pages are."""

from __future__ import annotations

import random

import pytest
from tests.unit.documents.disturbed_kinds import KINDS, disturbed
from tests.unit.documents.marking import Kind
from tests.unit.documents.reports import REPORTS
from tests.unit.documents.sheets import outcome

PAGES = 10
"""How many disturbed pages of each kind; the benchmark reads more."""


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_a_disturbed_kind_is_read_nearly_as_well(kind: Kind) -> None:
    chance = random.Random(1)
    outcomes = [outcome(disturbed(kind, chance), headline=kind.headline) for _ in range(PAGES)]
    assert sum(each.lost for each in outcomes) == 0
    assert sum(each.decoys for each in outcomes) == 0
    assert sum(each.right for each in outcomes) >= 0.95 * PAGES * len(REPORTS)
