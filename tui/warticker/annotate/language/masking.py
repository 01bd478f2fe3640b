"""A text with its quotations masked, so that their contents are not taken for the text's own statements."""

from __future__ import annotations

from collections.abc import Iterable

from warticker.expressions import compiled
from warticker.model import Span

OPAQUE = "\x01"
"""Replaces every character of a quotation."""

SIGNS = r"\"„“”‟»«‚‘'›‹`´"
OPENING = compiled(rf"(?:[{SIGNS}]|,,|''|``|´´|[»«]\s)\Z")
"""An opening quotation mark: one sign, two, or one with the space that French puts inside."""
CLOSING = compiled(rf"\s[»«]|''|``|´´|[{SIGNS}]")


def mark_before(text: str, start: int) -> int:
    """Where the opening mark of a quotation begins, or the quotation if there is none."""
    mark = OPENING.search(text, max(0, start - 3), start)
    return mark.start() if mark is not None else start


def masked(text: str, speech: Iterable[Span]) -> str:
    """A text with its quotations and marks masked; a final full stop stays where it ends a sentence."""
    pieces: list[str] = []
    position = 0
    for span in speech:
        start = max(position, mark_before(text, span.start))
        closing = CLOSING.match(text, span.end)
        # Without a closing mark, the end of the line ends the quotation, with or without spaces.
        unclosed = span.end + len(text[span.end : span.end + 1].strip())
        end = unclosed if closing is None else closing.end()
        if text[span.end - 1] in ".!?…" and end - start > 2 and text[end : end + 1] != ",":
            filled = OPAQUE * (end - start - 1) + "."
        else:
            filled = OPAQUE * (end - start)
        pieces += [text[position:start], filled]
        position = end
    pieces.append(text[position:])
    return "".join(pieces)
