"""Minutes of play, which part the entries of a sports ticker that has no times of day: `60.`, `90+2`, `88. Min`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from warticker.intake.stamps import Place, Stamp

_MINUTE = re.compile(
    r"(?P<minute>\d{1,3})(?:[.'’´]?\s?\+\s?\d{1,2})?(?P<unit>['’´]|\.?\s?Min(?:ute)?\b)?\.?(?:\s?\+\s?\d{1,2})?"
    r"(?P<rest>\s?[:|–-]?\s\S.*|:)?",
    re.DOTALL,
)
_TOLD = re.compile(r"\d{1,3}\.? ?Min(?:ute)? ?[:|–-] ")
_LONGEST = 130
"""How many minutes a game has at most."""
_FEWEST = 3
_LONGEST_ALONE = 12
"""How long a line is at most that is a minute and nothing else."""


def minute_of_play(text: str) -> bool:
    """Whether a line is a minute of play and nothing else."""
    match = _MINUTE.fullmatch(text) if len(text) <= _LONGEST_ALONE else None
    return match is not None and not match["rest"] and int(match["minute"]) <= _LONGEST


def minutes_of_play(texts: Sequence[str]) -> dict[int, Stamp]:
    """The lines that begin entries with a minute of play, each as a stamp that says no time; they stay in the text.

    They run one way down the page and not by ones, as what counts the items of a list does; text stands between.
    """
    found: dict[int, Stamp] = {}
    known: list[int] = []
    for at, text in enumerate(texts):
        match = _MINUTE.fullmatch(text) if text[0].isdigit() else None
        if match is not None and (match["unit"] or not match["rest"]) and int(match["minute"]) <= _LONGEST:
            rest = text if match["rest"] and len(match["rest"]) > 1 else ""
            found[at] = Stamp(Place.INLINE if rest else Place.ALONE, rest)
            known.append(int(match["minute"]))
    least = 2 if all(_TOLD.match(its.rest) for its in found.values()) else _FEWEST
    steps = [b - a for a, b in pairwise(known)]
    one_way = all(step <= 0 for step in steps) or all(step >= 0 for step in steps)
    apart = all(found[a].rest or b - a > 1 for a, b in pairwise(found))
    return found if len(found) >= least and one_way and apart and {abs(step) for step in steps} != {1} else {}
