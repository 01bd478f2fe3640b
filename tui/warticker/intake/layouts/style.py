"""Where a ticker has its headlines: beside its stamps, above or below them, as most of its entries do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from warticker.expressions import compiled
from warticker.intake.layouts.marks import bare
from warticker.intake.layouts.segments import Segment
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import begins, is_headline, sentence_breaks
from warticker.intake.lines.stamps import Place, Stamp

_MOST = 0.6
"""The share of entries that decides."""
_HALF = 0.5
_NEARLY_ALL = 0.8
_SENTENCE = 100
"""The longest headline that is a whole sentence."""
_LONGEST = 190
"""The longest words between marks that are a headline."""
_QUOTES = "\"„“«»‚'"
_JOIN = compiled(r": | [–—-] ")
_SHORT = 12
"""The most words of a headline that is separated from its text by another sign than from its stamp."""
_CLEAR = 2
"""The fewest spaces of a headline without a separator after its time."""
_FEWEST = 2
"""Headlines may be above more marked texts than this."""
_KICKER = 3
"""The most words of a kicker."""


class Style(NamedTuple):
    """Where a page has its headlines."""

    beside: bool = False
    above: bool = False
    below: bool = False
    trailing: bool = False
    """Whether stamps are below their entries; `below` then means on the entry's first line."""
    heads: bool = False
    """Whether the words between marks are headlines, and not the report itself."""
    parted: bool = False
    """Whether a headline and the text are on a stamp's line, separated by a colon or dash."""
    kickers: frozenset[int] = frozenset()
    """The lines between stamps and headlines that are kickers, or repeat the headline."""

    @property
    def where(self) -> str:
        """The arrangement in words."""
        if self.trailing:
            return "texts are above them, headlines first" if self.below else "texts are above them"
        place = "beside" if self.heads or self.parted else "above" if self.above else "below" if self.below else ""
        return f"headlines are {place} them" if place else "there are no headlines"


def style(page: Page, segments: Sequence[Segment], *, trailing: bool) -> Style:
    """Where most of a page's entries have their headlines."""
    inline = [segment for segment in segments if segment.stamp.rest]
    above = _share([bool(each.body) and is_headline(page.texts[each.body[-1]]) for each in segments[:-1]])
    heads = _heads_beside(inline)
    place = segments[0].stamp.place if inline else None
    texts_beside = above >= _MOST and len(inline) > _FEWEST
    if heads or place is Place.TAIL or (place is Place.MARKED and not texts_beside):
        return Style(beside=True, heads=heads)
    if _are_parted([headed(segment.stamp) for segment in inline]):
        return Style(beside=True, parted=True)
    starts = [segment.body[0] for segment in segments if segment.body]
    below = _share([is_headline(page.texts[at]) for at in starts]) if not inline else 0.0
    if trailing:
        return Style(trailing=True, below=below >= _MOST, kickers=_kickers(page, segments))
    if above >= _MOST and above > below:
        return Style(above=True)
    return Style(below=True, kickers=_kickers(page, segments)) if below >= _HALF else Style()


def headed(stamp: Stamp) -> tuple[str, str] | None:
    """The headline on a stamp's line and the text after it, separated by a colon or a dash."""
    least = 1 if stamp.separator else _CLEAR
    for join in _JOIN.finditer(stamp.rest, 0, _LONGEST):
        head, text = stamp.rest[: join.start()], stamp.rest[join.end() :]
        same = join[0].strip() == stamp.separator
        if (same or least <= head.count(" ") < _SHORT) and is_headline(head) and begins(text):
            return head, text
    return None


def _are_parted(told: Sequence[tuple[str, str] | None]) -> bool:
    """Whether most stamped lines have a headline and a text: half of the colons are not followed by a quotation."""
    quoted = [parts is not None and parts[1][0] in _QUOTES for parts in told]
    return _share([parts is not None for parts in told]) >= _MOST and 2 * sum(quoted) <= len(told)


def can_be_headline(words: str) -> bool:
    """Whether words between marks can be a headline, even a sentence with a full stop."""
    return len(words) <= _LONGEST and not sentence_breaks(words)


def _kickers(page: Page, segments: Sequence[Segment]) -> frozenset[int]:
    """The first of two headline-like lines at the top of an entry: a duplicate, or a kicker, shown by few words."""
    tops = [segment.body[:2] for segment in segments]
    pairs = [(top[0], top[1]) for top in tops if len(top) == 2 and all(is_headline(page.texts[at]) for at in top)]
    counts = Counter(page.texts[top[0]] for top in tops if top)
    words = {at: page.texts[at].count(" ") for pair in pairs for at in pair}
    short = sum(words[at] <= _KICKER for at, _ in pairs)
    every = len(pairs) >= _MOST * len(segments) and short >= _NEARLY_ALL * len(pairs)
    return frozenset(
        at
        for at, below in pairs
        if every
        or page.texts[at].casefold() == page.texts[below].casefold()
        or counts[page.texts[at]] > 1
        or (not words[at] and words[below] >= _KICKER)
    )


def _heads_beside(segments: Sequence[Segment]) -> bool:
    """Whether the words beside stamps are headlines: most are written so, or nearly all are a sentence above a text."""
    if _share([is_headline(bare(segment.stamp.rest)) for segment in segments]) >= _MOST:
        return True
    short = [bool(segment.body) and len(segment.stamp.rest) < _SENTENCE for segment in segments]
    return _share(short) >= _NEARLY_ALL and not any(sentence_breaks(segment.stamp.rest) for segment in segments)


def _share(votes: Sequence[bool]) -> float:
    return sum(votes) / len(votes) if votes else 0.0
