"""Times keys while twenty sources arrive: python tests/benchmarks/following.py [ENTRIES_A_SOURCE [ARCHIVE]].

The app runs on a terminal, on an archive that follows twenty pages of a server on loopback; all are due, and all are
new. A key is pressed again and again from the first paint until the last of them has been read; then the same number
of keys without anything arriving. For both: the milliseconds from a key to the last byte of its repaint. An archive
that is named is copied, and grows from what it has.
"""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from shutil import copyfile
from statistics import median, quantiles
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from aiohttp import web
from tests.terminal import Terminal
from tests.unit.library.live_ticker import LiveTicker

from warticker.library import Library
from warticker.library.subscribing import subscribe

SOURCES = 20
QUIET = 0.04
"""Seconds without a byte after which a repaint is over."""
PORT = 8766


def page(number: int, entries: int) -> LiveTicker:
    """A page of so many reports, unlike the others'."""
    ticker = LiveTicker(html=bool(number % 2), day=date(2025, 11, 14) - timedelta(number))
    for minute in range(entries):
        item = ticker.grow(f"{minute // 60 % 24:02}:{minute % 60:02}")
        item.headline += f" im Abschnitt {number}"
    return ticker


def serve(pages: Sequence[LiveTicker]) -> None:
    """Serve pages from a thread for as long as the program runs."""

    async def run() -> None:
        app = web.Application()
        for number, ticker in enumerate(pages):
            app.router.add_get(f"/{number}", ticker.answer)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", PORT).start()
        ready.set()
        await asyncio.Event().wait()

    ready = threading.Event()
    threading.Thread(target=lambda: asyncio.run(run()), daemon=True).start()
    ready.wait()


def told(what: str, times: Sequence[float]) -> None:
    """Print what keys took."""
    times = sorted(each * 1000 for each in times)
    late, worst = quantiles(times, n=20)[-1], times[-1]
    print(f"{what:20} {len(times):4} keys: median {median(times):.1f}, 95 of 100 {late:.1f}, worst {worst:.1f} ms")


def main(entries: int, grown: Path | None) -> None:
    """Press keys while everything arrives, and once it has."""
    serve([page(number, entries) for number in range(SOURCES)])
    with TemporaryDirectory() as folder:
        archive = Path(folder, "archive.sqlite")
        if grown:
            copyfile(grown, archive)
        with closing(Library.open(archive)) as library:
            saved = Path(folder, "page.html")
            saved.write_bytes(page(99, 60).page())
            library.add(str(saved))
            for number in range(SOURCES):
                subscribe(library.archive.subscriptions, f"http://127.0.0.1:{PORT}/{number}", every=timedelta(hours=1))
        with closing(Library.open(archive)) as library:
            command = [sys.executable, "-m", "warticker", "--archive", str(archive)]
            with Terminal(command) as shown:
                if shown.wait_for("entries") is None:
                    sys.exit("the app did not open")
                began, keys = time.perf_counter(), cycle("jjkk")
                meanwhile = []
                while any(source.last_success is None for source in library.archive.subscriptions):
                    meanwhile.append(shown.press(next(keys), QUIET))
                    if time.perf_counter() - began > 600:
                        sys.exit("the sources did not all arrive")
                took = time.perf_counter() - began
                time.sleep(2)
                library.archive.refresh()
                print(f"{library.total} entries of {SOURCES} sources in {took:.1f} s")
                told("while they arrive", meanwhile)
                told("afterwards", [shown.press(next(keys), QUIET) for _ in meanwhile])


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 60, Path(sys.argv[2]) if sys.argv[2:] else None)
