"""An entry as text with emphasis, for every front end.

What comes out is a rich `Text` whose spans carry names of styles (`STYLES`), not colours: a front end says what each
looks like. Text from outside is never parsed as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text

from warticker.model import Annotations, Claim, Emphasis, EmphasisKind, Entry, PlaceKind, PlaceRole, Side, Span
from warticker.moments import full_moment

MEASURE = 76
"""Cells of the longest line of running text."""

STYLES: Mapping[str, Style] = {
    "headline": Style(bold=True),
    "meta": Style(dim=True),
    "heading": Style(bold=True, dim=True),
    "time": Style(color="blue"),
    "earlier": Style(dim=True),
    "place": Style(underline=True),
    "topic": Style(color="yellow"),
    "person": Style(bold=True),
    "figure": Style(bold=True),
    "quotation": Style(italic=True, color="green"),
    "claim": Style(color="blue"),
    "warning": Style(color="yellow"),
    "hit": Style(reverse=True),
    "emphasis": Style(italic=True),
    "strong": Style(bold=True),
    "link": Style(underline=True),
    "quote": Style(italic=True),
}
"""Every style by name, as a terminal without a theme shows it."""

SIDES = {
    Side.UKRAINE: "Ukraine",
    Side.RUSSIA: "Russia",
    Side.WEST: "West",
    Side.MEDIA: "Media",
    Side.OTHER: "Other",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a rendered text that leads somewhere."""

    start: int
    end: int
    field: str
    """A field of the query (`city`, `topic`, ...) to filter by, or `entry`."""
    value: str
    """The field's value, or the entry's key."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text, and what in it leads somewhere, in order."""

    text: Text
    links: tuple[Link, ...] = ()
    hits: tuple[int, ...] = ()
    """Where the search was found."""

    @classmethod
    def nothing(cls) -> Rendered:
        """An empty text."""
        return cls(Text())


class Page:
    """A rendered text in the making."""

    def __init__(self) -> None:
        self.text = Text()
        self.links: list[Link] = []
        self.hits: list[int] = []

    def line(self, *parts: str | tuple[str, str]) -> None:
        """Add a line of plain and styled parts."""
        self.text.append_text(Text.assemble(*parts)).append("\n")

    def title(self, text: str, hits: Sequence[Span]) -> None:
        """Add a headline on a line of its own, the search's hits marked."""
        title = Text(text, "headline")
        for span in hits:
            title.stylize("hit", span.start, span.end)
        self.text.append_text(title).append("\n")

    def link(self, label: str, style: str, field: str, value: str) -> None:
        """Add a stretch that leads somewhere."""
        start = len(self.text)
        self.text.append(label, style)
        self.links.append(Link(start, len(self.text), field, value))

    def finish(self) -> Rendered:
        """The text, its links in order."""
        links = tuple(sorted(self.links, key=lambda link: (link.start, link.end)))
        return Rendered(self.text, links, tuple(self.hits))


def add_body(page: Page, entry: Entry, annotations: Annotations, hits: Sequence[Span], *, headline: bool) -> None:
    """Add an entry's headline, if asked for, and its paragraphs with all that sets words apart."""
    body = Text(entry.text)
    for span, style in _styled(annotations, entry.emphasis):
        body.stylize(style, span.start, span.end)
    for span in hits:
        body.stylize("hit", span.start, span.end)
    position = len(entry.headline) + 1
    if headline and entry.headline:
        title = body[: len(entry.headline)]
        title.stylize_before("headline")
        _add(page, title, 0, annotations, hits)
        page.text.append("\n\n")
    for paragraph in entry.paragraphs:
        _add(page, body[position : position + len(paragraph)], position, annotations, hits)
        page.text.append("\n\n")
        position += len(paragraph) + 1


def add_meta(page: Page, moment: str, source: str | None, notes: Iterable[str]) -> None:
    """Add the line of when and where from."""
    page.line((" · ".join(part for part in (moment, source or "", *notes) if part), "meta"))


def add_chips(page: Page, annotations: Annotations, topics: Mapping[str, str]) -> None:
    """Add the line of places and topics, each a link; nothing where there are none."""
    cities = {mention.name for mention in annotations.places if _city(mention.kind, mention.role)}
    ordered = list(dict.fromkeys(mention.name for mention in annotations.places if mention.name in cities))
    for index, name in enumerate(ordered):
        page.text.append(", " if index else "")
        page.link(name, "place", "city", name)
    for index, match in enumerate(annotations.topics):
        page.text.append(", " if index else " · " if ordered else "", "meta")
        page.link(topics.get(match.topic, match.topic), "topic", "topic", match.topic)
    if ordered or annotations.topics:
        page.text.append("\n")


def add_claims(page: Page, claims: Sequence[Claim], *, unverified: bool) -> None:
    """Add who claims how much, and whether the text says that it could not be checked."""
    counts: dict[tuple[Side, str], int] = {}
    for claim in claims:
        counts[claim.side, claim.source] = counts.get((claim.side, claim.source), 0) + 1
    if counts:
        page.line(("CLAIMS", "heading"))
        for (side, source), count in counts.items():
            times = f"  ×{count}" if count > 1 else ""
            page.line(("▌ ", "claim"), (f"{SIDES[side]:8}", "claim"), source, (times, "meta"))
    if unverified:
        page.line(("◇ not independently verified", "warning"))
    if counts or unverified:
        page.text.append("\n")


def plain(entry: Entry) -> str:
    """An entry as plain text with source, time and address, for citing."""
    origin = ", ".join(part for part in (entry.source or "", full_moment(entry.moment)) if part)
    parts = [entry.headline, *entry.paragraphs, " - ".join(part for part in (origin, entry.address or "") if part)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _city(kind: PlaceKind, role: PlaceRole) -> bool:
    return kind is PlaceKind.CITY and role is PlaceRole.LOCATION


def _styled(annotations: Annotations, emphasis: Sequence[Emphasis]) -> Iterable[tuple[Span, str]]:
    names = {EmphasisKind.EMPHASIS: "emphasis", EmphasisKind.STRONG: "strong"}
    yield from ((item.span, names.get(item.kind, str(item.kind))) for item in emphasis)
    yield from ((item.span, "quotation") for item in annotations.quotations)
    yield from ((item.span, "figure") for item in annotations.figures)
    yield from ((item.span, "person") for item in annotations.people)
    yield from ((item.span, "place") for item in annotations.places if item.kind is not PlaceKind.COUNTRY)


def _add(page: Page, text: Text, position: int, annotations: Annotations, hits: Sequence[Span]) -> None:
    """Add a stretch of an entry that begins at `position` of its text, with the links and hits in it."""
    shift = len(page.text) - position
    for place in annotations.places:
        if place.kind is not PlaceKind.COUNTRY and position <= place.span.start < position + len(text):
            field = "government" if place.role is PlaceRole.GOVERNMENT else str(place.kind)
            page.links.append(Link(place.span.start + shift, place.span.end + shift, field, place.name))
    page.hits += [span.start + shift for span in hits if position <= span.start < position + len(text)]
    page.text.append_text(text)
