"""Pages a second by kind, and a feed of 100,000 items read as a stream, by hand: `python tests/benchmarks/pages.py`."""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from email.utils import format_datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.unit.documents.marking import ADDRESS, at
from tests.unit.documents.reports import REPORTS
from tests.unit.documents.ticker_feeds import FEEDS, rss_of
from tests.unit.documents.ticker_pages import PAGES

from warticker.intake import read
from warticker.intake.feeds.streaming import streamed

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


def write_feed(path: Path, items: int) -> None:
    """Write a feed of so many items, which is never held as a whole."""
    head, tail = rss_of("@").split("@")
    with path.open("w", encoding="utf-8") as stream:
        stream.write(head)
        for number in range(items):
            report = REPORTS[number % len(REPORTS)]
            stream.write(
                f"<item><title>{number}: {report.headline}</title><link>{ADDRESS}?{number}</link>"
                f"<pubDate>{format_datetime(at(report))}</pubDate><description>{report.paragraphs[0]}</description></item>\n"
            )
        stream.write(tail)


def streamed_feed(items: int) -> str:
    """How long a feed of so many items takes as a stream, and what it makes this process hold."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "feed.xml")
        write_feed(path, items)
        start, size = time.process_time(), path.stat().st_size / 1e6
        with path.open("rb") as stream:
            count = sum(len(piece.story.document.entries) for piece in streamed(stream, name="feed"))
        took = time.process_time() - start
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{f'a feed of {count} items':45} {size:6.1f} MB {took:7.2f} s, {held:.0f} MiB held"


def main() -> None:
    """Print what was measured."""
    read(PAGES[0].page.encode(), name="page")
    for kind in (*((each.name, each.page.encode()) for each in PAGES), *((each.name, each.data) for each in FEEDS)):
        took = seconds(kind[1], TIMES)
        print(f"{kind[0]:45} {len(kind[1]) / 1000:6.1f} kB {1 / took:7.0f} a second")
    print(streamed_feed(ITEMS))


if __name__ == "__main__":
    main()
