"""Which day each entry is of: from the days that a page prints, the order of its entries, midnight, and the text.

- A day printed beside an entry, or on a heading above it, counts. The others follow from their neighbours.
- Without one, the page's own date dates the newest entry: a stamp `Stand: ...` is not older than it; any other says
  when the ticker was opened or written, and its entries go on through that day (page 00:10, newest entry 16:05).
- Times that run against the page's order by more than three hours are a midnight; by less, a late entry.
- `Vor 2 Stunden`, `gestern, 14:05` count from when the page was fetched, else, by days alone, from the page's own date.
- Nothing follows from today's date. A day without a year gets the year of the page's date, else the only year that the
  text names in which the weekday fits, else that of the day before it on the page, else none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from warticker.expressions import compiled
from warticker.intake.layouts.reading import Draft
from warticker.intake.lines.clocks import DAY, falls, minutes
from warticker.intake.lines.dates import WEEKDAYS, DayMark
from warticker.intake.lines.stamps import Stamp
from warticker.model import BERLIN, Moment

_LATE = 180
"""By how many minutes an entry can stand behind one that is newer."""
_STALE = 180
"""By how many minutes a page's `Stand` can lag behind its newest entry."""
_OPENING = 45
"""By how many minutes the oldest entry can differ from the stamp of a ticker that was opened with it."""
_OF_A_WEEKDAY = compiled(
    r"(?:ticker|blog|Entwicklungen|Ereignisse|Meldungen|Nachrichten)\b[^.:!?]{0,20}\b(?:vom|am) ("
    + "|".join(name for name in WEEKDAYS if len(name) > 2)
    + r")\b",
    re.IGNORECASE,
)
"""How a title says of which day its ticker is."""
_AHEAD = timedelta(days=2)
"""By how much an entry's day can lie behind the one on which its page was last changed."""
_BEHIND = 2
"""By how many days a page's date can follow the day that its title names."""
_YEAR = compiled(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that a page prints of itself."""

    published: Moment
    """The page's date."""
    updated: bool
    """Whether it says when the page was last changed."""
    years: frozenset[int]
    """The years that its text names."""
    fetched: datetime | None = None
    """When the page was fetched, in Berlin."""
    about: date | None = None
    """A day near those on which the page was written, which tells their year and no more."""

    @property
    def today(self) -> date | None:
        """The day that the page calls today: when it was fetched, unless it was last changed days before."""
        page = self.published.day
        if self.fetched is None or (page and self.updated and self.fetched.date() - page > timedelta(days=1)):
            return page
        return self.fetched.date()

    def before(self, ago: timedelta) -> tuple[date | None, time | None]:
        """The day and time of what was so long ago; the time only where it is known when the page was fetched."""
        if self.fetched is not None:
            then = (self.fetched.astimezone(UTC) - ago).astimezone(BERLIN)
            clock = then.time().replace(second=0, microsecond=0, fold=then.fold)
            return then.date(), None if ago.days and not ago.seconds else clock
        day = self.published.day
        return (day and (datetime.combine(day, self.published.clock or time(12)) - ago).date()), None

    def complete(self, mark: DayMark | None) -> date | None:
        """The day that a mark means; None where it cannot be told."""
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
            return self._by_weekday(mark)
        near = [day for year in (page.year - 1, page.year, page.year + 1) if (day := mark.on(year))]
        fitting = [day for day in near if mark.weekday is None or day.weekday() == mark.weekday] or near
        past = [day for day in fitting if day <= page + _AHEAD] if self.updated else []
        return min(past or fitting, key=lambda day: abs(day - page), default=None)

    def _by_weekday(self, mark: DayMark) -> date | None:
        if mark.weekday is None:
            return None
        days = [day for year in self.years if (day := mark.on(year)) and day.weekday() == mark.weekday]
        return days[0] if len(days) == 1 else None


def calendar(
    stamps: Iterable[Stamp],
    marks: Iterable[DayMark],
    texts: Iterable[str],
    *,
    fetched: datetime | None = None,
    about: date | None = None,
) -> Calendar:
    """What a page's stamps, the days in its title and closing lines, and the years in its text tell.

    `fetched` is when the page was fetched, with its time zone; `about` a day near those that it tells of.
    """
    fetched = fetched and fetched.astimezone(BERLIN)
    full = [stamp for stamp in stamps if stamp.day is not None and stamp.day.full]
    years = frozenset(int(year) for text in texts if "19" in text or "20" in text for year in _YEAR.findall(text))
    if full:
        stamp = max(full, key=_worth)
        day = None if stamp.day is None else stamp.day.full
        return Calendar(Moment(day, stamp.clock), _is_update(stamp), years, fetched, about)
    day = next((mark.full for mark in marks if mark.full), None)
    return Calendar(Moment(day), False, years, fetched, about)


def of_weekday(page: Calendar, title: str) -> Calendar:
    """The calendar of a page that was last dated a day or two behind the weekday of which its title says it is."""
    match = _OF_A_WEEKDAY.search(title)
    if match is None or page.published.day is None:
        return page
    behind = (page.published.day.weekday() - WEEKDAYS[match[1].lower()]) % 7
    if not 0 < behind <= _BEHIND:
        return page
    return replace(page, published=Moment(page.published.day - timedelta(days=behind)))


def _worth(stamp: Stamp) -> tuple[bool, bool, date]:
    """How well a stamp dates its page: with a time, not by when the page came online, and the latest day."""
    day = None if stamp.day is None else stamp.day.full
    return stamp.clock is not None, not stamp.label.lower().startswith("online"), day or date.min


def _is_update(stamp: Stamp) -> bool:
    return stamp.label.casefold().startswith(
        ("stand", "zuletzt", "letzte", "aktualisier", "update", "last", "geändert")
    )


def moments(drafts: Sequence[Draft], page: Calendar) -> tuple[Moment, ...]:
    """When each draft was published, in their order."""
    ago = [None if draft.stamp is None else draft.stamp.ago for draft in drafts]
    before = [(None, None) if away is None else page.before(away) for away in ago]
    stamped = [None if draft.stamp is None else draft.stamp.clock for draft in drafts]
    clocks = [clock or printed for (_, clock), printed in zip(before, stamped, strict=True)]
    falling = falls(clocks)
    offsets = _offsets(clocks, falling=falling)
    printed = [day or page.complete(_mark(draft)) for draft, (day, _) in zip(drafts, before, strict=True)]
    printed = _of_a_year(drafts, printed)
    if any(printed):
        days = _from_printed(drafts, printed, offsets, falling=falling)
    else:
        days = _from_page(clocks, offsets, page, falling=falling)
    folded = _folded(clocks, days, falling=falling)
    clocks = [counted or clock for (_, counted), clock in zip(before, folded, strict=True)]
    return tuple(
        Moment(
            day,
            clock,
            inferred=day is not None
            and not (draft.stamp and draft.stamp.day and draft.stamp.day.full)
            and not (draft.heading and draft.heading.full and day == draft.heading.full),
        )
        for draft, day, clock in zip(drafts, days, clocks, strict=True)
    )


def _of_a_year(drafts: Sequence[Draft], printed: Sequence[date | None]) -> list[date | None]:
    """The printed days, those without a year in the one that brings them nearest to the last known before them."""
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


def _mark(draft: Draft) -> DayMark | None:
    own, heading = (draft.stamp.day if draft.stamp is not None else None), draft.heading
    return own or heading


def _steps(clocks: Sequence[time | None], sign: int) -> list[int]:
    """The minutes from each known time to the next, along the page (1) or against it (-1), late entries negative."""
    known = [sign * minutes(clock) for clock in clocks if clock is not None]
    late = _LATE if any(-_LATE <= b - a < 0 for a, b in pairwise(known)) else 0
    return [(b - a + late) % DAY - late for a, b in pairwise(known)]


def _offsets(clocks: Sequence[time | None], *, falling: bool) -> list[int]:
    """By how many days each entry differs from the first, as far as midnights tell."""
    sign = -1 if falling else 1
    steps = iter(_steps(clocks, sign))
    found, day, last = [], 0, None
    for clock in clocks:
        if clock is not None:
            now = sign * minutes(clock)
            if last is not None:
                day += (next(steps) - (now - last)) // DAY
            last = now
        found.append(sign * day)
    return found


def _from_printed(
    drafts: Sequence[Draft], printed: Sequence[date | None], offsets: Sequence[int], *, falling: bool
) -> list[date | None]:
    """Each entry's printed day, else that of the nearest entry before it (else after it), moved by midnights."""
    first = next(at for at, day in enumerate(printed) if day is not None)
    if len({draft.heading for draft in drafts}) == 1:
        # A lone heading above all entries dates the first of them as a page's date does, where none has its own.
        stamps = [draft.stamp if day is not None else None for draft, day in zip(drafts, printed, strict=True)]
        own = [bool(its and (its.day or its.ago is not None)) for its in stamps]
        told = own if any(own) else [at == first for at in range(len(drafts))]
        printed = [day if its else None for day, its in zip(printed, told, strict=True)]
        first = next(at for at, day in enumerate(printed) if day is not None)
    days: list[date | None] = []
    base, base_at = printed[first], first
    for at, day in enumerate(printed):
        if day is not None:
            base, base_at = day, at
        moved = offsets[at] - offsets[base_at]
        if at < first and not moved and drafts[first].heading is not None and drafts[at].heading is None:
            moved = 1 if falling else -1
        days.append(None if base is None else base + timedelta(days=moved))
    return days


def _from_page(
    clocks: Sequence[time | None], offsets: Sequence[int], page: Calendar, *, falling: bool
) -> list[date | None]:
    """Each entry's day from the page's own date."""
    if page.published.day is None or not any(clocks):
        return [None] * len(clocks)
    known = [at for at, clock in enumerate(clocks) if clock is not None]
    newest, oldest = (known[0], known[-1]) if falling else (known[-1], known[0])
    day = page.published.day - timedelta(days=offsets[_dated(clocks, offsets, page, newest, oldest, falling=falling)])
    newest_clock, stamp = clocks[newest], page.published.clock
    if page.updated and stamp and newest_clock and minutes(newest_clock) > minutes(stamp) + _STALE:
        day -= timedelta(days=1)
    return [day + timedelta(days=offset) for offset in offsets]


def _dated(
    clocks: Sequence[time | None], offsets: Sequence[int], page: Calendar, newest: int, oldest: int, *, falling: bool
) -> int:
    """The entry whose day the page's date is: the oldest where the page was opened with it, else the newest."""
    stamp, first = page.published.clock, clocks[oldest]
    if stamp is None and not page.updated:
        # A chronicle's date is the day it begins, a ticker's the day it has come to.
        return newest if falling else oldest
    if page.updated or stamp is None or first is None or offsets[newest] == offsets[oldest]:
        return newest
    opened = abs(minutes(first) - minutes(stamp)) <= _OPENING or (not falling and minutes(stamp) <= minutes(first))
    return oldest if opened else newest


def _folded(clocks: Sequence[time | None], days: Sequence[date | None], *, falling: bool) -> list[time | None]:
    """The clocks, with `fold` for the second of two equal hours where the order shows that the hour repeats."""
    found = list(clocks)
    for day in {day for day in days if day is not None and _repeats_an_hour(day)}:
        at_two = [at for at, clock in enumerate(clocks) if days[at] == day and clock is not None and clock.hour == 2]
        order = at_two[::-1] if falling else at_two
        second, last = False, -1
        for at in order:
            clock = clocks[at]
            if clock is None:
                continue
            second = second or clock.minute < last
            last = clock.minute
            found[at] = clock.replace(fold=int(second))
    return found


def _repeats_an_hour(day: date) -> bool:
    first = datetime.combine(day, time(2, 30), BERLIN)
    return first.utcoffset() != first.replace(fold=1).utcoffset()
