"""Bytes become stories that an archive can keep: read and annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from warticker import records, resources
from warticker.errors import DataError, SourceError
from warticker.model import Story

if TYPE_CHECKING:
    from warticker.intake import Provenance

Own = tuple[Path, ...]
"""The user's own files of topics."""


def read(data: bytes, name: str, own: Own = (), provenance: Provenance | None = None) -> tuple[Story, ...]:
    """The annotated stories that a source's bytes hold; raises SourceError as `intake.read` does."""
    # Imported here as the bundled edition is shown without it.
    from warticker import intake

    known = provenance or intake.UNKNOWN
    return tuple(understood(story, own) for story in intake.read(data, name=name, provenance=known))


def opened(sources: Iterable[str], refuse: Callable[[SourceError], object], own: Own = ()) -> Iterator[Story]:
    """The annotated stories of files, folders and `-` for standard input; `refuse` is told what cannot be read."""
    # Imported here as the bundled edition is shown without it.
    from warticker.intake import contents

    for source in sources:
        for content in contents(source, refuse):
            try:
                yield from read(content.data, content.name, own, content.provenance)
            except SourceError as error:
                refuse(error)


def bundled(own: Own = ()) -> tuple[Story, ...]:
    """The stories of data/edition.yaml, filed under the user's own topics too; raises DataError where it is damaged."""
    path = resources.data("edition.yaml")
    try:
        carried = [records.story_from(record) for record in resources.yaml_data(path)]
    except DataError as error:
        raise DataError(f"{path.name}: {error}") from error
    # What the file carries was understood without the user's own topics.
    return tuple(understood(replace(story, annotations=()) if own else story, own) for story in carried)


def understood(story: Story, own: Own = ()) -> Story:
    """The story with annotations; those that it carries are left as they are."""
    if story.annotations or not story.document.entries:
        return story
    # Imported here as the bundled edition has its annotations.
    from warticker.annotate.documents import annotate
    from warticker.annotate.vocabulary import load

    vocabulary = load((resources.data("topics.yaml"), *own)) if own else None
    return replace(story, annotations=annotate(story.document, vocabulary))
