"""Every layout that the generator sets is read right, and stays so when pages are disturbed."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence

import pytest
from tests.unit.plausible_layouts import LAYOUTS
from tests.unit.ticker_layouts import REPORTS, Layout, Report

from warticker.intake import read
from warticker.model import Document, Entry

IDS = [layout.name for layout in LAYOUTS]
DISTURBANCES = 50
STAMP_WORDS = frozenset(
    {
        "Uhr",
        "Update",
        "vom",
        "Stand",
        "AM",
        "PM",
        "Vor",
        "Stunden",
        "Heute",
        "Gestern",
        "Donnerstag",
        "Freitag",
        "November",
    }
    | {"Erika", "Muster", "Hans", "Beispiel", "Erstmeldung", "Fr", "Do", "MEZ"}
)


def page(layout: Layout) -> str:
    return layout.render(REPORTS[::-1] if layout.ascending else REPORTS)


def document(text: str) -> Document:
    (story,) = read(text.encode(), name="page")
    return story.document


def is_read_right(entry: Entry, report: Report, layout: Layout) -> bool:
    flat = " ".join(entry.paragraphs)
    return (
        entry.moment.clock == (report.clock if layout.clock else None)
        and entry.moment.day == (report.day if layout.day else None)
        and (entry.headline.rstrip(".") == report.headline if layout.headline else not entry.headline)
        and flat.split() == " ".join(report.paragraphs).split()
    )


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d]{2,}", text.replace("Uhr", "Uhr ")))


def lost(text: str, read_in: Document) -> Counter[str]:
    kept = "\n".join([read_in.title, *read_in.dropped, *(entry.text for entry in read_in.entries)])
    return Counter({word: n for word, n in (words(text) - words(kept)).items() if word not in STAMP_WORDS})


@pytest.mark.parametrize("layout", LAYOUTS, ids=IDS)
def test_a_layout_is_read_right(layout: Layout) -> None:
    read_in = document(page(layout))
    reports: Sequence[Report] = REPORTS[::-1] if layout.ascending else REPORTS
    assert len(read_in.entries) == len(reports)
    for entry, report in zip(read_in.entries, reports, strict=True):
        assert is_read_right(entry, report, layout), (entry, report)
    assert not lost(page(layout), read_in)


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


def disturbed(text: str, chance: random.Random) -> str:
    """A page with spaces, blank lines, captions and promotions that were not there, and a closing mark less."""
    lines = text.split("\n")
    for _ in range(3):
        at = chance.randrange(1, len(lines)) if len(lines) > 1 else 0
        lines.insert(at, chance.choice([*CAPTIONS, *PROMOTIONS]))
    for _ in range(2):
        lines.insert(chance.randrange(len(lines) + 1), "")
    lines = [line.replace(" ", "  ", 1) if chance.random() < 0.1 else line for line in lines]
    lines = [f"{line} " if chance.random() < 0.2 else line for line in lines]
    marked = [at for at, line in enumerate(lines) if re.match(r"\+\+\+ \d.*\+\+\+$", line)]
    if marked:
        at = chance.choice(marked)
        lines[at] = lines[at].removesuffix("+++")
    return "\n".join(lines)


def share_read_right(layout: Layout, seed: int) -> float:
    reports = REPORTS[::-1] if layout.ascending else REPORTS
    chance = random.Random(seed)
    right = 0
    for _ in range(DISTURBANCES):
        text = disturbed(page(layout), chance)
        read_in = document(text)
        assert not lost(text, read_in)
        surplus = max(0, len(read_in.entries) - len(reports))
        matched = sum(any(is_read_right(entry, report, layout) for entry in read_in.entries) for report in reports)
        right += matched - surplus
    return right / (DISTURBANCES * len(reports))


def test_disturbed_layouts_are_read_nearly_as_well() -> None:
    shares = {layout.name: share_read_right(layout, seed=1) for layout in LAYOUTS}
    assert sum(shares.values()) / len(shares) >= 0.98
    assert {name: share for name, share in shares.items() if share < 0.95} == {}
