"""Precision and recall of everything that warticker understands, against the corpus that WARTICKER_CORPUS names.

Run as `WARTICKER_CORPUS=... python tests/corpus/score.py`; `--kind topics` prints one kind alone.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from warticker.annotate.documents import annotate
from warticker.intake import read
from warticker.model import (
    Annotations,
    Document,
    DocumentKind,
    Entry,
    EntryKey,
    Moment,
    PlaceKind,
    PlaceRole,
)

Gold = Mapping[str, Any]
"""One entry of gold/seed_004.json."""

WORD = re.compile(r"\w+")
ARTICLES = frozenset(["der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "eines", "einem", "einen"])
NAMED = re.compile(r"[A-ZÄÖÜ][\w.-]*[a-zäöüß](?: [A-ZÄÖÜ]\w*\.?)* [A-ZÄÖÜ]\w+|^[A-ZÄÖÜ]\w{3,}$")
"""A speaker with a name: two capitals in a row, or a surname alone."""
CLAIMS = "dev: claims"
"""The kind whose gold tells only what is missed."""


class Reading(NamedTuple):
    """One entry of the gold beside what warticker read in its place."""

    gold: Gold
    entry: Entry
    annotations: Annotations


class Outcome(NamedTuple):
    """What was right, what was found and is wrong, what was missed."""

    right: list[str]
    wrong: list[str]
    missed: list[str]


@dataclass
class Tally:
    """The outcomes of one kind, added up."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    mistakes: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, where: str, outcome: Outcome) -> None:
        self.right += len(outcome.right)
        self.wrong += len(outcome.wrong)
        self.missed += len(outcome.missed)
        self.mistakes += [f"{where} wrong: {what}" for what in outcome.wrong]
        self.mistakes += [f"{where} missed: {what}" for what in outcome.missed]


def corpus() -> Path | None:
    """The corpus's folder; None where the environment names none."""
    named = os.environ.get("WARTICKER_CORPUS")
    return Path(named) if named else None


def compared(found: Iterable[str], gold: Iterable[str], neither: Iterable[str] = ()) -> Outcome:
    """Two bags of words beside each other; those of `neither` count nowhere."""
    have, want, ignored = Counter(found), Counter(gold), set(neither)
    return Outcome(
        right=[what for what in (have & want).elements() if what not in ignored],
        wrong=[what for what in (have - want).elements() if what not in ignored],
        missed=[what for what in (want - have).elements() if what not in ignored],
    )


def dates(reading: Reading) -> Outcome:
    """The entry's day and time."""
    moment, gold = reading.entry.moment, reading.gold
    clock = moment.clock.strftime("%H:%M") if moment.clock else "?"
    return compared([f"{moment.day} {clock}"], [f"{gold['date']} {gold['time']}"])


def headlines(reading: Reading) -> Outcome:
    """The entry's headline, to the letter."""
    return compared([reading.entry.headline], [reading.gold["headline"]])


def bodies(reading: Reading) -> Outcome:
    """How the entry's text begins and how long it is."""
    body, gold = "\n".join(reading.entry.paragraphs), reading.gold
    start = len(gold["body_start"])
    return compared([f"{body[:start]}... {len(body)}"], [f"{gold['body_start']}... {gold['body_chars']}"])


def places(reading: Reading, kind: PlaceKind) -> set[str]:
    """The names of one kind of place in an entry."""
    return {mention.name for mention in reading.annotations.places if mention.kind is kind}


def cities(reading: Reading) -> Outcome:
    """Settlements, whatever their names stand for."""
    return compared(places(reading, PlaceKind.CITY), reading.gold["cities"], reading.gold["ambiguous"])


def regions(reading: Reading) -> Outcome:
    """Oblasts, republics, states, the Krim."""
    return compared(places(reading, PlaceKind.REGION), reading.gold["regions"])


def governments(reading: Reading) -> Outcome:
    """Cities that stand for a government at least once."""
    found = {
        mention.name
        for mention in reading.annotations.places
        if mention.kind is PlaceKind.CITY and mention.role is PlaceRole.GOVERNMENT
    }
    return compared(found, reading.gold["government"], reading.gold["ambiguous"])


def people(reading: Reading) -> Outcome:
    """Persons by their full names."""
    return compared({mention.name for mention in reading.annotations.people}, reading.gold["people"])


def bare(words: str) -> str:
    """Words in marks without the stops that some printers put before the closing mark."""
    return " ".join(words.split()).strip(" .,;")


def quotations(reading: Reading) -> Outcome:
    """Words in quotation marks; titles and names of things count neither way."""
    gold = reading.gold["quotes"]
    return compared(
        (bare(quotation.span.of(reading.entry.text)) for quotation in reading.annotations.quotations),
        (bare(quote["text"]) for quote in gold),
        (bare(quote["text"]) for quote in gold if quote["kind"] == "name"),
    )


def same_speaker(found: str | None, gold: str) -> bool:
    """Whether two names are one speaker's: word by word, articles and endings aside; ` / ` parts what is as good."""
    if found is None:
        return False

    def words(name: str) -> list[str]:
        return [word[:6] for word in WORD.findall(name.casefold()) if word not in ARTICLES]

    return any(words(found) == words(one) for one in gold.split(" / "))


def speakers(reading: Reading, kind: str) -> Outcome:
    """Who is named for the quotations of one kind (`speech` or `fragment`) that were found."""
    named = {bare(q.span.of(reading.entry.text)): q.speaker for q in reading.annotations.quotations}
    outcome = Outcome([], [], [])
    for quote in reading.gold["quotes"]:
        if quote["kind"] != kind or quote["speaker"] is None or (words := bare(quote["text"])) not in named:
            continue
        if same_speaker(named[words], quote["speaker"]):
            outcome.right.append(quote["speaker"])
            continue
        outcome.missed.append(f"{quote['speaker']} of {words[:40]}")
        if named[words] is not None:
            outcome.wrong.append(f"{named[words]} for {words[:40]}")
    return outcome


def topics(reading: Reading) -> Outcome:
    """Topics: every required one, and none beyond the required and the acceptable."""
    required, acceptable = reading.gold["topics"]
    found = [match.topic for match in reading.annotations.topics]
    return compared(found, required, set(acceptable) - set(required))


KINDS: dict[str, Callable[[Reading], Outcome]] = {
    "dates": dates,
    "headlines": headlines,
    "bodies": bodies,
    "cities": cities,
    "regions": regions,
    "governments": governments,
    "people": people,
    "quotations": quotations,
    "speakers of speech": lambda reading: speakers(reading, "speech"),
    "speakers of fragments": lambda reading: speakers(reading, "fragment"),
    "topics": topics,
}
"""What is scored of each entry; the first three of all 30, the others of those that the gold annotates."""


def readings(folder: Path) -> Iterator[Reading]:
    """The gold's entries beside warticker's, paired by their clock times; missing entries stand as empty ones."""
    gold = json.loads((folder / "gold" / "seed_004.json").read_text(encoding="utf-8"))
    source = folder / "seeds" / gold["document"]
    story, *_ = read(source.read_bytes(), name=source.name)
    by_clock = {
        entry.moment.clock.strftime("%H:%M"): (entry, annotations)
        for entry, annotations in zip(story.document.entries, annotate(story.document), strict=True)
        if entry.moment.clock
    }
    for wanted in gold["entries"]:
        entry, annotations = by_clock.get(wanted["time"], (nothing("", ()), Annotations()))
        yield Reading(wanted, entry, annotations)


def nothing(headline: str, paragraphs: tuple[str, ...]) -> Entry:
    """An entry of no time."""
    return Entry(EntryKey("0000000000"), Moment(), headline, paragraphs)


def scored(folder: Path) -> dict[str, Tally]:
    """A tally a kind over gold/seed_004.json."""
    tallies = {kind: Tally() for kind in KINDS}
    for reading in readings(folder):
        for kind, outcome in KINDS.items():
            if "topics" in reading.gold or kind in ("dates", "headlines", "bodies"):
                tallies[kind].add(f"{reading.gold['n']:>2} {reading.gold['time']}", outcome(reading))
    return tallies


def scored_quotations(folder: Path) -> dict[str, Tally]:
    """The direct and indirect quotations of quotations_dev.jsonl, and their named speakers."""
    tallies = {kind: Tally() for kind in ("dev: words in marks", "dev: speakers", CLAIMS, "dev: sources")}
    words, named, claims, sources = tallies.values()
    for line in (folder / "quotations_dev.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        entry = nothing("", tuple(part.strip() for part in item["text"].split("\n") if part.strip()))
        (annotations,) = annotate(Document(item["title"], DocumentKind.ARTICLE, (entry,)))
        words_of(item, entry, annotations, words)
        speakers_of(item, entry, annotations, named)
        claims_of(item, entry, annotations, claims, sources)
    return tallies


def numbered(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """Which words of a text, counted from 0, lie in one of the spans."""
    bounds = list(spans)
    return {
        number
        for number, word in enumerate(WORD.finditer(text))
        if any(start <= word.start() and word.end() <= end for start, end in bounds)
    }


def words_of(item: Gold, entry: Entry, annotations: Annotations, tally: Tally) -> None:
    """Count words in and out of direct quotations; those of indirect speech that hold marks count neither way."""
    direct = numbered(item["text"], [span for q in item["quotations"] if q["type"] == "Direct" for span in q["spans"]])
    other = numbered(item["text"], [span for q in item["quotations"] if q["type"] != "Direct" for span in q["spans"]])
    found = numbered(entry.text, [(q.span.start, q.span.end) for q in annotations.quotations])
    all_words = WORD.findall(item["text"])
    tally.right += len(found & direct)
    tally.wrong += len(found - direct - other)
    tally.missed += len(direct - found)
    for name, lot in (("wrong", found - direct - other), ("missed", direct - found)):
        if lot:
            shown = " ".join(all_words[number] for number in sorted(lot))
            tally.mistakes.append(f"{item['title'][:30]} {name}: {shown[:120]}")


def speakers_of(item: Gold, entry: Entry, annotations: Annotations, tally: Tally) -> None:
    """Count direct quotations whose speaker the text names there: right where the last name agrees."""
    found = [(numbered(entry.text, [(q.span.start, q.span.end)]), q.speaker) for q in annotations.quotations]
    for quote in item["quotations"]:
        if quote["type"] != "Direct" or not NAMED.search(quote["speaker"] or ""):
            continue
        lot = numbered(item["text"], quote["spans"])
        attributed(item, quote, next((who for words, who in found if words & lot), None), tally)


def claims_of(item: Gold, entry: Entry, annotations: Annotations, claims: Tally, sources: Tally) -> None:
    """Count indirect quotations: right where a claim holds half of their words; and the sources that are named there.

    The gold has only the first sentence of reported speech, so that it does not tell which other claims are wrong.
    """
    found = [(numbered(entry.text, [(claim.span.start, claim.span.end)]), claim.source) for claim in annotations.claims]
    quoted = numbered(entry.text, [(q.span.start, q.span.end) for q in annotations.quotations])
    for quote in item["quotations"]:
        lot = numbered(item["text"], quote["spans"])
        if quote["type"] != "Indirect" or 2 * len(quoted & lot) >= len(lot):
            continue
        words, source = max(found, key=lambda one: len(one[0] & lot), default=(set[int](), None))
        if 2 * len(words & lot) < len(lot):
            claims.missed += 1
            claims.mistakes.append(f"{item['title'][:30]} missed: {quote['quote'][:90]}")
            continue
        claims.right += 1
        if NAMED.search(quote["speaker"] or ""):
            attributed(item, quote, source, sources)


def attributed(item: Gold, quote: Gold, speaker: str | None, tally: Tally) -> None:
    """Count a named speaker: right where the last name agrees."""
    last = WORD.findall(speaker)[-1:] if speaker else []
    if last and last[0] in WORD.findall(quote["speaker"]):
        tally.right += 1
    else:
        tally.missed += 1
        tally.wrong += speaker is not None
        tally.mistakes.append(f"{item['title'][:30]} {speaker} for {quote['speaker']}: {quote['quote'][:60]}")


def main() -> None:
    """Print the figures, then the mistakes."""
    parser = argparse.ArgumentParser(description="Score warticker against the corpus that WARTICKER_CORPUS names.")
    parser.add_argument("--kind", help="one kind alone")
    wanted, folder = parser.parse_args().kind, corpus()
    if folder is None:
        parser.error("WARTICKER_CORPUS names no corpus")
    tallies = scored(folder)
    tallies |= scored_quotations(folder)
    shown = {kind: tally for kind, tally in tallies.items() if wanted in (None, kind)}
    for kind, tally in shown.items():
        precise = f"precision {tally.precision:.3f}  " if kind != CLAIMS else " " * 17
        print(f"{kind:<22} {precise}recall {tally.recall:.3f}" + f"  F {tally.f1:.3f}" * (kind != CLAIMS))
    for kind, tally in shown.items():
        print(f"\n{kind}: {tally.wrong} wrong, {tally.missed} missed", *tally.mistakes, sep="\n  ")


if __name__ == "__main__":
    main()
