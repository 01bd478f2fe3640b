"""What front ends can ask and tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from warticker.archive.entries import traits
from warticker.archive.file import FileArchive
from warticker.archive.query import EVERYTHING, Query
from warticker.archive.query.conditions import Field, OneOf
from warticker.archive.selection import Order, Row, Selection
from warticker.errors import NothingMatchedError
from warticker.library import forms, names, understanding
from warticker.library.forms import Form
from warticker.library.spellings import Spellings
from warticker.model import BERLIN, EntryKey, Span

if TYPE_CHECKING:
    from warticker.archive.lexicon.hits import Passage
    from warticker.archive.protocol import Archive, FullEntry
    from warticker.library.adding import OnStep, Report, Step
    from warticker.library.following import Following

OPENING = 160
"""Code points of a text that a list may show of how it begins."""


def _today() -> date:
    return datetime.now(BERLIN).date()


def _ignore(step: Step) -> None:
    """Show a step to nobody."""


class Library:
    """Entries from anywhere, and the answers to queries about them."""

    def __init__(
        self,
        archive: Archive,
        *,
        path: Path | None = None,
        is_bundled: bool = False,
        own_topics: Callable[[], tuple[Path, ...]] = tuple,
        today: Callable[[], date] = _today,
    ) -> None:
        """Open the door to an archive.

        `own_topics` gives the user's files of topics, `today` the day that `7d` and `yesterday` count from.
        """
        self.path = path
        """Where the archive is; None for one in memory."""
        self.is_bundled = is_bundled
        """Whether the entries are those of the edition that the program ships with."""
        self.archive = archive
        """What keeps the entries: their marks and notes, what is followed, and where a front end was left."""
        self._own_topics = own_topics
        self._today = today
        self._spellings = Spellings(archive)

    @classmethod
    def open(cls, path: Path | None = None, *, own_topics: Callable[[], tuple[Path, ...]] = tuple) -> Library:
        """The library of the archive at a path, which is made where there is none; of nothing, in memory, without one.

        Raises ArchiveError where it cannot be opened.
        """
        return cls(FileArchive(path), path=path, own_topics=own_topics)

    @classmethod
    def bundled(cls, *, own_topics: Callable[[], tuple[Path, ...]] = tuple) -> Library:
        """A library of the edition that the program ships with."""
        # Imported here as an archive needs none of it.
        from warticker.archive.protocol import EPOCH
        from warticker.library import stories

        library = cls(FileArchive(), is_bundled=True, own_topics=own_topics)
        for story in stories.bundled(library._own):
            library.archive.add(story.document, dict(enumerate(story.annotations)), rules=0, at=EPOCH)
        return library

    @cached_property
    def _own(self) -> tuple[Path, ...]:
        """The user's own files of topics."""
        return self._own_topics()

    @property
    def total(self) -> int:
        """How many entries there are."""
        return len(self.archive)

    @cached_property
    def topics(self) -> Mapping[str, str]:
        """The German label of every topic by its id; raises DataError where a file of topics is damaged."""
        return names.topics(self._own)

    def close(self) -> None:
        """Give back what the archive holds open."""
        self.archive.close()

    # Keeping.

    def add(self, *sources: str, on_step: OnStep = _ignore) -> Report:
        """Read files, folders, addresses and `-` for standard input, and keep what they hold.

        What cannot be read is reported; `on_step` is called with each step. Raises ArchiveError where the archive
        cannot take them in.
        """
        # Imported here as lists and the app's first screen need none of it.
        from warticker.library import adding

        return adding.reported(self.archive, sources, self._own, on_step)

    def reannotate(self, on_step: OnStep = _ignore) -> int:
        """Annotate anew what other rules or topics than the present ones have annotated; how many entries that was.

        What is done stays done wherever it ends; the next time goes on from there.
        """
        # Imported here as lists and the app's first screen need none of it.
        from warticker.library import adding

        return adding.reannotated(self.archive, self._own, on_step)

    @property
    def topics_changed(self) -> bool:
        """Whether some entries were annotated with other topics of the user's own than there are now.

        Raises ArchiveError, and DataError where a file of topics cannot be read.
        """
        return understanding.topics_changed(self.archive.rules, self._own)

    # Following.

    def following(self) -> Following:
        """What reads those that are due."""
        # Imported here as it loads all that reads sources.
        from warticker.library.following import Following

        return Following(self.archive, self._own)

    # Asking.

    @property
    def as_of(self) -> tuple[int, date]:
        """What answers depend on beside their query: the version, and the day that `7d` and `yesterday` count from."""
        return self.archive.version, self._today()

    def parse(self, text: str) -> Query:
        """The query that a text writes, its places and topics by the names that they go by here; raises QueryError."""
        known = partial(names.known, archive=self.archive, place_names=self._spellings.names, own=lambda: self._own)
        return Query.parse(text, known)

    def select(self, query: Query = EVERYTHING, order: Order = Order.NEWEST) -> Selection:
        """The entries that meet a query, in time order; a word that is a spelling of a place also finds the place."""
        return self.archive.select(query, order, today=self._today(), place_names=self._spellings.names)

    def read_ahead(self) -> None:
        """Read what the first letters of a search wait for otherwise; made for a thread that nobody waits for.

        Where it is read already it costs next to nothing. Raises ArchiveError, and DataError for a table of our own.
        """
        self.archive.read_ahead()
        self._spellings.read_ahead()

    def nearest(self, query: Query) -> str | None:
        """What may be meant by a name in a query that finds nothing: `speaker:Pistorius`; None where nobody knows."""
        return names.meant(query, self.select().counts)

    def entry(self, key: EntryKey) -> FullEntry:
        """One entry with all that is known of it; raises NothingMatchedError where there is none of this key."""
        if (full := self.archive.entry(key)) is None:
            raise NothingMatchedError(f"there is no entry {key}")
        return full

    def find(self, prefix: str) -> FullEntry:
        """The entry whose key begins so; raises NothingMatchedError where none does, or several do."""
        keys = self.archive.keys(prefix) if prefix else ()
        if not keys:
            raise NothingMatchedError(f"there is no entry {prefix or 'without a key'}")
        if len(keys) > 1 and prefix not in keys:
            raise NothingMatchedError(f"several entries begin with {prefix}: {', '.join(keys)}")
        return self.entry(EntryKey(prefix) if prefix in keys else keys[0])

    def hits(self, text: str, query: Query) -> tuple[Span, ...]:
        """Where a text has what a query's words find: the words, and the usual names of places that they spell."""
        # Imported here as lists need none of it.
        from warticker.archive.lexicon.hits import term_hits

        return term_hits(text, [way for ways in self._spellings.ways(query) for way in ways])

    def passage(self, key: EntryKey, query: Query, shown: str) -> Passage | None:
        """The line of an entry with what a query's words find besides what is `shown` of it; None where nothing is."""
        # Imported here as lists need none of it.
        from warticker.archive.lexicon.hits import passage, term_hits

        lacking = [way for ways in self._spellings.ways(query) if not term_hits(shown, ways) for way in ways]
        return passage(self.archive.text(key), lacking) if lacking else None

    def opening(self, row: Row) -> str:
        """The first words of an entry behind its headline, on one line; empty where it says no more."""
        headline, _, text = self.archive.text(row.key).partition("\n")
        rest = text if headline else text.removeprefix(row.headline.removesuffix("…"))
        return " ".join(rest[:OPENING].split())

    def earlier(self, full: FullEntry, limit: int) -> Sequence[Row]:
        """Up to `limit` entries before this one that share a city and a topic with it, the latest first."""
        values = tuple(dict.fromkeys(traits.values(None, full.annotations)))
        cities = tuple(value for letter, value in values if letter == traits.CITY)
        topics = tuple(value for letter, value in values if letter == traits.TOPIC)
        if not cities or not topics or full.entry.moment.day is None:
            return []
        same = self.select(Query((OneOf(Field.CITY, cities), OneOf(Field.TOPIC, topics))))
        index = same.index_of(full.entry.key)
        rows = [] if index is None else same.rows(index + 1, index + 1 + limit)
        return [row for row in rows if row.moment.day is not None]

    # Out again.

    def export(self, selection: Selection, form: Form, limit: int | None = None) -> Iterator[str]:
        """A selection, or the first `limit` entries of it, as pieces of text that hold few entries at a time."""
        return forms.written(self.archive, selection, form, limit)

    def citation(self, full: FullEntry) -> str:
        """An entry as plain text for citing."""
        # Imported here as a list needs none of it.
        from warticker.library import citing

        return citing.plain(full.entry, full.annotations, full.document, full.state)
