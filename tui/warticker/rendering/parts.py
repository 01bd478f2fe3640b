"""The parts of a page: when and where from, places and topics, text, claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from warticker.model import (
    BERLIN,
    Annotations,
    Claim,
    Emphasis,
    EmphasisKind,
    Entry,
    Moment,
    PersonMention,
    PlaceKind,
    PlaceRole,
    Side,
    Span,
)
from warticker.moments import full_moment
from warticker.rendering.page import Link, Page

SIDES = {
    Side.UKRAINE: "Ukraine",
    Side.RUSSIA: "Russia",
    Side.WEST: "West",
    Side.MEDIA: "Media",
    Side.OTHER: "Other",
}
"""How the program names each side; the first letter stands in the margin."""

SIDE_WIDTH = 9
"""Cells for a side's name before who claims something."""


def add_body(page: Page, entry: Entry, annotations: Annotations, hits: Sequence[Span], *, headline: bool) -> None:
    """Add an entry's headline, if asked for, and its paragraphs with all that sets words apart."""
    if headline and entry.headline:
        page.here(0, len(entry.headline))
        page.text.append(entry.headline, "headline").append("\n\n")
    body = position = len(entry.headline) + 1
    for paragraph in entry.paragraphs:
        page.here(position, position + len(paragraph))
        page.text.append(paragraph).append("\n\n")
        position += len(paragraph) + 1
    _dress(page, entry, annotations, hits, 0 if headline else body)


def add_meta(page: Page, moment: Moment, source: str | None, changed: str = "") -> None:
    """Add the line of when, where from, how sure the day is and when it was changed; nothing where none is known."""
    untold = moment.day is None and moment.clock is not None
    day = _unbroken("day not told" if untold else "day inferred" if moment.inferred else "")
    told = ((full_moment(moment), "meta"), (source, "meta"), (day, "meta"), (changed, "warning"))
    parts = [(part, style) for part, style in told if part]
    for index, (part, style) in enumerate(parts):
        if index:
            page.separate()
        page.text.append(part, style)
    if parts:
        page.text.append("\n")


def add_marks(page: Page, note: str, *, withdrawn: bool) -> None:
    """Add that the entry has gone from its page, and the reader's own note; nothing where neither is so."""
    if withdrawn:
        page.line(("✕ withdrawn: no longer on its page", "withdrawn"))
    if note:
        page.text.append("\n")
        page.hang(2)
        page.line((f"✎ {note} ", "note"))


def add_chips(page: Page, annotations: Annotations, topics: Mapping[str, str]) -> None:
    """Add the line of places and topics, each a link; nothing where there are none."""
    cities = {mention.name for mention in annotations.places if _city(mention.kind, mention.role)}
    ordered = list(dict.fromkeys(mention.name for mention in annotations.places if mention.name in cities))
    for index, name in enumerate(ordered):
        page.text.append(", " if index else "")
        page.link(name, "place", "city", name)
    if ordered and annotations.topics:
        page.separate()
    for index, match in enumerate(annotations.topics):
        page.text.append(", " if index else "", "meta")
        page.link(topics.get(match.topic, match.topic), "topic", "topic", match.topic, match.evidence)
    if ordered or annotations.topics:
        page.text.append("\n")


def add_claims(page: Page, claims: Sequence[Claim], *, unverified: bool) -> None:
    """Add who claims how much, the side a link, and whether the text says that it could not be checked."""
    made: dict[tuple[Side, str], list[Span]] = {}
    for claim in claims:
        made.setdefault((claim.side, claim.source), []).append(claim.span)
    if made:
        page.line(("CLAIMS", "heading"))
        for (side, source), spans in made.items():
            times = f"  ×{len(spans)}" if len(spans) > 1 else ""
            page.hang(SIDE_WIDTH)
            page.link(SIDES[side], str(side), "claim", str(side), spans)
            page.line(" " * (SIDE_WIDTH - len(SIDES[side])), source, (times, "meta"))
    if unverified:
        page.line(("◇ not independently verified", "warning"))
    if made or unverified:
        page.text.append("\n")


def add_people(page: Page, people: Sequence[PersonMention]) -> None:
    """Add whom the text names, each a link, with the office that stands beside the name."""
    named: dict[str, str] = {}
    for mention in people:
        named[mention.name] = named.get(mention.name) or mention.office or ""
    if named:
        page.line(("PEOPLE", "heading"))
        for name, office in named.items():
            page.hang(2)
            page.link(name, "person", "person", name)
            page.line((f"  {office}" if office else "", "meta"))
        page.text.append("\n")


def berlin(at: datetime) -> Moment:
    """A time as a moment on the clock that tickers print."""
    there = at.astimezone(BERLIN)
    return Moment(there.date(), there.time())


def _unbroken(text: str) -> str:
    """A text that stays on one line."""
    return text.replace(" ", "\xa0")


def _city(kind: PlaceKind, role: PlaceRole) -> bool:
    return kind is PlaceKind.CITY and role is PlaceRole.LOCATION


def _styled(annotations: Annotations, emphasis: Sequence[Emphasis]) -> Iterable[tuple[Span, str]]:
    names = {EmphasisKind.EMPHASIS: "emphasis", EmphasisKind.STRONG: "strong"}
    yield from ((item.span, names.get(item.kind, str(item.kind))) for item in emphasis)
    yield from ((item.span, "quotation") for item in annotations.quotations)
    yield from ((item.span, "figure") for item in annotations.figures)
    yield from ((item.span, "person") for item in annotations.people)
    yield from ((item.span, "place") for item in annotations.places if item.kind is not PlaceKind.COUNTRY)


def _dress(page: Page, entry: Entry, annotations: Annotations, hits: Sequence[Span], begin: int) -> None:
    """Set words of an entry's text apart that has been added from `begin` on, and say what leads somewhere.

    Once for the whole text: an entry may have hundreds of paragraphs.
    """

    def placed(span: Span) -> Iterator[tuple[int, int]]:
        return page.placed(max(span.start, begin), span.end)

    for span, style in _styled(annotations, entry.emphasis):
        for start, end in placed(span):
            page.text.stylize(style, start, end)
    for span in hits:
        for start, end in placed(span):
            page.text.stylize("hit", start, end)
            page.hits.append(start)
    for place in annotations.places:
        if place.kind is not PlaceKind.COUNTRY:
            field = "government" if place.role is PlaceRole.GOVERNMENT else str(place.kind)
            page.links += [Link(start, end, field, place.name) for start, end in placed(place.span)]
    for claim in annotations.claims:
        page.claims += [(start, end, claim.side) for start, end in placed(claim.span)]
