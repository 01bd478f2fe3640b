"""A text with its quotations made opaque, so that what they say is not taken for what the text says."""

from __future__ import annotations

from collections.abc import Iterable

from warticker.expressions import compiled
from warticker.model import Span

OPAQUE = "\x01"
"""What stands in place of every character of a quotation."""

SIGNS = r"\"„“”‟»«‚‘'›‹`´"
OPENING = compiled(rf"(?:[{SIGNS}]|,,|''|``|´´|[»«]\s)\Z")
"""The mark before a quotation: one sign, two, or one with the space that French sets inside."""
CLOSING = compiled(rf"\s[»«]|''|``|´´|[{SIGNS}]")


def mark_before(text: str, start: int) -> int:
    """Where the mark begins that opens a quotation, or the quotation where none does."""
    mark = OPENING.search(text, max(0, start - 3), start)
    return mark.start() if mark is not None else start


def masked(text: str, speech: Iterable[Span]) -> str:
    """Make quotations opaque, with their marks; a full stop at their end stays where it ends a sentence."""
    pieces: list[str] = []
    position = 0
    for span in speech:
        start = max(position, mark_before(text, span.start))
        closing = CLOSING.match(text, span.end)
        # Where the closing mark is missing, the line ends here none the less, with spaces or without.
        end = closing.end() if closing is not None else span.end + bool(text[span.end : span.end + 1].strip())
        if text[span.end - 1] in ".!?…" and end - start > 2 and text[end : end + 1] != ",":
            filled = OPAQUE * (end - start - 1) + "."
        else:
            filled = OPAQUE * (end - start)
        pieces += [text[position:start], filled]
        position = end
    pieces.append(text[position:])
    return "".join(pieces)
