"""How well pages and feeds of every kind are read that were disturbed at random.

Run as `python tests/benchmarks/disturbed_pages.py [PAGES] [KIND...]`.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.shares import table
from tests.unit.documents.disturbances import Outcome
from tests.unit.documents.disturbed_kinds import KINDS, disturbed
from tests.unit.documents.marking import Kind
from tests.unit.documents.reports import REPORTS
from tests.unit.documents.sheets import outcome


def read(kind: Kind, chance: Random) -> Outcome:
    """Disturb a page of a kind, and tell what became of it."""
    return outcome(disturbed(kind, chance), headline=kind.headline)


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    wanted = set(sys.argv[2:])
    kinds = [(kind.name, len(REPORTS), partial(read, kind)) for kind in KINDS if not wanted or kind.name in wanted]
    table(kinds, pages, seed=2, of="kinds")


if __name__ == "__main__":
    main()
