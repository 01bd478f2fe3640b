"""What front ends can ask and tell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from warticker.archive import traits
from warticker.archive.conditions import Field, OneOf, Term
from warticker.archive.hits import term_hits
from warticker.archive.memory import MemoryArchive
from warticker.archive.protocol import Added, Archive, FullEntry
from warticker.archive.query import EVERYTHING, Query
from warticker.archive.selection import Order, Row, Selection
from warticker.errors import NothingMatchedError, SourceError
from warticker.folding import fold
from warticker.library import names, stories
from warticker.library.spellings import spellings
from warticker.model import BERLIN, EntryKey, Span

SHORTEST_NAME = 3
"""Letters that a word must have to be looked up as a place: each letter typed asks anew."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of sources that were to be added."""

    added: Added
    errors: tuple[SourceError, ...]
    """Why some of them, or of the files in them, could not be read."""


def _today() -> date:
    return datetime.now(BERLIN).date()


class Library:
    """Entries from anywhere, and the answers to queries about them."""

    def __init__(
        self, archive: Archive, *, own_topics: tuple[Path, ...] = (), today: Callable[[], date] = _today
    ) -> None:
        """Open the door to an archive.

        `own_topics` are the user's files of topics; `today` is what `7d` and `yesterday` count from.
        """
        self._archive = archive
        self._own = own_topics
        self._today = today
        self._spelt: Mapping[str, Collection[str]] = {}
        self._spelt_at = 0

    @classmethod
    def empty(cls, *, own_topics: tuple[Path, ...] = ()) -> Library:
        """A library of nothing, kept for as long as the program runs."""
        return cls(MemoryArchive(), own_topics=own_topics)

    @classmethod
    def bundled(cls, *, own_topics: tuple[Path, ...] = ()) -> Library:
        """A library of the edition that the program ships with."""
        library = cls.empty(own_topics=own_topics)
        for story in stories.bundled(own_topics):
            library._archive.add(story)
        return library

    @property
    def total(self) -> int:
        """How many entries there are."""
        return len(self._archive)

    @cached_property
    def topics(self) -> Mapping[str, str]:
        """The German label of every topic by its id; raises DataError where a file of topics is damaged."""
        return names.topics(self._own)

    def add(self, *sources: str) -> Report:
        """Read files, folders and `-` for standard input, and keep what they hold; what cannot be read is reported."""
        added, errors = Added(), list[SourceError]()
        for story in stories.opened(sources, errors.append, self._own):
            added += self._archive.add(story)
        return Report(added, tuple(errors))

    def add_bytes(self, data: bytes, *, name: str) -> Added:
        """Keep what some bytes hold; `name` is for messages. Raises SourceError where they cannot be read."""
        added = Added()
        for story in stories.read(data, name, self._own):
            added += self._archive.add(story)
        return added

    def parse(self, text: str) -> Query:
        """The query that a text writes, its places and topics by the names that they go by here; raises QueryError."""
        return names.resolved(Query.parse(text), self._archive, text, self._place_names, lambda: self.topics)

    def select(self, query: Query = EVERYTHING, order: Order = Order.NEWEST) -> Selection:
        """The entries that meet a query, in time order; a word that is a spelling of a place also finds the place."""
        return self._archive.select(query, order, today=self._today(), place_names=self._place_names)

    def entry(self, key: EntryKey) -> FullEntry:
        """One entry with all that is known of it; raises NothingMatchedError where there is none of this key."""
        if (full := self._archive.entry(key)) is None:
            raise NothingMatchedError(f"there is no entry {key}")
        return full

    def find(self, prefix: str) -> FullEntry:
        """The entry whose key begins so; raises NothingMatchedError where none does, or several do."""
        keys = self._archive.keys(prefix)
        if not prefix or not keys:
            raise NothingMatchedError(f"there is no entry {prefix}")
        if len(keys) > 1 and prefix not in keys:
            raise NothingMatchedError(f"several entries begin with {prefix}: {', '.join(keys)}")
        return self.entry(EntryKey(prefix) if prefix in keys else keys[0])

    def mark(self, keys: Iterable[EntryKey], *, read: bool | None = None, saved: bool | None = None) -> None:
        """Mark entries as read or not, saved or not; None leaves a mark as it is."""
        self._archive.mark(keys, read=read, saved=saved)

    def hits(self, text: str, query: Query) -> tuple[Span, ...]:
        """Where a text has what a query's words find: the words, and the usual names of places that they spell."""
        terms = query.terms()
        if not terms:
            return ()
        spelt = (Term(name) for term in terms for name in self._place_names(term.text))
        return term_hits(text, (*terms, *spelt))

    def earlier(self, full: FullEntry, limit: int) -> Sequence[Row]:
        """Up to `limit` entries before this one that share a city and a topic with it, the latest first."""
        told = tuple(dict.fromkeys(traits.values(None, full.annotations)))
        cities = tuple(value for field, value in told if field is Field.CITY)
        topics = tuple(value for field, value in told if field is Field.TOPIC)
        if not cities or not topics or full.entry.moment.day is None:
            return []
        same = self.select(Query((OneOf(Field.CITY, cities), OneOf(Field.TOPIC, topics))))
        index = same.index_of(full.entry.key)
        rows = [] if index is None else same.rows(index + 1, index + 1 + limit)
        return [row for row in rows if row.moment.day is not None]

    def _place_names(self, word: str) -> Collection[str]:
        """The usual German names of places in the archive that a word is a spelling of."""
        if len(word) < SHORTEST_NAME:
            return ()
        if self._spelt_at != len(self._archive):
            self._spelt, self._spelt_at = spellings(self._archive.places), len(self._archive)
        return self._spelt.get(fold(word), ())
