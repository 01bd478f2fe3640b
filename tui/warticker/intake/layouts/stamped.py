"""Tickers whose entries bear stamps: marked with plus signs, alone on a line, before text or after it.

A stamp's shape that repeats down the page is the layout. Where the headline stands (beside, below, above) is what most
of the page's entries do; a single entry may lack a mark, a headline or a text.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from warticker.intake.dates import DayMark
from warticker.intake.layouts.preamble import BULLETS, Preamble, read_preamble
from warticker.intake.layouts.reading import Draft, Reading, Role, Sheet
from warticker.intake.page import Page
from warticker.intake.prose import PERSON, ends_sentence, is_headline, is_paragraph, sentence_breaks
from warticker.intake.stamps import Place, Stamp, tail_stamp
from warticker.model import DocumentKind

_CLOSING_MARKS = re.compile(r"\s*\+{2,}\s*|\s\+(?:\s|$)")
_MOST = 0.6
"""The share of entries that decides where a page sets its headlines."""
_NEARLY_ALL = 0.8
_SENTENCE = 100
"""How long a headline can be that is a whole sentence."""
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class _Segment:
    """A stamp with the lines up to the next."""

    at: int
    stamp: Stamp
    body: tuple[int, ...]
    heading: DayMark | None


def read(page: Page) -> Reading | None:
    """The page as a ticker with stamps; None where no shape of a stamp repeats."""
    anchors = _anchors(page)
    if not anchors:
        return None
    order = consistency([stamp.clock for stamp in anchors.values()])
    sheet = Sheet(page)
    first = min(anchors)
    segments = _segments(page, anchors)
    style = _style(page, segments, first)
    preamble = read_preamble(sheet, first, keep_last=style.above)
    drafts = [preamble.draft] if preamble.draft is not None else []
    drafts += _drafts(sheet, segments, style, preamble)
    stamps = [*preamble.stamps, *_stamps_of_the_page(sheet, anchors, first)]
    count = len(anchors)
    return Reading(
        layout=f"stamps {next(iter(anchors.values())).place}, headlines {style.name}",
        kind=DocumentKind.TICKER,
        drafts=tuple(draft for draft in drafts if draft.headline or draft.paragraphs),
        roles=tuple(sheet.roles),
        score=count / (count + 0.5) * (0.4 + 0.6 * order),
        why=f"{count} stamps of one shape, {order:.0%} of them in order",
        title=preamble.title,
        page_stamps=tuple(stamps),
    )


def consistency(clocks: Sequence[time | None]) -> float:
    """The share of neighbours that run one way, midnight allowed for; 1 for fewer than two times."""
    minutes = [clock.hour * 60 + clock.minute for clock in clocks if clock is not None]
    steps = [(b - a) % _DAY for a, b in pairwise(minutes)]
    if not steps:
        return 1.0
    rising = sum(step < _DAY / 2 for step in steps)
    falling = sum(step == 0 or step >= _DAY / 2 for step in steps)
    return max(rising, falling) / len(steps)


def _anchors(page: Page) -> dict[int, Stamp]:
    """The stamps that begin entries, by line: those of the shape that repeats, and others that fit between them."""
    hits = {
        at: stamp
        for at, stamp in enumerate(page.stamps)
        if stamp is not None and not stamp.dates_the_page and not stamp.is_day_heading
    }
    counts = Counter(stamp.place for stamp in hits.values())
    best = max(counts, key=lambda place: counts[place], default=None)
    if best is None or (counts[best] < 2 and best is not Place.MARKED):
        tails = {
            at: stamp for at, text in enumerate(page.texts) if not page.furniture[at] and (stamp := tail_stamp(text))
        }
        return tails if len(tails) > 1 else {}
    chosen = {at: stamp for at, stamp in hits.items() if stamp.place is best}
    positions = sorted(chosen)
    for at, stamp in hits.items():
        if stamp.place is not best and _fits(at, stamp, chosen, positions):
            chosen[at] = stamp
    return _without_index(page, dict(sorted(chosen.items())))


def _fits(at: int, stamp: Stamp, chosen: dict[int, Stamp], positions: Sequence[int]) -> bool:
    """Whether a stamp of another shape stands in its place in the order of the page's stamps."""
    if stamp.place is Place.DATED:
        return False
    place = bisect(positions, at)
    before = chosen[positions[place - 1]].clock if place else None
    if stamp.clock is None or before is None:
        return False
    if place == len(positions):
        return True
    after = chosen[positions[place]].clock
    if after is None:
        return False
    a, b, c = (clock.hour * 60 + clock.minute for clock in (before, after, stamp.clock))
    return (a - c) % _DAY + (c - b) % _DAY == (a - b) % _DAY or (c - a) % _DAY + (b - c) % _DAY == (b - a) % _DAY


def _without_index(page: Page, anchors: dict[int, Stamp]) -> dict[int, Stamp]:
    """Stamps without those of an index on top, whose headlines come again with their reports."""
    positions = list(anchors)
    later: set[tuple[object, str]] = set()
    kept: dict[int, Stamp] = {}
    for at, following in zip(reversed(positions), [len(page.lines), *reversed(positions)], strict=False):
        stamp = anchors[at]
        name = (stamp.clock, _bare(stamp.rest)[:60].casefold())
        if all(page.furniture[at + 1 : following]):
            if name[1] and name in later:
                continue
        else:
            later.add(name)
        kept[at] = stamp
    return dict(sorted(kept.items()))


def _bare(rest: str) -> str:
    return _CLOSING_MARKS.split(rest)[0].strip()


def _segments(page: Page, anchors: dict[int, Stamp]) -> list[_Segment]:
    """Each stamp with the lines up to the next that are no furniture, and the day heading that it stands under.

    On some pages the day stands below its entries: none is above the first, and one is below the last.
    """
    headings = {at: day for at in range(len(page.lines)) if (day := _heading(page, at))}
    positions = sorted(anchors)
    below = bool(headings) and min(headings) > positions[0] and max(headings) > positions[-1]
    found = []
    for at, end in zip(positions, [*positions[1:], len(page.lines)], strict=True):
        body = []
        for line in range(at + 1, end):
            if page.furniture[line] == "closing" and end == len(page.lines):
                break
            if page.furniture[line] is None and line not in headings and not _dates_page(page.stamps[line]):
                body.append(line)
        found.append(_Segment(at, anchors[at], tuple(body), _day_of(at, headings, below=below)))
    return found


def _day_of(at: int, headings: dict[int, DayMark], *, below: bool) -> DayMark | None:
    positions = list(headings)
    place = bisect(positions, at)
    if below:
        return headings[positions[place]] if place < len(positions) else None
    return headings[positions[place - 1]] if place else None


def _heading(page: Page, at: int) -> DayMark | None:
    stamp = page.stamps[at]
    return stamp.day if stamp is not None and stamp.is_day_heading else None


def _dates_page(stamp: Stamp | None) -> bool:
    return stamp is not None and (stamp.dates_the_page or stamp.place is Place.DATED)


@dataclass(frozen=True, slots=True)
class _Style:
    """Where a page sets its headlines, and whether words beside its stamps are authors' names."""

    beside: bool
    above: bool
    below: bool
    authors: bool
    after_marks: bool
    heads: bool
    """Whether the words between marks are headlines, and not the report itself."""

    @property
    def name(self) -> str:
        return "beside" if self.beside else "above" if self.above else "below" if self.below else "missing"


def _style(page: Page, segments: Sequence[_Segment], first: int) -> _Style:
    rests = [segment.stamp.rest for segment in segments if segment.stamp.rest]
    authors = _are_authors(rests)
    marked = segments[0].stamp.place in {Place.MARKED, Place.TAIL}
    inline = [segment for segment in segments if segment.stamp.rest]
    beside = marked or (bool(inline) and not authors and _heads_beside(inline))
    before = [line for line in range(first) if page.furniture[line] is None and page.stamps[line] is None]
    ends = [before, *(segment.body for segment in segments[:-1])]
    above = _share([bool(end) and is_headline(page.lines[end[-1]].text) for end in (ends[1:] or ends)])
    starts = [segment.body[0] for segment in segments if segment.body]
    below = _share([is_headline(page.lines[at].text) for at in starts]) if not rests or authors else 0.0
    after_marks = _share([is_headline(segment.stamp.rest) for segment in segments if segment.stamp.closed]) >= _MOST
    if beside:
        heads = _share([is_headline(_bare(rest)) or not sentence_breaks(_bare(rest)) for rest in rests]) >= _MOST
        return _Style(True, False, False, authors, after_marks, heads or any(segment.body for segment in segments))
    return _Style(False, above >= _MOST and above > below, below >= 0.5 and below >= above, authors, after_marks, False)


def _heads_beside(segments: Sequence[_Segment]) -> bool:
    """Whether the words beside stamps are headlines: most are written so, or nearly all are a sentence above a text."""
    if _share([is_headline(segment.stamp.rest) for segment in segments]) >= _MOST:
        return True
    short = [bool(segment.body) and len(segment.stamp.rest) < _SENTENCE for segment in segments]
    return _share(short) >= _NEARLY_ALL and not any(sentence_breaks(segment.stamp.rest) for segment in segments)


def _share(votes: Sequence[bool]) -> float:
    return sum(votes) / len(votes) if votes else 0.0


def _are_authors(rests: Sequence[str]) -> bool:
    """Whether the words beside stamps are few names that return, as blog software prints them."""
    if len(set(rests)) < len(rests) and all(PERSON.fullmatch(rest) for rest in rests):
        return True
    if len(rests) < 3 or not all(1 <= len(rest.split()) <= 4 and not ends_sentence(rest) for rest in rests):
        return False
    return len(set(rests)) <= len(rests) / 2 and all(word[:1].isupper() for rest in rests for word in rest.split())


def _drafts(sheet: Sheet, segments: Sequence[_Segment], style: _Style, preamble: Preamble) -> list[Draft]:
    drafts = []
    waiting = preamble.last if style.above else None
    for number, segment in enumerate(segments):
        last = number == len(segments) - 1
        sheet.take(segment.at, Role.STAMP)
        body = list(segment.body)
        headline, inline = _beside(segment.stamp, style)
        if waiting is not None and not headline:
            headline = sheet.take(waiting, Role.HEADLINE)
        waiting = None
        if style.above and not last and body and is_headline(sheet.page.lines[body[-1]].text):
            waiting = body.pop()
        if style.below and not headline and body and is_headline(sheet.page.lines[body[0]].text):
            headline = sheet.take(body.pop(0), Role.HEADLINE)
        if segment.stamp.place is Place.TAIL:
            headline = segment.stamp.rest
        paragraphs = (*inline, *sheet.take_all(_paragraphs(sheet.page, body, bool(inline)), Role.PARAGRAPH))
        drafts.append(Draft(headline, paragraphs, segment.stamp, segment.heading))
    return drafts


def _beside(stamp: Stamp, style: _Style) -> tuple[str, tuple[str, ...]]:
    """The headline and the text on a stamp's own line."""
    rest = stamp.rest.strip()
    if style.authors or not rest:
        return "", ()
    if stamp.place is Place.MARKED:
        if stamp.closed:
            return (_bare(rest), ()) if style.after_marks else ("", (rest,))
        headline, *text = _CLOSING_MARKS.split(rest, maxsplit=1)
        if not style.heads:
            return "", tuple(filter(None, (headline, *text)))
        return headline, tuple(filter(None, text))
    head, bar, body = rest.partition(" | ")
    if bar and stamp.separator == "|" and is_headline(head):
        return head, (body,)
    if style.beside and (is_headline(rest) or len(rest) < _SENTENCE):
        return rest, ()
    return "", (rest,)


def _paragraphs(page: Page, body: Sequence[int], has_text: bool) -> list[int]:
    """The lines of a report's text, lists behind a colon too; captions and links end without a stop and are none."""
    prose: list[int] = []
    listed = False
    for at in body:
        above = page.texts[prose[-1]] if prose else ""
        beside = bool(prose) and prose[-1] == at - 1
        bullets = page.texts[at].startswith(BULLETS) and above.startswith(BULLETS)
        listed = above.endswith(":") or bullets or (listed and beside)
        paragraph = is_paragraph(page.texts[at])
        if listed or paragraph:
            prose.append(at)
        listed = listed and not paragraph
    return prose if prose or has_text else list(body)


def _stamps_of_the_page(sheet: Sheet, anchors: dict[int, Stamp], first: int) -> list[Stamp]:
    """The dates after the first stamp that are the page's own."""
    found = []
    for at, stamp in enumerate(sheet.page.stamps):
        if at <= first or stamp is None or at in anchors:
            continue
        if _dates_page(stamp):
            if not stamp.rest:
                sheet.take(at, Role.DATE)
            found.append(stamp)
        elif stamp.is_day_heading:
            sheet.take(at, Role.DATE)
    return found
