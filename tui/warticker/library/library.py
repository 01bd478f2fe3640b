"""The facade that front ends use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from warticker.archive.entries import traits
from warticker.archive.file import FileArchive
from warticker.archive.query import EVERYTHING, Query
from warticker.archive.query.conditions import Field, OneOf
from warticker.archive.selection import Order, Row, Selection
from warticker.errors import NothingMatchedError
from warticker.library import formats, names, understanding
from warticker.library.formats import ExportFormat
from warticker.library.spellings import SHORTEST, Spellings
from warticker.library.understanding import TopicFiles
from warticker.model import BERLIN, EntryKey, Span

if TYPE_CHECKING:
    from warticker.archive.lexicon.hits import Passage
    from warticker.archive.protocol import Archive, FullEntry
    from warticker.library.adding import OnStep, Report
    from warticker.library.following import Following

OPENING = 160
"""The most code points of a text's beginning that a list shows."""

RECENT = timedelta(days=7)
"""How far back an entry can have been on the same."""

CANDIDATES = 20
"""How many entries with a city and a topic of an entry are looked at for what was earlier on the same."""


def _now() -> datetime:
    return datetime.now(BERLIN)


class Library:
    """Entries from anywhere, and the answers to queries about them.

    Methods import what neither lists nor the app's first screen need.
    """

    def __init__(
        self,
        archive: Archive,
        *,
        path: Path | None = None,
        is_bundled: bool = False,
        kept: Callable[[], int] = lambda: 0,
        own_topics: Callable[[], TopicFiles] = lambda: (),
        now: Callable[[], datetime] = _now,
    ) -> None:
        """Open the library of an archive.

        `own_topics` gives the user's topic files, `now` the time in Berlin that `7d` and `2h` count from.
        """
        self.path = path
        """Where the archive is; None for one in memory."""
        self.is_bundled = is_bundled
        """Whether the entries are those of the bundled edition."""
        self.kept = kept
        """How many entries the archive has by now that the bundled edition stands in for; raises ArchiveError."""
        self.archive = archive
        """Keeps the entries: their marks and notes, followed sources, and the front ends' state."""
        self._own_topics = own_topics
        self._now = now
        self._spellings = Spellings(archive)

    @classmethod
    def open(cls, path: Path | None = None, *, own_topics: Callable[[], TopicFiles] = lambda: ()) -> Library:
        """Open the archive at a path, creating it if needed; without a path, an empty one in memory.

        Raises ArchiveError if it cannot be opened.
        """
        return cls(FileArchive(path), path=path, own_topics=own_topics)

    @classmethod
    def bundled(
        cls, *, own_topics: Callable[[], TopicFiles] = lambda: (), kept: Callable[[], int] = lambda: 0
    ) -> Library:
        """A library of the bundled edition, in place of an archive that has `kept` nothing yet.

        Raises DataError if the edition, or a topic file, is damaged.
        """
        from warticker.library import edition

        topic_files = own_topics()
        return cls(edition.archive(topic_files), is_bundled=True, kept=kept, own_topics=lambda: topic_files)

    @cached_property
    def _topic_files(self) -> TopicFiles:
        """The user's topic files."""
        return self._own_topics()

    @property
    def total(self) -> int:
        """The number of entries."""
        return len(self.archive)

    @cached_property
    def topics(self) -> Mapping[str, str]:
        """The German label of every topic, by id; raises DataError if a topic file is damaged."""
        return names.topics(self._topic_files)

    def close(self) -> None:
        """Close the archive."""
        self.archive.close()

    # Adding.

    def add(self, *sources: str, on_step: OnStep = lambda step: None) -> Report:
        """Read files, folders, addresses and `-` for standard input, and add their entries to the archive.

        What cannot be read is reported; `on_step` is called with each step. Raises ArchiveError if the archive cannot
        be written.
        """
        from warticker.library import adding

        return adding.add_sources(self.archive, sources, self._topic_files, on_step)

    def reannotate(self, on_step: OnStep = lambda step: None) -> int:
        """Reannotate what other rules or topics than the current ones have annotated; returns how many entries.

        It can be interrupted at any time, and continues from there the next time.
        """
        from warticker.library import adding

        return adding.reannotate(self.archive, self._topic_files, on_step)

    @property
    def topics_changed(self) -> bool:
        """Whether some entries were annotated with other user topics than the current ones.

        Raises ArchiveError, and DataError if a topic file cannot be read.
        """
        return understanding.topics_changed(self.archive.rules, self._topic_files)

    # Following.

    def following(self) -> Following:
        """Reads the sources that are due."""
        from warticker.library.following import Following

        return Following(self.archive, self._topic_files)

    # Querying.

    @property
    def as_of(self) -> tuple[int, date]:
        """What answers depend on besides their query: the version, and the day that `7d` and `yesterday` count from.

        Not the minute, which `2h` counts from: what is shown moves on only when the user asks.
        """
        return self.archive.version, self._now().date()

    def parse(self, text: str) -> Query:
        """The query of a text, its places and topics by their canonical names; raises QueryError."""
        known = partial(
            names.known, archive=self.archive, place_names=self._spellings.names, topic_files=lambda: self._topic_files
        )
        return Query.parse(text, known)

    def select(self, query: Query = EVERYTHING, order: Order = Order.NEWEST) -> Selection:
        """The entries that match a query, in time order; a word that is a spelling of a place also finds the place."""
        return self.archive.select(query, order, now=self._now(), place_names=self._spellings.names)

    def read_ahead(self) -> None:
        """Load what the first letters of a search would wait for; to be called in a background thread.

        Cheap if it is loaded already. Raises ArchiveError, and DataError for one of our own tables.
        """
        self.archive.read_ahead()
        self._spellings.read_ahead()

    def respelled(self, text: str) -> Callable[[Field, str], bool]:
        """Tells whether a value of a field begins so in another spelling: `kyi` for Kiew, `derkats` for Derkach."""
        if len(text) < SHORTEST:
            return lambda _field, _value: False
        places, person = self._spellings.begun(text), names.beginning(text)
        return lambda field, value: value in places if field in names.KINDS else field in names.PEOPLE and person(value)

    def nearest(self, query: Query) -> str | None:
        """A suggestion for a name or word in a query without results, as `speaker:Pistorius`; None if there is none."""
        unknown = [term.text for term in query.terms() if not len(self.select(Query((term,))))]
        return names.meant(query, unknown, self.select().counts)

    def entry(self, key: EntryKey) -> FullEntry:
        """An entry with all that is known of it; raises NothingMatchedError if no entry has this key."""
        if (full := self.archive.entry(key)) is None:
            raise NothingMatchedError(f"there is no entry {key}")
        return full

    def find(self, prefix: str) -> FullEntry:
        """The entry whose key begins so; raises NothingMatchedError if none does, or several do."""
        keys = self.archive.keys(prefix) if prefix else ()
        if not keys:
            raise NothingMatchedError(f"there is no entry {prefix or 'without a key'}")
        if len(keys) > 1 and prefix not in keys:
            raise NothingMatchedError(f"several keys begin with {prefix}: {', '.join(keys)}")
        return self.entry(EntryKey(prefix) if prefix in keys else keys[0])

    def hits(self, text: str, query: Query) -> tuple[Span, ...]:
        """The matches of a query's words in a text: the words, and the usual names of places that they spell."""
        from warticker.archive.lexicon.hits import term_hits

        return term_hits(text, [way for ways in self._spellings.ways(query) for way in ways])

    def passage(self, key: EntryKey, query: Query, shown: str) -> Passage | None:
        """The line of an entry that matches a query's words outside of what is `shown` of it; None if there is none."""
        from warticker.archive.lexicon.hits import passage, term_hits

        lacking = [way for ways in self._spellings.ways(query) if not term_hits(shown, ways) for way in ways]
        return passage(self.archive.text(key), lacking) if lacking else None

    def opening(self, row: Row) -> str:
        """The first words of an entry after its headline, on one line; empty if it has no more text."""
        headline, _, text = self.archive.text(row.key).partition("\n")
        rest = text if headline else text.removeprefix(row.headline.removesuffix("…"))
        return " ".join(rest[:OPENING].split())

    def earlier(self, full: FullEntry, limit: int) -> Sequence[Row]:
        """Up to `limit` entries of the week before that share a city and a topic with this one, latest first.

        In a capital much happens that has nothing to do with it: the city is in their headline, or they share more.
        """
        values = tuple(dict.fromkeys(traits.values(None, full.annotations)))
        cities = tuple(value for letter, value in values if letter == traits.CITY)
        topics = tuple(value for letter, value in values if letter == traits.TOPIC)
        day = full.entry.moment.day
        if not cities or not topics or day is None:
            return []
        same = self.select(Query((OneOf(Field.CITY, cities), OneOf(Field.TOPIC, topics))))
        index = same.index_of(full.entry.key)
        rows = [] if index is None else same.rows(index + 1, index + 1 + CANDIDATES)
        recent = (row for row in rows if row.moment.day and day - row.moment.day <= RECENT)
        return [row for row in recent if _is_on(row, frozenset(cities), frozenset(topics))][:limit]

    # Exporting.

    def export(self, selection: Selection, form: ExportFormat, limit: int | None = None) -> Iterator[str]:
        """A selection, or its first `limit` entries, as pieces of text that hold few entries at a time."""
        return formats.written(self.archive, selection, form, limit)

    def citation(self, full: FullEntry) -> str:
        """An entry as plain text for citing."""
        from warticker.library import citing

        return citing.plain(full.entry, full.annotations, full.document, full.state)


def _is_on(row: Row, cities: frozenset[str], topics: frozenset[str]) -> bool:
    """Whether a row is on the same: one of the cities is in its headline, or it shares three cities and topics."""
    shared = cities.intersection(row.places)
    return len(shared) + len(topics.intersection(row.topics)) >= 3 or any(city in row.headline for city in shared)
