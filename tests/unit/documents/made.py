"""Stories made for tests: entries of our own, and generated ones."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time
from typing import Any

from hypothesis import strategies as st

from warticker.archive.protocol import EPOCH, Added, Archive
from warticker.model import (
    BERLIN,
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
NOW = datetime(2025, 11, 14, 17, 30, tzinfo=BERLIN)


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


MAYBE = st.none() | TEXT
PARAGRAPHS = st.lists(TEXT, max_size=3).map(tuple)
KINDS = st.sampled_from(DocumentKind)
PUBLISHED = MOMENTS.map(lambda moment: Moment(moment.day, moment.clock))
SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(min(ends), max(ends)))
"""Stretches of any text: what is behind its end is cut off by `within`."""


def _some(build: st.SearchStrategy[object], most: int = 2) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(build, max_size=most).map(tuple)


EMPHASIS = _some(st.builds(Emphasis, SPANS, st.sampled_from(EmphasisKind), MAYBE))
ANNOTATIONS = st.builds(
    Annotations,
    places=_some(
        st.builds(PlaceMention, SPANS, TEXT.map(PlaceId), TEXT, st.sampled_from(PlaceKind), st.sampled_from(PlaceRole))
    ),
    topics=st.lists(
        st.builds(TopicMatch, TEXT.map(TopicId), _some(SPANS)), max_size=3, unique_by=lambda match: match.topic
    ).map(tuple),
    quotations=_some(st.builds(Quotation, SPANS, MAYBE)),
    people=_some(st.builds(PersonMention, SPANS, TEXT, MAYBE)),
    claims=_some(st.builds(Claim, SPANS, TEXT, st.sampled_from(Side))),
    figures=_some(
        st.builds(
            Figure,
            SPANS,
            st.floats(allow_nan=False, allow_infinity=False),
            TEXT,
            st.none() | st.sampled_from(Bound),
        )
    ),
    unverified=st.booleans(),
)
"""Annotations of every kind. Made once, as a strategy takes longer to make than what it makes."""


def within(text: str, made: Any) -> Any:
    """What was made for any text, with its spans cut off where a text ends."""
    if isinstance(made, Span):
        return Span(min(made.start, len(text)), min(made.end, len(text)))
    if isinstance(made, tuple):
        return tuple(within(text, each) for each in made)
    if is_dataclass(made) and not isinstance(made, type):
        return replace(made, **{field.name: within(text, getattr(made, field.name)) for field in fields(made)})
    return made


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry of any text at any moment."""
    headline, paragraphs, emphasis = draw(TEXT), draw(PARAGRAPHS), draw(EMPHASIS)
    text = "\n".join((headline, *paragraphs))
    return Entry(
        EntryKey(draw(TEXT)), draw(MOMENTS), headline, paragraphs, within(text, emphasis), draw(MAYBE), draw(MAYBE)
    )


@st.composite
def any_annotations(draw: st.DrawFn, text: str) -> Annotations:
    """Annotations of every kind within a text."""
    found: Annotations = within(text, draw(ANNOTATIONS))
    return found


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A story of anything, annotated or not."""
    found = tuple(draw(st.lists(entries(), max_size=3)))
    document = Document(draw(TEXT), draw(KINDS), found, draw(MAYBE), draw(MAYBE), draw(PUBLISHED), draw(PARAGRAPHS))
    carried = draw(st.booleans())
    return Story(document, tuple(draw(any_annotations(each.text)) for each in found) if carried else ())
