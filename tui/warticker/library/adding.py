"""Adds stories to the archive: cut into portions, annotated where needed, added in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from warticker.archive.entries import identity
from warticker.archive.protocol import Added, Archive
from warticker.errors import SourceError
from warticker.intake.keys import keys
from warticker.library import stories
from warticker.library.portions import Portion, in_turn
from warticker.library.stories import Opened
from warticker.library.understanding import TopicFiles, annotated, rules
from warticker.model import Document, DocumentKind, Moment

PORTION = 250
"""How many entries of a document are annotated and stored at a time."""

UNKNOWN = 0
"""The version of the rules for annotations that came with a source."""


class Report(NamedTuple):
    """The result of adding sources."""

    added: Added
    errors: tuple[SourceError, ...]
    """Why some of them, or some of their files, could not be read."""


class Step(NamedTuple):
    """Progress since the last step."""

    name: str
    """The source's name in messages."""
    entries: int
    """How many entries were processed."""
    size: int
    """Their share of the source's bytes."""


OnStep = Callable[[Step], object]
"""Called with each step."""


def add_sources(archive: Archive, sources: Iterable[str], topic_files: TopicFiles, on_step: OnStep) -> Report:
    """Read sources and add their entries; raises ArchiveError if the archive cannot be written."""
    errors: list[SourceError] = []
    read = stories.opened(sources, errors.append)
    return Report(add_stories(archive, read, topic_files, on_step), tuple(errors))


def add_stories(archive: Archive, read: Iterable[Opened], topic_files: TopicFiles, on_step: OnStep) -> Added:
    """Add stories, each portion as soon as it is annotated; raises ArchiveError."""
    added, at = Added(), datetime.now(UTC)
    for portion, understood in in_turn(_portions(archive, read), topic_files):
        document = portion.document
        if portion.first == 0:
            at = datetime.now(UTC)
        # `lacking` was asked ahead of time; portions that were added since may have changed the answer.
        missing = archive.lacking(document, portion.page) - understood.keys()
        found = {**understood, **annotated(document, missing, topic_files)}
        version = rules(topic_files) if portion.wanted or missing else UNKNOWN
        added += archive.add(
            document, found, rules=version, at=at, page=portion.page, first=portion.first, complete=portion.complete
        )
        on_step(Step(portion.name, len(document.entries), portion.size))
    return added


def reannotate(archive: Archive, topic_files: TopicFiles, on_step: OnStep) -> int:
    """Reannotate what other rules have annotated; returns how many entries. Raises ArchiveError.

    It can be interrupted at any time: finished entries stay done, the rest is found again.
    """
    version, count = rules(topic_files), 0
    portions = (
        Portion(document, range(len(document.entries)), coming=len(document.entries), name=document.title)
        for document in archive.outdated(version, PORTION)
    )
    for portion, found in in_turn(portions, topic_files):
        entries = portion.document.entries
        archive.reannotate({entries[index].key: understood for index, understood in found.items()}, version)
        count += len(found)
        on_step(Step(portion.name, len(found), 0))
    return count


def _portions(archive: Archive, read: Iterable[Opened]) -> Iterator[Portion]:
    """The stories in portions; of a story without annotations, the entries that the archive lacks are `wanted`."""
    page = ""
    for opened in read:
        document, carried = _by_its_page(opened.story.document), opened.story.annotations
        if not opened.story.whole:
            document = _by_known_keys(archive, document)
        if opened.first == 0:
            page = identity.page(document)
        lacking = frozenset() if carried else archive.lacking(document, page)
        total, coming = len(document.entries), len(lacking) + opened.later
        for first in range(0, max(1, total), PORTION):
            stop = min(first + PORTION, total)
            wanted = frozenset(index - first for index in range(first, stop) if index in lacking)
            yield Portion(
                replace(document, entries=document.entries[first:stop], dropped=() if first else document.dropped),
                wanted,
                page=page,
                first=opened.first + first,
                complete=stop == total and opened.last and opened.story.whole,
                coming=coming,
                carried=dict(enumerate(carried[first:stop])),
                name=opened.name,
                size=opened.size * (stop - first) // max(1, total),
            )
            coming -= len(wanted)


def _by_known_keys(archive: Archive, document: Document) -> Document:
    """Records from another archive, with the keys by which this one knows their entries.

    A corrected entry has the key of its first form in the records, and in an archive that never read that one the key
    of its present text.
    """
    named = keys(document.source or "", [(each.moment, each.headline, each.paragraphs) for each in document.entries])
    entries = tuple(
        replace(entry, key=key) if key != entry.key and archive.keys(key) and not archive.keys(entry.key) else entry
        for entry, key in zip(document.entries, named, strict=True)
    )
    return replace(document, entries=entries)


def _by_its_page(document: Document) -> Document:
    """An article with its page's day for entries without one; not its time, which changes whenever the page does."""
    day = document.published.day
    if document.kind is not DocumentKind.ARTICLE or day is None:
        return document
    return dated(document, Moment(day, inferred=True))


def dated(document: Document, moment: Moment) -> Document:
    """The document with a moment for those of its entries that have no day."""
    entries = (entry if entry.moment.day else replace(entry, moment=moment) for entry in document.entries)
    return replace(document, entries=tuple(entries))
