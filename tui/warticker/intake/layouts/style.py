"""Where a ticker sets its headlines: beside its stamps, above or below them, as most of its entries do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from warticker.expressions import compiled
from warticker.intake.layouts.marks import bare
from warticker.intake.layouts.segments import Segment
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import begins, ends_sentence, is_headline, sentence_breaks
from warticker.intake.lines.stamps import Place, Stamp

_MOST = 0.6
"""The share of entries that decides."""
_NEARLY_ALL = 0.8
_SENTENCE = 100
"""How long a headline can be that is a whole sentence."""
_LONGEST = 190
"""How long the words between marks are at most that are one."""
_QUOTES = "\"„“«»‚'"
_JOIN = compiled(r": | [–—-] ")
_SHORT = 12
"""How many words a headline has at most that another sign parts from its text than from its stamp."""
_CLEAR = 2
"""How many spaces a headline has at least that no sign parts from its time."""
_FEWEST = 2
"""More than how many marked texts headlines may stand above."""
_KICKER = 3
"""How many words a kicker has at most."""


@dataclass(frozen=True, slots=True)
class Style:
    """Where a page sets its headlines."""

    beside: bool = False
    above: bool = False
    below: bool = False
    trailing: bool = False
    """Whether stamps stand below their entries; `below` then means on the entry's first line."""
    after_marks: bool = False
    heads: bool = False
    """Whether the words between marks are headlines, and not the report itself."""
    parted: bool = False
    """Whether a headline and the text stand on a stamp's line, parted by a colon or dash."""
    kickers: frozenset[int] = frozenset()
    """The lines between stamps and headlines that are rubrics, or the headline once more."""

    @property
    def where(self) -> str:
        """Where headlines stand, in words."""
        if self.trailing:
            return "headlines stand on top of the texts above them" if self.below else "texts stand above them"
        beside = self.beside and (self.heads or self.parted or self.after_marks)
        place = "beside" if beside else "above" if self.above else "below" if self.below else ""
        return f"headlines stand {place} them" if place else "there are no headlines"


def style(page: Page, segments: Sequence[Segment], first: int, *, trailing: bool) -> Style:
    """The style of a page whose first entry's stamp is on line `first`."""
    rests = [segment.stamp.rest for segment in segments if segment.stamp.rest]
    marked = bool(rests) and segments[0].stamp.place in {Place.MARKED, Place.TAIL}
    inline = [segment for segment in segments if segment.stamp.rest]
    before = [line for line in range(first) if page.furniture[line] is None and page.stamps[line] is None]
    ends = [before, *(segment.body for segment in segments[:-1])]
    above = _share([bool(end) and is_headline(page.texts[end[-1]]) for end in (ends[1:] or ends)])
    after_marks = _share([is_headline(segment.stamp.rest) for segment in segments if segment.stamp.closed]) >= _MOST
    if marked or (inline and _heads_beside(inline)):
        bared = [(rest, bare(rest)) for rest in rests]
        heads = _share([is_headline(head) or (head != rest and can_be_headline(head)) for rest, head in bared]) >= _MOST
        texts = len(inline) > _FEWEST and inline[0].stamp.place is not Place.TAIL and not (heads or after_marks)
        closing = any(bare(rest) != rest.strip() for rest in rests) or any(segment.stamp.closed for segment in segments)
        heads = heads or (any(segment.body for segment in segments) and (closing or _heads_beside(inline)))
        if not texts or above < _MOST:
            return Style(beside=True, after_marks=after_marks, heads=heads)
    elif len(inline) > 1 and _are_parted([headed(segment.stamp) for segment in inline]):
        return Style(beside=True, parted=True)
    starts = [segment.body[0] for segment in segments if segment.body]
    below = _share([is_headline(page.texts[at]) for at in starts]) if not rests else 0.0
    if trailing:
        return Style(trailing=True, below=below >= _MOST, kickers=_kickers(page, segments))
    if above >= _MOST and above > below:
        return Style(above=True, after_marks=after_marks)
    below_wins = below >= 0.5 and below >= above
    return Style(
        below=below_wins, after_marks=after_marks, kickers=_kickers(page, segments) if below_wins else frozenset()
    )


def headed(stamp: Stamp, *, whole: bool = True) -> tuple[str, str] | None:
    """The headline on a stamp's line and the text behind it, parted by a colon or a dash; a `whole` one ends."""
    least = 1 if stamp.separator else _CLEAR if stamp.clock else _SHORT
    for join in _JOIN.finditer(stamp.rest, 0, _LONGEST):
        head, text = stamp.rest[: join.start()], stamp.rest[join.end() :]
        same = join[0].strip() == stamp.separator
        if (
            (same or least <= head.count(" ") < _SHORT)
            and is_headline(head)
            and begins(text)
            and (ends_sentence(text) or not whole)
        ):
            return head, text
    return None


def _are_parted(told: Sequence[tuple[str, str] | None]) -> bool:
    """Whether most stamped lines hold a headline and a text: behind half of the colons stands no quotation."""
    quoted = [parts is not None and parts[1][0] in _QUOTES for parts in told]
    return _share([parts is not None for parts in told]) >= _MOST and 2 * sum(quoted) <= len(told)


def can_be_headline(words: str) -> bool:
    """Whether words between marks can be a headline, be it a sentence with a stop."""
    return is_headline(words) or (len(words) <= _LONGEST and not sentence_breaks(words))


def _kickers(page: Page, segments: Sequence[Segment]) -> frozenset[int]:
    """The first of two headline-like lines on top of an entry: the same twice, or a rubric, as few words tell."""
    pairs = []
    tops = Counter(page.texts[segment.body[0]] for segment in segments if segment.body)
    for segment in segments:
        top = segment.body[:2]
        if len(top) == 2 and all(is_headline(page.texts[at]) for at in top):
            pairs.append((top[0], top[1]))
    found = {
        at
        for at, below in pairs
        if page.texts[at].casefold() == page.texts[below].casefold()
        or (page.texts[at].count(" ") < _KICKER and tops[page.texts[at]] > 1)
        or (" " not in page.texts[at] and page.texts[below].count(" ") >= _KICKER)
    }
    if len(pairs) < _MOST * len(segments):
        return frozenset(found)
    short = _share([page.texts[a].count(" ") <= _KICKER and len(page.texts[a]) < len(page.texts[b]) for a, b in pairs])
    few = len({page.texts[at] for at, _ in pairs}) <= _MOST * len(pairs)
    return frozenset({at for at, _ in pairs} if short >= _NEARLY_ALL or few else found)


def _heads_beside(segments: Sequence[Segment]) -> bool:
    """Whether the words beside stamps are headlines: most are written so, or nearly all are a sentence above a text."""
    if _share([is_headline(bare(segment.stamp.rest)) for segment in segments]) >= _MOST:
        return True
    short = [bool(segment.body) and len(segment.stamp.rest) < _SENTENCE for segment in segments]
    return _share(short) >= _NEARLY_ALL and not any(sentence_breaks(segment.stamp.rest) for segment in segments)


def _share(votes: Sequence[bool]) -> float:
    return sum(votes) / len(votes) if votes else 0.0
