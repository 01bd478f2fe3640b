"""Pages a second by kind, and a feed of 100,000 items, by hand: `python tests/benchmarks/pages.py`."""

from __future__ import annotations

import sys
import time
from email.utils import format_datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.unit.marking import ADDRESS, at
from tests.unit.reports import REPORTS
from tests.unit.ticker_feeds import FEEDS, rss_of
from tests.unit.ticker_pages import PAGES

from warticker.intake import read

TIMES = 20
ITEMS = 100_000


def seconds(data: bytes, times: int) -> float:
    """The least process time that reading some bytes takes."""
    found = []
    for _ in range(times):
        start = time.process_time()
        read(data, name="page")
        found.append(time.process_time() - start)
    return min(found)


def feed(items: int) -> bytes:
    """A feed of so many items."""
    parts = []
    for number in range(items):
        report = REPORTS[number % len(REPORTS)]
        parts.append(
            f"<item><title>{number}: {report.headline}</title><link>{ADDRESS}?{number}</link>"
            f"<pubDate>{format_datetime(at(report))}</pubDate><description>{report.paragraphs[0]}</description></item>"
        )
    return rss_of("\n".join(parts)).encode()


def main() -> None:
    """Print what was measured."""
    read(PAGES[0].page.encode(), name="page")
    for kind in (*((each.name, each.page.encode()) for each in PAGES), *((each.name, each.data) for each in FEEDS)):
        took = seconds(kind[1], TIMES)
        print(f"{kind[0]:45} {len(kind[1]) / 1000:6.1f} kB {1 / took:7.0f} a second")
    data = feed(ITEMS)
    print(f"{'a feed of 100,000 items':45} {len(data) / 1e6:6.1f} MB {seconds(data, 2):7.2f} seconds")


if __name__ == "__main__":
    main()
