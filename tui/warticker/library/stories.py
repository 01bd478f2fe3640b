"""Bytes become stories that an archive can keep: read and annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from warticker import records, resources
from warticker.errors import DataError, SourceError
from warticker.model import Story


def read(data: bytes, name: str) -> tuple[Story, ...]:
    """The annotated stories that a source's bytes hold; raises SourceError as `intake.read` does."""
    # Imported here as the bundled edition is shown without it.
    from warticker import intake

    return tuple(understood(story) for story in intake.read(data, name=name))


def opened(sources: Iterable[str], refuse: Callable[[SourceError], object]) -> Iterator[Story]:
    """The annotated stories of files, folders and `-` for standard input; `refuse` is told what cannot be read."""
    # Imported here as the bundled edition is shown without it.
    from warticker.intake import contents

    for source in sources:
        try:
            for name, data in contents(source):
                try:
                    yield from read(data, name)
                except SourceError as error:
                    refuse(error)
        except SourceError as error:
            refuse(error)


def bundled() -> tuple[Story, ...]:
    """The stories of data/edition.yaml; raises DataError where it is damaged."""
    path = resources.data("edition.yaml")
    try:
        carried = records.from_yaml(path.read_text(encoding="utf-8"))
    except (DataError, OSError, UnicodeError) as error:
        raise DataError(f"{path.name}: {error}") from error
    if all(entry.key for story in carried for entry in story.document.entries):
        return tuple(map(understood, carried))
    return read(path.read_bytes(), path.name)


def understood(story: Story) -> Story:
    """The story with annotations; those that it carries are left as they are."""
    if story.annotations or not story.document.entries:
        return story
    # Imported here as the bundled edition has its annotations.
    from warticker.annotate import annotate

    return replace(story, annotations=annotate(story.document))
