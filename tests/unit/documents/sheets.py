"""Pages and feeds that are being disturbed, what they still tell, and how much of it is read right."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tests.unit.documents.disturbances import STAMP_WORDS, Outcome, words
from tests.unit.documents.marking import ADDRESS
from tests.unit.documents.reports import REPORTS, Report

from warticker.errors import NoEntriesError
from warticker.intake import Provenance, read
from warticker.model import Document, Entry

DECOYS = (
    "Ein Kahn am Ufer im Morgenlicht",
    "Kräne im Hafen von Galatz",
    "Wie eine Schleuse gebaut wird",
    "Warum Störche im Winter bleiben",
    "Was ein Lotse im Jahr verdient",
    "Jeden Morgen das Wichtigste aus dem Südosten in Ihrem Postfach",
    "Ein Leser hält das alles für übertrieben",
)
"""What stands on a page beside its reports: captions, links to other reports, promotions, comments."""
EMBEDDED = (
    "Die Schleuse bei Silistra bleibt bis auf Weiteres zu.",
    "— Hafenamt Ruse (@hafen_ruse) November 14, 2025",
    "— Hafenamt Ruse (@hafen_ruse)",
)
"""What a post from elsewhere says inside a report: part of it or not."""
PAGE_WORDS = frozenset({"Um", "zuletzt", "Kurzem", "views", "edited"})
"""What the kinds of pages print around times."""


@dataclass
class Sheet:
    """A page while things are done to it."""

    text: str
    chance: random.Random
    media_type: str | None = None
    data: bytes | None = None
    """Its bytes, where they are not its text in UTF-8."""
    unstamped: set[int] = field(default_factory=set)
    """The reports whose moment it does not tell any more, by number."""
    headless: set[int] = field(default_factory=set)
    bodiless: set[int] = field(default_factory=set)
    visible: str = ""
    """What a reader sees of it besides the reports."""

    @property
    def bytes(self) -> bytes:
        return self.text.encode() if self.data is None else self.data

    def some(self, things: Iterable[int], most: int) -> list[int]:
        """Up to so many of some things, from the last one on: what is done behind moves nothing before."""
        listed = sorted(set(things))
        return sorted(self.chance.sample(listed, min(most, len(listed))), reverse=True)

    def insert(self, at: int, markup: str) -> None:
        self.text = self.text[:at] + markup + self.text[at:]


Disturb = Callable[[Sheet], None]


def document(sheet: Sheet) -> Document:
    (story,) = read(sheet.bytes, name="page", provenance=Provenance(address=ADDRESS, media_type=sheet.media_type))
    return story.document


def outcome(sheet: Sheet, *, headline: bool = True, reports: Sequence[Report] = REPORTS) -> Outcome:
    """How a disturbed page was read."""
    try:
        read_in = document(sheet)
    except NoEntriesError:
        return Outcome(0, len(reports), 0, 0)
    right = sum(
        any(_is_right(entry, number, report, sheet, headline) for entry in read_in.entries)
        for number, report in enumerate(reports)
    )
    surplus = max(0, len(read_in.entries) - len(reports))
    decoys = sum(any(decoy in entry.text for decoy in DECOYS) for entry in read_in.entries)
    return Outcome(right - surplus, len(reports) - right, decoys, lost(sheet, read_in))


def _is_right(entry: Entry, number: int, report: Report, sheet: Sheet, headline: bool) -> bool:
    text = " ".join(entry.paragraphs)
    for embedded in EMBEDDED:
        text = text.replace(embedded, " ")
    wanted = "" if number in sheet.bodiless else " ".join(report.paragraphs)
    heads = {report.headline} if headline else {""}
    if number in sheet.headless:
        heads = {""}
    timed = (entry.moment.day, entry.moment.clock) == (report.day, report.clock)
    return (timed or number in sheet.unstamped) and entry.headline in heads and text.split() == wanted.split()


def lost(sheet: Sheet, read_in: Document) -> int:
    """How many of the words that a page shows are nowhere in its document."""
    kept = "\n".join([read_in.title, *read_in.dropped, *(entry.text for entry in read_in.entries)])
    gone = words(sheet.visible) - words(kept)
    return sum(count for word, count in gone.items() if word not in STAMP_WORDS | PAGE_WORDS)


def without_markup(html: str) -> str:
    """What a reader sees of a page."""
    body = html.partition("<body")[2].partition(">")[2]
    body = re.sub(r"(?is)<!--.*?-->|<(script|style|template|noscript|svg|iframe)\b.*?</\1\s*>", " ", body)
    return re.sub(r"<[^<>]*>", " ", body)
