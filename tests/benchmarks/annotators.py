"""Times the annotators: python tests/benchmarks/annotators.py [RUNS].

Prints, for entries of some 700 characters that are put together from those of the bundled edition, microseconds for
each 700 characters: of each annotator alone and of all together, the latter as entries a second too; then how long the
gazetteer and the topics take to be ready, each in a process of its own. `first` is the first time that the texts are
read, when most words are new and data is loaded; `again` is the best of the runs after that. All figures are of
processor time, since a machine is seldom idle.
With WARTICKER_CORPUS set, the entries are its live blog's: 750 texts, of which no two are alike.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from time import process_time
from typing import NamedTuple

from warticker import resources
from warticker.annotate.documents import annotate
from warticker.annotate.figures.mentions import figures
from warticker.annotate.language.masking import masked
from warticker.annotate.language.pieces import cut
from warticker.annotate.language.tokens import Sentences
from warticker.annotate.people.mentions import people
from warticker.annotate.people.office_holders import offices
from warticker.annotate.people.offices import with_offices
from warticker.annotate.places.mentions import places
from warticker.annotate.speech.claims import claims
from warticker.annotate.speech.quotations import quoted
from warticker.annotate.speech.sources import Told
from warticker.annotate.speech.speakers import spoken
from warticker.annotate.speech.verification import unverified
from warticker.annotate.topics.matches import topics
from warticker.model import Document, DocumentKind, Entry, EntryKey, Moment, PersonMention, Quotation
from warticker.records import from_yaml

CHARACTERS = 700
"""The length of the entry that all figures are for."""
ENTRIES = 500
"""How many are annotated a run."""
PORTION = 30
"""How many stand in a document."""
LOADED = {
    "gazetteer": "from warticker.annotate.places import gazetteer; ready = gazetteer.index",
    "topics": "from warticker.annotate.topics import vocabulary; ready = vocabulary.shipped",
}


def entries() -> Iterator[Entry]:
    """Entries of the edition's headlines and paragraphs, drawn by chance but always the same; or the corpus's."""
    if folder := os.environ.get("WARTICKER_CORPUS"):
        for line in (Path(folder) / "liveblog_lines.txt").read_text(encoding="utf-8").splitlines():
            headline, _, body = line.partition(": ")
            yield Entry(EntryKey(headline), Moment(), headline, (body,))
        return
    stories = from_yaml(resources.data("edition.yaml").read_text(encoding="utf-8"))
    edition = [entry for story in stories for entry in story.document.entries]
    chance = Random(0)
    for number in range(ENTRIES):
        headline = chance.choice(edition).headline
        paragraphs: list[str] = []
        while len(headline) + sum(map(len, paragraphs)) < CHARACTERS:
            paragraphs.append(chance.choice(chance.choice(edition).paragraphs))
        yield Entry(EntryKey(str(number)), Moment(), headline, tuple(paragraphs))


class Heard(NamedTuple):
    """What was understood of who speaks in a text."""

    sentences: Sentences
    quotations: Sequence[Quotation]
    told: dict[int, Told]


def hear(text: str, persons: Sequence[PersonMention]) -> Heard:
    """Find a text's quotations, their speakers, and who says what else."""
    speech = tuple(span for span, name in quoted(text) if not name)
    sentences = Sentences(masked(text, speech), persons)
    quotations, told = spoken(text, cut(text), sentences, speech, offices(with_offices(sentences, persons)))
    return Heard(sentences, quotations, dict(told))


def works(documents: Sequence[Document]) -> dict[str, Callable[[], object]]:
    """What is timed, by its name; each reads all documents."""
    texts = [[entry.text for entry in document.entries] for document in documents]
    flat = [(entry.text, len(entry.headline)) for document in documents for entry in document.entries]
    named = [persons for document in texts for persons in people(document)]
    heard = [hear(text, persons) for (text, _), persons in zip(flat, named, strict=True)]
    located = [places(text) for text, _ in flat]
    return {
        "places": lambda: [places(text) for text, _ in flat],
        "topics": lambda: [
            topics(text, headline, places=near) for (text, headline), near in zip(flat, located, strict=True)
        ],
        "figures": lambda: [figures(text) for text, _ in flat],
        "unverified": lambda: [unverified(text) for text, _ in flat],
        "people": lambda: [people(document) for document in texts],
        "quotations": lambda: [hear(text, persons) for (text, _), persons in zip(flat, named, strict=True)],
        "claims": lambda: [
            claims(one.sentences, one.told, near, persons)
            for one, near, persons in zip(heard, located, named, strict=True)
        ],
    }


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
    share = sum(len(entry.text) for entry in taken) / CHARACTERS
    portions = (tuple(taken[start : start + PORTION]) for start in range(0, len(taken), PORTION))
    documents = [Document("", DocumentKind.TICKER, portion) for portion in portions]
    # All together before anything is kept for the single ones: what lies about makes the collector slow.
    first, *further = [timed(partial(list, map(annotate, documents)), share) for _ in range(runs + 1)]
    again = {"all": min(further)}
    for _ in range(runs):
        for name, work in works(documents).items():
            again[name] = min(timed(work, share), again.get(name, float("inf")))
    print(f"microseconds for {CHARACTERS} characters; what each of them takes alone includes its own cut of the text")
    for name, taking in again.items():
        print(f"{name:<12}{taking:8.1f}")
    print(f"{'all, first':<12}{first:8.1f}")
    print(f"all annotators: {1e6 / again['all']:,.0f} entries a second, {1e6 / first:,.0f} the first time")
    for name, setup in LOADED.items():
        print(f"{name} ready in {min(ready(setup) for _ in range(runs)):.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
