"""Entries become understood: places, topics, quotations, people, figures, claims."""

from __future__ import annotations

from warticker.annotate.people import people
from warticker.annotate.quotations import quoted
from warticker.annotate.speakers import offices, reading, spoken
from warticker.annotate.tokens import masked, tokenised
from warticker.model import Annotations, Document, PersonMention

RULES = 1
"""The version of the rules: raised whenever the same text would be understood otherwise."""


def annotate(document: Document) -> tuple[Annotations, ...]:
    """Understand each of the document's entries, in their order; the same document, the same answer."""
    texts = [entry.text for entry in document.entries]
    return tuple(_annotations(text, named) for text, named in zip(texts, people(texts), strict=True))


def _annotations(text: str, persons: tuple[PersonMention, ...]) -> Annotations:
    speech = tuple(span for span, name in quoted(text) if not name)
    opaque = masked(text, speech)
    read = reading(opaque, tokenised(opaque, persons))
    return Annotations(quotations=spoken(read, speech, offices(opaque, persons)), people=persons)
