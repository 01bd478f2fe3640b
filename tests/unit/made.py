"""Stories made for tests: entries of our own, and generated ones."""

from datetime import date, datetime, time

from hypothesis import strategies as st

from warticker.archive.protocol import EPOCH, Added, Archive
from warticker.model import (
    Annotations,
    Bound,
    Claim,
    Document,
    DocumentKind,
    Emphasis,
    EmphasisKind,
    Entry,
    EntryKey,
    Figure,
    Moment,
    PersonMention,
    PlaceId,
    PlaceKind,
    PlaceMention,
    PlaceRole,
    Quotation,
    Side,
    Span,
    Story,
    TopicId,
    TopicMatch,
)

DAY = date(2025, 11, 14)


def entry(key: str, day: date | None = DAY, clock: str | None = None, headline: str = "", *paragraphs: str) -> Entry:
    """An entry of `ntv` at a clock time such as `16:05`."""
    return Entry(
        EntryKey(key), Moment(day, time.fromisoformat(clock) if clock else None), headline, paragraphs, (), "ntv"
    )


def place(name: str, kind: PlaceKind = PlaceKind.CITY, role: PlaceRole = PlaceRole.LOCATION) -> PlaceMention:
    """A mention that stands nowhere in particular."""
    return PlaceMention(Span(0, 0), PlaceId("x"), name, kind, role)


def understood(*topics: str, cities: tuple[str, ...] = (), **others: object) -> Annotations:
    """Annotations with topics and cities."""
    return Annotations(
        places=tuple(map(place, cities)),
        topics=tuple(TopicMatch(TopicId(topic)) for topic in topics),
        **others,  # type: ignore[arg-type]
    )


def story(*entries: Entry | tuple[Entry, Annotations], title: str = "Ticker") -> Story:
    """A ticker of entries, annotated or not."""
    pairs = [pair if isinstance(pair, tuple) else (pair, Annotations()) for pair in entries]
    document = Document(title, DocumentKind.TICKER, tuple(first for first, _ in pairs), "ntv")
    return Story(document, tuple(second for _, second in pairs))


def keep(archive: Archive, made: Story, *, at: datetime = EPOCH, rules: int = 1) -> Added:
    """Add a story to an archive, all of it annotated."""
    annotations = made.annotations or (Annotations(),) * len(made.document.entries)
    return archive.add(made.document, dict(enumerate(annotations)), rules=rules, at=at)


LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"])
TEXT = st.one_of(
    st.text(LETTERS, max_size=30),
    st.sampled_from(
        ["", " ", "yes", "null", "~", "2025-11-14", "12:30", "1e3", "- x", "a: b", "# x", "'", '"', "„ö“", "{a}"]
    ),
)
MOMENTS = st.builds(
    Moment,
    st.none() | st.dates(),
    st.none() | st.times().map(lambda at: at.replace(microsecond=0)),
    st.booleans(),
)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """A stretch of a text."""
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, len(text))))


def any_annotations(text: str) -> st.SearchStrategy[Annotations]:
    """Annotations of every kind within a text."""

    def some(build: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
        return st.lists(build, max_size=2).map(tuple)

    span, name = spans(text), TEXT
    places = st.builds(
        PlaceMention, span, name.map(PlaceId), name, st.sampled_from(PlaceKind), st.sampled_from(PlaceRole)
    )
    topics = st.lists(name.map(TopicId), max_size=3, unique=True)
    value = st.floats(allow_nan=False, allow_infinity=False)
    return st.builds(
        Annotations,
        places=some(places),
        topics=topics.flatmap(
            lambda ids: st.tuples(*(st.builds(TopicMatch, st.just(topic), some(span)) for topic in ids))
        ),
        quotations=some(st.builds(Quotation, span, st.none() | name)),
        people=some(st.builds(PersonMention, span, name, st.none() | name)),
        claims=some(st.builds(Claim, span, name, st.sampled_from(Side))),
        figures=some(st.builds(Figure, span, value, name, st.none() | st.sampled_from(Bound))),
        unverified=st.booleans(),
    )


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry of any text at any moment."""
    headline, paragraphs = draw(TEXT), tuple(draw(st.lists(TEXT, max_size=3)))
    emphasis = st.builds(
        Emphasis, spans("\n".join((headline, *paragraphs))), st.sampled_from(EmphasisKind), st.none() | TEXT
    )
    return Entry(
        EntryKey(draw(TEXT)),
        draw(MOMENTS),
        headline,
        paragraphs,
        tuple(draw(st.lists(emphasis, max_size=2))),
        draw(st.none() | TEXT),
        draw(st.none() | TEXT),
    )


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A story of anything, annotated or not."""
    found = tuple(draw(st.lists(entries(), max_size=3)))
    document = Document(
        draw(TEXT),
        draw(st.sampled_from(DocumentKind)),
        found,
        draw(st.none() | TEXT),
        draw(st.none() | TEXT),
        draw(MOMENTS.map(lambda moment: Moment(moment.day, moment.clock))),
        tuple(draw(st.lists(TEXT, max_size=2))),
    )
    carried = draw(st.booleans())
    return Story(document, tuple(draw(any_annotations(each.text)) for each in found) if carried else ())
