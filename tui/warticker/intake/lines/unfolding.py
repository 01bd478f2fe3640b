"""Undoes the line breaks of text browsers, forums and mail, and missing ones: one item per line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from warticker.intake.clean import Line
from warticker.intake.lines import flattened
from warticker.intake.lines.announcing import TICKER
from warticker.intake.lines.decorations import undecorated
from warticker.intake.lines.joints import before_texts, inside, joints
from warticker.intake.lines.prose import ends_sentence, is_headline
from warticker.intake.lines.stamps import stamp

_MARGIN = 110
"""The longest lines that were broken at a margin."""
_BROKEN = 0.15
"""The share of line ends inside sentences from which lines were broken at a margin."""
_FULL = 0.75
"""The share of the margin from which a line is full."""
_TOP = 6
"""Within how many lines a page's title is."""


def unfolded(lines: Sequence[Line]) -> list[Line]:
    """Lines without frames and marks, with paragraphs joined, and each stamp at the head of a line."""
    whole = _titled(_unwrapped(undecorated(lines)))
    lost = joints(whole)
    cuts = {at: {*lost.get(at, ()), *inside(line.text), *flattened.cuts(line.text)} for at, line in enumerate(whole)}
    parts = _parted(whole, {at: sorted(each) for at, each in cuts.items()})
    return _parted(parts, before_texts(parts))


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Lines with paragraphs joined that were broken at a margin: many lines continue in lower case."""
    breaks = [(above.text, below.text) for above, below in pairwise(lines) if not below.gap]
    broken = sum(below[0].islower() and not ends_sentence(above) and stamp(below) is None for above, below in breaks)
    margin = max((len(line.text) for line in lines), default=0)
    if broken < max(2, _BROKEN * len(breaks)) or margin > _MARGIN:
        return list(lines)
    found: list[list[Line]] = []
    for line in lines:
        if found and not line.gap and _goes_on(found[-1][-1].text, line.text, margin):
            found[-1].append(line)
        else:
            found.append([line])
    return [block[0]._replace(text=" ".join(line.text for line in block)) for block in found]


def _goes_on(above: str, below: str, margin: int) -> bool:
    """Whether a line continues the one above it, which is nearly full, or begins in lower case."""
    if above.endswith("…"):
        return False
    full = len(above) >= _FULL * margin
    its = stamp(above)
    return (full or below[0].islower()) and stamp(below) is None and (its is None or (full and bool(its.rest)))


def _titled(lines: list[Line]) -> list[Line]:
    """Lines with a title joined whose second line continues in lower case and names the page: `im Liveticker`."""
    for at, (above, below) in enumerate(pairwise(lines[:_TOP])):
        goes_on = not below.gap and below.text[0].islower() and TICKER.search(below.text) is not None
        if goes_on and is_headline(above.text) and not ends_sentence(below.text):
            return [*lines[:at], above._replace(text=f"{above.text} {below.text}"), *lines[at + 2 :]]
    return lines


def _parted(lines: Sequence[Line], cuts: Mapping[int, Sequence[int]]) -> list[Line]:
    """Lines, with those in `cuts` split there."""
    found = []
    for at, line in enumerate(lines):
        for start, end in pairwise((0, *cuts.get(at, ()), len(line.text))):
            if text := line.text[start:end].strip():
                found.append(line._replace(text=text, gap=line.gap and start == 0))
    return found
