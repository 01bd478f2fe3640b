"""Turns text into a document, by the layout that explains it best."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from warticker.errors import NoEntriesError
from warticker.intake import days, layouts, origin
from warticker.intake.addresses import site, web_address
from warticker.intake.clean import Line
from warticker.intake.explanation import Explained, Explanation
from warticker.intake.leads import headed
from warticker.intake.lines.dates import printed_days, without_days
from warticker.intake.lines.page import Page, page_of
from warticker.intake.passages import Passage
from warticker.intake.posts import NEVER, Post, entries, unset
from warticker.intake.provenance import Provenance
from warticker.model import Document, Moment

_PARTED = ("|", "·", "•", "–")
"""Signs between a name and a day."""
_NEAR = 60
"""Within how many passages after the last one a line's own is searched."""


class Known(NamedTuple):
    """What is known of a text besides its lines."""

    title: str = ""
    source: str | None = None
    address: str | None = None
    published: Moment = NEVER
    passages: Sequence[Passage] = ()
    """The lines with their emphasis, in order."""


NOTHING = Known()


def read(lines: Sequence[Line], *, name: str, provenance: Provenance, known: Known = NOTHING) -> Explained:
    """The document of clean lines; raises NoEntriesError if they have no text.

    Lines become a page, each with its kind; the layout that explains the page best divides it into entries; and the
    page's days, with the order of the entries, give the time of each.
    """
    page = page_of(lines)
    reading = layouts.best(page)
    if reading is None:
        raise NoEntriesError(name, "contains no text")
    calendar = _calendar(page, reading, known, provenance)
    moments = days.moments(reading.drafts, days.of_weekday(calendar, reading.title))
    dropped = (*page.wrapping, *(page.texts[at] for at in _dropped(reading)))
    source, address = origin.origin(page.texts)
    source = known.source or source or site(provenance.address)
    drafts = [
        Post(Passage(draft.bare_headline), tuple(map(Passage, draft.paragraphs)), moment)
        for moment, draft in zip(moments, reading.drafts, strict=True)
    ]
    document = Document(
        title=known.title or reading.title,
        kind=reading.kind,
        entries=entries(headed(_emphasised(drafts, known.passages)), source),
        source=source,
        address=web_address(provenance.address) or known.address or address,
        published=calendar.published,
        dropped=dropped if not known.title or known.title == reading.title else (*dropped, reading.title),
    )
    return Explained(document, Explanation(reading.layout, reading.score, reading.why, _roles(page, reading)))


def _calendar(page: Page, reading: layouts.Reading, known: Known, provenance: Provenance) -> days.Calendar:
    """The days that a page prints of itself; those known otherwise if it prints none."""
    inside = _inside(reading)
    dating = [page.texts[at] for at in _dropped(reading) if _can_date(page, at, inside=at in inside)]
    marks = [mark for line in (reading.title, *dating) for mark in printed_days(line[:300])]
    told = days.calendar(reading.page_stamps, marks, page.texts, fetched=provenance.fetched, about=page.crawled)
    return told if told.published.day is not None else told._replace(published=known.published)


def _dropped(reading: layouts.Reading) -> list[int]:
    return [at for at, role in enumerate(reading.roles) if role is layouts.Role.DROPPED]


def _inside(reading: layouts.Reading) -> range:
    """The lines between a document's first text and its last."""
    texts = [at for at, role in enumerate(reading.roles) if role in {layouts.Role.STAMP, layouts.Role.PARAGRAPH}]
    return range(texts[0] + 1, texts[-1]) if texts else range(0)


def _can_date(page: Page, at: int, *, inside: bool) -> bool:
    """Whether a day in a dropped line may be the page's.

    Captions and links inside a text have other dates; `Max Muster | 03.03.2024` gives the author and date.
    """
    inside = inside and not without_days(page.texts[at]).rstrip().endswith(_PARTED)
    return page.furniture[at] == "closing" or (page.furniture[at] is None and not inside)


def _roles(page: Page, reading: layouts.Reading) -> tuple[tuple[str, str], ...]:
    taken = [("dropped", line) for line in page.wrapping]
    for role, kind, line in zip(reading.roles, page.furniture, page.texts, strict=True):
        taken.append((f"{role}: {kind}" if kind and role is layouts.Role.DROPPED else str(role), line))
    return tuple(taken)


def _emphasised(posts: Sequence[Post], passages: Sequence[Passage]) -> Sequence[Post]:
    """The posts with the emphasis of the passages that their lines come from."""
    if not any(passage.emphasis for passage in passages):
        return posts
    position = 0

    def found(line: Passage) -> Passage:
        nonlocal position
        for at in range(position, min(position + _NEAR, len(passages))):
            start = passages[at].text.find(line.text)
            if start >= 0:
                position = at
                return passages[at].part(start, start + len(line.text))
        return line

    return [
        post._replace(headline=unset(found(post.headline)), paragraphs=tuple(map(found, post.paragraphs)))
        for post in posts
    ]
