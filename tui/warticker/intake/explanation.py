"""What a document was read as, and why."""

from __future__ import annotations

from dataclasses import dataclass

from warticker.model import Document


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a document was read as it was."""

    layout: str
    """The layout or format that explains it best."""
    score: float
    """How well, from 0 to 1."""
    why: str
    """The evidence, in a few words."""
    lines: tuple[tuple[str, str], ...] = ()
    """What each line was taken for, and its text; empty where the format itself says what is what."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A document, and why it was read so."""

    document: Document
    explanation: Explanation
