"""What happens to a page on its way: things inserted, lost, doubled, joined; and how much is still read right."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.unit.documents.reading import document
from tests.unit.documents.reports import MONTHS, WEEKDAYS, Report
from tests.unit.documents.ticker_layouts import Layout

from warticker.model import Document, Entry

CAPTIONS = (
    "Ein Turm im Nebel. (Foto: dpa)",
    "Der Hafen am Morgen\n(Foto: AFP / Max Muster)",
    "Menschen warten am Ufer. Bildrechte: imago images/Muster",
    "Foto: Hafenbehörde",
    "Legende: Der Fluss bei Nacht",
)
PROMOTIONS = (
    "Anzeige",
    "+++ Alle Infos zur Lage lesen Sie hier +++",
    "Auch interessant: Wie Fähren gebaut werden",
    "Lesen Sie auch: Was eine Flut kostet",
    "Artikel anhören(03:15 min)",
    "00:00 / 03:15",
    "Flut im Delta +++ Züge fahren wieder +++ Preise steigen",
    "Videoplayer",
    "Abonnieren Sie jetzt unseren Newsletter.",
)
STAMP_WORDS = frozenset(
    re.findall(
        r"\w+",
        "Uhr Update UPDATE vom am um Stand AM PM Vor vor Stunden Stunde Minuten Min Std einer Heute Gestern heute "
        "gestern MEZ Erstmeldung Aktualisiert veröffentlicht Veröffentlicht Publiziert gerade "
        "eben Meldung von LIVE Datum Zuletzt aktualisiert",
    )
) | {name[:length] for name in (*MONTHS.values(), *WEEKDAYS) for length in (2, 3, len(name))}

Lines = list[str]


@dataclass(frozen=True)
class Outcome:
    """How a disturbed page was read, in entries."""

    right: int
    wrong: int
    decoys: int
    lost: int


def is_read_right(entry: Entry, report: Report, layout: Layout, *, stamped: bool = True) -> bool:
    flat = " ".join(entry.paragraphs)
    timed = entry.moment.clock == (report.clock if layout.clock else None) and entry.moment.day == (
        report.day if layout.day else None
    )
    return (
        (timed or not stamped)
        and (entry.headline.rstrip(".") == report.headline if layout.headline else not entry.headline)
        and flat.split() == " ".join(report.paragraphs).split()
    )


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d]{2,}", text.replace("Uhr", "Uhr ")))


def lost(text: str, read_in: Document) -> Counter[str]:
    """The words of a page that are nowhere in its document, those of dates and times aside."""
    kept = "\n".join([read_in.title, *read_in.dropped, *(entry.text for entry in read_in.entries)])
    return Counter({word: n for word, n in (words(text) - words(kept)).items() if word not in STAMP_WORDS})


def furnished(lines: Lines, reports: Sequence[Report], chance: random.Random) -> None:
    for _ in range(3):
        at = chance.randrange(1, len(lines)) if len(lines) > 1 else 0
        lines.insert(at, chance.choice([*CAPTIONS, *PROMOTIONS]))


def spaced(lines: Lines, reports: Sequence[Report], chance: random.Random) -> None:
    for _ in range(2):
        lines.insert(chance.randrange(len(lines) + 1), "")
    lines[:] = [line.replace(" ", "  ", 1) if chance.random() < 0.1 else line for line in lines]
    lines[:] = [f"{line} " if chance.random() < 0.2 else line for line in lines]


def without_a_closing_mark(lines: Lines, reports: Sequence[Report], chance: random.Random) -> None:
    marked = [at for at, line in enumerate(lines) if re.match(r"\+\+\+ \d.*\+\+\+\s*$", line)]
    if marked:
        at = chance.choice(marked)
        lines[at] = lines[at].rstrip().removesuffix("+++")


def without_some_gaps(lines: Lines, reports: Sequence[Report], chance: random.Random) -> None:
    for _ in range(3):
        gaps = [at for at, line in enumerate(lines) if not line.strip()]
        if gaps:
            del lines[chance.choice(gaps)]


def with_a_headline_doubled(lines: Lines, reports: Sequence[Report], chance: random.Random) -> None:
    heads = [at for at, line in enumerate(lines) if any(line.strip() == report.headline for report in reports)]
    if heads:
        at = chance.choice(heads)
        lines.insert(at, lines[at])


def joined(lines: Lines, reports: Sequence[Report], chance: random.Random) -> None:
    """A newline lost between two paragraphs, or between a text and the stamp below it."""
    fit = [
        at
        for at in range(len(lines) - 1)
        if re.search(r"[.!?]\s*$", lines[at]) and re.match(r"\s*(?:\d\d[:.]\d\d|\+\+\+ \d)", lines[at + 1])
    ]
    ends = {report.paragraphs[-1] for report in reports}
    fit += [at for at in range(len(lines) - 1) if lines[at] in {r.paragraphs[0] for r in reports} - ends]
    if fit:
        at = chance.choice(fit)
        lines[at : at + 2] = [f"{lines[at]} {lines[at + 1]}".strip()]


DISTURBANCES: tuple[Callable[[Lines, Sequence[Report], random.Random], None], ...] = (
    joined,
    with_a_headline_doubled,
    without_a_closing_mark,
    furnished,
    spaced,
    without_some_gaps,
)


_NAME = re.compile(r"[\w-]*(?:[Tt]icker|[Bb]log)\b(?!-)")


def without_the_first_stamp(lines: Lines, first: Report) -> bool:
    """Take the line of the first entry's stamp out, where its text stands on others; whether there was one.

    Where no headline is left the page does not say above the text that it is a ticker: below its name stands a lead.
    """
    assert first.clock
    clock = re.compile(rf"\b0?{first.clock.hour}[:.h]{first.clock:%M}|{first.clock:%I:%M}")
    for at, line in enumerate(lines):
        if clock.search(line) and not re.search("Stand:|Gedruckt", line):
            if first.paragraphs[0] in line:
                return False
            headed = any(line.strip(" .*#+-") == first.headline for line in (*lines[:at], *lines[at + 1 :]))
            lines[: at + 1] = lines[:at] if headed else [_NAME.sub("Lage", above) for above in lines[:at]]
            return True
    return False


@dataclass(frozen=True)
class Disturbed:
    """A page with some things done to it."""

    text: str
    unstamped: bool
    """Whether the first entry's stamp is lost."""


def disturbed(layout: Layout, chance: random.Random) -> Disturbed:
    """A page of the layout with some things done to it."""
    lines = layout.page.split("\n")
    for disturb in DISTURBANCES:
        if disturb is furnished or chance.random() < 0.5:
            disturb(lines, layout.shown, chance)
    unstamped = layout.clock and chance.random() < 0.2 and without_the_first_stamp(lines, layout.shown[0])
    return Disturbed("\n".join(lines), unstamped)


def outcome(page: Disturbed, layout: Layout) -> Outcome:
    """How a page was read; an entry without its stamp is read right if its text is whole, and its headline if any."""
    read_in = document(page.text)
    reports = layout.shown
    right = sum(any(is_read_right(entry, report, layout) for entry in read_in.entries) for report in reports)
    if page.unstamped:
        first = " ".join(reports[0].paragraphs).split()
        right += any(
            " ".join(entry.paragraphs).split() == first and entry.headline in {"", reports[0].headline}
            for entry in read_in.entries
            if not is_read_right(entry, reports[0], layout)
        )
    decoys = sum(
        any(decoy.splitlines()[0] in entry.text for decoy in (*CAPTIONS, *PROMOTIONS)) for entry in read_in.entries
    )
    surplus = max(0, len(read_in.entries) - len(reports))
    return Outcome(right - surplus, len(reports) - right, decoys, lost(page.text, read_in).total())
