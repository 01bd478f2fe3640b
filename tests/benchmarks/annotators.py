"""Times the annotators: python tests/benchmarks/annotators.py [RUNS].

Prints, for entries made of the bundled edition, microseconds for each 700 characters: of each annotator alone and of
all together, the latter as entries a second too; then how long the gazetteer and the topics take to be ready, each in
a process of its own. All figures are medians over the runs, of processor time, since a machine is seldom idle.
With WARTICKER_CORPUS set, the entries are its live blog's: 750 texts, of which no two are alike.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from warticker import resources
from warticker.annotate import figures, places, topics, verification
from warticker.annotate.documents import annotate
from warticker.model import Document, DocumentKind, Entry, EntryKey, Moment
from warticker.records import from_yaml

CHARACTERS = 700
"""The length of the entry that all figures are for."""
WANTED = 350_000
"""Characters to annotate a run."""
LOADED = {
    "gazetteer": "from warticker.annotate import gazetteer; ready = gazetteer.index",
    "topics": "from warticker.annotate import vocabulary; ready = vocabulary.shipped",
}


def entries() -> Iterator[Entry]:
    """The entries of the edition again and again, or those of the corpus's live blog."""
    if folder := os.environ.get("WARTICKER_CORPUS"):
        for line in (Path(folder) / "liveblog_lines.txt").read_text(encoding="utf-8").splitlines():
            headline, _, body = line.partition(": ")
            yield Entry(EntryKey(headline), Moment(), headline, (body,))
        return
    stories = from_yaml(resources.data("edition.yaml").read_text(encoding="utf-8"))
    edition = [entry for story in stories for entry in story.document.entries]
    yield from edition * (1 + WANTED // sum(len(entry.text) for entry in edition))


def timed(work: Callable[[], object], share: float) -> float:
    """Microseconds of processor time that work takes for each of the shares that it is made of."""
    start = process_time()
    work()
    return (process_time() - start) / share * 1e6


def ready(setup: str) -> float:
    """Milliseconds that a call of `ready` takes in a new process, imports left out."""
    program = f"{setup}\nfrom time import process_time\nstart = process_time()\nready()\nprint(process_time() - start)"
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return float(told.stdout) * 1e3


def main(runs: int) -> None:
    """Print the table."""
    taken = list(entries())
    texts = [(entry.text, len(entry.headline)) for entry in taken]
    share = sum(len(text) for text, _ in texts) / CHARACTERS
    documents: Sequence[Document] = [
        Document("", DocumentKind.TICKER, tuple(taken[start : start + 30])) for start in range(0, len(taken), 30)
    ]
    works: dict[str, Callable[[], object]] = {
        "places": lambda: [places.mentions(text) for text, _ in texts],
        "topics": lambda: [topics.matches(text, headline) for text, headline in texts],
        "figures": lambda: [figures.figures(text) for text, _ in texts],
        "unverified": lambda: [verification.unverified(text) for text, _ in texts],
        "all": lambda: [annotate(document) for document in documents],
    }
    print(f"{'first':>20}{'again':>10}   microseconds for {CHARACTERS} characters")
    first = {name: timed(work, share) for name, work in works.items()}
    again: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            again[name].append(timed(work, share))
    for name in works:
        print(f"{name:<12}{first[name]:8.1f}{median(again[name]):10.1f}")
    print(f"all annotators: {1e6 / median(again['all']):,.0f} entries a second")
    for name, setup in LOADED.items():
        print(f"{name} ready in {median(ready(setup) for _ in range(runs)):.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
