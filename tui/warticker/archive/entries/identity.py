"""When two reports are one: how an entry keeps its identity when its page is read again.

A page is read again where its address is one that was read before; without an address, where its outlet, its title
and the day of its oldest entry are; without title and outlet, where its oldest entry is.

An entry is known by its key (intake.keys): its outlet, day, time and headline. So the same report on two pages of an
outlet is one entry. An outlet that does not name itself goes by its host; files and pastes of outlets that nothing
names are as of one. On a page that is read again, entries with keys that nobody knows are matched with those that stood
there and are gone: one with the same address of its own; with the same headline and a similar text (its moment was
mended); of the same minute with a similar text (its headline was); within an hour of it, or of the same day without
times, with a similar text of which one goes on from the other (both were). Texts are similar where the words that both
have are half of the words that either has; one goes on from the other where it has four fifths of its words, which are
at least ten: templates (`Es gilt Luftalarm`) are shorter. What is matched is a new version of the entry, which keeps
its key, and the key that it would have by its present text is remembered as another name for it.

A version is made where a document says something else of an entry than the same document said before. What another
document says of a known entry makes one only if its text is longer: of two pages that say it differently, each read
again and again, neither changes it back and forth.

What has gone from a page that is no feed, while older and newer entries are there, is withdrawn; what drops off its
end is not, whatever is pinned to its top. Seen again on any page, it is withdrawn no longer.

It errs so: two reports of a page that swap headlines within a minute; a report that is rewritten by more than half
along with its headline, which becomes a new one while the old counts as withdrawn; one that has dropped off its page
and comes back with another headline, pinned to its top; pages without address that share title, outlet and oldest day.
Of a document that comes in portions it is not known before the end what has gone: there, an entry with a key that
nobody knows is new.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from warticker.archive.words import folded
from warticker.model import Document, Entry
from warticker.records import moment_text

SIMILAR = 0.5
"""The least share of common words that similar texts have."""

GONE_ON_FROM, LEAST_WORDS = 0.8, 10
"""The least share of a text's words that one has which goes on from it, and how many they are at least."""

AN_HOUR = timedelta(hours=1)


def page(document: Document) -> str:
    """What tells that a document is one that was read before."""
    if document.address:
        return document.address
    oldest = min((entry.moment.day for entry in document.entries if entry.moment.day is not None), default=None)
    if document.title or document.source:
        return "\x1f".join((document.source or "", document.title, str(oldest or "")))
    return f"\x1f{document.entries[-1].key}" if document.entries else "\x1f"


def digest(entry: Entry) -> int:
    """A number for what an entry says and when: 64 bits with a sign."""
    text = "\x1f".join((moment_text(entry.moment) or "", entry.headline, *entry.paragraphs))
    hashed = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(hashed, "big", signed=True)


class Gone:
    """Entries that stood on a page and are not there any more."""

    def __init__(self, entries: Mapping[int, Entry]) -> None:
        """Take them by their numbers."""
        self._left = dict(entries)
        self._addresses = Counter(entry.address for entry in entries.values())

    def match(self, entry: Entry) -> int | None:
        """The number of the one that an entry is a new version of, which then is gone no longer."""
        for number, other in self._left.items():
            if self._own_address(entry, other) or _same(entry, other):
                del self._left[number]
                return number
        return None

    def _own_address(self, one: Entry, other: Entry) -> bool:
        return bool(one.address) and one.address == other.address and self._addresses[one.address] == 1


def withdrawn(before: Mapping[int, int], there: Mapping[int, int]) -> list[int]:
    """Those of a page's entries before that are not there any more although older and newer ones are.

    Both map numbers to time keys, in the page's order; what has no time goes by that order.
    """
    if there.keys().isdisjoint(before):
        return []
    newest, oldest = min(there.values()), _end([*there.values()])
    still = [index for index, number in enumerate(before) if number in there and there[number] <= oldest] or [0]
    return [
        number
        for index, (number, time_key) in enumerate(before.items())
        if number not in there and (still[0] < index < still[-1] or newest < time_key < oldest)
    ]


def _end(time_keys: Sequence[int]) -> int:
    """The time key at the end of a page where entries drop off; an older one that is pinned to its top is not."""
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
