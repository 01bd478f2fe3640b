"""From bytes to documents: the steps in their order."""

from __future__ import annotations

from dataclasses import dataclass

from warticker.errors import NoEntriesError
from warticker.intake import days, layouts, origin, own
from warticker.intake.clean import clean, lines
from warticker.intake.dates import printed_days
from warticker.intake.decoding import decode
from warticker.intake.keys import keys
from warticker.intake.own import web_address
from warticker.intake.page import page
from warticker.intake.provenance import UNKNOWN, Provenance
from warticker.model import Document, Entry, Story


def read(data: bytes, *, name: str, provenance: Provenance = UNKNOWN) -> tuple[Story, ...]:
    """The documents that a source's bytes hold; `name` is for messages, `provenance` what else is known of them.

    Raises SourceError for what cannot be read and NoEntriesError for what holds nothing to show.
    """
    text = clean(decode(data, name=name, charset=provenance.charset))
    if own.is_own(text):
        return own.stories(text, name=name)
    return (Story(document(text, name=name, provenance=provenance)),)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a document was read as it was."""

    layout: str
    """The layout that explains it best."""
    score: float
    """How well, from 0 to 1."""
    why: str
    """The evidence, in a few words."""
    lines: tuple[tuple[str, str], ...]
    """What each line was taken for, and its text."""


def explained(data: bytes, *, name: str, provenance: Provenance = UNKNOWN) -> Explanation:
    """How the bytes of a text document are read; raises as `read` does."""
    text = clean(decode(data, name=name, charset=provenance.charset))
    if own.is_own(text):
        return Explanation("our own YAML", 1.0, "it has our keys", ())
    sheet = page(lines(text, name=name))
    reading = layouts.best(sheet)
    if reading is None:
        raise NoEntriesError(name, "holds no text")
    taken = [("dropped", line) for line in sheet.wrapping]
    for role, kind, line in zip(reading.roles, sheet.furniture, sheet.texts, strict=True):
        taken.append((f"{role}: {kind}" if kind and role is layouts.Role.DROPPED else str(role), line))
    return Explanation(reading.layout, reading.score, reading.why, tuple(taken))


def document(text: str, *, name: str, provenance: Provenance = UNKNOWN) -> Document:
    """The document that a cleaned text is, in the layout that explains it best."""
    sheet = page(lines(text, name=name))
    reading = layouts.best(sheet)
    if reading is None:
        raise NoEntriesError(name, "holds no text")
    left = [at for at, role in enumerate(reading.roles) if role is layouts.Role.DROPPED]
    dropped = (*sheet.wrapping, *(sheet.texts[at] for at in left))
    # What a caption or a link dates is the picture or another article.
    dating = [sheet.texts[at] for at in left if sheet.furniture[at] in {None, "closing"}]
    marks = [mark for line in (reading.title, *dating) for mark in printed_days(line[:300])]
    calendar = days.calendar(reading.page_stamps, marks, sheet.texts)
    moments = days.moments(reading.drafts, calendar)
    source, address = origin.origin(sheet.texts)
    address = web_address(provenance.address) or address
    told = [(m, d.bare_headline, d.paragraphs) for m, d in zip(moments, reading.drafts, strict=True)]
    entries = tuple(
        Entry(key, moment, headline, paragraphs, source=source)
        for key, (moment, headline, paragraphs) in zip(keys(source or "", told), told, strict=True)
    )
    return Document(reading.title, reading.kind, entries, source, address, calendar.published, dropped)
