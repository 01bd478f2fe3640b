"""An entry as it is read, and the article that it is a section of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from warticker.archive.protocol import FullEntry
from warticker.archive.selection import Row
from warticker.model import EntryKey, Moment, Span
from warticker.moments import clock, full_moment, short_day
from warticker.rendering.composer import Composer, Rendered
from warticker.rendering.parts import add_body, add_chips, add_claims, add_meta, add_people, add_state, berlin

FindHits = Callable[[str], Sequence[Span]]
"""What finds the hits of the search in a text."""


def render_entry(full: FullEntry, earlier: Sequence[Row], topics: Mapping[str, str], find_hits: FindHits) -> Rendered:
    """One entry: headline, when, where from, places and topics, text, claims, people, earlier entries on the same."""
    composer, entry = Composer(), full.entry
    title = entry.headline or full.title
    if title:
        composer.here(0, len(entry.headline))
        composer.title(title, find_hits(title))
    add_meta(composer, entry.moment, entry.source, _changed(full))
    add_chips(composer, full.annotations, topics)
    add_state(composer, full.note, withdrawn=full.withdrawn)
    composer.text.append("\n")
    add_body(composer, entry, full.annotations, find_hits(entry.text), headline=False)
    add_claims(composer, full.annotations.claims, unverified=full.annotations.unverified)
    add_people(composer, full.annotations.people)
    if earlier:
        composer.line(("EARLIER ON THIS", "heading"))
        for row in earlier:
            composer.hang(len("00:00 "))
            composer.text.append(_earlier_time(row.moment, entry.moment.day), "time")
            composer.link(row.headline, "earlier", "entry", row.key)
            composer.text.append("\n")
    return composer.finish()


def render_article(sections: Sequence[FullEntry], find_hits: FindHits, asked: EntryKey | None = None) -> Rendered:
    """A whole document: its title, then every section with its own headline; shown from the one that was asked for."""
    composer, first = Composer(), sections[0]
    composer.title(first.title or first.entry.headline, ())
    add_meta(composer, first.entry.moment, first.entry.source)
    composer.text.append("\n")
    for section in sections:
        composer.begin(asked=section.entry.key == asked and section is not first)
        headline = section.entry.headline != first.title
        add_body(composer, section.entry, section.annotations, find_hits(section.entry.text), headline=headline)
    return composer.finish()


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
