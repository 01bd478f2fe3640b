"""Minutes of play and laps, which separate entries of sports tickers without times: `60.`, `90+2`, `Runde 8/52: T`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from warticker.expressions import compiled
from warticker.intake.lines.stamps import Place, Stamp

_MARK = compiled(
    r"(?:(?P<unit>Runde )?(?P<number>\d{1,3})(?::[0-5]\d(?=$))?(?P<laps>/\d{1,3})?)(?:[.'’´]?\s?\+\s?\d{1,2})?"
    r"(?P<minute>\.?['’´]|\.?\s?Min(?:ute)?\b)?\.?(?:\s?\+\s?\d{1,2})?(?P<rest>\s?(?P<join>[:|–-])?\s\S.*|:)?",
    re.DOTALL,
)
_NUMBER = compiled(r"(\d{1,3})(?:\+\d{1,2})? [A-ZÄÖÜ„»\"]")
_HEAD = 10
"""Within how many characters such a line's first word begins."""
_MANY = 8
"""From how many lines on bare numbers are minutes."""
_MOST = 130
"""The most minutes or laps."""
_FEWEST = 3


def play(texts: Sequence[str]) -> dict[int, Stamp]:
    """The lines that begin entries with a minute of play or a lap, as stamps without a time; they stay in the text.

    They run one way down the page, with text between, and do not count one by one, as the numbers of a list do.
    """
    return _signed(texts) or _bare(texts)


def _bare(texts: Sequence[str]) -> dict[int, Stamp]:
    """The lines that begin with a bare number, `90 Spielende`: half of the page, one way, and no numbered list."""
    found = {at: int(match[1]) for at, text in enumerate(texts) if (match := _NUMBER.match(text[:_HEAD]))}
    steps = {b - a for a, b in pairwise(found.values())}
    one_way = all(step <= 0 for step in steps) or all(step >= 0 for step in steps)
    many = len(found) >= max(_MANY, len(texts) / 2)
    if not many or not one_way or len(steps) < _FEWEST or max(found.values()) > _MOST:
        return {}
    return {at: Stamp(Place.INLINE, texts[at]) for at in found}


def _signed(texts: Sequence[str]) -> dict[int, Stamp]:
    """The lines that begin with a minute or lap named as such, or alone on its line."""
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
