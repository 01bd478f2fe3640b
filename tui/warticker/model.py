"""The nouns: what a ticker is made of, as values that never change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NewType
from zoneinfo import ZoneInfo

EntryKey = NewType("EntryKey", str)
"""What names an entry for good: ten letters and digits, worked out from what it says (intake.keys)."""

PlaceId = NewType("PlaceId", str)
"""A place's identity: `geonames:703448` for a settlement or region, `country:UA` (ISO 3166-1) for a country.

What GeoNames does not have goes by Ukraine's register, `katottg:UA14160130010032894`, or by its name, `name:nowe`."""

TopicId = NewType("TopicId", str)
"""One of the ids in data/topics.yaml, such as `luftangriffe`."""

BERLIN = ZoneInfo("Europe/Berlin")
"""The clock that German tickers print."""


class Precision(StrEnum):
    """How exactly a document tells when an entry was published."""

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
    """How a document sets words apart."""

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
    """What a figure says about the true number."""

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
        """The stretch itself."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Moment:
    """When an entry was published, as exactly as its document tells."""

    day: date | None = None
    """The day; None where the document does not tell it."""
    clock: time | None = None
    """The time of day in Berlin, with `fold` for the hour that comes twice; None where only the day is known.

    Known without a day where a ticker prints times and no date."""
    inferred: bool = False
    """Whether the day was worked out (a page's stamp, a midnight passed) and not printed beside the entry."""

    @property
    def at(self) -> datetime | None:
        """The time in Europe/Berlin; midnight where only the day is known; None where the day is not."""
        return None if self.day is None else datetime.combine(self.day, self.clock or time(), BERLIN)

    @property
    def precision(self) -> Precision:
        """How much the document tells: the minute, the day, or nothing."""
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
    """The outlet, such as `ntv`; None where nothing tells it."""
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
    """The outlet; None where nothing tells it."""
    address: str | None = None
    """Where the page can be opened; http or https only."""
    published: Moment = Moment()
    """The date that the page prints; nothing is made up."""
    dropped: tuple[str, ...] = ()
    """Lines taken for page furniture, in the document's own order."""


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
    """What the words beside the name say that the person is: `Kiews Bürgermeister`; None where none do."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody is reported to have said, in quotation marks."""

    span: Span
    """The words between the marks."""
    speaker: str | None = None
    """Who said it, by the full name or usual name; None where the text does not tell."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that the text attributes to somebody without quotation marks."""

    span: Span
    source: str
    """Who says so, as named, in the nominative where the text makes that certain: `ukrainische Angaben`, `Tass`."""
    side: Side


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts."""

    span: Span
    value: float
    noun: str
    """What is counted, as written: `Drohnen`, `Euro`."""
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class TopicMatch:
    """A topic of an entry, and the words that made it one."""

    topic: TopicId
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotations:
    """What was understood of an entry; every span counts in the entry's text, every tuple is in order of its spans."""

    places: tuple[PlaceMention, ...] = ()
    topics: tuple[TopicMatch, ...] = ()
    """The weightiest first."""
    quotations: tuple[Quotation, ...] = ()
    people: tuple[PersonMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    unverified: bool = False
    """Whether the text says that something could not be checked independently."""


@dataclass(frozen=True, slots=True)
class EntryState:
    """What has become of an entry since it was first read, and how its reader has marked it."""

    changed: bool = False
    """Whether it has read otherwise before."""
    withdrawn: bool = False
    """Whether it has gone from its page."""
    saved: bool = False
    note: str = ""
    """What the reader has noted; empty where nothing is."""


@dataclass(frozen=True, slots=True)
class Story:
    """A document with what was understood of each of its entries."""

    document: Document
    annotations: tuple[Annotations, ...] = ()
    """One for each of the document's entries, in their order; empty where nobody has annotated it yet."""
    whole: bool = True
    """Whether these are all the entries that the document had when it was read.

    Then one that was there before has been withdrawn; an export is a part."""
