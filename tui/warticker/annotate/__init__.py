"""Entries become understood: places, topics, quotations, people, figures, claims."""

from __future__ import annotations

from warticker.annotate.quotations import quotations
from warticker.model import Annotations, Document, Entry, Quotation

RULES = 1
"""The version of the rules: raised whenever the same text would be understood otherwise."""


def annotate(document: Document) -> tuple[Annotations, ...]:
    """Understand each of the document's entries, in their order; the same document, the same answer."""
    return tuple(_annotations(entry) for entry in document.entries)


def _annotations(entry: Entry) -> Annotations:
    text = entry.text
    return Annotations(quotations=tuple(Quotation(span) for span in quotations(text)))
