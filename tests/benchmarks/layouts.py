"""How well pages of every layout are read that were disturbed at random.

Run as `python tests/benchmarks/layouts.py [PAGES] [LAYOUT...]`.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.shares import table
from tests.unit.documents.disturbances import Outcome, disturbed, outcome
from tests.unit.documents.every_layout import LAYOUTS
from tests.unit.documents.ticker_layouts import Layout


def read(layout: Layout, chance: Random) -> Outcome:
    """Disturb a page of a layout, and tell what became of it."""
    return outcome(disturbed(layout, chance), layout)


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    wanted = set(sys.argv[2:])
    layouts = [
        (each.name, len(each.shown), partial(read, each)) for each in LAYOUTS if not wanted or each.name in wanted
    ]
    table(layouts, pages, seed=1, of="layouts")


if __name__ == "__main__":
    main()
