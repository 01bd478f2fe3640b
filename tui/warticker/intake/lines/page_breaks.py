"""What is printed at the foot and head of each page of a PDF: `https://example.org/ticker 1/3` above the title."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from warticker.expressions import compiled
from warticker.intake.clean import Line

_PRINTED = compiled(r"://|www\.|\bSeite\b|\d{1,2}[./]\d{1,2}[./]\d{2}")
"""An address, a date, or the word itself: what stands beside the number of a page."""
_FOOT = compiled(r"(?P<before>.*?)(?<!\d)(?P<page>\d{1,3})(?P<pages>(?:/| von )\d{1,3})(?!\d)(?P<behind>.*)")


def page_breaks(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that count the pages of a document, and those that are repeated at the tops of its pages."""
    feet = _feet(lines)
    tops = {0, *(at + 1 for at in feet if at + 1 < len(lines))} if feet else set()
    counts = Counter(lines[at].text for at in tops)
    return feet | {at for at in tops if counts[lines[at].text] > 1}


def _feet(lines: Sequence[Line]) -> frozenset[int]:
    """The lines with numbers of pages that rise by one, and the same other words, as browsers print them.

    A headline can count parts too: Reportage aus Lwiw, Teil 1/2.
    """
    found: defaultdict[tuple[str, ...], dict[int, int]] = defaultdict(dict)
    for at, line in enumerate(lines):
        if (match := _FOOT.fullmatch(line.text)) is not None and _PRINTED.search(match["before"] + match["behind"]):
            found[match["before"], match["pages"], match["behind"]][at] = int(match["page"])
    rising = (its for its in found.values() if all(below - above == 1 for above, below in pairwise(its.values())))
    return frozenset(at for its in rising if len(its) > 1 for at in its)
