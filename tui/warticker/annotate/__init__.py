"""Entries become understood: places, topics, quotations, people, figures, claims."""

from __future__ import annotations

from warticker.annotate.people import people
from warticker.annotate.quotations import quotations
from warticker.model import Annotations, Document, Entry, PersonMention, Quotation

RULES = 1
"""The version of the rules: raised whenever the same text would be understood otherwise."""


def annotate(document: Document) -> tuple[Annotations, ...]:
    """Understand each of the document's entries, in their order; the same document, the same answer."""
    persons = people([entry.text for entry in document.entries])
    return tuple(_annotations(entry, named) for entry, named in zip(document.entries, persons, strict=True))


def _annotations(entry: Entry, persons: tuple[PersonMention, ...]) -> Annotations:
    text = entry.text
    return Annotations(quotations=tuple(Quotation(span) for span in quotations(text)), people=persons)
