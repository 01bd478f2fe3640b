"""Decides when two reports are the same entry: how an entry keeps its identity when its page is read again.

A page is the same as one read before if its address is the same; without an address, if outlet, title and the day of
its oldest entry are; without title and outlet, if its last entry is.

An entry is identified by its key (intake.keys): its outlet, day, time and headline. So the same report on two pages of
an outlet is one entry. An outlet that does not name itself is identified by its host; all files and pastes of unnamed
outlets count as one outlet's. On a page that is read again, an entry with an unknown key may be a new version of one
that is gone from it: it keeps the key of that one, and the key that it would have by its present text becomes an alias.

Alarms, losses and summaries repeat nearly word for word, while pages show their newest entries only. A report that is
taken for a new version of another is lost, and a note on the other is then on the wrong one; a version that is taken
for a new report is merely there twice. So that texts are similar (half of the words that occur in either are in both,
or one continues the other: it has four fifths of its words) is not enough; it depends on where they stood among the
entries that are still there:

- In the same place between two of them, so that nothing has dropped off the page's end: the headline is the same, or
  one text continues the other, which has ten words, as templates (`Es gilt Luftalarm`) are shorter. The entries of an
  article count as in the same place.
- In the same place above or below all of them: the headline is the same, and the time at most 15 minutes off.
- There, or if the gone one stood between two: one text has all words of the other, ten or more, and the time is at most
  90 minutes off.
- Anywhere: the headline is the same, the text is the same or contains the other, which has ten words, and the time is
  at most 90 minutes off, or a day if the gone one stood between two, as updates are moved to the top.
- Anywhere: the minute is the same; or headline, text and time of day are, as a page's day may be misread; or the
  address, if no other entry of either reading has it.

A new version is stored if a document has an entry in another form than the same document had before. The form in
another document makes a new version only if its text is longer, so that two pages with different forms, each read
again and again, do not change the entry back and forth.

An entry that is gone from a page (not from a feed) between older and newer ones is withdrawn; one that drops off the
page's end is not, even if an old one is pinned to the top. Seen again on any page, it is no longer withdrawn.

Known errors: two reports on a page that swap headlines within a minute; a report that is taken back within minutes and
another with the same headline that comes in its place, or that has the same minute and is like it; a report whose
headline and more than half of the text are rewritten, or whose headline, time and some words at once (it becomes a new
one, and the old counts as withdrawn); one that dropped off its page and returns pinned to the top with another
headline; reports with the same headline on a page without times, which have one key; pages without address that share
title, outlet and oldest day. In a document that comes in portions, it is not known before the end which entries are
gone: there, each unknown key is new.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from itertools import count, pairwise
from typing import NamedTuple

from pyroaring import BitMap

from warticker.archive.entries.time_keys import UNDATED
from warticker.archive.words import folded
from warticker.model import Document, DocumentKind, Entry
from warticker.records import moment_text

SIMILAR = 0.5
"""The least share of all their words that two similar texts have in common (Jaccard index)."""

GONE_ON_FROM, LEAST_WORDS = 0.8, 10
"""The least share of the shorter text's words that the longer must have to continue it, and how many they must be."""

RETIMED, EXTENDED, MOVED_UP = timedelta(minutes=15), timedelta(minutes=90), timedelta(days=1)
"""How far the time of an entry may have moved: of one in its place; with all its words; moved to the top."""


def page(document: Document) -> str:
    """The identity of a document's page, equal if it is read again."""
    if document.address:
        return document.address
    oldest = min((entry.moment.day for entry in document.entries if entry.moment.day is not None), default=None)
    if document.title or document.source:
        return "\x1f".join((document.source or "", document.title, str(oldest or "")))
    return f"\x1f{document.entries[-1].key}" if document.entries else "\x1f"


def digest(entry: Entry) -> int:
    """A hash of an entry's moment, headline and text: a signed 64-bit integer."""
    text = "\x1f".join((moment_text(entry.moment) or "", entry.headline, *entry.paragraphs))
    hashed = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(hashed, "big", signed=True)


class _Report(NamedTuple):
    """What an entry is recognised by."""

    entry: Entry
    headline: str
    """Folded."""
    text: str
    """Folded; the headline if it has no other text."""
    words: BitMap
    """The distinct words of the text, numbered: a set of strings would take fifty times as long to compare."""
    place: tuple[int | None, int | None]
    """The nearest entries before and after it that stay on the page; None at the page's ends."""


def versions(
    document: Document, numbers: Sequence[int | None], before: Sequence[int], gone: Mapping[int, Entry]
) -> dict[int, int]:
    """Which entries of a page are new versions of ones that are gone from it: the numbers of these, by their indices.

    `numbers` are those of the document's entries, None where the key is unknown; `before` those that the page had, in
    its order. The surest pairs are taken first, as a corrected entry may have a new one like it above.
    """
    if not gone:
        return {}
    stay = {*before}.intersection(numbers)
    places = zip(before, _places(before, stay), strict=True)
    ids = defaultdict[str, int](count().__next__)
    left = {number: _report(gone[number], place, ids) for number, place in places if number in gone}
    here, there = (Counter(each.address for each in entries) for entries in (document.entries, gone.values()))
    own = {address for address in here if address and here[address] == there[address] == 1}
    article = document.kind is DocumentKind.ARTICLE
    turned_over = not stay and len(before) > 1
    pairs = []
    for index, place in enumerate(_places(numbers, stay)):
        if numbers[index] is None:
            one = _report(document.entries[index], place, ids)
            for number, other in left.items():
                address = one.entry.address in own and one.entry.address == other.entry.address
                in_place = article or (one.place == other.place and not turned_over)
                between = article or None not in other.place
                if address or _same(one, other, in_place=in_place, between=between):
                    pairs.append((not address, _apart(one, other), index, number))
    found = dict[int, int]()
    for *_, index, number in sorted(pairs):
        if index not in found and number in left:
            found[index] = number
            del left[number]
    return found


def withdrawn(before: Mapping[int, int], there: Mapping[int, int]) -> list[int]:
    """The numbers of a page's former entries that are gone although older and newer ones are still there.

    Both map numbers to time keys, in the page's order. An entry is between others by time or by that order; in the
    latter, an old entry that is pinned to the top does not count, one without a day does.
    """
    if there.keys().isdisjoint(before):
        return []
    newest, oldest = min(there.values()), _end([*there.values()])
    placed = {number for number, time_key in there.items() if time_key <= oldest or time_key == UNDATED}
    still = [index for index, number in enumerate(before) if number in placed] or [0]
    return [
        number
        for index, (number, time_key) in enumerate(before.items())
        if number not in there and (still[0] < index < still[-1] or newest < time_key < oldest)
    ]


def _end(time_keys: Sequence[int]) -> int:
    """The time key at the end of a page where entries drop off, which an old entry pinned to the top is not."""
    falling = sum(one <= other for one, other in pairwise(time_keys))
    return time_keys[-1 if 2 * falling >= len(time_keys) - 1 else 0]


def _places(numbers: Sequence[int | None], stay: Collection[int | None]) -> list[tuple[int | None, int | None]]:
    """For each entry of a page, the nearest ones before and after it that stay."""
    after = _last_that_stay(numbers[::-1], stay)
    return [*zip(_last_that_stay(numbers, stay), after[::-1], strict=True)]


def _last_that_stay(numbers: Sequence[int | None], stay: Collection[int | None]) -> list[int | None]:
    found, last = list[int | None](), None
    for number in numbers:
        found.append(last)
        if number in stay:
            last = number
    return found


def _report(entry: Entry, place: tuple[int | None, int | None], ids: Mapping[str, int]) -> _Report:
    text = folded("\n".join(entry.paragraphs) or entry.headline)
    return _Report(entry, folded(entry.headline), text, BitMap([ids[word] for word in text.split()]), place)


def _same(one: _Report, other: _Report, *, in_place: bool, between: bool) -> bool:
    """Whether an entry is a new version of another one; it may be in its place, which may be between others."""
    common, fewer = one.words.intersection_cardinality(other.words), min(len(one.words), len(other.words))
    goes_on, enough = common >= GONE_ON_FROM * fewer, fewer >= LEAST_WORDS
    if common < SIMILAR * (len(one.words) + len(other.words) - common) and not goes_on:
        return False
    headline = bool(one.headline) and one.headline == other.headline
    moment, before = one.entry.moment, other.entry.moment
    redated = headline and one.text == other.text
    if moment.clock and moment.clock == before.clock and (moment.day == before.day or redated):
        return True
    if in_place and between:
        return headline or (goes_on and enough)
    apart = _apart(one, other)
    return (
        (in_place and headline and apart <= RETIMED)
        or (headline and enough and apart <= (MOVED_UP if between else EXTENDED) and other.text in one.text)
        or ((in_place or between) and enough and common == fewer and apart <= EXTENDED)
    )


def _apart(one: _Report, other: _Report) -> timedelta:
    """How far two entries are apart in time; not at all if that is not known."""
    at, other_at = one.entry.moment.at, other.entry.moment.at
    return timedelta() if at is None or other_at is None else abs(at - other_at)
