"""Times an archive made by make_archive.py: python tests/benchmarks/archive.py PATH.

Prints milliseconds of processor time, the least and the most of several tries, and the memory held. It adds pages, and
marks and unmarks every entry.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import process_time as perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.invented import LAST_DAY, documents

from warticker.archive.file import FileArchive
from warticker.archive.query import EVERYTHING, Field, Query
from warticker.archive.segments import base
from warticker.archive.selection import Order, Selection
from warticker.model import BERLIN, Annotations, Document
from warticker.ui.drawing.filter_lines import FIELDS

LAST = datetime(LAST_DAY.year, LAST_DAY.month, LAST_DAY.day, 18, tzinfo=BERLIN)
SEARCHES = ("angriff", "drohnen", "kiew", "schule", "schlag", "einheit", "lich", "ungen")


def timed(task: Callable[[], object]) -> float:
    """Milliseconds that a task takes."""
    started = perf_counter()
    task()
    return (perf_counter() - started) * 1000


def memory() -> float:
    """MiB that this process holds."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def selected(archive: FileArchive, text: str) -> Selection:
    """The newest entries of a query, with the rows of a screen."""
    found = archive.select(Query.parse(text), Order.NEWEST, now=LAST, place_names=lambda word: ())
    found.rows(0, 50)
    return found


def counted(found: Selection) -> None:
    """All counts that a screen shows."""
    _ = [found.counts(field) for field in FIELDS.values()], found.days, found.hours, found.unread


def told(name: str, *times: float) -> None:
    """Print the least and the most."""
    print(f"{name:44} {min(times):8.1f} {max(times):8.1f} ms   {memory():6.0f} MiB", flush=True)


def chosen(archive: FileArchive, text: str) -> None:
    """Select, and count all."""
    counted(selected(archive, text))


def toggles(archive: FileArchive) -> None:
    """Fields chosen and left again, with all counts."""
    everything = selected(archive, "")
    cities, people = list(everything.counts(Field.CITY)), list(everything.counts(Field.PERSON))
    queries = [
        "topic:front", f"city:{cities[0]}", f"city:{cities[300]}", f"topic:front,nato city:{cities[3]}", "source:ntv",
        f'person:"{people[0]}"', f'person:"{people[200]}"', "is:unread", "is:unverified", "since:30d", "-topic:front",
    ]  # fmt: skip
    for text in queries:
        first, *others = (timed(partial(chosen, archive, text)) for _ in range(4))
        told(f"{text}: {len(selected(archive, text)):,}", *others)
        print(f"{'  the first time':44} {first:17.1f} ms")


def letters(archive: FileArchive) -> None:
    """Searches typed letter by letter: until the rows are there, and all counts after that."""
    for search in SEARCHES:
        for end in range(1, len(search) + 1):
            started = perf_counter()
            found = selected(archive, search[:end])
            rows = (perf_counter() - started) * 1000
            print(
                f"{search[:end]:12} {len(found):>9,} entries   rows {rows:7.1f} ms   counts "
                f"{timed(partial(counted, found)):7.1f} ms   {memory():6.0f} MiB",
                flush=True,
            )
    for phrase in ('"in der"', "u-bahn"):
        told(phrase, timed(partial(chosen, archive, phrase)))


def invented(seed: int) -> list[tuple[Document, dict[int, Annotations]]]:
    """Three pages of sixty entries."""
    return [(replace(whole, entries=whole.entries[:60]), understood) for whole, understood in documents(720, seed)]


def main(path: Path) -> None:
    """Measure all."""
    print(f"{'':44} {'least':>8} {'most':>8}      {memory():6.0f} MiB before")
    opened = [timed(lambda: selected(FileArchive(path), "")) for _ in range(5)]
    told("open, first rows", *opened)
    archive = FileArchive(path)
    told("the counts of everything", timed(lambda: counted(selected(archive, ""))))
    toggles(archive)
    letters(archive)
    everything = selected(archive, str(EVERYTHING))
    told("mark every row as read", timed(lambda: archive.marks.put_rows(everything, 0, len(everything), read=True)))
    told("and its counts", timed(lambda: counted(selected(archive, "is:unread"))))
    told("undo", timed(archive.marks.undo))
    key = everything.rows(len(everything) // 2, len(everything) // 2 + 1)[0].key
    told("mark one", *(timed(partial(archive.marks.put, [key], read=read)) for read in (True, False, True, False)))
    told("its place", *(timed(lambda: everything.index_of(key)) for _ in range(3)))
    adding = FileArchive(path)
    # Elsewhere, as the words that they are made of weigh more than the archive.
    with ProcessPoolExecutor(1) as elsewhere:
        pages = elsewhere.submit(invented, int(datetime.now(UTC).timestamp())).result()
    for document, understood in pages:
        told(
            "add a page of 60",
            timed(partial(adding.add, document, understood, rules=1, at=datetime.now(UTC))),
        )
        told("  take it in: rows", timed(lambda: (archive.refresh(), selected(archive, ""))))
        told("  and counts", timed(lambda: counted(selected(archive, "topic:front"))))
    told("write a new base", timed(lambda: base.compact(adding._database)))
    told("  hold on to what is shown", timed(archive.refresh))
    told("  its counts", timed(lambda: counted(everything)))
    told("open again", timed(lambda: selected(FileArchive(path), "")))
    told("values of topics", timed(lambda: archive.values(Field.TOPIC)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
