"""Lists of reports that begin with a day alone, `22.07.2024 Damm hält`, or as sentences: `Um 19:42 brach ein Damm`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time
from functools import cache
from itertools import pairwise

from warticker.expressions import compiled
from warticker.intake.lines.dates import DATE, day_of
from warticker.intake.lines.prose import is_headline, is_paragraph
from warticker.intake.lines.stamps import Place, Stamp

_FEWEST = 3
_LONGEST = 200
"""How long a line is at most that is a day and a headline."""

_SENTENCE = compiled(r"(?:Um|Gegen) ([01]?\d|2[0-3])[:.]([0-5]\d)(?: Uhr)? [a-zäöüß]")


@cache
def _pattern() -> re.Pattern[str]:
    return compiled(rf"{DATE}\ (?P<rest>[^\W\d_„\"»«].*)", re.VERBOSE | re.IGNORECASE)


def dated_list(texts: Sequence[str]) -> dict[int, Stamp]:
    """The lines that begin entries with a day and a headline, as stamps, by line; texts stand between, days in order.

    None where fewer than three lines are so.
    """
    found: dict[int, Stamp] = {}
    for at, (text, below) in enumerate(pairwise(texts)):
        match = _pattern().fullmatch(text) if len(text) <= _LONGEST and text[0].isalnum() else None
        day = None if match is None else day_of(match)
        if match and day and day.full and is_headline(match["rest"]) and is_paragraph(below):
            found[at] = Stamp(Place.INLINE, match["rest"], day, separator=" ")
    days = [stamp.day.full for stamp in found.values() if stamp.day and stamp.day.full]
    ordered = days in (sorted(days), sorted(days, reverse=True))
    return found if len(found) >= _FEWEST and ordered else {}


def told_backwards(texts: Sequence[str]) -> dict[int, Stamp]:
    """The paragraphs whose first words are their times, as stamps, by line: the newest comes first, as in no story.

    None where fewer than three are so.
    """
    found: dict[int, Stamp] = {}
    for at, text in enumerate(texts):
        if (match := _SENTENCE.match(text)) is not None and is_paragraph(text):
            found[at] = Stamp(Place.INLINE, text, clock=time(int(match[1]), int(match[2])))
    clocks = [stamp.clock for stamp in found.values() if stamp.clock]
    return found if len(found) >= _FEWEST and clocks == sorted(clocks, reverse=True) else {}
