"""An archive of any size that keeps nothing: each entry is worked out from its position when it is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property

from warticker.archive.conditions import Field
from warticker.archive.protocol import Added, FullEntry, PlaceNames
from warticker.archive.query import Query
from warticker.archive.selection import DayCount, Facets, Order, Row
from warticker.model import Annotations, Document, DocumentKind, Entry, EntryKey, Moment, Story, TopicId

A_DAY = 700
"""Entries a day: five outlets."""

LAST_DAY = date(2025, 11, 14)

HEADLINES = (
    "Drohnen treffen Umspannwerk, drei Bezirke ohne Strom",
    "Außenminister beraten in Brüssel über neue Sanktionen",
    "Generalstab meldet schwere Gefechte entlang der ganzen Front",
    "Bürgermeister ruft Bewohner zum Aufsuchen der Schutzräume auf",
)
PARAGRAPH = "Nach Angaben der Behörden waren zwölf Drohnen und drei Raketen im Anflug; acht davon wurden abgefangen. "


@dataclass(frozen=True)
class MadeSelection:
    """So many entries in time order, the newest first."""

    size: int
    query: Query
    order: Order

    def __len__(self) -> int:
        return self.size

    def rows(self, start: int, stop: int) -> Sequence[Row]:
        return [self._row(position) for position in range(start, min(stop, self.size))]

    def index_of(self, key: EntryKey) -> int | None:
        return int(key)

    def nearest(self, key: EntryKey) -> int:
        return int(key)

    def next_unread(self, index: int, step: int) -> int | None:
        return index + step if 0 <= index + step < self.size else None

    @cached_property
    def days(self) -> Sequence[DayCount]:
        starts = range(0, self.size, A_DAY)
        return [DayCount(_day(start), start, min(A_DAY, self.size - start)) for start in starts]

    @property
    def hours(self) -> Sequence[int]:
        return [self.size // 24] * 24

    @property
    def unread(self) -> int:
        return self.size

    @property
    def facets(self) -> Facets:
        return Facets(topics={"luftangriffe": self.size}, cities={f"Stadt {i}": 600 - i for i in range(600)})

    @staticmethod
    def _row(position: int) -> Row:
        entry = _entry(position)
        return Row(
            entry.key, entry.moment, entry.headline, ("Kiew",), (TopicId("luftangriffe"),), "made", True, False, False
        )


class MadeArchive:
    """So many entries."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __len__(self) -> int:
        return self.size

    def add(self, story: Story) -> Added:
        return Added()

    def select(self, query: Query, order: Order, *, today: date, place_names: PlaceNames) -> MadeSelection:
        return MadeSelection(self.size, query, order)

    def entry(self, key: EntryKey) -> FullEntry | None:
        entry = _entry(int(key))
        document = Document("Gemacht", DocumentKind.TICKER, (), "made")
        return FullEntry(entry, Annotations(), document, (key,), unread=True, saved=False)

    def keys(self, prefix: str) -> tuple[EntryKey, ...]:
        return ()

    def mark(self, keys: Iterable[EntryKey], *, read: bool | None = None, saved: bool | None = None) -> None:
        pass

    @property
    def places(self) -> Collection[str]:
        return ()

    def values(self, field: Field) -> Collection[str]:
        return ()


def _day(position: int) -> date:
    return LAST_DAY - timedelta(days=position // A_DAY)


def _entry(position: int) -> Entry:
    minute = 1439 - position % A_DAY * 2
    headline = f"{HEADLINES[position % len(HEADLINES)]} ({position + 1:,})"
    moment = Moment(_day(position), time(minute // 60, minute % 60))
    return Entry(EntryKey(str(position)), moment, headline, (PARAGRAPH * 5, PARAGRAPH * 2), source="made")
