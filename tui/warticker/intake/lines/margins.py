"""Text that text browsers, mail and prints broke at a margin, in whole paragraphs again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from warticker.expressions import compiled
from warticker.intake.clean import Line
from warticker.intake.lines.prose import ends_sentence
from warticker.intake.lines.stamps import stamp

_WIDEST = 200
"""The longest lines that were broken at a margin."""
_BROKEN = 0.1
"""The share of line ends inside sentences from which lines were broken at a margin."""
_FEWEST = 2
"""The fewest such line ends."""
_FULL = 1 / 3
"""The least share of those line ends where the next word had no room; the other blocks may be indented."""
_NARROWEST = 50
"""The least length of a line that tells a margin by itself; a shorter one with a stamp may be a headline."""
_WIDTH = 0.75
"""The least share of the margin that the longest line of a block has, unless the block is short."""
_ITEM = compiled(r"[*•·▪-] (?![a-zäöü])")
"""The beginning of a list's item, not of a sentence that goes on behind a dash."""
_DIVIDED = compiled(r"[^\W\d_]{2}-")
"""The end of a line where a word is divided; no syllable has one letter."""
_BEHIND_A_HYPHEN = compiled(r"(?:und|oder|bis|sowie|wie|bzw)\b|[^a-zäöüß]")
"""What follows a word whose hyphen is its own: `Luft- und Seewege`, `Kiew-Besuch`."""


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Lines with paragraphs joined that were broken at a margin: many lines continue in lower case.

    The longest of these tell the margin, for the words below them had no room in it. A headline may be longer, and so
    may an address, which has no spaces. Where most had room, authors broke the lines, and only what goes on in lower
    case is joined.
    """
    breaks = [(above.text, below.text) for above, below in pairwise(lines) if not below.gap]
    broken = [(len(above), _least(above, below)) for above, below in breaks if _is_within_a_sentence(above, below)]
    lengths = [len(line.text) for line in lines if "://" not in line.text]
    if len(broken) < max(_FEWEST, _BROKEN * len(breaks)) or max(lengths) > _WIDEST:
        return list(lines)
    longest = max(length for length, _ in broken)
    room = [least for _, least in broken if least > longest]
    is_told = len(room) >= (_FEWEST if longest < _NARROWEST else _FULL * len(broken))
    margin = max(length for length in lengths if length < min(room)) if is_told else 0
    headlines = _headlines(breaks, margin)
    return [line for block in _blocks(lines) for line in _paragraphs(block, margin, headlines)]


def _is_within_a_sentence(above: str, below: str) -> bool:
    if not below[0].islower() or stamp(below) is not None or ends_sentence(above) or "://" in above:
        return False
    return len(above) >= _NARROWEST or stamp(above) is None


def _blocks(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines between two blank ones."""
    starts = [0, *(at for at, line in enumerate(lines) if at and line.gap), len(lines)]
    return (lines[start:end] for start, end in pairwise(starts))


def _headlines(breaks: Sequence[tuple[str, str]], margin: int) -> frozenset[str]:
    """The lines with a stamp and words, if most have room for the first word of the text below: these are headlines."""
    beside = {above: below for above, below in breaks if (its := stamp(above)) and its.rest and stamp(below) is None}
    full = sum(_is_full(above, below, margin) for above, below in beside.items())
    return frozenset(beside) if 2 * full < len(beside) else frozenset()


def _paragraphs(block: Sequence[Line], margin: int, headlines: Collection[str]) -> Iterator[Line]:
    """The lines of a block, with those joined that continue the one above them.

    The block may be indented, as a list is, and its lines shorter by that.
    """
    width = max((len(line.text) for line in block if len(line.text) <= margin), default=0)
    width = width if width >= _WIDTH * margin else margin
    whole = block[0]
    for above, below in pairwise(block):
        headed = above.text in headlines and not below.text[0].islower()
        if not headed and _goes_on(above.text, below.text, width):
            whole = whole._replace(text=_joined(whole.text, below.text))
        else:
            yield whole
            whole = below
    yield whole


def _goes_on(above: str, below: str, width: int) -> bool:
    """Whether a line continues the one above it, where its first word had no room, or begins in lower case."""
    if _ITEM.match(below) is not None or stamp(below) is not None:
        return False
    full = _is_full(above, below, width)
    its = stamp(above)
    return (full or below[0].islower()) and (its is None or (full and bool(its.rest)))


def _is_full(above: str, below: str, width: int) -> bool:
    """Whether a line has no room for the first word of the one below it; a longer one was not broken there."""
    return len(above) <= width < _least(above, below)


def _least(above: str, below: str) -> int:
    """The least width at which the first word of a line had room on the one above it."""
    return len(above) + 1 + len(below.partition(" ")[0])


def _joined(above: str, below: str) -> str:
    """Two parts of a paragraph, and of a word that was divided between them."""
    if _DIVIDED.fullmatch(above[-3:]) is None:
        return f"{above} {below}"
    own = _BEHIND_A_HYPHEN.match(below)
    return f"{above[:-1]}{below}" if own is None else f"{above}{' ' if below[0].islower() else ''}{below}"
