"""The nouns: what a ticker is made of, as values that never change.

The values of a single package are named tuples wherever nothing but their fields matters. A frozen dataclass compiles
six methods when its module is imported, eight times the work of a named tuple: sixty-eight of them were an eighth of
the time that `warticker add` takes for one page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

EntryKey = NewType("EntryKey", str)
"""An entry's permanent id: ten letters and digits, derived from its content (intake.keys)."""

PlaceId = NewType("PlaceId", str)
"""A place's identity: `geonames:703448` for a settlement or region, `country:UA` (ISO 3166-1) for a country.

Others have an id of Ukraine's register, `katottg:UA14160130010032894`, or of their name, `name:nowe`."""

TopicId = NewType("TopicId", str)
"""One of the ids in data/topics.yaml, such as `luftangriffe`."""

BERLIN = ZoneInfo("Europe/Berlin")
"""The clock that German tickers print."""


class Precision(StrEnum):
    """How exactly a document gives the time of an entry."""

    MINUTE = "minute"
    DAY = "day"
    NONE = "none"


class DocumentKind(StrEnum):
    """What sort of page a document is."""

    TICKER = "ticker"
    ARTICLE = "article"
    FEED = "feed"


class PlaceKind(StrEnum):
    """What sort of place a name stands for."""

    CITY = "city"
    """Any settlement."""
    REGION = "region"
    """An oblast, republic, state or land with a name of its own, such as the Krim."""
    COUNTRY = "country"


class PlaceRole(StrEnum):
    """What a place's name does in its sentence."""

    LOCATION = "location"
    """It names the place: "Angriff auf Kiew"."""
    GOVERNMENT = "government"
    """It stands for those who govern there: "Moskau weist zurück"."""


class EmphasisKind(StrEnum):
    """How a document emphasises text."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    QUOTE = "quote"
    LINK = "link"


class Side(StrEnum):
    """On whose behalf a source speaks."""

    UKRAINE = "ukraine"
    RUSSIA = "russland"
    WEST = "westen"
    MEDIA = "medien"
    OTHER = "andere"


class Bound(StrEnum):
    """How a figure relates to the true number."""

    AT_LEAST = "at least"
    ABOUT = "about"
    UP_TO = "up to"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an entry's text, half open, in code points."""

    start: int
    """The first code point."""
    end: int
    """The one after the last."""

    def of(self, text: str) -> str:
        """The text of the span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Moment:
    """When an entry was published, as exactly as its document says."""

    day: date | None = None
    """The day; None where the document does not give it."""
    clock: time | None = None
    """The time of day in Berlin, with `fold` for the hour that comes twice; None where only the day is known.

    It can be known without a day, where a ticker prints times and no date."""
    inferred: bool = False
    """Whether the day was inferred (from a page's stamp, a midnight passed) rather than printed beside the entry."""

    @property
    def at(self) -> datetime | None:
        """The time in Europe/Berlin; midnight where only the day is known; None where the day is not."""
        return None if self.day is None else datetime.combine(self.day, self.clock or time(), BERLIN)

    @property
    def precision(self) -> Precision:
        """How much the document says: the minute, the day, or nothing."""
        if self.clock is not None:
            return Precision.MINUTE
        return Precision.NONE if self.day is None else Precision.DAY


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A stretch that the document itself sets apart."""

    span: Span
    kind: EmphasisKind
    address: str | None = None
    """Where a link leads; http or https only."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One report (Meldung)."""

    key: EntryKey
    moment: Moment
    headline: str
    """Empty where the document gives none."""
    paragraphs: tuple[str, ...]
    emphasis: tuple[Emphasis, ...] = ()
    source: str | None = None
    """The outlet, such as `ntv`; None where it is unknown."""
    address: str | None = None
    """Where the entry can be opened; http or https only."""

    @property
    def text(self) -> str:
        """Headline, newline, paragraphs joined by newlines: what every span of the entry counts in."""
        return "\n".join((self.headline, *self.paragraphs))


@dataclass(frozen=True, slots=True)
class Document:
    """One page or file as it was read."""

    title: str
    """As the page prints it; empty where it prints none."""
    kind: DocumentKind
    entries: tuple[Entry, ...]
    """In the document's own order."""
    source: str | None = None
    """The outlet; None where it is unknown."""
    address: str | None = None
    """Where the page can be opened; http or https only."""
    published: Moment = Moment()
    """The date that the page prints; never inferred."""
    dropped: tuple[str, ...] = ()
    """Lines taken for page furniture, in document order."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A stretch of text that names a place."""

    span: Span
    place: PlaceId
    name: str
    """The usual German name, such as `Kiew`; a region's is bare: `Sumy`."""
    kind: PlaceKind
    role: PlaceRole


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A stretch of text that names a person."""

    span: Span
    name: str
    """First and last name where the document gives both anywhere, without title or nickname."""
    office: str | None = None
    """The office named beside the person, such as `Kiews Bürgermeister`; None where there is none."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody is reported to have said, in quotation marks."""

    span: Span
    """The words between the marks."""
    speaker: str | None = None
    """Who said it, by full or usual name; None where the text does not say."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that the text attributes to somebody without quotation marks."""

    span: Span
    source: str
    """The claimant (not the outlet) as named, in the nominative if that is certain: `ukrainische Angaben`, `Tass`."""
    side: Side


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts."""

    span: Span
    value: float
    noun: str
    """What is counted, as written: `Drohnen`, `Euro`."""
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class TopicMatch:
    """A topic of an entry, and the words behind it."""

    topic: TopicId
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotations:
    """What was found in an entry; every span refers to the entry's text, every tuple is ordered by its spans."""

    places: tuple[PlaceMention, ...] = ()
    topics: tuple[TopicMatch, ...] = ()
    """Strongest first."""
    quotations: tuple[Quotation, ...] = ()
    people: tuple[PersonMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    unverified: bool = False
    """Whether the text says that something could not be independently verified."""


@dataclass(frozen=True, slots=True)
class EntryState:
    """What became of an entry since it was first read, and its marks."""

    changed: bool = False
    """Whether its text was different before."""
    withdrawn: bool = False
    """Whether it was removed from its page."""
    saved: bool = False
    note: str = ""
    """The reader's note; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Story:
    """A document with the annotations of its entries."""

    document: Document
    annotations: tuple[Annotations, ...] = ()
    """One for each of the document's entries, in order; empty if it is not annotated yet."""
    whole: bool = True
    """Whether these are all the entries that the document had when it was read.

    Only then do missing entries count as withdrawn; an export is a part."""
