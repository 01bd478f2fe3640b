"""Whole pages: an entry, the article that it is a section of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from warticker.archive.protocol import FullEntry
from warticker.archive.selection import Row
from warticker.model import EntryKey, Moment, Span
from warticker.moments import clock, full_moment, short_day
from warticker.rendering.page import Page, Rendered
from warticker.rendering.parts import add_body, add_chips, add_claims, add_marks, add_meta, add_people, berlin

Marks = Callable[[str], Sequence[Span]]
"""What finds the hits of the search in a text."""


def entry_page(full: FullEntry, earlier: Sequence[Row], topics: Mapping[str, str], marks: Marks) -> Rendered:
    """One entry: headline, when, where from, places and topics, text, claims, people, earlier entries on the same."""
    page, entry = Page(), full.entry
    title = entry.headline or full.title
    if title:
        page.here(0, len(entry.headline))
        page.title(title, marks(title))
    add_meta(page, entry.moment, entry.source, _changed(full))
    add_chips(page, full.annotations, topics)
    add_marks(page, full.note, withdrawn=full.withdrawn)
    page.text.append("\n")
    add_body(page, entry, full.annotations, marks(entry.text), headline=False)
    add_claims(page, full.annotations.claims, unverified=full.annotations.unverified)
    add_people(page, full.annotations.people)
    if earlier:
        page.line(("EARLIER ON THIS", "heading"))
        for row in earlier:
            page.hang(len("00:00 "))
            page.text.append(_earlier_time(row.moment, entry.moment.day), "time")
            page.link(row.headline, "earlier", "entry", row.key)
            page.text.append("\n")
    return page.finish()


def article_page(sections: Sequence[FullEntry], marks: Marks, asked: EntryKey | None = None) -> Rendered:
    """A whole document: its title, then every section with its own headline; shown from the one that was asked for."""
    page, first = Page(), sections[0]
    page.title(first.title or first.entry.headline, ())
    add_meta(page, first.entry.moment, first.entry.source)
    page.text.append("\n")
    for section in sections:
        page.begin(asked=section.entry.key == asked and section is not first)
        headline = section.entry.headline != first.title
        add_body(page, section.entry, section.annotations, marks(section.entry.text), headline=headline)
    return page.finish()


def _earlier_time(moment: Moment, day: date | None) -> str:
    """When something was that is told on a day: the time alone on the same day, and no year in the same year."""
    told = "" if moment.day in (None, day) else short_day(moment.day)
    if day is not None:
        told = told.removesuffix(f" {day.year}")
    return "".join(f"{part} " for part in (told, clock(moment)) if part)


def _changed(full: FullEntry) -> str:
    """When the present version was first read, with its day where that is another than the entry's."""
    if not full.changed:
        return ""
    read = berlin(full.read_at)
    return f"changed {clock(read) if read.day == full.entry.moment.day else full_moment(read)}"
