"""Decides when two reports are the same entry: how an entry keeps its identity when its page is read again.

A page is the same as one read before if its address is the same; without an address, if outlet, title and the day of
its oldest entry are; without title and outlet, if its last entry is.

An entry is identified by its key (intake.keys): its outlet, day, time and headline. So the same report on two pages of
an outlet is one entry. An outlet that does not name itself is identified by its host; all files and pastes of unnamed
outlets count as one outlet's. On a page that is read again, entries with unknown keys are matched with entries that are
gone from it: one of the same address, if only that one had it; of the same headline and a similar text (its time was
corrected); of the same minute and a similar text (its headline was); or within an hour, or of the same day without
times, with a similar text, if one text continues the other (both were). Texts are similar if half of the words that
occur in either are in both; one continues the other if it has four fifths of its words, which must be at least ten:
templates (`Es gilt Luftalarm`) are shorter. The match becomes a new version of the entry, which keeps its key; the key
that it would have by its present text becomes an alias.

A new version is stored if a document has an entry in another form than the same document had before. The form in
another document makes a new version only if its text is longer, so that two pages with different forms, each read
again and again, do not change the entry back and forth.

An entry that is gone from a page (not from a feed) between older and newer ones is withdrawn; one that drops off the
page's end is not, even if an old one is pinned to the top. Seen again on any page, it is no longer withdrawn.

Known errors: two reports on a page that swap headlines within a minute; a report whose headline and more than half of
the text are rewritten (it becomes a new one, and the old counts as withdrawn); one that dropped off its page and
returns pinned to the top with another headline; pages without address that share title, outlet and oldest day. In a
document that comes in portions, it is not known before the end which entries are gone: there, each unknown key is new.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from warticker.archive.entries.time_keys import UNDATED
from warticker.archive.words import folded
from warticker.model import Document, Entry
from warticker.records import moment_text

SIMILAR = 0.5
"""The least share of all their words that two similar texts have in common (Jaccard index)."""

GONE_ON_FROM, LEAST_WORDS = 0.8, 10
"""The least share of the shorter text's words that the longer must have to continue it, and how many they must be."""

AN_HOUR = timedelta(hours=1)


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


class Gone:
    """Entries that are gone from a page, to be matched with unknown ones."""

    def __init__(self, entries: Mapping[int, Entry]) -> None:
        """Match with entries, given by number."""
        self._left = dict(entries)
        self._addresses = Counter(entry.address for entry in entries.values())

    def match(self, entry: Entry) -> int | None:
        """Take out the entry that another is a new version of, and return its number; None if there is none."""
        for number, other in self._left.items():
            if self._own_address(entry, other) or _same(entry, other):
                del self._left[number]
                return number
        return None

    def _own_address(self, one: Entry, other: Entry) -> bool:
        return bool(one.address) and one.address == other.address and self._addresses[one.address] == 1


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


def _same(one: Entry, other: Entry) -> bool:
    headline = bool(one.headline) and folded(one.headline) == folded(other.headline)
    clock = one.moment.clock
    minute = clock is not None and (one.moment.day, clock) == (other.moment.day, other.moment.clock)
    words, others = (set(folded("\n".join(each.paragraphs)).split(" ")) for each in (one, other))
    common, fewer = len(words & others), min(len(words), len(others))
    if common < SIMILAR * len(words | others):
        return False
    goes_on = fewer >= LEAST_WORDS and common >= GONE_ON_FROM * fewer
    return headline or minute or (goes_on and _within_an_hour(one, other))


def _within_an_hour(one: Entry, other: Entry) -> bool:
    at, other_at = one.moment.at, other.moment.at
    return at is not None and other_at is not None and abs(at - other_at) <= AN_HOUR
