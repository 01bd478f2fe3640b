"""The bundled edition: the entries of data/edition.yaml, which are shown while nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from warticker import file_cache, records, resources
from warticker.archive import schema
from warticker.archive.file import FileArchive
from warticker.archive.protocol import EPOCH
from warticker.errors import ArchiveError, DataError
from warticker.library.understanding import TopicFiles, understood
from warticker.model import Story

_KIND = f"archive-{schema.VERSION}"


def archive(topic_files: TopicFiles = ()) -> FileArchive:
    """The edition in memory, with the user's own topics; raises DataError if its file or a topic file is damaged.

    Without topics of the user's it is the same at each start, so it is cached as SQLite would write it: filling it
    takes a fifteenth of the time to the first paint.
    """
    if topic_files:
        return _filled(topic_files)
    try:
        return FileArchive(content=file_cache.load_or_make(_path(), _KIND, lambda: _filled().serialized()))
    except ArchiveError:
        # The cache is damaged.
        filled = _filled()
        file_cache.store(_path(), _KIND, filled.serialized())
        return filled


def _filled(topic_files: TopicFiles = ()) -> FileArchive:
    filled = FileArchive()
    for story in stories(topic_files):
        filled.add(story.document, dict(enumerate(story.annotations)), rules=0, at=EPOCH)
    return filled


def stories(topic_files: TopicFiles = ()) -> tuple[Story, ...]:
    """The stories of the edition, annotated anew if the user has topics; raises DataError if it is damaged."""
    path = _path()
    try:
        carried = [records.story_from(record) for record in resources.yaml_data(path)]
    except DataError as error:
        raise DataError(f"{path.name}: {error}") from error
    # The file was annotated without the user's own topics.
    return tuple(understood(replace(story, annotations=()) if topic_files else story, topic_files) for story in carried)


def _path() -> Path:
    return resources.data("edition.yaml")
