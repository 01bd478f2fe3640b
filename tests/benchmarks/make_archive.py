"""Makes an archive of invented entries through the real `add`: python tests/benchmarks/make_archive.py N PATH."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.invented import documents

from warticker.archive.file import FileArchive


def make(entries: int, path: Path) -> None:
    """Add so many entries to the archive at a path, and say how fast that was and how large it became."""
    archive = FileArchive(path)
    adding, done, size = 0.0, 0, 0
    for document, understood in documents(entries):
        started = perf_counter()
        archive.add(document, understood, rules=1, at=datetime.now(UTC))
        adding += perf_counter() - started
        before, done = done, done + len(understood)
        size += sum(len(entry.text.encode()) for entry in document.entries)
        if done // 20_000 > before // 20_000:
            print(f"{done:>9,} entries, {done / adding:,.0f} a second", flush=True)
    archive.close()
    kept = path.stat().st_size
    print(f"{done:,} entries, texts {size / 2**20:,.0f} MiB, file {kept / 2**20:,.0f} MiB: {kept / size:.2f} x")


if __name__ == "__main__":
    make(int(sys.argv[1].replace("_", "")), Path(sys.argv[2]))
