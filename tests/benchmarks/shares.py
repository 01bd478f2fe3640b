"""The table of how well disturbed pages are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random

from tests.unit.documents.disturbances import Outcome


def table(kinds: Iterable[tuple[str, int, Callable[[Random], Outcome]]], pages: int, seed: int, of: str) -> None:
    """Print a line a kind, and one on all: each has a name, the entries of a page, and what reads a disturbed one."""
    shares = []
    for name, entries, read in kinds:
        chance = Random(seed)
        outcomes = [read(chance) for _ in range(pages)]
        share = sum(each.right for each in outcomes) / (pages * entries)
        shares.append(share)
        decoys, lost = sum(each.decoys for each in outcomes), sum(each.lost for each in outcomes)
        print(f"{name:42} {share:7.1%}  decoys {decoys:3}  words lost {lost:3}", flush=True)
    print(
        f"{len(shares)} {of}, {pages} pages each: {sum(shares) / len(shares):.2%} of entries right, "
        f"worst {min(shares):.1%}, {sum(share < 0.95 for share in shares)} below 95%"
    )
