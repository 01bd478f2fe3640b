"""Lists of reports with a day before each headline: `22.07.2024 Damm hält`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from warticker.expressions import compiled
from warticker.intake.lines.dates import DATE, are_a_chronicle, day_of
from warticker.intake.lines.prose import is_headline, is_paragraph
from warticker.intake.lines.stamps import Place, Stamp

_LONGEST = 200
"""The longest line of a day and a headline."""


@cache
def _pattern() -> re.Pattern[str]:
    return compiled(rf"{DATE}\ (?P<rest>[^\W\d_„\"»«].*)", re.VERBOSE | re.IGNORECASE)


def dated_list(texts: Sequence[str]) -> dict[int, Stamp]:
    """The lines that begin entries with a day and a headline, as stamps, by line; with texts between, days in order.

    Empty if there are fewer than three.
    """
    found: dict[int, Stamp] = {}
    for at, (text, below) in enumerate(pairwise(texts)):
        match = _pattern().fullmatch(text) if len(text) <= _LONGEST and text[0].isalnum() else None
        day = None if match is None else day_of(match)
        if match and day and day.full and is_headline(match["rest"]) and is_paragraph(below):
            found[at] = Stamp(Place.INLINE, match["rest"], day, separator=" ")
    return found if are_a_chronicle([stamp.day for stamp in found.values() if stamp.day]) else {}
