"""Archives in files, for tests of what can happen to one."""

from __future__ import annotations

from pathlib import Path

from tests.unit.documents.made import DAY, NOW, entry, keep, story, understood

from warticker.archive.file import FileArchive
from warticker.archive.query import Query
from warticker.archive.selection import Order
from warticker.model import Story


def archive_of_two(folder: Path) -> Path:
    """Where an archive of two entries is."""
    path = folder / "archive.db"
    archive = FileArchive(path)
    keep(archive, page(2))
    archive.close()
    return path


def page(size: int, first: int = 0) -> Story:
    made = [
        (
            entry(f"k{n}", DAY, None, f"Kran {n} am Hafen", f"Satz Nummer {n}. " * 40),
            understood("front", cities=("Kiew",)),
        )
        for n in range(first, first + size)
    ]
    return story(*made, title=f"Seite {first}")


def found(archive: FileArchive, query: str = "") -> int:
    return len(archive.select(Query.parse(query), Order.NEWEST, now=NOW, place_names=lambda word: ()))
