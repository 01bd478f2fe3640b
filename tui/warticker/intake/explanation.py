"""How a document was read, and why."""

from __future__ import annotations

from typing import NamedTuple

from warticker.counting import counted
from warticker.model import Document


class Explanation(NamedTuple):
    """Why a document was read as it was."""

    layout: str
    """The layout or format that explains it best."""
    score: float
    """The score, from 0 to 1."""
    why: str
    """The evidence, in a few words."""
    lines: tuple[tuple[str, str], ...] = ()
    """The kind of each line, and its text."""


class Explained(NamedTuple):
    """A document with its explanation."""

    document: Document
    explanation: Explanation


def of_format(document: Document, layout: str, count: int, where: str = "") -> Explained:
    """The explanation for a self-describing format: so many reports, found in some place."""
    lines = [("title", document.title)] if document.title else []
    for entry in document.entries:
        lines += [("headline", entry.headline)] if entry.headline else []
        lines += [("paragraph", paragraph) for paragraph in entry.paragraphs]
    lines += [("dropped", line) for line in document.dropped]
    why = f"{counted(count, 'report', 'reports')}{where}"
    return Explained(document, Explanation(layout, 1.0, why, tuple(lines)))
