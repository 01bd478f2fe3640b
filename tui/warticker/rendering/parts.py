"""The parts of a rendered entry: when and where from, places and topics, text, claims."""

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
    Quotation,
    Side,
    Span,
)
from warticker.moments import full_moment
from warticker.rendering.composer import Composer, Link

SIDES = {
    Side.UKRAINE: "Ukraine",
    Side.RUSSIA: "Russia",
    Side.WEST: "West",
    Side.MEDIA: "Media",
    Side.OTHER: "Other",
}
"""The name shown for each side; the first letter is shown in the margin."""

SIDE_WIDTH = 9
"""Cells for a side's name before the claimant."""


def add_body(
    composer: Composer, entry: Entry, annotations: Annotations, hits: Sequence[Span], *, headline: bool
) -> None:
    """Add an entry's headline, if requested, and its paragraphs with all their emphasis."""
    if headline and entry.headline:
        composer.here(0, len(entry.headline))
        composer.text.append(entry.headline, "headline").append("\n\n")
    body = position = len(entry.headline) + 1
    for paragraph in entry.paragraphs:
        composer.here(position, position + len(paragraph))
        composer.text.append(paragraph).append("\n\n")
        position += len(paragraph) + 1
    _dress(composer, entry, annotations, hits, 0 if headline else body)


def add_meta(composer: Composer, moment: Moment, source: str | None, changed: str = "") -> None:
    """Add a line with time, source, how certain the day is and when it was changed; nothing where none is known."""
    untold = moment.day is None and moment.clock is not None
    day = _unbroken("day unknown" if untold else "day inferred" if moment.inferred else "")
    told = ((full_moment(moment), "meta"), (source, "meta"), (day, "meta"), (changed, "warning"))
    parts = [(part, style) for part, style in told if part]
    for index, (part, style) in enumerate(parts):
        if index:
            composer.separate()
        composer.text.append(part, style)
    if parts:
        composer.text.append("\n")


def add_state(composer: Composer, note: str, withdrawn: str) -> None:
    """Add that the entry was withdrawn, and the reader's note; nothing where neither applies."""
    if withdrawn:
        composer.line((f"✕ {withdrawn}: no longer on its page", "withdrawn"))
    if note:
        composer.text.append("\n")
        composer.hang(2)
        composer.line((f"✎ {note}", "note"))


def add_chips(composer: Composer, annotations: Annotations, topics: Mapping[str, str]) -> None:
    """Add the line of places and topics, each a link; nothing where there are none."""
    named: dict[str, PlaceKind] = {}
    for mention in annotations.places:
        # A city and its region share a name: the link leads to the city.
        first = mention.kind is PlaceKind.CITY or mention.name not in named
        if first and mention.role is PlaceRole.LOCATION and mention.kind is not PlaceKind.COUNTRY:
            named[mention.name] = mention.kind
    for index, (name, kind) in enumerate(named.items()):
        composer.text.append(", " if index else "")
        composer.link(name, "place", str(kind), name)
    if named and annotations.topics:
        composer.separate()
    for index, match in enumerate(annotations.topics):
        composer.text.append(", " if index else "", "meta")
        composer.link(topics.get(match.topic, match.topic), "topic", "topic", match.topic, match.evidence)
    if named or annotations.topics:
        composer.text.append("\n")


def add_claims(composer: Composer, claims: Sequence[Claim], *, unverified: bool) -> None:
    """Add who makes how many claims, the side as a link, and whether the text says that it could not be verified."""
    made: dict[tuple[Side, str], list[Span]] = {}
    for claim in claims:
        made.setdefault((claim.side, claim.source), []).append(claim.span)
    if made:
        composer.line(("CLAIMS", "heading"))
        for (side, source), spans in made.items():
            composer.hang(SIDE_WIDTH)
            composer.link(SIDES[side], str(side), "claim", str(side), spans)
            composer.line(" " * (SIDE_WIDTH - len(SIDES[side])), source, (_times(spans), "meta"))
    if unverified:
        composer.line(("◇ not independently verified", "warning"))
    if made or unverified:
        composer.text.append("\n")


def add_quoted(composer: Composer, quotations: Sequence[Quotation]) -> None:
    """Add who is quoted and how often, each a link; nothing where no speaker is known."""
    said: dict[str, list[Span]] = {}
    for quotation in quotations:
        if quotation.speaker:
            said.setdefault(quotation.speaker, []).append(quotation.span)
    if said:
        composer.line(("QUOTED", "heading"))
        for speaker, spans in said.items():
            composer.hang(2)
            composer.link(speaker, "person", "speaker", speaker, spans)
            composer.line((_times(spans), "meta"))
        composer.text.append("\n")


def add_people(composer: Composer, people: Sequence[PersonMention]) -> None:
    """Add the people named, each a link, with the office given beside the name."""
    named: dict[str, str] = {}
    for mention in people:
        named[mention.name] = named.get(mention.name) or mention.office or ""
    if named:
        composer.line(("PEOPLE", "heading"))
        for name, office in named.items():
            composer.hang(2)
            composer.link(name, "person", "person", name)
            composer.line((f"  {office}" if office else "", "meta"))
        composer.text.append("\n")


def berlin(at: datetime) -> Moment:
    """A time as a moment on the clock that tickers print."""
    there = at.astimezone(BERLIN)
    return Moment(there.date(), there.time())


def _times(spans: Sequence[Span]) -> str:
    """How often something is said, if more than once."""
    return f"  ×{len(spans)}" if len(spans) > 1 else ""


def _unbroken(text: str) -> str:
    """A text that stays on one line."""
    return text.replace(" ", "\xa0")


def _styled(annotations: Annotations, emphasis: Sequence[Emphasis]) -> Iterable[tuple[Span, str]]:
    names = {EmphasisKind.EMPHASIS: "emphasis", EmphasisKind.STRONG: "strong"}
    yield from ((item.span, names.get(item.kind, str(item.kind))) for item in emphasis)
    yield from ((item.span, "quotation") for item in annotations.quotations)
    yield from ((item.span, "figure") for item in annotations.figures)
    yield from ((item.span, "person") for item in annotations.people)
    yield from ((item.span, "place") for item in annotations.places if item.kind is not PlaceKind.COUNTRY)


def _dress(composer: Composer, entry: Entry, annotations: Annotations, hits: Sequence[Span], begin: int) -> None:
    """Style an entry's text that was added from `begin` on, and add its links.

    Called once for the whole text: an entry may have hundreds of paragraphs.
    """

    def placed(span: Span) -> Iterator[tuple[int, int]]:
        return composer.placed(max(span.start, begin), span.end)

    for span, style in _styled(annotations, entry.emphasis):
        for start, end in placed(span):
            composer.text.stylize(style, start, end)
    composer.mark(place for span in hits for place in placed(span))
    for place in annotations.places:
        if place.kind is not PlaceKind.COUNTRY:
            field = "government" if place.role is PlaceRole.GOVERNMENT else str(place.kind)
            composer.links += [Link(start, end, field, place.name) for start, end in placed(place.span)]
    for item in entry.emphasis:
        if item.address is not None:
            composer.links += [Link(start, end, "address", item.address) for start, end in placed(item.span)]
    for claim in annotations.claims:
        # Those of the headline too, though its words are not styled.
        composer.claims += [(*place, claim.side) for place in composer.placed(claim.span.start, claim.span.end)]
