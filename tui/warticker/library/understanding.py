"""Documents become understood: each entry gets its annotations."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from warticker import resources
from warticker.library.versions import Own
from warticker.model import Annotations, Document, Story


def understood(story: Story, own: Own = ()) -> Story:
    """The story with annotations; those that it carries are left as they are."""
    if story.annotations or not story.document.entries:
        return story
    found = annotated(story.document, range(len(story.document.entries)), own)
    return replace(story, annotations=tuple(found.values()))


def annotated(document: Document, wanted: Collection[int], own: Own = ()) -> dict[int, Annotations]:
    """What is understood of the wanted entries of a document, by index."""
    if not wanted:
        return {}
    # Imported here as the bundled edition has its annotations.
    from warticker.annotate.documents import annotate
    from warticker.annotate.topics.vocabulary import load

    vocabulary = load((resources.data("topics.yaml"), *own)) if own else None
    return dict(zip(sorted(wanted), annotate(document, vocabulary, wanted), strict=True))
