"""Stories become kept: cut into portions, annotated where the archive lacks them, added in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from warticker.archive.entries import identity
from warticker.archive.protocol import Added, Archive
from warticker.errors import SourceError
from warticker.library import stories
from warticker.library.portions import Portion, in_turn
from warticker.library.stories import Opened
from warticker.library.understanding import Own, annotated, rules
from warticker.model import Document, DocumentKind, Moment

PORTION = 250
"""How many entries of a document are annotated and kept at a time."""

UNKNOWN = 0
"""The version of the rules behind annotations that came with a source."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of sources that were to be added."""

    added: Added
    errors: tuple[SourceError, ...]
    """Why some of them, or of the files in them, could not be read."""


@dataclass(frozen=True, slots=True)
class Step:
    """What was done since the step before."""

    name: str
    """What messages call the source."""
    entries: int
    """How many entries it took."""
    size: int
    """How many bytes of the source they stood for."""


OnStep = Callable[[Step], object]
"""What is called with each step."""


def reported(archive: Archive, sources: Iterable[str], own: Own, on_step: OnStep) -> Report:
    """Read sources and keep what they hold; raises ArchiveError where the archive cannot take it in."""
    errors: list[SourceError] = []
    read = stories.opened(sources, errors.append)
    return Report(kept(archive, read, own, on_step), tuple(errors))


def kept(archive: Archive, read: Iterable[Opened], own: Own, on_step: OnStep) -> Added:
    """Keep stories, each portion as soon as it is understood; raises ArchiveError."""
    added, at = Added(), datetime.now(UTC)
    for portion, understood in in_turn(_portions(archive, read), own):
        document = portion.document
        if portion.first == 0:
            at = datetime.now(UTC)
        # What was asked for ahead can have been changed by what was kept meanwhile.
        missing = archive.lacking(document, portion.page) - understood.keys()
        found = {**understood, **annotated(document, missing, own)}
        version = rules(own) if portion.wanted or missing else UNKNOWN
        added += archive.add(
            document, found, rules=version, at=at, page=portion.page, first=portion.first, complete=portion.complete
        )
        on_step(Step(portion.name, len(document.entries), portion.size))
    return added


def reannotated(archive: Archive, own: Own, on_step: OnStep) -> int:
    """Annotate anew what other rules have annotated; how many entries that was. Raises ArchiveError.

    It can be ended at any time: what is done stays done, and the rest is found again.
    """
    version, count = rules(own), 0
    portions = (
        Portion(document, range(len(document.entries)), coming=len(document.entries), name=document.title)
        for document in archive.outdated(version, PORTION)
    )
    for portion, found in in_turn(portions, own):
        entries = portion.document.entries
        archive.reannotate({entries[index].key: understood for index, understood in found.items()}, version)
        count += len(found)
        on_step(Step(portion.name, len(found), 0))
    return count


def _portions(archive: Archive, read: Iterable[Opened]) -> Iterator[Portion]:
    """The stories in portions; of one that carries no annotations, what the archive lacks is to be annotated."""
    page = ""
    for opened in read:
        document, carried = _by_its_page(opened.story.document), opened.story.annotations
        if opened.first == 0:
            page = identity.page(document)
        lacking = frozenset() if carried else archive.lacking(document, page)
        total, coming = len(document.entries), len(lacking) + opened.later
        for first in range(0, max(1, total), PORTION):
            stop = min(first + PORTION, total)
            wanted = frozenset(index - first for index in range(first, stop) if index in lacking)
            yield Portion(
                replace(document, entries=document.entries[first:stop]),
                wanted,
                page,
                opened.first + first,
                stop == total and opened.last and opened.story.whole,
                coming,
                dict(enumerate(carried[first:stop])),
                opened.name,
                opened.size * (stop - first) // max(1, total),
            )
            coming -= len(wanted)


def _by_its_page(document: Document) -> Document:
    """An article with the day of its page for its entries, which tell none; no time, which every change would move."""
    day = document.published.day
    if document.kind is not DocumentKind.ARTICLE or day is None:
        return document
    return dated(document, Moment(day, inferred=True))


def dated(document: Document, moment: Moment) -> Document:
    """The document with a moment for those of its entries that tell no day."""
    entries = (entry if entry.moment.day else replace(entry, moment=moment) for entry in document.entries)
    return replace(document, entries=tuple(entries))
