"""Turns the bytes of sources into stories."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import BinaryIO, NamedTuple

from warticker import intake
from warticker.errors import SourceError, cause
from warticker.files import CHANGED, at_home, state
from warticker.intake import Provenance, contents, own
from warticker.library import citing
from warticker.model import Story

LONG = 1024 * 1024
"""Size in bytes from which a feed, or our own YAML, is read in parts."""
_GZIP = (b"\x1f", 16)
"""The first bytes of a gzipped file, and its typical compression ratio."""


class Opened(NamedTuple):
    """A story that was read from a source."""

    name: str
    """The source's name in messages."""
    size: int
    """Its share of the source's bytes."""
    story: Story
    """Annotated only if the source includes annotations."""
    later: int = 0
    """How many entries of the source follow it."""
    first: int = 0
    """The index of its first entry in its document."""
    last: bool = True
    """Whether it is the end of that document."""


def read(data: bytes, name: str, provenance: Provenance | None = None) -> Iterator[Opened]:
    """The stories in a source's bytes; raises SourceError as `intake.read` does, and for a table of our own."""
    if data.startswith(citing.HEAD.encode()):
        raise SourceError(name, "a CSV export cannot be read back; export json or yaml instead")
    stories = intake.read(data, name=name, provenance=provenance or intake.UNKNOWN)
    later = sum(len(story.document.entries) for story in stories)
    for story in stories:
        later -= len(story.document.entries)
        yield Opened(name, len(data) // len(stories), story, later=later)


def opened(sources: Iterable[str], refuse: Callable[[SourceError], object], *, whole: bool = False) -> Iterator[Opened]:
    """The stories of files, folders, addresses and `-` for standard input; `refuse` is called for unreadable ones.

    Long ones come in parts, unless `whole` is set.
    """
    for source in sources:
        long = False
        try:
            for story in _streamed(source, whole=whole):
                long = True
                yield story
        except SourceError as error:
            refuse(error)
            continue
        for content in () if long else contents(source, refuse):
            try:
                yield from read(content.data, content.name, content.provenance)
            except SourceError as error:
                refuse(error)


def _streamed(source: str, *, whole: bool) -> Iterator[Opened]:
    """The stories of a JSON Lines file, or of long YAML or a long feed; nothing for anything else."""
    path = at_home(source)
    with ExitStack() as opening:
        try:
            if not path.is_file():
                return
            stream = opening.enter_context(path.open("rb"))
            size, _ = before = state(stream)
        except (OSError, ValueError):
            return  # reading it as a page reports why
        at = count = 0
        try:
            mark, times = _GZIP
            long = size * (times if stream.read(1) == mark else 1) >= LONG
            stream.seek(0)
            for story, first, last in _parts(stream, source, long=long and not whole):
                passed, at = stream.tell() - at, stream.tell()
                count += len(story.document.entries)
                later = count * max(0, size - at) // max(1, at)
                yield Opened(source, passed, story, later=later, first=first, last=last)
            if count and state(stream) != before:
                raise SourceError(source, CHANGED)
        except OSError as error:
            raise SourceError(source, cause(error)) from error


def _parts(stream: BinaryIO, name: str, *, long: bool) -> Iterator[tuple[Story, int, bool]]:
    """The stories of a stream, each with the index of its first entry in its document, and whether it ends that."""
    for read in (own.streamed, own.streamed_yaml) if long else (own.streamed,):
        stream.seek(0)
        for story in read(stream, name=name):
            long = False
            yield story, 0, True
    if long:
        # Imported here: few sources are so long.
        from warticker.intake.feeds import streaming

        stream.seek(0)
        for piece in streaming.streamed(stream, name=name):
            yield piece.story, piece.first, piece.last
