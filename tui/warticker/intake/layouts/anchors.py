"""The stamps that begin or end a page's entries: those of the repeated form, and others that fit between them."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from warticker.intake.layouts.marks import OPEN, bare
from warticker.intake.lines.announcing import LEAD, TICKER
from warticker.intake.lines.clocks import consistency, is_between
from warticker.intake.lines.dates import are_a_chronicle, printed_days
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import is_headline, is_paragraph
from warticker.intake.lines.stamps import Place, Stamp, tail_stamp

_FEWEST = 2
"""The fewest times in an index."""


def anchors(page: Page) -> dict[int, Stamp]:
    """The stamps of entries, by line; none if no form repeats."""
    hits = {
        at: stamp
        for at, stamp in enumerate(page.stamps)
        if stamp is not None and not stamp.dates_the_page and not stamp.is_day_heading
    }
    hits = _without_index(page, _without_headings(page, _without_pairs(page, hits)))
    counts = Counter(stamp.place for stamp in hits.values())
    best = max(counts, key=lambda place: (counts[place], place is not Place.DATED), default=None)
    marks = _marks(page) if counts[Place.MARKED] < 2 else {}
    if len(marks) > 2 * len(hits):
        return marks
    if best is None or counts[best] < 2:
        if few := _few(page, hits) if hits else _days(page):
            return few
        tails = _without_index(page, _tails(page))
        return tails if len(tails) > 1 else {}
    chosen = {at: stamp for at, stamp in hits.items() if stamp.place is best}
    positions = list(chosen)
    return _without_doubles(
        {at: stamp for at, stamp in hits.items() if at in chosen or _fits(at, stamp, chosen, positions, best)}
    )


def _marks(page: Page) -> dict[int, Stamp]:
    """The plus signs that begin several lines without times, as stamps; a first that alone closes may be a name."""
    found = {
        at: Stamp(Place.MARKED, text[match.end() :])
        for at, text in enumerate(page.texts)
        if page.furniture[at] is None and page.stamps[at] is None and (match := OPEN.match(text))
    }
    closed = [at for at, its in found.items() if its.rest.endswith("++")]
    if len(closed) == 1 and closed[0] == min(found) and _names_the_page(found[closed[0]].rest):
        del found[closed[0]]
    return found if len(found) > 1 else {}


def _names_the_page(text: str) -> bool:
    """Whether words between plus signs name a ticker, or the day that a page sums up: no report begins there."""
    return TICKER.search(text) is not None or (LEAD.search(text) is not None and bool(printed_days(text)))


def _days(page: Page) -> dict[int, Stamp]:
    """The days on lines of their own that divide a chronicle: in order, with text below each."""
    found = {at: its for at, its in enumerate(page.stamps) if its is not None and its.is_day_heading}
    if not are_a_chronicle([its.day for its in found.values() if its.day]):
        return {}
    for at, end in pairwise([*found, len(page.lines)]):
        body = [page.texts[line] for line in range(at + 1, end) if not page.furniture[line]]
        if not any(map(is_paragraph, body[:2])):
            return {}
    return found


def _few(page: Page, hits: dict[int, Stamp]) -> dict[int, Stamp]:
    """Stamps without a repeated form: times before text, a single one only if the page says that it is a ticker."""
    found = {at: its for at, its in hits.items() if its.rest and its.clock is not None}
    if len(found) != 1:
        return found
    at, its = next(iter(found.items()))
    named = its.place is Place.MARKED or any(LEAD.search(text) for text in page.texts[:at])
    return found if named or its.label.startswith("update") else {}


def _without_pairs(page: Page, hits: dict[int, Stamp]) -> dict[int, Stamp]:
    """Stamps without the upper of two dated ones in a row: when a page was made, and when it was changed."""
    below = dict(pairwise(hits))
    return {
        at: its
        for at, its in hits.items()
        if not (its.place is Place.DATED and at in below and hits[below[at]].place is Place.DATED)
        or not all(kind not in {None, "closing"} for kind in page.furniture[at + 1 : below[at]])
    }


def _without_headings(page: Page, hits: dict[int, Stamp]) -> dict[int, Stamp]:
    """Stamps without days above times that have a headline and no text: `14. November: Das Wasser steigt`."""
    days = {at for at, its in hits.items() if its.clock is None and its.day and is_headline(its.rest)}
    above = {at for at, below in pairwise(hits) if hits[below].day is None and all(page.furniture[at + 1 : below])}
    return {at: its for at, its in hits.items() if at not in days & above}


def _without_index(page: Page, hits: dict[int, Stamp]) -> dict[int, Stamp]:
    """Stamps without those of an index at the top: there is no text between them, and their times come again below."""
    positions, clocks = list(hits), [its.clock for its in hits.values()]
    below = range(min(hits, default=0) + 1, len(page.texts))
    told = ((at, hits[at].rest if at in hits else page.texts[at]) for at in below if not page.furniture[at])
    top = bisect(positions, next((at for at, text in told if is_paragraph(text)), -1))
    # The last stamp above the first text may belong to it, and one below the index may be missing.
    for lost, end in ((0, top), (0, top - 1), (1, top)):
        index = {*clocks[: max(end, 0)]}
        if end < _FEWEST + lost or None in index:
            continue
        again = clocks[end:] or [its.clock for at, its in _tails(page).items() if at > positions[end - 1]]
        if len(index.difference(again)) <= lost:
            return {at: hits[at] for at in positions[end:]}
    return hits


def _tails(page: Page) -> dict[int, Stamp]:
    """The stamps at the ends of headlines; bare times if all are bare and in order."""
    found = {
        at: its
        for at, text in enumerate(page.texts)
        if not page.furniture[at] and at not in page.rows and (its := tail_stamp(text))
    }
    sure = {at: its for at, its in found.items() if not its.weak}
    in_order = len(found) > _FEWEST and consistency([its.clock for its in found.values()]) == 1
    return found if not sure and in_order else sure


def _without_doubles(chosen: dict[int, Stamp]) -> dict[int, Stamp]:
    """Stamps without those whose report is summarised directly above, with the same time."""
    brief = {
        above
        for above, below in pairwise(chosen)
        if chosen[above].clock is not None and chosen[above].clock == chosen[below].clock
        if (told := bare(chosen[below].rest)) and chosen[above].rest.startswith(told)
    }
    return {at: its for at, its in chosen.items() if at not in brief}


def _fits(at: int, stamp: Stamp, chosen: dict[int, Stamp], positions: Sequence[int], best: Place) -> bool:
    """Whether a stamp of another form fits into the order of the page's stamps."""
    place = bisect(positions, at)
    if stamp.place is Place.DATED and best is not Place.ALONE:
        return False
    if not place:
        return _leads(stamp, [*chosen.values()])
    before = chosen[positions[place - 1]].clock
    if stamp.clock is None or before is None:
        return False
    if place == len(positions):
        return True
    after = chosen[positions[place]].clock
    if after is None:
        return False
    return any(is_between(stamp.clock, before, after, falling=falling) for falling in (True, False))


def _leads(stamp: Stamp, chosen: Sequence[Stamp]) -> bool:
    """Whether a stamp of another form is the first of all: a time before text, in the order of the others.

    A single one must end as the others do. One without a day is decided among several.
    """
    ends = {":", "|"} if stamp.rest else {each.separator for each in chosen if each.rest}
    if stamp.clock is None or stamp.separator not in ends:
        return False
    clocks = [each.clock for each in chosen]
    in_order = consistency([stamp.clock, *clocks]) == 1 == consistency(clocks)
    return in_order and (len(chosen) > 2 or stamp.day is not None)
