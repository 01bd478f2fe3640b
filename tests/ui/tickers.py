"""Tickers of our own for tests of what is kept: as a page reads at first, and as it reads later."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from warticker.library import Library

Report = tuple[str, str, str]
"""Time, headline, text."""

FIRST: tuple[Report, ...] = (
    ("15:40", "Strom in Kiew wieder da", "In drei Bezirken von Kiew fließt nach dem Drohnenangriff wieder Strom."),
    ("14:10", "Zwei Tote in Charkiw", "Beim Einschlag einer Rakete in Charkiw sterben zwei Menschen."),
    ("12:05", "Minister in Brüssel", "Der Außenminister will in Brüssel über neue Sanktionen reden."),
    ("11:20", "Züge nach Lwiw fahren", "Nach Reparaturen am Gleis fahren zwischen Odessa und Lwiw wieder Züge."),
    ("09:00", "Nacht mit Luftalarm", "In zwölf Gebieten heulten die Sirenen, die Luftwaffe meldet Drohnen."),
)
NEWS: tuple[Report, ...] = (
    ("17:30", "Luftalarm in Kiew", "In Kiew und im Umland gilt Luftalarm, Menschen gehen in die Keller."),
    ("16:45", "Gespräche vertagt", "Die Gespräche in Genf gehen erst am Montag weiter."),
)
CORRECTED: Report = ("14:10", "Drei Tote in Charkiw", "Beim Einschlag einer Rakete in Charkiw sterben drei Menschen.")


def page(*reports: Report) -> bytes:
    """A page of reports, the newest first."""
    told = "\n\n".join(f"+++ {time} {headline} +++\n\n{text}" for time, headline, text in reports)
    return f"Liveticker zur Lage\n\n14.11.2025\n\n{told}\n".encode()


def write(path: Path, *reports: Report) -> None:
    """Keep a page in an archive, as another process does."""
    with TemporaryDirectory() as folder, closing(Library.open(path)) as library:
        saved = Path(folder, "page.txt")
        saved.write_bytes(page(*reports))
        library.add(str(saved))


def visited(path: Path) -> None:
    """Look at an archive and leave it: what is in it is new no longer."""
    library = Library.open(path)
    library.archive.visit()
    library.close()
