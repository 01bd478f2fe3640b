"""Which of a page's stamps begin or end its entries: those of the shape that repeats, and what fits between them."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from warticker.intake.layouts.marks import bare, words
from warticker.intake.layouts.preamble import BULLETS, LEAD, OVERVIEW, is_note
from warticker.intake.lines.clocks import consistency, counts_from_zero, is_between
from warticker.intake.lines.dates import ANY_LEAP_YEAR
from warticker.intake.lines.page import Page
from warticker.intake.lines.prose import is_headline, is_paragraph
from warticker.intake.lines.stamps import Place, Stamp, tail_stamp

_BEFORE_TEXT = (Place.MARKED, Place.INLINE)
_CHRONICLE = 3
"""How many days a chronicle has at least."""
_FEW_OF = 4
"""One of how many days of a chronicle may hold a caption or link that is written like a headline."""
_FEWEST = 2
"""More than how many stamps a page has below its own."""
_DOUBLED = 4
"""One of how many stamps repeats another at least on a page that repeats them."""


def anchors(page: Page) -> dict[int, Stamp]:
    """The stamps of entries, by line; none where no shape repeats."""
    hits = {
        at: stamp
        for at, stamp in enumerate(page.stamps)
        if stamp is not None and not stamp.dates_the_page and not stamp.is_day_heading
    }
    if not hits and (chronicle := _days(page)):
        return chronicle
    hits = _without_headings(page, _without_pairs(page, _without_pages_own(page, hits)))
    index = _listed_on_top(page, hits)
    listed = {at: stamp for at, stamp in hits.items() if at not in index}
    hits = _told_here(page, listed)
    counts = Counter(stamp.place for stamp in hits.values())
    best = max(counts, key=lambda place: (counts[place], place is not Place.DATED), default=None)
    if best is None or counts[best] < 2:
        if few := _few(page, hits):
            return few
        tails = {
            at: stamp
            for at, text in enumerate(page.texts)
            if not page.furniture[at] and at not in page.rows and (stamp := tail_stamp(text))
        }
        if len(tails) < 2 and len(hits) + 1 < len(listed):
            # Of the entries that an index names the page has come to hold one.
            return {at: stamp for at, stamp in hits.items() if stamp.clock is not None}
        return tails if len(tails) > 1 else {}
    chosen = {at: stamp for at, stamp in hits.items() if stamp.place is best}
    if counts_from_zero(page.texts[min(chosen)], [stamp.clock for stamp in chosen.values()]):
        return {}
    positions = sorted(chosen)
    for at, stamp in hits.items():
        if stamp.place is not best and _fits(page, at, stamp, chosen, positions, best):
            chosen[at] = stamp
    return _without_doubles(page, _without_index(page, _without_updates(dict(sorted(chosen.items())))))


def _without_updates(chosen: dict[int, Stamp]) -> dict[int, Stamp]:
    """Stamps without what was added to entries, `Update 17:55 Uhr: ...`, where it breaks the order of the others."""
    first = {at: its for at, its in chosen.items() if not (its.rest and its.label.casefold().startswith("update"))}
    own, whole = (consistency([stamp.clock for stamp in stamps.values()]) for stamps in (first, chosen))
    return first if len(first) > 1 and own == 1 > whole else chosen


def _days(page: Page) -> dict[int, Stamp]:
    """The days alone on their lines that part a chronicle: in order, a text below each with one headline at most."""
    found = {at: its for at, its in enumerate(page.stamps) if its is not None and its.is_day_heading}
    days = [day for its in found.values() if its.day and (day := its.day.on(its.day.year or ANY_LEAP_YEAR))]
    if len(days) < max(_CHRONICLE, len(found)) or days not in (sorted(days), sorted(days, reverse=True)):
        return {}
    mixed = 0
    for at, end in pairwise([*found, len(page.lines)]):
        body = [line for line in range(at + 1, end) if not page.furniture[line]]
        if not any(is_paragraph(page.texts[line]) for line in body[:2]):
            return {}
        mixed += any(is_headline(page.texts[line]) and line not in page.rows for line in body[1:])
    return found if _FEW_OF * mixed <= len(found) else {}


def _few(page: Page, hits: dict[int, Stamp]) -> dict[int, Stamp]:
    """Stamps of which no shape repeats: times before text, one alone only where the page says that it is a ticker."""
    told = {at: its for at, its in hits.items() if its.rest and its.place in _BEFORE_TEXT}
    found = {at: its for at, its in told.items() if its.clock is not None or its.place is Place.MARKED}
    if len(found) == 1 and next(iter(found.values())).place is not Place.MARKED:
        at, its = next(iter(found.items()))
        named = any(LEAD.search(text) for text in page.texts[:at])
        return found if named or its.label.casefold().startswith("update") else {}
    return found


def _without_pages_own(page: Page, hits: dict[int, Stamp]) -> dict[int, Stamp]:
    """Stamps without the dated one between a page's title and its lead or overview: it says when the page was made."""
    first, second, *_ = (*hits, len(page.texts), len(page.texts))
    above = [text for text, kind in zip(page.texts[:first], page.furniture[:first], strict=True) if not kind]
    below = range(first + 1, second)
    texts = [page.texts[at] for at in below if not page.furniture[at] and is_paragraph(page.texts[at])]
    told = [text for text in texts if not (text.startswith(BULLETS) or OVERVIEW.fullmatch(text) or is_note(text))]
    lead = LEAD.search(told[0]) if told else texts or any(OVERVIEW.fullmatch(page.texts[at]) for at in below)
    dates = len(hits) > _FEWEST and hits[first].place is Place.DATED and 0 < len(above) <= 2 and len(told) <= 2
    return {at: hits[at] for at in hits if at != first} if dates and lead else hits


def _without_pairs(page: Page, hits: dict[int, Stamp]) -> dict[int, Stamp]:
    """Stamps without the dated one right above another: when a page was made, and when it was changed."""
    below = dict(pairwise(hits))
    return {
        at: its
        for at, its in hits.items()
        if not (its.place is Place.DATED and at in below and hits[below[at]].place is Place.DATED)
        or not all(page.furniture[at + 1 : below[at]])
    }


def _without_headings(page: Page, hits: dict[int, Stamp]) -> dict[int, Stamp]:
    """Stamps without days that have a headline and no text, above times: `Freitag, 14. November: Das Wasser steigt`.

    The only day, on top of times, says of which day they are, with a text too.
    """
    days = [at for at, its in hits.items() if its.clock is None and its.ago is None and not its.label]
    lone = len(days) == 1 and len(hits) > _FEWEST and days[0] == min(hits)
    below = dict(pairwise(hits))
    heads = {at for at in days if at in below and (lone or _heads_times(page, at, below[at], hits))}
    return {at: its for at, its in hits.items() if at not in heads}


def _heads_times(page: Page, at: int, below: int, hits: dict[int, Stamp]) -> bool:
    following = hits[below]
    timed = following.clock is not None and following.day is None and all(page.furniture[at + 1 : below])
    return timed and is_headline(hits[at].rest)


def _told_here(page: Page, hits: dict[int, Stamp]) -> dict[int, Stamp]:
    """Stamps without those of an index on top: one below the other, and what one names is a headline further below.

    Where no stamps stand below them, at the headlines' ends either, they are the entries' own.
    """
    places = {words(text): at for at, text in enumerate(page.texts) if at not in hits}
    kept: dict[int, Stamp] = {}
    run: list[int] = []
    for at, end in pairwise([*hits, len(page.texts)]):
        run.append(at)
        last = end == len(page.texts)
        if last or not all(page.furniture[at + 1 : end]):
            named = _timed_at_their_ends(page, at + 1) if last and len(run) > 1 else {} if last else places
            index = any(hits[each].rest and named.get(words(hits[each].rest), -1) > at for each in run)
            kept.update((each, hits[each]) for each in run if not (index and hits[each].rest))
            run = []
    return kept


def _timed_at_their_ends(page: Page, start: int) -> dict[str, int]:
    """The headlines from a line on that have a time at their end, and where they stand."""
    tails = {at: tail_stamp(page.texts[at]) for at in range(start, len(page.texts))}
    return {words(tail.rest): at for at, tail in tails.items() if tail is not None}


def _listed_on_top(page: Page, hits: dict[int, Stamp]) -> frozenset[int]:
    """The stamps of a list on top: each with a bullet, no report below one, and no bullet before any further below.

    One alone is of a list where an item beside it has none.
    """
    listed = [at for at in hits if page.texts[at].startswith(BULLETS)]
    others = [at for at in hits if not page.texts[at].startswith(BULLETS)]
    if not listed or not others or max(listed) > min(others):
        return frozenset()
    items = [at for at in range(max(min(listed) - 1, 0), max(listed) + 2) if page.texts[at].startswith(BULLETS)]
    if (len(listed) < 2 or len(others) < 2) and len(items) <= len(listed):
        return frozenset()
    between = [at for at in range(min(listed), min(others)) if at not in hits and not page.furniture[at]]
    reports = [at for at in between if is_paragraph(page.texts[at]) and not page.texts[at].startswith(BULLETS)]
    return frozenset() if reports else frozenset(listed)


def _without_doubles(page: Page, chosen: dict[int, Stamp]) -> dict[int, Stamp]:
    """Stamps without those that only repeat the one above their headline, or are told in brief above their report.

    A page that repeats stamps does so with most of its headlines.
    """
    found = dict(chosen)
    headed: list[int] = []
    for above, below in pairwise(chosen):
        if chosen[above].clock is None or chosen[above].clock != chosen[below].clock:
            continue
        told = bare(chosen[below].rest)
        if told and chosen[above].rest.startswith(told):
            found.pop(above)
            continue
        between = [at for at in range(above + 1, below) if not page.furniture[at]]
        one = len({page.texts[at] for at in between}) == 1
        text = next((at for at in range(below + 1, len(page.lines)) if not page.furniture[at]), below)
        if one and not chosen[above].rest and is_headline(page.texts[between[0]]) and is_paragraph(page.texts[text]):
            headed.append(below)
    if _DOUBLED * len(headed) > len(found):
        for at in headed:
            found.pop(at, None)
    return found


def _fits(page: Page, at: int, stamp: Stamp, chosen: dict[int, Stamp], positions: Sequence[int], best: Place) -> bool:
    """Whether a stamp of another shape stands in its place in the order of the page's stamps."""
    place = bisect(positions, at)
    if stamp.place is Place.DATED and (best is not Place.ALONE or not place):
        return False
    if not place:
        return _leads(stamp, [chosen[each] for each in positions])
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
    """Whether a stamp of another shape is the first of them all: a time before text, in the order of the others.

    Where it stands alone it ends as the others do. One without a day is told among several.
    """
    ends = {":", "|"} if stamp.rest else {each.separator for each in chosen if each.rest}
    if stamp.clock is None or stamp.place not in {*_BEFORE_TEXT, Place.ALONE} or stamp.separator not in ends:
        return False
    clocks = [each.clock for each in chosen]
    in_order = consistency([stamp.clock, *clocks]) == 1 == consistency(clocks)
    return in_order and (len(chosen) > 2 or stamp.day is not None)


def _without_index(page: Page, anchors: dict[int, Stamp]) -> dict[int, Stamp]:
    """Stamps without those of an index on top, whose headlines come again with their reports."""
    positions = list(anchors)
    later: set[tuple[object, str]] = set()
    kept: dict[int, Stamp] = {}
    for at, following in zip(reversed(positions), [len(page.lines), *reversed(positions)], strict=False):
        stamp = anchors[at]
        name = (stamp.clock, bare(stamp.rest)[:60].casefold())
        if all(page.furniture[at + 1 : following]):
            if name[1] and name in later:
                continue
        else:
            later.add(name)
        kept[at] = stamp
    return dict(sorted(kept.items()))
