"""How well pages of every layout are read that were disturbed at random.

Run as `python tests/benchmarks/layouts.py [PAGES] [LAYOUT...]`.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.unit.disturbances import disturbed, outcome
from tests.unit.every_layout import LAYOUTS


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    wanted = set(sys.argv[2:])
    shares = []
    for layout in LAYOUTS:
        if wanted and layout.name not in wanted:
            continue
        chance = random.Random(1)
        outcomes = [outcome(disturbed(layout, chance), layout) for _ in range(pages)]
        share = sum(each.right for each in outcomes) / (pages * len(layout.shown))
        shares.append(share)
        decoys, lost = (sum(getattr(each, what) for each in outcomes) for what in ("decoys", "lost"))
        print(f"{layout.name:42} {share:7.1%}  decoys {decoys:3}  words lost {lost:3}", flush=True)
    print(
        f"{len(shares)} layouts, {pages} pages each: {sum(shares) / len(shares):.2%} of entries right, "
        f"worst {min(shares):.1%}, {sum(share < 0.95 for share in shares)} below 95%"
    )


if __name__ == "__main__":
    main()
