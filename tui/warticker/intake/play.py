"""Minutes of play and laps, which part entries of sports tickers without times: `60.`, `90+2`, `Runde 8/52: Text`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from warticker.expressions import compiled
from warticker.intake.stamps import Place, Stamp

_MARK = compiled(
    r"(?:(?P<unit>Runde )?(?P<number>\d{1,3})(?::[0-5]\d(?=$))?(?P<laps>/\d{1,3})?)(?:[.'’´]?\s?\+\s?\d{1,2})?"
    r"(?P<minute>\.?['’´]|\.?\s?Min(?:ute)?\b)?\.?(?:\s?\+\s?\d{1,2})?(?P<rest>\s?(?P<join>[:|–-])?\s\S.*|:)?",
    re.DOTALL,
)
_MOST = 130
"""How many minutes or laps there are at most."""
_FEWEST = 3


def play(texts: Sequence[str]) -> dict[int, Stamp]:
    """The lines that begin entries with a minute of play or a lap, as stamps that say no time; they stay in the text.

    They run one way down the page and neither stay nor go by ones, as what counts the items of a list does; text stands
    between.
    """
    found: dict[int, Stamp] = {}
    known: list[int] = []
    told = True
    for at, text in enumerate(texts):
        match = _MARK.fullmatch(text) if text[0].isdigit() or text.startswith("Runde ") else None
        if match is None or int(match["number"]) > _MOST:
            continue
        named = bool(match["minute"] or ((match["unit"] or match["laps"]) and match["join"]))
        if not named and (match["rest"] or match["unit"] or match["laps"]):
            continue
        told = told and named and bool(match["join"])
        rest = text if match["rest"] and len(match["rest"]) > 1 else ""
        found[at] = Stamp(Place.INLINE if rest else Place.ALONE, rest)
        known.append(int(match["number"]))
    steps = [b - a for a, b in pairwise(known)]
    one_way = all(step <= 0 for step in steps) or all(step >= 0 for step in steps)
    apart = all(found[a].rest or b - a > 1 for a, b in pairwise(found))
    counted = not told and {abs(step) for step in steps} in ({0}, {1})
    return found if len(found) >= (2 if told else _FEWEST) and one_way and apart and not counted else {}
