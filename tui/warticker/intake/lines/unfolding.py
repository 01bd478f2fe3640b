"""Undoes the line breaks of text browsers, forums and mail, and missing ones: one item per line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from warticker.intake.clean import Line
from warticker.intake.lines import flattened
from warticker.intake.lines.announcing import TICKER
from warticker.intake.lines.decorations import undecorated, unmarked
from warticker.intake.lines.joints import before_texts, inside, joints
from warticker.intake.lines.links import without_addresses
from warticker.intake.lines.margins import unwrapped
from warticker.intake.lines.prose import ends_sentence, is_headline

_TOP = 6
"""Within how many lines a page's title is."""


def unfolded(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Lines without frames and marks, with paragraphs joined, and each stamp at the head of a line.

    And the addresses of the links in them.
    """
    whole, addresses = without_addresses(unmarked(unwrapped(undecorated(lines))))
    whole = _titled(whole)
    lost = joints(whole)
    cuts = {at: {*lost.get(at, ()), *inside(line.text), *flattened.cuts(line.text)} for at, line in enumerate(whole)}
    parts = _parted(whole, {at: sorted(each) for at, each in cuts.items()})
    return _parted(parts, before_texts(parts)), addresses


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
