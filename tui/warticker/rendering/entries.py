"""An entry as it is read, and the whole article that it is a section of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from warticker.archive.protocol import EPOCH, FullEntry
from warticker.archive.selection import Row
from warticker.model import EntryKey, Span
from warticker.moments import clock, full_moment, short_day
from warticker.rendering.composer import Composer, Rendered
from warticker.rendering.parts import (
    add_body,
    add_chips,
    add_claims,
    add_meta,
    add_people,
    add_quoted,
    add_state,
    berlin,
)

TIME_WIDTH = 6
"""Cells for the time of day before an earlier entry."""

FindHits = Callable[[str], Sequence[Span]]
"""Finds the matches of the search in a text."""


def render_entry(full: FullEntry, earlier: Sequence[Row], topics: Mapping[str, str], find_hits: FindHits) -> Rendered:
    """One entry: headline, when, where from, places, topics, text, claims, who is quoted, people, earlier entries."""
    composer, entry = Composer(), full.entry
    title = entry.headline or full.title
    composer.here(0, len(entry.headline))
    composer.title(title, find_hits(title))
    add_meta(composer, entry.moment, entry.source, _changed(full))
    add_chips(composer, full.annotations, topics)
    add_state(composer, full.note, _withdrawn(full))
    composer.part()
    add_body(composer, entry, full.annotations, find_hits(entry.text), headline=False)
    add_claims(composer, full.annotations.claims, unverified=full.annotations.unverified)
    add_quoted(composer, full.annotations.quotations)
    add_people(composer, full.annotations.people)
    if earlier:
        composer.line(("EARLIER ON THIS", "heading"))
        day = entry.moment.day
        for row in earlier:
            if row.moment.day not in (None, day):
                day = row.moment.day
                composer.line((short_day(day), "meta"))
            _add_earlier(composer, row)
    return composer.finish()


def render_article(sections: Sequence[FullEntry], find_hits: FindHits, asked: EntryKey | None = None) -> Rendered:
    """A whole document: its title, then every section with its headline; the view starts at the requested one."""
    composer, first = Composer(), sections[0]
    title = first.title or first.entry.headline
    composer.title(title, ())
    add_meta(composer, first.entry.moment, first.entry.source)
    composer.part()
    for section in sections:
        composer.begin(asked=section.entry.key == asked and section is not first)
        headline = section.entry.headline != title
        add_body(composer, section.entry, section.annotations, find_hits(section.entry.text), headline=headline)
    return composer.finish()


def _add_earlier(composer: Composer, row: Row) -> None:
    """Add one line for an entry: its time and its headline."""
    composer.hang(TIME_WIDTH)
    composer.text.append(f"{clock(row.moment):{TIME_WIDTH}}", "time")
    composer.link(row.headline, "earlier", "entry", row.key)
    composer.text.append("\n")


def _changed(full: FullEntry) -> str:
    """That the entry changed, and when its current version was first read."""
    return f"changed {_seen(full, full.read_at)}" if full.changed else ""


def _withdrawn(full: FullEntry) -> str:
    """That the entry was withdrawn, and when it was seen to be gone, where that is known."""
    if not full.withdrawn:
        return ""
    return "withdrawn" if full.withdrawn_at == EPOCH else f"withdrawn {_seen(full, full.withdrawn_at)}"


def _seen(full: FullEntry, at: datetime) -> str:
    """A time, with its day if that differs from the entry's."""
    seen = berlin(at)
    return clock(seen) if seen.day == full.entry.moment.day else full_moment(seen)
