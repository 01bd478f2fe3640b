"""Annotates documents by rules and topics, whose version is stored with each entry."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from warticker import resources
from warticker.errors import DataError, cause
from warticker.model import Annotations, Document, Story

TopicFiles = tuple[Path, ...]
"""The user's topic files."""

_TOPICS = 0xFFFFFFFF
"""The bits of a version for the user's own topics; above them is the number of the rules."""


def understood(story: Story, topic_files: TopicFiles = ()) -> Story:
    """The story with annotations; existing ones are left as they are."""
    if story.annotations or not story.document.entries:
        return story
    found = annotated(story.document, range(len(story.document.entries)), topic_files)
    return replace(story, annotations=tuple(found.values()))


def annotated(document: Document, wanted: Collection[int], topic_files: TopicFiles = ()) -> dict[int, Annotations]:
    """The annotations of the wanted entries of a document, by index."""
    if not wanted:
        return {}
    # Imported here: the bundled edition has its annotations.
    from warticker.annotate.documents import annotate
    from warticker.annotate.topics.vocabulary import load

    vocabulary = load((resources.data("topics.yaml"), *topic_files)) if topic_files else None
    return dict(zip(sorted(wanted), annotate(document, vocabulary, wanted), strict=True))


@lru_cache(maxsize=4)
def rules(topic_files: TopicFiles = ()) -> int:
    """The version of the rules and of the user's topics: a number that changes whenever they do.

    Raises DataError if a topic file cannot be read.
    """
    # Imported here: it loads the rules, which only annotating needs.
    from warticker.annotate.documents import RULES

    return RULES << 32 | _topics_version(topic_files)


def topics_changed(kept: Iterable[int], topic_files: TopicFiles) -> bool:
    """Whether some of the stored versions were made with other user topics than the current ones.

    Raises DataError if a topic file cannot be read.
    """
    present = _topics_version(topic_files)
    # Annotations that came with a source have a version below those of our rules.
    return any(version > _TOPICS and version & _TOPICS != present for version in kept)


def _topics_version(topic_files: TopicFiles) -> int:
    """The part of a version for the user's topics: a checksum of their text, 0 without any."""
    check = 0
    for path in topic_files:
        try:
            check = zlib.crc32(path.read_bytes(), check)
        except OSError as error:
            raise DataError(f"{path}: {cause(error)}") from error
    return check
