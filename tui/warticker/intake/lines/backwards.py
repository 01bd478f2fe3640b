"""Reports with their times in sentences, the newest first: `Um 19:42 brach ein Damm`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from warticker.expressions import compiled
from warticker.intake.lines.prose import is_paragraph
from warticker.intake.lines.stamps import Place, Stamp

_SENTENCE = compiled(r"(?:Um|Gegen) ([01]?\d|2[0-3])[:.]([0-5]\d)(?: Uhr)? [a-zäöüß]")
_FEWEST = 3


def told_backwards(texts: Sequence[str]) -> dict[int, Stamp]:
    """The paragraphs that begin with their times, as stamps, by line: the newest is first, unlike in a story.

    Empty if there are fewer than three.
    """
    found: dict[int, Stamp] = {}
    for at, text in enumerate(texts):
        if (match := _SENTENCE.match(text)) is not None and is_paragraph(text):
            found[at] = Stamp(Place.INLINE, text, clock=time(int(match[1]), int(match[2])))
    clocks = [stamp.clock for stamp in found.values() if stamp.clock]
    return found if len(found) >= _FEWEST and clocks == sorted(clocks, reverse=True) else {}
