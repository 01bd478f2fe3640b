"""The day of each entry: from the days that a page prints, the order of its entries, midnight, and the text.

- A day printed beside an entry, or in a heading above it, counts. The others follow from their neighbours.
- Without one, the page's own date is the newest entry's: a stamp `Stand: ...` is not older than it; any other gives
  the time when the ticker was opened or written, and its entries continue through that day (page 00:10, newest 16:05).
- Times that run against the page's order by more than three hours mark a midnight; by less, a late entry.
- `Vor 2 Stunden`, `gestern, 14:05` count from when the page was fetched; else, with days only, from the page's date.
- Nothing follows from today's date. A day without a year gets the year of the page's date, else the only year in the
  text in which the weekday fits, else that of the day before it on the page, else none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from warticker.expressions import compiled
from warticker.intake.layouts.reading import Draft
from warticker.intake.lines.clocks import DAY, falls, minutes
from warticker.intake.lines.dates import WEEKDAYS, DayMark
from warticker.intake.lines.stamps import CHANGES, Stamp
from warticker.model import BERLIN, Moment

_LATE = 180
"""The most minutes by which a late entry stands after a newer one."""
_STALE = 180
"""The most minutes by which a page's `Stand` lags behind its newest entry."""
_OPENING = 45
"""The most minutes between the oldest entry and the stamp of a ticker that was opened with it."""
_OF_A_WEEKDAY = compiled(
    r"(?:ticker|blog|Entwicklungen|Ereignisse|Meldungen|Nachrichten)\b[^.:!?]{0,20}\b(?:vom|am) ("
    + "|".join(name for name in WEEKDAYS if len(name) > 2)
    + r")\b",
    re.IGNORECASE,
)
"""The weekday of a ticker in its title."""
_AHEAD = timedelta(days=2)
"""The most by which an entry's day can be later than the last change of its page."""
_BEHIND = 2
"""The most days by which a page's date can follow the day in its title."""
_YEAR = compiled(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")


class Calendar(NamedTuple):
    """The dates that a page prints of itself."""

    published: Moment
    """The page's date."""
    updated: bool
    """Whether it is the date of the last change."""
    years: frozenset[int]
    """The years named in its text."""
    fetched: datetime | None = None
    """When the page was fetched, in Berlin."""
    about: date | None = None
    """A day near the time of writing, from which only the year is used."""

    @property
    def today(self) -> date | None:
        """The page's today: when it was fetched, unless it was last changed days before."""
        page = self.published.day
        if self.fetched is None or (page and self.updated and self.fetched.date() - page > timedelta(days=1)):
            return page
        return self.fetched.date()

    def before(self, ago: timedelta) -> tuple[date | None, time | None]:
        """The day and time so long ago; the time only if it is known, and within a day of the fetch."""
        if self.fetched is not None:
            then = (self.fetched.astimezone(UTC) - ago).astimezone(BERLIN)
            clock = then.time().replace(second=0, microsecond=0, fold=then.fold)
            return then.date(), None if ago.days else clock
        day = self.published.day
        return (day and (datetime.combine(day, self.published.clock or time(12)) - ago).date()), None

    def complete(self, mark: DayMark | None) -> date | None:
        """The day that a mark means; None if it cannot be inferred."""
        if mark is None:
            return None
        if mark.full:
            return mark.full
        if mark.relative is not None:
            return self.today and self.today + timedelta(days=mark.relative)
        page = self.published.day
        if mark.day is None:
            if page is None or mark.weekday is None:
                return None
            return page - timedelta(days=(page.weekday() - mark.weekday) % 7)
        page = page or self.about
        if page is None:
            days = [day for year in self.years if (day := mark.on(year)) and day.weekday() == mark.weekday]
            return days[0] if len(days) == 1 else None
        near = [day for year in (page.year - 1, page.year, page.year + 1) if (day := mark.on(year))]
        fitting = [day for day in near if day.weekday() == mark.weekday] or near
        past = [day for day in fitting if day <= page + _AHEAD] if self.updated else []
        return min(past or fitting, key=lambda day: abs(day - page), default=None)


def calendar(
    stamps: Iterable[Stamp],
    marks: Iterable[DayMark],
    texts: Iterable[str],
    *,
    fetched: datetime | None = None,
    about: date | None = None,
) -> Calendar:
    """The calendar from a page's stamps, the days in its title and closing lines, and the years in its text.

    `fetched` is when the page was fetched, with its time zone; `about` a day near those of its entries.
    """
    fetched = fetched and fetched.astimezone(BERLIN)
    full = [stamp for stamp in stamps if stamp.day is not None and stamp.day.full]
    years = frozenset(int(year) for text in texts if "19" in text or "20" in text for year in _YEAR.findall(text))
    if full:
        stamp = max(full, key=_worth)
        day = None if stamp.day is None else stamp.day.full
        return Calendar(Moment(day, stamp.clock), stamp.label.startswith(CHANGES), years, fetched, about)
    day = next((mark.full for mark in marks if mark.full), None)
    return Calendar(Moment(day), False, years, fetched, about)


def of_weekday(page: Calendar, title: str) -> Calendar:
    """The calendar of a page whose date is a day or two later than the weekday in its title."""
    match = _OF_A_WEEKDAY.search(title)
    if match is None or page.published.day is None:
        return page
    behind = (page.published.day.weekday() - WEEKDAYS[match[1].lower()]) % 7
    if not 0 < behind <= _BEHIND:
        return page
    return page._replace(published=Moment(page.published.day - timedelta(days=behind)))


def _worth(stamp: Stamp) -> tuple[bool, date, bool]:
    """How well a stamp dates its page: one with a time, of the latest day, of the last change on that day."""
    day = None if stamp.day is None else stamp.day.full
    return stamp.clock is not None, day or date.min, stamp.label.startswith(CHANGES)


def moments(drafts: Sequence[Draft], page: Calendar) -> tuple[Moment, ...]:
    """When each draft was published, in order."""
    ago = [None if draft.stamp is None else draft.stamp.ago for draft in drafts]
    counted = [(None, None) if away is None else page.before(away) for away in ago]
    stamped = [None if draft.stamp is None else draft.stamp.clock for draft in drafts]
    clocks = [clock or its for (_, clock), its in zip(counted, stamped, strict=True)]
    falling = falls(clocks)
    offsets = _offsets(clocks, falling=falling)
    printed = [day or page.complete(_mark(draft)) for draft, (day, _) in zip(drafts, counted, strict=True)]
    printed = _of_a_year(drafts, printed)
    if any(printed):
        days = _from_printed(drafts, printed, offsets, falling=falling)
    else:
        days = _from_page(clocks, offsets, page, falling=falling)
    folded = _folded(clocks, days, falling=falling)
    # A time relative to the fetch is known to be in one of two equal hours.
    clocks = [clock or its for (_, clock), its in zip(counted, folded, strict=True)]
    return tuple(
        Moment(
            day,
            clock,
            inferred=day is not None
            and not (draft.stamp and draft.stamp.day and draft.stamp.day.full)
            and not (draft.heading and day == draft.heading.full),
        )
        for draft, day, clock in zip(drafts, days, clocks, strict=True)
    )


def _mark(draft: Draft) -> DayMark | None:
    own, heading = (draft.stamp.day if draft.stamp is not None else None), draft.heading
    return own or heading


def _offsets(clocks: Sequence[time | None], *, falling: bool) -> list[int]:
    """By how many days each entry differs from the first, as far as midnights show.

    A page with late entries may have some on the other side of a midnight.
    """
    sign = -1 if falling else 1
    known = [sign * minutes(clock) for clock in clocks if clock is not None]
    late = _LATE if any(-_LATE <= b - a < 0 for a, b in pairwise(known)) else 0
    found, day, last = [], 0, None
    for clock in clocks:
        if clock is not None:
            now = sign * minutes(clock)
            step = 0 if last is None else now - last
            day += (step < -late) - (step >= DAY - late)
            last = now
        found.append(sign * day)
    return found


def _of_a_year(drafts: Sequence[Draft], printed: Sequence[date | None]) -> list[date | None]:
    """The printed days; those without a year get the one that brings them nearest to the last known before them."""
    near = next((day for day in printed if day is not None), None)
    found = []
    for draft, day in zip(drafts, printed, strict=True):
        mark = _mark(draft)
        if day is None and near is not None and mark is not None:
            days = (mark.on(year) for year in (near.year - 1, near.year, near.year + 1))
            base = near
            day = min(filter(None, days), key=lambda each: abs(each - base), default=None)
        near = day or near
        found.append(day)
    return found


def _from_printed(
    drafts: Sequence[Draft], printed: Sequence[date | None], offsets: Sequence[int], *, falling: bool
) -> Sequence[date | None]:
    """Each entry's printed day, else that of the nearest entry before it (else after it), adjusted for midnights."""
    known = {at: day for at, day in enumerate(printed) if day is not None}
    if len({draft.heading for draft in drafts}) == 1:
        known = _without_lone_heading(drafts, known)
    base = first = min(known)
    days = []
    for at, draft in enumerate(drafts):
        base = at if at in known else base
        moved = offsets[at] - offsets[base]
        if at < first and not moved and drafts[first].heading is not None and draft.heading is None:
            # Above the first heading another day ends.
            moved = 1 if falling else -1
        days.append(known[base] + timedelta(days=moved))
    return days


def _without_lone_heading(drafts: Sequence[Draft], known: dict[int, date]) -> dict[int, date]:
    """The days beside entries below a single heading, by entry; the heading's day if there are none.

    Like a page's date, it dates only the first entry.
    """
    stamps = {at: drafts[at].stamp for at in known}
    beside = {at: known[at] for at, its in stamps.items() if its and (its.day or its.ago is not None)}
    return beside or dict([min(known.items())])


def _from_page(
    clocks: Sequence[time | None], offsets: Sequence[int], page: Calendar, *, falling: bool
) -> Sequence[date | None]:
    """Each entry's day from the page's own date, which belongs to the newest entry, or to the first one written."""
    known = {at: clock for at, clock in enumerate(clocks) if clock is not None}
    day, stamp = page.published.day, page.published.clock
    if day is None or not known:
        return [None] * len(clocks)
    newest, oldest = (min(known), max(known)) if falling else (max(known), min(known))
    day -= timedelta(days=offsets[oldest if _begins_with(known[oldest], page, falling=falling) else newest])
    if page.updated and stamp and minutes(known[newest]) > minutes(stamp) + _STALE:
        day -= timedelta(days=1)
    return [day + timedelta(days=offset) for offset in offsets]


def _begins_with(first: time, page: Calendar, *, falling: bool) -> bool:
    """Whether a page's date is when it was opened, and so belongs to its oldest entry.

    Without a time, a chronicle's date is its first day, a ticker's its latest.
    """
    stamp = page.published.clock
    if page.updated:
        return False
    if stamp is None:
        return not falling
    return abs(minutes(first) - minutes(stamp)) <= _OPENING or (not falling and minutes(stamp) <= minutes(first))


def _folded(clocks: Sequence[time | None], days: Sequence[date | None], *, falling: bool) -> list[time | None]:
    """The clocks, with `fold` for the second of two equal hours if the order shows that the hour repeats."""
    found = list(clocks)
    at_two = [(at, clock) for at, clock in enumerate(clocks) if clock is not None and clock.hour == 2]
    for day in {day for at, _ in at_two if (day := days[at]) is not None and _repeats_an_hour(day)}:
        second, last = False, -1
        for at, clock in reversed(at_two) if falling else at_two:
            if days[at] == day:
                second = second or clock.minute < last
                last = clock.minute
                found[at] = clock.replace(fold=int(second))
    return found


def _repeats_an_hour(day: date) -> bool:
    first = datetime.combine(day, time(2, 30), BERLIN)
    return first.utcoffset() != first.replace(fold=1).utcoffset()
