"""Undoes the line breaks of text browsers, forums and mail, and missing ones: one item per line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from warticker.expressions import compiled
from warticker.intake.clean import Line
from warticker.intake.lines import flattened
from warticker.intake.lines.announcing import TICKER
from warticker.intake.lines.decorations import undecorated, unmarked
from warticker.intake.lines.joints import before_texts, inside, joints
from warticker.intake.lines.links import without_addresses
from warticker.intake.lines.prose import ends_sentence, is_headline
from warticker.intake.lines.stamps import stamp

_MARGIN = 110
"""The longest lines that were broken at a margin."""
_BROKEN = 0.15
"""The share of line ends inside sentences from which lines were broken at a margin."""
_RAGGED = 1.1
"""How much longer the longest line is at most than the longest one that goes on in lower case."""
_WIDTH = 0.75
"""The least share of the margin that the longest line of a block has, unless the block is short."""
_PARTED = compiled(r"[^\W\d_]-$")
_GOES_ON_BEHIND_A_HYPHEN = compiled(r"(?:und|oder|bis|sowie|wie|bzw)\b|[^a-zäöüß]")
"""What follows a word whose hyphen is its own: `Luft- und Seewege`, `Kiew-Besuch`."""
_TOP = 6
"""Within how many lines a page's title is."""


def unfolded(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Lines without frames and marks, with paragraphs joined, and each stamp at the head of a line.

    And the addresses of the links in them.
    """
    whole, addresses = without_addresses(unmarked(_unwrapped(undecorated(lines))))
    whole = _titled(whole)
    lost = joints(whole)
    cuts = {at: {*lost.get(at, ()), *inside(line.text), *flattened.cuts(line.text)} for at, line in enumerate(whole)}
    parts = _parted(whole, {at: sorted(each) for at, each in cuts.items()})
    return _parted(parts, before_texts(parts)), addresses


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Lines with paragraphs joined that were broken at a margin: many lines continue in lower case.

    The longest of these tell the margin; a headline may be longer, and so may an address, which has no spaces.
    """
    breaks = [(above.text, below.text) for above, below in pairwise(lines) if not below.gap]
    broken = [len(above) for above, below in breaks if _is_within_a_sentence(above, below)]
    lengths = [len(line.text) for line in lines if "://" not in line.text]
    if len(broken) < max(2, _BROKEN * len(breaks)) or max(lengths) > _MARGIN:
        return list(lines)
    margin = max(length for length in lengths if length <= _RAGGED * max(broken))
    return [line for block in _blocks(lines) for line in _paragraphs(block, margin)]


def _is_within_a_sentence(above: str, below: str) -> bool:
    goes_on = below[0].islower() and stamp(below) is None
    return goes_on and not ends_sentence(above) and "://" not in above


def _blocks(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines between two blank ones."""
    starts = [0, *(at for at, line in enumerate(lines) if at and line.gap), len(lines)]
    return (lines[start:end] for start, end in pairwise(starts))


def _paragraphs(block: Sequence[Line], margin: int) -> Iterator[Line]:
    """The lines of a block, with those joined that continue the one above them.

    The block may be indented, as a list is, and its lines shorter by that.
    """
    width = max((len(line.text) for line in block if len(line.text) <= margin), default=0)
    width = width if width >= _WIDTH * margin else margin
    whole = block[0]
    for above, below in pairwise(block):
        if _goes_on(above.text, below.text, width):
            whole = whole._replace(text=_joined(whole.text, below.text))
        else:
            yield whole
            whole = below
    yield whole


def _goes_on(above: str, below: str, width: int) -> bool:
    """Whether a line continues the one above it, where its first word had no room, or begins in lower case."""
    if above.endswith("…") or stamp(below) is not None:
        return False
    full = len(above) <= width < len(above) + 1 + len(below.partition(" ")[0])
    its = stamp(above)
    return (full or below[0].islower()) and (its is None or (full and bool(its.rest)))


def _joined(above: str, below: str) -> str:
    """Two parts of a paragraph, and of a word that was divided between them."""
    if _PARTED.search(above) is None:
        return f"{above} {below}"
    own = _GOES_ON_BEHIND_A_HYPHEN.match(below)
    return f"{above[:-1]}{below}" if own is None else f"{above}{' ' if below[0].islower() else ''}{below}"


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
