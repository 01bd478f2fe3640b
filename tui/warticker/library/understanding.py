"""Documents become understood, portion by portion, side by side where there is much to do."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from warticker import resources
from warticker.errors import DataError
from warticker.model import Annotations, Document, Story

if TYPE_CHECKING:
    from warticker.archive.ready import Understanding

Own = tuple[Path, ...]
"""The user's own files of topics."""

OWN = 0xFFFFFFFF
"""The bits of a version of the rules that the user's own topics make."""

ALONE = 1000
"""Up to how many entries this process annotates by itself: others take most of a second to be ready."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Some entries of a document, to be understood together."""

    document: Document
    """Its head, and these entries."""
    wanted: Collection[int]
    """The indices of those among them to annotate; the others only tell whom a last name means."""
    first: int = 0
    """The index of the first of them in the whole document."""
    complete: bool = True
    """Whether the document has no further ones."""
    whole: bool = True
    """Whether the document is all that was there when it was read."""
    coming: int = 0
    """How many may have to be annotated, from here to the end of the source."""
    carried: Mapping[int, Annotations] = field(default_factory=dict)
    """What was understood of some of them before."""
    name: str = ""
    """What messages call the source."""
    size: int = 0
    """How many bytes of the source they stand for."""


Understood: TypeAlias = "tuple[Portion, Mapping[int, Understanding]]"
"""A portion, and what is understood of its entries, by their indices in it."""


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
    from warticker.annotate.vocabulary import load

    vocabulary = load((resources.data("topics.yaml"), *own)) if own else None
    return dict(zip(sorted(wanted), annotate(document, vocabulary, wanted), strict=True))


@lru_cache(maxsize=4)
def rules(own: Own = ()) -> int:
    """The version of the rules and of the user's own topics: a number that is another one after any change of them.

    Raises DataError where a file of topics cannot be read.
    """
    # Imported here as it loads the rules, which only those need who annotate.
    from warticker.annotate.documents import RULES

    return RULES << 32 | own_version(own)


def own_version(own: Own) -> int:
    """The part of a version that the user's own topics make: a check of their text, 0 where there are none.

    Raises DataError where a file of topics cannot be read.
    """
    check = 0
    for path in own:
        try:
            check = zlib.crc32(path.read_bytes(), check)
        except OSError as error:
            raise DataError(f"{path}: {error.strerror}") from error
    return check


def in_turn(portions: Iterable[Portion], own: Own = ()) -> Iterator[Understood]:
    """What is understood of each portion, in their order; where there is much to do, portions are asked for ahead.

    Raises WartickerError where a process that annotates dies.
    """
    portions = iter(portions)
    done = 0
    for portion in portions:
        if done + portion.coming > ALONE:
            # Imported here as few sources have so many entries.
            from warticker.library.workers import side_by_side

            yield from side_by_side(chain([portion], portions), own)
            return
        done += len(portion.wanted)
        yield portion, {**portion.carried, **annotated(portion.document, portion.wanted, own)}
