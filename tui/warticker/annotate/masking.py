"""A text with its quotations made opaque, so that what they say is not taken for what the text says."""

from __future__ import annotations

from collections.abc import Iterable

from warticker.model import Span

OPAQUE = "\x01"
"""What stands in place of every character of a quotation."""


def masked(text: str, speech: Iterable[Span]) -> str:
    """Make quotations opaque, with their marks; a full stop at their end stays where it ends a sentence."""
    pieces: list[str] = []
    position = 0
    for span in speech:
        start = max(position, span.start - 1)
        # Where the closing mark is missing, the line ends here none the less, with spaces or without.
        end = span.end + bool(text[span.end : span.end + 1].strip())
        if text[span.end - 1] in ".!?…" and end - start > 2:
            filled = OPAQUE * (end - start - 1) + "."
        else:
            filled = OPAQUE * (end - start)
        pieces += [text[position:start], filled]
        position = end
    pieces.append(text[position:])
    return "".join(pieces)
